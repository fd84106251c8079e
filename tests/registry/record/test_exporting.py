"""Orders for other systems: read as whoever exports may see them."""

from __future__ import annotations

import pytest

from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.exchange.outward.render import say_losses
from stayaway.registry.exporting import niem_of, worksheet_of
from stayaway.registry.models import Access
from stayaway.registry.refusing import Refused
from stayaway.wording.describing import DescribingCode
from tests.registry.world import ADDRESS, NOW, World, enter, made, open_civil

LOOKS = {"sex": "M", "race": "W", "height": 70, "weight": 180, "eyes": "BRO", "hair": "BRO"}
NUMBER = "COLED917"


def describe(world: World, **descriptors: object) -> None:
    facts = {"name": "Daniel Cole", "born": "1988-02-03", "descriptors": descriptors}
    secrets = {"identifiers": {"OLN": NUMBER, "OLS": "WA", "OLY": "2028"}}
    enter(world.clerk, Proposal(What.PERSON_CHANGED, world.dan, "2025-03-01", facts, secrets))


def test_a_court_gets_a_worksheet_with_what_it_recorded(world: World) -> None:
    case, order = open_civil(world)
    describe(world, **LOOKS)
    found = worksheet_of(world.clerk, case, order, NOW)
    said = {code: found.values(code) for code in ("SEX", "HGT", "EYE", "OLN", "DOB", "EXP")}
    assert said == {
        "SEX": ("M",),
        "HGT": ("510",),
        "EYE": ("BRO",),
        "OLN": (NUMBER,),
        "DOB": ("19880203",),
        "EXP": ("20270301",),
    }
    assert Access.objects.filter(how="export", stream=case).count() == 1


def test_numbers_and_addresses_do_not_go_along_for_those_who_do_not_see_them(world: World) -> None:
    case, order = open_civil(world, terms=["no_abuse", {"stay_away": {"from": [world.home], "distance": "500 ft"}}])
    describe(world, **LOOKS)
    officer = world.actor(Post.OFFICER)
    sheet = worksheet_of(officer, case, order, NOW)
    assert sheet.values("OLN") == ()
    assert NUMBER not in repr(sheet)
    xml = niem_of(officer, case, order, NOW).xml + niem_of(world.clerk, case, order, NOW).xml
    assert ADDRESS.encode() not in xml


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON, Post.ADVOCATE, Post.AUDITOR])
def test_the_sides_do_not_export_for_other_systems(world: World, post: Post) -> None:
    case, order = open_civil(world)
    for export in (worksheet_of, niem_of):
        with pytest.raises(Refused):
            export(world.actor(post), case, order, NOW)


def test_an_order_that_is_not_in_the_case_is_not_there(world: World) -> None:
    case, _ = open_civil(world)
    with pytest.raises(Refused):
        niem_of(world.clerk, case, new_id("o"), NOW)


def test_a_description_that_cannot_be_is_refused_with_every_fault(world: World) -> None:
    open_civil(world)
    with pytest.raises(Refused) as told:
        describe(world, sex="X", height="tall", shoes=9)
    # Whose field has a word is named by it, in the reader's language; what is no field, as it was written.
    named = [getattr(name := reason.facts["name"], "code", name) for reason in told.value.reasons]
    assert named == [DescribingCode.SEX, DescribingCode.HEIGHT, "shoes"]


def test_two_numbers_that_a_program_entered_for_one_field_are_not_both_keyed_in(world: World) -> None:
    case, order = open_civil(world)
    facts = {"name": "Daniel Cole", "born": "1988-02-03"}
    secrets = {"identifiers": {"driver_license": "OLD111", "OLN": "NEW222"}}
    enter(world.clerk, Proposal(What.PERSON_CHANGED, world.dan, "2025-03-01", facts, secrets))
    sheet = worksheet_of(world.clerk, case, order, NOW)
    assert sheet.values("OLN") == ("NEW222",)
    assert any("driver_license" in line for line in say_losses(sheet))


def test_a_number_of_a_protected_person_that_has_no_field_is_said_to_be_left_out(world: World) -> None:
    case, order = open_civil(world)
    facts = {"name": "Rosa Delgado", "born": "1990-05-17"}
    secrets = {"identifiers": {"driver_license": "ROSA77"}}
    enter(world.clerk, Proposal(What.PERSON_CHANGED, world.rosa, "2025-03-01", facts, secrets))
    sheet = worksheet_of(world.clerk, case, order, NOW)
    assert any("Numbers that name a protected person" in line for line in say_losses(sheet))
    assert "ROSA77" not in str([one.value for one in sheet.fields])


def test_the_court_that_keeps_a_foreign_order_is_not_the_court_that_made_it(world: World) -> None:
    Agency.objects.filter(id=world.civil_court.id).update(ori="XX0010000")
    own, order = open_civil(world)
    assert worksheet_of(world.clerk, own, order, NOW).values("CTI") == ("XX0010000",)
    case, foreign = new_id("c"), new_id("o")
    about = {"kind": "civil", "court": "Court of Another State", "petitioner": world.rosa, "respondent": world.dan}
    opened = Proposal(
        What.CASE_OPENED, case, "2025-03-01", {"case": about, "foreign": True}, court=world.civil_court.id
    )
    enter(world.clerk, opened, made(world, case, foreign))
    sheet = worksheet_of(world.clerk, case, foreign, NOW)
    assert sheet.values("CTI") == ()
    assert "CTI" in {one.code for one in sheet.missing}
    assert sheet.values("ORI") == ("XX0010000",)
