"""`stayaway who`: who may do what about an order?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import defined_by_file, file_argument, on_option, with_output

if TYPE_CHECKING:
    from stayaway.law.book import LawBook
    from stayaway.model import AsOf, Papers, Reason
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.authority import RulingFinding

    from ..out import Out


@click.command(name="who", short_help="Who may ask for, change or end an order?")
@file_argument
@click.option("--order", metavar="ORDER", shell_complete=defined_by_file("orders"), help="Only this order.")
@click.option(
    "--as",
    "as_",
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Only what this person of the file may do; or a role, such as prosecutor or advocate.",
)
@on_option
@with_output
def command(file: str, order: str | None, as_: str | None, on: str | None, out: Out) -> None:
    """Who may ask for, change, renew, end or excuse an order, and what one can do where one may not.

    \b
      stayaway who orders.yaml --as rosa
      stayaway who orders.yaml --order no-contact --as prosecutor
    """  # noqa: D301
    from stayaway import api
    from stayaway.law.load import law_book
    from stayaway.reasoning.authority import Role, rulings

    papers = out.read(file)
    voice = out.voice(papers)
    at = out.moment(on, voice.zone)
    chosen = None if order is None else api.order_of(papers, order)
    role = Role(as_) if as_ in set(Role) and as_ not in papers.people else None
    person = None if as_ is None or role is not None else api.person_of(papers, as_)
    found = rulings(papers, law_book(), at, chosen, person)
    if role is not None:
        found = tuple(ruling for ruling in found if ruling.role is role)
    short = as_ is not None
    out.answer(document(found, at, voice), lambda: page(found, short, papers, law_book(), at, voice), voice)


def document(found: tuple[RulingFinding, ...], at: AsOf, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    from stayaway.pages.voice import as_of_document

    return {
        "as_of": as_of_document(at),
        "rulings": [
            {
                "order": str(one.order),
                "person": str(one.person) if one.person else None,
                "role": one.role.value,
                "act": one.act.value,
                "ruling": one.ruling.value,
                "path": voice.speaker.say(one.path) if one.path else None,
                "path_code": one.path.code.value if one.path else None,
                "reasons": voice.reasons(one.reasons),
            }
            for one in found
        ],
    }


def page(found: tuple[RulingFinding, ...], short: bool, papers: Papers, book: LawBook, at: AsOf, voice: Voice) -> Page:
    """What people see, order by order."""
    from stayaway.pages.page import Page
    from stayaway.wording.face import FaceCode as Face

    from ..orders import Shown

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
    if not short and found:
        shown.gap()
        shown.text(voice.face(Face.WHAT_IS_NOT_LISTED))
    return shown


def _by_role(shown: Page, found: list[RulingFinding], voice: Voice) -> None:
    """A compact table: for each role what it may do and what it may ask for."""
    from stayaway.model import PersonId
    from stayaway.reasoning.authority import Ruling
    from stayaway.wording.face import FaceCode as Face

    rows = []
    for role, person in dict.fromkeys((one.role, one.person) for one in found):
        mine = [one for one in found if (one.role, one.person) == (role, person)]
        may = [voice.show(one.act) for one in mine if one.ruling is Ruling.MAY]
        ask = [voice.show(one.act) for one in mine if one.ruling is Ruling.MAY_ASK]
        who = voice.show(role)
        if person is not None:
            who = f"{voice.show(PersonId(person))}\n({who})"
        rows.append((who, "; ".join(may), "; ".join(ask)))
    headings = (voice.face(Face.COLUMN_WHO), voice.face(Face.COLUMN_MAY), voice.face(Face.COLUMN_MAY_ASK))
    shown.table(headings, rows, (3, 4, 4))


def _of_one(shown: Page, found: list[RulingFinding], voice: Voice) -> None:
    """What one person may do, may ask for, and may not; with the reason, and the path where one may not."""
    from stayaway.pages.page import Tone
    from stayaway.reasoning.authority import Ruling
    from stayaway.wording.face import FaceCode as Face

    role, person = found[0].role, found[0].person
    shown.text(voice.face(Face.SPEAKS_OF, person=person if person is not None else role, role=role))
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
    from stayaway.model import LawText
    from stayaway.wording.face import FaceCode as Face

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
