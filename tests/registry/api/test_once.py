"""A write that is sent twice is done once, also when both come at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.api.models import Answered
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Access, Entry, PersonRow
from tests.registry.api.program import Answer, Program, program
from tests.registry.world import World, enter, make_world, open_civil

ANA: dict[str, Any] = {"name": "Ana Ficta", "born": "1990-01-01"}


def test_a_repeated_write_gets_the_first_answer_and_enters_nothing(clerk: Program) -> None:
    first = clerk.post("/people", ANA, key="once-0001")
    again = clerk.post("/people", ANA, key="once-0001")
    assert first.status == again.status == 201
    assert first.body == again.body
    assert again.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.headers
    assert PersonRow.objects.filter(name="Ana Ficta").count() == 1


def test_what_was_sealed_meanwhile_is_not_told_again(world: World, clerk: Program) -> None:
    case, order = open_civil(world)
    body = {"order": order, "entry": {"on": "2025-04-01", "entry": "served"}}
    body["versions"] = clerk.get(f"/cases/{case}").body["versions"]
    assert clerk.post(f"/cases/{case}/orders/docket", body, key="once-0001").status == 201
    opened = {
        "happened": "2025-04-01",
        "acting": "protected_person",
        "case": {"kind": "civil", "number": "25-2-00099-9", "petitioner": world.rosa, "respondent": world.dan},
    }
    made = clerk.post("/cases", opened, key="once-0002")
    assert made.status == 201, made.body
    judge = replace(world.actor(Post.JUDGE), confirmed=True)
    for one in (case, made.body["made"]["+case"]):
        enter(judge, Proposal(What.SEALED, one, "2025-05-01", why="Ordered."))
    nothing = clerk.get(f"/cases/{new_id('c')}")
    for path, sent, key in ((f"/cases/{case}/orders/docket", body, "once-0001"), ("/cases", opened, "once-0002")):
        again = clerk.post(path, sent, key=key)
        assert (again.status, again.content) == (404, nothing.content)
    assert Access.objects.order_by("-id")[0].how == "refused"


def test_one_key_for_two_things_is_a_fault(clerk: Program) -> None:
    assert clerk.post("/people", ANA, key="once-0001").status == 201
    for path, body in (("/people", ANA | {"name": "Bea Ficta"}), ("/cases", {"case": {"kind": "civil"}})):
        told = clerk.post(path, body, key="once-0001")
        assert told.status == 422
        assert told.body["faults"][0]["code"] == "api.key_used"


def test_keys_of_two_callers_have_nothing_to_do_with_each_other(world: World, clerk: Program) -> None:
    other = program(world, Post.CIVIL_CLERK)
    made = [caller.post("/people", ANA, key="once-0001").body["made"]["+person"] for caller in (clerk, other)]
    assert made[0] != made[1]


def test_a_refused_write_is_judged_anew_with_the_same_key(world: World, clerk: Program) -> None:
    case, order = open_civil(world)
    stale = {"order": order, "entry": {"on": "2025-03-02", "entry": "served"}, "versions": {case: 1}}
    assert clerk.post(f"/cases/{case}/orders/docket", stale, key="once-0001").status == 409
    fresh = stale | {"versions": clerk.get(f"/cases/{case}").body["versions"]}
    assert clerk.post(f"/cases/{case}/orders/docket", fresh, key="once-0001").status == 201


def test_an_answer_is_kept_for_seven_days_and_no_longer(clerk: Program) -> None:
    clerk.post("/people", ANA, key="once-0001")
    Answered.objects.update(at=Answered.objects.get().at - timedelta(days=6, hours=23))
    assert "Idempotent-Replayed" in clerk.post("/people", ANA, key="once-0001").headers
    Answered.objects.update(at=Answered.objects.get().at - timedelta(hours=2))
    assert "Idempotent-Replayed" not in clerk.post("/people", ANA, key="once-0001").headers
    assert Answered.objects.count() == 1


def test_what_is_kept_holds_nothing_that_was_entered(clerk: Program) -> None:
    clerk.post("/people", ANA | {"phones": ["206-555-0177"]}, key="once-0001")
    kept = str(list(Answered.objects.values()))
    assert "Ficta" not in kept
    assert "555-0177" not in kept
    assert "once-0001" not in kept


def test_a_write_whose_answer_could_not_be_kept_was_not_made(clerk: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: Any) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(Answered.objects, "create", fail)
    clerk.client.raise_request_exception = False
    before = Entry.objects.count()
    assert clerk.post("/people", ANA, key="once-0001").status == 500
    assert Entry.objects.count() == before


@pytest.mark.parametrize("key", ["", "short", "with space 123", "x" * 101])
def test_a_write_needs_a_key_that_can_be_one(clerk: Program, key: str) -> None:
    told = clerk.call("POST", "/people", body=ANA, key=key)
    assert told.status == 422
    assert told.body["faults"][0]["path"] == "Idempotency-Key"
    assert not PersonRow.objects.filter(name="Ana Ficta").exists()


def test_a_write_without_a_key_is_a_fault(clerk: Program) -> None:
    told = clerk.call("POST", "/people", body=ANA)
    assert told.status == 422
    assert told.body["faults"][0]["path"] == "Idempotency-Key"


def at_once(calls: list[Any]) -> list[Answer]:
    """Calls from several threads, begun at the same moment."""
    together = Barrier(len(calls), timeout=60)

    def one(call: Any) -> Answer:
        together.wait()
        try:
            answer: Answer = call()
            return answer
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(one, calls))


@pytest.mark.django_db(transaction=True)
def test_two_calls_with_one_key_at_the_same_moment_enter_one_thing() -> None:
    world = make_world()
    token = program(world, Post.CIVIL_CLERK).token
    for number in range(5):
        key, body = f"together-{number}", ANA | {"name": f"Ana Ficta {new_id('x')}"}
        answers = at_once([lambda: Program(token).post("/people", body, key=key)] * 4)  # noqa: B023 - ends in the round
        assert {answer.status for answer in answers} == {201}
        assert len({str(answer.body) for answer in answers}) == 1
        assert sum("Idempotent-Replayed" in answer.headers for answer in answers) == 3
        assert PersonRow.objects.filter(name=body["name"]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_who_looked_at_the_same_version_one_is_told_to_look_again() -> None:
    world = make_world()
    case, order = open_civil(world)
    clerk = program(world, Post.CIVIL_CLERK)
    looked_at = clerk.get(f"/cases/{case}").body["versions"]
    body = {"order": order, "entry": {"on": "2025-03-02", "entry": "served"}, "versions": looked_at}
    answers = at_once([lambda: Program(clerk.token).post(f"/cases/{case}/orders/docket", body)] * 4)
    assert sorted(answer.status for answer in answers) == [201, 409, 409, 409]
