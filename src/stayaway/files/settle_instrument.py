"""Which instrument of the place an order is, and at which stage of its case it was made."""

from __future__ import annotations

from stayaway.law.book import PlaceLaw
from stayaway.law.schema import Instrument
from stayaway.model import STAGES_OF, Case, Stage, Until

from .codes import FileCode
from .reading import LISTED, Reading
from .shape import OrderShape
from .where import Loc

AFTER_CONVICTION = frozenset({Stage.SENTENCE, Stage.PROBATION})
"""One instrument often serves both; the file may say which it was."""


def settled(shape: OrderShape, case: Case | None, reading: Reading, loc: Loc) -> tuple[str | None, Stage | None]:
    """The instrument and the stage, the one filled in from the other as far as it says it."""
    kind = None if case is None else case.kind
    stage = shape.stage
    if stage is not None and kind is not None and stage not in STAGES_OF[kind]:
        right = [known.value for known in Stage if known in STAGES_OF[kind]]
        reading.fault(FileCode.STAGE_OF_OTHER_KIND, (*loc, "stage"), wanted=right, kind=kind)
    if shape.instrument is None or case is None:
        return None, stage
    instrument = _instrument(shape.instrument.strip(), case, reading, (*loc, "instrument"))
    if instrument is None:
        return None, stage
    if instrument.track is not kind:
        reading.fault(
            FileCode.INSTRUMENT_OF_OTHER_KIND,
            (*loc, "instrument"),
            name=instrument.name,
            track=instrument.track,
            kind=kind,
            case=case.id,
        )
    elif stage is None:
        stage = _stage_of(instrument)
    elif stage is not instrument.stage and not {stage, instrument.stage} <= AFTER_CONVICTION:
        reading.fault(
            FileCode.INSTRUMENT_AND_STAGE,
            (*loc, "stage"),
            near=instrument.stage.value,
            name=instrument.name,
            stage=instrument.stage,
        )
    return instrument.id, stage


def _stage_of(instrument: Instrument) -> Stage:
    if instrument.stage is Stage.SENTENCE and instrument.term.until is Until.PROBATION_ENDS:
        return Stage.PROBATION
    return instrument.stage


def _instrument(text: str, case: Case, reading: Reading, loc: Loc) -> Instrument | None:
    law = reading.book.of(case.jurisdiction)
    if text in law.instruments:
        return law.instruments[text]
    if case.jurisdiction is None:
        reading.fault(FileCode.INSTRUMENT_NEEDS_JURISDICTION, loc)
    elif not law.known:
        reading.fault(FileCode.NO_INSTRUMENTS_KNOWN, loc, jurisdiction=case.jurisdiction)
    elif not (found := _by_name(text, case, law, reading, loc)):
        return None
    else:
        return found
    return None


def _by_name(text: str, case: Case, law: PlaceLaw, reading: Reading, loc: Loc) -> Instrument | None:
    from stayaway.law.resolve import resolve_instrument  # an id, the usual way to name one, does not need it

    if reading.ledger.is_full or len(text) > 200:
        reading.fault(FileCode.UNKNOWN_INSTRUMENT, loc, where=law.name)
        return None
    found = resolve_instrument(law, text)
    if found.instrument is not None:
        return found.instrument
    kind = case.kind
    choices = [choice for choice in found.choices if choice.track is kind]
    elsewhere = _elsewhere(text, reading)
    if found.choices and not choices:
        other = found.choices[0].track
        reading.fault(FileCode.INSTRUMENT_OF_OTHER_KIND, loc, name=text, track=other, kind=kind, case=case.id)
    elif elsewhere is not None:
        instead = choices[0] if choices else next(iter(found.nearest), None)
        reading.fault(
            FileCode.INSTRUMENT_ELSEWHERE,
            loc,
            near=_named(instead) if instead else None,
            elsewhere=elsewhere.name,
            where=law.name,
        )
    elif len(choices) > 1:
        listed = [_named(choice) for choice in choices]
        reading.fault(FileCode.INSTRUMENT_AMBIGUOUS, loc, wanted=listed, where=law.name)
    else:
        likely = [*choices, *found.nearest]
        ids = law.instruments.keys()
        near = _named(likely[0]) if likely else reading.suggestion(text, ids)
        if near is not None and near in law.instruments:
            near = _named(law.instruments[near])
        same = [known.id for known in law.instruments.values() if known.track is kind]
        listed = same if len(same) <= LISTED else []
        reading.fault(FileCode.UNKNOWN_INSTRUMENT, loc, wanted=listed, near=near, where=law.name)
    return None


def _elsewhere(text: str, reading: Reading) -> PlaceLaw | None:
    """The place whose instrument carries this id: an id begins with the letters of its place."""
    other = reading.book.of(f"us-{text[:2].lower()}") if text[2:3] == "-" and text[:2].isalpha() else None
    return other if other is not None and other.known and text.lower() in other.instruments else None


def _named(instrument: Instrument) -> str:
    return f"{instrument.id} ({instrument.name})"
