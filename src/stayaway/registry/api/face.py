"""The API: its operations together, its schema, and the answer to whatever goes wrong in them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema

from stayaway.api import WrongWord
from stayaway.files.faults import FileFaults
from stayaway.files.schema import file_schema
from stayaway.registry.documents import Damaged, NotKept
from stayaway.registry.exchange.outward.facts import CannotExport
from stayaway.registry.finding.asking import NotACursor
from stayaway.registry.journal import Stale
from stayaway.registry.reading import read_case
from stayaway.registry.refusing import Refused
from stayaway.wording.api import ApiCode as C
from stayaway.wording.record import RecordCode

from . import entering, exchanging, lists, records, searching, words
from .callers import ByCaller, NotAllowed
from .once import KeyUsed
from .operating import present
from .parsing import BodyParser, NotJson, SaidTwice, TooDeep, TooLarge, WrongMedia
from .problems import PROBLEM, Faults, Wrong, answer, of_call, of_file, of_losses, of_refusal

SHAPES = "#/components/schemas/"
VERSION = "1"


class Api(NinjaAPI):
    """The API, with a schema that says of problems what they are, and holds the shapes of the order file."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The schema."""
        schema = super().get_openapi_schema(**options)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400 and "content" in response:
                        (content,) = response["content"].values()
                        response["content"] = {PROBLEM: content}
        schema["components"]["schemas"].update(file_schema()["$defs"])
        schema.update(_relocated(dict(schema)))
        return schema


def _relocated(value: Any) -> Any:
    """A part of a schema, with its references to shapes of the order file as they stand here."""
    if isinstance(value, dict):
        if words.SHAPE in value:
            return {"$ref": SHAPES + value[words.SHAPE]}
        return {name: _moved(part) if name == "$ref" else _relocated(part) for name, part in value.items()}
    return [_relocated(part) for part in value] if isinstance(value, list) else value


def _moved(reference: str) -> str:
    return reference.replace("#/$defs/", SHAPES)


api = Api(
    title="stayaway registry",
    version=VERSION,
    description=__doc__ or "",
    urls_namespace="api",
    docs_url=None,
    parser=BodyParser(),
    throttle=[ByCaller()],
)
# Finding first: addresses are tried in this order, and it is asked for most.
for _router in (searching.router, entering.router, records.router, lists.router, exchanging.router):
    api.add_router("", _router)

Handler = Callable[[HttpRequest, Any], HttpResponse]


def _unknown(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    return answer(request, 401, C.NOT_SIGNED_IN, headers={"WWW-Authenticate": 'Bearer realm="registry"'})


def _not_allowed(request: HttpRequest, wrong: NotAllowed) -> HttpResponse:
    return answer(request, 403, wrong.code, facts=wrong.facts)


def _http(request: HttpRequest, wrong: HttpError) -> HttpResponse:
    """What ninja itself has to say; of a body that could not be read, what the parser found."""
    match wrong.__cause__:
        case WrongMedia():
            return answer(request, 415, C.WRONG_MEDIA)
        case TooLarge() | RequestDataTooBig():
            return answer(request, 413, C.TOO_LARGE)
        case TooDeep():
            return answer(request, 400, C.TOO_DEEP)
        case SaidTwice():
            return answer(request, 400, C.SAID_TWICE)
        case NotJson():
            return answer(request, 400, C.NOT_JSON)
    if wrong.status_code == 429:
        return answer(request, 429, C.TOO_OFTEN)
    return answer(request, wrong.status_code, C.REFUSED)


def _invalid(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    """Every fault that the shapes of a call have found."""
    return of_call(request, [_fault(error) for error in wrong.errors])


def _fault(error: dict[str, Any]) -> Wrong:
    at = [str(part) for part in error["loc"] if part not in ("query", "path", "header")]
    path = ".".join(at[2:] if at[:1] == ["body"] else at[-1:])
    context = error.get("ctx") or {}
    if error["type"] == "missing":
        return Wrong(path, C.MISSING)
    wanted = context.get("expected") or context.get("expected_tags") or ""
    known = tuple(word.strip(" '") for word in str(wanted).replace(" or ", ",").split(",") if word.strip(" '"))
    code = C.NOT_KNOWN_HERE if error["type"] == "extra_forbidden" else C.FAULT
    return Wrong(path, code, wanted=known)


def _stale(request: HttpRequest, stale: Stale) -> HttpResponse:
    """What was entered after the caller had looked, as far as they may see it."""
    entered: list[dict[str, Any]] = []
    if stale.stream.startswith("c"):
        try:
            view = read_case(request.auth.actor, stale.stream, present(), how="stale")  # type: ignore[attr-defined]  # ninja sets it
            entered = [
                {
                    "number": entry.number,
                    "version": entry.version,
                    "what": entry.what.value,
                    "happened": entry.happened,
                    "recorded": entry.recorded.isoformat(),
                }
                for entry in view.entries
                if entry.stream == stale.stream and entry.version > stale.expected
            ]
        except Refused:
            pass
    return answer(
        request,
        409,
        RecordCode.STALE,
        stream=stale.stream,
        expected=stale.expected,
        found=stale.found,
        entered=entered,
    )


def _not_kept(request: HttpRequest, wrong: NotKept) -> HttpResponse:
    match wrong.what:
        case "too_large":
            return answer(request, 413, C.TOO_LARGE)
        case "empty":
            return of_call(request, [Wrong("", C.EMPTY_PAPER)])
    return answer(request, 415, C.WRONG_MEDIA)


def _damaged(request: HttpRequest, _: Damaged) -> HttpResponse:
    logging.getLogger("stayaway").error("a kept paper cannot be read")
    return answer(request, 503, C.PAPER_DAMAGED)


HANDLERS: dict[type[Exception], Handler] = {
    AuthenticationError: _unknown,
    NotAllowed: _not_allowed,
    Throttled: lambda request, _: answer(request, 429, C.TOO_OFTEN),
    HttpError: _http,
    ValidationError: _invalid,
    Refused: of_refusal,
    FileFaults: of_file,
    Faults: lambda request, wrong: of_call(request, wrong.wrong),
    WrongWord: lambda request, wrong: of_call(request, [Wrong(str(wrong.asked), C.BAD_MOMENT, read=wrong.read)]),
    NotACursor: lambda request, _: of_call(request, [Wrong("cursor", C.BAD_CURSOR)]),
    KeyUsed: lambda request, _: of_call(request, [Wrong("Idempotency-Key", C.KEY_USED)]),
    CannotExport: of_losses,
    Stale: _stale,
    NotKept: _not_kept,
    Damaged: _damaged,
    TooLarge: lambda request, _: answer(request, 413, C.TOO_LARGE),
    RequestDataTooBig: lambda request, _: answer(request, 413, C.TOO_LARGE),
}
for _wrong, _handler in HANDLERS.items():
    api.add_exception_handler(_wrong, _handler)
