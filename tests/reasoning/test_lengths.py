"""How long the law lets an order of a sentence last: it bounds the order and settles nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from stayaway.law.book import LawBook
from stayaway.law.load import known_jurisdictions, law_book
from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    Charge,
    ChargeCategory,
    ChargeLevel,
    Never,
    Order,
    OrderEvent,
    Period,
    Reason,
    Stage,
    Until,
)
from stayaway.reasoning.codes.standing import StandingCode as Code
from stayaway.reasoning.moments import Moments
from stayaway.reasoning.standing import Standing, standing
from stayaway.wording.say import Speaker
from tests.reasoning.made_up_law import HERE, an_instrument, made_up
from tests.reasoning.making_orders import criminal_case, criminal_order, entry, with_entries

MADE = date(2024, 3, 1)
SENTENCED = date(2024, 2, 20)
FIVE_YEARS = Period("P5Y")
BOUNDS = {Code.LONGEST_AHEAD, Code.LONGEST_PASSED, Code.LONGEST_UNTIL, Code.LONGEST_IN_WORDS}
KINDS = (an_instrument("zz-sentence", "criminal", "sentence"), an_instrument("zz-other", "criminal", "sentence"))


def law(*maxima: dict[str, Any], **given: Any) -> LawBook:
    return made_up(*KINDS, criminal_sentence={"maxima": maxima, "source": ["law"], **given})


def sentence(charge: Charge | None = None, docket: tuple[CaseEntry, ...] = (), **given: Any) -> Order:
    case = criminal_case(HERE, charge=charge or Charge(), docket=docket)
    return criminal_order(HERE, **{"case": case, "stage": Stage.SENTENCE, **given})


def at(order: Order, book: LawBook, day: date) -> Standing:
    return standing(order, book, AsOf(day))


def bounds(found: Standing) -> list[Reason]:
    return [reason for reason in found.reasons if reason.code in BOUNDS]


@pytest.mark.parametrize(("days", "code"), [(0, Code.LONGEST_AHEAD), (1, Code.LONGEST_PASSED)])
def test_it_is_said_with_its_authority_and_the_answer_stays_unsure_on_both_sides_of_the_day(
    days: int, code: Code
) -> None:
    book, order = law({"length": FIVE_YEARS, "counts_from": "entry"}), sentence()
    last = FIVE_YEARS.after(MADE)
    found = at(order, book, last + timedelta(days))
    (said,) = bounds(found)
    assert said.code is code
    assert (said.facts["start"], said.facts["end"], said.facts["length"]) == (MADE, last, FIVE_YEARS)
    assert said.authority is not None
    assert found.in_force is Answer.UNSURE
    assert found.ends is None


def test_an_order_of_probation_that_was_taken_to_go_on_is_unsure_once_that_time_is_over() -> None:
    book, order = law({"length": "P2Y"}), sentence(stage=Stage.PROBATION)
    last = Period("P2Y").after(MADE)
    assert at(order, book, last).in_force is Answer.YES
    assert at(order, book, last + timedelta(1)).in_force is Answer.UNSURE
    assert Moments.of(order, book).stretch(AsOf(last)) != Moments.of(order, book).stretch(AsOf(last + timedelta(1)))


@pytest.mark.parametrize(
    ("counts_from", "start"),
    [("sentencing", SENTENCED), ("entry", MADE), (None, MADE), ("release", None), ("end_of_sentence", None)],
)
def test_it_is_counted_from_the_day_that_the_law_names_if_the_papers_show_it(
    counts_from: str | None, start: date | None
) -> None:
    order = sentence(docket=(CaseEntry(CaseEvent.SENTENCED, SENTENCED),))
    book = law({"length": FIVE_YEARS, "counts_from": counts_from}, maximum="five years, as the case may be")
    (said,) = bounds(at(order, book, date(2025, 1, 1)))
    assert said.facts.get("start") == start
    assert said.code is (Code.LONGEST_IN_WORDS if start is None else Code.LONGEST_AHEAD)


MISDEMEANOR = {"level": "misdemeanor", "length": "P2Y"}
FELONY = {"level": "felony", "length": "P5Y"}
STALKING = {"charge": "stalking", "length": "P10Y"}


@pytest.mark.parametrize(
    ("charge", "longest"),
    [
        (Charge(level=ChargeLevel.MISDEMEANOR, category=ChargeCategory.ASSAULT), "P2Y"),
        (Charge(level=ChargeLevel.FELONY, category=ChargeCategory.ASSAULT), "P5Y"),
        (Charge(level=ChargeLevel.MISDEMEANOR, category=ChargeCategory.STALKING), "P10Y"),
        (Charge(category=ChargeCategory.ASSAULT), "P5Y"),
        (Charge(), "P10Y"),
    ],
)
def test_of_the_lengths_that_the_charge_does_not_rule_out_the_longest_counts(charge: Charge, longest: str) -> None:
    (said,) = bounds(at(sentence(charge), law(MISDEMEANOR, FELONY, STALKING), date(2024, 6, 1)))
    assert said.facts["length"] == longest


def test_a_length_for_one_kind_of_order_bounds_no_other() -> None:
    book = law({"instruments": ["zz-sentence"], "length": "P2Y"})
    day = date(2024, 6, 1)
    assert bounds(at(sentence(instrument="zz-sentence"), book, day))
    assert not bounds(at(sentence(instrument="zz-other"), book, day))
    assert bounds(at(sentence(), book, day)), "it may be of that kind"
    assert not bounds(at(sentence(stage=Stage.PROBATION), book, day)), "that kind is no order of probation"
    assert not bounds(at(sentence(stage=Stage.PRETRIAL), book, day))


@pytest.mark.parametrize(
    ("maxima", "code"),
    [
        ([{"length": "sentence"}], Code.LONGEST_UNTIL),
        ([{"length": "sentence"}, {"length": "probation"}], Code.LONGEST_UNTIL),
        ([{"length": "sentence", "plus": "P2Y"}], Code.LONGEST_IN_WORDS),
        ([{"length": "life"}], Code.LONGEST_IN_WORDS),
        ([{"length": "none"}], Code.LONGEST_IN_WORDS),
        ([{"length": "P5Y"}, {"length": "statutory_maximum"}], Code.LONGEST_IN_WORDS),
    ],
)
def test_what_no_day_can_be_counted_for_is_said_in_words(maxima: list[dict[str, Any]], code: Code) -> None:
    found = at(sentence(), law(*maxima, maximum="the sources say so"), date(2044, 6, 1))
    assert [reason.code for reason in bounds(found)] == [code]
    assert found.in_force is Answer.UNSURE


def test_several_events_are_said_with_or_and_what_the_paper_says_is_not_said_again() -> None:
    book = law({"length": "sentence"}, {"length": "probation"})
    (said,) = bounds(at(sentence(), book, date(2025, 1, 1)))
    assert "until the end of the sentence or the end of probation at most" in Speaker().say(said)
    until = sentence(until=Until.SENTENCE_ENDS)
    assert not bounds(at(until, book, date(2025, 1, 1)))


def test_an_order_whose_end_is_known_or_that_the_court_made_longer_is_not_bounded() -> None:
    book, day = law({"length": "P2Y"}), date(2030, 1, 1)
    assert not bounds(at(sentence(expires=date(2031, 1, 1)), book, day))
    assert not bounds(at(sentence(expires=Never.NEVER), book, day))
    longer = with_entries(sentence(), entry(OrderEvent.EXTENDED, date(2025, 6, 1)))
    assert not bounds(at(longer, book, day))


def test_the_law_of_an_earlier_day_is_cautioned_about_here_too() -> None:
    book = law({"length": "P5Y"}, holds_from="2024-06-01")
    for day, said in ((date(2024, 5, 31), True), (date(2024, 6, 1), False)):
        found = {reason.code for reason in at(sentence(), book, day).reasons}
        assert (Code.LAW_OF_THAT_DAY_UNKNOWN in found) is said


@pytest.mark.parametrize("place", known_jurisdictions())
def test_every_length_of_every_place_can_be_said_and_turns_no_answer_into_yes_or_no(place: str) -> None:
    book, speaker = law_book(), Speaker()
    for stage in (Stage.SENTENCE, Stage.PROBATION):
        for level in (None, *ChargeLevel):
            for category in (None, *ChargeCategory):
                case = criminal_case(place, charge=Charge(level=level, category=category))
                order = criminal_order(place, case=case, stage=stage)
                for day in (date(2024, 6, 1), date(2060, 1, 1)):
                    found = at(order, book, day)
                    assert found.in_force in (
                        (Answer.UNSURE,) if stage is Stage.SENTENCE else (Answer.YES, Answer.UNSURE)
                    )
                    for reason in bounds(found):
                        assert "not known" not in speaker.say(reason)
