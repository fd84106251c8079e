"""What every page shares: who asks and when, in what voice, how a refusal is said, and what is kept between pages."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from stayaway.files import FileFaults
from stayaway.model import UTC, Code, Papers, Reason, because
from stayaway.pages.voice import Voice
from stayaway.registry.accounts.acting import actor_of
from stayaway.registry.accounts.asking import language_of
from stayaway.registry.actors import Actor
from stayaway.registry.operation.logs import tell
from stayaway.registry.refusing import Refused
from stayaway.registry.secret_fields import Unreadable, seal, unseal
from stayaway.registry.unsaid import Hidden
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.document import DocumentCode
from stayaway.wording.record import RecordCode

KEPT = "desk"
"""Where in a session the pages keep what was asked and typed."""
NOTICE = "desk-notice"
Answer = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for a page, and the moment that it is answered for."""

    request: HttpRequest
    actor: Actor
    now: datetime

    @property
    def moment(self) -> str:
        """The moment, as an entry says when it happened. A day alone would be that of some time zone."""
        return self.now.isoformat(timespec="seconds")

    def voice(self, papers: Papers | None = None, zone: ZoneInfo = UTC) -> Voice:
        """The voice of the reader's language."""
        return Voice(language_of(self.request), papers=papers, zone=zone, year=self.now.year)

    def say(self, code: Code, **facts: object) -> str:
        """A text in the reader's language."""
        return self.voice().speaker.sentence(code, facts)

    @property
    def hidden(self) -> Hidden:
        """What stands where something confidential is hidden."""
        return Hidden(self.say(Says.HIDDEN_PLACE), self.say(DocumentCode.LEFT_OUT))


def page(view: Answer) -> Answer:
    """Give a view who asks; say a refusal as a page that says why and where to go."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        actor = actor_of(request)
        if actor is None:
            return redirect("choose_post")
        asking = Asking(request, actor, timezone.now())
        try:
            return view(asking, *args, **named)
        except Refused as refused:
            return refuse(asking, refused.reasons)
        except FileFaults as wrong:  # forms say what is wrong with what was sent; this is what stands there
            tell("unreadable", level=logging.ERROR, failed=wrong)
            return refuse(asking, (because(RecordCode.UNREADABLE), because(RecordCode.PATH_AS_IN_FORCE)), 500)

    return answering


def refuse(asking: Asking, reasons: tuple[Reason, ...], status: int = 403) -> HttpResponse:
    """A page that says why not, and where to go instead."""
    speaks = asking.voice()
    hidden = any(one.code is RecordCode.NOTHING_HERE for one in reasons)
    shown = {"reasons": [speaks.say(one) for one in reasons], "voice": speaks}
    return render(asking.request, "desk/refused.html", shown, status=404 if hidden else status)


def show(asking: Asking, template: str, voice: Voice, status: int = 200, **shown: Any) -> HttpResponse:
    """A page, with the notice that the page before left."""
    left = asking.request.session.pop(NOTICE, None)
    notice = voice.speaker.sentence(Says(left), {}) if left in set(Says) else ""
    return render(asking.request, template, {"voice": voice, "said": notice, **shown}, status=status)


def leave_notice(asking: Asking, code: Says) -> None:
    """What the next page says first."""
    asking.request.session[NOTICE] = code.value


# ---- what is kept between a form and its answer, encrypted ------------------------------------------------------


def keep(asking: Asking, name: str, values: Mapping[str, Any]) -> None:
    """Keep something for the pages that follow in this session."""
    sealed, _ = seal(values)
    kept = dict(asking.request.session.get(KEPT, {}))
    kept[name] = base64.b64encode(sealed).decode()
    asking.request.session[KEPT] = kept


def kept(asking: Asking, name: str) -> dict[str, Any]:
    """What was kept under a name; empty where nothing was."""
    found = asking.request.session.get(KEPT, {}).get(name)
    if found is None:
        return {}
    try:
        return unseal(base64.b64decode(found))
    except Unreadable:
        return {}


def forget(asking: Asking, name: str) -> None:
    """Keep it no longer."""
    kept = dict(asking.request.session.get(KEPT, {}))
    if kept.pop(name, None) is not None:
        asking.request.session[KEPT] = kept


def typed(request: HttpRequest) -> dict[str, list[str]]:
    """What was typed into a form, without its token."""
    return {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}


def as_written(values: Mapping[str, list[str]]) -> QueryDict:
    """What was kept of a form, as a form."""
    written = QueryDict(mutable=True)
    for name, one in values.items():
        written.setlist(name, one)
    return written


def zone_name(zone: ZoneInfo, voice: Voice) -> str:
    """What a time zone is called: `Pacific Time`."""
    return str(get_timezone_name(zone, locale=f"{voice.language}_US"))


def upper(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]
