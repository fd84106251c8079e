"""What is confidential is in no page, answer, header, error or log of anybody who may not see it.

Each post opens every address with every id there is, follows every link and sends every form it finds.
"""

from __future__ import annotations

import logging

import pytest

from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Entry, OrderRow
from tests.registry.confidential.spider import addresses, walk
from tests.registry.marks import MARKS, marked, marks_in
from tests.registry.signing_in import holding_of, new_account, signed_in
from tests.registry.world import World, enter, make_world

ALL = set(MARKS)
NOT_EVEN_THE_COURT = {"contact"}
OWN = {"address", "position", "label", "phone", "email", "handle", "identifier", "contact"}
MAY_SEE: dict[Post, set[str]] = {
    Post.CIVIL_CLERK: ALL,
    Post.JUDGE: ALL,
    Post.CRIMINAL_CLERK: {"label"},
    Post.PROSECUTOR: {"label", "address", "position"},
    Post.OFFICER: {"label", "address", "position"},
    Post.PROTECTED_PERSON: OWN,
    Post.ADVOCATE: OWN - {"contact"},
    Post.RESTRAINED_PERSON: set(),
    Post.DEFENSE_LAWYER: set(),
    Post.AUDITOR: set(),
    Post.ADMINISTRATOR: set(),
}
"""Officers and prosecutors: an address only by a form that asks for a purpose."""
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
    allowed = MAY_SEE[post]
    leaks = [(address, marks_in(text) - allowed) for address, _, text in walked.answers if marks_in(text) - allowed]
    assert leaks == []
    assert [(address, status) for address, status, _ in walked.answers if status >= 500] == []
    out, err = capfd.readouterr()
    logged = " ".join([*(record.getMessage() + str(record.exc_text) for record in caplog.records), out, err])
    assert marks_in(logged) == set()
    # The walk did get somewhere: whoever may see a mark on a page has seen one.
    seen = set().union(*(marks_in(text) for _, _, text in walked.answers))
    assert seen or post not in {Post.CIVIL_CLERK, Post.JUDGE, Post.PROTECTED_PERSON}
