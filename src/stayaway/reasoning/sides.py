"""On which side of an order somebody stands."""

from __future__ import annotations

from stayaway.model import CivilCase, CriminalCase, Order, PersonId

from .rulebook import Role


def protected_side(order: Order) -> tuple[PersonId, ...]:
    """The protected people, the victims of the case, and a petitioner who asked for somebody else's protection.

    >>> from stayaway.model import UTC, CaseId, OrderId
    >>> family = CivilCase(CaseId("family"), None, UTC, petitioner=PersonId("mother"), respondent=PersonId("dan"))
    >>> protected_side(Order(OrderId("civil"), family, PersonId("dan"), (PersonId("child"),)))
    ('child', 'mother')
    """
    people = list(order.protects)
    match order.case:
        case CivilCase(petitioner=petitioner) if petitioner is not None:
            people.append(petitioner)
        case CriminalCase(victims=victims):
            people.extend(victims)
    # In a case with orders both ways, the petitioner is the one whom the other order restrains.
    return tuple(dict.fromkeys(person for person in people if person != order.restrained))


def people_of(role: Role, order: Order) -> tuple[PersonId, ...]:
    """Who holds a role in an order, as far as the papers say."""
    if role is Role.PROTECTED_PERSON:
        return protected_side(order)
    return (order.restrained,) if role is Role.RESTRAINED_PERSON else ()


def role_of(person: PersonId, order: Order) -> Role:
    """The role that somebody holds in an order. Whoever holds none stands beside it, as family."""
    if person == order.restrained:
        return Role.RESTRAINED_PERSON
    return Role.PROTECTED_PERSON if person in protected_side(order) else Role.FAMILY
