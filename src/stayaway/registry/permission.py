"""May this actor make this entry? The rulebook of the core decides; this adds whose case it is, and what it needs.

An entry is taken if and only if the rulebook says that the role may make it (`reasoning.docketing`), and the actor
holds that role in this case: a court in its own cases, a lawyer where they appear, a party where they are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from stayaway.law.book import LawBook
from stayaway.model import AsOf, Case, CaseEvent, CivilCase, Kind, Order, OrderEvent, PersonId, Reason, because
from stayaway.reasoning.authority import Act, Role
from stayaway.reasoning.docketing import (
    ACT_OF,
    COURTS,
    REQUESTS,
    SERVICE,
    Entering,
    keeps_docket,
    may_enter_on_case,
    may_enter_on_order,
    may_record_place,
)
from stayaway.reasoning.rulebook import COURT_OF
from stayaway.reasoning.sides import role_of
from stayaway.wording.record import RecordCode as C

from .actors import COURT_POSTS, PARTY_POSTS, Actor, Post
from .entries import Proposal, What
from .folding import FoldedCase

RECEIVED_ON_CASE = frozenset({CaseEvent.FILED, CaseEvent.CHARGED})
BY_THE_REGISTRY = frozenset({What.ERASED, What.LOOKS_SEALED})
"""Entries that the registry makes by itself, and nobody else."""
NEEDS_CONFIRMING = frozenset({What.SEALED, What.UNSEALED, What.ERASED, What.PEOPLE_LINKED})
NEEDS_WHY = frozenset({What.CORRECTED, What.SEALED, What.UNSEALED, What.PEOPLE_LINKED, What.PEOPLE_UNLINKED})
YES = Entering(True, ())


@dataclass(frozen=True, slots=True)
class Matter:
    """What an entry is about, as it stood just before it: the case, the order with the docket so far, the event.

    `folded` is the case as folded, None for a person's entries; of a case that is being opened, as it will be. `keeps`
    says whether the actor's agency keeps a case that names the person.
    """

    case: Case | None = None
    order: Order | None = None
    event: OrderEvent | CaseEvent | None = None
    folded: FoldedCase | None = None
    keeper_name: str = ""
    keeper_hears: frozenset[Kind] = frozenset()
    keeps: bool = False
    opens: bool = False
    """Whether the case is being opened by the same actor in the same step."""


def may_enter(actor: Actor, proposal: Proposal, matter: Matter, book: LawBook, at: AsOf) -> Entering:
    """May this actor make this entry? With the reasons, and the path where they may not."""
    if proposal.what in BY_THE_REGISTRY:
        return _no(C.NOT_BY_THIS_ENTRY, C.PATH_RIGHT_ENTRY)
    if proposal.what in NEEDS_WHY and not proposal.why.strip():
        return _no(C.WHY_NEEDED, C.PATH_SAY_WHY)
    found = _by_kind(actor, proposal, matter, book, at)
    if found and _needs_confirming(proposal, matter) and not actor.confirmed:
        return _no(C.CONFIRM_AGAIN, C.PATH_CONFIRM_AGAIN)
    return found


def role_here(actor: Actor, case: Case, order: Order | None, folded: FoldedCase | None) -> Role | None:
    """The role of the rulebook that an actor holds in a case. None: none at all."""
    match actor.post:
        case Post.CIVIL_CLERK:
            return Role.CIVIL_COURT
        case Post.CRIMINAL_CLERK:
            return Role.CRIMINAL_COURT
        case Post.JUDGE:
            return COURT_OF[case.kind] if case.kind in actor.kinds else _other_court(case.kind)
        case Post.PROSECUTOR:
            return Role.PROSECUTOR
        case Post.OFFICER:
            return Role.LAW_ENFORCEMENT
        case Post.ADVOCATE:
            return Role.ADVOCATE
        case Post.DEFENSE_LAWYER:
            return _side_of_lawyer(actor, case, order, folded)
        case Post.PROTECTED_PERSON | Post.RESTRAINED_PERSON:
            return _role_of_party(actor, case, order)
        case Post.AUDITOR | Post.ADMINISTRATOR:
            return None
    assert_never(actor.post)


def _by_kind(actor: Actor, proposal: Proposal, matter: Matter, book: LawBook, at: AsOf) -> Entering:
    if proposal.what in PERSONS:
        return _about_person(actor, proposal, matter)
    case = matter.case
    if case is None:
        return _no(C.NOT_BY_THIS_ENTRY, C.PATH_RIGHT_ENTRY)
    role = role_here(actor, case, matter.order, matter.folded)
    if role is None:
        return _no(C.NO_POST_FOR_RECORDS, C.PATH_ASK_THE_CLERK)
    if matter.folded is not None and matter.folded.foreign:
        return _of_foreign_court(actor, role, proposal, matter, book, at)
    if proposal.acting is not None and proposal.acting is not role:
        return _received(actor, role, proposal, matter, book, at)
    ruled = _ruled(actor, role, proposal, matter, book, at)
    return _if_theirs(actor, role, proposal, matter) if ruled else ruled


def _ruled(actor: Actor, role: Role, proposal: Proposal, matter: Matter, book: LawBook, at: AsOf) -> Entering:
    """What the rulebook says of the act that an entry records."""
    case, event = matter.case, matter.event
    assert case is not None
    if isinstance(event, OrderEvent) and matter.order is not None:
        return may_enter_on_order(event, role, matter.order, book, at)
    if isinstance(event, CaseEvent):
        return may_enter_on_case(event, role, case, book, at)
    if proposal.what is What.PLACE_RECORDED:
        return may_record_place(role, case, is_own=_is_own_place(actor, proposal, matter))
    return keeps_docket(role, case)


def _is_own_place(actor: Actor, proposal: Proposal, matter: Matter) -> bool:
    """Whether a place is said to be the actor's own or their client's, and was so before, if it was there."""
    own = person_of(actor, matter.folded)
    before = matter.folded.place_of.get(proposal.facts["place"], own) if matter.folded is not None else own
    return bool(own) and own == proposal.facts.get("of") == before


def person_of(actor: Actor, folded: FoldedCase | None) -> str:
    """For whom somebody acts in a case: a party for themselves, a lawyer for their client. Empty: for nobody in it."""
    if actor.post in PARTY_POSTS:
        return str(actor.person or "")
    appearance = folded.appearances.get(actor.account) if folded is not None else None
    return "" if appearance is None else appearance["person"]


def _if_theirs(actor: Actor, role: Role, proposal: Proposal, matter: Matter) -> Entering:
    """Whether the role that may is the actor's in this very case."""
    assert matter.case is not None
    if role in COURTS:
        if actor.agency != proposal_keeper(proposal, matter):
            there = because(C.PATH_COURT_OF_THE_CASE, court=matter.keeper_name)
            return Entering(False, (because(C.NOT_THE_COURT_OF_THE_CASE),), there)
        if proposal.what in {What.SEALED, What.UNSEALED} and actor.post is not Post.JUDGE:
            return _no(C.JUDGE_SEALS, C.PATH_ASK_JUDGE)
    elif not matter.opens and not _is_in(actor, matter):
        return _no(C.NOT_IN_THIS_CASE, C.PATH_APPEAR_FIRST)
    if matter.opens and matter.case.kind not in matter.keeper_hears:
        why = because(C.COURT_DOES_NOT_HEAR, court=matter.keeper_name)
        return Entering(False, (why,), because(C.PATH_COURT_THAT_HEARS))
    return YES


