"""NIEM 6.0: every document validates, says who is who, and puts into words what has no element."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from stayaway.model import (
    Answer,
    Findings,
    Never,
    OrderEntry,
    OrderEvent,
    Relationship,
    Stage,
    Term,
    Until,
)
from stayaway.registry.exchange.outward.descriptors import Descriptors, Eyes, Hair, Race, Sex
from stayaway.registry.exchange.outward.facts import CannotExport
from stayaway.registry.exchange.outward.niem import niem_xml
from stayaway.wording.exchange import ExchangeCode as Code
from tests.registry.exchange.outward.orders_to_export import (
    BOOK,
    CRIMINAL,
    DAN,
    DAY,
    EVERY,
    ORDER,
    ROSA,
    SAM,
    SERVED,
    an_order,
    found,
    niem_of,
    papers_with,
)
from tests.registry.exchange.outward.test_conditions import CASES

SUBJECT = "j:CourtOrderDesignatedSubject"
PROTECTED = "j:ProtectionOrderRestrictedPerson"
TEXT = "j:ProtectionOrderConditionText"


def assert_valid(niem: etree.XMLSchema, xml: bytes) -> None:
    niem.assertValid(etree.fromstring(xml))


def test_the_schema_tells_right_from_wrong(niem: etree.XMLSchema) -> None:
    xml = niem_of(an_order()).xml
    assert_valid(niem, xml)
    assert not niem.validate(etree.fromstring(xml.replace(b">01<", b">10<")))
    assert not niem.validate(etree.fromstring(xml.replace(b"CourtOrderServiceDate", b"CourtOrderRecallDate2")))
    element = etree.fromstring(xml)
    element.append(element[0])
    assert not niem.validate(element), "the order of the parts counts"


@pytest.mark.parametrize("term", [term for term, _ in CASES], ids=lambda term: type(term).__name__)
def test_every_kind_of_term_is_valid_and_in_words(niem: etree.XMLSchema, term: Term) -> None:
    xml = niem_of(an_order(terms=(term,))).xml
    assert_valid(niem, xml)
    assert found(xml, TEXT)


def test_the_restricted_person_is_the_protected_one(niem: etree.XMLSchema) -> None:
    xml = niem_of(an_order(protects=(ROSA, SAM)), people={DAN: EVERY, ROSA: EVERY}).xml
    assert_valid(niem, xml)
    assert found(xml, f"{SUBJECT}//nc:PersonFullName") == ["Dan Example"]
    assert found(xml, f"{PROTECTED}//nc:PersonFullName") == ["Rosa Example", "Sam Example"]
    assert found(xml, f"{SUBJECT}//nc:PersonSSNIdentification") == ["SOC123"]
    assert found(xml, f"{PROTECTED}//nc:PersonSSNIdentification") == []


def test_numbers_of_a_protected_person_are_left_out_and_said_to_be() -> None:
    export = niem_of(an_order(), people={ROSA: EVERY})
    assert Code.NUMBERS_LEFT_OUT in {loss.code for loss in export.losses}
    assert b"SOC123" not in export.xml


def test_parts_of_a_name_are_given_where_they_are_known_and_never_guessed() -> None:
    guess = niem_of(an_order()).xml
    known = niem_of(an_order(), people={DAN: Descriptors(given="Dan", surname="Example")}).xml
    assert found(guess, f"{SUBJECT}//nc:PersonSurName") == []
    assert found(known, f"{SUBJECT}//nc:PersonSurName") == ["Example"]


def test_every_descriptor_has_its_word(niem: etree.XMLSchema) -> None:
    every = [
        *(Descriptors(sex=sex) for sex in Sex),
        *(Descriptors(race=race) for race in Race),
        *(Descriptors(eyes=eyes) for eyes in Eyes),
        *(Descriptors(hair=hair) for hair in Hair),
    ]
    for known in every:
        assert_valid(niem, niem_of(an_order(), people={DAN: known}).xml)


# ---- the end ----------------------------------------------------------------------------------------------------


def test_a_last_day_is_the_end_of_the_range() -> None:
    xml = niem_of(an_order()).xml
    assert found(xml, "nc:ActivityDate//nc:StartDate") == ["2026-01-05"]
    assert found(xml, "nc:ActivityDate//nc:EndDate") == ["2028-01-05"]


def test_no_end_and_an_event_are_told_apart_in_words(niem: etree.XMLSchema) -> None:
    forever = niem_of(an_order(expires=Never.NEVER))
    event = niem_of(an_order(expires=None, until=Until.FURTHER_ORDER))
    for export, said, loss in (
        (forever, "This order has no end date (NONEXP).", Code.NO_END_IN_TEXT),
        (event, "This order lasts until a new order of the court.", Code.END_IS_EVENT),
    ):
        assert_valid(niem, export.xml)
        assert found(export.xml, "nc:ActivityDate//nc:EndDate") == []
        assert said in found(export.xml, TEXT)
        assert loss in {one.code for one in export.losses}
    assert "NONEXP" not in event.xml.decode()


def test_an_end_that_is_not_known_is_refused() -> None:
    with pytest.raises(CannotExport) as refused:
        niem_xml(papers_with(an_order(expires=None)), ORDER, BOOK, DAY)
    assert [fault.code for fault in refused.value.faults] == [Code.END_MISSING]


def test_an_order_that_its_court_ended_says_so(niem: etree.XMLSchema) -> None:
    lifted = OrderEntry(OrderEvent.TERMINATED, date(2026, 5, 1))
    xml = niem_of(an_order(docket=(SERVED, lifted))).xml
    assert_valid(niem, xml)
    assert found(xml, "j:CourtOrderRecallDate") == ["2026-05-01"]
    assert found(xml, "j:CourtOrderStatus") == ["not in force"]


def test_an_order_that_may_be_in_force_is_never_said_to_be_over() -> None:
    asked = OrderEntry(OrderEvent.RENEWAL_REQUESTED, date(2026, 4, 1))
    export = niem_of(an_order(expires=date(2026, 5, 1), docket=(asked,)))
    assert found(export.xml, "j:CourtOrderStatus") == ["not sure, treat it as in force"]
    assert Code.STANDING_UNSURE in {loss.code for loss in export.losses}


# ---- what has no element ----------------------------------------------------------------------------------------


def test_a_criminal_order_says_that_it_is_one(niem: etree.XMLSchema) -> None:
    export = niem_of(an_order(case=CRIMINAL, stage=Stage.SENTENCE))
    assert_valid(niem, export.xml)
    assert found(export.xml, "nc:ActivityCategoryText") == ["No-contact order (criminal, part of the sentence)"]
    assert Code.CRIMINAL_IN_CIVIL in {loss.code for loss in export.losses}
    assert Code.CRIMINAL_IN_CIVIL not in {loss.code for loss in niem_of(an_order()).losses}


def test_brady_is_true_false_or_left_out() -> None:
    heard = Findings(Answer.YES, Answer.YES, Answer.YES)
    order = an_order(findings=heard, relationship=Relationship.SPOUSE)
    brady = "j:ProtectionOrderBradyIndicator"
    assert found(niem_of(order).xml, brady) == ["true"]
    assert found(niem_of(replace(order, findings=replace(heard, heard=Answer.NO))).xml, brady) == ["false"]
    unknown = niem_of(replace(order, findings=Findings()))
    assert found(unknown.xml, brady) == []
    assert Code.BRADY_UNKNOWN in {loss.code for loss in unknown.losses}


def test_being_told_is_not_service(niem: etree.XMLSchema) -> None:
    told = niem_of(an_order(docket=(OrderEntry(OrderEvent.NOTICED, date(2026, 1, 6)),)))
    assert_valid(niem, told.xml)
    assert found(told.xml, "j:CourtOrderServiceDate") == []
    assert found(told.xml, "j:CourtOrderServiceDescriptionText") == [
        "Told of the order on January 6, 2026. No service is known."
    ]
    assert Code.NOTICE_ONLY in {loss.code for loss in told.losses}


def test_terms_that_are_not_known_send_the_reader_to_the_order(niem: etree.XMLSchema) -> None:
    export = niem_of(an_order(terms=None))
    assert_valid(niem, export.xml)
    assert found(export.xml, TEXT) == ["The terms are not written down here. Read the order."]
    assert found(export.xml, "ncic:ProtectionOrderConditionCode") == []
