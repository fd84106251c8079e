"""The two kinds side by side and the common questions: read from the rules, general or of a place."""

from __future__ import annotations

from datetime import date

import pytest

from stayaway.law.load import known_jurisdictions, law_book, place_law
from stayaway.model import Answer, AsOf, Reason, SourceKind
from stayaway.reasoning.codes.comparison import ComparisonCode as C
from stayaway.reasoning.comparison import compare, faq, lasting
from stayaway.wording import Speaker

AT = AsOf(date(2026, 6, 1))


def codes(reasons: tuple[Reason, ...]) -> list[object]:
    return [reason.code for reason in reasons]


def test_the_general_quick_reference() -> None:
    rows = {row.question.code: (codes(row.civil), codes(row.criminal)) for row in compare(law_book(), None, AT)}
    assert rows == {
        C.WHO_FILES: ([C.FILES_PROTECTED_PERSON], [C.FILES_CRIMINAL_COURT]),
        C.WHICH_COURT: ([C.COURT_CIVIL], [C.COURT_CRIMINAL]),
        C.CAN_THEY_END_IT: ([C.END_BY_PETITION], [C.END_NOT_ALONE]),
        C.HOW_LONG: ([C.LASTS_SET_TIME], [C.LASTS_WITH_CASE]),
        C.CASE_PENDING: ([C.NO_CASE_NEEDED], [C.CASE_NEEDED]),
    }


def test_general_answers_rest_on_the_general_rule_alone() -> None:
    said = [r for row in compare(law_book(), None, AT) for r in (*row.civil, *row.criminal)]
    said += [r for one in faq(law_book(), None, AT) for r in one.reasons]
    kinds = {reason.authority.kind for reason in said if reason.authority is not None}
    assert kinds == {SourceKind.GENERAL}
    assert not any("place" in reason.facts for reason in said)


@pytest.mark.parametrize("place", known_jurisdictions())
def test_a_place_adds_its_own_law_with_its_source(place: str) -> None:
    name = place_law(place).name
    rows, answers = compare(law_book(), place, AT), faq(law_book(), place, AT)
    said = [r for row in rows for r in (*row.civil, *row.criminal)] + [r for one in answers for r in one.reasons]
    local = [reason for reason in said if "place" in reason.facts]
    assert local
    assert {reason.facts["place"] for reason in local} == {name}
    assert all(reason.authority is not None for reason in local)
    assert [one.answer for one in answers] == [Answer.YES, Answer.YES, Answer.YES, Answer.UNSURE]
    speaker = Speaker()
    assert all(speaker.say(reason) for reason in said)
    assert all(speaker.say(one.length) for one in lasting(place_law(place)))


def test_a_place_that_lets_the_protected_person_ask_the_criminal_court_says_so() -> None:
    ends = next(row for row in compare(law_book(), "us-wa", AT) if row.question.code is C.CAN_THEY_END_IT)
    assert codes(ends.criminal) == [C.END_NOT_ALONE, C.END_MAY_ASK_COURT]


def test_the_length_of_an_order_type_is_said_as_the_law_sets_it() -> None:
    lengths = {one.instrument.id: one.length for one in lasting(place_law("us-wa"))}
    assert lengths["wa-temp"].code is C.LENGTH_SET
    assert lengths["wa-dvpo"].code is C.LENGTH_AT_LEAST
    assert lengths["wa-nco-precharge"].code is C.LENGTH_AT_MOST
    assert lengths["wa-nco-pretrial"].code is C.LENGTH_UNTIL
    assert lengths["wa-nco-sentence"].code is C.LENGTH_NO_LIMIT


def test_a_place_nobody_knows_has_the_general_answers() -> None:
    assert compare(law_book(), "us-zz", AT) == compare(law_book(), None, AT)
    assert lasting(law_book().of("us-zz")) == ()
