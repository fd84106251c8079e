"""What programs get of the record: the same shapes as from the command line, with what only the registry knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import ConfigDict

from stayaway.api import moment, zone_of
from stayaway.files.write import mapping
from stayaway.law.load import law_book
from stayaway.model import AsOf
from stayaway.pages.answers import check_document, governing_document
from stayaway.pages.voice import Voice
from stayaway.reasoning.governing import governing_terms
from stayaway.registry.drafting import DraftCheck
from stayaway.registry.offering import Offer
from stayaway.registry.reading import View
from stayaway.registry.telling import ShownEntry
from stayaway.registry.unsaid import Hidden
from stayaway.wording.api import ApiCode as C
from stayaway.wording.document import DocumentCode


class Told(Schema):
    """An answer."""

    model_config = ConfigDict(extra="forbid")


class EntryMade(Told):
    """An entry that was taken."""

    number: int
    stream: str
    version: int
    what: str
    happened: str
    recorded: str


class Recorded(Told):
    """A step that was taken. `made`: the ids behind the caller's names; `versions`: what the streams came to."""

    entries: list[EntryMade]
    made: dict[str, str]
    versions: dict[str, int]


class EntryShown(EntryMade):
    """An entry of the journal as the caller may see it."""

    post: str
    agency: str
    account: str
    why: str
    document: str
    corrects: int | None
    facts: dict[str, Any]


class Keeper(Told):
    """The court that confirms a case, and where."""

    agency: str
    name: str
    phone: str


class Offered(Told):
    """An entry that could be made, whether the caller may make it now, and if not why not and where to go."""

    case: str
    order: str | None
    entry: str
    acting: str | None
    may: bool
    reasons: list[dict[str, Any]]
    path: dict[str, Any] | None


class Shown(Told):
    """Cases as the caller may see them: their papers as an order file, what follows from them, and their dockets.

    From `orders` to `timeline` the answer is that of `stayaway now --json`.
    `known` is the instant as of which the registry was read; null: as it is now. `versions` goes back with an entry.
    """

    cases: list[str]
    as_of: str
    known: str | None
    sight: dict[str, str]
    keepers: dict[str, Keeper]
    papers: dict[str, Any]
    orders: list[dict[str, Any]]
    governing: list[dict[str, Any]]
    collisions: list[dict[str, Any]]
    next_changes: list[dict[str, Any]]
    enforcement: list[dict[str, Any]]
    timeline: list[dict[str, Any]]
    docket: list[EntryShown]
    versions: dict[str, int]
    may_enter: list[Offered]
    notice: str


class Checked(Told):
    """What a draft clashes with, as `stayaway check --json` says it; `cases`: what it was held against.

    `clashes_seen` goes back with the order once somebody has looked at each clash. `maybe`: people with the same name
    and birth date who are not known to be the same; orders about them were not compared.
    """

    as_of: str
    clashes: list[dict[str, Any]]
    clashes_seen: int
    people: dict[str, str]
    orders: list[dict[str, Any]]
    cases: list[str]
    maybe: list[str]


def hidden_in(language: str) -> Hidden:
    """What stands where something confidential is hidden."""
    speaker = Voice(language).speaker
    return Hidden(speaker.sentence(C.HIDDEN_PLACE, {}), speaker.sentence(DocumentCode.LEFT_OUT, {}))


def view_document(view: View, offers: Mapping[str, list[Offer]], on: str | None, language: str, now: datetime) -> Any:
    """Cases as somebody may see them, as of a day or an instant. Raises WrongWord for one that is none."""
    from stayaway.wording.face import FaceCode

    papers = view.papers
    voice = Voice(language, papers, zone_of(papers), now.year)
    at = AsOf.now(now) if on is None else moment(on, voice.zone)
    found = governing_terms(papers, law_book(), at)
    return {
        "cases": list(view.seen),
        "known": None if view.known is None else view.known.isoformat(),
        "sight": {case: seen.sight.value for case, seen in view.seen.items()},
        "keepers": {
            case: {"agency": keeper.id, "name": keeper.name, "phone": keeper.phone}
            for case, keeper in view.keepers.items()
        },
        "papers": plain(mapping(papers)),
        **governing_document(papers, found, law_book(), at, voice),
        "docket": [entry_document(entry) for entry in view.entries],
        "versions": dict(view.versions),
        "may_enter": [_offer(case, offer, voice) for case, offered in offers.items() for offer in offered],
        "notice": voice.face(FaceCode.NOTICE),
    }


def draft_document(found: DraftCheck, language: str, now: datetime) -> dict[str, Any]:
    """What a draft clashes with."""
    voice = Voice(language, found.together, zone_of(found.draft), now.year)
    return {
        **check_document(found.check, found.against, law_book(), AsOf.now(now), voice),
        "clashes_seen": len(found.check.clashes),
        "cases": list(found.cases),
        "maybe": list(found.maybe),
    }


def entry_document(entry: ShownEntry) -> dict[str, Any]:
    """An entry of the journal."""
    return {
        "number": entry.number,
        "stream": entry.stream,
        "version": entry.version,
        "what": entry.what.value,
        "happened": entry.happened,
        "recorded": entry.recorded.isoformat(),
        "post": entry.post,
        "agency": entry.agency,
        "account": entry.account,
        "why": entry.why,
        "document": entry.document,
        "corrects": entry.corrects,
        "facts": dict(entry.facts),
    }


def plain(value: Any) -> Any:
    """A value as JSON says it: days and instants as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


def _offer(case: str, offer: Offer, voice: Voice) -> dict[str, Any]:
    return {
        "case": case,
        "order": None if offer.order is None else str(offer.order),
        "entry": offer.event.value,
        "acting": offer.acting.value if offer.acting else None,
        "may": offer.entering.may,
        "reasons": voice.reasons(offer.entering.reasons),
        "path": None if offer.entering.path is None else voice.reason(offer.entering.path),
    }