def proposal_keeper(proposal: Proposal, matter: Matter) -> str:
    """The agency whose case it is."""
    return matter.folded.keeper if matter.folded is not None else proposal.court


def _is_in(actor: Actor, matter: Matter) -> bool:
    """Whether somebody who is no court appears in the case, is named by it, or comes to serve its order."""
    if actor.post is Post.OFFICER:
        return matter.event in SERVICE
    if actor.post in PARTY_POSTS:
        return True  # `role_here` has found them in it
    appearances = matter.folded.appearances.values() if matter.folded is not None else ()
    if actor.post is Post.PROSECUTOR:
        return any(one.get("agency") == actor.agency for one in appearances)
    return any(one.get("account") == actor.account for one in appearances)


def _received(actor: Actor, role: Role, proposal: Proposal, matter: Matter, book: LawBook, at: AsOf) -> Entering:
    """What somebody else did, recorded by the court that received it."""
    assert matter.case is not None
    assert proposal.acting is not None
    is_receivable = (
        matter.event in REQUESTS
        or matter.event in SERVICE
        or matter.event in RECEIVED_ON_CASE
        or proposal.what in {What.NOTICE_ASKED, What.PLACE_RECORDED}
    )
    if role not in COURTS or not is_receivable:
        return _no(C.COURT_RECEIVES_ONLY, C.PATH_WHOEVER_ACTED)
    if role is not COURT_OF[matter.case.kind]:
        return keeps_docket(role, matter.case)
    ruled = _ruled(actor, proposal.acting, proposal, matter, book, at) if matter.event is not None else YES
    return _if_theirs(actor, role, proposal, matter) if ruled else ruled


