"""What a reader is warned of beside a source."""

import pytest

from stayaway.law.load import place_law
from stayaway.law.marks import OLD_AFTER, Mark, authority_view, marks
from stayaway.law.view import place_view
from stayaway.model import Authority, SourceKind

YEAR = 2026


@pytest.mark.parametrize(
    ("kind", "as_of", "expected"),
    [
        (SourceKind.STATUTE, str(YEAR), ()),
        (SourceKind.STATUTE, str(YEAR - OLD_AFTER + 1), ()),
        (SourceKind.STATUTE, str(YEAR - OLD_AFTER), (Mark.OLD,)),
        (SourceKind.OFFICIAL, "2019 (ch. 4)", (Mark.OLD,)),
        (SourceKind.GUIDE, str(YEAR), (Mark.GUIDE,)),
        (SourceKind.SECONDARY, "1999-05-01", (Mark.SECONDARY, Mark.OLD)),
        (SourceKind.STATUTE, None, ()),
        (SourceKind.STATUTE, "undated page", ()),
        (SourceKind.GENERAL, "1999", ()),
    ],
)
def test_old_texts_and_what_only_speaks_about_the_law_are_marked(
    kind: SourceKind, as_of: str | None, expected: tuple[Mark, ...]
) -> None:
    authority = Authority("A source", as_of=as_of, kind=kind)
    assert marks(authority, YEAR) == expected
    assert Mark.OLD not in marks(authority, None)
    seen = authority_view(authority, YEAR)
    assert seen is not None
    assert seen["marked"] == [mark.value for mark in expected]


def test_nothing_is_marked_where_there_is_no_source() -> None:
    assert authority_view(None, YEAR) is None


def test_a_place_is_marked_for_the_year_in_which_it_is_read() -> None:
    law = place_law("us-wa")
    fresh, later = (place_view(law, year)["facts"]["violation_civil"]["authority"] for year in (2026, 2040))
    assert fresh["marked"] == []
    assert later["marked"] == ["old"]
    assert place_view(law)["facts"]["violation_civil"]["authority"] == fresh
