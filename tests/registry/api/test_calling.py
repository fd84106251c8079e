"""Who may call, how, and what they are told when a call itself is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings

from stayaway.registry.accounts.acting import SCOPES, forget_tokens
from stayaway.registry.accounts.models import Client as Machine
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.api.parsing import LARGEST
from tests.registry.api.program import Program, hold, program
from tests.registry.signing_in import signed_in
from tests.registry.world import World, open_civil

ANA: dict[str, Any] = {"name": "Ana Ficta"}
PROBLEM = "application/problem+json"


def test_nobody_gets_nothing_but_the_way_to_sign_in(world: World) -> None:
    case, _ = open_civil(world)
    for asked in (Program(), Program("m123.nonsense"), Program("")):
        told = asked.get(f"/cases/{case}")
        assert told.status == 401
        assert told.headers["Content-Type"] == PROBLEM
        assert told.headers["WWW-Authenticate"].startswith("Bearer")
        assert told.body["code"] == "api.not_signed_in"


def test_a_wrong_token_is_not_made_good_by_a_session(world: World) -> None:
    browser = signed_in(*hold(world, Post.CIVIL_CLERK))
    assert Program(client=browser).get("/work").status == 200
    assert Program("m123.nonsense", client=browser).get("/work").status == 401


@pytest.mark.parametrize(
    ("scope", "method", "path"),
    [
        ("read", "GET", "/work"),
        ("read", "GET", "/cases/{case}"),
        ("write", "POST", "/people"),
        ("write", "POST", "/papers"),
        ("feed", "GET", "/feed"),
    ],
)
def test_a_token_opens_what_its_scope_says_and_nothing_else(world: World, scope: str, method: str, path: str) -> None:
    case, _ = open_civil(world)
    lacking = program(world, Post.CIVIL_CLERK, scopes=SCOPES - {scope})
    told = lacking.call(method, path.format(case=case), body=ANA, key="scopes-01")
    assert told.status == 403
    assert told.body["code"] == "api.scope_needed"
    assert scope in told.body["title"]
    having = program(world, Post.CIVIL_CLERK, scopes=frozenset({scope}))
    assert having.call(method, path.format(case=case), body=ANA, key="scopes-01").status not in (401, 403)


def test_a_token_that_ended_or_ran_out_opens_nothing(world: World, clerk: Program) -> None:
    assert clerk.get("/work").status == 200
    machines = Machine.objects.filter(id=str(clerk.token).split(".")[0])
    for change in ({"ended": datetime.now(UTC)}, {"ended": None, "expires": datetime.now(UTC) - timedelta(days=1)}):
        machines.update(**change)
        forget_tokens()
        assert clerk.get("/work").status == 401
    del world


def test_a_write_from_a_browser_needs_the_token_of_its_page(world: World) -> None:
    browser = signed_in(*hold(world, Post.CIVIL_CLERK), csrf=True)
    caller = Program(client=browser)
    assert caller.get("/work").status == 200
    forged = caller.post("/people", ANA)
    assert forged.status == 403
    assert forged.body["code"] == "api.not_from_this_site"
    browser.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    assert caller.post("/people", ANA, X_CSRFToken="a" * 32).status == 201


def test_an_act_that_must_be_confirmed_is_for_a_browser_that_gave_both_factors_a_moment_ago(world: World) -> None:
    case, order = open_civil(world)
    account, holding = hold(world, Post.JUDGE)
    fresh = Program(client=signed_in(account, holding, confirmed=True))
    old = Program(client=signed_in(account, holding, confirmed=False))
    body = {
        "order": order,
        "entry": {"on": "2025-04-01", "entry": "terminated"},
        "versions": fresh.get(f"/cases/{case}").body["versions"],
    }
    told = old.post(f"/cases/{case}/orders/docket", body)
    assert told.status == 403
    assert told.body["reasons"][0]["code"] == "record.confirm_again"
    assert fresh.post(f"/cases/{case}/orders/docket", body).status == 201


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"",
        b"\xff\xfe",
        b'{"name": NaN}',
        b'{"name": 1e999}',
        b'{"name": "\\ud800"}',
        b'{"name": "a\\u0000b"}',
        b'{"name": "Ana Ficta", "why": "a\\u0000b"}',
        b"[" * 50_000,
    ],
)
def test_a_body_that_is_no_json_is_told_so(clerk: Program, raw: bytes) -> None:
    told = clerk.call("POST", "/people", raw=raw, key="parsing-1")
    assert told.status in (400, 422)
    assert told.headers["Content-Type"] == PROBLEM


DEEP = "api.too_deep"
TWICE = "api.said_twice"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'{"name": "Ana Ficta", "name": "Eva Ficta"}', TWICE),
        (b'{"name": "Ana Ficta", "descriptors": [{"sex": "x", "sex": "y"}]}', TWICE),
        (b'{"name": ' + b"[" * 40 + b"]" * 40 + b"}", DEEP),
        (b'{"name": ' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}", DEEP),
        (b"[" * 50_000, DEEP),
    ],
)
def test_a_body_that_says_a_thing_twice_or_goes_too_deep_is_told_so(clerk: Program, raw: bytes, code: str) -> None:
    told = clerk.call("POST", "/people", raw=raw, key="parsing-1")
    assert (told.status, told.body["code"], told.headers["Content-Type"]) == (400, code, PROBLEM)


@pytest.mark.parametrize("depth", [30, 400, 800])
@pytest.mark.parametrize("path", ["/cases/{case}/drafts", "/cases/{case}/orders", "/steps"])
def test_terms_however_deep_are_told_what_is_wrong(world: World, clerk: Program, path: str, depth: int) -> None:
    case, _ = open_civil(world)
    deep: Any = 1
    for _ in range(depth):
        deep = {"a": deep}
    order = {"stage": "final", "restrained": world.dan, "protects": [world.rosa], "terms": [{"other": deep}]}
    entry = {"what": "order_recorded", "about": case, "name": "+order", "order": order}
    versions = clerk.get(f"/cases/{case}").body["versions"]
    bodies: dict[str, Any] = {
        "/cases/{case}/drafts": {"order": order},
        "/cases/{case}/orders": {"order": order, "versions": versions},
        "/steps": {"entries": [entry], "versions": versions},
    }
    told = clerk.call("POST", path.format(case=case), body=bodies[path], key="deep-0001")
    assert told.status == (400 if depth > 40 else 422)
    assert told.headers["Content-Type"] == PROBLEM


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "api.no_address"),
        ("GET", "/work/", 404, "api.no_address"),
        ("GET", "/cases/c1", 422, "api.faults"),
        ("DELETE", "/work", 405, "api.no_method"),
        ("PUT", "/people", 405, "api.no_method"),
        ("GET", "/people", 405, "api.no_method"),
    ],
)
def test_what_is_no_address_or_not_called_so_is_a_problem_too(
    clerk: Program, method: str, path: str, status: int, code: str
) -> None:
    told = clerk.call(method, path)
    assert (told.status, told.headers["Content-Type"], told.body["code"]) == (status, PROBLEM, code)
    assert told.body["type"] == f"urn:stayaway:problem:{code}"
    if status == 405:
        assert told.headers["Allow"]
    if status != 422:
        assert Program().call(method, path).content == told.content, "the same to everybody"


def test_an_address_names_no_record_that_there_is(world: World, clerk: Program) -> None:
    case, _ = open_civil(world)
    told = [clerk.call("DELETE", f"/cases/{one}").content for one in (case, new_id("c"))]
    assert told[0] == told[1]


def test_a_body_too_large_or_of_another_kind_is_not_read(clerk: Program) -> None:
    large = json.dumps(ANA | {"why": "x" * LARGEST}).encode()
    assert clerk.call("POST", "/people", raw=large, key="parsing-1").status == 413
    assert clerk.call("POST", "/people", raw=b"x" * (8 * LARGEST), key="parsing-1").status == 413
    assert clerk.call("POST", "/people", raw=b"name=Ana", media="text/plain", key="parsing-1").status == 415


def test_every_fault_of_a_call_is_told_with_its_path_in_the_language_asked_for(clerk: Program) -> None:
    clerk.language = "es-MX,es;q=0.9"
    told = clerk.post(
        "/cases", {"case": {"kind": "civll", "respondent": "Dan", "petitoner": "x"}, "happened": "2025-02-30"}
    )
    assert told.status == 422
    assert told.headers["Content-Language"] == "es"
    faults = {fault["path"]: fault for fault in told.body["faults"]}
    assert set(faults) == {"case.kind", "case.respondent", "case.petitoner", "happened"}
    assert faults["case.kind"]["wanted"] == ["civil", "criminal"]
    assert "Esto" in faults["case.kind"]["text"]


def test_a_caller_who_calls_too_often_is_told_when_to_come_back(clerk: Program, settings: Any) -> None:
    settings.API_CALLS_A_MINUTE = 3
    answers = [clerk.get("/work") for _ in range(5)]
    assert [answer.status for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1].headers["Content-Type"] == PROBLEM
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_no_answer_is_kept_by_a_browser_or_a_proxy(world: World, clerk: Program) -> None:
    case, _ = open_civil(world)
    for told in (clerk.get(f"/cases/{case}"), clerk.get(f"/cases/{new_id('c')}"), Program().get("/work")):
        assert "no-store" in told.headers["Cache-Control"]


def test_the_schema_is_served_and_no_page_that_needs_another_host(clerk: Program) -> None:
    schema = clerk.get("/openapi.json")
    assert schema.status == 200
    assert schema.body["openapi"].startswith("3.1")
    for operations in schema.body["paths"].values():
        for operation in operations.values():
            assert {"401", "403", "422", "429"} <= set(operation["responses"])
            assert operation["security"] == [{"Bearer": []}, {"Session": []}]
            assert operation["description"]
    assert clerk.get("/docs").status == 404
