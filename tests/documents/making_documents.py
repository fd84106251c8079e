"""What the tests of the documents share: papers to make them of, and what stands in a PDF."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader

import stayaway
from stayaway.documents import Document
from tests.cli.asking import FAMILY, SAMPLE

DAY = "2024-05-03"
HEARING = """      - {on: 2024-04-20, entry: hearing_set, hearing: 2024-05-20T09:30-07:00}
"""
SERVED = "      - {on: 2024-03-04, entry: served}\n"
WITH_HEARING = FAMILY.replace(SERVED, SERVED + HEARING)
UNDECIDED = FAMILY.replace(SERVED, SERVED + "      - {on: 2025-02-20, entry: renewal_requested}\n")
"""On 2025-03-10 its civil order has passed its end, and a renewal that was asked for is not decided."""


@lru_cache(maxsize=64)
def made(text: str, person: str, on: str = DAY, **wishes: Any) -> dict[str, Document]:
    """The documents of one person, by the names of their files."""
    papers = stayaway.read(text)
    return {one.name: one for one in stayaway.make_documents(papers, person, on=on, **wishes)}


@lru_cache(maxsize=1)
def sample() -> dict[str, Document]:
    """Those of the sample."""
    from pathlib import Path

    papers = stayaway.read(Path(SAMPLE))
    return {one.name: one for one in stayaway.make_documents(papers, "robin", on="2025-04-01")}


def reader_of(document: Document) -> PdfReader:
    """A PDF, to look into."""
    return PdfReader(BytesIO(document.content))


@lru_cache(maxsize=256)
def text_of(document: Document) -> str:
    """All text of a document, in the order in which it is read, on one line."""
    if not document.name.endswith(".pdf"):
        return document.content.decode("utf-8")
    read = " ".join(page.extract_text() for page in reader_of(document).pages)
    return " ".join(read.replace("\u200b", "").split())
