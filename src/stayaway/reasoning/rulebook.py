"""The one rulebook of authority: who may ask for, make, change, renew, lift or excuse an order.

This is the general rule, for every place. What the law of a place changes is in `place_rules`, what the papers change
(an order that has ended, a renewal window) is in `authority`. The table is total: every kind of order, every act and
every role has exactly one rule, and each *may not* has a path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from stayaway.model import Kind

from .codes.authority import AuthorityCode as C


class Role(StrEnum):
    """What somebody is to an order."""

    PROTECTED_PERSON = "protected_person"
    RESTRAINED_PERSON = "restrained_person"
    PROSECUTOR = "prosecutor"
    CIVIL_COURT = "civil_court"
    CRIMINAL_COURT = "criminal_court"
    DEFENSE_COUNSEL = "defense_counsel"
    LAW_ENFORCEMENT = "law_enforcement"
    FAMILY = "family"
    ADVOCATE = "advocate"


class Act(StrEnum):
    """What somebody wants to do about an order."""

    PETITION = "petition"
    IMPOSE = "impose"
    ASK_TO_CHANGE = "ask_to_change"
    CHANGE = "change"
    ASK_TO_END = "ask_to_end"
    END = "end"
    ASK_TO_RENEW = "ask_to_renew"
    RENEW = "renew"
    PERMIT_CONTACT = "permit_contact"
    EXPRESS_WISHES = "express_wishes"
    REPORT_VIOLATION = "report_violation"


class Ruling(StrEnum):
    """May do it; may ask a court, which decides; may not."""

    MAY = "may"
    MAY_ASK = "may_ask"
    MAY_NOT = "may_not"


@dataclass(frozen=True, slots=True)
class Rule:
    """One cell of the table: the ruling, why, and the path where one may not."""

    ruling: Ruling
    reason: C
    path: C | None = None


PROTECTED, RESTRAINED, PROSECUTOR = Role.PROTECTED_PERSON, Role.RESTRAINED_PERSON, Role.PROSECUTOR
CIVIL_COURT, CRIMINAL_COURT = Role.CIVIL_COURT, Role.CRIMINAL_COURT
COUNSEL, OFFICER, FAMILY, ADVOCATE = Role.DEFENSE_COUNSEL, Role.LAW_ENFORCEMENT, Role.FAMILY, Role.ADVOCATE
BESIDE = (OFFICER, FAMILY, ADVOCATE)
"""Those who are no party to the case."""

Row = Mapping[Role, Rule]


def _may(reason: C, *roles: Role) -> list[tuple[Role, Rule]]:
    return [(role, Rule(Ruling.MAY, reason)) for role in roles]


def _may_ask(reason: C, *roles: Role) -> list[tuple[Role, Rule]]:
    return [(role, Rule(Ruling.MAY_ASK, reason)) for role in roles]


def _may_not(reason: C, path: C, *roles: Role) -> list[tuple[Role, Rule]]:
    return [(role, Rule(Ruling.MAY_NOT, reason, path)) for role in roles]


def _row(*groups: list[tuple[Role, Rule]]) -> Row:
    cells = [cell for group in groups for cell in group]
    row = dict(cells)
    if len(row) != len(cells) or set(row) != set(Role):
        raise ValueError("every role has exactly one rule")
    return MappingProxyType(row)


def _civil_ask() -> Row:
    """D1, F3: either side may ask; the court decides, and looks at whether circumstances changed. B2: nobody else."""
    return _row(
        _may_ask(C.PROTECTED_PERSON_ASKS_CIVIL_COURT, PROTECTED),
        _may_ask(C.RESTRAINED_PERSON_ASKS_CIVIL_COURT, RESTRAINED),
        _may_ask(C.LAWYER_ASKS_FOR_RESTRAINED, COUNSEL),
        _may_not(C.PROSECUTOR_HAS_NO_SAY, C.PATH_HELP_THEM_ASK, PROSECUTOR),
        _may_not(C.COURT_DOES_NOT_ASK, C.PATH_COURT_ACTS, CIVIL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
        _may_not(C.NOT_A_PARTY, C.PATH_HELP_THEM_ASK, *BESIDE),
    )


def _civil_act() -> Row:
    """F3: a civil order is changed or ended by the civil court alone, whoever asks."""
    return _row(
        _may(C.COURT_OF_THE_CASE_DECIDES, CIVIL_COURT),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_ASK_CIVIL_COURT, PROTECTED, RESTRAINED, COUNSEL),
        _may_not(C.PROSECUTOR_HAS_NO_SAY, C.PATH_HELP_THEM_ASK, PROSECUTOR),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_HELP_THEM_ASK, *BESIDE),
    )


def _criminal_ask() -> Row:
    """D2, D6: the parties of the criminal case ask. The protected person tells the prosecutor; the judge decides."""
    return _row(
        _may_ask(C.PROSECUTOR_ASKS_CRIMINAL_COURT, PROSECUTOR),
        _may_ask(C.DEFENDANT_ASKS_CRIMINAL_COURT, RESTRAINED),
        _may_ask(C.LAWYER_ASKS_FOR_RESTRAINED, COUNSEL),
        _may_not(C.VICTIM_CANNOT_HAVE_IT_DROPPED, C.PATH_TELL_PROSECUTOR, PROTECTED),
        _may_not(C.COURT_DOES_NOT_ASK, C.PATH_COURT_ACTS, CRIMINAL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
        _may_not(C.NOT_A_PARTY, C.PATH_TELL_PROSECUTOR, *BESIDE),
    )


def _criminal_act() -> Row:
    """D5: only the criminal court of the case can change or lift it."""
    return _row(
        _may(C.COURT_OF_THE_CASE_DECIDES, CRIMINAL_COURT),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_TELL_PROSECUTOR, PROTECTED, *BESIDE),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_THROUGH_DEFENSE, RESTRAINED),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_ASK_CRIMINAL_COURT, PROSECUTOR, COUNSEL),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
    )


CIVIL: Mapping[Act, Row] = {
    # C1, C3: the protected person starts it. B2: it runs between two private people.
    Act.PETITION: _row(
        _may(C.PROTECTED_PERSON_PETITIONS, PROTECTED),
        _may_not(C.RESTRAINED_SIDE_DOES_NOT_START, C.PATH_OWN_PETITION, RESTRAINED, COUNSEL),
        _may_not(C.PROSECUTOR_HAS_NO_SAY, C.PATH_ASK_IN_CRIMINAL_CASE, PROSECUTOR),
        _may_not(C.COURT_WAITS_FOR_PETITION, C.PATH_HELP_THEM_ASK, CIVIL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
        _may_not(C.NOT_A_PARTY, C.PATH_HELP_THEM_ASK, *BESIDE),
    ),
    # B1: a civil court makes it, on the petition.
    Act.IMPOSE: _row(
        _may(C.CIVIL_COURT_MAKES_ORDER, CIVIL_COURT),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_PETITION, PROTECTED),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_OWN_PETITION, RESTRAINED, COUNSEL),
        _may_not(C.PROSECUTOR_HAS_NO_SAY, C.PATH_ASK_IN_CRIMINAL_CASE, PROSECUTOR),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_HELP_THEM_ASK, *BESIDE),
    ),
    Act.ASK_TO_CHANGE: _civil_ask(),
    Act.CHANGE: _civil_act(),
    Act.ASK_TO_END: _civil_ask(),
    Act.END: _civil_act(),
    # F2: the protected person asks for renewal. The window is the place's.
    Act.ASK_TO_RENEW: _row(
        _may_ask(C.PROTECTED_PERSON_ASKS_TO_RENEW, PROTECTED),
        _may_not(C.RESTRAINED_SIDE_DOES_NOT_RENEW, C.PATH_ANSWER_THE_REQUEST, RESTRAINED, COUNSEL),
        _may_not(C.PROSECUTOR_HAS_NO_SAY, C.PATH_HELP_THEM_ASK, PROSECUTOR),
        _may_not(C.COURT_DOES_NOT_ASK, C.PATH_COURT_ACTS, CIVIL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
        _may_not(C.NOT_A_PARTY, C.PATH_HELP_THEM_ASK, *BESIDE),
    ),
    Act.RENEW: _row(
        _may(C.COURT_OF_THE_CASE_DECIDES, CIVIL_COURT),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_ASK_TO_RENEW, PROTECTED),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_ANSWER_THE_REQUEST, RESTRAINED, COUNSEL),
        _may_not(C.PROSECUTOR_HAS_NO_SAY, C.PATH_HELP_THEM_ASK, PROSECUTOR),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
        _may_not(C.ONLY_THE_CIVIL_COURT, C.PATH_HELP_THEM_ASK, *BESIDE),
    ),
    # D3, H4: a consent or an invitation changes no order.
    Act.PERMIT_CONTACT: _row(
        _may(C.COURT_PERMITS_BY_CHANGING, CIVIL_COURT),
        _may_not(C.NOBODY_CAN_PERMIT, C.PATH_ASK_CIVIL_COURT, PROTECTED, RESTRAINED, COUNSEL),
        _may_not(C.NOBODY_CAN_PERMIT, C.PATH_HELP_THEM_ASK, PROSECUTOR, *BESIDE),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
    ),
    Act.EXPRESS_WISHES: _row(
        _may(C.MAY_TELL_THE_COURT, PROTECTED, RESTRAINED, COUNSEL, *BESIDE),
        _may_not(C.PROSECUTOR_HAS_NO_SAY, C.PATH_HELP_THEM_ASK, PROSECUTOR),
        _may_not(C.COURT_HEARS_WISHES, C.PATH_COURT_ACTS, CIVIL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CIVIL_COURT, CRIMINAL_COURT),
    ),
    # J2, H4: anyone may report; the order runs against the restrained person alone.
    Act.REPORT_VIOLATION: _row(
        _may(C.ANYONE_MAY_REPORT, PROTECTED, PROSECUTOR, CIVIL_COURT, CRIMINAL_COURT, COUNSEL, *BESIDE),
        _may_not(C.ORDER_BINDS_ONLY_THE_RESTRAINED, C.PATH_CALL_LAWYER, RESTRAINED),
    ),
}

CRIMINAL: Mapping[Act, Row] = {
    # C5: nobody petitions for a no-contact order.
    Act.PETITION: _row(
        _may_not(C.VICTIM_IS_NO_PETITIONER, C.PATH_PROSECUTOR_OR_PETITION, PROTECTED),
        _may_not(C.NO_PETITION_IN_CRIMINAL_CASE, C.PATH_THROUGH_DEFENSE, RESTRAINED),
        _may_not(C.NO_PETITION_IN_CRIMINAL_CASE, C.PATH_ASK_CRIMINAL_COURT, PROSECUTOR, COUNSEL),
        _may_not(C.NO_PETITION_IN_CRIMINAL_CASE, C.PATH_COURT_ACTS, CRIMINAL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
        _may_not(C.NO_PETITION_IN_CRIMINAL_CASE, C.PATH_TELL_PROSECUTOR, *BESIDE),
    ),
    # C4, C6: the criminal court makes it, asked by the prosecutor or on its own.
    Act.IMPOSE: _row(
        _may(C.CRIMINAL_COURT_MAKES_ORDER, CRIMINAL_COURT),
        _may_ask(C.PROSECUTOR_ASKS_FOR_ORDER, PROSECUTOR),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_PROSECUTOR_OR_PETITION, PROTECTED),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_THROUGH_DEFENSE, RESTRAINED),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_ASK_CRIMINAL_COURT, COUNSEL),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_TELL_PROSECUTOR, *BESIDE),
    ),
    Act.ASK_TO_CHANGE: _criminal_ask(),
    Act.CHANGE: _criminal_act(),
    Act.ASK_TO_END: _criminal_ask(),
    Act.END: _criminal_act(),
    # F4, F6: it is tied to its case; no petition lengthens it.
    Act.ASK_TO_RENEW: _row(
        _may_not(C.CRIMINAL_ORDER_NOT_RENEWED, C.PATH_PROSECUTOR_OR_PETITION, PROTECTED),
        _may_not(C.CRIMINAL_ORDER_NOT_RENEWED, C.PATH_THROUGH_DEFENSE, RESTRAINED),
        _may_not(C.CRIMINAL_ORDER_NOT_RENEWED, C.PATH_PROSECUTOR_MAY_ASK_FOR_LONGER, PROSECUTOR, COUNSEL, *BESIDE),
        _may_not(C.CRIMINAL_ORDER_NOT_RENEWED, C.PATH_COURT_ACTS, CRIMINAL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
    ),
    Act.RENEW: _row(
        _may(C.CRIMINAL_COURT_CARRIES_ON, CRIMINAL_COURT),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_PROSECUTOR_OR_PETITION, PROTECTED),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_THROUGH_DEFENSE, RESTRAINED),
        _may_not(C.ONLY_THE_CRIMINAL_COURT, C.PATH_PROSECUTOR_MAY_ASK_FOR_LONGER, PROSECUTOR, COUNSEL, *BESIDE),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
    ),
    # D3, D4: nobody's permission counts; only the court of the case, by changing its order.
    Act.PERMIT_CONTACT: _row(
        _may(C.COURT_PERMITS_BY_CHANGING, CRIMINAL_COURT),
        _may_not(C.NOBODY_CAN_PERMIT, C.PATH_TELL_PROSECUTOR, PROTECTED, *BESIDE),
        _may_not(C.NOBODY_CAN_PERMIT, C.PATH_THROUGH_DEFENSE, RESTRAINED),
        _may_not(C.NOBODY_CAN_PERMIT, C.PATH_ASK_CRIMINAL_COURT, PROSECUTOR, COUNSEL),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
    ),
    # C6, D6: wishes go to the prosecutor; the judge decides.
    Act.EXPRESS_WISHES: _row(
        _may(C.MAY_TELL_THE_PROSECUTOR, PROTECTED, *BESIDE),
        _may(C.DEFENDANT_SPEAKS_THROUGH_LAWYER, RESTRAINED, COUNSEL),
        _may(C.PROSECUTOR_SPEAKS_IN_THE_CASE, PROSECUTOR),
        _may_not(C.COURT_HEARS_WISHES, C.PATH_COURT_ACTS, CRIMINAL_COURT),
        _may_not(C.WRONG_COURT, C.PATH_CRIMINAL_COURT, CIVIL_COURT),
    ),
    Act.REPORT_VIOLATION: CIVIL[Act.REPORT_VIOLATION],
}

TABLE: Mapping[Kind, Mapping[Act, Row]] = {Kind.CIVIL: CIVIL, Kind.CRIMINAL: CRIMINAL}
COURT_OF: Mapping[Kind, Role] = {Kind.CIVIL: CIVIL_COURT, Kind.CRIMINAL: CRIMINAL_COURT}


def general_rule(kind: Kind, act: Act, role: Role) -> Rule:
    """The general rule for one cell.

    >>> general_rule(Kind.CRIMINAL, Act.END, Role.CIVIL_COURT).ruling
    <Ruling.MAY_NOT: 'may_not'>
    """
    return TABLE[kind][act][role]
