"""The form of a new case: what is asked, and the entries that the answers make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from stayaway.files import Fault
from stayaway.model import CaseEvent, ChargeCategory, ChargeLevel, Kind
from stayaway.pages.voice import Voice
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.actors import COURT_POSTS, Actor, AgencyKind
from stayaway.registry.entries import Proposal, What
from stayaway.web.places import places
from stayaway.web.questions import Section, Shape, menu, some_of, text
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.papers import PapersCode as Paper

from .compose import field_of as field_of_order
from .compose import known, said
from .frame import upper

PROTECTED = ("protected1", "protected2", "protected3")
WITNESSES = ("witness1",)
PLACES = ("place1", "place2")
ASKS_OF = {Kind.CIVIL: Role.PROTECTED_PERSON, Kind.CRIMINAL: Role.PROSECUTOR}
"""Who opens a case of a kind; a court receives it from them."""
OPENS = {Kind.CIVIL: CaseEvent.FILED, Kind.CRIMINAL: CaseEvent.CHARGED}


def rows_of(kind: Kind) -> tuple[str, ...]:
    """The rows of people that a case of a kind asks for."""
    return ("restrained", *(PROTECTED[:1] if kind is Kind.CIVIL else (*PROTECTED, *WITNESSES)))


def courts_for(kind: Kind) -> list[Agency]:
    """The courts that hear cases of a kind."""
    found = Agency.objects.filter(kind=AgencyKind.COURT, is_active=True).order_by("name")
    return [one for one in found if kind in one.kinds]


def case_sections(written: QueryDict, kind: Kind, actor: Actor, voice: Voice) -> list[Section]:
    """What is asked of a new case."""
    say = voice.speaker.sentence
    sections = [_about(written, kind, actor, voice), _restrained(written, kind, voice)]
    protected = Section(say(Says.PETITIONER if kind is Kind.CIVIL else Says.VICTIMS, {}))
    for row in rows_of(kind)[1:]:
        protected.questions += _person(written, row, voice, is_witness=row in WITNESSES)
    sections.append(protected)
    where = Section(say(Says.SECTION_PLACES, {}), hint=say(Says.PLACES_HINT, {}), is_closed=True)
    named = [
        (row, said(written, f"{row}_name") or say(Says.ROW_NUMBERED, {"number": number}))
        for number, row in enumerate(rows_of(kind)[1:], 1)
    ]
    for row in PLACES:
        where.questions += place_questions(written, row, named, voice)
    sections.append(where)
    if actor.post in COURT_POSTS:
        sections.append(_foreign(written, voice))
    return sections


def _about(written: QueryDict, kind: Kind, actor: Actor, voice: Voice) -> Section:
    say = voice.speaker.sentence
    asked = [text(written, "number", say(Paper.NUMBER, {}), say(Paper.MAY_BE_LEFT_OUT, {}))]
    if actor.post not in COURT_POSTS:
        courts = [(one.pk, one.name) for one in courts_for(kind)]
        asked.append(menu(written, "court", say(Paper.COURT, {}), [("", say(Says.CHOOSE, {})), *courts]))
    opened = Says.FILED_ON if kind is Kind.CIVIL else Says.CHARGED_ON
    asked.append(text(written, "on", say(opened, {}), shape=Shape.DAY))
    if kind is Kind.CRIMINAL:
        none = ("", say(Paper.NOT_KNOWN, {}))
        asked.append(
            menu(
                written,
                "charge",
                say(Paper.CHARGE, {}),
                [none, *((str(one), upper(voice.show(one))) for one in ChargeCategory)],
            )
        )
        asked.append(
            menu(
                written,
                "level",
                say(Says.CHARGE_LEVEL, {}),
                [none, *((str(one), upper(voice.show(one))) for one in ChargeLevel)],
            )
        )
        asked.append(text(written, "charge_name", say(Says.CHARGE_NAME, {}), say(Paper.MAY_BE_LEFT_OUT, {})))
    return Section(say(Says.THE_CASE, {}), asked)


def _restrained(written: QueryDict, kind: Kind, voice: Voice) -> Section:
    say = voice.speaker.sentence
    heading = Says.RESPONDENT if kind is Kind.CIVIL else Says.DEFENDANT
    return Section(say(heading, {}), _person(written, "restrained", voice))


def _person(written: QueryDict, row: str, voice: Voice, *, is_witness: bool = False) -> list[Any]:
    say = voice.speaker.sentence
    return [
        text(written, f"{row}_name", say(Says.WITNESS_NAME if is_witness else Says.NAME, {})),
        text(written, f"{row}_born", say(Says.BORN, {}), shape=Shape.DAY),
        text(written, f"{row}_phone", say(Says.PHONE, {}), say(Says.SECRET_HINT, {})),
        text(written, f"{row}_email", say(Says.EMAIL, {}), say(Says.SECRET_HINT, {})),
    ]


def place_questions(written: QueryDict, row: str, people: list[tuple[str, str]], voice: Voice) -> list[Any]:
    """What is asked of a place."""
    say = voice.speaker.sentence
    return [
        text(written, f"{row}_label", say(Says.PLACE_LABEL, {}), say(Says.PLACE_LABEL_HINT, {})),
        text(written, f"{row}_address", say(Says.ADDRESS, {}), say(Says.ADDRESS_HINT, {})),
        menu(written, f"{row}_of", say(Says.PLACE_OF, {}), [("", say(Says.NOBODYS, {})), *people]),
        some_of(written, f"{row}_confidential", say(Says.CONFIDENTIAL, {}), [("yes", say(Says.CONFIDENTIAL_YES, {}))]),
    ]


def _foreign(written: QueryDict, voice: Voice) -> Section:
    say = voice.speaker.sentence
    menu_of = [("", say(Says.CHOOSE, {})), *((one.code, one.name) for one in places())]
    return Section(
        say(Says.SECTION_FOREIGN, {}),
        [
            some_of(
                written,
                "foreign",
                say(Says.FOREIGN, {}),
                [("yes", say(Says.FOREIGN_YES, {}))],
                say(Says.FOREIGN_HINT, {}),
            ),
            text(written, "foreign_court", say(Paper.COURT, {})),
            menu(written, "foreign_place", say(Paper.PLACE, {}), menu_of),
        ],
        is_closed=True,
    )


def proposals_of(
    written: QueryDict, kind: Kind, actor: Actor, court: Agency, ids: Mapping[str, str], case: str
) -> list[Proposal]:
    """The entries of a new case: that it was opened, what opened it, and its places."""
    on = said(written, "on")
    foreign = bool(written.get("foreign")) and actor.post in COURT_POSTS
    about = known(
        kind=kind.value,
        jurisdiction=said(written, "foreign_place") if foreign else court.jurisdiction,
        time_zone="" if foreign else court.time_zone,
        court=said(written, "foreign_court") if foreign else court.name,
        number=said(written, "number"),
    )
    about |= _sides(written, kind, ids)
    # What another court did, nobody asks for here: it is entered from its paper.
    acting = ASKS_OF[kind] if actor.post in COURT_POSTS and not foreign else None
    facts = {"case": about} | ({"foreign": True} if foreign else {})
    found = [Proposal(What.CASE_OPENED, case, on, facts, court=court.pk, acting=acting)]
    if not foreign:
        entry = {"on": on, "entry": OPENS[kind].value}
        found.append(Proposal(What.CASE_EVENT, case, on, {"entry": entry}, acting=acting))
    for row in PLACES:
        if said(written, f"{row}_label") or said(written, f"{row}_address"):
            of = ids.get(said(written, f"{row}_of"), "")
            found.append(place_proposal(written, row, case, on, of, actor))
    return found


def place_proposal(written: QueryDict, row: str, case: str, on: str, of: str, actor: Actor) -> Proposal:
    """The entry of a place. The address is a secret, whether or not the place is confidential."""
    facts = known(place=new_id("l"), label=said(written, f"{row}_label"), of=of) | (
        {"confidential": True} if written.get(f"{row}_confidential") else {}
    )
    secrets = known(address=said(written, f"{row}_address"))
    # A court receives it from the person whose place it is.
    acting = Role.PROTECTED_PERSON if actor.post in COURT_POSTS and of else None
    return Proposal(What.PLACE_RECORDED, case, on, facts, secrets, acting=acting)


def _sides(written: QueryDict, kind: Kind, ids: Mapping[str, str]) -> dict[str, Any]:
    if kind is Kind.CIVIL:
        return known(petitioner=ids.get(PROTECTED[0]), respondent=ids.get("restrained"))
    charge = known(name=said(written, "charge_name"), category=said(written, "charge"), level=said(written, "level"))
    return known(
        defendant=ids.get("restrained"),
        victims=[ids[row] for row in PROTECTED if row in ids],
        witnesses=[ids[row] for row in WITNESSES if row in ids],
        charge=charge,
    )


CASE_FIELDS = {
    "number": "number",
    "court": "foreign_court",
    "jurisdiction": "foreign_place",
    "on": "on",
    "docket": "on",
    "petitioner": "protected1_name",
    "respondent": "restrained_name",
    "defendant": "restrained_name",
    "victims": "protected1_name",
    "witnesses": "witness1_name",
    "category": "charge",
    "level": "level",
}


def field_of(fault: Fault, rows: Mapping[str, str]) -> str | None:
    """The field of the form that a fault is about. `rows` says which rows people came from."""
    steps = fault.path.replace("[", ".").replace("]", "").split(".")
    if steps[0] == "cases":
        return next((CASE_FIELDS[step] for step in reversed(steps) if step in CASE_FIELDS), None)
    return field_of_order(fault, rows)
