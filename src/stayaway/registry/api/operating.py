"""What operations share: which answers they can give, and the parts of a call that many of them have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Header, Path, Schema
from pydantic import Field, create_model

from . import bodies, words
from .answers import Recorded
from .callers import Asked
from .problems import Problem
from .steps import Sent, take

CaseId = Annotated[str, Path(pattern="^c[0-9a-f]{20}$")]
PersonId = Annotated[str, Path(pattern="^p[0-9a-f]{20}$")]
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern="^[A-Za-z0-9._:-]{8,100}$",
        description="New for each thing to be entered, the same when it is sent again.",
    ),
]
Purpose = Annotated[str, Header(alias="Purpose", max_length=200, description="What the look is for. It is kept.")]

EVERYBODY = (401, 403, 422, 429)
READS = (*EVERYBODY, 404)
WRITES = (*READS, 400, 409, 413, 415)
SENDS = (*EVERYBODY, 400, 413, 415)


def replies(status: int, model: Any, others: tuple[int, ...]) -> Mapping[int, Any]:
    """Every answer that an operation can give."""
    return {status: model, **dict.fromkeys(sorted(others), Problem)}


def present() -> datetime:
    """The present. The API reads the clock here and where a write waits for its turn."""
    return datetime.now(UTC)


def call_of(body: type[bodies.Entered]) -> type[bodies.Entered]:
    """The body of an operation that makes one entry: the entry, and the versions that the caller looked at."""
    versions: dict[str, Any] = {"versions": (words.Versions, Field(default_factory=dict))}
    return create_model(f"{body.__name__}Call", __base__=body, __doc__=body.__doc__, **versions)


class StepCall(Schema):
    """Several entries that are taken whole or not at all, and the versions that the caller looked at.

    `versions` may be the one of an answer as it stands: those of streams that are not written to are not compared.
    """

    entries: Annotated[list[bodies.StepEntry], Field(min_length=1, max_length=100)]
    versions: words.Versions = Field(default_factory=dict)


def enter(request: Asked, key: str, body: Any, about: str, where: str) -> HttpResponse:
    """Make one entry."""
    return enter_step(request, key, [Sent(body, about)], body.versions, where)


def enter_step(request: Asked, key: str, sent: list[Sent], versions: Mapping[str, int], where: str) -> HttpResponse:
    """Make a step of entries."""
    told, is_repeated = take(request.auth, key, where, sent, versions)
    response = _answer(told)
    if is_repeated:
        response.headers["Idempotent-Replayed"] = "true"
    return response


def _answer(told: Mapping[str, Any]) -> HttpResponse:
    """What a step came to."""
    return HttpResponse(Recorded.model_validate(told).model_dump_json(), status=201, content_type="application/json")
