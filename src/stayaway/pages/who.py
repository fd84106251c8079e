"""Who may do what about an order, laid out: for all in a table, or for one person with reasons and paths."""

from __future__ import annotations

from stayaway.law.book import LawBook
from stayaway.model import AsOf, LawText, Papers, PersonId, Reason
from stayaway.reasoning.authority import Ruling, RulingFinding
from stayaway.wording.face import FaceCode as Face

from .orders import Shown
from .page import Page, Tone
from .voice import Voice


def page(found: tuple[RulingFinding, ...], short: bool, papers: Papers, book: LawBook, at: AsOf, voice: Voice) -> Page:
    """What people see, order by order."""
    shown = Page()
    shown.text(voice.as_of(at))
    if not papers.orders:
        shown.text(voice.face(Face.NO_ORDERS))
    for order in dict.fromkeys(one.order for one in found):
        told = Shown(papers.orders[order], book, voice)
        shown.heading(voice.face(Face.ORDER_LINE, order=order, kind=f"{told.kind()}, {told.court()}"))
        mine = [one for one in found if one.order == order]
        if short:
            _of_one(shown, mine, voice)
        else:
            _by_role(shown, mine, voice)
    return shown


def _by_role(shown: Page, found: list[RulingFinding], voice: Voice) -> None:
    """A compact table: for each role what it may do and what it may ask for."""
    rows = []
    for role, person in dict.fromkeys((one.role, one.person) for one in found):
        mine = [one for one in found if (one.role, one.person) == (role, person)]
        may = [voice.show(one.act) for one in mine if one.ruling is Ruling.MAY]
        ask = [voice.show(one.act) for one in mine if one.ruling is Ruling.MAY_ASK]
        who = voice.show(role)
        if person is not None and voice.show(PersonId(person)) != who:
            who = f"{voice.show(PersonId(person))}\n({who})"
        rows.append((who, "; ".join(may), "; ".join(ask)))
    headings = (voice.face(Face.COLUMN_WHO), voice.face(Face.COLUMN_MAY), voice.face(Face.COLUMN_MAY_ASK))
    shown.table(headings, rows, (3, 4, 4))


def _of_one(shown: Page, found: list[RulingFinding], voice: Voice) -> None:
    """What one person may do, may ask for, and may not; with the reason, and the path where one may not."""
    role, person = found[0].role, found[0].person
    who = voice.show(person if person is not None else role)
    alone = who == voice.show(role)
    shown.text(who if alone else voice.face(Face.SPEAKS_OF, person=person, role=role))
    heads = {Ruling.MAY: Face.MAY, Ruling.MAY_ASK: Face.MAY_ASK, Ruling.MAY_NOT: Face.MAY_NOT}
    quoted: list[Reason] = []
    for ruling in (Ruling.MAY_ASK, Ruling.MAY, Ruling.MAY_NOT):
        mine = [one for one in found if one.ruling is ruling]
        if not mine:
            continue
        shown.text(voice.face(heads[ruling]), tone=Tone.STRONG)
        # Acts that are ruled alike share an item.
        groups: list[tuple[RulingFinding, list[str]]] = []
        for one in mine:
            alike = next((acts for other, acts in groups if _alike(one, other)), None)
            if alike is None:
                groups.append((one, [voice.show(one.act)]))
            else:
                alike.append(voice.show(one.act))
        for one, acts in groups:
            shown.item(voice.face(Face.ACTS_AND_WHY, acts="; ".join(acts), why=_why(one, quoted, voice)), indent=2)


def _alike(one: RulingFinding, other: RulingFinding) -> bool:
    return (one.reasons, one.path) == (other.reasons, other.path)


def _why(one: RulingFinding, quoted: list[Reason], voice: Voice) -> str:
    """Why, and what to do instead. A passage of law is quoted once an order."""
    said = []
    for reason in one.reasons:
        if any(isinstance(fact, LawText) for fact in reason.facts.values()):
            if reason in quoted:
                continue
            quoted.append(reason)
        said.append(voice.say(reason))
    if one.path is not None:
        said.append(f"{voice.face(Face.INSTEAD_DO)} {voice.say(one.path)}")
    return " ".join(said)
