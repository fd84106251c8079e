"""Finding a person by name and birth date, by a number, or a case by its number: why each matched, and what did not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from stayaway.model import Answer, Reason, because
from stayaway.registry.actors import BESIDE_RECORDS, PARTY_POSTS, Post
from stayaway.registry.finding.asking import Asked, ByCase, ByIdentifier, ByName
from stayaway.registry.finding.asking import Hit as Found
from stayaway.registry.finding.searching import find as find_people
from stayaway.registry.models import IdentifierKey
from stayaway.registry.refusing import Refused
from stayaway.web.questions import Section, Shape, some_of, text
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.papers import PapersCode as Paper
from stayaway.wording.record import RecordCode

from .alike import day_in
from .case_page import PURPOSE
from .compose import said
from .entering import shown_form
from .frame import Asking, as_written, keep, kept, page, show, typed
from .sending import Outcome

FORM = "find"


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who was found: why, and how their orders stand at a glance."""

    path: str
    name: str
    born: date | None
    reasons: tuple[Reason, ...]
    needs_confirming: bool
    glance: str
    """Whether an order restrains this person today."""
    protects: bool
    """Whether an order that is or may be in force protects this person."""
    cases: tuple[tuple[str, str, str], ...]
    """Case, number and court of each order."""


def _only_with_records(asking: Asking) -> None:
    """Whoever works beside the records would find nobody. A party finds the people of their own cases."""
    if asking.actor.post in BESIDE_RECORDS:
        raise Refused((because(RecordCode.NO_POST_FOR_RECORDS), because(RecordCode.PATH_ASK_THE_CLERK)))


@require_http_methods(["GET", "HEAD", "POST"])
@page
def find(asking: Asking) -> HttpResponse:
    """The form. What is asked stands in no address."""
    _only_with_records(asking)
    found = Outcome()
    written = asking.request.POST if asking.request.method == "POST" else _again(asking)
    if asking.request.method == "POST":
        say = asking.voice().speaker.sentence
        if not any(said(written, name) for name in ("name", "number", "case_number")):
            found.add("name", say(Says.FIND_SOMETHING, {}))
        if asking.actor.post not in PARTY_POSTS and not said(written, "purpose"):
            codes = (RecordCode.PURPOSE_NEEDED, RecordCode.PATH_SAY_PURPOSE)
            found.add("purpose", " ".join(say(code, {}) for code in codes))
        if said(written, "born") and day_in(written, "born") is None:
            found.add("born", say(Says.WRONG_DAY, {}))
        if not found.is_wrong:
            keep(asking, FORM, typed(asking.request))
            if asking.actor.post not in PARTY_POSTS:
                keep(asking, PURPOSE, {"said": said(written, "purpose")})
            return redirect("found")
    return shown_form(asking, "desk/find.html", asking.voice(), found, [_section(written, asking)], {})


def _again(asking: Asking) -> QueryDict:
    """A new search keeps the purpose of the one before."""
    written = QueryDict(mutable=True)
    written["purpose"] = str(kept(asking, PURPOSE).get("said", ""))
    return written


def _section(written: QueryDict, asking: Asking) -> Section:
    say = asking.voice().speaker.sentence
    purpose = text(written, "purpose", say(Says.PURPOSE, {}), say(Says.PURPOSE_HINT, {}))
    return Section(
        say(Says.SECTION_FIND, {}),
        [
            text(written, "name", say(Says.NAME, {}), say(Says.FIND_NAME_HINT, {})),
            text(written, "born", say(Says.BORN, {}), shape=Shape.DAY),
            some_of(written, "near", say(Says.FIND_NEAR, {}), [("yes", say(Says.FIND_NEAR_YES, {}))]),
            text(written, "number", say(Says.FIND_NUMBER, {}), say(Says.FIND_NUMBER_HINT, {})),
            text(written, "case_number", say(Paper.NUMBER, {})),
            *([] if asking.actor.post in PARTY_POSTS else [purpose]),
        ],
    )


@require_safe
@page
def found(asking: Asking) -> HttpResponse:
    """What was found, the likeliest first."""
    _only_with_records(asking)
    written = as_written(kept(asking, FORM))
    if not written:
        return redirect("find")
    voice = asking.voice()
    hits, more = _hits(asking, written)
    shown: dict[str, Any] = {"hits": hits, "more": more, "asked": " · ".join(_asked(written))}
    return show(asking, "desk/found.html", voice, **shown)


def _asked(written: QueryDict) -> list[str]:
    return [said(written, name) for name in ("name", "born", "number", "case_number") if said(written, name)]


def _hits(asking: Asking, written: QueryDict) -> tuple[list[Hit], bool]:
    """Whoever was found, each once; and whether more may match than was looked through."""
    searches: list[Asked] = []
    if said(written, "name"):
        near = bool(written.get("near"))
        searches.append(ByName(text=said(written, "name"), born=day_in(written, "born"), born_within_a_year=near))
    if said(written, "number"):
        kinds = IdentifierKey.objects.values_list("kind", flat=True).distinct().order_by("kind")
        searches += [ByIdentifier(kind=kind, number=said(written, "number")) for kind in kinds]
    if said(written, "case_number"):
        searches.append(ByCase(number=said(written, "case_number")))
    found = [find_people(asking.actor, one, asking.now, purpose=_purpose(asking)) for one in searches]
    hits = {hit.person: _hit(asking, hit) for one in found for hit in one.hits}
    return list(hits.values()), any(one.truncated or one.next for one in found)


def _purpose(asking: Asking) -> str:
    return str(kept(asking, PURPOSE).get("said", ""))


def _hit(asking: Asking, one: Found) -> Hit:
    page_of = "officer" if asking.actor.post is Post.OFFICER else "person"
    against = [order.in_force for order in one.orders if order.is_restrained]
    return Hit(
        path=reverse(page_of, args=[one.person]),
        name=one.name,
        born=one.born,
        reasons=one.match.reasons,
        needs_confirming=one.match.needs_confirming,
        glance=Answer.either(against).value if against else Answer.NO.value,
        protects=any(not order.is_restrained and order.in_force is not Answer.NO for order in one.orders),
        cases=tuple(dict.fromkeys((str(order.case), order.number, order.keeper_name) for order in one.orders)),
    )
