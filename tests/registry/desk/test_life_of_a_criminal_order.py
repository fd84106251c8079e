"""A criminal order through the pages, from the charge to its lifting, also where it survives its case."""

from __future__ import annotations

import pytest

from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import Post
from stayaway.registry.models import CaseRow, OrderRow, PersonRow, Task
from tests.registry.desk.conftest import SitDown
from tests.registry.desk.visiting import Clock, Desk
from tests.registry.world import World

CHARGE = {
    "number": "CR-25-7",
    "on": "2025-06-02",
    "charge": "domestic_violence",
    "level": "misdemeanor",
    "restrained_name": "Kim Invented",
    "restrained_born": "1980-01-02",
    "protected1_name": "Lee Invented",
    "protected1_born": "1985-03-04",
    "witness1_name": "Pat Invented",
}
SURVIVES = "us-mi"
"""A place whose law ends a release order only by an order."""
ENDS = "us-wa"


def charge(clerk: Desk) -> str:
    clerk.send("/cases/new/criminal/", **CHARGE)
    clerk.send(clerk.path)
    return str(CaseRow.objects.get(number="CR-25-7").pk)


def make(clerk: Desk, case: str, **more: object) -> str:
    kim = PersonRow.objects.get(name="Kim Invented").pk
    lee = PersonRow.objects.get(name="Lee Invented").pk
    draft = {"issued": "2025-06-02", "restrained": kim, "protects": [lee], "terms": ["no_contact"]} | more
    clerk.send(f"/cases/{case}/orders/new/", **draft)
    known = set(OrderRow.objects.values_list("pk", flat=True))
    assert "The order was recorded." in clerk.send(f"/cases/{case}/orders/check/", clashes="0")
    return str((set(OrderRow.objects.values_list("pk", flat=True)) - known).pop())


@pytest.fixture
def there(world: World, request: pytest.FixtureRequest) -> str:
    place = getattr(request, "param", ENDS)
    Agency.objects.filter(pk=world.criminal_court.pk).update(jurisdiction=place)
    return str(place)


def test_from_charge_to_lifting(world: World, desk: SitDown, clock: Clock, there: str) -> None:
    del world, there
    clerk = desk(Post.CRIMINAL_CLERK)
    case = charge(clerk)
    assert "Charged" in clerk.get(f"/cases/{case}/")
    release = make(clerk, case, type="stage:pretrial", until="case_disposition")
    clerk.send(f"/cases/{case}/orders/{release}/enter/noticed/", on="2025-06-02")
    assert "Told of it" in clerk.get(f"/cases/{case}/")
    clock.turn_to("2025-09-01")
    changed = {"on": "2025-09-01", "terms": ["no_contact", "no_abuse"]}
    clerk.send(f"/cases/{case}/orders/{release}/enter/modified/", **changed)
    assert "No harm, threats, harassment or stalking" in clerk.get(f"/cases/{case}/")
    for event in ("convicted", "sentenced"):
        clerk.send(f"/cases/{case}/enter/{event}/", on="2025-09-01")
    clerk.send(f"/cases/{case}/enter/probation_started/", on="2025-09-01", until="2026-09-01")
    assert "New last day: September 1, 2026" in clerk.get(f"/cases/{case}/")
    probation = make(clerk, case, issued="2025-09-01", type="stage:probation", until="probation_ends")
    assert "IN FORCE" in clerk.get(f"/cases/{case}/")
    clock.turn_to("2026-03-01")
    lifted = clerk.send(f"/cases/{case}/orders/{probation}/enter/lifted/", on="2026-03-01", why="The victim asked")
    assert "The entry was made." in lifted
    assert "Lifted by the court" in lifted
    assert OrderRow.objects.get(pk=probation).spans[-1][2] == "no"


@pytest.mark.parametrize("there", [SURVIVES], indirect=True)
def test_a_dismissal_leaves_an_order_standing_where_it_survives(
    world: World, desk: SitDown, clock: Clock, there: str
) -> None:
    del world, there
    clerk = desk(Post.CRIMINAL_CLERK)
    case = charge(clerk)
    order = make(clerk, case, type="stage:pretrial")
    clock.turn_to("2025-07-01")
    page = clerk.send(f"/cases/{case}/enter/dismissed/", on="2025-07-01")
    assert "Criminal, before trial, CR-25-7 IN FORCE" in page
    assert "In Michigan the order still goes on until the court lifts it." in page
    assert Task.objects.filter(case=case, kind="work.decide_after_case").exists()
    listed = clerk.get("/tasks/")
    assert "The case ended, but the record does not say that its order ended." in listed

    # The court leaves it in force: it says so, and the task goes.
    done = f"/cases/{case}/orders/{order}/done/work.decide_after_case/"
    assert "Please fill this in." in clerk.send(done, why="")
    assert "Decided:" in clerk.send(done, why="Left in force until the appeal is over")
    assert "does not say that its order ended" not in clerk.get("/tasks/")

    # Then it lifts it after all.
    clerk.send(f"/cases/{case}/orders/{order}/enter/lifted/", on="2025-07-01")
    assert "NOT IN FORCE" in clerk.get(f"/cases/{case}/")


def test_a_dismissal_ends_an_order_where_the_law_says_so(world: World, desk: SitDown, clock: Clock, there: str) -> None:
    del world, there
    clerk = desk(Post.CRIMINAL_CLERK)
    case = charge(clerk)
    make(clerk, case, type="stage:pretrial", until="case_disposition")
    clock.turn_to("2025-07-01")
    assert "NOT IN FORCE" in clerk.send(f"/cases/{case}/enter/dismissed/", on="2025-07-01")
    assert not Task.objects.filter(case=case, kind="work.decide_after_case").exists()


def test_a_prosecutor_charges_at_the_court_that_they_choose(world: World, desk: SitDown, there: str) -> None:
    del there
    prosecutor = desk(Post.PROSECUTOR)
    assert "does not hear" not in prosecutor.get("/cases/new/")
    page = prosecutor.send("/cases/new/criminal/", **CHARGE)
    assert "Please fill this in." in page
    prosecutor.send("/cases/new/criminal/", **CHARGE, court=world.criminal_court.pk)
    prosecutor.send("/cases/new/criminal/people/")
    assert CaseRow.objects.get(number="CR-25-7").keeper_id == world.criminal_court.pk
