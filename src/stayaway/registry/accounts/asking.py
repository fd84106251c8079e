"""What pages show and ask: the voice of whoever is signed in, the frame around every page, and the fields of forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import timezone

from stayaway.model import UTC, Code
from stayaway.pages.voice import Voice
from stayaway.registry.actors import BESIDE_RECORDS, AgencyKind, Post
from stayaway.web.languages import asked_for, own_names
from stayaway.wording.accounts import AccountsCode
from stayaway.wording.face import FaceCode
from stayaway.wording.language import is_available

from .acting import actor_of
from .models import Account
from .sessions import LANGUAGE


def language_of(request: HttpRequest) -> str:
    """The language of the account that is signed in; else the one chosen in this session; else the browser's."""
    if isinstance(request.user, Account) and is_available(request.user.language):
        return request.user.language
    chosen = request.session.get(LANGUAGE)
    return chosen if isinstance(chosen, str) and is_available(chosen) else asked_for(request)


def voice_of(request: HttpRequest) -> Voice:
    """The voice that pages speak with to whoever asks, in the time zone of the agency they act in."""
    row = getattr(request.session, "row", None)
    agency = row.holding.agency if row is not None and row.holding is not None else None
    zone = ZoneInfo(agency.time_zone) if agency is not None else UTC
    return Voice(language_of(request), zone=zone, year=timezone.now().year)


def say(request: HttpRequest, code: Code, **facts: Any) -> str:
    """A text in the reader's language."""
    return voice_of(request).speaker.sentence(code, facts)


def post_code(post: str) -> AccountsCode:
    """The text that names a post."""
    return AccountsCode(f"accounts.post_{Post(post).value}")


def agency_code(kind: str) -> AccountsCode:
    """The text that names a kind of agency."""
    return AccountsCode(f"accounts.agency_{AgencyKind(kind).value}")


WORKING = frozenset(Post) - BESIDE_RECORDS
MENU: tuple[tuple[str, AccountsCode, frozenset[Post]], ...] = (
    ("/tasks/", AccountsCode.MENU_WORK, WORKING),
    ("/find/", AccountsCode.MENU_FIND, WORKING),
    ("/cases/new/", AccountsCode.MENU_NEW_CASE, frozenset({Post.CIVIL_CLERK, Post.CRIMINAL_CLERK})),
    ("/audit/", AccountsCode.MENU_AUDIT, frozenset({Post.AUDITOR})),
    ("/administration/", AccountsCode.MENU_ADMINISTRATION, frozenset({Post.ADMINISTRATOR})),
)
"""The main menu: address, text, and the posts that see it. The first of a post is where its work begins."""


def begins_at(post: Post) -> str:
    """Where the work of a post begins. An officer asks first."""
    return "/find/" if post is Post.OFFICER else next(path for path, _, posts in MENU if post in posts)


def shown_everywhere(request: HttpRequest) -> dict[str, Any]:
    """What every page shows besides its own content."""
    if not hasattr(request, "user"):
        return {}
    speaks = voice_of(request)
    actor = actor_of(request)
    row = getattr(request.session, "row", None)
    shown: dict[str, Any] = {
        "voice": speaks,
        "language": speaks.language,
        "languages": own_names(),
        "path": request.path,
        "notice": speaks.face(FaceCode.NOTICE),
        "account": request.user if request.user.is_authenticated else None,
        "actor": actor,
    }
    if actor is not None:
        shown["post_said"] = speaks.speaker.sentence(post_code(actor.post), {})
        shown["agency"] = row.holding.agency if row and row.holding else None
        shown["menu"] = [
            {"path": path, "said": speaks.speaker.sentence(code, {}), "is_here": request.path.startswith(path)}
            for path, code, posts in MENU
            if actor.post in posts
        ]
    return shown


@dataclass
class Field:
    """A field of a form, ready to show. `kind`: the type of the input, `menu`, `boxes` or `lines`."""

    name: str
    said: str
    kind: str = "text"
    autocomplete: str = "off"
    hint: str = ""
    value: str = ""
    wrong: str = ""
    choices: list[tuple[str, str]] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)

    @property
    def described_by(self) -> str:
        """The ids of what describes the field."""
        return " ".join(f"{self.name}-{part}" for part, there in (("hint", self.hint), ("wrong", self.wrong)) if there)


NEVER_SHOWN_AGAIN = frozenset({"password", "again", "old", "code"})


def asked(
    request: HttpRequest,
    name: str,
    said: Code,
    kind: str = "text",
    *,
    autocomplete: str = "off",
    hint: Code | None = None,
    choices: Iterable[tuple[str, str]] = (),
    faults: Mapping[str, Code] | None = None,
) -> Field:
    """A field as a request asks for it again: with what was written, unless it is a secret, and with what is wrong."""
    wrong = (faults or {}).get(name)
    return Field(
        name,
        say(request, said),
        kind,
        autocomplete,
        say(request, hint) if hint else "",
        "" if name in NEVER_SHOWN_AGAIN else request.POST.get(name, ""),
        say(request, wrong) if wrong else "",
        list(choices),
        request.POST.getlist(name),
    )
