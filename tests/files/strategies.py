"""Order files and papers, made up by Hypothesis."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from stayaway.files.settle_cases import ONLY_CRIMINAL
from stayaway.files.source import UNFIT
from stayaway.model import (
    EVERY_CHANNEL,
    STAGES_OF,
    Answer,
    Case,
    CaseEntry,
    CaseEvent,
    CaseId,
    Channel,
    Charge,
    ChargeCategory,
    ChargeLevel,
    CivilCase,
    Claim,
    CriminalCase,
    Custody,
    Distance,
    Errand,
    Exchange,
    Exemption,
    Findings,
    Moment,
    MoveOut,
    Never,
    NoAbuse,
    NoContact,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    Other,
    Papers,
    PaySupport,
    Person,
    PersonId,
    Place,
    PlaceId,
    Position,
    Relationship,
    StayAway,
    SurrenderFirearms,
    Term,
    Unit,
    Until,
)
from tests.files.book import PLACES

DAN, ROSA, SAM = PersonId("dan"), PersonId("rosa"), PersonId("no")
HOME, SCHOOL = PlaceId("home"), PlaceId("null")
START, LAST = date(2024, 3, 1), date(2030, 1, 1)

characters = st.characters(codec="utf-8").filter(lambda c: not UNFIT.match(c))
texts = st.one_of(
    st.sampled_from(
        ["no", "null", "~", "671234", "2024-01-01", "a: b", "- x", "*a", "#", "true", "é", " x ", "a\nb", "y"]
    ),
    st.text(characters, min_size=1, max_size=12).filter(lambda text: bool(text.strip())),
)
maybe_text = st.none() | texts
days = st.dates(START, LAST)
instants = st.datetimes(
    datetime(2024, 3, 2),
    datetime(2029, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-7)), timezone(timedelta(minutes=345))]),
)
moments: st.SearchStrategy[Moment] = st.one_of(st.dates(date(2024, 3, 3), LAST), instants)
ends = st.none() | st.just(Never.NEVER) | days
ways = st.none() | st.frozensets(st.sampled_from(Channel), min_size=1)
words = st.lists(texts, max_size=2).map(tuple)
places = st.none() | st.sampled_from([HOME, SCHOOL])
protected = st.none() | st.sampled_from([(ROSA,), (SAM,), (SAM, ROSA)])


def maybe(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | of


exemptions = st.builds(
    Exemption,
    errand=maybe(st.sampled_from(Errand)),
    about=maybe(texts.map(lambda text: text.strip().lower()).filter(bool)),
    by=ways,
    through=maybe_text,
    at=places,
    when=maybe_text,
).filter(lambda exemption: exemption != Exemption())
some_exemptions = st.lists(exemptions, max_size=2).map(tuple)
distances = st.builds(Distance, st.one_of(st.integers(1, 5000).map(float), st.floats(1e-3, 1e6)), st.sampled_from(Unit))
terms: st.SearchStrategy[Term] = st.one_of(
    st.builds(NoAbuse, protected),
    st.builds(NoContact, protected, ways.map(lambda by: by or EVERY_CHANNEL), some_exemptions),
    st.builds(
        StayAway,
        st.lists(st.sampled_from([ROSA, SAM, HOME, SCHOOL]), max_size=3).map(tuple),
        maybe(distances),
        some_exemptions,
    ),
    st.builds(MoveOut, places),
    st.builds(SurrenderFirearms, maybe_text),
    st.builds(PaySupport, maybe_text),
    st.builds(Custody, maybe(st.just(ROSA)), maybe_text),
    st.builds(Exchange, places, maybe_text, st.booleans(), ways),
    st.builds(Other, texts),
)
some_terms = st.none() | st.lists(terms, min_size=1, max_size=4).map(tuple)
people = st.builds(Person, st.none(), maybe_text, maybe(days), words, words, words)
spots = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))
some_places = st.builds(Place, st.none(), maybe_text, st.booleans(), maybe(spots), maybe_text)
charges = st.builds(
    Charge,
    maybe_text,
    maybe(st.sampled_from(ChargeCategory)),
    maybe(st.sampled_from(ChargeLevel)),
    maybe(st.booleans()),
)
order_entries = st.builds(
    OrderEntry,
    st.sampled_from([event for event in OrderEvent if event is not OrderEvent.ISSUED]),
    moments,
    st.just(Never.NEVER) | days,
    maybe(moments),
    maybe_text,
    some_terms,
    maybe_text,
)


def case_entries(events: list[CaseEvent]) -> st.SearchStrategy[CaseEntry]:
    ends = st.none() | st.sampled_from([Never.NEVER, LAST])
    return st.builds(CaseEntry, st.sampled_from(events), moments, ends, maybe(moments), maybe_text)


@st.composite
def papers(draw: st.DrawFn) -> Papers:
    """Papers as the reader makes them."""
    default = draw(st.sampled_from(["us-wa", "us-ny", "us-pr", None]))
    zones = st.sampled_from([ZoneInfo("UTC"), ZoneInfo("America/Los_Angeles"), ZoneInfo("Asia/Kathmandu")])

    def case(name: str) -> Case:
        about: dict[str, Any] = {
            "id": CaseId(name),
            "jurisdiction": draw(st.sampled_from(["us-wa", "us-ny", default])) or default,
            "time_zone": draw(zones),
            "court": draw(maybe_text),
            "number": draw(maybe_text),
        }
        if draw(st.booleans()):
            events = [event for event in CaseEvent if event not in ONLY_CRIMINAL]
            parties = draw(st.sampled_from([(None, None), (ROSA, DAN), (None, DAN), (DAN, ROSA)]))
            docket = tuple(draw(st.lists(case_entries(events), max_size=2)))
            return CivilCase(**about, petitioner=parties[0], respondent=parties[1], docket=docket)
        return CriminalCase(
            **about,
            defendant=draw(st.sampled_from([None, DAN])),
            victims=draw(st.sampled_from([(), (ROSA,), (ROSA, SAM)])),
            witnesses=draw(st.sampled_from([(), (SAM,)])),
            charge=draw(maybe(charges)),
            docket=tuple(draw(st.lists(case_entries(list(CaseEvent)), max_size=2))),
        )

    cases = {CaseId(name): case(name) for name in draw(st.sampled_from([[], ["c"], ["on", "a b"]]))}

    def order(name: str) -> Order:
        of = draw(st.sampled_from(sorted(cases.values(), key=lambda case: case.id)))
        known = [] if of.jurisdiction not in PLACES else PLACES[of.jurisdiction].instruments
        fitting = [instrument for instrument in known if instrument.track is of.kind and instrument.id != "wa-nco-bail"]
        instrument = draw(maybe(st.sampled_from(fitting))) if fitting else None
        stage = instrument.stage if instrument else draw(maybe(st.sampled_from(sorted(STAGES_OF[of.kind]))))
        answers = st.sampled_from(Answer)
        return Order(
            id=OrderId(name),
            case=of,
            restrained=DAN,
            protects=draw(st.sampled_from([(), (ROSA,), (ROSA, SAM)])),
            stage=stage,
            instrument=instrument.id if instrument else None,
            issued=draw(maybe(st.just(START))),
            expires=draw(ends),
            until=draw(maybe(st.sampled_from(Until))),
            terms=draw(some_terms),
            docket=_with_ends_that_can_be(draw(st.lists(order_entries, max_size=2))),
            relationship=draw(maybe(st.sampled_from(Relationship))),
            findings=draw(st.builds(Findings, answers, answers, answers)),
            claims=tuple(draw(st.lists(st.builds(Claim, texts, texts, maybe(moments)), max_size=1))),
        )

    orders = {
        OrderId(name): order(name) for name in (draw(st.sampled_from([[], ["o"], ["1", "two"]])) if cases else [])
    }
    return Papers(
        people={key: _named(draw(people), key) for key in (DAN, ROSA, SAM)},
        places={key: _named(draw(some_places), key) for key in (HOME, SCHOOL)},
        cases=cases,
        orders=orders,
        jurisdiction=default,
    )


def _with_ends_that_can_be(docket: list[OrderEntry]) -> tuple[OrderEntry, ...]:
    """No order is made longer to an earlier day, and no end is set that is over."""
    events = {OrderEvent.RENEWED, OrderEvent.EXTENDED, OrderEvent.MODIFIED}
    return tuple(replace(entry, until=Never.NEVER) if entry.event in events else entry for entry in docket)


def _named(thing: Any, key: str) -> Any:
    return replace(thing, id=key)


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from(
        ["civil", "criminal", "no_contact", "dan", "2024-01-01", "500 ft", "counsel", "us-wa", "never", ""]
    ),
    st.text(max_size=6),
)
KEYS = """
jurisdiction time_zone people places cases orders name born at address kind docket on entry until terms except by
from distance case restrained protects issued expires stage instrument no_contact stay_away findings claims dan c
""".split()  # noqa: SIM905
trees = st.recursive(
    scalars,
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), below, max_size=4)
    ),
    max_leaves=15,
)
