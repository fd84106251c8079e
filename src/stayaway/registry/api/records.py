"""Operations that read: a case, a person's cases, hidden addresses, attached papers; and the check of a draft."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Status
from pydantic import Field

from stayaway.registry.documents import LARGEST, attach_paper
from stayaway.registry.drafting import check_draft
from stayaway.registry.models import Document
from stayaway.registry.offering import offers
from stayaway.registry.reading import View, read_attached, read_case, read_person, reveal_places
from stayaway.registry.refusing import nothing_here

from . import words
from .answers import Checked, Shown, Told, draft_document, hidden_in, view_document
from .callers import Asked, whoever_may
from .operating import READS, SENDS, CaseId, PersonId, Purpose, present, replies
from .parsing import read_body
from .steps import plain_names

router = Router()

On = Annotated[
    words.Moment | None, Query(description="The day or instant that the answer is for; now, where left out.")
]
Known = Annotated[
    words.Instant | None,
    Query(description="The instant as of which the registry is read: what it knew then."),
]
MEDIA = ("application/pdf", "image/png", "image/jpeg", "image/tiff")
BINARY = {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA}


class DraftCall(words.Words):
    """A draft of an order, as it would be recorded."""

    order: words.OrderWords


class RevealCall(words.Words):
    """What an address is needed for."""

    purpose: Annotated[str, Field(max_length=200)]


class Revealed(Told):
    """The addresses of a case's places, by the id of the place."""

    places: dict[str, dict[str, Any]]


class Kept(Told):
    """A paper that is kept. Its `digest` goes with the entry that rests on it."""

    digest: str
    media_type: str
    size: int


@router.get(
    "/cases/{case}",
    operation_id="read_case",
    url_name="read_case",
    auth=whoever_may("read"),
    response=replies(200, Shown, READS),
    tags=["reading"],
)
def case_read(request: Asked, case: CaseId, on: On = None, known: Known = None, purpose: Purpose = "") -> Any:
    """One case: its papers, what follows from them at an instant, its docket, and what the caller may enter."""
    now, caller = present(), request.auth
    view = read_case(caller.actor, case, now, known=known, purpose=purpose, hidden=hidden_in(caller.language))
    return _shown(request, view, on, now)


@router.get(
    "/people/{person}/cases",
    operation_id="read_person",
    url_name="read_person",
    auth=whoever_may("read"),
    response=replies(200, Shown, READS),
    tags=["reading"],
)
def person_read(request: Asked, person: PersonId, on: On = None, known: Known = None, purpose: Purpose = "") -> Any:
    """Every case that names a person, or one found to be the same, taken together."""
    now, caller = present(), request.auth
    view = read_person(caller.actor, person, now, known=known, purpose=purpose, hidden=hidden_in(caller.language))
    return _shown(request, view, on, now)


@router.post(
    "/cases/{case}/places/reveal",
    operation_id="reveal_places",
    url_name="reveal_places",
    auth=whoever_may("read"),
    response=replies(200, Revealed, (*SENDS, 404)),
    tags=["reading"],
)
def places_revealed(request: Asked, case: CaseId, body: RevealCall) -> Any:
    """Addresses, for a need that is stated and kept. The restrained side has no such way."""
    return {"places": reveal_places(request.auth.actor, case, present(), purpose=body.purpose)}


@router.post(
    "/cases/{case}/drafts",
    operation_id="check_draft",
    url_name="check_draft",
    auth=whoever_may("read"),
    response=replies(200, Checked, (*SENDS, 404)),
    tags=["orders"],
)
def draft_checked(request: Asked, case: CaseId, body: DraftCall) -> Any:
    """Hold a draft order against every order between the same people, in any court, before it is signed."""
    now, caller = present(), request.auth
    plain_names(body.order.known(), "order")
    found = check_draft(caller.actor, case, DRAFT, {"case": case, **body.order.known()}, now)
    return draft_document(found, caller.language, now)


DRAFT = "o" + "0" * 20
"""The draft among the orders that it is held against. No order has this id."""


@router.post(
    "/papers",
    operation_id="attach_paper",
    url_name="attach_paper",
    auth=whoever_may("write"),
    response=replies(201, Kept, SENDS),
    tags=["papers"],
    openapi_extra={"requestBody": {"required": True, "content": BINARY}},
)
def paper_kept(request: Asked) -> Any:
    """Keep a paper. The same paper is kept once, however often it is sent."""
    kept = attach_paper(request.auth.actor, read_body(request, LARGEST))
    return Status(201, {"digest": kept.digest, "media_type": kept.media_type, "size": kept.size})


@router.get(
    "/cases/{case}/entries/{number}/paper",
    operation_id="read_paper",
    url_name="read_paper",
    auth=whoever_may("read"),
    response=replies(200, None, (*READS, 503)),
    tags=["papers"],
    openapi_extra={"responses": {200: {"content": BINARY}}},
)
def paper_read(request: Asked, case: CaseId, number: Annotated[int, Field(ge=1, lt=2**62)]) -> Any:
    """The paper attached to an entry. A paper shows all that stands on it, so only the court of the case reads it."""
    content, digest = read_attached(request.auth.actor, case, number, present())
    kept = Document.objects.get(digest=digest)
    return HttpResponse(content, content_type=kept.media_type, headers={"Content-Disposition": "attachment"})


def _shown(request: Asked, view: View, on: str | None, now: Any) -> Any:
    caller = request.auth
    if not view.seen:  # nothing of it was known at that instant
        raise nothing_here()
    offered = {case: offers(caller.actor, case, view, now) for case in view.seen} if view.known is None else {}
    return view_document(view, offered, on, caller.language, now)
