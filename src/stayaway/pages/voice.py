"""Findings in words and as JSON: one speaker, and the sources that its sentences rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from stayaway.law.marks import Mark, authority_view, marks
from stayaway.model import UTC, AsOf, Authority, End, LawText, Moment, Never, Papers, Reason, SourceKind
from stayaway.wording.face import FaceCode as Face
from stayaway.wording.say import Speaker

from .page import Page

PASSAGES = frozenset({"detail", "rule"})
"""The facts that sentences end with where they quote the law at length."""


@dataclass
class Voice:
    """Says findings, and remembers the sources named, so that a page can list each once.

    `year` is the one in which the page is read; None: nothing is said of how old a text is.
    """

    language: str = "en"
    papers: Papers | None = None
    zone: ZoneInfo = UTC
    year: int | None = None
    cited: list[Authority] = field(default_factory=list)

    @cached_property
    def speaker(self) -> Speaker:
        """The speaker of these papers."""
        return Speaker(self.language, self.papers, self.zone)

    def face(self, code: Face, **facts: object) -> str:
        """A heading, a label or a line of the face."""
        return self.speaker.sentence(code, facts)

    def as_of(self, at: AsOf) -> str:
        """The line that says for when an answer is."""
        if at.present:
            return self.face(Face.AS_OF_TODAY, day=at.day(self.zone))
        return self.face(Face.AS_OF, moment=at.moment)

    def show(self, value: object) -> str:
        """A fact as a reader sees it."""
        return self.speaker.show(value)

    def say(self, reason: Reason) -> str:
        """The sentence of a reason, with the number of its source."""
        return self.speaker.say(reason).strip() + self.mark(reason.authority)

    def say_short(self, reason: Reason) -> str:
        """The sentence of a reason without the passages of law that it quotes; they are in the JSON and in `law`."""
        return self.sentence(reason, short=True) + self.mark(reason.authority)

    def sentence(self, reason: Reason, *, short: bool = False) -> str:
        """The sentence of a reason without its source; short: without the passages of law that it quotes."""
        facts = {name: LawText() if short and name in PASSAGES else fact for name, fact in reason.facts.items()}
        return self.speaker.sentence(reason.code, facts).strip()

    def mark(self, authority: Authority | None) -> str:
        """` [1]`: the number under which the page lists a source; ` [1, old text]` where a reader is to be warned."""
        if authority is None:
            return ""
        if authority not in self.cited:
            self.cited.append(authority)
        warned = map(self.show, marks(authority, self.year))
        return f" [{', '.join((str(self.cited.index(authority) + 1), *warned))}]"

    def list_sources(self, page: Page) -> None:
        """The sources named on a page, each with its date; marked where it is old or only speaks about the law."""
        if not self.cited:
            return
        page.heading(self.face(Face.SOURCES))
        width = len(str(len(self.cited))) + 2
        for number, authority in enumerate(self.cited, 1):
            page.item(self.source(authority), mark=f"[{number}]", width=width)

    def source(self, authority: Authority) -> str:
        """A source in one line."""
        if authority.kind is SourceKind.GENERAL:
            return authority.cite
        said = [authority.cite]
        said.append(self.face(Face.TEXT_OF, as_of=authority.as_of) if authority.as_of else self.face(Face.NO_DATE))
        for mark in marks(authority, self.year):
            if mark is Mark.OLD:
                said.append(self.face(Face.OLD_TEXT))
            else:
                said.append(self.face(Face.NOT_THE_LAW_ITSELF, kind=authority.kind))
        return ". ".join(said)

    # ---- as JSON ------------------------------------------------------------------------------------------------

    def reason(self, reason: Reason) -> dict[str, Any]:
        """A reason as programs read it."""
        return {
            "code": reason.code.value,
            "text": self.speaker.say(reason).strip(),
            "authority": self.authority(reason.authority),
        }

    def reasons(self, reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
        """Reasons as programs read them."""
        return [self.reason(reason) for reason in reasons]

    def authority(self, authority: Authority | None) -> dict[str, Any] | None:
        """A source as programs read it, with what a reader is to be warned of."""
        return authority_view(authority, self.year)


def moment_document(moment: Moment | None) -> str | None:
    """A day or an instant in ISO 8601."""
    return None if moment is None else moment.isoformat()


def as_of_document(at: AsOf) -> str:
    """The moment of an answer in ISO 8601; an instant to the second."""
    if isinstance(at.moment, datetime):
        return at.moment.isoformat(timespec="seconds")
    return at.moment.isoformat()


def end_document(end: End | None, key: str = "ends") -> dict[str, Any]:
    """An end: a day, or None where it is not known or never; `permanent` tells the two apart."""
    found: dict[str, Any] = {key: end.isoformat() if isinstance(end, date) else None}
    if end is Never.NEVER:
        found["permanent"] = True
    return found
