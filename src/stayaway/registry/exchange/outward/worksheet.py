"""The NCIC worksheet: what a trained operator keys into the Protection Order File for one restrained person and order.

It is never sent anywhere: only criminal justice agencies have access to NCIC. Each field has its NCIC code. Where the
format of a field was not seen in a source, the field says so (`unverified`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from stayaway.law.book import LawBook
from stayaway.model import (
    Answer,
    AsOf,
    End,
    Kind,
    Never,
    OrderId,
    Papers,
    PersonId,
    Stage,
    TermKind,
)
from stayaway.wording.exchange import ExchangeCode as Code

from .conditions import IN_TEXT, ConditionCode, describe_term
from .descriptors import NO_AGENCY, Agency, Descriptors, Number
from .facts import CannotExport, Loss, OrderFacts, gather, lost
from .losses import end_faults, losses_of_order
from .name_parts import plain
from .names import ncic_date, ncic_height, ncic_name

NO_EXPIRATION = "NONEXP"
"""The value of the end date of an order whose paper says that it does not end."""

LONGEST_NUMBER = 15
"""The characters that a protection order number may have."""

_NOT_IN_A_NUMBER = re.compile("[^A-Z0-9 ./-]")

SEEN = frozenset({"PCO", "SEX", "PSX", "RAC", "PPR", "EYE", "HAI"})
"""Fields whose codes were seen in a source. The format of every other field is belief."""

MANDATORY = (
    *("MKE", "ORI", "CTI", "OCA", "PNO", "NAM", "SEX", "RAC", "DOB", "HGT", "WGT", "HAI"),
    *("BRD", "PCO", "ISD", "EXP", "SVC", "PPN", "PPB"),
)
"""What must be found before the entry: one state's published list together with what is believed of NCIC itself."""

BRADY = {Answer.YES: "Y", Answer.NO: "N", Answer.UNSURE: "U"}
ENTRY = {Stage.FINAL: "EPO", Stage.TEMPORARY: "ETO", Stage.EMERGENCY: "ETO"}
"""The message key by the stage of a civil order. For a criminal order the state's own rule decides."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field to key in. `person` is whom it describes.

    For a condition, `terms` are the numbers of the order's terms that it comes from, and `kinds` their kinds.
    """

    code: str
    # Values are kept out of repr, so that no log or traceback carries them.
    value: str = field(repr=False)
    person: PersonId | None = None
    terms: tuple[int, ...] = ()
    kinds: tuple[TermKind, ...] = ()

    @property
    def unverified(self) -> bool:
        """Whether the format of this field is belief and not seen."""
        return self.code not in SEEN


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that an operator must still find, and whom it describes."""

    code: str
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What is keyed in for one order, what is still to be found, what is lost, and what its user must know.

    `papers` are those that the sentences are said with: nothing confidential is in them.
    """

    order: OrderId
    restrained: PersonId
    papers: Papers = field(repr=False)
    fields: tuple[Field, ...]
    missing: tuple[Missing, ...]
    losses: tuple[Loss, ...]
    notes: tuple[Loss, ...]

    def values(self, code: str) -> tuple[str, ...]:
        """Every value of a field."""
        return tuple(one.value for one in self.fields if one.code == code)


def ncic_worksheet(
    papers: Papers,
    order: OrderId,
    book: LawBook,
    at: AsOf,
    *,
    people: Mapping[PersonId, Descriptors] | None = None,
    agency: Agency = NO_AGENCY,
    end_to_enter: End | None = None,
) -> Worksheet:
    """The worksheet of an order, as it stands at a moment.

    `end_to_enter` is the end that whoever enters the order was told to give where the paper names an event and no day,
    or no end at all. It is a person's decision, never ours: without it such an order is refused.

    Raises CannotExport with every fault at once: no end is known, the end is an event, or the order is not in force.
    """
    facts = gather(papers, order, book, at, people)
    end = facts.ends if facts.ends is not None else end_to_enter
    faults = tuple(_faults(facts, end))
    if facts.ends is not None and end_to_enter not in (None, facts.ends):
        faults = (*faults, lost(Code.END_IS_KNOWN, end=facts.ends))
    elif isinstance(end_to_enter, date) and end_to_enter < at.day(facts.order.case.time_zone):
        # Whoever asks the national file would be told that an order is over which may be in force.
        faults = (*faults, lost(Code.END_HAS_PASSED, end=end_to_enter))
    if faults or end is None:
        raise CannotExport(order, faults)
    found = tuple(_fields(facts, agency, end))
    fields = [one for one in found if isinstance(one, Field)]
    chosen = () if facts.ends is not None else (lost(Code.END_CHOSEN, end=end),)
    losses = (*losses_of_order(facts), *chosen, *(one for one in found if isinstance(one, Loss)))
    return Worksheet(
        order=order,
        restrained=facts.order.restrained,
        papers=facts.papers,
        fields=tuple(fields),
        missing=tuple(_missing(facts, fields)),
        losses=losses,
        notes=tuple(_notes(facts)),
    )


def _faults(facts: OrderFacts, end: End | None) -> Iterator[Loss]:
    if facts.standing.in_force is Answer.NO:
        yield lost(Code.NOT_IN_FORCE) if facts.state.issued is not None else lost(Code.NOT_YET_MADE)
    elif end is None:
        yield from end_faults(facts)
        if facts.order.until is not None:
            yield lost(Code.END_NEEDS_DECISION, until=facts.order.until)


