"""What is confidential is in no page, answer, header, error or log of anybody who may not see it.

Each post opens every address with every id there is, follows every link and sends every form it finds.
"""

from __future__ import annotations

import logging
import re

import pytest

from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Entry, OrderRow
from tests.registry.confidential.spider import addresses, walk
from tests.registry.marks import MARKS, marked, marks_in
from tests.registry.signing_in import holding_of, new_account, signed_in
from tests.registry.world import World, enter, make_world

ID = re.compile(r"(?<=/)[a-z][0-9a-f]{20}(?=/|$)")
ALL = set(MARKS)
ON_NO_PAGE = {"contact"}
COURT_OF_THE_CASE = ALL - ON_NO_PAGE
OWN = {"address", "former", "position", "label", "phone", "email", "handle"}
MAY_SEE: dict[Post, set[str]] = {
    Post.CIVIL_CLERK: COURT_OF_THE_CASE,
    Post.JUDGE: COURT_OF_THE_CASE,
    Post.CRIMINAL_CLERK: {"label"},
    Post.PROSECUTOR: {"label"},
    Post.OFFICER: {"label"},
    Post.PROTECTED_PERSON: OWN,
    Post.ADVOCATE: OWN,
    Post.RESTRAINED_PERSON: set(),
    Post.DEFENSE_LAWYER: set(),
    Post.AUDITOR: set(),
    Post.ADMINISTRATOR: set(),
}
REVEALED = {Post.OFFICER: {"address", "position"}, Post.PROSECUTOR: {"address", "position"}}
"""What a form that asks for a purpose shows, and no other page."""
EVERYBODY = {"/cases/new/", "/api/openapi.json"}
OF_A_CASE = {"/cases/+/", "/people/+/", "/api/cases/+", "/api/people/+/cases", "/api/cases/+/export"}
OUT = {"/api/cases/+/orders/+/niem", "/api/cases/+/orders/+/worksheet"}
COURT = OF_A_CASE | OUT | {"/tasks/", "/find/", "/find/found/", "/api/feed", "/api/work", "/cases/new/civil/people/"}
OWN_COURT = COURT | {"/cases/+/change/", "/cases/+/places/new/", "/cases/+/orders/new/", "/people/+/details/"}
REACHES: dict[Post, set[str]] = {
    Post.CIVIL_CLERK: OWN_COURT,
    Post.JUDGE: OWN_COURT | {"/cases/+/seal/"},
    Post.CRIMINAL_CLERK: COURT - {"/cases/new/civil/people/"},
    Post.PROSECUTOR: OF_A_CASE | OUT | {"/officer/+/", "/find/found/", "/api/feed"},
    Post.OFFICER: OF_A_CASE | OUT | {"/officer/+/", "/find/found/", "/api/feed"},
    Post.PROTECTED_PERSON: OF_A_CASE | {"/tasks/", "/cases/+/places/new/", "/people/+/contact/"},
    Post.ADVOCATE: OF_A_CASE | {"/find/found/", "/api/feed"},
    Post.RESTRAINED_PERSON: OF_A_CASE | {"/tasks/"},
    Post.DEFENSE_LAWYER: OF_A_CASE | {"/find/found/", "/api/feed"},
    Post.AUDITOR: {"/audit/"},
    Post.ADMINISTRATOR: {"/administration/", "/administration/accounts/+/"},
}
"""Pages and answers of which each post gets at least one: a walk that is turned away everywhere finds no mark."""
WRITTEN = {
    "born": "1990-05-01",
    "date": "2025-05-01",
    "day": "2025-05-01",
    "on": "2025-05-01",
    "until": "2026-05-01",
    "": "Rosa Marin",
}


def holding_agency(world: World, post: Post) -> Agency | None:
    return None if post in {Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON} else world._agency_of(post)


def allowed_on(address: str, post: Post) -> set[str]:
    """The marks that may stand on a page."""
    return MAY_SEE[post] | (REVEALED.get(post, set()) if "reveal" in address else set())


@pytest.mark.django_db
@pytest.mark.parametrize("post", list(Post))
def test_no_mark_reaches_whoever_may_not_see_it(
    post: Post, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    world = make_world()
    case, criminal = marked(world)
    person = {Post.PROTECTED_PERSON: world.rosa, Post.RESTRAINED_PERSON: world.dan}.get(post, "")
    account = new_account()
    holding = holding_of(account, post, holding_agency(world, post), person)
    if post is Post.DEFENSE_LAWYER:
        appears = {"account": account.pk, "agency": "", "person": world.dan}
        enter(world.clerk, Proposal(What.APPEARED, case, "2025-03-03", appears))
    if post is Post.PROSECUTOR:
        appears = {"account": account.pk, "agency": world.prosecution.id, "person": ""}
        enter(world.criminal_clerk, Proposal(What.APPEARED, criminal, "2025-03-03", appears))
    if post is Post.ADVOCATE:
        given = {"agency": world.program.id, "until": "2035-01-01"}
        enter(world.clerk, Proposal(What.CONSENT_GIVEN, world.rosa, "2025-03-03", given, acting=Role.PROTECTED_PERSON))
    orders = list(OrderRow.objects.values_list("id", flat=True))
    numbers = [str(number) for number in Entry.objects.values_list("number", flat=True)]
    known = {
        "id": [case, criminal],
        "case": [case, criminal],
        "order": orders,
        "person": [world.rosa, world.dan],
        "number": numbers[-4:],
        "event": ["served", "hearing_set"],
        "kind": ["civil", "criminal"],
        "name": ["contact", "consent", "change", "link"],
        "said": ["x"],
        "one": ["1"],
        "account_id": [account.pk],
        "agency_id": [world.civil_court.pk],
        "holding_id": ["1"],
        "what": ["post"],
    }
    walked = walk(signed_in(account, holding), addresses(known), WRITTEN)
    leaks = {address: marks_in(text) - allowed_on(address, post) for address, _, text in walked.answers}
    assert {address: found for address, found in leaks.items() if found} == {}
    assert [(address, status) for address, status, _ in walked.answers if status >= 500] == []
    out, err = capfd.readouterr()
    logged = " ".join([*(record.getMessage() + str(record.exc_text) for record in caplog.records), out, err])
    assert marks_in(logged) == set()
    # The walk did get somewhere, and whoever may see a mark has seen it.
    reached = {ID.sub("+", address) for address, status, _ in walked.answers if status == 200}
    assert (REACHES[post] | EVERYBODY) - reached == set()
    seen = set().union(*(marks_in(text) for _, _, text in walked.answers))
    assert seen - REVEALED.get(post, set()) == MAY_SEE[post]
