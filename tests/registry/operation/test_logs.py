"""The log says what happened and how quickly, and nothing of anybody."""

from __future__ import annotations

import json
import logging
from io import StringIO

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from stayaway.registry.operation.logs import LOGGER, Lines, tell

MARK = "Marrowbone"
"""Stands for everything that may never be in a log."""


def fail(_: HttpRequest, stream: str) -> HttpResponse:
    raise ValueError(f"{stream} lives at 77 {MARK} Lane")


def fine(_: HttpRequest, stream: str) -> HttpResponse:
    logging.getLogger("some.library").error("%s called %s", MARK, stream)
    return HttpResponse("fine")


# Below a door where nobody has to have signed in.
urlpatterns = [path("api/fail/<stream>/", fail, name="fail"), path("api/fine/<stream>/", fine, name="fine")]


@pytest.fixture
def quiet_client() -> Client:
    return Client(raise_request_exception=False)


def lines(written: StringIO) -> list[dict[str, object]]:
    assert MARK.lower() not in written.getvalue().lower()
    return [json.loads(line) for line in written.getvalue().splitlines()]


@override_settings(ROOT_URLCONF=__name__)
def test_a_request_is_one_line(quiet_client: Client, written: StringIO) -> None:
    answer = quiet_client.get(f"/api/fine/{MARK}/?name={MARK}", HTTP_USER_AGENT=MARK, HTTP_REFERER=f"http://{MARK}/")
    library, request = lines(written)
    assert request.pop("time")
    assert float(str(request.pop("milliseconds"))) >= 0
    assert request == {
        "level": "info",
        "event": "request",
        "request": answer.headers["X-Request-ID"],
        "method": "GET",
        "route": "fine",
        "status": 200,
    }
    assert (library["event"], library["level"]) == ("some.library", "error")
    assert library["request"] == request["request"]


@override_settings(ROOT_URLCONF=__name__)
def test_a_failure_is_told_by_its_kind_and_place(quiet_client: Client, written: StringIO) -> None:
    assert quiet_client.get(f"/api/fail/{MARK}/").status_code == 500
    failed, request = lines(written)
    assert failed["failure"] == "ValueError"
    assert str(failed["place"]).startswith(f"{__file__}:")
    assert (request["level"], request["route"], request["status"]) == ("error", "fail", 500)


def test_an_address_that_there_is_not_is_not_told(quiet_client: Client, written: StringIO) -> None:
    quiet_client.get(f"/{MARK}/")
    assert [line["route"] for line in lines(written)] == ["nowhere"]


def test_ids_differ(quiet_client: Client) -> None:
    assert len({quiet_client.get("/nowhere/").headers["X-Request-ID"] for _ in range(20)}) == 20


def test_what_no_line_may_say_is_left_out(written: StringIO) -> None:
    tell("backup", count=3, name=MARK, path=f"/cases/{MARK}")
    (line,) = lines(written)
    assert line["count"] == 3
    assert set(line) == {"time", "level", "event", "count"}


def test_a_message_with_values_is_never_said() -> None:
    record = logging.LogRecord("django.db", logging.ERROR, "x.py", 1, "no row for %s", (MARK,), None)
    assert MARK not in Lines().format(record)
    assert LOGGER.name != record.name
