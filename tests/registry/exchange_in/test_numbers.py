"""A number is one number, however its kind was written, where it is loaded, looked for, compared and told to others."""

from __future__ import annotations

import pytest

from stayaway.registry import renewing
from stayaway.registry.exchange.inward import tables
from stayaway.registry.exchange.inward.loading import carry_out
from stayaway.registry.exchange.outward.descriptors import Number
from stayaway.registry.exchange.outward.render import say_losses
from stayaway.registry.exporting import niem_of, worksheet_of
from stayaway.registry.finding.asking import ByIdentifier
from stayaway.registry.finding.identifiers import KNOWN_KINDS, identifier_key, identifier_kind
from stayaway.registry.finding.searching import find
from stayaway.registry.models import CaseRow, IdentifierKey, OrderRow, PersonRow
from stayaway.registry.projecting import differences
from stayaway.registry.secret_fields import keyed_digest
from stayaway.wording.exchange_in import ImportCode as C

from .courts import NOW, Court

HEADER = "kind,jurisdiction,case_number,restrained_name,restrained_born,restrained_numbers,issued,expires,no_abuse\r\n"


def table(numbers: str, case: str = "25-1", name: str = "Ben Sample") -> bytes:
    """A table of one order, against somebody with these numbers."""
    return f"{HEADER}civil,us-wa,{case},{name},1988-02-03,{numbers},2025-03-01,2027-03-01,yes\r\n".encode()


def load(court: Court, content: bytes) -> tuple[str, str]:
    """Load it; the case and the order that came of it."""
    report = carry_out(tables.plan_tables(court.judge, content, "orders.csv", NOW))
    assert report.is_loaded, report.lines()
    order = OrderRow.objects.get(id__in=report.orders.values())
    return order.case_id, order.id


def found(court: Court, kind: str, number: str = "d 1234567") -> list[str]:
    """Who is found by a number."""
    return [hit.name for hit in find(court.judge, ByIdentifier(kind, number), NOW, purpose="a stop").hits]


def test_every_kind_that_other_systems_have_a_field_for_is_known() -> None:
    assert set(KNOWN_KINDS) == {one.value for one in Number}
    assert {identifier_kind(one) for one in ("driver_license", "Driver’s Licence", "DRIVERS-LICENSE", "oln", "DL")} == {
        "OLN"
    }
    assert identifier_kind("ssn") == identifier_kind("Social Security") == "SOC"
    assert identifier_kind("state_id") == "state_id", "a card is no state identification number"
    assert len({identifier_kind(one) for one in ("Passport", "passport ", "PASSPORT")}) == 1
    assert len(identifier_kind("\ufdfa" * 24)) <= 24
    assert all(len(one) <= 24 for others in KNOWN_KINDS.values() for one in others), "a table takes no longer kind"


@pytest.mark.parametrize("written", ["driver_license", "Driver_License", "OLN", "oln", "drivers license"])
def test_a_number_of_a_table_is_found_by_its_kind_and_told_to_other_systems(court: Court, written: str) -> None:
    case, order = load(court, table(f"{written}=D1234567"))
    for kind in ("OLN", "driver_license", "Drivers_License"):
        assert found(court, kind) == ["Ben Sample"]
    assert found(court, "SOC") == []
    assert worksheet_of(court.judge, case, order, NOW).values("OLN") == ("D1234567",)
    assert b"D1234567" in niem_of(court.judge, case, order, NOW).xml
    other = tables.plan_tables(court.judge, table("OLN=D-1234567", "25-2", "Benny Else"), "more.csv", NOW)
    assert [one.why for one in other.candidates] == [(C.SAME_NUMBER,)]


def test_a_number_without_a_field_is_told_as_a_loss_and_not_shown(court: Court) -> None:
    case, order = load(court, table("Passport=P7654321; ssn=000-00-0001"))
    assert found(court, "passport", "P7654321") == ["Ben Sample"]
    for export in (worksheet_of(court.judge, case, order, NOW), niem_of(court.judge, case, order, NOW)):
        told = [line for line in say_losses(export) if "passport" in line]
        assert len(told) == 1
        assert "Ben Sample" in told[0]
        assert "P7654321" not in str(say_losses(export))
    assert worksheet_of(court.judge, case, order, NOW).values("SOC") == ("000-00-0001",)


def test_two_numbers_of_one_kind_are_told_and_neither_is_dropped(court: Court) -> None:
    plan = tables.plan_tables(court.judge, table("driver_license=D1; OLN=D2"), "orders.csv", NOW)
    assert [(one.wrong[0].code, one.spot.column) for one in plan.problems] == [(C.KIND_TWICE, "restrained_numbers")]
    assert "D2" not in str(plan.report.lines())


def test_numbers_that_stand_under_another_spelling_are_put_under_the_one_form_by_setup(court: Court) -> None:
    load(court, table("driver_license=D1234567"))
    raw = keyed_digest(f"driver_license:{identifier_key('D1234567')}")
    assert IdentifierKey.objects.update(kind="driver_license", digest=raw) == 1
    PersonRow.objects.update(keys_edition=3)
    person = IdentifierKey.objects.get().person_id
    assert differences() != []
    assert renewing.renew_keys() == PersonRow.objects.count() > 0
    assert found(court, "OLN") == ["Ben Sample"]
    assert IdentifierKey.objects.get().person_id == person
    assert differences() == []
    assert CaseRow.objects.count() == 1