def _fields(facts: OrderFacts, agency: Agency, end: End) -> Iterator[Field | Loss]:
    order, state = facts.order, facts.state
    yield from _given(
        MKE=ENTRY.get(order.stage) if order.stage and order.kind is Kind.CIVIL else None,
        ORI=agency.identifier,
        CTI=agency.court,
        OCA=agency.case_number,
    )
    number = plain(order.case.number or "").upper()
    if len(number) > LONGEST_NUMBER:
        yield lost(Code.NUMBER_TOO_LONG, most=LONGEST_NUMBER)
    elif _NOT_IN_A_NUMBER.search(number):
        yield lost(Code.NUMBER_DOES_NOT_FIT)
    else:
        yield from _given(PNO=number)
    yield from _restrained(facts)
    yield Field("BRD", BRADY[facts.brady])
    for code in sorted({condition.code for condition in facts.conditions}):
        behind = [condition for condition in facts.conditions if condition.code is code]
        numbers = tuple(condition.place + 1 for condition in behind)
        yield Field("PCO", code.value, terms=numbers, kinds=tuple(condition.term.kind for condition in behind))
    yield from _given(
        ISD=ncic_date(facts.issued),
        EXP=NO_EXPIRATION if isinstance(end, Never) else ncic_date(end),
        SVD=ncic_date(facts.day(state.served)),
    )
    for person in order.protects:
        yield from _protected(facts, person)
    if len(order.protects) > 1:
        yield lost(Code.MORE_PROTECTED, count=len(order.protects) - 1)
    if said := miscellaneous(facts):
        yield Field("MIS", said)


def _given(person: PersonId | None = None, /, **values: str | None) -> Iterator[Field]:
    for code, value in values.items():
        if value and (kept := plain(value)):
            yield Field(code, kept, person)


def _restrained(facts: OrderFacts) -> Iterator[Field | Loss]:
    person = facts.person(facts.order.restrained)
    known = facts.describe(person.id)
    name, losses = ncic_name(person, known)
    yield from _given(
        person.id,
        NAM=name,
        SEX=known.sex,
        RAC=known.race,
        DOB=ncic_date(person.born),
        HGT=ncic_height(known.height),
        WGT=None if known.weight is None else f"{known.weight:03}",
        EYE=known.eyes,
        HAI=known.hair,
        **{number.value: known.numbers.get(number) for number in Number},
    )
    yield from losses


def _protected(facts: OrderFacts, who: PersonId) -> Iterator[Field | Loss]:
    person, known = facts.person(who), facts.describe(who)
    name, losses = ncic_name(person, known)
    yield from _given(
        who,
        PPN=name,
        PSX=known.sex,
        PPR=known.race,
        PPB=ncic_date(person.born),
        PSN=known.numbers.get(Number.SOCIAL_SECURITY),
    )
    yield from losses
    if known.unplaced or known.numbers.keys() - {Number.SOCIAL_SECURITY}:
        yield lost(Code.NUMBERS_LEFT_OUT, person=who)


def miscellaneous(facts: OrderFacts) -> str:
    """The text of the miscellaneous field: every term that its codes do not wholly say, and an end that is an event."""
    said = facts.speaker()
    in_text = dict.fromkeys(one.place for one in facts.conditions if one.code in IN_TEXT)
    texts = [said.say(reason) for place in in_text for reason in describe_term(facts.order, (facts.terms or ())[place])]
    if facts.order.until is not None:
        texts.append(said.sentence(Code.LASTS_UNTIL, {"until": facts.order.until}))
    return " ".join(plain(text if text.endswith((".", "!", "?")) else f"{text}.") for text in texts)


def _missing(facts: OrderFacts, fields: list[Field]) -> Iterator[Missing]:
    of_protected = {"PPN", "PPB"}
    found = {(one.code, one.person if one.code in of_protected | {"PSN"} else None) for one in fields}
    for code in MANDATORY:
        people = (facts.order.protects or (None,)) if code in of_protected else (None,)
        for person in people:
            # A Social Security number does in place of a protected person's birth date.
            if (code, person) not in found and not (code == "PPB" and ("PSN", person) in found):
                yield Missing(code, person)


def _notes(facts: OrderFacts) -> Iterator[Loss]:
    yield lost(Code.KEYED_BY_OPERATOR)
    yield lost(Code.CHECK_WITH_STATE)
    if facts.order.case.court:
        yield lost(Code.COURT_IS, court=facts.order.case.court)
    served = facts.day(facts.state.served)
    yield lost(Code.SERVED_ON, on=served) if served else lost(Code.NO_SERVICE_KNOWN)
    if any(one.code is ConditionCode.SUBJECT_HAS_CHILDREN for one in facts.conditions):
        yield lost(Code.SIX_IS_A_RIGHT, code=ConditionCode.SUBJECT_HAS_CHILDREN.value)
    if any(one.code is ConditionCode.NO_WEAPONS for one in facts.conditions):
        yield lost(Code.SEVEN_IS_NOT_BRADY, code=ConditionCode.NO_WEAPONS.value)
