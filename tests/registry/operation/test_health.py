"""Those who run the registry see whether it works, and nobody sees more than that."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from stayaway.registry.looking import looked
from stayaway.registry.models import Entry, Head
from stayaway.registry.operation import health as health_module
from stayaway.registry.refusing import Refused
from tests.registry.entering import enter
from tests.registry.world import NOW, happens, make_world, open_civil
from tests.registry.world import enter as enter_step

pytestmark = pytest.mark.django_db
TOKEN = "metrics-of-nobody"
STRANGER: dict[str, Any] = {"REMOTE_ADDR": "203.0.113.9"}


def broken_database() -> bool:
    raise OperationalError("could not connect to server with password=hunter2")


def test_it_is_well(client: Client) -> None:
    answer = client.get("/health/", **STRANGER)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_chain_that_ends_elsewhere_is_not_well(client: Client) -> None:
    enter()
    Head.objects.update(number=7, hash="0" * 64)
    answer = client.get("/health/", REMOTE_ADDR="127.0.0.1")
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "failing",
        "checks": {"database": True, "migrations": True, "chain": False, "keys": True},
    }


def test_without_a_head_it_is_not_well(client: Client) -> None:
    Head.objects.all().delete()
    assert client.get("/health/", **STRANGER).status_code == 503


def test_while_somebody_writes_it_is_well(client: Client) -> None:
    first = enter()
    Head.objects.update(number=first.number, hash=first.hash)
    enter(2)
    assert Entry.objects.count() == 2
    assert client.get("/health/").status_code == 200


def test_a_lost_database_is_told_without_its_message(
    client: Client, monkeypatch: pytest.MonkeyPatch, written: StringIO
) -> None:
    monkeypatch.setitem(health_module.CHECKS, "database", broken_database)
    answer = client.get("/health/", **STRANGER)
    assert (answer.status_code, answer.json()) == (503, {"status": "failing"})
    said = written.getvalue()
    assert '"failure": "OperationalError"' in said
    assert "hunter2" not in said + answer.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        STRANGER,
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=203.0.113.9"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "nonsense"},
    ],
)
def test_strangers_see_no_metrics(client: Client, asked: dict[str, Any]) -> None:
    assert client.get("/metrics/", **asked).status_code == 404


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_this_machine_sees_the_metrics(client: Client, address: str) -> None:
    client.get("/no/such/page-of-marrowbone/")
    said = client.get("/metrics/", REMOTE_ADDR=address).content.decode()
    assert 'stayaway_requests_total{method="GET",route="nowhere",status="404"}' in said
    assert "stayaway_journal_entries 0.0" in said
    assert "marrowbone" not in said


def test_with_a_token_only_the_token_counts(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAYAWAY_METRICS_TOKEN", TOKEN)
    assert client.get("/metrics/", REMOTE_ADDR="127.0.0.1").status_code == 404
    assert client.get("/metrics/", HTTP_AUTHORIZATION="Bearer wrong", **STRANGER).status_code == 404
    assert client.get("/metrics/", HTTP_AUTHORIZATION=f"Bearer {TOKEN}", **STRANGER).status_code == 200


def test_nothing_is_done_by_looking(client: Client) -> None:
    assert client.post("/health/").status_code == 405
    assert client.post("/metrics/", REMOTE_ADDR="127.0.0.1").status_code == 405


@pytest.mark.django_db(transaction=True)
def test_what_is_entered_refused_and_looked_for_is_counted(client: Client) -> None:
    world = make_world()
    case, order = open_civil(world)
    before = counted(client)
    enter_step(world.clerk, happens(case, order, "served"))
    with pytest.raises(Refused) as refused:
        enter_step(world.criminal_clerk, happens(case, order, "terminated"))
    looked(world.clerk, "find", NOW, asked=world.rosa)
    after = counted(client)
    code = refused.value.reasons[0].code.value
    assert {name: value - before.get(name, 0) for name, value in after.items() if value != before.get(name, 0)} == {
        'stayaway_entries_written_total{what="order_event"}': 1,
        f'stayaway_refusals_total{{code="{code}"}}': 1,
        'stayaway_looks_total{how="find"}': 1,
        "stayaway_journal_entries": 1,
    }


def counted(client: Client) -> dict[str, float]:
    """The metrics of records, by name."""
    said = client.get("/metrics/", REMOTE_ADDR="127.0.0.1").content.decode()
    lines = (line.rpartition(" ") for line in said.splitlines() if "_created" not in line)
    kinds = ("stayaway_entries", "stayaway_refusals", "stayaway_looks", "stayaway_journal")
    return {name: float(value) for name, _, value in lines if name.startswith(kinds)}
