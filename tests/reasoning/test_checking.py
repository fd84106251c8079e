"""What a court wants to know before it signs: the clashes of a draft with the orders in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stayaway.law.load import law_book
from stayaway.model import (
    AsOf,
    CaseEntry,
    CaseEvent,
    Channel,
    CivilCase,
    Distance,
    Exchange,
    Exemption,
    NoContact,
    Order,
    OrderId,
    Papers,
    Person,
    PersonId,
    Place,
    PlaceId,
    StayAway,
    Unit,
)
from stayaway.reasoning.checking import Check, ClashKind, check
from tests.reasoning.making_orders import SAM, civil_order, criminal_case, criminal_order, papers_of

BOOK = law_book()
HOME, CAFE = PlaceId("home"), PlaceId("cafe")
PLACES = (Place(HOME, "Rosa's home"), Place(CAFE, "a café"))
TEXT_CHILDREN = Exemption(about="children", by=frozenset({Channel.TEXT}))


def feet(number: float) -> Distance:
    return Distance(number, Unit.FEET)


def checked(draft: Order, *held: Order, day: date = date(2024, 6, 1)) -> Check:
    return check(papers_of(draft, places=PLACES), papers_of(*held, places=PLACES), BOOK, AsOf(day))


def kinds(found: Check) -> set[ClashKind]:
    return {clash.kind for clash in found.clashes}


def test_a_draft_that_fits_has_no_clash() -> None:
    assert checked(civil_order(), criminal_order()).clashes == ()


def test_a_hand_over_by_text_clashes_with_no_contact_and_comes_with_wording() -> None:
    draft = civil_order(terms=(NoContact(), Exchange(CAFE, by=frozenset({Channel.TEXT}), required=True)))
    found = checked(draft, criminal_order())
    clash = next(c for c in found.clashes if c.kind is ClashKind.REQUIRES)
    assert (clash.draft, clash.draft_term, clash.order) == ("civil", 1, "no-contact")
    assert clash.avoid
    assert clash.why


def test_a_hand_over_in_force_clashes_with_a_draft_that_forbids_it() -> None:
    held = civil_order(terms=(NoContact(), Exchange(CAFE)))
    found = checked(criminal_order(), held)
    clash = next(c for c in found.clashes if c.kind is ClashKind.ALLOWS)
    assert (clash.draft, clash.order, clash.order_term) == ("no-contact", "civil", 1)


def test_an_exception_that_the_other_order_does_not_make() -> None:
    lets = civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    assert kinds(checked(lets, criminal_order())) == {ClashKind.EXCEPTION}
    assert kinds(checked(criminal_order(), lets)) == {ClashKind.EXCEPTION}
    also = criminal_order(terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    narrower = checked(lets, also)
    assert [(c.draft_term, c.order_term) for c in narrower.clashes] == [(0, 0)], "only the wider exception is lost"
    phone_only = criminal_order(terms=(NoContact(by=frozenset({Channel.PHONE})),))
    assert checked(lets, phone_only).clashes == ()


def test_a_draft_may_have_the_key_of_an_order_in_force() -> None:
    lets = civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    (clash,) = checked(lets, civil_order()).clashes
    assert (clash.draft, clash.order) == ("civil", "civil")
    assert clash.reason.facts["order"] != clash.reason.facts["other"], "a reader must be able to tell them apart"


def test_different_distances_from_one_place() -> None:
    draft = civil_order(terms=(StayAway((HOME,), feet(300)),))
    held = criminal_order(terms=(StayAway((HOME, CAFE), feet(500)),))
    (clash,) = checked(draft, held).clashes
    assert clash.kind is ClashKind.DISTANCE
    assert checked(draft, criminal_order(terms=(StayAway((HOME,), Distance(100, Unit.YARDS)),))).clashes == ()


def test_only_orders_that_may_be_in_force_are_compared() -> None:
    draft = civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    docket = (CaseEntry(CaseEvent.DISMISSED, date(2024, 4, 1)),)
    by_law, unsure = (criminal_order(place, case=criminal_case(place, docket=docket)) for place in ("us-wa", "us-ma"))
    assert checked(draft, by_law).clashes == ()
    assert checked(draft, unsure).clashes != ()


def test_people_are_matched_by_name_and_kept_apart_by_birth_date() -> None:
    other_keys = _renamed(papers_of(civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))))
    held = papers_of(criminal_order())
    found = check(other_keys, held, BOOK, AsOf(date(2024, 6, 1)))
    assert found.people == {"d1": "dan", "r1": "rosa"}
    assert kinds(found) == {ClashKind.EXCEPTION}
    born = {key: replace(p, born=date(1990, 5, 1)) for key, p in other_keys.people.items()}
    others = {key: replace(p, born=date(1971, 1, 2)) for key, p in held.people.items()}
    apart = check(replace(other_keys, people=born), replace(held, people=others), BOOK, AsOf(date(2024, 6, 1)))
    assert apart.people == {}
    assert apart.clashes == ()


def _renamed(papers: Papers) -> Papers:
    order = papers.orders[OrderId("civil")]
    dan, rosa = PersonId("d1"), PersonId("r1")
    assert isinstance(order.case, CivilCase)
    case = replace(order.case, petitioner=rosa, respondent=dan)
    moved = replace(order, case=case, restrained=dan, protects=(rosa,))
    people = {dan: Person(dan, "DANIEL  COLE"), rosa: Person(rosa, "Rosa Marín")}
    return Papers(people, {}, {case.id: case}, {moved.id: moved})


def test_what_protects_other_people_or_is_about_other_places_is_no_clash() -> None:
    lets = civil_order(terms=(NoContact(exemptions=(TEXT_CHILDREN,)),))
    assert checked(lets, replace(criminal_order(), protects=(SAM,))).clashes == ()
    near_cafe = civil_order(terms=(StayAway((CAFE,), feet(300)),))
    near_home = criminal_order(terms=(StayAway((HOME,), feet(500)),))
    assert checked(near_cafe, near_home).clashes == ()
