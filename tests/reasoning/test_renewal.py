"""The renewal window: before it opens, within it, after the end, too late, and where it is not known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, Never, Order, OrderEvent, SourceKind, Stage
from stayaway.reasoning.authority import Act, Role, Ruling, RulingFinding, ruling
from stayaway.reasoning.codes.authority import AuthorityCode as C
from stayaway.reasoning.renewal import RenewalWindow, WindowState, renewal_window
from stayaway.reasoning.standing import standing
from tests.reasoning.made_up_law import HERE, an_instrument, made_up
from tests.reasoning.making_orders import civil_order, criminal_order, entry, with_entries

BOOK = law_book()
END = date(2025, 3, 1)


def window(order: Order, at: date) -> RenewalWindow:
    return renewal_window(order, BOOK, AsOf(at))


def to_renew(order: Order, at: date, role: Role = Role.PROTECTED_PERSON, act: Act = Act.ASK_TO_RENEW) -> RulingFinding:
    return ruling(order, act, role, BOOK, AsOf(at))


def days_after_end(days: int) -> date:
    return END + timedelta(days)


@pytest.mark.parametrize(
    ("place", "opens", "closes"),
    [
        ("us-wa", date(2024, 12, 1), END),
        ("us-ca", date(2024, 12, 1), END),
        ("us-ak", date(2025, 1, 30), date(2025, 4, 30)),
        ("us-tx", date(2025, 1, 30), None),
        ("us-ma", None, END),
        ("us-ny", None, END),
        (None, None, END),
    ],
)
def test_the_window_is_counted_from_the_end_by_the_law_of_the_place(
    place: str | None, opens: date | None, closes: date | None
) -> None:
    found = window(civil_order(place), date(2025, 2, 15))
    assert (found.end, found.opens, found.closes, found.state) == (END, opens, closes, WindowState.OPEN)


@pytest.mark.parametrize(
    ("days", "state", "wanted"),
    [
        (-31, WindowState.NOT_OPEN, Ruling.MAY_NOT),
        (-30, WindowState.OPEN, Ruling.MAY_ASK),
        (0, WindowState.OPEN, Ruling.MAY_ASK),
        (1, WindowState.LATE_OPEN, Ruling.MAY_ASK),
        (40, WindowState.LATE_OPEN, Ruling.MAY_ASK),
        (60, WindowState.LATE_OPEN, Ruling.MAY_ASK),
        (61, WindowState.CLOSED, Ruling.MAY_NOT),
    ],
)
def test_alaska_takes_a_request_from_30_days_before_the_end_to_60_days_after_it(
    days: int, state: WindowState, wanted: Ruling
) -> None:
    order = civil_order("us-ak")
    assert window(order, days_after_end(days)).state is state
    assert to_renew(order, days_after_end(days)).ruling is wanted


def test_too_early_says_from_which_day() -> None:
    finding = to_renew(civil_order("us-wa"), date(2024, 11, 30))
    assert finding.ruling is Ruling.MAY_NOT
    assert finding.path is not None
    assert finding.path.facts["opens"] == date(2024, 12, 1)


@pytest.mark.parametrize("place", ["us-wa", "us-ca", "us-ma", "us-ny", None])
def test_too_late_means_a_new_petition(place: str | None) -> None:
    finding = to_renew(civil_order(place), days_after_end(1))
    assert finding.ruling is Ruling.MAY_NOT
    assert finding.path is not None
    assert finding.path.code is C.PATH_NEW_PETITION
    assert finding.reasons[0].authority is not None


def test_where_the_place_is_silent_about_lateness_the_general_rule_is_cited() -> None:
    late = window(civil_order("us-ny"), days_after_end(1))
    assert late.reasons[0].authority is not None
    assert late.reasons[0].authority.kind is SourceKind.GENERAL


def test_where_the_law_does_not_require_asking_before_the_end_one_may_ask_later_by_its_standard() -> None:
    finding = to_renew(civil_order("us-tx"), days_after_end(200))
    assert finding.ruling is Ruling.MAY_ASK
    standard = next(reason for reason in finding.reasons if reason.code is C.RENEWAL_STANDARD)
    assert "violated before it ended" in standard.facts["law"]


def test_a_renewal_moves_the_window() -> None:
    order = with_entries(civil_order("us-wa"), entry(OrderEvent.RENEWED, date(2025, 2, 10), until=date(2027, 3, 1)))
    assert window(order, date(2025, 2, 15)).opens == date(2026, 12, 1)
    assert window(order, date(2025, 2, 15)).state is WindowState.NOT_OPEN
    assert window(order, date(2025, 2, 9)).state is WindowState.OPEN


def test_a_request_made_in_time_is_not_answered_with_a_new_petition() -> None:
    waiting = with_entries(civil_order("us-wa"), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 2, 20)))
    found = window(waiting, days_after_end(5))
    assert found.state is WindowState.UNKNOWN
    assert C.RENEWAL_ASKED in {reason.code for reason in found.reasons}
    assert to_renew(waiting, days_after_end(5), Role.CIVIL_COURT, Act.RENEW), "the court can still decide it"


def test_a_request_made_too_late_opens_nothing() -> None:
    late = with_entries(civil_order("us-nh"), entry(OrderEvent.RENEWAL_REQUESTED, days_after_end(35)))
    assert window(late, days_after_end(40)).state is WindowState.CLOSED
    assert not to_renew(late, days_after_end(40), Role.CIVIL_COURT, Act.RENEW)


def test_a_permanent_order_needs_no_renewal() -> None:
    order = civil_order(expires=Never.NEVER)
    assert window(order, END).state is WindowState.NOT_NEEDED
    assert to_renew(order, END).ruling is Ruling.MAY_NOT


def test_an_unknown_end_leaves_the_window_unknown_and_one_may_ask() -> None:
    order = civil_order(expires=None)
    assert window(order, END).state is WindowState.UNKNOWN
    finding = to_renew(order, END)
    assert finding.ruling is Ruling.MAY_ASK
    assert C.RENEWAL_END_UNKNOWN in {reason.code for reason in finding.reasons}


def test_a_renewal_without_a_new_end_leaves_the_end_unknown() -> None:
    order = with_entries(civil_order("us-wa"), entry(OrderEvent.RENEWED, date(2025, 2, 10)))
    assert window(order, date(2025, 6, 1)).state is WindowState.UNKNOWN


def test_an_order_that_the_docket_calls_expired_has_that_day_for_its_end() -> None:
    order = with_entries(civil_order("us-ak", expires=None), entry(OrderEvent.EXPIRED, END))
    assert window(order, days_after_end(40)).closes == date(2025, 4, 30)


@pytest.mark.parametrize("stage", [Stage.EMERGENCY, Stage.TEMPORARY])
def test_a_short_order_has_no_window_of_its_own(stage: Stage) -> None:
    found = window(civil_order("us-wa", stage=stage), date(2024, 3, 5))
    assert found.state is WindowState.UNKNOWN
    assert found.opens is None


def test_the_stage_of_the_instrument_counts_where_the_paper_names_only_the_instrument() -> None:
    short = civil_order("us-ak", stage=None, instrument="ak-exparte")
    assert window(short, END).reasons[0].code is C.RENEWAL_OF_SHORT_ORDER


def test_a_criminal_order_is_renewed_by_nobody() -> None:
    assert window(criminal_order("us-wa"), END).state is WindowState.NOT_NEEDED
    for role in Role:
        finding = to_renew(criminal_order("us-wa"), date(2024, 5, 1), role)
        assert finding.ruling is Ruling.MAY_NOT
    victim = to_renew(criminal_order("us-wa"), date(2024, 5, 1))
    assert victim.path is not None
    assert victim.path.code is C.PATH_PROSECUTOR_OR_PETITION


def test_an_order_ended_by_its_court_is_past_renewing_even_before_its_last_day() -> None:
    order = with_entries(civil_order("us-ak"), entry(OrderEvent.TERMINATED, date(2025, 2, 1)))
    assert window(order, date(2025, 2, 15)).state is WindowState.CLOSED


# ---- an instrument with a rule of its own ------------------------------------------------------------------------


OWN = an_instrument("zz-own", "civil", "final", renewal={"opens_before": "P30D", "closes_after": "P60D"})
SHORT_ONE = an_instrument("zz-short", "civil", "temporary", renewal={"must_ask_before_expiry": True})
PLACE = {"who": ["petitioner"], "opens_before": "P90D", "closes_after": "P0D", "source": ["law"]}
HERE_BOOK = made_up(OWN, SHORT_ONE, an_instrument("zz-plain", "civil", "final"), civil_renewal=PLACE)


@pytest.mark.parametrize(
    ("instrument", "opens", "closes"),
    [
        ("zz-own", date(2025, 1, 30), date(2025, 4, 30)),
        ("zz-plain", date(2024, 12, 1), END),
        (None, date(2024, 12, 1), END),
    ],
)
def test_an_instrument_with_its_own_renewal_has_its_own_window(
    instrument: str | None, opens: date, closes: date
) -> None:
    order = civil_order(HERE, instrument=instrument)
    found = renewal_window(order, HERE_BOOK, AsOf(date(2025, 2, 15)))
    assert (found.opens, found.closes) == (opens, closes)
    late = ruling(order, Act.ASK_TO_RENEW, Role.PROTECTED_PERSON, HERE_BOOK, AsOf(END + timedelta(30)))
    assert (late.ruling is Ruling.MAY_ASK) is (instrument == "zz-own")


def test_where_the_instrument_is_not_known_the_window_says_which_kinds_differ() -> None:
    day = AsOf(date(2025, 2, 15))
    (said,) = [
        reason
        for reason in renewal_window(civil_order(HERE), HERE_BOOK, day).reasons
        if reason.code is C.RENEWAL_DIFFERS_FOR_SOME
    ]
    assert said.facts["names"] == ("zz-own",)
    known = renewal_window(civil_order(HERE, instrument="zz-plain"), HERE_BOOK, day)
    assert C.RENEWAL_DIFFERS_FOR_SOME not in {reason.code for reason in known.reasons}


def test_a_short_order_that_the_law_lets_be_renewed_has_a_window() -> None:
    order = civil_order(HERE, stage=None, instrument="zz-short", expires=date(2024, 3, 21))
    assert renewal_window(order, HERE_BOOK, AsOf(date(2024, 3, 10))).state is WindowState.OPEN
    assert renewal_window(order, HERE_BOOK, AsOf(date(2024, 3, 22))).state is WindowState.CLOSED


def test_a_window_on_an_earlier_day_says_that_the_law_of_that_day_is_not_known() -> None:
    book = made_up(civil_renewal={**PLACE, "holds_from": "2025-02-15"})
    for day, said in ((date(2025, 2, 14), True), (date(2025, 2, 15), False)):
        found = renewal_window(civil_order(HERE), book, AsOf(day))
        assert (C.LAW_OF_THAT_DAY_UNKNOWN in {reason.code for reason in found.reasons}) is said
    general = renewal_window(civil_order(), book, AsOf(date(2025, 2, 14)))
    assert C.LAW_OF_THAT_DAY_UNKNOWN not in {reason.code for reason in general.reasons}


@pytest.mark.parametrize(("keeps", "answer"), [(True, Answer.YES), (False, Answer.NO), ("unknown", Answer.UNSURE)])
def test_a_request_that_waits_keeps_the_order_as_its_instrument_says(keeps: object, answer: Answer) -> None:
    own = an_instrument("zz-own", "civil", "final", renewal={"continues_pending": keeps})
    book = made_up(own, civil_renewal={**PLACE, "continues_pending": keeps is not True})
    asked = with_entries(civil_order(HERE, instrument="zz-own"), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 2, 20)))
    assert standing(asked, book, AsOf(days_after_end(5))).in_force is answer


def test_a_request_on_the_very_last_day_still_waits() -> None:
    on_last_day = with_entries(civil_order("us-wa"), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 3, 1)))
    assert window(on_last_day, days_after_end(5)).state is WindowState.UNKNOWN
    alaska = BOOK.of("us-ak").civil_renewal.closes_after
    assert alaska is not None
    closes = alaska.after(date(2025, 3, 1))
    late_but_in_time = with_entries(civil_order("us-ak"), entry(OrderEvent.RENEWAL_REQUESTED, closes))
    assert window(late_but_in_time, days_after_end(100)).state is WindowState.UNKNOWN


def test_before_the_end_it_is_said_whether_one_may_still_ask_after_it() -> None:
    told = {place: window(civil_order(place), date(2025, 2, 25)).reasons[0].code for place in ("us-ak", "us-wa")}
    assert told == {"us-ak": C.RENEWAL_OPEN_PAST_END, "us-wa": C.RENEWAL_OPEN}
