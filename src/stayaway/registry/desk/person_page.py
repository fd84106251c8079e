"""The page of a person: details, where reminders may go, consent for a program, and being the same as another."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from stayaway.model import Person, PersonId
from stayaway.pages.voice import Voice
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import COURT_POSTS
from stayaway.registry.entries import Proposal, What
from stayaway.registry.offering import is_protected
from stayaway.registry.permission import reasons_of
from stayaway.registry.reading import View, read_person, same_people
from stayaway.registry.recording import may_record
from stayaway.registry.refusing import nothing_here
from stayaway.registry.sight import SIDES, Sight
from stayaway.wording.desk import DeskCode as Says

from .alike import alike
from .case_page import PURPOSE
from .frame import Asking, kept, page, show
from .offered import is_open

FORMS = {
    "details": What.PERSON_CHANGED,
    "contact": What.CONTACT_CHOSEN,
    "consent": What.CONSENT_GIVEN,
    "consent-end": What.CONSENT_ENDED,
    "same": What.PEOPLE_LINKED,
    "not-same": What.PEOPLE_UNLINKED,
}
"""What can be entered about a person, by the last step of the address."""
FOR_THE_PROTECTED = ("contact", "consent")
"""What comes to nothing for somebody whom no case protects."""
HEADINGS = {
    "details": (Says.PERSON_DETAILS, Says.PERSON_DETAILS_LEAD),
    "contact": (Says.PERSON_CONTACT, Says.PERSON_CONTACT_LEAD),
    "consent": (Says.PERSON_CONSENT, Says.PERSON_CONSENT_LEAD),
    "consent-end": (Says.PERSON_CONSENT_END, Says.PERSON_CONSENT_END_LEAD),
    "same": (Says.PERSON_SAME, Says.PERSON_SAME_LEAD),
    "not-same": (Says.PERSON_NOT_SAME, Says.PERSON_NOT_SAME_LEAD),
}


def view_of(asking: Asking, person: str) -> View:
    """Every case of a person that this reader may see. Raises Refused."""
    purpose = str(kept(asking, PURPOSE).get("said", ""))
    return read_person(asking.actor, person, asking.now, purpose=purpose, hidden=asking.hidden)


def shown_as(view: View, person: str) -> Person:
    """The person, or the one whom they were found to be the same as. Raises Refused."""
    names = [person, *sorted(same_people(person))]
    found = next((view.papers.people[PersonId(one)] for one in names if one in view.papers.people), None)
    if found is None:
        raise nothing_here()
    return found


@require_safe
@page
def person_page(asking: Asking, person: str) -> HttpResponse:
    """A person, the cases that name them, and what may be entered."""
    view = view_of(asking, person)
    who = shown_as(view, person)
    voice = asking.voice(view.papers)
    cases = [
        {"id": str(key), "number": case.number or "", "court": case.court or "", "kind": voice.show(case.kind)}
        for key, case in view.papers.cases.items()
    ]
    may, may_not = _offered(asking, person, view, voice)
    shown: dict[str, Any] = {
        "person": who,
        "cases": cases,
        "may": may,
        "may_not": may_not,
        "alike": others_alike(asking, who) if asking.actor.post in COURT_POSTS else [],
        "linked": sorted(same_people(person) - {who.id}) if sees_all(view) else [],
        "consents": _consents(view, who.id, voice) if sees_own(view, who.id) else [],
    }
    return show(asking, "desk/person.html", voice, **shown)


def sees_all(view: View) -> bool:
    """Whether this reader's court keeps all these cases."""
    return {one.sight for one in view.seen.values()} == {Sight.EVERYTHING}


def sees_own(view: View, person: str) -> bool:
    """Whether this reader sees what is secret of a person."""
    return sees_all(view) or any(one.person == person for one in view.seen.values())


def is_of_a_side(view: View) -> bool:
    """Whether this reader stands on a side of any of these cases."""
    return any(one.sight in SIDES for one in view.seen.values())


def is_told(view: View, person: PersonId) -> bool:
    """Whether somebody tells this reader their phone: their court, whatever else it sees of them, or themselves."""
    return person in view.full or any(one.sight is Sight.EVERYTHING for one in view.seen.values())


def others_alike(asking: Asking, who: Person) -> list[Any]:
    """People like this one, who were not found to be the same."""
    same = same_people(who.id)
    return [one for one in alike(asking, who.name or "", who.born) if one.id not in same]


def _consents(view: View, person: str, voice: Voice) -> list[str]:
    """To whom consent was given, and until when."""
    given = view.folded.people[person].consents if person in view.folded.people else {}
    names = {one.pk: one.name for one in Agency.objects.filter(pk__in=given)}
    said_of = []
    for agency, until in given.items():
        facts = {"agency": names.get(agency, ""), "until": date.fromisoformat(until)}
        said_of.append(voice.speaker.sentence(Says.CONSENT_UNTIL, facts))
    return said_of


def _offered(
    asking: Asking, person: str, view: View, voice: Voice
) -> tuple[list[dict[str, str]], list[dict[str, Any]]]:
    may, may_not = [], []
    folded = view.folded.people.get(person)
    # What would come to nothing is not offered: to those who may know why. To others the list is always the same.
    idle: dict[str, bool] = {}
    if not is_of_a_side(view) or sees_own(view, person):
        idle["not-same"] = len(same_people(person)) == 1
    if is_told(view, PersonId(person)):
        idle["consent-end"] = folded is None or not folded.consents
        idle |= dict.fromkeys(FOR_THE_PROTECTED, not is_protected(person))
    for name, what in FORMS.items():
        if idle.get(name):
            continue
        found = may_record(asking.actor, probe(asking, person, what), asking.now)
        title = voice.speaker.sentence(HEADINGS[name][0], {})
        if is_open(found):
            may.append({"name": name, "said": title})
        elif found.reasons:
            may_not.append({"said": title, "reasons": [voice.say_short(one) for one in reasons_of(found)]})
    return may, may_not


def probe(asking: Asking, person: str, what: What) -> Proposal:
    """An entry to ask about: what it would say comes from the form.

    Whoever may say that two people are not one may say that they are; with whom comes from the form too.
    """
    facts: dict[str, Any] = {"agency": "-", "until": "-"} if what is What.CONSENT_GIVEN else {}
    if what is What.CONSENT_ENDED:
        facts = {"agency": "-"}
    asked = What.PEOPLE_UNLINKED if what is What.PEOPLE_LINKED else what
    return Proposal(asked, person, asking.moment, facts, why="-", acting=acting_for(asking))


def acting_for(asking: Asking) -> Role | None:
    """A clerk enters what they heard from the person."""
    return Role.PROTECTED_PERSON if asking.actor.post in COURT_POSTS else None
