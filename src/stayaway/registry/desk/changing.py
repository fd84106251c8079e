"""What changes about a case itself: its number and the people in it, and that a lawyer leaves it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from stayaway.files import Fault
from stayaway.model import Kind, PersonId
from stayaway.pages.voice import Voice
from stayaway.registry.accounts.models import Account
from stayaway.registry.entries import Proposal, What
from stayaway.registry.folding import people_in
from stayaway.registry.models import PersonRow
from stayaway.registry.reading import View
from stayaway.web.questions import Section, Shape, menu, some_of, text
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.papers import PapersCode as Paper

from .alike import Alike, found_for, people_from
from .case_page import reader
from .choosing import chosen_from, questions_of
from .compose import known, said
from .frame import Asking, leave_notice, page
from .marking import case_voice, expected_of, let_through, marking, today_of
from .order_form import people_of
from .sending import Outcome, last_step, send

ADDED = "added"
"""The row of somebody who comes into the case."""
SINGLE = {
    Kind.CIVIL: {"petitioner": Says.PETITIONER, "respondent": Says.RESPONDENT},
    Kind.CRIMINAL: {"defendant": Says.DEFENDANT},
}
SEVERAL: dict[Kind, dict[str, Says]] = {
    Kind.CIVIL: {},
    Kind.CRIMINAL: {"victims": Says.VICTIMS, "witnesses": Says.WITNESSES},
}
"""The roles that one person holds in a case of a kind, and those that several hold."""


# ---- a lawyer leaves ---------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@page
def withdrawal(asking: Asking, case: str) -> HttpResponse:
    """That a lawyer appears in the case no more: who was entered wrongly, was dismissed, or left."""
    view = reader(asking, case)
    today = today_of(asking, view, case)
    let_through(asking, Proposal(What.WITHDREW, case, today, {"account": "-"}))
    voice, found = case_voice(asking, case, view), Outcome()
    written = asking.request.POST if asking.request.method == "POST" else QueryDict()
    appearing = view.folded.cases[case].appearances
    if asking.request.method == "POST":
        account = said(written, "lawyer")
        if account not in appearing:
            found.add("lawyer", voice.speaker.sentence(Says.CHOOSE_ONE, {}))
        else:
            proposal = Proposal(What.WITHDREW, case, today, {"account": account}, why=said(written, "why"))
            found = send(asking, [proposal], expected_of(asking, view, case), lambda _: None, voice)
        if found.taken:
            leave_notice(asking, Says.ENTERED)
            return redirect("case", case)
    names = {one.pk: one.name for one in Account.objects.filter(pk__in=appearing)}
    lawyers = [(one, _lawyer(names.get(one, one), facts, voice)) for one, facts in appearing.items()]
    choices = [("", voice.speaker.sentence(Says.CHOOSE, {})), *lawyers]
    asked = [menu(written, "lawyer", voice.speaker.sentence(Says.LAWYER, {}), choices), _why(written, voice)]
    section = Section(voice.speaker.sentence(Says.SECTION_ABOUT, {}), asked)
    return marking(asking, case, Says.WITHDRAWAL, Says.WITHDRAWAL_LEAD, [section], found, view)


def _lawyer(name: str, facts: dict[str, str], voice: Voice) -> str:
    client = facts.get("person", "")
    return f"{name}, {voice.show(PersonId(client)) if client else voice.speaker.sentence(Says.FOR_THE_STATE, {})}"


def _why(written: QueryDict, voice: Voice) -> Any:
    say = voice.speaker.sentence
    return text(written, "why", say(Says.WHY, {}), say(Says.WHY_HINT, {}), Shape.LINES)


# ---- the case itself ---------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@page
def change_case(asking: Asking, case: str) -> HttpResponse:
    """The number of the case and who is in it. Somebody who comes into it is looked for on record first."""
    view = reader(asking, case)
    today = today_of(asking, view, case)
    let_through(asking, Proposal(What.CASE_CHANGED, case, today, {"case": whole(view, case)}))
    before = _as_entered(view, case)
    kind, shown = Kind(before["kind"]), _shown_as(before, view)
    voice, found = case_voice(asking, case, view), Outcome()
    written, alike = _filled(before, kind, shown), dict[str, list[Alike]]()
    if asking.request.method == "POST":
        written = asking.request.POST
        alike = found_for(asking, written, [ADDED])
        chosen, left = chosen_from(alike, written)
        role = said(written, "added_as")
        if said(written, f"{ADDED}_name") and role not in {**SINGLE[kind], **SEVERAL[kind]}:
            found.add("added_as", voice.speaker.sentence(Says.CHOOSE_ONE, {}))
        if left:
            found.add(f"{ADDED}_is", voice.speaker.sentence(Says.CHOOSE_ONE, {}))
        if not found.is_wrong:
            ids, new = people_from(written, [ADDED], chosen, asking.moment)
            after = _changed(before, kind, written, shown, set(people_of(view, case)))
            if ADDED in ids:
                after[role] = ids[ADDED] if role in SINGLE[kind] else [*after.get(role, []), ids[ADDED]]
            changed = Proposal(What.CASE_CHANGED, case, today, {"case": after}, why=said(written, "why"))
            expected = {**expected_of(asking, view, case), **{one.stream: 0 for one in new}}
            found = send(asking, [*new, changed], expected, _field, voice)
        if found.taken:
            leave_notice(asking, Says.ENTERED)
            return redirect("case", case)
    sections = _sections(written, kind, view, case, voice)
    if any(alike.values()):
        asked = questions_of(alike, written, written, voice)
        sections.append(Section(voice.speaker.sentence(Says.PEOPLE_ALIKE, {}), [*asked]))
    return marking(asking, case, Says.CHANGE_CASE, Says.CHANGE_CASE_LEAD, sections, found, view)


def whole(view: View, case: str) -> dict[str, Any]:
    """The case without its docket, as somebody sees it."""
    return {name: part for name, part in view.folded.cases[case].case.items() if name != "docket"}


def _as_entered(view: View, case: str) -> dict[str, Any]:
    """The case as its court entered it last. Whoever was found to be the same as another stands there as entered."""
    mine = [one for one in view.entries if one.stream == case]
    instead = {one.corrects: one.facts.get("instead") for one in mine if one.what is What.CORRECTED}
    entered = [instead.get(one.number, one.facts) for one in mine if one.what in (What.CASE_OPENED, What.CASE_CHANGED)]
    return dict(next(one for one in reversed(entered) if one is not None)["case"])


def _shown_as(before: dict[str, Any], view: View) -> dict[str, str]:
    """By what id pages show each person of a case: somebody found to be the same as another stands as that one."""
    rows = PersonRow.objects.filter(pk__in=people_in(before)).values_list("pk", "same_as")
    return {person: same if PersonId(same) in view.papers.people else person for person, same in rows}


def _filled(before: dict[str, Any], kind: Kind, shown: dict[str, str]) -> QueryDict:
    written = QueryDict(mutable=True)
    written["number"] = before.get("number", "")
    for name in SINGLE[kind]:
        written[name] = shown.get(before.get(name, ""), "")
    for name in SEVERAL[kind]:
        written.setlist(name, [shown[one] for one in before.get(name, [])])
    return written


def _sections(written: QueryDict, kind: Kind, view: View, case: str, voice: Voice) -> list[Section]:
    say = voice.speaker.sentence
    people = [(one, voice.show(PersonId(one))) for one in people_of(view, case)]
    about = Section(say(Says.THE_CASE, {}), [text(written, "number", say(Paper.NUMBER, {}))])
    nobody = ("", say(Paper.NOT_KNOWN, {}))
    about.questions += [menu(written, name, say(code, {}), [nobody, *people]) for name, code in SINGLE[kind].items()]
    about.questions += [some_of(written, name, say(code, {}), people) for name, code in SEVERAL[kind].items()]
    roles = [(name, say(code, {})) for name, code in {**SINGLE[kind], **SEVERAL[kind]}.items()]
    added = Section(
        say(Says.CASE_ADDS, {}),
        [
            text(written, f"{ADDED}_name", say(Says.NAME, {}), say(Paper.MAY_BE_LEFT_OUT, {})),
            text(written, f"{ADDED}_born", say(Says.BORN, {}), shape=Shape.DAY),
            menu(written, "added_as", say(Says.ADDED_AS, {}), [("", say(Says.CHOOSE, {})), *roles]),
        ],
    )
    return [about, added, Section(say(Says.SECTION_ABOUT, {}), [_why(written, voice)])]


def _changed(
    before: dict[str, Any], kind: Kind, written: QueryDict, shown: dict[str, str], people: set[str]
) -> dict[str, Any]:
    """The case, whole: what the form does not ask stays as it is, and so does whoever is left in their role."""
    after = {**before, "number": said(written, "number")}
    for name in SINGLE[kind]:
        chosen, there = said(written, name), before.get(name, "")
        after[name] = there if chosen == shown.get(there) else chosen if chosen in people else ""
    for name in SEVERAL[kind]:
        ticked = [one for one in dict.fromkeys(written.getlist(name)) if one in people]
        stay = [one for one in before.get(name, []) if shown[one] in ticked]
        after[name] = [*stay, *(one for one in ticked if one not in {shown[left] for left in stay})]
    return known(**after)


def _field(fault: Fault) -> str | None:
    """The field that a fault is about."""
    asked = ("number", "petitioner", "respondent", "defendant", "victims", "witnesses")
    rows = {"born": f"{ADDED}_born", "name": f"{ADDED}_name"}
    return last_step(fault, {**{name: name for name in asked}, **rows})
