"""Whom the tests of finding ask for, and people to be found."""

from __future__ import annotations

from datetime import date
from typing import Any

from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor
from stayaway.registry.entries import Proposal, What
from stayaway.registry.finding.asking import Asked, ByName, Found
from stayaway.registry.finding.searching import find
from stayaway.wording.finding import FindingCode
from tests.registry.world import NOW, World, enter, made

ROSA = ByName("Rosa Marin", born=date(1990, 5, 1))
DAN = ByName("Daniel Cole", born=date(1988, 2, 3))
NOBODY = ByName("Peregrin Nowhere", born=date(1990, 5, 1))


def search(actor: Actor, asked: Asked, **more: Any) -> Found:
    return find(actor, asked, NOW, purpose="a stop on Hill Road", **more)


def who(found: Found) -> set[str]:
    return {hit.person for hit in found.hits}


def codes(found: Found) -> list[FindingCode]:
    (hit,) = found.hits
    return [reason.code for reason in hit.match.reasons]  # type: ignore[misc]


def someone(world: World, name: str, born: str | None, *, with_order: bool = True, **more: Any) -> str:
    """Somebody else, restrained by an order of a case of their own toward Rosa; or in a case without an order."""
    person, case = new_id("p"), new_id("c")
    secrets = more.pop("secrets", {})
    facts = {"name": name, **({"born": born} if born else {}), **more}
    about = {"kind": "civil", "jurisdiction": "us-wa", "number": new_id("n"), "court": world.civil_court.name}
    enter(world.clerk, Proposal(What.PERSON_RECORDED, person, "2025-03-01", facts, secrets))
    enter(
        world.clerk,
        Proposal(
            What.CASE_OPENED,
            case,
            "2025-03-01",
            {"case": about | {"petitioner": world.rosa, "respondent": person}},
            court=world.civil_court.id,
            acting=Role.PROTECTED_PERSON,
        ),
        *([made(world, case, new_id("o"), restrained=person)] if with_order else []),
    )
    return person


def foreign(world: World) -> str:
    """A case of another state's court, registered here without a word to the restrained side."""
    case = new_id("c")
    about = {"kind": "civil", "jurisdiction": "us-or", "court": "Cedar County Circuit Court", "number": "OR-9"}
    enter(
        world.clerk,
        Proposal(
            What.CASE_OPENED,
            case,
            "2025-03-01",
            {"case": about | {"petitioner": world.rosa, "respondent": world.dan}, "foreign": True},
            court=world.civil_court.id,
            acting=Role.PROTECTED_PERSON,
        ),
        made(world, case, new_id("o")),
    )
    return case
