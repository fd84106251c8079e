"""What readers are told who have no order file."""

from __future__ import annotations

from string import Formatter

import pytest

from stayaway.law.load import known_jurisdictions, law_book
from stayaway.model import SourceKind
from stayaway.reasoning.codes.guidance import GuidanceCode as C
from stayaway.reasoning.guidance import Audience, Step, steps_without_papers
from stayaway.wording.say import Speaker
from stayaway.wording.sentences.guidance import SENTENCES
from tests.reasoning.making_orders import on

BOOK = law_book()


def told(audience: Audience, place: str | None = None) -> tuple[Step, ...]:
    return steps_without_papers(audience, BOOK, place, on(2025, 1, 20))


def codes(audience: Audience, place: str | None = None) -> list[str]:
    return [step.reason.code for step in told(audience, place)]


def said(audience: Audience, place: str | None = None) -> str:
    return " ".join(Speaker().say(step.reason) for step in told(audience, place))


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("place", [None, "us-zz", *known_jurisdictions()])
def test_there_is_guidance_for_every_reader_everywhere_and_it_can_be_said(
    audience: Audience, place: str | None
) -> None:
    found = told(audience, place)
    assert len(found) >= 5
    for step in found:
        needed = {name for _, name, _, _ in Formatter().parse(SENTENCES[step.reason.code]) if name}
        assert needed <= set(step.reason.facts)
    assert len(found) == len({(step.reason.code, tuple(step.reason.facts.items())) for step in found})


@pytest.mark.parametrize("audience", list(Audience))
def test_everyone_who_is_unsure_is_sent_to_a_licensed_lawyer_of_the_state(audience: Audience) -> None:
    assert C.LAWYER_READS_THE_ORDERS in codes(audience)


def test_whoever_seeks_protection_petitions_without_a_criminal_case_and_gets_help() -> None:
    found = codes(Audience.SEEKING_PROTECTION)
    assert found[:2] == [C.CALL_EMERGENCY, C.PETITION]
    text = said(Audience.SEEKING_PROTECTION)
    for words in ("You do not need a criminal case", "self-help center", "legal aid", "ask the prosecutor"):
        assert words in text


def test_asking_is_called_free_only_where_the_data_says_so() -> None:
    assert C.FILING_IS_FREE in codes(Audience.SEEKING_PROTECTION, "us-wa")
    for unknown in ("us-az", None):
        found = codes(Audience.SEEKING_PROTECTION, unknown)
        assert C.FILING_IS_FREE not in found
        assert C.FILING_FEE_UNKNOWN in found


def test_whoever_is_under_an_order_is_told_to_obey_to_go_and_of_the_lawyer() -> None:
    text = said(Audience.RESTRAINED)
    for words in ("obey every term", "even if they contact you first", "Go to every hearing", "public defender"):
        assert words in text
    for words in ("firearm", "Call your lawyer at once", "never by ignoring", "ask your criminal defense lawyer"):
        assert words in text


def test_the_protected_reader_reports_renews_in_time_and_carries_the_order() -> None:
    found = codes(Audience.PROTECTED)
    assert {C.REPORT_ANY_VIOLATION, C.RENEWAL_IN_TIME, C.CARRY_ORDER, C.IF_A_CRIMINAL_CASE} <= set(found)


def test_family_may_ask_for_a_child_only_where_the_law_says_so() -> None:
    assert C.ASK_FOR_A_CHILD in codes(Audience.FAMILY, "us-wa")
    assert C.ASK_FOR_A_CHILD not in codes(Audience.FAMILY, "us-ca")


def test_the_place_s_help_page_is_shown_with_its_address() -> None:
    (page,) = [step for step in told(Audience.FAMILY, "us-wa") if step.reason.code is C.LOCAL_HELP]
    assert page.reason.facts["url"].startswith("https://")
    assert C.LOCAL_HELP not in codes(Audience.FAMILY)


def test_the_lines_for_help_come_from_the_federal_data() -> None:
    lines = {line.contact for line in BOOK.federal.file.help_lines}
    shown = {step.reason.facts["contact"] for step in told(Audience.PROTECTED) if "contact" in step.reason.facts}
    assert shown == lines


def test_an_unknown_place_gets_the_general_rules_under_their_name() -> None:
    petition = next(step for step in told(Audience.SEEKING_PROTECTION, "us-zz") if step.reason.code is C.PETITION)
    assert petition.reason.authority is not None
    assert petition.reason.authority.kind is SourceKind.GENERAL
