"""Before a court signs: a draft against every order between the same people, in any court of the registry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from stayaway.files.faults import FileFaults
from stayaway.law.load import law_book
from stayaway.model import AsOf, CaseId, Papers
from stayaway.reasoning.checking import Check, check

from .actors import COURT_POSTS, Actor
from .entries import NOTHING
from .folding import Folded, FoldedPerson, file_of, fold, papers_of, people_in
from .joining import apart, renamed
from .journal import lines_of, lines_of_cases
from .looking import looked
from .models import CaseRow, OrderRow, Party, PersonRow
from .reading import HIDDEN, same_people
from .redaction import in_words
from .refusing import nothing_here
from .sight import seen_by
from .unsaid import Unsaid, unsaid, words_for


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """What a draft clashes with, the papers it was held against, and which cases those were.

    `maybe` are people of the registry who are not known to be the same, but are named and born alike: orders about
    them were not compared, and the clerk should look.
    """

    check: Check
    draft: Papers
    against: Papers
    cases: tuple[str, ...]
    maybe: tuple[str, ...]

    @property
    def together(self) -> Papers:
        """The draft and the orders that it was held against, as one set of papers to name things by."""
        return replace(
            self.against,
            people={**self.against.people, **self.draft.people},
            places={**self.against.places, **self.draft.places},
            cases={**self.against.cases, **self.draft.cases},
            orders={**self.against.orders, **self.draft.orders},
        )


def check_draft(
    actor: Actor,
    case: str,
    order: str,
    file: Mapping[str, Any],
    now: datetime,
    *,
    new: Mapping[str, Mapping[str, Any]] = NOTHING,
) -> DraftCheck:
    """Hold a draft order of a case against every order in force between the same people.

    `file` is the order as an order file holds it, naming people and places of the case by their ids, and perhaps people
    whom the case does not name yet; `new` are the facts of those who are not recorded, by the ids they will have. Only
    for courts, who see what they need for it, without addresses. Raises Refused, and FileFaults for a draft that
    cannot be.
    """
    if actor.post not in COURT_POSTS or not CaseRow.objects.filter(id=case, is_sealed=False).exists():
        looked(actor, "refused", now, stream=case)
        raise nothing_here()
    lines = {line.number: line for line in lines_of_cases([case], secrets=True)}
    lines |= {line.number: line for line in lines_of(people_in(file), secrets=True)}
    own = fold([lines[number] for number in sorted(lines)])
    own.people.update({person: FoldedPerson(dict(facts)) for person, facts in new.items()})
    try:
        found = drafted(actor, own, case, order, file, now)
    except FileFaults:
        looked(actor, "draft", now, stream=case)
        raise
    looked(actor, "draft", now, stream=case, found=[*found.cases, *found.maybe])
    return found


def drafted(actor: Actor, own: Folded, case: str, order: str, file: Mapping[str, Any], now: datetime) -> DraftCheck:
    """The same, for whoever was let through already; `own` is the case, as folded, with everybody whom it names."""
    people = {str(file.get("restrained", "")), *map(str, file.get("protects", ()))} - {""}
    same = {person: same_people(person) for person in people}
    everybody = {one for group in same.values() for one in group}
    others = sorted(_cases_between(same, str(file.get("restrained", ""))))
    names = {one: person for person, group in same.items() for one in group if one != person}
    lines = lines_of_cases(others, secrets=True)
    folded = fold(lines)
    held = apart(renamed(folded, names))
    signed = file_of(held, secrets=True)
    signed["orders"].pop(order, None)
    draft_file = {**file_of(Folded(own.people, own.cases), secrets=True), "orders": {order: dict(file)}}
    draft_file["cases"] = {key: value for key, value in draft_file["cases"].items() if key == case}
    draft = papers_of(draft_file)
    against = _as_seen(papers_of(signed), actor, unsaid(lines, folded), now)
    return DraftCheck(
        check=check(draft, against, law_book(), AsOf.now(now)),
        draft=draft,
        against=against,
        cases=tuple(str(one) for one in against.cases if one != CaseId(case)),
        maybe=tuple(sorted(_alike(people) - everybody)),
    )


def _cases_between(same: Mapping[str, set[str]], restrained: str) -> set[str]:
    """The cases with orders against whoever a draft restrains, and those with orders of it against whom it protects.

    Only the first can clash; a court wants to see the others too. Who is a party as what does not tell them all: in a
    case with orders both ways, each side is listed once.
    """
    against = same.get(restrained, set())
    of = Party.objects.filter(person__in=against, role="restrained", case__is_sealed=False)
    orders = OrderRow.objects.filter(case__is_sealed=False)
    back = orders.filter(restrained__in={one for group in same.values() for one in group} - against)
    return {
        *of.values_list("case_id", flat=True),
        *orders.filter(restrained__in=against).values_list("case_id", flat=True),
        *(row.case_id for row in back if against.intersection(row.protects)),
    }


def _as_seen(papers: Papers, actor: Actor, told: Unsaid, now: datetime) -> Papers:
    """The papers with the orders of other courts in the words that this court may read."""
    rows = CaseRow.objects.filter(id__in=list(papers.cases)).select_related("keeper")
    seen = {row.id: seen_by(actor, row, now) for row in rows}
    return in_words(papers, seen, words_for(told, seen, HIDDEN))


def _alike(people: set[str]) -> set[str]:
    """People with the same name and birth date as one of these, but nobody whom only sealed cases name."""
    found: set[str] = set()
    for person in PersonRow.objects.filter(id__in=people):
        if person.name and person.born:
            rows = PersonRow.objects.filter(name=person.name, born=person.born, parts__case__is_sealed=False)
            found |= set(rows.values_list("id", flat=True))
    return found
