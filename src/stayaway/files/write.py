"""Writing papers as an order file that reads back equal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    Case,
    CaseEntry,
    Channel,
    Charge,
    CivilCase,
    Custody,
    Distance,
    Exchange,
    Exemption,
    Moment,
    MoveOut,
    NoAbuse,
    NoContact,
    Order,
    OrderEntry,
    Other,
    Papers,
    PaySupport,
    Person,
    Place,
    StayAway,
    SurrenderFirearms,
    Term,
)

from .emit import document


def write_text(papers: Papers) -> str:
    """An order file of these papers. What is not known is left out.

    >>> from stayaway.model import Person, PersonId
    >>> ann = Person(PersonId("ann"), name="Ann")
    >>> print(write_text(Papers(people={ann.id: ann}, places={}, cases={}, orders={})))
    people:
      ann: {name: Ann}
    <BLANKLINE>
    """
    return document(mapping(papers) or {"people": {}})


def mapping(papers: Papers) -> dict[str, Any]:
    """The same as plain values: what an order file of these papers holds."""
    return _known(
        jurisdiction=papers.jurisdiction,
        people={str(key): _person(person) for key, person in papers.people.items()},
        places={str(key): _place(place) for key, place in papers.places.items()},
        cases={str(key): _case(case, papers.jurisdiction) for key, case in papers.cases.items()},
        orders={str(key): _order(order) for key, order in papers.orders.items()},
    )


def _known(**parts: Any) -> dict[str, Any]:
    """The parts that are known, under their keys; a key that Python keeps for itself has a `_` behind it."""
    return {key.rstrip("_"): part for key, part in parts.items() if part not in (None, (), [], {})}


def _person(person: Person) -> dict[str, Any]:
    return _known(
        name=person.name,
        born=person.born,
        phones=list(person.phones),
        emails=list(person.emails),
        handles=list(person.handles),
    )


def _place(place: Place) -> dict[str, Any]:
    return _known(
        label=place.label,
        confidential=place.confidential or None,
        at=[place.at.latitude, place.at.longitude] if place.at else None,
        address=place.address,
    )


def _case(case: Case, default: str | None) -> dict[str, Any]:
    about = _known(
        kind=case.kind,
        jurisdiction=case.jurisdiction if case.jurisdiction != default else None,
        time_zone=case.time_zone.key,
        court=case.court,
        number=case.number,
    )
    docket = [_case_entry(entry) for entry in case.docket]
    if isinstance(case, CivilCase):
        return about | _known(petitioner=case.petitioner, respondent=case.respondent, docket=docket)
    roles = _known(defendant=case.defendant, victims=list(case.victims), witnesses=list(case.witnesses))
    charge = {} if case.charge is None else {"charge": _charge(case.charge)}
    return about | roles | charge | _known(docket=docket)


def _charge(charge: Charge) -> dict[str, Any]:
    return _known(name=charge.name, category=charge.category, level=charge.level, jail_possible=charge.jail_possible)


def _case_entry(entry: CaseEntry) -> dict[str, Any]:
    return _known(
        on=_moment(entry.on), entry=entry.event, until=entry.until, hearing=_moment(entry.hearing), note=entry.note
    )


def _order(order: Order) -> dict[str, Any]:
    return _known(
        case=order.case.id,
        instrument=order.instrument,
        stage=order.stage,
        restrained=order.restrained,
        protects=list(order.protects),
        issued=_moment(order.issued),
        expires=order.expires,
        until=order.until,
        relationship=order.relationship,
        terms=_terms(order.terms),
        docket=[_order_entry(entry) for entry in order.docket],
        findings=_known(
            heard=_found(order.findings.heard),
            credible_threat=_found(order.findings.credible_threat),
            forbids_force=_found(order.findings.forbids_force),
        ),
        claims=[_known(status=claim.status, by=claim.by, on=_moment(claim.on)) for claim in order.claims],
    )


def _order_entry(entry: OrderEntry) -> dict[str, Any]:
    return _known(
        on=_moment(entry.on),
        entry=entry.event,
        until=entry.until,
        hearing=_moment(entry.hearing),
        court=entry.court,
        terms=_terms(entry.terms),
        note=entry.note,
    )


def _found(answer: Answer) -> bool | None:
    return None if answer is Answer.UNSURE else answer is Answer.YES


def _moment(moment: Moment | None) -> Moment | None:
    """Instants are written with a fixed offset, whatever zone they are kept in."""
    if not isinstance(moment, datetime):
        return moment
    offset = moment.utcoffset() or timedelta()
    return moment.astimezone(UTC if offset % timedelta(minutes=1) else timezone(offset))


def _terms(terms: Iterable[Term] | None) -> list[Any]:
    return [_term(term) for term in terms or ()]


def _term(term: Term) -> Any:
    options = _options(term)
    return {term.kind.value: options} if options else term.kind.value


def _options(term: Term) -> Mapping[str, Any] | str:
    match term:
        case NoAbuse():
            return _known(toward=list(term.toward or ()))
        case NoContact():
            ways = None if term.by == EVERY_CHANNEL else term.by
            return _known(toward=list(term.toward or ()), by=_ways(ways), except_=_exemptions(term.exemptions))
        case StayAway():
            distance = _distance(term.distance) if term.distance else None
            return _known(from_=list(term.away_from), distance=distance, except_=_exemptions(term.exemptions))
        case MoveOut():
            return _known(of=term.of)
        case SurrenderFirearms() | PaySupport():
            return _known(note=term.note)
        case Custody():
            return _known(to=term.to, note=term.note)
        case Exchange():
            return _known(place=term.place, when=term.when, required=term.required or None, by=_ways(term.by))
        case Other():
            return term.text


def _exemptions(exemptions: Iterable[Exemption]) -> list[Any]:
    return [_exemption(exemption) for exemption in exemptions]


def _exemption(exemption: Exemption) -> Any:
    if exemption.errand is not None and exemption == Exemption(errand=exemption.errand):
        return exemption.errand.value
    return _known(
        errand=exemption.errand,
        about=exemption.about,
        by=_ways(exemption.by),
        through=exemption.through,
        at=exemption.at,
        when=exemption.when,
    )


def _ways(ways: frozenset[Channel] | None) -> list[str]:
    return [way.value for way in Channel if ways is not None and way in ways]


def _distance(distance: Distance) -> str:
    value = distance.value
    number = str(int(value)) if float(value).is_integer() and value < 1e15 else repr(float(value))
    return f"{number} {distance.unit}"
