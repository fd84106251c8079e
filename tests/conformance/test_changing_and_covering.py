"""Points D and E: who can change an order, and what it covers."""

from __future__ import annotations

import stayaway
from stayaway.law.load import known_jurisdictions, law_book
from stayaway.model import Answer, TermKind
from stayaway.wording.say import Speaker
from tests.conformance.papers import DAY, both, contact, exposed, in_force, path, ruling, steps

BOOK = law_book()


def test_D1_civil_the_protected_person_may_ask_and_the_court_looks_at_what_changed() -> None:
    for act in ("ask_to_change", "ask_to_end"):
        found = ruling(both(), "civil", "protected_person", act)
        assert found.ruling == "may_ask"
        assert "changed" in " ".join(Speaker().say(reason) for reason in found.reasons)


def test_D2_criminal_the_protected_person_cannot_have_it_dropped() -> None:
    found = ruling(both(place=""), "no-contact", "protected_person", "ask_to_end")
    assert found.ruling == "may_not"
    assert "prosecutor" in path(found)
    assert ruling(both(), "no-contact", "protected_person", "end").ruling == "may_not"


def test_D3_nobody_but_the_court_can_permit_contact() -> None:
    for order, court in (("civil", "civil_court"), ("no-contact", "criminal_court")):
        for role in ("protected_person", "restrained_person", "prosecutor", "family", "law_enforcement"):
            assert ruling(both(), order, role, "permit_contact").ruling == "may_not"
        assert ruling(both(), order, court, "permit_contact").ruling == "may"
    assert contact(both(), by="phone", started_by="rosa") is contact(both(), by="phone")


def test_D4_answering_an_invitation_is_still_prohibited_and_the_answer_says_so() -> None:
    found = stayaway.assess(both(), from_="dan", to="rosa", by="phone", started_by="rosa", on=DAY)
    said = " ".join(Speaker("en", both()).say(reason) for reason in found.reasons)
    assert found.prohibited is Answer.YES
    assert "Rosa Marin reached out first changes nothing" in said


def test_D5_only_the_criminal_court_of_the_case_can_lift_it() -> None:
    served = "      - {on: 2024-02-21, entry: served}\n"
    for court, expected in (("King County Superior Court", Answer.YES), ("Seattle Municipal Court", Answer.NO)):
        lifted = f"      - {{on: 2024-05-01, entry: lifted, court: {court}}}\n"
        assert in_force(both((served, served + lifted)), "no-contact") is expected
    for role in ("protected_person", "prosecutor", "civil_court", "defense_counsel", "law_enforcement"):
        assert ruling(both(), "no-contact", role, "end").ruling != "may"
    assert ruling(both(), "no-contact", "criminal_court", "end").ruling == "may"


def test_D6_the_judge_decides_and_is_slow_in_cases_of_domestic_violence() -> None:
    assert "do not want to lift" in steps(both(), "rosa")
    other = both(("category: domestic_violence", "category: other"))
    assert "do not want to lift" not in steps(other, "rosa")


def test_E1_the_terms_a_civil_order_may_have_and_the_relief_a_place_offers() -> None:
    terms = "\n".join(
        (
            "      - move_out: {of: home}",
            "      - surrender_firearms",
            "      - pay_support: 300 dollars a month",
            "      - no_abuse\n",
        )
    )
    papers = both(("      - no_abuse\n", terms))
    shown = {row.term for row in stayaway.governing(papers, on=DAY).terms if row.controlled_by == "civil"}
    assert {TermKind.MOVE_OUT, TermKind.SURRENDER_FIREARMS, TermKind.PAY_SUPPORT, TermKind.STAY_AWAY} <= shown
    assert contact(papers, by="text", through="sam", about="property") is Answer.YES, "indirect contact too"
    firearms = {BOOK.of(place).civil_relief.firearms for place in known_jurisdictions()}
    assert {"mandatory", "discretionary"} <= firearms


def test_E2_a_no_contact_order_protects_victim_and_witnesses() -> None:
    for person in ("rosa", "sam"):
        found = stayaway.assess(both(), from_="dan", to=person, by="mail", on=DAY)
        assert Answer.YES in {o.prohibited for o in found.orders if o.order == "no-contact"}
    assert stayaway.assess(both(), from_="dan", to="sam", by="mail", through="kit", on=DAY).prohibited is Answer.YES
    assert stayaway.assess(both(), from_="dan", to="kit", by="mail", on=DAY).prohibited is Answer.NO


def test_E3_terms_are_read_from_the_order_and_unknown_ones_are_said_to_be_unknown() -> None:
    plain = "    terms:\n      - no_contact\n      - stay_away: {from: [home], distance: 1000 ft}\n"
    untold = both((plain, ""))
    found = stayaway.assess(untold, from_="dan", to="sam", by="mail", on=DAY)
    assert found.prohibited is Answer.UNSURE
    assert None in {row.term for row in stayaway.governing(untold, on=DAY).terms}
    assert exposed(untold, "no-contact")
