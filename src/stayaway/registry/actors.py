"""Who acts: a value that every read and every entry is made for. It knows no request and no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from stayaway.model import Kind, PersonId


class Post(StrEnum):
    """What an account is here for. What it may do about one order follows from the rulebook, never from this alone."""

    CIVIL_CLERK = "civil_clerk"
    CRIMINAL_CLERK = "criminal_clerk"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    DEFENSE_LAWYER = "defense_lawyer"
    OFFICER = "officer"
    ADVOCATE = "advocate"
    PROTECTED_PERSON = "protected_person"
    RESTRAINED_PERSON = "restrained_person"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


COURT_POSTS = frozenset({Post.CIVIL_CLERK, Post.CRIMINAL_CLERK, Post.JUDGE})
PARTY_POSTS = frozenset({Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON})
"""Posts of the people whom an order names: they hold a `person` in place of an agency."""
BESIDE_RECORDS = frozenset({Post.AUDITOR, Post.ADMINISTRATOR})
"""Posts that work beside the records and never on them."""


class AgencyKind(StrEnum):
    """What an agency is."""

    COURT = "court"
    PROSECUTION = "prosecution"
    DEFENSE = "defense"
    LAW_ENFORCEMENT = "law_enforcement"
    VICTIM_PROGRAM = "victim_program"
    OVERSIGHT = "oversight"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody signed in, in one of the posts they hold.

    `account` and `agency` are ids; `kinds` are the kinds of case that the agency hears, for a court; `person` is whom
    an account of a party stands for. `confirmed`: the password and second factor were given again a moment ago, as
    ending or sealing an order asks.
    """

    account: str
    post: Post
    agency: str | None = None
    kinds: frozenset[Kind] = field(default=frozenset())
    person: PersonId | None = None
    confirmed: bool = False
    client: str | None = None
    """The machine client that acts for the account, if one does."""
