"""Over random papers: exports are valid, come from the order, drop nothing silently, hide what they must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from stayaway.documents.text import clean
from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    AsOf,
    Custody,
    Exchange,
    Exemption,
    MoveOut,
    Never,
    NoAbuse,
    NoContact,
    OrderId,
    Other,
    Papers,
    PaySupport,
    Place,
    PlaceId,
    Position,
    StayAway,
    SurrenderFirearms,
    Term,
    TermKind,
)
from stayaway.reasoning.firearms import firearms
from stayaway.registry.exchange.outward.facts import CannotExport, OrderFacts, gather
from stayaway.registry.exchange.outward.name_parts import plain
from stayaway.registry.exchange.outward.niem import niem_export
from stayaway.registry.exchange.outward.render import as_csv, as_json, as_text, say_losses
from stayaway.registry.exchange.outward.worksheet import ncic_worksheet
from stayaway.wording.exchange import ExchangeCode as Code
from stayaway.wording.say import Speaker
from tests.registry.exchange.outward.orders_to_export import BOOK, exports, found

Drawn = tuple[Papers, OrderId, AsOf, dict[Any, Any]]
slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])

FROM = {
    "01": {TermKind.NO_ABUSE},
    "03": {TermKind.MOVE_OUT},
    "04": {TermKind.STAY_AWAY},
    "05": {TermKind.NO_CONTACT},
    "06": {TermKind.CUSTODY},
    "07": {TermKind.SURRENDER_FIREARMS},
    "08": set(TermKind) - {TermKind.SURRENDER_FIREARMS},
    "09": {TermKind.CUSTODY},
}
"""Which kinds of term may bring a code, written here a second time by hand."""


@slowly
@given(exports())
def test_every_document_is_valid_or_refused_for_its_end(niem: etree.XMLSchema, drawn: Drawn) -> None:
    papers, order, at, people = drawn
    facts = gather(papers, order, BOOK, at)
    if facts.ends is None and facts.order.until is None and facts.standing.in_force is not Answer.NO:
        with pytest.raises(CannotExport) as refused:
            niem_export(papers, order, BOOK, at, people=people)
        assert {fault.code for fault in refused.value.faults} <= {Code.END_MISSING, Code.END_MISSING_LAW_SAYS}
        return
    export = niem_export(papers, order, BOOK, at, people=people)
    niem.assertValid(etree.fromstring(export.xml))
    assert all(say_losses(export, "es"))


@slowly
@given(exports())
def test_no_condition_without_its_term(drawn: Drawn) -> None:
    papers, order, at, _ = drawn
    facts = gather(papers, order, BOOK, at)
    for condition in facts.conditions:
        assert (facts.terms or ())[condition.place] is condition.term
        assert condition.term.kind in FROM[condition.code]
    assert {one.place for one in facts.conditions} == set(range(len(facts.terms or ())))


@slowly
@given(exports())
def test_nothing_of_the_order_vanishes(drawn: Drawn) -> None:
    papers, order, at, people = drawn
    facts = gather(papers, order, BOOK, at)
    try:
        export = niem_export(papers, order, BOOK, at, people=people)
        sheet = ncic_worksheet(papers, order, BOOK, at, people=people, end_to_enter=facts.ends or Never.NEVER)
    except CannotExport:
        return
    said = facts.speaker()
    miscellaneous, texts = " ".join(sheet.values("MIS")), " ".join(found(export.xml, "j:ProtectionOrderConditionText"))
    for place, term in enumerate(facts.terms or ()):
        numbers = {loss.facts.get("number") for loss in sheet.losses}
        parts = list(parts_of(facts, term, said))
        for part in parts:
            assert one_line(part) in one_line(miscellaneous), (term, part)
            assert one_line(part) in one_line(texts), (term, part)
        assert not parts or place + 1 in numbers, f"what {term} loses is not said"
    if facts.order.until is not None:
        assert said.show(facts.order.until) in miscellaneous
        assert said.show(facts.order.until) in texts
    told = {loss.code for loss in sheet.losses} & {loss.code for loss in export.losses}
    expected = {
        Code.STANDING_UNSURE: facts.standing.in_force is Answer.UNSURE,
        Code.BRADY_UNKNOWN: facts.brady is Answer.UNSURE,
        Code.TERMS_UNKNOWN: facts.terms is None,
        Code.TERMS_MAY_DIFFER: facts.state.terms_may_differ,
        Code.RELATIONSHIP: facts.order.relationship is not None,
        Code.CLAIMS: bool(facts.order.claims),
        Code.HISTORY: bool(facts.order.docket or facts.order.case.docket),
    }
    assert {code: code in told for code in expected} == expected


def parts_of(facts: OrderFacts, term: Term, said: Speaker) -> Iterator[str]:
    """What a term says beyond its code, piece by piece: each must be found in words."""
    match term:
        case NoContact():
            if term.by != EVERY_CHANNEL:
                yield from (said.show(channel) for channel in term.by)
            yield from (part for one in term.exemptions for part in parts_of_exception(one, said))
            yield from () if term.toward is None else (said.show(person) for person in term.toward)
        case NoAbuse() if term.toward is not None and set(term.toward) != set(facts.order.protects):
            yield from (said.show(person) for person in term.toward)
        case StayAway():
            yield from (said.show(target) for target in term.away_from)
            if term.distance is not None:
                yield said.show(term.distance)
            yield from (part for one in term.exemptions for part in parts_of_exception(one, said))
        case MoveOut() if term.of is not None:
            yield said.show(term.of)
        case SurrenderFirearms() | PaySupport() if term.note is not None:
            yield term.note
        case Custody():
            yield from (said.show(part) for part in (term.to, term.note) if part is not None)
        case Exchange():
            yield from (said.show(part) for part in (term.place, term.when) if part is not None)
            yield from (said.show(channel) for channel in term.by or ())
        case Other():
            yield term.text


def parts_of_exception(exemption: Exemption, said: Speaker) -> Iterator[str]:
    for part in (exemption.errand, exemption.about, exemption.through, exemption.at, exemption.when):
        if part is not None:
            yield said.show(part)
    yield from (said.show(channel) for channel in exemption.by or ())


def one_line(text: str) -> str:
    return " ".join(plain(clean(text)).split())


@slowly
@given(exports())
def test_brady_is_unknown_where_a_test_is_open_and_none_fails(drawn: Drawn) -> None:
    papers, order, at, people = drawn
    try:
        sheet = ncic_worksheet(papers, order, BOOK, at, people=people)
    except CannotExport:
        return
    answers = {element.answer for element in firearms(papers.orders[order], BOOK, at, papers).elements}
    (brady,) = sheet.values("BRD")
    if brady == "Y":
        assert answers == {Answer.YES}
    elif brady == "N":
        assert Answer.NO in answers
    else:
        assert brady == "U"
    if Answer.UNSURE in answers and Answer.NO not in answers:
        assert brady == "U"


@slowly
@given(exports())
def test_no_expiration_is_entered_only_for_an_order_that_says_it_has_no_end(drawn: Drawn) -> None:
    papers, order, at, people = drawn
    facts = gather(papers, order, BOOK, at)
    ends = facts.state.ends
    if ends is None or facts.standing.in_force is Answer.NO:
        with pytest.raises(CannotExport):
            ncic_worksheet(papers, order, BOOK, at, people=people)
        return
    sheet = ncic_worksheet(papers, order, BOOK, at, people=people)
    (entered,) = sheet.values("EXP")
    assert (entered == "NONEXP") is (ends is Never.NEVER)
    assert entered == "NONEXP" or re.fullmatch(r"\d{8}", entered)


# ---- what must not leave ----------------------------------------------------------------------------------------

ADDRESS = "77 Hidden Lane, Markville"
LABEL = "Zelda Quill Shelter"
SECRETS = ("hidden lane", "zelda quill", "47.654321", "122.123456")


@slowly
@given(exports())
def test_a_confidential_place_is_in_no_output(drawn: Drawn) -> None:
    papers, order, at, people = drawn
    secret = PlaceId("secret")
    seeded = with_secret(papers, order, secret)
    outputs = []
    try:
        export = niem_export(seeded, order, BOOK, at, people=people)
        outputs += [
            export.xml.decode(),
            repr(export),
            *(text for la in ("en", "es") for text in say_losses(export, la)),
        ]
        assert "a place named in the order" in outputs[0]
    except CannotExport as refused:
        outputs += [str(refused), repr(refused)]
    try:
        sheet = ncic_worksheet(seeded, order, BOOK, at, people=people, end_to_enter=None)
        outputs += [make(sheet, la) for make in (as_text, as_csv, as_json) for la in ("en", "es")]
        outputs.append(repr(sheet))
    except CannotExport as refused:
        outputs += [str(refused), repr(refused)]
    for output in outputs:
        for mark in SECRETS:
            assert mark not in output.casefold()


def with_secret(papers: Papers, order: OrderId, secret: PlaceId) -> Papers:
    """The papers with a confidential place in every term that can name one, and its address in every free text."""
    written = f"meet at 77  hidden lane, MARKVILLE or {LABEL}"
    exempt = (Exemption(at=secret, when=written, about=written.lower(), through=written),)
    terms: tuple[Term, ...] = (
        NoContact(exemptions=exempt),
        StayAway((secret,), exemptions=exempt),
        MoveOut(secret),
        SurrenderFirearms(written),
        PaySupport(written),
        Custody(None, written),
        Exchange(secret, written, by=None),
        Other(f"{written} (47.654321, -122.123456)"),
    )
    held = papers.orders[order]
    case = replace(held.case, court=written, number=written)
    # A change on the docket would put other terms in the place of these.
    docket = tuple(replace(entry, terms=None, note=written) for entry in held.docket)
    held = replace(held, terms=terms, case=case, docket=docket)
    return replace(
        papers,
        places={**papers.places, secret: Place(secret, LABEL, True, Position(47.654321, -122.123456), ADDRESS)},
        cases={**papers.cases, case.id: case},
        orders={**papers.orders, order: held},
        people={id: replace(who, name=f"{who.name} {ADDRESS}") for id, who in papers.people.items()},
    )
