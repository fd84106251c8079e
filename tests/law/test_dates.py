"""When a value of law holds: from a day, until a day, and not known before its text."""

from __future__ import annotations

from datetime import date

from stayaway.law.load import law_book
from stayaway.law.schema import Cited
from stayaway.model import Answer, Authority, Kind, SourceKind

BOOK = law_book()
LAW = BOOK.of("us-wa")


def value(**given: object) -> Cited:
    return Cited.model_validate(given).model_copy(update={"rests_on": (Authority("A law", None, "2020"),)})


def test_a_value_holds_from_and_until_its_days() -> None:
    between = value(holds_from="2022-07-01", holds_until="2026-01-01")
    answers = [LAW.holds_on(between, date(*day)) for day in ((2022, 6, 30), (2022, 7, 1), (2025, 12, 31), (2026, 1, 1))]
    assert answers == [Answer.UNSURE, Answer.YES, Answer.YES, Answer.UNSURE]


def test_without_days_it_holds_from_the_year_of_its_text() -> None:
    assert [LAW.holds_on(value(), date(year, 6, 1)) for year in (2019, 2020)] == [Answer.UNSURE, Answer.YES]
    general = value().model_copy(update={"rests_on": (Authority("General", kind=SourceKind.GENERAL),)})
    assert LAW.holds_on(general, date(1950, 1, 1)) is Answer.YES


def test_law_that_was_replaced_is_not_known_to_hold_after_it() -> None:
    replaced = BOOK.of("us-nd").violation_civil
    assert replaced.holds_until is not None
    assert BOOK.of("us-nd").holds_on(replaced, replaced.holds_until) is Answer.UNSURE
    assert replaced.holds_until in BOOK.of("us-nd").turning_days


def test_an_order_type_may_have_askers_of_its_own() -> None:
    law = BOOK.of("us-nm")
    own, place = law.modify_of(Kind.CIVIL, law.instruments["nm-extended"]), law.civil_modify
    assert own.asks == ("protected_person",)
    assert own.asks != place.asks
    assert own.authority == law.instruments["nm-extended"].authority
    assert law.modify_of(Kind.CIVIL, law.instruments["nm-order"]) == place
