"""What is missing is found, wherever it is missing from."""

from __future__ import annotations

import pytest

from stayaway.registry.documents import keep_document, path_of
from stayaway.registry.models import Document
from stayaway.registry.operation.verifying import missing_papers, verify
from tests.registry.world import enter, happens, make_world, open_civil


@pytest.fixture
def attached(db: None) -> str:  # noqa: ARG001 - it is kept there
    """The digest of a paper that an entry names."""
    digest = keep_document(b"%PDF-1.7 an invented proof of service").digest
    world = make_world()
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", document=digest))
    assert verify().faults == ()
    return digest


def test_a_paper_without_its_file_is_missing(attached: str) -> None:
    path_of(attached).unlink()
    assert verify().faults == (f"paper {attached}: missing",)


def test_a_paper_that_an_entry_names_is_missing_without_its_row_too(attached: str) -> None:
    Document.objects.all().delete()
    assert verify().faults == (f"paper {attached}: missing",)
    path_of(attached).unlink()
    assert missing_papers() == [attached]


def test_a_paper_that_was_kept_and_that_nothing_names_yet_is_missing_too(attached: str) -> None:
    other = keep_document(b"%PDF-1.7 just uploaded").digest
    path_of(other).unlink()
    assert missing_papers() == [other]
    assert attached not in missing_papers()
