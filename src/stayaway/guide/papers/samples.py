"""The sample that comes with the guide. It is `samples/two-orders.yaml`, and a test holds the two to each other."""

from __future__ import annotations

from pathlib import Path

from stayaway.files import read_text
from stayaway.law.load import law_book
from stayaway.model import Papers

SAMPLE = Path(__file__).with_name("two-orders.yaml")


def sample() -> Papers:
    """The papers of the sample, read anew."""
    return read_text(SAMPLE.read_bytes(), SAMPLE.name, law_book())
