"""The operations that make one entry, from one table; and the one that makes several in a step."""

# Annotations are read as the functions are made, so they stand here as values.

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ninja import Router

from . import bodies
from .answers import Recorded
from .callers import Asked, whoever_may
from .operating import WRITES, CaseId, Key, PersonId, StepCall, call_of, enter, enter_step, replies
from .steps import Sent

router = Router()
ANSWERS = replies(201, Recorded, WRITES)


@dataclass(frozen=True, slots=True)
class Single:
    """An operation that makes one entry: its path, what it enters, and its name."""

    path: str
    body: type[bodies.Entered]
    name: str


SINGLE = (
    Single("/people", bodies.PersonRecorded, "record_person"),
    Single("/people/{person}/changes", bodies.PersonChanged, "change_person"),
    Single("/people/{person}/links", bodies.PeopleLinked, "link_people"),
    Single("/people/{person}/unlinks", bodies.PeopleUnlinked, "unlink_people"),
    Single("/people/{person}/contact", bodies.ContactChosen, "choose_contact"),
    Single("/people/{person}/consents", bodies.ConsentGiven, "give_consent"),
    Single("/people/{person}/consents/end", bodies.ConsentEnded, "end_consent"),
    Single("/people/{person}/corrections", bodies.Corrected, "correct_person"),
    Single("/cases", bodies.CaseOpened, "open_case"),
    Single("/cases/{case}/changes", bodies.CaseChanged, "change_case"),
    Single("/cases/{case}/places", bodies.PlaceRecorded, "record_place"),
    Single("/cases/{case}/docket", bodies.CaseDocketed, "enter_on_case"),
    Single("/cases/{case}/orders", bodies.OrderRecorded, "record_order"),
    Single("/cases/{case}/orders/docket", bodies.OrderDocketed, "enter_on_order"),
    Single("/cases/{case}/appearances", bodies.Appeared, "appear"),
    Single("/cases/{case}/appearances/end", bodies.Withdrew, "withdraw"),
    Single("/cases/{case}/tasks/done", bodies.TaskDone, "finish_task"),
    Single("/cases/{case}/notice", bodies.NoticeAsked, "ask_for_notice"),
    Single("/cases/{case}/seal", bodies.Sealed, "seal_case"),
    Single("/cases/{case}/unseal", bodies.Unsealed, "unseal_case"),
    Single("/cases/{case}/corrections", bodies.Corrected, "correct_case"),
)


def _operation(single: Single) -> Callable[..., Any]:
    body_of = call_of(single.body)
    name = single.name
    if "{person}" in single.path:

        def about_person(request: Asked, person: PersonId, key: Key, body: body_of) -> Any:  # type: ignore[valid-type]  # a class made above
            return enter(request, key, body, person, name)

        return about_person
    if "{case}" in single.path:

        def about_case(request: Asked, case: CaseId, key: Key, body: body_of) -> Any:  # type: ignore[valid-type]  # a class made above
            return enter(request, key, body, case, name)

        return about_case

    def beginning(request: Asked, key: Key, body: body_of) -> Any:  # type: ignore[valid-type]  # a class made above
        return enter(request, key, body, "+person" if single.body is bodies.PersonRecorded else "+case", name)

    return beginning


for _single in SINGLE:
    router.post(
        _single.path,
        operation_id=_single.name,
        url_name=_single.name,
        summary=_single.name.replace("_", " ").capitalize(),
        description=_single.body.__doc__,
        auth=whoever_may("write"),
        response=ANSWERS,
        tags=[_single.path.split("/")[1]],
    )(_operation(_single))


@router.post(
    "/steps",
    operation_id="take_step",
    url_name="take_step",
    auth=whoever_may("write"),
    response=ANSWERS,
    tags=["steps"],
)
def take_step(request: Asked, key: Key, body: StepCall) -> Any:
    """Several entries, taken whole or not at all, such as a case with its people, places and first order."""
    sent = [
        Sent(one, one.about, getattr(one, "name", None) if isinstance(one, bodies.OrderRecorded) else None)
        for one in body.entries
    ]
    return enter_step(request, key, sent, body.versions, "take_step")
