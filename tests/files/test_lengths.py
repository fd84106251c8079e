"""A longer life must be longer: what an order file may say about a new end, and what is a slip in its year."""

from __future__ import annotations

import pytest

from stayaway.files import FileFaults, read_text
from stayaway.law.load import law_book
from stayaway.wording.say import Speaker
from tests.files.book import TWO_ORDERS, codes, faults

RENEWED = "      - {on: 2025-02-10, entry: renewed, until: 2027-03-01}\n"
EARLIER, OWN_DAY, PERMANENT = "file.lengthened_to_earlier", "file.ends_before_entry", "file.lengthened_but_permanent"


def with_docket(*entries: str, expires: str = "2025-03-01") -> str:
    """The civil order, served on March 4, 2024, with these entries."""
    assert RENEWED in TWO_ORDERS
    assert "expires: 2025-03-01" in TWO_ORDERS
    text = TWO_ORDERS.replace(RENEWED, "".join(f"      - {{{entry}}}\n" for entry in entries))
    return text.replace("    expires: 2025-03-01\n", f"    expires: {expires}\n" if expires else "")


def wrong(*entries: str, expires: str = "2025-03-01") -> list[str]:
    return [f"file.{code}" for code in codes(with_docket(*entries, expires=expires))]


RENEWED_2025 = "on: 2025-02-10, entry: renewed, until: 2027-03-01"
RENEWED_2027 = "on: 2027-02-10, entry: renewed, until: 2029-03-01"


@pytest.mark.parametrize(
    ("entries", "expires"),
    [
        ((RENEWED_2025, RENEWED_2027), "2025-03-01"),
        ((RENEWED_2027, RENEWED_2025), "2025-03-01"),  # written down in any order
        ((RENEWED_2025, RENEWED_2027), "2029-03-01"),  # the end that the paper shows by now
        ((RENEWED_2025,), "2027-03-01"),
        (("on: 2024-05-01, entry: extended, until: 2024-06-01",), ""),  # the end before is not known
        (("on: 2025-02-10, entry: renewed, until: never",), "2025-03-01"),
        (("on: 2025-02-10, entry: renewed, until: never",), "never"),
        (("on: 2025-02-10, entry: extended, until: 2025-03-01",), "2025-03-01"),  # nothing longer, and nothing shorter
        (("on: 2025-04-10, entry: renewed, until: 2025-04-10",), "2025-03-01"),
        (("on: 2024-05-01, entry: modified, until: 2024-06-01",), "2025-03-01"),  # a court may make it shorter
        (("on: 2024-05-01, entry: modified, until: 2024-05-01",), "never"),
        (
            (
                "on: 2024-05-01, entry: modified, until: 2024-06-01",
                "on: 2024-05-20, entry: extended, until: 2024-09-01",
            ),
            "2025-03-01",
        ),
        (  # two things of one day, in whatever order
            (
                "on: 2024-05-01, entry: extended, until: 2024-09-01",
                "on: 2024-05-01, entry: modified, until: 2024-06-01",
            ),
            "2025-03-01",
        ),
        (
            ("on: 2024-05-01, entry: terminated", "on: 2024-06-01, entry: renewed, until: 2024-07-01"),
            "2025-03-01",
        ),
    ],
)
def test_what_a_court_may_have_done(entries: tuple[str, ...], expires: str) -> None:
    assert wrong(*entries, expires=expires) == []


@pytest.mark.parametrize(
    ("entries", "expires", "found"),
    [
        (("on: 2024-05-01, entry: extended, until: 2025-02-28",), "2025-03-01", [EARLIER]),
        (("on: 2025-02-10, entry: renewed, until: 2024-12-31",), "2025-03-01", [OWN_DAY]),
        (("on: 2025-02-10, entry: modified, until: 2025-02-09",), "2025-03-01", [OWN_DAY]),
        (("on: 2025-02-10, entry: renewed, until: 2024-12-31",), "", [OWN_DAY]),
        (("on: 2025-02-10, entry: renewed, until: 2027-03-01",), "never", [PERMANENT]),
        ((RENEWED_2025, "on: 2026-02-10, entry: renewed, until: 2026-12-31"), "2025-03-01", [EARLIER]),
        (("on: 2026-02-10, entry: renewed, until: 2026-12-31", RENEWED_2025), "", [EARLIER]),
        (
            (
                "on: 2024-05-01, entry: extended, until: 2024-09-01",
                "on: 2024-06-01, entry: extended, until: 2024-10-01",
            ),
            "2025-03-01",
            [EARLIER, EARLIER],
        ),
        (("on: 2025-02-10T09:00, entry: renewed, until: 2025-02-09",), "2025-03-01", [OWN_DAY]),
    ],
)
def test_what_cannot_be_is_a_fault_each_time(entries: tuple[str, ...], expires: str, found: list[str]) -> None:
    assert wrong(*entries, expires=expires) == found


def test_a_lengthening_of_another_court_is_not_held_against_the_end() -> None:
    shorter = "on: 2024-05-01, entry: extended, until: 2024-09-01, court: "
    assert wrong(f"{shorter}Multnomah County Circuit Court") == []
    assert wrong(f"{shorter}King County Superior Court") == [EARLIER]


def test_a_slip_in_the_year_says_what_was_read_and_what_would_be_right() -> None:
    (fault,) = faults(with_docket("on: 2024-05-01, entry: extended, until: 2024-06-01"))
    said = Speaker().say(fault.reason())
    assert (fault.path, fault.read) == ("orders.civil.docket[1].until", "2024-06-01")
    for part in ("2024-06-01", "March 1, 2025", "Check the year", "modified"):
        assert part in said
    spoken = Speaker("es").say(fault.reason())
    assert "Revise el año" in spoken


def test_faults_of_the_ends_come_with_all_others() -> None:
    text = with_docket(
        "on: 2024-05-01, entry: extended, until: 2024-06-01", "on: 2024-07-01, entry: modified, until: 2024-06-30"
    ).replace("by: text", "by: facbook")
    with pytest.raises(FileFaults) as found:
        read_text(text, "orders.yaml", law_book())
    assert {fault.code.value for fault in found.value.faults} >= {EARLIER, OWN_DAY, "file.unknown_channel"}
