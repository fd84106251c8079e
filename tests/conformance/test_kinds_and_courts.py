"""Points A, B and C: who reads, which kind is which, where an order comes from and who starts it."""

from __future__ import annotations

from datetime import date

import pytest

import stayaway
from stayaway.law.load import known_jurisdictions, law_book
from stayaway.law.resolve import resolve_instrument
from stayaway.model import Answer, AsOf, Kind, OrderId, Stage
from stayaway.reasoning.guidance import Audience, steps_without_papers
from stayaway.wording.say import Speaker
from tests.conformance.papers import BOTH, DAY, both, contact, exposed, path, ruling, steps

BOOK = law_book()


def advice(audience: str) -> str:
    found = steps_without_papers(Audience(audience), BOOK, "us-wa", AsOf(date.fromisoformat(DAY)))
    return "\n".join(Speaker().say(step.reason) for step in found)


def test_A1_each_reader_has_guidance_of_their_own() -> None:
    texts = {audience: advice(audience) for audience in ("seeking_protection", "restrained", "family", "professional")}
    assert all(texts.values())
    assert len(set(texts.values())) == len(texts)


def test_A2_the_paper_tells_which_kind_it_is_or_that_it_cannot() -> None:
    criminal = stayaway.identify({"caption": "State of Washington v. Cole", "conditions": ["bail"]})
    civil = stayaway.identify({"caption": "In re Marin and Cole", "who_asked": "the petitioner"})
    neither = stayaway.identify({"title": "Order"})
    assert (criminal.kind, civil.kind, neither.kind) == (Kind.CRIMINAL, Kind.CIVIL, None)
    assert neither.settle_by is not None


def test_A3_both_kinds_forbid_contact_and_breaking_either_is_a_crime() -> None:
    found = stayaway.assess(both(), from_="dan", to="rosa", by="phone", on=DAY)
    for answer in found.orders:
        assert answer.prohibited is Answer.YES
        law = BOOK.of("us-wa").violation_of(both().orders[answer.order].kind, None)
        assert law.offense in exposed(both(), answer.order)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("us-wa", "DVPO"),
        ("us-ca", "DVRO"),
        ("us-ny", "final order of protection"),
        ("us-ma", "Harassment prevention order"),
    ],
)
def test_B1_the_local_names_of_a_restraining_order_mean_a_civil_order(place: str, name: str) -> None:
    found = resolve_instrument(BOOK.of(place), name)
    candidates = [found.instrument] if found.instrument else list(found.choices)
    assert any(instrument.track is Kind.CIVIL for instrument in candidates)


def test_B1_every_place_has_civil_instruments_by_its_own_names() -> None:
    for place in known_jurisdictions():
        names = [i.name for i in BOOK.of(place).instruments.values() if i.track is Kind.CIVIL]
        assert names


def test_B2_the_prosecutor_has_no_say_in_a_civil_order() -> None:
    for act in ("ask_to_change", "ask_to_end", "impose", "ask_to_renew"):
        assert ruling(both(), "civil", "prosecutor", act).ruling == "may_not"


def test_B3_a_no_contact_order_needs_a_criminal_case() -> None:
    assert both().orders[OrderId("no-contact")].kind is Kind.CRIMINAL
    with pytest.raises(stayaway.FileFaults) as raised:
        stayaway.read(BOTH.replace("case: assault", "case: family"))
    assert any("wa-nco-pretrial" in str(fault.read) for fault in raised.value.faults)


@pytest.mark.parametrize("stage", ["emergency", "pretrial", "probation", "sentence"])
def test_B4_the_stages_of_a_criminal_order(stage: str) -> None:
    papers = both(("instrument: wa-nco-pretrial", f"stage: {stage}"))
    assert papers.orders[OrderId("no-contact")].stage == Stage(stage)
    with pytest.raises(stayaway.FileFaults):
        both(("instrument: wa-nco-pretrial", "stage: final"))


def test_C1_the_protected_person_starts_a_civil_order() -> None:
    assert ruling(both(), "civil", "protected_person", "petition").ruling == "may"
    assert "petition" in advice("seeking_protection")


def test_C2_a_civil_order_needs_no_criminal_case() -> None:
    alone = stayaway.read(
        "people: {r: {}, d: {}}\ncases: {c: {kind: civil, petitioner: r, respondent: d}}\n"
        "orders: {o: {case: c, stage: final, restrained: d, protects: [r], issued: 2024-03-01, expires: 2025-03-01}}\n"
    )
    assert stayaway.standing(alone, "o", on=DAY).in_force is Answer.YES


def test_C3_the_protected_person_drives_the_civil_case_from_start_to_end() -> None:
    for act in ("ask_to_change", "ask_to_end"):
        assert ruling(both(), "civil", "protected_person", act).ruling == "may_ask"
    assert ruling(both(), "civil", "protected_person", "ask_to_renew", on="2025-02-01").ruling == "may_ask"


def test_C4_the_prosecutor_asks_and_the_criminal_court_imposes() -> None:
    assert ruling(both(), "no-contact", "prosecutor", "impose").ruling == "may_ask"
    assert ruling(both(), "no-contact", "criminal_court", "impose").ruling == "may"
    assert ruling(both(), "no-contact", "civil_court", "impose").ruling == "may_not"


def test_C5_the_protected_person_does_not_file_for_a_no_contact_order() -> None:
    found = ruling(both(), "no-contact", "protected_person", "petition")
    assert found.ruling == "may_not"
    assert "prosecutor" in path(found)
    assert "civil" in path(found)


def test_C6_a_wish_may_be_told_and_nobody_need_ask() -> None:
    assert ruling(both(), "no-contact", "protected_person", "express_wishes").ruling == "may"
    assert "prosecutor" in steps(both(), "rosa")
    assert contact(both(), by="phone") is Answer.YES, "nobody asked for the order in the file, and it binds"
