"""The form of one order: what is asked, and which field each part of the order file comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from django.http import QueryDict

from stayaway.law.load import place_law
from stayaway.model import (
    STAGES_OF,
    CaseEvent,
    Channel,
    ChargeCategory,
    Errand,
    Kind,
    Never,
    OrderEvent,
    Papers,
    Relationship,
    Stage,
    TermKind,
    Unit,
    Until,
)
from stayaway.pages.voice import Voice
from stayaway.web.places import places
from stayaway.web.questions import Choice, Question, Section, Shape, menu, one_of, some_of, text
from stayaway.wording.papers import PapersCode as Say

from .starting import people_of

ROWS = ("1", "2", "3")
"""How many events can be written down. More than three of one order are rare; a file can hold more."""
NEARNESS = ("person", "home", "work", "school")
"""What an order most often says to stay away from."""
WAYS = (Channel.TEXT, Channel.EMAIL, Channel.PHONE, Channel.IN_PERSON)
CIVIL_EVENTS = (CaseEvent.DISMISSED, CaseEvent.CLOSED)
CRIMINAL_EVENTS = tuple(event for event in CaseEvent if event is not CaseEvent.FILED)
ORDER_EVENTS = tuple(event for event in OrderEvent if event not in (OrderEvent.ISSUED, OrderEvent.SERVED))


def order_sections(
    written: QueryDict, kind: Kind, papers: Papers | None, mine: str | None, faults: Mapping[str, str], voice: Voice
) -> list[Section]:
    """What is asked of one order. `mine`: the order that is being changed."""
    say = _Say(voice)
    sections = [
        _paper(written, kind, say),
        _people(written, papers, say),
        _days(written, kind, say),
        *_terms(written, say),
        _service(written, say),
        _changes(written, say),
        _case(written, kind, papers, mine, say),
    ]
    for section in sections:
        for question in section.questions:
            question.wrong = faults.get(question.name, "")
    return sections


class _Say:
    """Says the labels of a form."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def __call__(self, code: Say, **facts: object) -> str:
        return self.voice.speaker.sentence(code, facts)

    def words(self, members: object, empty: Say | None = None) -> list[tuple[str, str]]:
        """Members of a list with their words, for a menu; first the choice of none."""
        found = [(str(one), _upper(self.voice.show(one))) for one in cast("tuple[str, ...]", members)]
        return [("", self(empty)), *found] if empty is not None else found


def _upper(said: str) -> str:
    return said[:1].upper() + said[1:]


def _paper(written: QueryDict, kind: Kind, say: _Say) -> Section:
    law = place_law(written.get("place") or None)
    named = [one for one in law.instruments.values() if one.track is kind] if law.known else []
    chosen = written.get("type", "")
    types = [Choice("", say(Say.TYPE_UNKNOWN), not chosen)]
    types += [Choice(one.id, one.name, one.id == chosen, law.name) for one in named]
    stages = [stage for stage in Stage if stage in STAGES_OF[kind]]
    types += [
        Choice(f"stage:{one}", _upper(say.voice.show(one)), f"stage:{one}" == chosen, say(Say.BY_STAGE))
        for one in stages
    ]
    return Section(
        say(Say.SECTION_PAPER),
        [
            menu(
                written, "place", say(Say.PLACE), [("", say(Say.PLACE_UNKNOWN)), *((p.code, p.name) for p in places())]
            ),
            Question("type", say(Say.TYPE), Shape.MENU, choices=types, hint=say(Say.TYPE_HINT)),
        ],
    )


def _people(written: QueryDict, papers: Papers | None, say: _Say) -> Section:
    known = people_of(papers) if papers is not None else []
    asked: list[Question] = []
    for side, who, name in (
        ("restrained", Say.RESTRAINED, Say.RESTRAINED_NAME),
        ("protected", Say.PROTECTED, Say.PROTECTED_NAME),
    ):
        if known:
            asked.append(menu(written, side, say(who), [*known, ("", say(Say.SOMEBODY_ELSE))]))
        asked.append(text(written, f"{side}_name", say(name), say(Say.ELSE_HINT if known else Say.NAME_HINT)))
    asked.append(text(written, "also", say(Say.ALSO_PROTECTS), say(Say.ALSO_PROTECTS_HINT), Shape.LINES))
    return Section(say(Say.SECTION_PEOPLE), asked)


def _days(written: QueryDict, kind: Kind, say: _Say) -> Section:
    civil = (Until.HEARING, Until.FURTHER_ORDER)
    events = civil if kind is Kind.CIVIL else tuple(Until)
    ends = [("", say(Say.ENDS_ON_DAY)), (str(Never.NEVER), say(Say.ENDS_NEVER)), *say.words(events)]
    return Section(
        say(Say.SECTION_DAYS),
        [
            text(written, "issued", say(Say.ISSUED), shape=Shape.DAY),
            text(written, "expires", say(Say.EXPIRES), say(Say.EXPIRES_HINT), Shape.DAY),
            menu(written, "until", say(Say.UNTIL), ends),
        ],
    )


