"""A consent that has run out is entered as over, so that whoever keeps a copy by it hears of that."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from stayaway.reasoning.authority import Role
from stayaway.registry.actors import Post
from stayaway.registry.chain import broken
from stayaway.registry.entries import Proposal, What
from stayaway.registry.lapsing import end_old_consents
from stayaway.registry.listing import changes
from stayaway.registry.models import Consent, Entry
from stayaway.registry.projecting import differences
from stayaway.registry.sight import cases_open_to
from tests.registry.world import NOW, World, enter, open_civil


def consent(world: World, until: str, who: str = "", agency: str = "") -> None:
    facts = {"agency": agency or world.program.id, "until": until}
    enter(
        world.clerk,
        Proposal(What.CONSENT_GIVEN, who or world.rosa, "2025-03-03", facts, acting=Role.PROTECTED_PERSON),
    )


def test_the_feed_tells_that_a_consent_ran_out(world: World) -> None:
    case, _ = open_civil(world)
    consent(world, "2025-06-10")
    advocate, later = world.actor(Post.ADVOCATE), NOW + timedelta(days=30)
    before = changes(advocate, 0, NOW)
    assert [(one.case, one.is_open) for one in before.cases] == [(case, True)]
    assert not cases_open_to(advocate, later).exists(), "by the day alone, whatever is entered"
    assert end_old_consents(later) == 1
    (told,) = changes(advocate, before.after, later).cases
    assert (told.case, told.is_open) == (case, False)
    assert end_old_consents(later) == 0
    assert list(broken()) == []
    assert differences() == []
    entry = Entry.objects.get(what=What.CONSENT_ENDED)
    assert (entry.happened, entry.account, entry.stream) == ("2025-06-10", "consents", world.rosa)


def test_it_lasts_to_the_end_of_its_last_day_where_the_program_is(world: World) -> None:
    open_civil(world)
    consent(world, "2025-06-10")
    zone = ZoneInfo(world.program.time_zone)
    assert end_old_consents(datetime(2025, 6, 10, 23, 59, tzinfo=zone)) == 0
    assert Consent.objects.exists()
    assert end_old_consents(datetime(2025, 6, 11, tzinfo=zone)) == 1
    assert not Consent.objects.exists()


def test_other_consents_stay(world: World) -> None:
    open_civil(world)
    consent(world, "2025-06-10")
    consent(world, "2025-06-10", who=world.dan)
    consent(world, "2026-06-10", agency=world.oversight.id)
    consent(world, "2026-06-10", who=world.dan)  # given anew, for longer
    assert end_old_consents(NOW + timedelta(days=30)) == 1
    kept = set(Consent.objects.values_list("person_id", "agency"))
    assert kept == {(world.rosa, world.oversight.id), (world.dan, world.program.id)}
