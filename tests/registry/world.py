"""A small world for tests of the record: courts and offices, those who work there, two people and their orders.

Everybody and everything in it is invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from stayaway.model import PersonId
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Entry
from stayaway.registry.recording import record

BEGUN = datetime(2024, 3, 1, 20, 0, tzinfo=UTC)
"""When the two people were recorded."""
NOW = datetime(2025, 6, 2, 18, 0, tzinfo=UTC)
PLACE = "us-wa"
ADDRESS = "17 Hidden Lane"
PHONE = "+1 206 555 0142"
ORDINARY: tuple[Any, ...] = ("no_abuse", "no_contact")


def agency(name: str, kind: str, **more: Any) -> Agency:
    """An agency in Washington."""
    return Agency.objects.create(
        name=name, kind=kind, jurisdiction=PLACE, time_zone="America/Los_Angeles", phone="206-555-0100", **more
    )


@dataclass
class World:
    """The agencies, the people, and who acts for whom."""

    civil_court: Agency
    criminal_court: Agency
    other_court: Agency
    prosecution: Agency
    police: Agency
    program: Agency
    oversight: Agency
    rosa: str = field(default_factory=lambda: new_id("p"))
    dan: str = field(default_factory=lambda: new_id("p"))
    home: str = field(default_factory=lambda: new_id("l"))

    def actor(self, post: Post, where: Agency | None = None, **more: Any) -> Actor:
        """Somebody in a post, by default in the agency where such a post is."""
        there = where or self._agency_of(post)
        person = {Post.PROTECTED_PERSON: self.rosa, Post.RESTRAINED_PERSON: self.dan}.get(post)
        return Actor(
            account=f"u-{post.value}"[:24],
            post=post,
            agency=None if person or there is None else there.id,
            kinds=there.kinds if there is not None else frozenset(),
            person=None if person is None else PersonId(person),
            **more,
        )

    def _agency_of(self, post: Post) -> Agency | None:
        return {
            Post.CIVIL_CLERK: self.civil_court,
            Post.CRIMINAL_CLERK: self.criminal_court,
            Post.JUDGE: self.civil_court,
            Post.PROSECUTOR: self.prosecution,
            Post.DEFENSE_LAWYER: self.prosecution,
            Post.OFFICER: self.police,
            Post.ADVOCATE: self.program,
            Post.AUDITOR: self.oversight,
            Post.ADMINISTRATOR: self.oversight,
        }.get(post)

    @property
    def clerk(self) -> Actor:
        """The clerk of the civil court, who has confirmed that it is them."""
        return self.actor(Post.CIVIL_CLERK, confirmed=True)

    @property
    def criminal_clerk(self) -> Actor:
        """The clerk of the criminal court, who has confirmed that it is them."""
        return self.actor(Post.CRIMINAL_CLERK, confirmed=True)


def make_world() -> World:
    """The world, with its two people on record."""
    world = World(
        civil_court=agency("Alder County Superior Court", "court", hears_civil=True),
        criminal_court=agency("Alder Municipal Court", "court", hears_criminal=True),
        other_court=agency("Birch County Superior Court", "court", hears_civil=True, hears_criminal=True),
        prosecution=agency("Alder City Attorney", "prosecution"),
        police=agency("Alder Police", "law_enforcement"),
        program=agency("Alder Safe Haven", "victim_program"),
        oversight=agency("Alder Oversight", "oversight"),
    )
    enter(
        world.clerk,
        Proposal(
            What.PERSON_RECORDED,
            world.rosa,
            "2024-03-01",
            {"name": "Rosa Marin", "born": "1990-05-01"},
            {"phones": [PHONE]},
        ),
        Proposal(What.PERSON_RECORDED, world.dan, "2024-03-01", {"name": "Daniel Cole", "born": "1988-02-03"}),
        now=BEGUN,
    )
    return world


def enter(actor: Actor, *proposals: Proposal, now: datetime = NOW) -> list[Entry]:
    """Enter a step, on top of whatever there is."""
    return record(actor, proposals, {}, now)


def open_civil(
    world: World,
    *,
    terms: Sequence[Any] = ORDINARY,
    now: datetime = NOW,
    court: Agency | None = None,
    law: str = PLACE,
    **order: Any,
) -> tuple[str, str]:
    """A civil case with one order, as its clerk enters it. Returns the ids of the case and of the order."""
    where = court or world.civil_court
    clerk = world.actor(Post.CIVIL_CLERK, where, confirmed=True)
    case, key = new_id("c"), new_id("o")
    about = {"kind": "civil", "jurisdiction": law, "court": where.name, "number": "25-2-00017-1"}
    parties = {"petitioner": world.rosa, "respondent": world.dan}
    place = Proposal(
        What.PLACE_RECORDED,
        case,
        "2025-03-01",
        {"place": world.home, "label": "Rosa's home", "confidential": True, "of": world.rosa},
        {"address": ADDRESS},
    )
    enter(
        clerk,
        Proposal(
            What.CASE_OPENED,
            case,
            "2025-03-01",
            {"case": about | parties},
            court=where.id,
            acting=Role.PROTECTED_PERSON,
        ),
        *([place] if court is None else []),
        made(world, case, key, terms=terms, **order),
        now=now,
    )
    return case, key


def open_criminal(
    world: World, *, terms: Sequence[Any] = ORDINARY, place: str = PLACE, **order: Any
) -> tuple[str, str]:
    """A criminal case with a pretrial order, as its clerk enters it. Returns the ids of the case and of the order."""
    case, key = new_id("c"), new_id("o")
    about = {"kind": "criminal", "jurisdiction": place, "court": world.criminal_court.name, "number": "CR-17"}
    parties = {"defendant": world.dan, "victims": [world.rosa]}
    found = {"stage": "pretrial", "until": "case_disposition"} | order
    enter(
        world.criminal_clerk,
        Proposal(What.CASE_OPENED, case, "2025-03-01", {"case": about | parties}, court=world.criminal_court.id),
        made(world, case, key, terms=terms, **found),
    )
    return case, key


def made(world: World, case: str, key: str, *, terms: Sequence[Any] = ORDINARY, **order: Any) -> Proposal:
    """That an order was made, by default on the first of March 2025."""
    issued = order.pop("issued", "2025-03-01")
    file = {"case": case, "restrained": world.dan, "protects": [world.rosa], "issued": issued, "terms": list(terms)}
    if "stage" not in order and "instrument" not in order:
        file |= {"stage": "final", "expires": "2027-03-01"}
    return Proposal(What.ORDER_RECORDED, case, issued, {"order": key, "file": file | order})


def happens(case: str, order: str, event: str, on: str = "2025-04-01", **more: Any) -> Proposal:
    """Something that happens to an order."""
    known = {name: more.pop(name) for name in ("acting", "why", "document") if name in more}
    entry: Mapping[str, Any] = {"on": on, "entry": event} | more
    return replace(Proposal(What.ORDER_EVENT, case, on, {"order": order, "entry": entry}), **known)


def happens_in(case: str, event: str, on: str = "2025-04-01", **more: Any) -> Proposal:
    """Something that happens in a case."""
    known = {name: more.pop(name) for name in ("acting", "why", "document") if name in more}
    return replace(Proposal(What.CASE_EVENT, case, on, {"entry": {"on": on, "entry": event} | more}), **known)
