"""Each thing of an order that has no place elsewhere is told as a loss, with the term it is of."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from stayaway.model import (
    Answer,
    AsOf,
    Channel,
    Claim,
    Custody,
    Distance,
    Errand,
    Exchange,
    Exemption,
    Findings,
    MoveOut,
    NoAbuse,
    NoContact,
    OrderEntry,
    OrderEvent,
    Other,
    PaySupport,
    Person,
    Relationship,
    StayAway,
    SurrenderFirearms,
    Term,
    Unit,
    Until,
)
from stayaway.registry.exchange.outward.niem import niem_export
from stayaway.registry.exchange.outward.render import as_text, say_losses
from stayaway.registry.exchange.outward.worksheet import ncic_worksheet
from stayaway.wording.exchange import ExchangeCode as Code
from tests.registry.exchange.outward.orders_to_export import (
    BOOK,
    DAN,
    HOME,
    ORDER,
    PEOPLE,
    ROSA,
    SAM,
    SCHOOL,
    ZONE,
    an_order,
    found,
    niem_of,
    papers_with,
    worksheet_of,
)

FEET = Distance(500, Unit.FEET)
LAWYERS = Exemption(errand=Errand.COUNSEL)
AT_SCHOOL = Exemption(at=SCHOOL)


@pytest.mark.parametrize(
    ("term", "lost"),
    [
        (NoAbuse(), set()),
        (NoAbuse((SAM,)), {Code.TOWARD_SOME}),
        (NoContact(), set()),
        (NoContact((SAM,)), {Code.TOWARD_SOME}),
        (NoContact(by=frozenset({Channel.PHONE})), {Code.CHANNELS}),
        (NoContact(exemptions=(LAWYERS,)), {Code.EXCEPTIONS}),
        (NoContact(exemptions=(AT_SCHOOL,)), {Code.EXCEPTIONS, Code.PLACE_BY_NAME}),
        (StayAway((ROSA,)), {Code.NEARNESS}),
        (StayAway((ROSA,), FEET), {Code.NEARNESS, Code.DISTANCE}),
        (StayAway((SCHOOL,), exemptions=(LAWYERS,)), {Code.PLACE_MAY_NOT_FIT, Code.PLACE_BY_NAME, Code.EXCEPTIONS}),
        (StayAway((HOME,)), {Code.PLACE_MAY_NOT_FIT, Code.PLACE_HIDDEN}),
        (MoveOut(HOME), {Code.MOVE_OUT, Code.PLACE_HIDDEN}),
        (SurrenderFirearms(), {Code.WEAPONS}),
        (Custody(ROSA), {Code.CHILDREN}),
        (PaySupport(), {Code.TEXT_ONLY}),
        (Exchange(SCHOOL), {Code.TEXT_ONLY, Code.PLACE_BY_NAME}),
        (Other("No alcohol."), {Code.TEXT_ONLY}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_lost_of_a_term(term: Term, lost: set[Code]) -> None:
    order = an_order(terms=(NoAbuse(), term))
    for losses in (worksheet_of(order).losses, niem_of(order).losses):
        of_term = [loss for loss in losses if "number" in loss.facts]
        assert {loss.code for loss in of_term} == lost
        assert {(loss.facts["number"], loss.facts["kind"]) for loss in of_term} <= {(2, term.kind)}


def test_whom_a_term_is_for_is_in_words() -> None:
    order = an_order(protects=(ROSA, SAM), terms=(NoAbuse((SAM,)), NoContact((ROSA,))))
    said = "No harm, threats, harassment or stalking (toward: Sam Example)"
    assert said in worksheet_of(order).values("MIS")[0]
    assert said in found(niem_of(order).xml, "j:ProtectionOrderConditionText")


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"relationship": Relationship.SPOUSE}, Code.RELATIONSHIP),
        ({"findings": Findings(heard=Answer.NO)}, Code.FINDINGS),
        ({"claims": (Claim("expired", "a portal"),)}, Code.CLAIMS),
        ({"until": Until.FURTHER_ORDER}, Code.END_IS_ALSO_EVENT),
        ({"terms": None}, Code.TERMS_UNKNOWN),
        ({"docket": (OrderEntry(OrderEvent.MODIFIED, date(2026, 2, 1)),)}, Code.TERMS_MAY_DIFFER),
        ({"docket": (OrderEntry(OrderEvent.NOTICED, date(2026, 2, 1)),)}, Code.NOTICE_ONLY),
        ({"docket": (OrderEntry(OrderEvent.HEARING_SET, date(2026, 2, 1)),)}, Code.HISTORY),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_lost_of_the_order(changes: dict[str, object], lost: Code) -> None:
    without, changed = an_order(docket=()), an_order(**{"docket": (), **changes})
    for of in (worksheet_of, niem_of):
        assert lost not in {loss.code for loss in of(without).losses}
        assert lost in {loss.code for loss in of(changed).losses}


def test_where_the_hour_decides_which_terms_stand_it_is_said_and_brady_is_unknown() -> None:
    heard = Findings(Answer.YES, Answer.YES, Answer.YES)
    changed = OrderEntry(OrderEvent.MODIFIED, date(2026, 6, 1), terms=(NoAbuse(),))
    order = an_order(terms=(NoContact(),), docket=(changed,), findings=heard, relationship=Relationship.SPOUSE)
    noon = ncic_worksheet(papers_with(order), ORDER, BOOK, AsOf(datetime(2026, 6, 1, 12, tzinfo=ZONE)))
    next_day = ncic_worksheet(papers_with(order), ORDER, BOOK, AsOf(date(2026, 6, 2)))
    assert Code.SAME_DAY in {loss.code for loss in noon.losses}
    assert noon.values("BRD") == ("U",)
    assert Code.SAME_DAY not in {loss.code for loss in next_day.losses}
    assert next_day.values("BRD") == ("Y",)


def test_a_key_is_never_given_as_a_name() -> None:
    papers = papers_with(an_order(), {**PEOPLE, DAN: Person(DAN), ROSA: Person(ROSA)})
    export = niem_export(papers, ORDER, BOOK, AsOf(date(2026, 6, 1)))
    assert b"PersonName" not in export.xml
    assert ncic_worksheet(papers, ORDER, BOOK, AsOf(date(2026, 6, 1))).values("PPN") == ()


def test_losses_are_said_in_both_languages_without_any_confidential_place() -> None:
    sheet = worksheet_of(an_order(terms=(MoveOut(HOME),)))
    assert any("un lugar se mantiene en secreto" in text for text in say_losses(sheet, "es"))
    for told in (as_text(sheet), as_text(sheet, "es"), *say_losses(sheet), *say_losses(sheet, "es")):
        assert "Zelda" not in told
        assert "Hidden Lane" not in told
