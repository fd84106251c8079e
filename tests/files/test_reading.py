"""What an order file says, once it is right."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from stayaway.files import FileFaults, file_schema, read_paper_facts
from stayaway.law.load import known_jurisdictions, law_book
from stayaway.model import (
    UTC,
    Answer,
    CaseId,
    Channel,
    ChargeLevel,
    CivilCase,
    CriminalCase,
    Custody,
    Distance,
    Errand,
    Exchange,
    Exemption,
    MoveOut,
    Never,
    NoAbuse,
    NoContact,
    Order,
    OrderId,
    Other,
    PaySupport,
    PersonId,
    PlaceId,
    Position,
    Stage,
    StayAway,
    SurrenderFirearms,
    Term,
    Unit,
    Until,
)
from stayaway.model.paper import PaperFacts
from tests.files.book import BOOK, TWO_ORDERS, codes, read


def one(order: str, case: str = "kind: criminal, defendant: d", head: str = "jurisdiction: us-wa") -> Order:
    people = "people: {d: , p: , q: }\nplaces: {home: , school: }"
    text = f"{head}\n{people}\ncases: {{c: {{{case}}}}}\norders: {{o: {{case: c, restrained: d, {order}}}}}"
    return read(text).orders[OrderId("o")]


def terms(text: str) -> tuple[Term, ...]:
    found = one(f"protects: [p, q], terms: [{text}]").terms
    assert found is not None
    return found


def test_two_orders() -> None:
    papers = read(TWO_ORDERS)
    civil, criminal = papers.orders.values()
    assert isinstance(civil.case, CivilCase)
    assert civil.case.number == "24-2-01234-5 SEA"
    assert civil.case.time_zone == ZoneInfo("America/Los_Angeles")
    assert (civil.instrument, civil.stage) == ("wa-dvpo", Stage.FINAL)
    assert civil.expires == date(2025, 3, 1)
    assert civil.docket[1].until == date(2027, 3, 1)
    assert civil.terms == (
        NoAbuse(),
        NoContact(
            exemptions=(
                Exemption(about="children", by=frozenset({Channel.TEXT})),
                Exemption(errand=Errand.COUNSEL),
                Exemption(errand=Errand.COURT),
            )
        ),
        StayAway((PlaceId("home"), PlaceId("work"), PersonId("rosa")), Distance(500, Unit.FEET)),
        MoveOut(PlaceId("home")),
        SurrenderFirearms(),
    )
    assert [type(name) for name in civil.terms[2].away_from] == [PlaceId, PlaceId, PersonId]
    assert isinstance(criminal.case, CriminalCase)
    assert criminal.case.number == "671234"
    assert criminal.case.charge is not None
    assert criminal.case.charge.level is ChargeLevel.MISDEMEANOR
    assert (criminal.stage, criminal.until) == (Stage.PRETRIAL, Until.CASE_DISPOSITION)
    assert papers.places[PlaceId("home")].at == Position(47.6205, -122.3493)


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("stay_away", StayAway()),
        ("no_abuse: {toward: p}", NoAbuse((PersonId("p"),))),
        (
            "no_contact: {by: [phone, text], toward: [p, q]}",
            NoContact((PersonId("p"), PersonId("q")), frozenset({Channel.PHONE, Channel.TEXT})),
        ),
        ("no_contact: ", NoContact()),
        ("no_contact: {except: service}", NoContact(exemptions=(Exemption(Errand.SERVICE),))),
        (
            "no_contact: {except: [{through: counsel, when: on weekends, place: school}]}",
            NoContact(exemptions=(Exemption(through="counsel", at=PlaceId("school"), when="on weekends"),)),
        ),
        ("stay_away: {distance: '1,000 feet'}", StayAway(distance=Distance(1000, Unit.FEET))),
        ("surrender_firearms: {note: by Friday}", SurrenderFirearms("by Friday")),
        ("pay_support: 300 a month", PaySupport("300 a month")),
        ("custody: {to: p, note: until trial}", Custody(PersonId("p"), "until trial")),
        ("custody: to the mother", Custody(note="to the mother")),
        ("exchange: {at: school, required: yes}", Exchange(PlaceId("school"), required=True)),
        ("exchange: {allowed: true, by: text}", Exchange(by=frozenset({Channel.TEXT}))),
        ("exchange", Exchange()),
        ("other: Keep the dog.", Other("Keep the dog.")),
    ],
)
def test_terms(written: str, term: Term) -> None:
    assert terms(written) == (term,)


@pytest.mark.parametrize("written", ["", "terms: []", "terms: "])
def test_terms_that_are_not_written_down_are_not_known(written: str) -> None:
    assert one(written).terms is None


@pytest.mark.parametrize(
    ("written", "metres"),
    [
        ("500 ft", 152.4),
        ("500ft", 152.4),
        ("500 Feet", 152.4),
        ("100 yards", 91.44),
        ("0.5 mi", 804.672),
        ("150 m", 150),
        ("1 km", 1000),
        ("'1,000 feet'", 304.8),
    ],
)
def test_distances(written: str, metres: float) -> None:
    (term,) = terms(f"stay_away: {{distance: {written}}}")
    assert isinstance(term, StayAway)
    assert term.distance is not None
    assert term.distance.metres == pytest.approx(metres)


def test_a_single_item_needs_no_list() -> None:
    order = one("protects: p, terms: no_contact, docket: {on: 2024-01-01, entry: served}")
    assert order.protects == ("p",)
    assert order.terms == (NoContact(),)
    assert len(order.docket) == 1


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "off", "null", "true", "671234", "0o14", "1_000", "1e3", "2024-01-01"]
)
def test_a_name_is_a_word_whatever_it_looks_like(word: str) -> None:
    papers = read(
        f"people: {{{word}: {{name: {word}x}}}}\n"
        f"cases: {{{word}: {{kind: criminal, number: {word}x, defendant: {word}}}}}\n"
        f"orders: {{{word}: {{case: {word}, restrained: {word}}}}}"
    )
    order = papers.orders[OrderId(word)]
    assert order.restrained == word
    assert order.case.id == word


@pytest.mark.parametrize("written", ["671234", "'671234'", '"671234"'])
def test_a_number_of_a_case_is_text(written: str) -> None:
    assert read(f"cases: {{c: {{kind: civil, number: {written}}}}}").cases[CaseId("c")].number == "671234"


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_what_is_left_empty_is_left_out(nothing: str) -> None:
    order = one(f"issued: {nothing}, expires: {nothing}, stage: {nothing}, findings: {nothing}")
    assert (order.issued, order.expires, order.stage) == (None, None, None)


def test_findings_claims_and_relationship() -> None:
    order = one(
        "relationship: spouse, findings: {heard: yes, credible_threat: false},"
        "claims: [{status: expired, by: state portal, on: 2024-05-01}]"
    )
    assert order.findings.heard is Answer.YES
    assert order.findings.credible_threat is Answer.NO
    assert order.findings.forbids_force is Answer.UNSURE
    assert order.claims[0].by == "state portal"


def test_an_end_that_never_comes_is_not_an_unknown_end() -> None:
    assert one("expires: never").expires is Never.NEVER
    assert one("").expires is None


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-05-03", date(2024, 5, 3)),
        ("2024-05-03T21:00", datetime(2024, 5, 3, 21, tzinfo=timezone(timedelta(hours=-7)))),
        ("2024-05-03 21:00:30-04:00", datetime(2024, 5, 3, 21, 0, 30, tzinfo=timezone(timedelta(hours=-4)))),
        ("2024-05-03T21:00Z", datetime(2024, 5, 3, 21, tzinfo=UTC)),
    ],
)
def test_moments(written: str, moment: date) -> None:
    assert one(f"issued: {written}").issued == moment


def test_the_time_zone_is_the_nearest_one_written_down() -> None:
    cases = read(
        "jurisdiction: us-wa\ntime_zone: America/Boise\ncases:\n"
        "  default: {kind: civil}\n"
        "  own: {kind: civil, time_zone: America/Denver}\n"
        "  elsewhere: {kind: civil, jurisdiction: us-ny}\n"
    ).cases
    assert [case.time_zone.key for case in cases.values()] == ["America/Boise", "America/Denver", "America/New_York"]
    assert read("cases: {c: {kind: civil}}").cases[CaseId("c")].time_zone == UTC
    assert read("cases: {c: {kind: civil, jurisdiction: us-pr}}").cases[CaseId("c")].jurisdiction == "us-pr"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("instrument: wa-nco-pretrial", ("wa-nco-pretrial", Stage.PRETRIAL)),
        ("instrument: Pretrial No-Contact Order", ("wa-nco-pretrial", Stage.PRETRIAL)),
        ("instrument: wa-nco-sentence", ("wa-nco-sentence", Stage.SENTENCE)),
        ("instrument: wa-nco-sentence, stage: probation", ("wa-nco-sentence", Stage.PROBATION)),
        ("instrument: wa-nco-bail", ("wa-nco-bail", Stage.PROBATION)),
        ("instrument: wa-nco-bail, stage: sentence", ("wa-nco-bail", Stage.SENTENCE)),
        ("stage: emergency", (None, Stage.EMERGENCY)),
    ],
)
def test_instrument_and_stage(written: str, found: tuple[str | None, Stage]) -> None:
    order = one(written)
    assert (order.instrument, order.stage) == found


@pytest.mark.parametrize("alias", ["dvpo", "D.V.P.O.", "Washington domestic violence protection order"])
def test_an_instrument_by_what_people_call_it(alias: str) -> None:
    assert one(f"instrument: {alias}", "kind: civil").instrument == "wa-dvpo"


def test_the_facts_of_a_paper() -> None:
    text = "jurisdiction: us-wa\ntitle: No Contact Order\nconditions: no alcohol\nnumber: 5"
    facts = read_paper_facts(text, "paper.yaml", BOOK)
    assert facts == PaperFacts(jurisdiction="us-wa", title="No Contact Order", conditions=("no alcohol",), number="5")
    with pytest.raises(FileFaults) as wrong:
        read_paper_facts("titel: x\njurisdiction: us-tz", "paper.yaml", BOOK)
    assert [fault.nearest for fault in wrong.value.faults] == ["title", "us-tn"]


def test_every_instrument_of_the_real_book_can_be_named() -> None:
    book = law_book()
    from stayaway.files import read_text

    for code in known_jurisdictions():
        for instrument in book.of(code).instruments.values():
            text = (
                f"jurisdiction: {code}\npeople: {{d: }}\ncases: {{c: {{kind: {instrument.track}}}}}\n"
                f"orders: {{o: {{case: c, restrained: d, instrument: {instrument.id}}}}}"
            )
            assert read_text(text, code, book).orders[OrderId("o")].instrument == instrument.id


def test_a_second_reading_is_the_same() -> None:
    assert read(TWO_ORDERS) == read(TWO_ORDERS.encode())
    assert codes(TWO_ORDERS) == []


def test_the_sample_of_the_documentation_reads() -> None:
    page = Path(__file__).parent.parent.parent / "docs" / "order-file.md"
    sample = page.read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    assert read(sample).orders[OrderId("civil")].instrument == "wa-dvpo"


def test_the_documentation_names_every_key() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "order-file.md").read_text("utf-8")
    schema = file_schema()
    keys = {key for shape in [schema, *schema["$defs"].values()] for key in shape["properties"]}
    assert {key for key in keys if f"`{key}" not in page} == set()
