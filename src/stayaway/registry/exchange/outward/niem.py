"""An order as a NIEM 6.0 `j:ProtectionOrder`, which validates against the published schemas.

NIEM's traps, and what is done about them (`docs/exchange.md`):

* `ProtectionOrderRestrictedPerson` is the person whom one may *not* contact: the **protected** person. The restrained
  person is `CourtOrderDesignatedSubject`.
* There is no expiry element. The days stand in `ActivityDate/DateRange`; an order without an end, or one that lasts
  until an event, has no `EndDate`, and a condition text says which of the two it is.
* The Brady indicator is true or false. Where it is not known it is left out, and told as a loss.
* The element is defined as a civil order. A criminal order stands in it all the same, because no other element holds
  protected people and conditions; its category says that it is criminal, and so does the loss report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from stayaway.law.book import LawBook
from stayaway.model import Answer, AsOf, Kind, Never, OrderId, Papers, PersonId
from stayaway.wording.document import DocumentCode
from stayaway.wording.exchange import ExchangeCode as Code

from .conditions import describe_term
from .descriptors import Descriptors, Eyes, Hair, Number, Race
from .facts import CannotExport, Loss, OrderFacts, gather, lost
from .losses import end_faults, losses_of_order
from .name_parts import NameParts, parts_of, plain

MODEL = "https://docs.oasis-open.org/niemopen/ns/model"
NAMESPACES = {
    "j": f"{MODEL}/domains/justice/6.0/",
    "nc": f"{MODEL}/niem-core/6.0/",
    "ncic": f"{MODEL}/codes/ncic/6.0/",
}

RACES = {
    Race.ASIAN: "ASIAN",
    Race.BLACK: "BLACK",
    Race.HISPANIC: "HISPANIC-LATINO",
    Race.NATIVE_AMERICAN: "NATIVE_AMERICAN",
    Race.PACIFIC_ISLANDER: "NATIVE_HAWAIIAN-OTHER_PACIFIC_ISLANDER",
    Race.UNKNOWN: "UNKNOWN",
    Race.WHITE: "WHITE",
}
EYES = {eyes: eyes.name for eyes in Eyes}
HAIR = {hair: hair.name for hair in Hair} | {
    Hair.BLOND: "BLONDE-STRAWBERRY",
    Hair.GRAY: "GRAY-PARTIALLY_GRAY",
    Hair.RED: "RED_AUBURN",
}
STATUS = {
    Answer.YES: DocumentCode.SPAN_YES,
    Answer.UNSURE: DocumentCode.SPAN_UNSURE,
    Answer.NO: DocumentCode.SPAN_NO,
}


@dataclass(frozen=True, slots=True)
class NiemExport:
    """An order as XML, and what is lost in it. `papers` are those to say the losses with."""

    order: OrderId
    xml: bytes = field(repr=False)
    losses: tuple[Loss, ...]
    papers: Papers = field(repr=False)


def niem_export(
    papers: Papers,
    order: OrderId,
    book: LawBook,
    at: AsOf,
    *,
    people: Mapping[PersonId, Descriptors] | None = None,
) -> NiemExport:
    """An order as it stands at a moment, as a NIEM 6.0 protection order, with the report of what is lost.

    Raises CannotExport where no end is known: a document without one would read as if there were none.
    """
    facts = gather(papers, order, book, at, people)
    if faults := tuple(end_faults(facts)):
        raise CannotExport(order, faults)
    element = _element("j:ProtectionOrder", *_order(facts))
    xml = etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return NiemExport(order, xml, (*losses_of_order(facts), *_losses(facts)), facts.papers)


def niem_xml(
    papers: Papers,
    order: OrderId,
    book: LawBook,
    at: AsOf,
    *,
    people: Mapping[PersonId, Descriptors] | None = None,
) -> bytes:
    """The XML alone; `niem_export` also gives what is lost."""
    return niem_export(papers, order, book, at, people=people).xml


def _order(facts: OrderFacts) -> Iterator[etree._Element]:
    """The content of the order, in the order that the schema asks for."""
    order, state = facts.order, facts.state
    yield from _activity(facts)
    yield _element("j:CourtOrderDesignatedSubject", _element("nc:EntityPerson", *_person(facts, order.restrained)))
    if order.case.court:
        yield _element("j:CourtOrderIssuingCourt", _element("j:CourtName", plain(order.case.court)))
    if facts.issued is not None:
        yield _element("j:CourtOrderIssuingDate", _date(facts.issued))
    if (recalled := facts.day(state.ended_by.on) if state.ended_by else None) is not None:
        yield _element("j:CourtOrderRecallDate", _date(recalled))
    if (served := facts.day(state.served)) is not None:
        yield _element("j:CourtOrderServiceDate", _date(served))
    elif (told := facts.day(state.noticed)) is not None:
        yield _element("j:CourtOrderServiceDescriptionText", _said(facts, Code.TOLD_NOT_SERVED, on=told))
    yield _element(
        "j:CourtOrderStatus", _element("nc:StatusDescriptionText", _said(facts, STATUS[facts.standing.in_force]))
    )
    for protected in order.protects:
        yield _element("j:ProtectionOrderRestrictedPerson", *_person(facts, protected))
    if facts.brady is not Answer.UNSURE:
        yield _element("j:ProtectionOrderBradyIndicator", "true" if facts.brady is Answer.YES else "false")
    for text in _texts(facts):
        yield _element("j:ProtectionOrderConditionText", text)
    for code in sorted({condition.code for condition in facts.conditions}):
        yield _element("ncic:ProtectionOrderConditionCode", code.value)


def _activity(facts: OrderFacts) -> Iterator[etree._Element]:
    order = facts.order
    yield from _number("nc:ActivityIdentification", order.case.number)
    kinds = {
        (Kind.CIVIL, False): DocumentCode.CIVIL,
        (Kind.CIVIL, True): DocumentCode.CIVIL_STAGE,
        (Kind.CRIMINAL, False): DocumentCode.CRIMINAL,
        (Kind.CRIMINAL, True): DocumentCode.CRIMINAL_STAGE,
    }
    kind = kinds[order.kind, order.stage is not None]
    yield _element("nc:ActivityCategoryText", facts.speaker().sentence(kind, {"stage": order.stage}))
    days = []
    if facts.issued is not None:
        days.append(_element("nc:StartDate", _date(facts.issued)))
    if isinstance(facts.ends, date):
        days.append(_element("nc:EndDate", _date(facts.ends)))
    if days:
        yield _element("nc:ActivityDate", _element("nc:DateRange", *days))


def _texts(facts: OrderFacts) -> Iterator[str]:
    """Every term in words, and what kind of end the order has where that is not a day."""
    said = facts.speaker()
    for term in facts.terms or ():
        for reason in describe_term(facts.order, term):
            yield plain(said.say(reason))
    if facts.terms is None:
        yield _said(facts, Code.READ_THE_ORDER)
    elif facts.state.terms_may_differ:
        yield _said(facts, Code.READ_THE_CHANGE)
    if facts.order.until is not None:
        yield _said(facts, Code.LASTS_UNTIL, until=facts.order.until)
    if facts.ends is Never.NEVER:
        yield _said(facts, Code.DOES_NOT_EXPIRE)


def _losses(facts: OrderFacts) -> Iterator[Loss]:
    order = facts.order
    if order.kind is Kind.CRIMINAL:
        yield lost(Code.CRIMINAL_IN_CIVIL)
    if facts.ends is Never.NEVER:
        yield lost(Code.NO_END_IN_TEXT)
    if not order.case.number:
        yield lost(Code.NUMBER_UNKNOWN)
    if not order.protects:
        yield lost(Code.NOBODY_PROTECTED)
    for person in order.protects:
        if facts.describe(person).numbers or facts.describe(person).unplaced:
            yield lost(Code.NUMBERS_LEFT_OUT, person=person)
    held = facts.describe(order.restrained).numbers
    if held.get(Number.LICENSE_STATE) or held.get(Number.LICENSE_YEAR):
        yield lost(Code.LICENSE_PARTS, person=order.restrained)


def _element(name: str, *content: etree._Element | str) -> etree._Element:
    """An element by its prefixed name, with its text or its parts."""
    prefix, local = name.split(":")
    made = etree.Element(f"{{{NAMESPACES[prefix]}}}{local}", nsmap=NAMESPACES)
    for part in content:
        if isinstance(part, str):
            made.text = part
        else:
            made.append(part)
    return made


# ---- people and days --------------------------------------------------------------------------------------------


def _person(facts: OrderFacts, id: PersonId) -> Iterator[etree._Element]:
    """A person, in the order that the schema asks for. Numbers only of the restrained person."""
    person, known = facts.person(id), facts.describe(id)
    numbers = known.numbers if id == facts.order.restrained else {}
    if person.born is not None:
        yield _element("nc:PersonBirthDate", _date(person.born))
    if known.eyes is not None:
        yield _element("j:PersonEyeColorCode", EYES[known.eyes])
    if known.hair is not None:
        yield _element("j:PersonHairColorCode", HAIR[known.hair])
    if known.height is not None:
        yield _element(
            "nc:PersonHeightMeasure",
            _element("nc:MeasureIntegerValue", str(known.height)),
            _element("nc:MeasureUnitText", "inch"),
        )
    yield from _number("nc:PersonLicenseIdentification", numbers.get(Number.DRIVER_LICENSE))
    yield from _name(person.name, known)
    yield from _number("nc:PersonOtherIdentification", numbers.get(Number.OTHER))
    if known.race is not None:
        yield _element("j:PersonRaceCode", RACES[known.race])
    if known.sex is not None:
        yield _element("j:PersonSexCode", known.sex.value)
    yield from _number("nc:PersonSSNIdentification", numbers.get(Number.SOCIAL_SECURITY))
    yield from _number("nc:PersonStateIdentification", numbers.get(Number.STATE))
    if known.weight is not None:
        yield _element(
            "nc:PersonWeightMeasure",
            _element("nc:MeasureIntegerValue", str(known.weight)),
            _element("nc:MeasureUnitText", "pound"),
        )
    if fbi := list(_number("j:PersonFBIIdentification", numbers.get(Number.FBI))):
        yield _element("j:PersonAugmentation", *fbi)


def _name(name: str | None, known: Descriptors) -> Iterator[etree._Element]:
    """The parts of a name where they are known, never where they would be guessed; and the name as it is written."""
    parts = parts_of(name, known)
    if parts is not None and parts.guessed:
        parts = NameParts(plain(known.given or ""), plain(known.middle or ""), plain(known.surname or ""))
    found = []
    if parts is not None:
        found += [_element("nc:PersonGivenName", parts.given)] if parts.given else []
        found += [_element("nc:PersonMiddleName", parts.middle)] if parts.middle else []
        found += [_element("nc:PersonSurName", parts.surname)] if parts.surname else []
        found += [_element("nc:PersonNameSuffixText", parts.suffix)] if parts.suffix else []
    if name:
        found.append(_element("nc:PersonFullName", plain(name)))
    if found:
        yield _element("nc:PersonName", *found)


def _number(name: str, value: str | None) -> Iterator[etree._Element]:
    if value and (kept := plain(value)):
        yield _element(name, _element("nc:IdentificationID", kept))


def _date(day: date) -> etree._Element:
    return _element("nc:Date", day.isoformat())


def _said(facts: OrderFacts, code: Code | DocumentCode, **values: object) -> str:
    return plain(facts.speaker().sentence(code, values))
