"""How orders stand, as the pages show it: the big answers, the reasons, the end, and the terms of each order alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString

from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, Order, OrderId, Papers, because
from stayaway.pages.now import rules_page
from stayaway.pages.orders import IN_FORCE, Shown
from stayaway.pages.voice import Voice
from stayaway.reasoning.codes.conduct import ConductCode
from stayaway.reasoning.governing import Governing, GoverningTerm, governing_terms
from stayaway.reasoning.standing import Standing
from stayaway.web.blocks import Part, linked, parts
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.face import FaceCode as Face

from .frame import upper

NOT_SURE = Answer.UNSURE


@dataclass(frozen=True, slots=True)
class OrderCard:
    """One order as a page shows it. `answers` are those of the bar: in force, served."""

    id: str
    name: str
    case: str
    line: str
    answers: tuple[dict[str, str], ...]
    reasons: tuple[SafeString, ...]
    unpunished: str
    unpunished_why: tuple[SafeString, ...]
    ends: str
    sides: str
    terms: tuple[dict[str, Any], ...]
    in_force: str


@dataclass(frozen=True, slots=True)
class Together:
    """Some orders, each as a card, and what they say together."""

    cards: tuple[OrderCard, ...]
    parts: tuple[Part, ...]
    found: Governing


def together(papers: Papers, ids: Mapping[str, str], at: AsOf, voice: Voice) -> Together:
    """How orders stand at a moment, each and all together. `ids` leads from their names back to their ids."""
    found = governing_terms(papers, law_book(), at)
    cards = tuple(_card(one, found, papers, ids, at, voice) for one in found.standings)
    return Together(cards, parts(rules_page(papers, found, law_book(), voice)), found)


def _card(
    found: Standing, governing: Governing, papers: Papers, ids: Mapping[str, str], at: AsOf, voice: Voice
) -> OrderCard:
    order = papers.orders[found.order]
    told = Shown(order, law_book(), voice)
    weak = found.in_force is not Answer.NO and found.enforceable is not Answer.YES
    word = Face.PUNISHED_NO if found.enforceable is Answer.NO else Face.PUNISHED_UNSURE
    return OrderCard(
        id=ids[str(found.order)],
        name=str(found.order),
        case=str(order.case.id),
        line=" ".join(f"{upper(part)}." for part in (told.named(), told.court())),
        answers=(in_force_answer(found, voice), served_answer(found, voice)),
        reasons=tuple(linked(voice.say_short(one)) for one in found.reasons),
        unpunished=voice.face(word) if weak else "",
        unpunished_why=tuple(linked(voice.say_short(one)) for one in found.enforceable_reasons) if weak else (),
        ends=told.until(found.ends),
        sides=voice.face(Face.ORDER_PEOPLE, restrained=order.restrained, protects=order.protects),
        terms=(*_caution(found, voice), *_terms_of(order, governing, papers, at, voice)),
        in_force=found.in_force.value,
    )


def in_force_answer(found: Standing, voice: Voice) -> dict[str, str]:
    """In force, not, or not sure."""
    return {"answer": found.in_force.value, "word": voice.face(IN_FORCE[found.in_force])}


def served_answer(found: Standing, voice: Voice) -> dict[str, str]:
    """Served, told of it, or nothing known of either."""
    say = voice.speaker.sentence
    if found.state.served is not None:
        return {"answer": "yes", "word": say(Says.SERVED), "line": voice.show(found.state.served)}
    if found.state.noticed is not None:
        return {"answer": "yes", "word": say(Says.NOTICED), "line": voice.show(found.state.noticed)}
    return {"answer": "unsure", "word": say(Says.NOT_SERVED), "line": say(Says.NOT_SERVED_LINE)}


def _caution(found: Standing, voice: Voice) -> list[dict[str, Any]]:
    """What stands before the terms where a change was recorded without saying what it changed them to."""
    if not found.state.terms_may_differ:
        return []
    return [{"said": linked(voice.say(because(ConductCode.TERMS_MAY_HAVE_CHANGED))), "compared": ""}]


def _terms_of(order: Order, governing: Governing, papers: Papers, at: AsOf, voice: Voice) -> list[dict[str, Any]]:
    """What one order alone says, with a mark where it is stricter than another one in force, or another than it."""
    alone = governing_terms(replace(papers, orders={order.id: order}), law_book(), at)
    said: dict[str, dict[str, Any]] = {}
    for row in alone.terms:
        text = voice.say(row.detail)
        said.setdefault(text, {"said": text, "compared": _compared(row, order.id, governing, voice)})
    return [{**one, "said": linked(one["said"])} for one in said.values()]


def _compared(row: GoverningTerm, order: OrderId, governing: Governing, voice: Voice) -> str:
    same = [
        one
        for one in governing.terms
        if (one.restrained, one.protected, one.term) == (row.restrained, row.protected, row.term)
    ]
    for one in same:
        if one.controlled_by == order and one.also_in and one.detail == row.detail:
            return voice.speaker.sentence(Says.STRICTEST_HERE, {"orders": one.also_in})
        if order in one.also_in and one.detail != row.detail:
            return voice.speaker.sentence(Says.STRICTER_THERE, {"order": one.controlled_by})
    return ""
