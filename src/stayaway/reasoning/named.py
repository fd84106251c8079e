"""Which roles a law file names as those who may ask.

Who may ask to change or end an order, law files say plainly (`asks`). Where one does not yet, and for who may ask for
an order, they give the law's own words (`victim`, `State's Attorney`, `parent for a minor`), which are read here once,
for every place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from stayaway.law.schema import Asker, CivilModify, CriminalModify
from stayaway.model import LawText

from .rulebook import Role

ROLES_OF: Mapping[Asker, frozenset[Role]] = {
    Asker.PROTECTED_PERSON: frozenset({Role.PROTECTED_PERSON}),
    Asker.RESTRAINED_PERSON: frozenset({Role.RESTRAINED_PERSON, Role.DEFENSE_COUNSEL}),
    Asker.PROSECUTOR: frozenset({Role.PROSECUTOR}),
    Asker.COURT: frozenset({Role.CIVIL_COURT, Role.CRIMINAL_COURT}),
    Asker.LAW_ENFORCEMENT: frozenset({Role.LAW_ENFORCEMENT}),
    Asker.FAMILY: frozenset({Role.FAMILY}),
    Asker.ADVOCATE: frozenset({Role.ADVOCATE}),
    Asker.AGENCY: frozenset(),
}

_OFFICER = re.compile(r"\b(police|peace officer|law enforcement|sheriff|officer)\b")
_PROSECUTOR = re.compile(
    r"\bprosecut(or|ion|ing attorney)\b|\battorney general\b"
    r"|\b(state|district|county|city|commonwealth)('s)? attorney\b"
    r"|^(the )?(state|people|commonwealth|government)$"
)
_COURT = re.compile(r"\b(court|judge|magistrate)\b(?!-)")
_RESTRAINED = re.compile(r"\b(respondent|defendant|restrained)\b")
_PROTECTED = re.compile(
    r"\b(victim(?! advocate)|petitioner|plaintiff|applicant|complainant|protected|needs protection)\b"
)
_ADVOCATE = re.compile(r"\b(advocate|shelter)\b")
_AGENCY = re.compile(r"\b(agency|department|director|business)\b")
_STANDS_IN = re.compile(
    r"(?<!without a )\bparent\b|\bguardian\b|\bnext friend\b|\brepresentative\b|\bcustodian\b|\bbehalf\b"
)
_BESIDE = re.compile(r"\b(family|household|relative)\b")
_FOR_SOMEBODY = re.compile(r"\bfor\b.*\b(minor|child|children|incompetent|incapacitated|adult|person|member|someone)\b")
_SOMEBODY_ASKS = re.compile(r"\bfor\b|\bon behalf\b|\bat the request\b|\bon the\b")


def roles_that_ask(rule: CivilModify | CriminalModify) -> frozenset[Role]:
    """The roles that may ask to change or end an order, by a rule of law."""
    if rule.asks is None:
        return roles_named(rule.who)
    return frozenset(role for asker in rule.asks for role in ROLES_OF[asker])


def roles_named(phrases: Iterable[str]) -> frozenset[Role]:
    """The roles that a list of the law's words names. Words that name no role of ours are left out.

    >>> sorted(roles_named(["court", "State's Attorney", "named victim"]))  # doctest: +NORMALIZE_WHITESPACE
    [<Role.CIVIL_COURT: 'civil_court'>, <Role.CRIMINAL_COURT: 'criminal_court'>,
     <Role.PROSECUTOR: 'prosecutor'>, <Role.PROTECTED_PERSON: 'protected_person'>]
    """
    return frozenset(role for phrase in phrases for role in _roles_in(phrase))


def standing_in(phrases: Iterable[str], role: Role) -> tuple[LawText, ...]:
    """The words by which a relative or an advocate may ask in the place of the one who needs protection.

    >>> standing_in(["adult victim", "parent or guardian for a minor"], Role.FAMILY)
    ('parent or guardian for a minor',)
    """
    return tuple(LawText(phrase) for phrase in phrases if _stands_in(phrase.casefold(), role))


def _roles_in(phrase: str) -> set[Role]:
    # "arresting officer for the victim": whoever stands before `for` is the one who asks.
    who = _SOMEBODY_ASKS.split(phrase.casefold(), maxsplit=1)[0].strip()
    found: set[Role] = set()
    if _OFFICER.search(who):
        found.add(Role.LAW_ENFORCEMENT)
    if _PROSECUTOR.search(who):
        found.add(Role.PROSECUTOR)
    if _COURT.search(who):
        found |= {Role.CIVIL_COURT, Role.CRIMINAL_COURT}
    if _RESTRAINED.search(who):
        found |= {Role.RESTRAINED_PERSON, Role.DEFENSE_COUNSEL}
    if _PROTECTED.search(who):
        found.add(Role.PROTECTED_PERSON)
    if _ADVOCATE.search(who):
        found.add(Role.ADVOCATE)
    if _STANDS_IN.search(who) or _BESIDE.search(who):
        found.add(Role.FAMILY)
    return found


def _stands_in(phrase: str, role: Role) -> bool:
    who = _SOMEBODY_ASKS.split(phrase, maxsplit=1)[0]
    if role is Role.ADVOCATE:
        return bool(_ADVOCATE.search(who))
    if _OFFICER.search(who) or _AGENCY.search(who) or (_ADVOCATE.search(who) and not _BESIDE.search(who)):
        return False
    return bool(_STANDS_IN.search(phrase) or _FOR_SOMEBODY.search(phrase))
