"""Finding people: by name and birth date, by a number that they are known by, or by the number of a case."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import Annotated, Any, Literal

from django.http import JsonResponse
from ninja import Router
from pydantic import Field

from stayaway.pages.voice import Voice
from stayaway.registry.finding.asking import Asked as Inquiry
from stayaway.registry.finding.asking import ByCase, ByIdentifier, ByName, Hit, OrderAtAGlance
from stayaway.registry.finding.searching import PAGE, find
from stayaway.wording.finding import FindingCode

from . import words
from .answers import Told
from .callers import Asked, whoever_may
from .operating import SENDS, present, replies
from .problems import Said

router = Router(tags=["finding"])


class NameAsked(words.Words):
    """A name, as one text or in its parts, and a birth date: that day, or up to one year from it."""

    by: Literal["name"]
    name: words.Text = ""
    given: words.Text = ""
    surname: words.Text = ""
    born: words.Day | None = None
    born_within_a_year: bool = False

    def inquiry(self) -> Inquiry:
        """As the registry looks for it."""
        born = date.fromisoformat(self.born) if self.born else None
        return ByName(self.name, self.given, self.surname, born, self.born_within_a_year)


class NumberAsked(words.Words):
    """A number that a person is known by, and its kind."""

    by: Literal["number"]
    kind: words.IdentifierKind
    number: Annotated[str, Field(min_length=1, max_length=300)]

    def inquiry(self) -> Inquiry:
        """As the registry looks for it."""
        return ByIdentifier(self.kind, self.number)


class CaseAsked(words.Words):
    """The number of a case: everybody whom it names."""

    by: Literal["case"]
    number: Annotated[str, Field(min_length=1, max_length=80)]

    def inquiry(self) -> Inquiry:
        """As the registry looks for it."""
        return ByCase(self.number)


class FindCall(words.Words):
    """What is looked for, and what for: the purpose is kept with the caller's name."""

    asked: Annotated[NameAsked | NumberAsked | CaseAsked, Field(discriminator="by")]
    purpose: Annotated[str, Field(max_length=200)] = ""
    cursor: Annotated[str, Field(max_length=400)] = ""
    most: Annotated[int, Field(ge=1, le=PAGE)] = 25


class OrderGlanced(Told):
    """An order of a person found, on the day of the search."""

    order: str
    case: str
    number: str
    kind: str
    instrument: str
    stage: str
    is_restrained: bool
    in_force: str
    enforceable: str
    issued: str
    served: str
    ends: str
    keeper: str
    keeper_name: str
    keeper_phone: str


class HitShown(Told):
    """A person who may be the one asked for, and why. Likeness joins nobody."""

    person: str
    name: str
    born: str | None
    grade: str
    score: int
    needs_confirming: bool
    warning: Said | None
    reasons: list[Said]
    same_as: str | None
    orders: list[OrderGlanced]


class Hits(Told):
    """A page of hits, the best first. `next` leads to the page after; null: this is the last.

    `truncated`: more may match than was looked through. A birth date or a fuller name brings it to an end.
    """

    hits: list[HitShown]
    truncated: bool
    next: str | None


@router.post(
    "/find", operation_id="find", url_name="find", auth=whoever_may("find"), response=replies(200, Hits, SENDS)
)
def people_found(request: Asked, body: FindCall) -> Any:
    """Find people, of whom a case is open to the caller."""
    caller = request.auth
    found = find(
        caller.actor, body.asked.inquiry(), present(), purpose=body.purpose, cursor=body.cursor, most=body.most
    )
    voice = Voice(caller.language)
    # Given as it stands: reading it into `Hits` and out again would take longer than the search itself.
    return JsonResponse(
        {
            "hits": [_hit(hit, voice) for hit in found.hits],
            "truncated": found.truncated,
            "next": found.next or None,
        }
    )


def _hit(hit: Hit, voice: Voice) -> dict[str, Any]:
    why = hit.match
    return {
        "person": str(hit.person),
        "name": hit.name,
        "born": hit.born.isoformat() if hit.born else None,
        "grade": why.grade.value,
        "score": why.score,
        "needs_confirming": why.needs_confirming,
        "warning": _warning(voice) if why.needs_confirming else None,
        "reasons": voice.reasons(why.reasons),
        "same_as": str(hit.same_as) if hit.same_as else None,
        "orders": [_order(order) for order in hit.orders],
    }


def _warning(voice: Voice) -> dict[str, Any]:
    code = FindingCode.NEEDS_CONFIRMING
    return {"code": code.value, "text": voice.speaker.sentence(code, {}), "authority": None}


def _order(order: OrderAtAGlance) -> dict[str, Any]:
    told = zip(_GLANCED, _glanced(order), strict=True)
    return {name: value if isinstance(value, bool) else str(value) for name, value in told}


_GLANCED = tuple(OrderGlanced.model_fields)
_glanced = attrgetter(*_GLANCED)