def _terms(written: QueryDict, say: _Say) -> list[Section]:
    plain = (TermKind.NO_ABUSE, TermKind.NO_CONTACT, TermKind.MOVE_OUT, TermKind.SURRENDER_FIREARMS)
    said = (Say.TERM_NO_ABUSE, Say.TERM_NO_CONTACT, Say.TERM_MOVE_OUT, Say.TERM_FIREARMS)
    near = (Say.NEAR_PERSON, Say.NEAR_HOME, Say.NEAR_WORK, Say.NEAR_SCHOOL)
    errands = [(str(one), _upper(say.voice.show(one))) for one in (Errand.COUNSEL, Errand.COURT, Errand.SERVICE)]
    rules = Section(
        say(Say.SECTION_TERMS),
        [
            some_of(written, "terms", say(Say.TERMS), [(str(k), say(c)) for k, c in zip(plain, said, strict=True)]),
            some_of(
                written,
                "except",
                say(Say.EXCEPT),
                [*errands, ("children", say(Say.EXCEPT_CHILDREN))],
                say(Say.EXCEPT_HINT),
            ),
            some_of(written, "except_by", say(Say.EXCEPT_BY), say.words(WAYS), say(Say.EXCEPT_BY_HINT)),
            some_of(written, "near", say(Say.NEAR), [(n, say(c)) for n, c in zip(NEARNESS, near, strict=True)]),
            text(written, "distance", say(Say.DISTANCE), say(Say.DISTANCE_HINT), Shape.NUMBER),
            menu(written, "unit", say(Say.UNIT), say.words(tuple(Unit))),
        ],
        hint=say(Say.TERMS_HINT),
    )
    exchange = [
        ("", say(Say.EXCHANGE_NONE)),
        ("required", say(Say.EXCHANGE_REQUIRED)),
        ("allowed", say(Say.EXCHANGE_ALLOWED)),
    ]
    rest = (TermKind.PAY_SUPPORT, TermKind.CUSTODY)
    more = Section(
        say(Say.SECTION_MORE_TERMS),
        [
            menu(written, "exchange", say(Say.EXCHANGE), exchange),
            some_of(written, "more_terms", say(Say.MORE_TERMS), say.words(rest)),
            text(written, "except_about", say(Say.EXCEPT_ABOUT), say(Say.EXCEPT_ABOUT_HINT)),
            text(written, "other", say(Say.OTHER), say(Say.OTHER_HINT), Shape.LINES),
        ],
        is_closed=True,
    )
    return [rules, more]


def _service(written: QueryDict, say: _Say) -> Section:
    ways = [("", say(Say.SERVED_UNKNOWN)), ("served", say(Say.SERVED_YES)), ("noticed", say(Say.SERVED_TOLD))]
    return Section(
        say(Say.SECTION_SERVICE),
        [
            one_of(written, "served", say(Say.SERVED), ways),
            text(written, "served_on", say(Say.SERVED_ON), say(Say.SERVED_ON_HINT), Shape.DAY),
        ],
    )


def _changes(written: QueryDict, say: _Say) -> Section:
    section = Section(say(Say.SECTION_CHANGES), hint=say(Say.SECTION_CHANGES_HINT), is_closed=True)
    for row in ROWS:
        section.questions += _event(written, f"change{row}", ORDER_EVENTS, say)
    return section


def _case(written: QueryDict, kind: Kind, papers: Papers | None, mine: str | None, say: _Say) -> Section:
    section = Section(
        say(Say.SECTION_CRIMINAL_CASE if kind is Kind.CRIMINAL else Say.SECTION_CIVIL_CASE),
        is_closed=kind is Kind.CIVIL,
    )
    if papers is not None:
        cases = {
            str(order.case.id): str(order.id)
            for order in papers.orders.values()
            if order.kind is kind and str(order.id) != mine
        }
        if cases:
            same = [("", say(Say.CASE_NEW)), *((case, say(Say.CASE_OF, order=order)) for case, order in cases.items())]
            section.questions.append(menu(written, "case", say(Say.CASE), same))
    section.questions.append(text(written, "court", say(Say.COURT), say(Say.MAY_BE_LEFT_OUT)))
    section.questions.append(text(written, "number", say(Say.NUMBER), say(Say.MAY_BE_LEFT_OUT)))
    if kind is Kind.CRIMINAL:
        section.questions.append(
            menu(written, "charge", say(Say.CHARGE), say.words(tuple(ChargeCategory), Say.NOT_KNOWN))
        )
    section.questions.append(
        menu(written, "relationship", say(Say.RELATIONSHIP), say.words(tuple(Relationship), Say.NOT_KNOWN))
    )
    events = CRIMINAL_EVENTS if kind is Kind.CRIMINAL else CIVIL_EVENTS
    for row in ROWS:
        section.questions += _event(written, f"event{row}", events, say)
    return section


def _event(written: QueryDict, name: str, events: tuple[object, ...], say: _Say) -> list[Question]:
    ends = text(written, f"{name}_until", say(Say.EVENT_UNTIL), say(Say.EVENT_UNTIL_HINT), Shape.DAY)
    return [
        menu(written, name, say(Say.EVENT), say.words(events, Say.EVENT_NONE)),
        text(written, f"{name}_on", say(Say.EVENT_ON), shape=Shape.DAY),
        ends,
    ]
