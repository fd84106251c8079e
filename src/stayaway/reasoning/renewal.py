"""When may renewal of a civil order be asked for?

F2: a restraining order can be renewed if the protected person asks in time; too late means a new petition. The window
is the place's: when it opens before the end, and whether and how long it stays open after it. Where the law of the
place does not say, the general rule is used, with that authority.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.schema import CivilRenewal
from stayaway.model import (
    Answer,
    AsOf,
    Authority,
    Kind,
    Never,
    Order,
    OrderState,
    Reason,
    Stage,
    because,
    day_in,
    fold_order,
)

from .codes.authority import AuthorityCode as C
from .instruments import kinds_with_own, stage_of

SHORT = frozenset({Stage.EMERGENCY, Stage.TEMPORARY})
"""Orders that last until a hearing: the hearing decides what follows them."""


class WindowState(StrEnum):
    """Where a day stands to the renewal window."""

    NOT_OPEN = "not_open"
    OPEN = "open"
    LATE_OPEN = "late_open"
    """The order's end has passed, and renewal may still be asked for."""
    CLOSED = "closed"
    UNKNOWN = "unknown"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class RenewalWindow:
    """The days within which renewal may be asked for, and where the day asked about stands to them.

    `opens` None: no first day is known, or there is none. `closes` None: no last day is known, or there is none.
    """

    end: date | None
    opens: date | None
    closes: date | None
    state: WindowState
    reasons: tuple[Reason, ...]


def renewal_window(order: Order, book: LawBook, at: AsOf) -> RenewalWindow:
    """The renewal window of an order, as of a moment.

    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import CaseId, CivilCase, OrderId, PersonId, UTC
    >>> family = CivilCase(CaseId("family"), "us-ak", UTC)
    >>> order = Order(OrderId("civil"), family, PersonId("dan"), (PersonId("rosa"),), expires=date(2025, 3, 1))
    >>> window = renewal_window(order, law_book(), AsOf(date(2025, 4, 10)))
    >>> window.state.value, window.closes
    ('late_open', datetime.date(2025, 4, 30))
    """
    law = book.of(order.case.jurisdiction)
    state = fold_order(order, at)
    shut = _no_window(order, law, state, at)
    if shut is not None:
        return shut
    end = _end(order, state)
    assert end is not None
    return _window(order, law, state, end, at)


def renewal_rule(order: Order, law: PlaceLaw) -> CivilRenewal:
    """How the order is renewed: by its instrument, or else by the place, or else by the general rule."""
    return law.renewal_of(law.instrument_of(order))


def must_ask_before_end(order: Order, law: PlaceLaw) -> tuple[bool | None, Authority | None]:
    """Whether renewal must be asked for before the end: its own rule, or else the general one; None: unknown."""
    rule = renewal_rule(order, law)
    if rule.must_ask_before_expiry is not None:
        return rule.must_ask_before_expiry, rule.authority
    general = law.general.facts.civil_renewal or CivilRenewal()
    return general.must_ask_before_expiry, general.authority


def _no_window(order: Order, law: PlaceLaw, state: OrderState, at: AsOf) -> RenewalWindow | None:
    """Orders that are not renewed at all, and those of which no window can be told."""

    def found(window: WindowState, reason: Reason) -> RenewalWindow:
        return RenewalWindow(_end(order, state), None, None, window, (reason,))

    if order.kind is Kind.CRIMINAL:
        return found(WindowState.NOT_NEEDED, because(C.CRIMINAL_ORDER_NOT_RENEWED))
    # An ending of which it is open whether it had happened by then does not count: that errs toward protecting.
    ended = fold_order(order, at, open_counts=False).ended_by
    if ended is not None:
        return found(WindowState.CLOSED, because(C.ORDER_ENDED, on=ended.on))
    if state.ends is Never.NEVER:
        return found(WindowState.NOT_NEEDED, because(C.RENEWAL_NOT_NEEDED))
    instrument = law.instrument_of(order)
    if stage_of(order, law) in SHORT and (instrument is None or instrument.renewal is None):
        return found(WindowState.UNKNOWN, because(C.RENEWAL_OF_SHORT_ORDER))
    if _end(order, state) is None:
        return found(WindowState.UNKNOWN, because(C.RENEWAL_END_UNKNOWN))
    return None


def _window(order: Order, law: PlaceLaw, state: OrderState, end: date, at: AsOf) -> RenewalWindow:
    rule = renewal_rule(order, law)
    zone = order.case.time_zone
    day = at.day(zone)
    before_end, before_end_authority = must_ask_before_end(order, law)
    opens = rule.opens_before.before(end) if rule.opens_before else None
    closes, authority = (end, before_end_authority) if before_end else (None, rule.authority)
    if rule.closes_after is not None:
        closes, authority = rule.closes_after.after(end), rule.authority

    def found(window: WindowState, *reasons: Reason) -> RenewalWindow:
        return RenewalWindow(end, opens, closes, window, (*reasons, *_asked(state), *_cautions(order, law, rule, day)))

    if opens is not None and day < opens:
        return found(WindowState.NOT_OPEN, because(C.RENEWAL_NOT_OPEN, rule.authority, opens=opens, end=end))
    if day <= end:
        if closes is not None and closes > end:
            return found(WindowState.OPEN, because(C.RENEWAL_OPEN_PAST_END, authority, closes=closes, end=end))
        return found(WindowState.OPEN, because(C.RENEWAL_OPEN, authority if closes else None, end=end))
    if state.renewal_asked is not None and day_in(state.renewal_asked, zone) <= (closes or end):
        return found(WindowState.UNKNOWN)
    if closes is not None:
        if day <= closes:
            return found(WindowState.LATE_OPEN, because(C.RENEWAL_OPEN_LATE, authority, closes=closes, end=end))
        return found(WindowState.CLOSED, because(C.RENEWAL_CLOSED, authority, closes=closes, end=end))
    if before_end is False:
        return found(WindowState.LATE_OPEN, because(C.RENEWAL_NO_LAST_DAY, authority, end=end))
    return found(WindowState.UNKNOWN, because(C.RENEWAL_AFTER_END_UNKNOWN, end=end))


def _end(order: Order, state: OrderState) -> date | None:
    """The fixed end as it stands, or else the day on which the docket says that the order ran out."""
    if state.ends is None and state.expired_by is not None:
        return day_in(state.expired_by.on, order.case.time_zone)
    return state.ends if isinstance(state.ends, date) else None


def _asked(state: OrderState) -> tuple[Reason, ...]:
    """A request that waits for a decision."""
    return () if state.renewal_asked is None else (because(C.RENEWAL_ASKED, on=state.renewal_asked),)


def _cautions(order: Order, law: PlaceLaw, rule: CivilRenewal, day: date) -> Iterator[Reason]:
    """Where another rule may be the right one: of another kind of order, or of an earlier day."""
    kinds = kinds_with_own("renewal", order, law)
    if kinds:
        yield because(C.RENEWAL_DIFFERS_FOR_SOME, names=kinds)
    if law.holds_on(rule, day) is not Answer.YES:
        yield because(C.LAW_OF_THAT_DAY_UNKNOWN, rule.authority, place=law.name, day=day)
