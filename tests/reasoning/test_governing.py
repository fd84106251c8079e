"""Several orders together: which terms govern, where each comes from, what collides, what changes, what comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from stayaway.law.load import law_book
from stayaway.law.vocabulary import BothOrdersRule
from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    Channel,
    Charge,
    ChargeCategory,
    Custody,
    Distance,
    Errand,
    Exchange,
    Exemption,
    MoveOut,
    Never,
    NoAbuse,
    NoContact,
    Order,
    OrderEvent,
    OrderId,
    PaySupport,
    Place,
    PlaceId,
    Stage,
    StayAway,
    SurrenderFirearms,
    Term,
    TermKind,
    Unit,
)
from stayaway.reasoning.codes.governing import GoverningCode as Code
from stayaway.reasoning.governing import Governing, GoverningTerm, governing_terms
from tests.reasoning.making_orders import (
    DAN,
    ROSA,
    SAM,
    civil_case,
    civil_order,
    criminal_case,
    criminal_order,
    entry,
    papers_of,
    with_entries,
)

BOOK = law_book()
HOME, WORK, SCHOOL = PlaceId("home"), PlaceId("work"), PlaceId("school")
PLACES = (Place(HOME, "Rosa's home"), Place(WORK, "Rosa's work"), Place(SCHOOL, "the school"))
TEXT_CHILDREN = Exemption(about="children", by=frozenset({Channel.TEXT}))


def feet(number: float) -> Distance:
    return Distance(number, Unit.FEET)


def together(*orders: Order, day: date = date(2024, 6, 1)) -> Governing:
    return governing_terms(papers_of(*orders, places=PLACES), BOOK, AsOf(day))


def rows(found: Governing, kind: TermKind | None) -> list[GoverningTerm]:
    return [row for row in found.terms if row.term is kind]


def row(found: Governing, kind: TermKind | None) -> GoverningTerm:
    (only,) = rows(found, kind)
    return only


# ---- the table ----------------------------------------------------------------------------------------------------


def test_the_ban_without_exceptions_controls_and_goes_back_when_it_ends() -> None:
    civil = civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    docket = (CaseEntry(CaseEvent.DISMISSED, date(2024, 9, 10)),)
    criminal = criminal_order("us-wa", case=criminal_case("us-wa", docket=docket))
    before = row(together(civil, criminal), TermKind.NO_CONTACT)
    assert (before.controlled_by, before.also_in, before.until) == ("no-contact", ("civil",), None)
    after = row(together(civil, criminal, day=date(2024, 10, 1)), TermKind.NO_CONTACT)
    assert (after.controlled_by, after.also_in, after.until) == ("civil", (), date(2025, 3, 1))
    assert after.detail.facts["exceptions"] == (TEXT_CHILDREN,)


def test_of_orders_that_say_the_same_the_one_that_lasts_longer_controls() -> None:
    short, long = civil_order(), civil_order(id=OrderId("long"), expires=date(2030, 1, 1))
    found = row(together(short, long), TermKind.NO_CONTACT)
    assert (found.controlled_by, found.also_in, found.until) == ("long", ("civil",), date(2030, 1, 1))
    forever = civil_order(id=OrderId("forever"), expires=Never.NEVER)
    assert row(together(short, long, forever), TermKind.NO_CONTACT).controlled_by == "forever"


def test_the_wider_distance_controls_in_whatever_unit() -> None:
    civil = civil_order(terms=(StayAway((HOME, WORK), feet(500)),))
    criminal = criminal_order(terms=(StayAway((HOME,), Distance(200, Unit.YARDS)),))
    found = {r.detail.facts["place"]: r for r in rows(together(civil, criminal), TermKind.STAY_AWAY)}
    assert (found[HOME].controlled_by, found[HOME].also_in) == ("no-contact", ("civil",))
    assert found[HOME].detail.facts["distance"] == Distance(200, Unit.YARDS)
    assert (found[WORK].controlled_by, found[WORK].also_in) == ("civil", ())


def test_a_nearer_distance_without_exceptions_keeps_its_own_row() -> None:
    wide = civil_order(terms=(StayAway((HOME,), feet(1000), (Exemption(about="property"),)),))
    strict = criminal_order(terms=(StayAway((HOME,), feet(300)),))
    found = rows(together(wide, strict), TermKind.STAY_AWAY)
    assert {r.controlled_by for r in found} == {"civil", "no-contact"}


def test_channels_are_joined_one_by_one() -> None:
    phone = civil_order(terms=(NoContact(by=frozenset({Channel.PHONE, Channel.TEXT})),))
    mail = criminal_order(terms=(NoContact(by=frozenset({Channel.MAIL}), exemptions=(Exemption(about="property"),)),))
    found = {r.controlled_by: r for r in rows(together(phone, mail), TermKind.NO_CONTACT)}
    assert set(found[OrderId("civil")].detail.facts["channels"]) == {Channel.PHONE, Channel.TEXT}
    assert found[OrderId("no-contact")].detail.facts["channels"] == (Channel.MAIL,)


def test_what_two_orders_each_allow_is_narrowed_to_what_both_allow() -> None:
    children = civil_order(terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    text = criminal_order(terms=(NoContact(exemptions=(Exemption(by=frozenset({Channel.TEXT})),)),))
    found = together(children, text)
    text_row = next(r for r in rows(found, TermKind.NO_CONTACT) if "exceptions" in r.detail.facts)
    assert text_row.detail.facts["exceptions"] == (TEXT_CHILDREN,)
    assert text_row.detail.facts["channels"] == (Channel.TEXT,)


def test_duties_add_up_and_the_same_duty_is_one_row() -> None:
    civil = civil_order(terms=(MoveOut(HOME), SurrenderFirearms(), PaySupport("$300 a month"), Custody(ROSA)))
    criminal = criminal_order(terms=(SurrenderFirearms(),))
    found = together(civil, criminal)
    assert row(found, TermKind.MOVE_OUT).controlled_by == "civil"
    guns = row(found, TermKind.SURRENDER_FIREARMS)
    assert {guns.controlled_by, *guns.also_in} == {"civil", "no-contact"}
    assert row(found, TermKind.PAY_SUPPORT).detail.facts["note"] == "$300 a month"
    assert row(found, TermKind.CUSTODY).detail.facts["to"] == ROSA


def test_each_protected_person_has_rows_of_their_own() -> None:
    criminal = replace(criminal_order(), protects=(ROSA, SAM))
    found = together(civil_order(terms=(NoAbuse(),)), criminal)
    assert {(r.protected, r.term) for r in found.terms} == {
        (ROSA, TermKind.NO_ABUSE),
        (ROSA, TermKind.NO_CONTACT),
        (SAM, TermKind.NO_CONTACT),
    }
    assert {r.restrained for r in found.terms} == {DAN}


def test_an_order_that_may_be_in_force_governs_and_says_so() -> None:
    found = row(together(civil_order(expires=None)), TermKind.NO_CONTACT)
    assert found.in_force is Answer.UNSURE
    assert together(civil_order(), day=date(2026, 1, 1)).terms == ()


def test_unknown_terms_have_a_row() -> None:
    assert row(together(civil_order(terms=None)), None).detail.code is Code.TERMS_UNKNOWN


# ---- collisions ---------------------------------------------------------------------------------------------------


def exchange(**given: Any) -> Order:
    return civil_order(terms=(NoContact(), Exchange(**given)))


@pytest.mark.parametrize("required", [True, False])
def test_a_hand_over_at_a_place_that_another_order_forbids_collides(required: bool) -> None:
    criminal = criminal_order(terms=(StayAway((HOME,), feet(500)),))
    (found,) = together(exchange(place=HOME, required=required), criminal).collisions
    assert (found.order, found.forbidden_by, found.required) == ("civil", "no-contact", required)


def test_a_hand_over_arranged_by_text_collides_with_no_contact_at_all() -> None:
    by_text = exchange(place=SCHOOL, by=frozenset({Channel.TEXT}), required=True)
    assert [c.forbidden_by for c in together(by_text, criminal_order()).collisions] == ["no-contact"]
    lets = criminal_order(terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    assert together(by_text, lets).collisions == ()


def test_an_order_does_not_collide_with_itself_nor_with_one_that_ended() -> None:
    own = civil_order(terms=(NoContact(), StayAway((HOME,), feet(500)), Exchange(HOME, required=True)))
    assert together(own).collisions == ()
    docket = (CaseEntry(CaseEvent.DISMISSED, date(2024, 4, 1)),)
    ended = criminal_order("us-wa", case=criminal_case("us-wa", docket=docket))
    assert together(own, ended).collisions == ()


# ---- what changes -------------------------------------------------------------------------------------------------


def test_the_next_changes_are_named_with_their_days() -> None:
    civil = with_entries(
        civil_order("us-wa"), entry(OrderEvent.HEARING_SET, date(2024, 5, 1), hearing=date(2024, 7, 1))
    )
    found = together(civil, criminal_order("us-wa"))
    by_code = {change.reason.code: change for change in found.changes}
    assert by_code[Code.CHANGE_HEARING].on == date(2024, 7, 1)
    ends = by_code[Code.CHANGE_ENDS_OTHERS_GO_ON]
    assert (ends.on, ends.reason.facts["others"]) == (date(2025, 3, 1), ("no-contact",))
    window = BOOK.of("us-wa").civil_renewal.opens_before
    assert window is not None
    assert by_code[Code.CHANGE_RENEWAL_OPENS].on == window.before(date(2025, 3, 1))
    assert [change.on for change in found.changes if change.order == "no-contact"] == [None]
    known = [change.on for change in found.changes if change.on is not None]
    assert known == sorted(known)
    assert found.changes[-1].on is None


def test_an_entry_dated_ahead_is_the_hearing_itself() -> None:
    civil = with_entries(civil_order(), entry(OrderEvent.HEARING_SET, date(2024, 7, 1)))
    assert Code.CHANGE_HEARING in {change.reason.code for change in together(civil).changes}
    past = together(civil, day=date(2024, 7, 2))
    assert Code.CHANGE_HEARING not in {change.reason.code for change in past.changes}


def test_the_timeline_shows_when_each_order_stands() -> None:
    served = entry(OrderEvent.SERVED, date(2024, 3, 4))
    spans = together(with_entries(civil_order("us-wa"), served)).timeline
    shown = [(span.start, span.until, span.in_force) for span in spans]
    assert shown == [
        (date(2024, 3, 1), date(2024, 3, 3), Answer.YES),
        (date(2024, 3, 4), date(2025, 3, 1), Answer.YES),
        (date(2025, 3, 2), None, Answer.NO),
    ]


# ---- which is enforced first --------------------------------------------------------------------------------------


def first(place: str | None, *orders: Order, **given: Any) -> Any:
    pair = orders or (civil_order(place, **given), criminal_order(place))
    (found,) = together(*pair).enforcement
    return found


def test_one_order_needs_no_rule() -> None:
    assert together(civil_order("us-ca")).enforcement == ()


@pytest.mark.parametrize("place", ["us-wa", "us-id", "us-ak", "us-ny", "us-ct", "us-ma", None])
def test_the_rule_of_the_place_is_told_with_its_authority(place: str | None) -> None:
    rule = BOOK.of(place).both_orders
    found = first(place)
    assert found.rule is rule.rule
    assert found.reasons[0].authority == rule.authority
    unknown = rule.rule in (BothOrdersRule.SILENT, BothOrdersRule.UNKNOWN)
    assert found.known is (Answer.UNSURE if unknown else Answer.YES)
    assert Code.OBEY_ALL in {reason.code for reason in found.reasons}


DV = Charge(category=ChargeCategory.DOMESTIC_VIOLENCE)


def californian(**given: Any) -> tuple[Order, Order]:
    civil = civil_order("us-ca", terms=given.pop("civil", (NoContact(),)), issued=given.pop("made", date(2024, 3, 1)))
    criminal = criminal_order(
        "us-ca", case=criminal_case("us-ca", charge=DV), terms=given.pop("criminal", (NoContact(),))
    )
    return civil, criminal


def test_a_ladder_is_climbed_rung_by_rung() -> None:
    lets = (NoContact(exemptions=(TEXT_CHILDREN,)),)
    assert first("us-ca", *californian(civil=lets)).first == "no-contact"
    assert first("us-ca", *californian(criminal=lets)).first == "civil", "no contact comes before contact allowed"
    assert first("us-ca", *californian(made=date(2024, 5, 1))).first == "no-contact", "of both kinds the criminal one"
    counsel = (NoContact(exemptions=(Exemption(errand=Errand.COUNSEL),)),)
    assert first("us-ca", *californian(civil=counsel, criminal=lets)).first == "civil"


def test_an_emergency_order_comes_first_only_where_it_is_stricter() -> None:
    civil = civil_order("us-ca", terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    strict = civil_order("us-ca", stage=Stage.EMERGENCY, id=OrderId("emergency"), terms=(NoContact(), NoAbuse()))
    assert first("us-ca", civil, strict).first == "emergency"
    weak = replace(strict, terms=(NoAbuse(),))
    later = civil_order("us-ca", terms=(NoContact(),), issued=date(2024, 4, 1))
    assert first("us-ca", later, weak).first == "civil"


def test_of_two_civil_orders_the_later_one_comes_first() -> None:
    older = civil_order("us-ca", terms=(NoAbuse(),))
    newer = civil_order("us-ca", terms=(NoAbuse(),), id=OrderId("newer"), issued=date(2024, 5, 1))
    assert first("us-ca", older, newer).first == "newer"


def test_a_ladder_without_rungs_and_orders_of_two_places_stay_open() -> None:
    assert first("us-tx").first is None
    assert first("us-tx").known is Answer.UNSURE
    civil = civil_order("us-wa", case=civil_case("us-wa"))
    assert first(None, civil, criminal_order("us-ca")).known is Answer.UNSURE


def test_an_order_to_the_last_day_of_the_calendar_breaks_nothing() -> None:
    for place in ("us-wa", "us-ak", None):
        found = together(civil_order(place, expires=date.max), day=date(2024, 6, 1))
        assert found.standings[0].in_force is Answer.YES
        assert found.standings[0].ends == date.max


def test_an_order_that_is_not_made_yet_is_a_change_ahead() -> None:
    docketed = with_entries(civil_order(issued=None), entry(OrderEvent.ISSUED, date(2024, 7, 1)))
    for order in (civil_order(issued=date(2024, 7, 1)), docketed):
        (change,) = together(order).changes
        assert (change.on, change.reason.code) == (date(2024, 7, 1), Code.CHANGE_STARTS)


# ---- edges that a broken rule would cross -------------------------------------------------------------------------


def test_of_orders_that_say_the_same_the_one_surely_in_force_controls() -> None:
    unsure, sure = civil_order(expires=None), civil_order(id=OrderId("sure"))
    for pair in ((unsure, sure), (sure, unsure)):
        found = row(together(*pair), TermKind.NO_CONTACT)
        assert (found.controlled_by, found.in_force) == ("sure", Answer.YES)


def test_mutual_orders_bind_each_person_by_their_own() -> None:
    mutual = replace(civil_order(id=OrderId("mutual"), terms=(NoAbuse(),)), restrained=ROSA, protects=(DAN,))
    found = together(civil_order(), mutual)
    assert {(r.restrained, r.protected, r.term, r.also_in) for r in found.terms} == {
        (DAN, ROSA, TermKind.NO_CONTACT, ()),
        (ROSA, DAN, TermKind.NO_ABUSE, ()),
    }
    assert found.enforcement == ()
    hand_over = replace(civil_order(id=OrderId("hand-over"), terms=(Exchange(HOME),)), restrained=ROSA, protects=(DAN,))
    assert together(criminal_order(), hand_over).collisions == ()


@pytest.mark.parametrize(
    ("term", "code"),
    [
        (NoContact(), Code.NO_CONTACT),
        (NoContact(exemptions=(TEXT_CHILDREN,)), Code.NO_CONTACT_EXCEPT),
        (NoContact(by=frozenset({Channel.MAIL})), Code.NO_CONTACT_BY),
        (NoContact(by=frozenset({Channel.TEXT}), exemptions=(TEXT_CHILDREN,)), Code.NO_CONTACT_BY_EXCEPT),
        (StayAway((HOME,)), Code.STAY_AWAY),
        (StayAway((HOME,), feet(9)), Code.STAY_AWAY_DISTANCE),
        (StayAway((HOME,), None, (TEXT_CHILDREN,)), Code.STAY_AWAY_EXCEPT),
        (StayAway((HOME,), feet(9), (TEXT_CHILDREN,)), Code.STAY_AWAY_DISTANCE_EXCEPT),
        (Custody(), Code.CUSTODY),
        (Custody(ROSA), Code.CUSTODY_TO),
        (Custody(None, "weekends"), Code.CUSTODY_NOTE),
        (Custody(ROSA, "weekends"), Code.CUSTODY_TO_NOTE),
        (Exchange(), Code.EXCHANGE_ALLOWED),
        (Exchange(required=True), Code.EXCHANGE_REQUIRED),
        (Exchange(HOME), Code.EXCHANGE_ALLOWED_AS),
        (Exchange(HOME, required=True), Code.EXCHANGE_REQUIRED_AS),
    ],
)
def test_a_row_says_what_the_term_says(term: Term, code: Code) -> None:
    assert row(together(civil_order(terms=(term,))), term.kind).detail.code is code


def test_a_hand_over_with_no_place_or_by_some_ways_only() -> None:
    stay = criminal_order(terms=(StayAway((HOME,), feet(500)),))
    assert together(exchange(place=HOME, by=frozenset({Channel.TEXT})), stay).collisions != ()
    assert together(exchange(by=frozenset({Channel.TEXT})), stay).collisions == ()
    assert together(exchange(), criminal_order()).collisions != (), "handing over means meeting"


def test_only_changes_that_are_still_ahead() -> None:
    order = with_entries(
        civil_order("us-wa"), entry(OrderEvent.HEARING_SET, date(2024, 5, 1), hearing=date(2024, 7, 1))
    )
    ended = {change.reason.code for change in together(order, day=date(2025, 6, 1)).changes}
    assert ended == set()
    in_window = {change.reason.code for change in together(order, day=date(2025, 2, 1)).changes}
    assert in_window == {Code.CHANGE_ENDS, Code.CHANGE_RENEWAL_CLOSES}
    not_yet_set = {change.reason.code for change in together(order, day=date(2024, 4, 1)).changes}
    assert Code.CHANGE_HEARING not in not_yet_set
    served = with_entries(civil_order(), entry(OrderEvent.SERVED, date(2024, 7, 1)))
    assert {change.reason.code for change in together(served).changes} <= {
        Code.CHANGE_ENDS,
        Code.CHANGE_RENEWAL_CLOSES,
    }


def test_an_order_that_ends_first_leaves_the_others_and_one_that_ends_last_leaves_none() -> None:
    first, last = civil_order(), civil_order(id=OrderId("last"), expires=date(2026, 3, 1))
    told = {change.order: change.reason for change in together(first, last).changes if change.reason.code in ENDS}
    assert told[OrderId("civil")].facts["others"] == ("last",)
    assert told[OrderId("last")].code is Code.CHANGE_ENDS
    twin = civil_order(id=OrderId("twin"))
    same_day = [c.reason.code for c in together(first, twin).changes if c.reason.code in ENDS]
    assert same_day == [Code.CHANGE_ENDS, Code.CHANGE_ENDS]


ENDS = {Code.CHANGE_ENDS, Code.CHANGE_ENDS_OTHERS_GO_ON}


def test_what_binds_toward_one_person_is_not_shown_for_another() -> None:
    for_sam = replace(criminal_order(terms=(SurrenderFirearms(),)), protects=(SAM,))
    found = together(civil_order(), for_sam)
    assert {(r.protected, r.term) for r in found.terms} == {
        (ROSA, TermKind.NO_CONTACT),
        (SAM, TermKind.SURRENDER_FIREARMS),
    }


def test_where_no_order_alone_says_it_all_the_one_that_allows_least_is_named() -> None:
    more = civil_order(terms=(NoContact(exemptions=(Exemption(about="children"), Exemption(about="property"))),))
    less = criminal_order(terms=(NoContact(exemptions=(Exemption(by=frozenset({Channel.TEXT})),)),))
    text_row = next(r for r in rows(together(more, less), TermKind.NO_CONTACT) if "exceptions" in r.detail.facts)
    assert text_row.controlled_by == "no-contact"
    assert len(text_row.detail.facts["exceptions"]) == 2


def test_a_hand_over_collides_only_for_the_people_it_meets() -> None:
    both_protected = replace(criminal_order(terms=(NoContact(toward=(SAM,)), NoAbuse())), protects=(ROSA, SAM))
    assert together(exchange(place=SCHOOL), both_protected).collisions == ()
    sam_alone = replace(criminal_order(), protects=(SAM,))
    assert together(exchange(place=SCHOOL), sam_alone).collisions != (), "whom it meets there is not known"


def test_an_end_that_has_passed_is_no_change_ahead() -> None:
    waiting = with_entries(civil_order(), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 2, 20)))
    found = together(waiting, day=date(2025, 3, 5))
    assert found.standings[0].in_force is Answer.UNSURE
    assert ENDS.isdisjoint(change.reason.code for change in found.changes)
