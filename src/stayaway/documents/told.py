"""Findings as they are told to one reader: orders by number, and each source named once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from stayaway.law.book import LawBook
from stayaway.law.marks import Mark, marks
from stayaway.model import (
    Answer,
    AsOf,
    Authority,
    CaseId,
    Code,
    End,
    FactValue,
    Kind,
    LawText,
    Order,
    OrderId,
    Papers,
    PersonId,
    Reason,
    SourceKind,
    issue_of,
)
from stayaway.reasoning.instruments import stage_of
from stayaway.reasoning.standing import Standing
from stayaway.wording.document import DocumentCode as Say
from stayaway.wording.face import FaceCode as Face
from stayaway.wording.say import Speaker

PASSAGES = frozenset({"detail"})
"""The fact with which a sentence ends where it quotes the law at length; paper has no room for it."""

STATUS = {Answer.YES: Face.IN_FORCE, Answer.NO: Face.NOT_IN_FORCE, Answer.UNSURE: Face.NOT_SURE_IN_FORCE}
KINDS = {
    Kind.CIVIL: (Say.CIVIL, Say.CIVIL_STAGE),
    Kind.CRIMINAL: (Say.CRIMINAL, Say.CRIMINAL_STAGE),
}
"""What each kind is called, without a stage and with one."""


@dataclass(frozen=True)
class OrderSpeaker(Speaker):
    """Says orders by their number: the key in an order file is the writer's own, and may give something away."""

    numbers: Mapping[OrderId, int] = field(default_factory=dict)

    def show(self, value: FactValue) -> str:
        """A fact as a reader of a document sees it."""
        if isinstance(value, OrderId):
            return self.sentence(Say.ORDER_NUMBER, {"number": self.numbers.get(value, "?")})
        if isinstance(value, CaseId):
            orders = self.papers.orders.values() if self.papers else ()
            of_case = next((order.id for order in orders if order.case.id == value), None)
            return self.sentence(Say.COURT_OF_ORDER, {"order": of_case}) if of_case else super().show(None)
        return super().show(value)


@dataclass
class Teller:
    """Tells one person what the papers say at a moment. `papers` are already as that person may hold them."""

    papers: Papers
    person: PersonId
    book: LawBook
    at: AsOf
    speaker: OrderSpeaker
    cited: list[Authority] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language spoken."""
        return self.speaker.language

    def label(self, code: Code, **facts: FactValue) -> str:
        """A heading, a label or a line of the document."""
        return self.speaker.sentence(code, facts)

    def show(self, value: FactValue) -> str:
        """A fact as the reader sees it."""
        return self.speaker.show(value)

    def sentence(self, reason: Reason) -> str:
        """The sentence of a reason, without the passages of law that it quotes."""
        facts = {name: LawText() if name in PASSAGES else fact for name, fact in reason.facts.items()}
        return self.speaker.sentence(reason.code, facts).strip()

    def say(self, reason: Reason) -> str:
        """The sentence of a reason, with the number of its source."""
        return self.sentence(reason) + self._mark(reason.authority)

    def as_of(self) -> str:
        """The line that says for when the document is."""
        return self.label(Say.AS_OF, moment=self.at.day(self.speaker.zone) if self.at.present else self.at.moment)

    # ---- sources ------------------------------------------------------------------------------------------------

    def sources(self) -> list[dict[str, str]]:
        """The sources named so far, each with its date and address, and a warning where one is due."""
        return [{"text": self._source(authority), "url": authority.url or ""} for authority in self.cited]

    def _mark(self, authority: Authority | None) -> str:
        if authority is None:
            return ""
        if authority not in self.cited:
            self.cited.append(authority)
        return f" [{self.cited.index(authority) + 1}]"

    def _source(self, authority: Authority) -> str:
        if authority.kind is SourceKind.GENERAL:
            return f"{authority.cite}."
        said = [authority.cite]
        said.append(self.label(Face.TEXT_OF, as_of=authority.as_of) if authority.as_of else self.label(Face.NO_DATE))
        for mark in marks(authority, self.at.day(self.speaker.zone).year):
            old = mark is Mark.OLD
            said.append(self.label(Face.OLD_TEXT) if old else self.label(Face.NOT_THE_LAW_ITSELF, kind=authority.kind))
        return f"{'. '.join(said)}."

    # ---- an order -----------------------------------------------------------------------------------------------

    def status(self, standing: Standing) -> str:
        """In force or not, as a word."""
        return self.label(STATUS[standing.in_force])

    def kind(self, order: Order) -> str:
        """Which kind of order it is, and at which stage of its case it was made."""
        stage = stage_of(order, self.book.of(order.case.jurisdiction))
        return self.label(KINDS[order.kind][stage is not None], stage=stage)

    def named(self, order: Order) -> str:
        """Its kind, and what it is called there."""
        instrument = self.book.of(order.case.jurisdiction).instrument_of(order)
        kind = self.kind(order)
        return kind if instrument is None else self.label(Say.NAMED, kind=kind, name=instrument.name)

    def court(self, order: Order) -> str:
        """The court of an order."""
        return order.case.court or self.label(Face.COURT_UNKNOWN)

    def made(self, order: Order) -> str:
        """The day on which it was made."""
        made = issue_of(order)
        return self.show(None if made is None else made)

    def until(self, order: Order, end: End | None, in_force: Answer) -> str:
        """When it ends: a day, an event, never, or not known. A day that is past may not have been the end."""
        if in_force is Answer.UNSURE and isinstance(end, date) and self.at.past_end_of(end, order.case.time_zone):
            return self.label(Say.MAY_GO_ON, end=end)
        return self.show(order.until if end is None and order.until is not None else end)
