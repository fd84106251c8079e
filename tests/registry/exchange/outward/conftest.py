"""NIEM's schemas, loaded once."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
from lxml import etree

PACKED = Path(__file__).parents[2] / "niem" / "niem-6.0-ps02.tar.xz"


@pytest.fixture(scope="session")
def niem(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """The schema that a protection order is validated against, without reaching for the network."""
    folder = tmp_path_factory.mktemp("niem")
    with tarfile.open(PACKED) as packed:
        packed.extractall(folder, filter="data")
    return etree.XMLSchema(etree.parse(str(folder / "protection-order.xsd"), etree.XMLParser(no_network=True)))
