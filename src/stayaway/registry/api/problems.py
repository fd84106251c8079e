"""What was wrong, as a program reads it (RFC 9457): with reasons, paths and faults, in words and codes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from stayaway.files.faults import FileFaults
from stayaway.model import Code
from stayaway.pages.answers import fault_document
from stayaway.pages.voice import Voice
from stayaway.registry.exchange.outward.facts import CannotExport
from stayaway.registry.refusing import Refused
from stayaway.web.languages import asked_for
from stayaway.wording.api import ApiCode as C
from stayaway.wording.record import RecordCode

PROBLEM = "application/problem+json"
NOT_IN_A_CALL = ("file", "line", "column")
"""What a fault of a file says that a call has none of."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong with a call: where, what, and what would be right."""

    path: str
    code: Code
    read: str | None = None
    wanted: tuple[str, ...] = ()
    nearest: str | None = None


class Faults(Exception):
    """A call that cannot be, with everything that is wrong with it."""

    def __init__(self, wrong: Sequence[Wrong]) -> None:
        self.wrong = tuple(wrong)
        super().__init__(self.wrong)


class Said(Schema):
    """A sentence with its code, and the source that it rests on."""

    code: str
    text: str
    authority: dict[str, Any] | None = None


class Fault(Schema):
    """One thing that is wrong: `path` says where, `wanted` what would be right, `nearest` what was likely meant."""

    path: str
    code: str
    text: str
    read: str | None = None
    wanted: list[str] = Field(default_factory=list)
    nearest: str | None = None


class Meanwhile(Schema):
    """An entry that somebody else made after the caller had looked."""

    number: int
    version: int
    what: str
    happened: str
    recorded: str


class Problem(Schema):
    """What was wrong. `code` tells a program, `title` and `detail` a human being."""

    type: str
    title: str
    status: int
    code: str
    detail: str | None = None
    index: int | None = None
    """Of a step: which entry was not taken, counted from 0."""
    reasons: list[Said] | None = None
    path: Said | None = None
    """Where to go instead."""
    faults: list[Fault] | None = None
    stream: str | None = None
    expected: int | None = None
    found: int | None = None
    entered: list[Meanwhile] | None = None


def answer(
    request: HttpRequest,
    status: int,
    code: Code,
    *,
    facts: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> HttpResponse:
    """A problem, in the language asked for."""
    voice = Voice(asked_for(request))
    body = {
        "type": f"urn:stayaway:problem:{code.value}",
        "title": voice.speaker.sentence(code, facts or {}),
        "status": status,
        "code": code.value,
        **{name: value for name, value in more.items() if value is not None},
    }
    response = HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=PROBLEM)
    for name, value in (headers or {}).items():
        response.headers[name] = value
    response.headers["Content-Language"] = voice.language
    return response


def of_refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Why not, and where to go. What is not there, sealed or not to be seen is one answer, without a word more."""
    voice = Voice(asked_for(request))
    said = [voice.reason(reason) for reason in refused.reasons]
    if refused.reasons and refused.reasons[0].code is RecordCode.NOTHING_HERE:
        return answer(request, 404, RecordCode.NOTHING_HERE, reasons=said[:-1], path=said[-1])
    detail = " ".join(one["text"] for one in said)
    has_path = len(said) > 1
    return answer(
        request,
        403,
        C.REFUSED,
        detail=detail,
        index=refused.index,
        reasons=said[:-1] if has_path else said,
        path=said[-1] if has_path else None,
    )


def of_file(request: HttpRequest, wrong: FileFaults) -> HttpResponse:
    """Everything that the reader of order files found."""
    voice = Voice(asked_for(request))
    faults = [fault_document(fault, voice) for fault in wrong.faults]
    for fault in faults:
        for name in NOT_IN_A_CALL:
            del fault[name]
    return answer(request, 422, C.FAULTS, faults=faults)


def of_losses(request: HttpRequest, wrong: CannotExport) -> HttpResponse:
    """Everything that keeps an order from being exported."""
    voice = Voice(asked_for(request))
    faults: list[dict[str, Any]] = [
        {"path": "", "code": one.code.value, "text": voice.speaker.sentence(one.code, one.facts), "wanted": []}
        for one in wrong.faults
    ]
    return answer(request, 422, C.FAULTS, faults=faults)


def of_call(request: HttpRequest, wrong: Sequence[Wrong]) -> HttpResponse:
    """Everything that is wrong with a call itself."""
    voice = Voice(asked_for(request))
    faults = [
        {
            "path": one.path,
            "code": one.code.value,
            "text": voice.speaker.sentence(one.code, {}),
            "read": one.read,
            "wanted": list(one.wanted),
            "nearest": one.nearest,
        }
        for one in wrong
    ]
    return answer(request, 422, C.FAULTS, faults=faults)
