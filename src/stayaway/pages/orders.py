"""What several commands show of an order: its kind, court and instrument, and whether it is in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stayaway.law.book import LawBook
from stayaway.model import Answer, End, Order, Stage
from stayaway.pages.page import Page, Tone
from stayaway.pages.voice import Voice, end_document
from stayaway.reasoning.ends import ending_event
from stayaway.reasoning.standing import Standing
from stayaway.wording.face import FaceCode as Face

IN_FORCE = {Answer.YES: Face.IN_FORCE, Answer.NO: Face.NOT_IN_FORCE, Answer.UNSURE: Face.NOT_SURE_IN_FORCE}
TONES = {Answer.YES: Tone.STRONG, Answer.NO: Tone.FAINT, Answer.UNSURE: Tone.UNSURE}


@dataclass(frozen=True)
class Shown:
    """An order as it is shown."""

    order: Order
    book: LawBook
    voice: Voice

    @property
    def stage(self) -> Stage | None:
        """The stage on the paper, or else that of its instrument."""
        instrument = self._instrument()
        return self.order.stage or (instrument.stage if instrument else None)

    def kind(self) -> str:
        """`civil, final`."""
        kind = self.voice.show(self.order.kind)
        return f"{kind}, {self.voice.show(self.stage)}" if self.stage is not None else kind

    def named(self) -> str:
        """`civil, final: Domestic violence restraining order`, as far as it is known."""
        return f"{self.kind()}: {self.name()}" if self.name() else self.kind()

    def name(self) -> str | None:
        """The local name of its instrument."""
        instrument = self._instrument()
        return instrument.name if instrument else None

    def court(self) -> str:
        """The court and the case number."""
        case = self.order.case
        court = case.court or self.voice.face(Face.COURT_UNKNOWN)
        return self.voice.face(Face.COURT_AND_NUMBER, court=court, number=case.number) if case.number else court

    def until(self, end: End | None) -> str:
        """When it ends, in a few words: a day, an event, never, or not known."""
        return self.voice.show(end if end is not None else ending_event(self.order, self._instrument()))

    def document(self) -> dict[str, Any]:
        """What programs read of every order."""
        case = self.order.case
        return {
            "id": str(self.order.id),
            "kind": self.order.kind.value,
            "stage": self.stage.value if self.stage else None,
            "instrument": self.order.instrument,
            "name": self.name(),
            "case": str(case.id),
            "court": case.court,
            "number": case.number,
            "jurisdiction": case.jurisdiction,
            "restrained": str(self.order.restrained),
            "protects": [str(person) for person in self.order.protects],
        }

    def standing_document(self, found: Standing) -> dict[str, Any]:
        """Its standing, as programs read it."""
        return {
            **self.document(),
            "in_force": found.in_force.value,
            "enforceable": found.enforceable.value,
            **end_document(found.ends),
            "reasons": self.voice.reasons(found.reasons),
            "enforceable_reasons": self.voice.reasons(found.enforceable_reasons),
        }

    def _instrument(self) -> Any:
        return self.book.of(self.order.case.jurisdiction).instrument_of(self.order)


def show_standing(page: Page, shown: Shown, found: Standing) -> None:
    """An order with its standing: in force or not, first; then what it is, and why."""
    voice = shown.voice
    label = voice.face(IN_FORCE[found.in_force])
    page.text(f"{label}: {voice.show(shown.order.id)}", tone=TONES[found.in_force])
    parts = (shown.named(), shown.court())
    page.text(" ".join(f"{part[:1].upper()}{part[1:]}." for part in parts), indent=2)
    page.text(" ".join(voice.say(reason) for reason in found.reasons), indent=2)
    if found.in_force is not Answer.NO and found.enforceable is not Answer.YES:
        why = " ".join(voice.say(reason) for reason in found.enforceable_reasons)
        asked = Face.PUNISHED_NO if found.enforceable is Answer.NO else Face.PUNISHED_UNSURE
        page.text(f"{voice.face(asked)} {why} {voice.face(Face.FOLLOW_ALL_THE_SAME)}", indent=2)
