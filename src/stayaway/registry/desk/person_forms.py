"""What can be entered about a person: details, contact, consent, being the same as another; each by its form."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from stayaway.model import Person
from stayaway.pages.voice import Voice
from stayaway.registry.accounts.acting import confirm_and_return
from stayaway.registry.accounts.asking import language_of
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import PARTY_POSTS, AgencyKind
from stayaway.registry.entries import Proposal
from stayaway.registry.models import PersonRow
from stayaway.registry.offering import is_protected
from stayaway.registry.permission import reasons_of
from stayaway.registry.reading import View
from stayaway.registry.recording import may_record
from stayaway.registry.refusing import Refused, nothing_here
from stayaway.web.languages import own_names
from stayaway.web.questions import Section, Shape, menu, one_of, text
from stayaway.wording.desk import DeskCode as Says

from .compose import field_of, known, said
from .describing_form import descriptors_of, fill, numbers_of, section_of
from .entering import not_offered, shown_form
from .frame import Asking, as_written, forget, keep, kept, leave_notice, page, typed
from .offered import is_open
from .person_page import (
    FOR_THE_PROTECTED,
    FORMS,
    HEADINGS,
    acting_for,
    is_told,
    others_alike,
    probe,
    shown_as,
    view_of,
)
from .sending import Outcome, send


@require_http_methods(["GET", "HEAD", "POST"])
@page
def person_form(asking: Asking, person: str, name: str) -> HttpResponse:
    """One entry about a person."""
    if name not in FORMS:
        raise nothing_here()
    view = view_of(asking, person)
    who = shown_as(view, person)
    entering = may_record(asking.actor, probe(asking, person, FORMS[name]), asking.now)
    if not is_open(entering):
        raise Refused(reasons_of(entering))
    # Asked last: whether any case protects somebody is for those alone who may enter it.
    if name in FOR_THE_PROTECTED and not is_protected(person):
        raise not_offered()
    voice, found = asking.voice(view.papers), Outcome()
    place = f"person:{name}:{person}"
    written: QueryDict = asking.request.POST
    if asking.request.method == "POST":
        proposal = _proposal(asking, person, name, written, view, found, voice)
        if not found.is_wrong:
            expected = {person: _version(written, view.versions.get(person, 0))}
            found = send(asking, [proposal], expected, lambda fault: _field(fault, person), voice)
        if found.confirms:
            keep(asking, place, typed(asking.request))
            return confirm_and_return(asking.request)
        if found.taken:
            forget(asking, place)
            leave_notice(asking, Says.ENTERED)
            return redirect("person", person)
    else:
        before = kept(asking, place)
        written = as_written(before) if before else _filled(asking, who, view, name)
    heading, lead = (voice.speaker.sentence(code, {}) for code in HEADINGS[name])
    sections = _sections(asking, written, name, who, view, voice)
    shown: dict[str, Any] = {
        "heading": heading,
        "lead": lead,
        "person": who,
        "version": view.versions.get(person, 0),
    }
    return shown_form(asking, "desk/person_form.html", voice, found, sections, shown)


def _version(written: QueryDict, otherwise: int) -> int:
    version = written.get("version", "")
    return int(version) if version.isdigit() and len(version) < 10 else otherwise


def _field(fault: Any, person: str) -> str | None:
    found = field_of(fault, {person: "person"})
    return found.removeprefix("person_") if found is not None else None


def _filled(asking: Asking, who: Person, view: View, name: str) -> QueryDict:
    written = QueryDict(mutable=True)
    if name == "details":
        folded = view.folded.people[who.id]
        written["name"], written["born"] = who.name or "", who.born.isoformat() if who.born else ""
        written["phones"], written["emails"] = "\n".join(who.phones), "\n".join(who.emails)
        written["also_known_as"] = "\n".join(folded.descriptors.get("also_known_as", ()))
        numbers = folded.secrets.get("identifiers", {}) if who.id in view.full else {}
        fill(written, folded.descriptors, numbers)
    if name == "contact" and asking.actor.post in PARTY_POSTS:
        written["language"] = language_of(asking.request)
    return written


def _sections(asking: Asking, written: QueryDict, name: str, who: Person, view: View, voice: Voice) -> list[Section]:
    say = voice.speaker.sentence
    section = Section(say(Says.SECTION_ABOUT, {}))
    if name == "details":
        section.questions = [
            text(written, "name", say(Says.NAME, {})),
            text(written, "born", say(Says.BORN, {}), shape=Shape.DAY),
            text(written, "also_known_as", say(Says.ALSO_KNOWN_AS, {}), say(Says.ONE_ON_EACH_LINE, {}), Shape.LINES),
        ]
        if is_told(view, who.id):
            hint = say(Says.SECRET_HINT, {})
            section.questions += [
                text(written, "phones", say(Says.PHONE, {}), hint, Shape.LINES),
                text(written, "emails", say(Says.EMAIL, {}), hint, Shape.LINES),
            ]
    elif name == "contact":
        ways = [("email", say(Says.CONTACT_BY_EMAIL, {})), ("none", say(Says.CONTACT_NONE, {}))]
        section.questions = [
            one_of(written, "way", say(Says.CONTACT_WAY, {}), ways),
            text(written, "email", say(Says.SAFE_EMAIL, {}), say(Says.SAFE_EMAIL_HINT, {})),
            menu(written, "language", say(Says.CONTACT_LANGUAGE, {}), own_names()),
        ]
    elif name in ("consent", "consent-end"):
        given = view.folded.people[who.id].consents if who.id in view.folded.people else {}
        programs = Agency.objects.filter(kind=AgencyKind.VICTIM_PROGRAM, is_active=True).order_by("name")
        offered = [(one.pk, one.name) for one in programs if name == "consent" or one.pk in given]
        section.questions = [menu(written, "agency", say(Says.PROGRAM, {}), [("", say(Says.CHOOSE, {})), *offered])]
        if name == "consent":
            section.questions.append(text(written, "until", say(Says.CONSENT_LAST_DAY, {}), shape=Shape.DAY))
    elif name == "same":
        hits = [(one.id, _line(one, voice)) for one in others_alike(asking, who)]
        section.questions = [
            one_of(written, "other", say(Says.SAME_AS, {}), hits, "" if hits else say(Says.NOBODY_ALIKE, {}))
        ]
    if name in ("same", "not-same", "details"):
        section.questions.append(text(written, "why", say(Says.GROUNDS, {}), say(Says.GROUNDS_HINT, {}), Shape.LINES))
    describing = [section_of(written, voice, asks_numbers=is_told(view, who.id))] if name == "details" else []
    return [section, *describing] if section.questions else []


def _line(one: Any, voice: Voice) -> str:
    say = voice.speaker.sentence
    born = say(Says.BORN_ON, {"born": one.born}) if one.born else say(Says.BORN_UNKNOWN, {})
    return f"{one.name}. {born}"


def _proposal(
    asking: Asking, person: str, name: str, written: QueryDict, view: View, found: Outcome, voice: Voice
) -> Proposal:
    say = voice.speaker.sentence
    facts: dict[str, Any] = {}
    secrets: dict[str, Any] = {}
    if name == "details":
        facts, secrets = _details(written, view, person)
        if not said(written, "name"):
            found.add("name", say(Says.FILL_IN, {}))
    elif name == "contact":
        email = said(written, "email")
        if written.get("way") not in ("email", "none"):
            found.add("way", say(Says.CHOOSE_ONE, {}))
        elif written.get("way") == "email" and ("@" not in email or len(email) > 200):
            found.add("email", say(Says.WRITE_EMAIL, {}))
        elif written.get("way") == "email" and written.get("language") not in dict(own_names()):
            found.add("language", say(Says.CHOOSE_ONE, {}))
        elif written.get("way") == "email":
            secrets = {"email": email, "language": written["language"]}
    elif name in ("consent", "consent-end"):
        agency = Agency.objects.filter(pk=said(written, "agency"), kind=AgencyKind.VICTIM_PROGRAM).first()
        facts = {"agency": agency.pk if agency is not None else ""}
        if agency is None:
            found.add("agency", say(Says.CHOOSE_ONE, {}))
        if name == "consent":
            facts["until"] = _day(written, "until", found, voice)
    elif name == "same":
        other = said(written, "other")
        if not PersonRow.objects.filter(pk=other).exists() or other == person:
            found.add("other", say(Says.CHOOSE_ONE, {}))
        facts = {"same_as": other}
    why, acting = said(written, "why"), acting_for(asking)
    return Proposal(FORMS[name], person, asking.moment, facts, secrets, why=why, acting=acting)


def _day(written: QueryDict, name: str, found: Outcome, voice: Voice) -> str:
    try:
        return date.fromisoformat(said(written, name)).isoformat()
    except ValueError:
        found.add(name, voice.speaker.sentence(Says.WRONG_DAY, {}))
        return ""


def _details(written: QueryDict, view: View, person: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The person whole: what this form does not ask stays as it is.

    Secrets that another court was told are not sent again: they stay, and stay that court's.
    """
    before = view.folded.people[person]
    lines = {
        name: [one.strip() for one in said(written, name).splitlines() if one.strip()]
        for name in ("phones", "emails", "also_known_as")
    }
    descriptors = known(**{**descriptors_of(written, before.descriptors), "also_known_as": lines["also_known_as"]})
    facts = known(
        **{**before.facts, "name": said(written, "name"), "born": said(written, "born"), "descriptors": descriptors}
    )
    tells_here = person in view.full
    numbers = numbers_of(written, before.secrets.get("identifiers", {}) if tells_here else {})
    secrets = {"phones": lines["phones"], "emails": lines["emails"], "identifiers": numbers}
    # An empty list says that there is none any more; nothing at all, that nothing was said of it.
    return facts, {**before.secrets, **secrets} if tells_here else known(**secrets)
