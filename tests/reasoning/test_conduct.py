"""One contact, assessed: what is prohibited, what an exception covers, what stays open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from stayaway.law.load import law_book
from stayaway.model import (
    Answer,
    AsOf,
    Channel,
    Distance,
    Errand,
    Exchange,
    Exemption,
    MoveOut,
    NoAbuse,
    NoContact,
    Order,
    OrderEvent,
    OrderId,
    Other,
    Place,
    PlaceId,
    Position,
    StayAway,
    Term,
    Unit,
)
from stayaway.reasoning.codes.conduct import ConductCode as Code
from stayaway.reasoning.conduct import Assessment, Contact, assess, compile_orders
from tests.reasoning.making_orders import (
    DAN,
    KIT,
    ROSA,
    SAM,
    civil_order,
    criminal_order,
    entry,
    papers_of,
    with_entries,
)

BOOK = law_book()
YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE
HOME, WORK, CAFE = PlaceId("home"), PlaceId("work"), PlaceId("cafe")
PLACES = (
    Place(HOME, "Rosa's home", at=Position(47.6205, -122.3493)),
    Place(WORK, "Rosa's work", at=Position(47.6215, -122.3493)),
    Place(CAFE, "a café"),
)
DAY = AsOf(date(2024, 6, 1))


def ask(contact: Contact, *orders: Order, at: AsOf = DAY) -> Assessment:
    return assess(contact, compile_orders(papers_of(*orders, places=PLACES), BOOK), at)


def under(*terms: Term, **contact: Any) -> Answer:
    told: dict[str, Any] = {"by_whom": DAN, "to": ROSA, **contact}
    return ask(Contact(**told), civil_order(terms=terms)).prohibited


def feet(number: float) -> Distance:
    return Distance(number, Unit.FEET)


# ---- no contact ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", list(Channel))
def test_no_contact_forbids_every_channel(channel: Channel) -> None:
    assert under(NoContact(), by=channel) is YES


def test_no_contact_by_named_channels_forbids_only_those() -> None:
    only = NoContact(by=frozenset({Channel.PHONE}))
    assert under(only, by=Channel.PHONE) is YES
    assert under(only, by=Channel.MAIL) is NO
    assert under(only) is UNSURE, "the way of contact is not told"
    assert under(NoContact()) is YES, "whatever the way of contact was"


def test_a_message_carried_by_somebody_is_contact() -> None:
    assert under(NoContact(), by=Channel.TEXT, through=SAM) is YES
    through_others = NoContact(by=frozenset({Channel.THROUGH_OTHERS}))
    assert under(through_others, by=Channel.TEXT, through=KIT) is YES
    assert under(through_others, by=Channel.TEXT) is NO


def test_contact_with_somebody_whom_the_order_does_not_protect() -> None:
    assert under(NoContact(), to=SAM, by=Channel.TEXT) is NO
    nobody_known = replace(civil_order(), protects=())
    assert ask(Contact(DAN, ROSA, Channel.TEXT), nobody_known).prohibited is UNSURE


def test_a_term_may_protect_only_some() -> None:
    order = replace(civil_order(terms=(NoContact(toward=(SAM,)), NoAbuse())), protects=(ROSA, SAM))
    assert ask(Contact(DAN, SAM, Channel.TEXT), order).prohibited is YES
    assert ask(Contact(DAN, ROSA, Channel.TEXT), order).prohibited is NO


# ---- the one who is bound -----------------------------------------------------------------------------------------


def test_the_protected_person_breaks_nothing_unless_an_order_runs_against_them_too() -> None:
    assert ask(Contact(ROSA, DAN, Channel.PHONE), civil_order()).prohibited is NO
    against_rosa = replace(civil_order(id=OrderId("mutual")), restrained=ROSA, protects=(DAN,))
    assert ask(Contact(ROSA, DAN, Channel.PHONE), civil_order(), against_rosa).prohibited is YES


def test_an_invitation_changes_nothing_and_the_answer_says_so() -> None:
    invited = ask(Contact(DAN, ROSA, Channel.PHONE, started_by=ROSA), civil_order())
    assert invited.prohibited is YES
    assert Code.INVITATION_CHANGES_NOTHING in {reason.code for reason in invited.reasons}


def test_somebody_else_is_warned_of_carrying_messages() -> None:
    found = ask(Contact(SAM, ROSA, Channel.TEXT), civil_order())
    assert found.prohibited is NO
    assert Code.CARRYING_MESSAGES in {reason.code for reason in found.reasons}


# ---- exceptions ---------------------------------------------------------------------------------------------------

TEXT_CHILDREN = Exemption(about="children", by=frozenset({Channel.TEXT}))


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({"by": Channel.TEXT, "about": "children"}, NO),
        ({"by": Channel.TEXT, "about": "Children"}, NO),
        ({"by": Channel.TEXT, "about": "property"}, YES),
        ({"by": Channel.PHONE, "about": "children"}, YES),
        ({"by": Channel.TEXT}, UNSURE),
        ({"about": "children"}, UNSURE),
        ({"by": Channel.TEXT, "about": "children", "through": SAM}, YES),
    ],
)
def test_an_exception_covers_only_what_meets_all_of_it(contact: dict[str, Any], expected: Answer) -> None:
    assert under(NoContact(exemptions=(TEXT_CHILDREN,)), **contact) is expected


@pytest.mark.parametrize(
    ("errand", "contact", "expected"),
    [
        (Errand.COUNSEL, {"by": Channel.MAIL, "through": "counsel"}, NO),
        (Errand.COUNSEL, {"by": Channel.MAIL, "through": "lawyer"}, NO),
        (Errand.COUNSEL, {"by": Channel.MAIL}, YES),
        (Errand.COUNSEL, {"by": Channel.MAIL, "through": SAM}, YES),
        (Errand.COURT, {"by": Channel.MAIL, "through": "court"}, NO),
        (Errand.SERVICE, {"by": Channel.MAIL, "about": "service"}, NO),
        (Errand.SERVICE, {"by": Channel.MAIL, "through": "counsel"}, YES),
    ],
)
def test_errands(errand: Errand, contact: dict[str, Any], expected: Answer) -> None:
    assert under(NoContact(exemptions=(Exemption(errand=errand),)), **contact) is expected


def test_without_an_exception_not_even_a_lawyer_may_carry_it() -> None:
    assert under(NoContact(), by=Channel.MAIL, through="counsel") is YES


def test_an_exception_through_a_person_and_at_a_place() -> None:
    through = NoContact(exemptions=(Exemption(through="sam", by=frozenset({Channel.TEXT})),))
    assert under(through, by=Channel.TEXT, through="sam") is NO
    assert under(through, by=Channel.PHONE, through="sam") is YES
    assert under(through, by=Channel.TEXT, through="kit") is YES
    whoever = NoContact(exemptions=(Exemption(through="sam"),))
    assert under(whoever, by=Channel.MAIL, through="sam") is NO
    assert under(whoever, by=Channel.MAIL, through="kit") is YES
    assert under(whoever, by=Channel.MAIL) is YES, "nobody carries it"
    carried = NoContact(exemptions=(Exemption(by=frozenset({Channel.THROUGH_OTHERS})),))
    assert under(carried, by=Channel.TEXT, through="kit") is NO
    at = NoContact(exemptions=(Exemption(at=CAFE),))
    assert under(at, by=Channel.IN_PERSON, at=CAFE) is NO
    assert under(at, by=Channel.IN_PERSON, at=WORK) is YES
    assert under(at, by=Channel.IN_PERSON) is UNSURE


def test_a_time_in_words_is_never_found_to_be_met() -> None:
    assert under(NoContact(exemptions=(Exemption(when="Sundays at noon"),)), by=Channel.PHONE) is UNSURE


def test_an_exception_counts_only_if_every_order_that_forbids_the_contact_grants_it() -> None:
    grants = civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    bans = criminal_order()
    contact = Contact(DAN, ROSA, Channel.TEXT, about="children")
    assert ask(contact, grants).prohibited is NO
    both = ask(contact, grants, bans)
    assert both.prohibited is YES
    assert {o.order for o in both.orders if o.prohibited is YES} == {"no-contact"}
    assert Code.BOTH_MUST_ALLOW in {reason.code for reason in both.reasons}
    also_grants = criminal_order(terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    assert ask(contact, grants, also_grants).prohibited is NO


# ---- nearness -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        (feet(499), YES),
        (feet(500), YES),
        (feet(501), NO),
        (Distance(166, Unit.YARDS), YES),
        (Distance(167, Unit.YARDS), NO),
        (Distance(0.09, Unit.MILES), YES),
        (Distance(0.1, Unit.MILES), NO),
        (Distance(152, Unit.METRES), YES),
        (Distance(153, Unit.METRES), NO),
        (Distance(0.2, Unit.KILOMETRES), NO),
    ],
)
def test_distance_from_a_person_in_any_unit(distance: Distance, expected: Answer) -> None:
    assert under(StayAway((ROSA,), feet(500)), by=Channel.IN_PERSON, distance=distance) is expected


def test_meeting_in_person_is_being_near() -> None:
    assert under(StayAway((ROSA,), feet(500)), by=Channel.IN_PERSON) is YES
    assert under(StayAway((ROSA,)), by=Channel.IN_PERSON) is YES
    assert under(StayAway((ROSA,)), by=Channel.IN_PERSON, distance=feet(900)) is UNSURE
    assert under(StayAway((ROSA,), feet(500)), by=Channel.PHONE) is NO
    assert under(StayAway(), by=Channel.IN_PERSON) is YES, "from those protected, where nobody is named"
    assert under(StayAway((ROSA,)), to=SAM, by=Channel.IN_PERSON) is NO


def test_being_at_a_place_needs_nobody_there() -> None:
    away = StayAway((HOME,), feet(300))
    assert under(away, to=None, at=HOME) is YES
    assert under(away, by=Channel.IN_PERSON, at=HOME) is YES
    assert under(away, by=Channel.PHONE, at=HOME) is YES, "calling from in front of the house"
    assert under(away, by=Channel.PHONE) is NO
    assert under(away, by=Channel.IN_PERSON) is UNSURE, "where is not told"
    assert under(away, by=Channel.IN_PERSON, at=HOME, through=SAM) is NO, "somebody else went there"


def test_places_near_each_other_are_measured_and_unknown_ones_are_not_guessed() -> None:
    # Rosa's work is a thousandth of a degree north of her home: about 111 metres, 365 feet.
    assert under(StayAway((HOME,), feet(400)), to=None, at=WORK) is YES
    assert under(StayAway((HOME,), feet(300)), to=None, at=WORK) is NO
    assert under(StayAway((HOME,), feet(300)), to=None, at=CAFE) is UNSURE
    assert under(StayAway((HOME,)), to=None, at=WORK) is NO


def test_exceptions_to_staying_away() -> None:
    away = StayAway((HOME,), feet(300), (Exemption(about="property"),))
    assert under(away, to=None, at=HOME, about="property") is NO
    assert under(away, to=None, at=HOME) is UNSURE
    assert under(away, to=None, at=HOME, about="children") is YES


def test_the_home_one_must_leave() -> None:
    assert under(MoveOut(HOME), to=None, at=HOME) is YES
    assert under(MoveOut(HOME), to=None, at=WORK) is NO


# ---- other terms --------------------------------------------------------------------------------------------------


def test_watching_is_abuse_and_calm_contact_is_not() -> None:
    assert under(NoAbuse(), by=Channel.SURVEILLANCE) is YES
    assert under(NoAbuse(), by=Channel.TEXT) is NO


def test_a_term_in_the_orders_own_words_leaves_it_open() -> None:
    assert under(Other("No calls after nine."), by=Channel.PHONE) is UNSURE
    assert under(Other("No calls after nine."), NoContact(), by=Channel.PHONE) is YES


def test_a_hand_over_that_the_order_provides_for_is_no_breach_of_that_order() -> None:
    terms = (NoContact(), StayAway((ROSA,), feet(500)), Exchange(CAFE, required=True, by=frozenset({Channel.TEXT})))
    assert under(*terms, by=Channel.IN_PERSON, at=CAFE, about="children") is NO
    assert under(NoContact(), Exchange(CAFE), by=Channel.IN_PERSON, at=CAFE, about="children") is NO
    assert under(NoContact(), Exchange(CAFE), by=Channel.IN_PERSON, at=WORK, about="children") is YES
    assert under(*terms, by=Channel.TEXT, about="children") is NO
    assert under(*terms, by=Channel.PHONE, about="children") is YES


def test_a_hand_over_excuses_nothing_at_another_place() -> None:
    terms = (StayAway((HOME, CAFE), feet(500)), Exchange(CAFE))
    assert under(*terms, by=Channel.IN_PERSON, at=CAFE, about="children") is UNSURE, (
        "how near the home is, is not known"
    )
    assert under(StayAway((HOME,), feet(500)), Exchange(CAFE), to=None, at=HOME, about="children") is YES
    assert (
        under(StayAway((CAFE,), feet(500)), Exchange(CAFE), to=None, by=Channel.IN_PERSON, at=CAFE, about="children")
        is NO
    )


def test_unknown_terms_and_changed_terms_are_never_a_plain_no() -> None:
    assert ask(Contact(DAN, ROSA, Channel.TEXT), civil_order(terms=None)).prohibited is UNSURE
    order = civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    contact = Contact(DAN, ROSA, Channel.TEXT, about="children")
    changed = entry(OrderEvent.MODIFIED, date(2024, 5, 1))
    assert ask(contact, with_entries(order, changed)).prohibited is UNSURE
    known = replace(changed, terms=(NoContact(),))
    assert ask(contact, with_entries(order, known)).prohibited is YES
    assert ask(contact, with_entries(order, known), at=AsOf(date(2024, 4, 30))).prohibited is NO


# ---- when ---------------------------------------------------------------------------------------------------------


def test_standing_decides_first() -> None:
    contact = Contact(DAN, ROSA, Channel.TEXT)
    assert ask(contact, civil_order(), at=AsOf(date(2025, 3, 2))).prohibited is NO
    assert ask(contact, civil_order(expires=None)).prohibited is UNSURE
    assert ask(contact, civil_order(expires=None), criminal_order()).prohibited is YES


def test_a_contact_at_some_time_of_the_day_on_which_the_order_ended() -> None:
    order = with_entries(civil_order(), entry(OrderEvent.TERMINATED, date(2024, 9, 10)))
    contact = Contact(DAN, ROSA, Channel.TEXT)
    assert ask(contact, order, at=AsOf(date(2024, 9, 9))).prohibited is YES
    assert ask(contact, order, at=AsOf(date(2024, 9, 10))).prohibited is UNSURE
    assert ask(contact, order, at=AsOf(date(2024, 9, 11))).prohibited is NO
    assert ask(contact, order, at=AsOf.now(datetime(2024, 9, 10, 20, tzinfo=UTC))).prohibited is NO


def test_a_contact_on_the_day_the_order_was_made_is_prohibited() -> None:
    assert ask(Contact(DAN, ROSA, Channel.TEXT), civil_order(), at=AsOf(date(2024, 3, 1))).prohibited is YES


# ---- what is left open, and what is said --------------------------------------------------------------------------


def test_an_exception_opens_nothing_where_nothing_is_forbidden() -> None:
    phone = NoContact(by=frozenset({Channel.PHONE}), exemptions=(Exemption(about="children"),))
    assert under(phone, by=Channel.MAIL) is NO


def test_where_or_how_near_is_not_told() -> None:
    assert under(StayAway((ROSA,), feet(500))) is UNSURE
    assert under(StayAway((HOME,)), by=Channel.IN_PERSON) is UNSURE


@pytest.mark.parametrize(
    ("term", "contact", "code"),
    [
        (NoContact(), {"by": Channel.TEXT}, Code.NO_CONTACT),
        (NoContact(), {"by": Channel.TEXT, "through": SAM}, Code.NO_CONTACT_INDIRECT),
        (NoContact(), {}, Code.NO_CONTACT_AT_ALL),
        (NoAbuse(), {"by": Channel.SURVEILLANCE}, Code.WATCHING_IS_ABUSE),
        (NoAbuse(), {"by": Channel.TEXT}, Code.ONLY_PEACEFUL),
        (StayAway((HOME,)), {"to": None, "at": HOME}, Code.AT_FORBIDDEN_PLACE),
        (MoveOut(HOME), {"to": None, "at": HOME}, Code.MUST_HAVE_MOVED_OUT),
        (StayAway((HOME,), feet(300)), {"to": None, "at": CAFE}, Code.NEARNESS_UNKNOWN),
        (StayAway((ROSA,), feet(500)), {"by": Channel.IN_PERSON, "distance": feet(600)}, Code.FAR_ENOUGH),
    ],
)
def test_the_reason_that_decided_is_given(term: Term, contact: dict[str, Any], code: Code) -> None:
    told: dict[str, Any] = {"by_whom": DAN, "to": ROSA, **contact}
    (answer,) = ask(Contact(**told), civil_order(terms=(term,))).orders
    assert [reason.code for reason in answer.reasons] == [code]


def test_an_order_that_may_be_in_force_forbids_only_what_its_terms_forbid() -> None:
    calm = civil_order(expires=None, terms=(NoAbuse(),))
    assert ask(Contact(DAN, ROSA, Channel.TEXT), calm).prohibited is NO
    assert ask(Contact(DAN, ROSA, Channel.SURVEILLANCE), calm).prohibited is UNSURE


def test_the_answer_says_whom_the_order_binds_and_whom_it_protects() -> None:
    (own,) = ask(Contact(ROSA, DAN, Channel.PHONE), civil_order()).orders
    assert [reason.code for reason in own.reasons] == [Code.PROTECTED_BREAKS_NOTHING, Code.OTHER_MAY_NOT_ANSWER]
    (other,) = ask(Contact(SAM, ROSA, Channel.PHONE), civil_order()).orders
    assert [reason.code for reason in other.reasons] == [Code.NOT_RESTRAINED]
    (stranger,) = ask(Contact(DAN, SAM, Channel.PHONE), civil_order()).orders
    assert [reason.code for reason in stranger.reasons] == [Code.NOT_PROTECTED]
    (nothing,) = ask(Contact(DAN, ROSA, Channel.PHONE), civil_order(terms=(StayAway((HOME,)),))).orders
    assert [reason.code for reason in nothing.reasons] == [Code.NOTHING_FORBIDS]


def test_an_unsure_answer_is_to_be_treated_as_forbidden_and_a_sure_one_needs_no_such_word() -> None:
    contact = Contact(DAN, ROSA, Channel.TEXT)
    assert Code.TREAT_AS_FORBIDDEN in {r.code for r in ask(contact, civil_order(expires=None)).reasons}
    assert ask(contact, civil_order()).reasons == ()
    assert ask(contact, civil_order(), at=AsOf(date(2026, 1, 1))).reasons == ()
