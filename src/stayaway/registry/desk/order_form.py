"""The form of an order: what is asked of one that a court makes, with the people and places of its case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.http import QueryDict

from stayaway.law.load import place_law
from stayaway.model import (
    STAGES_OF,
    Answer,
    CaseId,
    Channel,
    CivilCase,
    Errand,
    Kind,
    Never,
    PersonId,
    PlaceId,
    Relationship,
    Stage,
    TermKind,
    Unit,
    Until,
)
from stayaway.pages.voice import Voice
from stayaway.registry.reading import View
from stayaway.web.questions import Choice, Question, Section, Shape, menu, some_of, text
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.papers import PapersCode as Paper

from .frame import upper

ALSO = ("also1", "also2", "also3")
"""Rows for more people whom the order protects."""
FINDINGS = ("heard", "credible_threat", "forbids_force")
PLAIN = (TermKind.NO_ABUSE, TermKind.NO_CONTACT, TermKind.SURRENDER_FIREARMS)
CIVIL_UNTIL = (Until.HEARING, Until.FURTHER_ORDER)

Choices = Iterable[tuple[str, str]]


def people_of(view: View, case: str) -> list[str]:
    """The people whom a case and its orders name."""
    about = view.papers.cases[CaseId(case)]
    named: list[str | None] = []
    if isinstance(about, CivilCase):
        named += [about.petitioner, about.respondent]
    else:
        named += [about.defendant, *about.victims, *about.witnesses]
    for order in view.papers.orders.values():
        if order.case.id == case:
            named += [order.restrained, *order.protects]
    return list(dict.fromkeys(str(one) for one in named if one is not None))


def place_choices(view: View, case: str, voice: Voice) -> dict[str, str]:
    """The places of a case, by id."""
    mine = view.folded.cases[case].places
    return {str(key): voice.show(PlaceId(key)) for key in view.papers.places if key in mine}


def order_sections(
    written: QueryDict, kind: Kind, place: str | None, people: Sequence[str], places: Mapping[str, str], voice: Voice
) -> list[Section]:
    """What is asked of one order."""
    return [
        _paper(written, kind, place, voice),
        _people(written, people, voice),
        *term_sections(written, people, places, voice),
        _findings(written, voice),
    ]


def _say(voice: Voice, code: Says | Paper) -> str:
    return voice.speaker.sentence(code, {})


def _words(members: Iterable[object], voice: Voice) -> list[tuple[str, str]]:
    return [(str(one), upper(voice.show(one))) for one in members]


def _paper(written: QueryDict, kind: Kind, place: str | None, voice: Voice) -> Section:
    law = place_law(place)
    chosen = written.get("type", "")
    types = [Choice("", _say(voice, Paper.NOT_KNOWN), not chosen)]
    if law.known:
        mine = [one for one in law.instruments.values() if one.track is kind]
        types += [Choice(one.id, one.name, one.id == chosen, law.name) for one in mine]
    stages = [stage for stage in Stage if stage in STAGES_OF[kind]]
    by_stage = _say(voice, Paper.BY_STAGE)
    types += [Choice(f"stage:{one}", upper(voice.show(one)), f"stage:{one}" == chosen, by_stage) for one in stages]
    ends = [
        ("", _say(voice, Paper.ENDS_ON_DAY)),
        (str(Never.NEVER), _say(voice, Paper.ENDS_NEVER)),
        *_words(CIVIL_UNTIL if kind is Kind.CIVIL else tuple(Until), voice),
    ]
    return Section(
        _say(voice, Paper.SECTION_PAPER),
        [
            Question("type", _say(voice, Paper.TYPE), Shape.MENU, choices=types),
            text(written, "issued", _say(voice, Paper.ISSUED), shape=Shape.DAY),
            text(written, "expires", _say(voice, Paper.EXPIRES), _say(voice, Paper.EXPIRES_HINT), Shape.DAY),
            menu(written, "until", _say(voice, Paper.UNTIL), ends),
        ],
    )


def _people(written: QueryDict, people: Sequence[str], voice: Voice) -> Section:
    named = [(one, voice.show(PersonId(one))) for one in people]
    asked = [
        menu(written, "restrained", _say(voice, Says.RESTRAINS), [("", _say(voice, Says.CHOOSE)), *named]),
        some_of(written, "protects", _say(voice, Says.PROTECTS), named),
    ]
    for number, row in enumerate(ALSO):
        hint = _say(voice, Says.ALSO_HINT) if number == 0 else ""
        asked.append(text(written, f"{row}_name", _say(voice, Says.ALSO_PROTECTS), hint))
        asked.append(text(written, f"{row}_born", _say(voice, Says.BORN), shape=Shape.DAY))
    asked.append(
        menu(
            written,
            "relationship",
            _say(voice, Paper.RELATIONSHIP),
            [("", _say(voice, Paper.NOT_KNOWN)), *_words(Relationship, voice)],
        )
    )
    return Section(_say(voice, Paper.SECTION_PEOPLE), asked)


def term_sections(written: QueryDict, people: Sequence[str], places: Mapping[str, str], voice: Voice) -> list[Section]:
    """What is asked of the terms of an order."""
    named = [(one, voice.show(PersonId(one))) for one in people]
    near = [*named, *places.items()]
    errands = _words((Errand.COUNSEL, Errand.COURT, Errand.SERVICE), voice)
    excepted = [*errands, ("children", _say(voice, Paper.EXCEPT_CHILDREN))]
    ways = _words(Channel, voice)
    none = ("", _say(voice, Says.NOT_IN_ORDER))
    plain = (Paper.TERM_NO_ABUSE, Paper.TERM_NO_CONTACT, Paper.TERM_FIREARMS)
    rules = Section(
        _say(voice, Paper.SECTION_TERMS),
        [
            some_of(
                written,
                "terms",
                _say(voice, Paper.TERMS),
                [(str(kind), _say(voice, code)) for kind, code in zip(PLAIN, plain, strict=True)],
            ),
            some_of(written, "except", _say(voice, Paper.EXCEPT), excepted, _say(voice, Paper.EXCEPT_HINT)),
            some_of(written, "except_by", _say(voice, Paper.EXCEPT_BY), ways, _say(voice, Paper.EXCEPT_BY_HINT)),
            some_of(written, "near", _say(voice, Paper.NEAR), near, _say(voice, Says.NEAR_HINT)),
            text(written, "distance", _say(voice, Paper.DISTANCE), _say(voice, Paper.DISTANCE_HINT), Shape.NUMBER),
            menu(written, "unit", _say(voice, Paper.UNIT), _words(Unit, voice)),
        ],
        hint=_say(voice, Paper.TERMS_HINT),
    )
    exchange = [
        none,
        ("required", _say(voice, Paper.EXCHANGE_REQUIRED)),
        ("allowed", _say(voice, Paper.EXCHANGE_ALLOWED)),
    ]
    more = Section(
        _say(voice, Paper.SECTION_MORE_TERMS),
        [
            menu(
                written,
                "move_out",
                _say(voice, Says.MOVE_OUT_OF),
                [none, ("yes", _say(voice, Says.PLACE_NOT_NAMED)), *places.items()],
            ),
            menu(written, "exchange", _say(voice, Paper.EXCHANGE), exchange),
            menu(
                written,
                "exchange_place",
                _say(voice, Says.EXCHANGE_PLACE),
                [("", _say(voice, Says.PLACE_NOT_NAMED)), *places.items()],
            ),
            text(written, "exchange_when", _say(voice, Says.EXCHANGE_WHEN)),
            some_of(written, "exchange_by", _say(voice, Says.EXCHANGE_BY), ways, _say(voice, Paper.EXCEPT_BY_HINT)),
            text(written, "support", _say(voice, Says.SUPPORT)),
            text(written, "custody", _say(voice, Says.CUSTODY)),
            text(written, "except_about", _say(voice, Paper.EXCEPT_ABOUT), _say(voice, Paper.EXCEPT_ABOUT_HINT)),
            text(written, "other", _say(voice, Paper.OTHER), _say(voice, Paper.OTHER_HINT), Shape.LINES),
        ],
        is_closed=True,
    )
    return [rules, more]


def _findings(written: QueryDict, voice: Voice) -> Section:
    answers = [("", _say(voice, Says.NOT_WRITTEN)), *_words((Answer.YES, Answer.NO), voice)]
    codes = (Says.FOUND_HEARD, Says.FOUND_THREAT, Says.FOUND_FORCE)
    return Section(
        _say(voice, Says.SECTION_FINDINGS),
        [menu(written, name, _say(voice, code), answers) for name, code in zip(FINDINGS, codes, strict=True)],
        hint=_say(voice, Says.FINDINGS_HINT),
        is_closed=True,
    )
