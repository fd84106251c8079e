"""Points F and G: how an order ends, and what holds when there are two."""

from __future__ import annotations

from datetime import date

import pytest

import stayaway
from stayaway.law.load import law_book
from stayaway.model import Answer, OrderId, TermKind
from tests.conformance.papers import BOTH, DAY, both, contact, happened, in_force, path, ruling, steps

BOOK = law_book()
YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE


def test_F1_a_restraining_order_has_a_set_term_and_the_data_says_how_long() -> None:
    assert [in_force(both(), "civil", day) for day in ("2025-03-01", "2025-03-02")] == [YES, NO]
    years = {i.term.default for place in ("us-ak", "us-tx", "us-ca") for i in BOOK.of(place).instruments.values()}
    assert {"P1Y", "P2Y", "P3Y"} <= years


def test_F1_a_temporary_order_until_the_hearing_gives_way_to_the_final_one_that_was_served() -> None:
    civil = BOTH[BOTH.index("  civil:\n") : BOTH.index("  no-contact:\n")]
    first = civil.replace("  civil:", "  first:").replace("instrument: wa-dvpo", "stage: temporary")
    first = first.replace("expires: 2025-03-01", "until: hearing").replace(
        "entry: served}", "entry: served}\n      - {on: 2024-03-02, entry: hearing_set, hearing: 2024-03-14}"
    )
    made = civil.replace("issued: 2024-03-01", "issued: 2024-03-14")
    served = made.replace("on: 2024-03-04, entry: served", "on: 2024-03-14, entry: served")
    unserved = made[: made.index("    docket:")]
    for text, answers in ((served, [YES, NO]), (unserved, [YES, UNSURE]), ("", [YES, UNSURE])):
        papers = stayaway.read(BOTH.replace(civil, first + text))
        assert [in_force(papers, "first", day) for day in ("2024-03-14", DAY)] == answers


def test_F2_renewal_is_asked_for_before_the_end_and_too_late_means_a_new_petition() -> None:
    early, open_, late = (
        ruling(both(), "civil", "protected_person", "ask_to_renew", on=day)
        for day in ("2024-06-01", "2025-02-01", "2025-03-02")
    )
    assert (early.ruling, open_.ruling, late.ruling) == ("may_not", "may_ask", "may_not")
    assert "December 1, 2024" in path(early)
    assert "new" in path(late)
    assert "December 1, 2024" in steps(both(), "rosa"), "the day on which the window opens is told ahead"


def test_F3_either_party_may_ask_the_civil_court_to_change_or_end_it_early() -> None:
    for role in ("protected_person", "restrained_person"):
        for act in ("ask_to_change", "ask_to_end"):
            assert ruling(both(), "civil", role, act).ruling == "may_ask"


def test_F4_a_no_contact_order_is_tied_to_its_case() -> None:
    assert in_force(both(), "no-contact", "2026-01-01") is YES
    assert in_force(happened("{on: 2024-05-01, entry: acquitted}"), "no-contact") is NO
    probation = both(("instrument: wa-nco-pretrial", "stage: probation"))
    assert in_force(probation, "no-contact", "2026-01-01") is YES


@pytest.mark.parametrize(("place", "expected"), [("us-wa", NO), ("us-ia", YES), ("us-ma", UNSURE), ("", UNSURE)])
def test_F5_a_dismissal_ends_it_or_leaves_it_or_leaves_it_open_by_place(place: str, expected: Answer) -> None:
    assert in_force(happened("{on: 2024-05-01, entry: dismissed}", place=place), "no-contact") is expected


def test_F6_one_imposed_with_probation_lasts_for_the_probation() -> None:
    text = BOTH.replace("instrument: wa-nco-pretrial", "stage: probation").replace(
        "entry: charged}", "entry: charged}\n      - {on: 2024-02-21, entry: probation_started, until: 2026-02-21}"
    )
    papers = stayaway.read(text)
    assert [in_force(papers, "no-contact", day) for day in ("2026-02-21", "2026-02-22")] == [YES, NO]


def test_F7_when_it_is_unclear_it_counts_as_in_force_and_says_what_would_settle_it() -> None:
    papers = happened("{on: 2024-05-01, entry: dismissed}", place="us-ma")
    found = stayaway.governing(papers, on=DAY)
    assert any(row.controlled_by == "no-contact" for row in found.terms)
    assert contact(papers, by="text", about="children") is UNSURE
    assert "lawyer" in steps(papers, "dan")


def test_G1_both_can_stand_at_once_between_the_same_two_people() -> None:
    assert [in_force(both(), order) for order in ("civil", "no-contact")] == [YES, YES]


def test_G2_the_restrained_person_is_bound_by_the_terms_of_each() -> None:
    shown = {(row.protected, row.term) for row in stayaway.governing(both(), on=DAY).terms}
    assert {("rosa", TermKind.NO_ABUSE), ("rosa", TermKind.NO_CONTACT), ("sam", TermKind.NO_CONTACT)} <= shown


def test_G3_where_they_differ_the_more_restrictive_provision_controls() -> None:
    rows = stayaway.governing(both(), on=DAY).terms
    home = next(r for r in rows if r.protected == "rosa" and r.detail.facts.get("place") == "home")
    work = next(r for r in rows if r.protected == "rosa" and r.detail.facts.get("place") == "work")
    ban = next(r for r in rows if r.protected == "rosa" and r.term is TermKind.NO_CONTACT)
    assert (home.controlled_by, str(home.detail.facts["distance"])) == ("no-contact", "1000 ft")
    assert (work.controlled_by, str(work.detail.facts["distance"])) == ("civil", "500 ft")
    assert (ban.controlled_by, ban.also_in) == ("no-contact", ("civil",))
    assert contact(both(), by="text", about="children") is YES, (
        "an exception needs every order that forbids the contact"
    )
    assert in_force(both(), "civil", "2025-03-01") is YES
    ends = [change.on for change in stayaway.governing(both(), on=DAY).changes if change.order == "civil"]
    assert date(2025, 3, 1) in ends


def test_G4_each_governing_term_names_its_order_and_the_defence_lawyer_is_asked_about_both() -> None:
    rows = stayaway.governing(both(), on=DAY).terms
    assert {row.controlled_by for row in rows} == {OrderId("civil"), OrderId("no-contact")}
    assert "criminal defense lawyer about both" in " ".join(steps(both(), "dan").split())
