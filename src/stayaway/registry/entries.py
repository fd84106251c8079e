"""What can be entered in the journal: the kinds of entry, and one that somebody proposes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from stayaway.reasoning.authority import Role

NOTHING: Mapping[str, Any] = MappingProxyType({})


class What(StrEnum):
    """What an entry records. The comment behind each says which facts it has; `+` marks secrets."""

    # About a person; the stream is the person.
    PERSON_RECORDED = "person_recorded"  # name, born, descriptors; + phones, emails, handles, identifiers
    PERSON_CHANGED = "person_changed"  # the same, whole: what is left out is not known any more
    PEOPLE_LINKED = "people_linked"  # same_as
    PEOPLE_UNLINKED = "people_unlinked"
    CONTACT_CHOSEN = "contact_chosen"  # + email, language: where reminders may go; none: nowhere
    CONSENT_GIVEN = "consent_given"  # agency, until
    CONSENT_ENDED = "consent_ended"  # agency

    # About a case; the stream is the case.
    CASE_OPENED = "case_opened"  # case (as in an order file, without its docket), foreign
    CASE_CHANGED = "case_changed"  # case, whole
    PLACE_RECORDED = "place_recorded"  # place, label, confidential, of (whose it is); + address, at
    CASE_EVENT = "case_event"  # entry
    ORDER_RECORDED = "order_recorded"  # order, file (as in an order file, without its docket)
    ORDER_EVENT = "order_event"  # order, entry
    APPEARED = "appeared"  # account, agency, person
    WITHDREW = "withdrew"  # account
    TASK_DONE = "task_done"  # order, kind
    NOTICE_ASKED = "notice_asked"  # of a foreign order: its restrained side may be told
    SEALED = "sealed"
    UNSEALED = "unsealed"

    # About the list of looks; the stream is that list.
    LOOKS_SEALED = "looks_sealed"  # first, last, count, digest: so that a look changed or removed afterwards shows

    # About either.
    CORRECTED = "corrected"  # instead (the facts that should have stood there), or nothing: it should not stand
    ERASED = "erased"  # entries: the numbers of those whose secrets were erased


ABOUT_PEOPLE = frozenset(
    {
        What.PERSON_RECORDED,
        What.PERSON_CHANGED,
        What.PEOPLE_LINKED,
        What.PEOPLE_UNLINKED,
        What.CONTACT_CHOSEN,
        What.CONSENT_GIVEN,
        What.CONSENT_ENDED,
    }
)
BEGINS = frozenset({What.PERSON_RECORDED, What.CASE_OPENED})
"""The first entry of a stream."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that somebody wants to make.

    `happened` is a day or an instant, as an order file writes it. `acting` is the role that did what is recorded, where
    that is not the one who records it: a clerk receives a request of the protected person. `court` is the agency whose
    case it is, when a case is opened. `document` is the digest of an attached paper that was kept before.
    """

    what: What
    stream: str
    happened: str
    facts: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    secrets: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    why: str = ""
    document: str = ""
    acting: Role | None = None
    court: str = ""
    corrects: int | None = None
    clashes_seen: int = 0
    """Of an order signed today: how many clashes with other orders were shown to whoever signs."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the journal as folding reads it. `secrets` None: not opened, or erased."""

    number: int
    stream: str
    version: int
    what: What
    happened: str
    facts: Mapping[str, Any]
    secrets: Mapping[str, Any] | None = None
    court: str = ""
    agency: str = ""
    corrects: int | None = None