def _of_foreign_court(
    actor: Actor, role: Role, proposal: Proposal, matter: Matter, book: LawBook, at: AsOf
) -> Entering:
    """A foreign order is changed and ended by its own court; a clerk enters here what that court's paper says."""
    assert matter.case is not None
    assert matter.folded is not None
    if actor.post is Post.OFFICER and matter.event in SERVICE:
        return YES
    if actor.post not in COURT_POSTS:
        return keeps_docket(role, matter.case)
    if actor.agency != matter.folded.keeper:
        there = because(C.PATH_COURT_OF_THE_CASE, court=matter.keeper_name)
        return Entering(False, (because(C.NOT_THE_COURT_OF_THE_CASE),), there)
    if proposal.what is What.CASE_OPENED:  # registering an order that stands already: nobody petitions here
        return YES
    if proposal.what is What.NOTICE_ASKED:  # the restrained side is told of it only if the protected person asks
        asked = proposal.acting is Role.PROTECTED_PERSON
        return YES if asked else _no(C.ONLY_ABOUT_ONESELF, C.PATH_ASK_THE_PERSON)
    if proposal.what in {What.SEALED, What.UNSEALED} and actor.post is not Post.JUDGE:
        return _no(C.JUDGE_SEALS, C.PATH_ASK_JUDGE)
    if matter.event is None:
        return YES
    ruled = _ruled(actor, proposal.acting or COURT_OF[matter.case.kind], proposal, matter, book, at)
    if not ruled:
        return ruled
    if matter.event not in SERVICE and not matter.opens and not proposal.document:
        return _no(C.DOCUMENT_NEEDED, C.PATH_ATTACH_PAPER)
    return YES


def _needs_confirming(proposal: Proposal, matter: Matter) -> bool:
    ends = isinstance(matter.event, OrderEvent) and ACT_OF.get(matter.event) is Act.END
    return ends or proposal.what in NEEDS_CONFIRMING


# ---- entries about people: no act about an order, so whoever keeps their cases, or they themselves ---------------

BY_STAFF = frozenset({What.PERSON_RECORDED})
BY_KEEPER = frozenset({What.PERSON_CHANGED, What.PEOPLE_LINKED, What.PEOPLE_UNLINKED})
BY_ONESELF = frozenset({What.CONTACT_CHOSEN, What.CONSENT_GIVEN, What.CONSENT_ENDED})
PERSONS = BY_STAFF | BY_KEEPER | BY_ONESELF


def _about_person(actor: Actor, proposal: Proposal, matter: Matter) -> Entering:
    is_self = actor.post in PARTY_POSTS and actor.person == proposal.stream
    is_court = actor.post in COURT_POSTS
    if proposal.what in BY_STAFF:
        allowed = is_court or actor.post is Post.PROSECUTOR
        return YES if allowed else _no(C.NO_POST_FOR_RECORDS, C.PATH_ASK_THE_CLERK)
    if proposal.what in BY_KEEPER:
        return YES if is_court and matter.keeps else _no(C.NOT_THE_COURT_OF_THE_PERSON, C.PATH_ASK_THE_CLERK)
    heard = is_court and matter.keeps and proposal.acting is not None
    return YES if is_self or heard else _no(C.ONLY_ABOUT_ONESELF, C.PATH_ASK_THE_PERSON)


def _side_of_lawyer(actor: Actor, case: Case, order: Order | None, folded: FoldedCase | None) -> Role:
    role = _role_of_person(person_of(actor, folded), case, order)
    return Role.PROTECTED_PERSON if role is Role.PROTECTED_PERSON else Role.DEFENSE_COUNSEL


def _role_of_party(actor: Actor, case: Case, order: Order | None) -> Role | None:
    return None if actor.person is None else _role_of_person(actor.person, case, order)


def _role_of_person(person: str, case: Case, order: Order | None) -> Role | None:
    """The role of a person by the order, or by the case before there is one. None: not in it."""
    if order is not None:
        role = role_of(PersonId(person), order)
        return None if role is Role.FAMILY else role
    protected: set[PersonId | None]
    if isinstance(case, CivilCase):
        protected, restrained = {case.petitioner}, case.respondent
    else:
        protected, restrained = {*case.victims, *case.witnesses}, case.defendant
    if person == restrained:
        return Role.RESTRAINED_PERSON
    return Role.PROTECTED_PERSON if person in protected else None


def _other_court(kind: Kind) -> Role:
    return next(role for other, role in COURT_OF.items() if other is not kind)


def _no(code: C, path: C) -> Entering:
    return Entering(False, (because(code),), because(path))


def reasons_of(found: Entering) -> tuple[Reason, ...]:
    """Everything to say about an entry that is not taken: why, and where to go."""
    return (*found.reasons, found.path) if found.path is not None else found.reasons
