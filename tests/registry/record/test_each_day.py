"""Work lists, reminders, and secrets that are kept no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from pytest_django import Settings

from stayaway import standing
from stayaway.model import Answer
from stayaway.reasoning.authority import Role
from stayaway.registry import projecting
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.chain import broken
from stayaway.registry.entries import Proposal, What
from stayaway.registry.erasing import erase_old_secrets
from stayaway.registry.listing import work_list
from stayaway.registry.models import Reminder, Secret, Task
from stayaway.registry.reading import read_case
from stayaway.registry.refusing import Refused
from stayaway.registry.reminding import NoMailServer, Reminded, remind
from tests.registry.world import ADDRESS, NOW, World, enter, happens, happens_in, made, open_civil, open_criminal

SOON = datetime(2027, 2, 10, 18, tzinfo=UTC)
"""Nineteen days before the civil order ends."""
NOTHING = Reminded(0, ())


@pytest.fixture(autouse=True)
def _mail_server(settings: Settings) -> None:
    settings.SENDS_MAIL = True


def kinds(order: str) -> set[str]:
    return set(Task.objects.filter(order=order).values_list("kind", flat=True))


def choose(world: World, **contact: str) -> None:
    chosen = Proposal(What.CONTACT_CHOSEN, world.rosa, "2025-05-01", {}, contact, acting=Role.PROTECTED_PERSON)
    enter(world.clerk, chosen)


def test_an_order_asks_for_service_until_it_is_proved(world: World) -> None:
    case, order = open_civil(world)
    assert "work.serve" in kinds(order)
    enter(world.actor(Post.OFFICER), happens(case, order, "served", on="2025-03-05"))
    assert "work.serve" not in kinds(order)


def test_a_request_waits_for_its_decision(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "dismissal_requested", acting=Role.RESTRAINED_PERSON))
    assert "work.decide_ending" in kinds(order)
    enter(world.clerk, happens(case, order, "denied", on="2025-04-20"))
    assert "work.decide_ending" not in kinds(order)


def test_a_hearing_without_a_result_is_asked_about_from_the_day_after(world: World) -> None:
    case, order = open_civil(world, stage="temporary", expires="2025-09-01")
    enter(world.clerk, happens(case, order, "hearing_set", on="2025-03-02", hearing="2025-05-05"))
    task = Task.objects.get(order=order, kind="work.hearing_without_result")
    assert str(task.begins) == "2025-05-06"


FINAL = "o" + "1" * 20


def until_the_hearing(world: World, *, in_the_case: bool = False, hearing: str = "2025-03-14") -> tuple[str, str]:
    case, order = open_civil(world, stage="temporary", until="hearing")
    enter(world.clerk, happens(case, order, "served", on="2025-03-02"))
    if in_the_case:
        enter(world.clerk, happens_in(case, "hearing_set", on="2025-03-02", hearing=hearing))
    else:
        enter(world.clerk, happens(case, order, "hearing_set", on="2025-03-02", hearing=hearing))
    return case, order


@pytest.mark.parametrize("in_the_case", [False, True])
def test_a_final_order_is_what_came_of_the_hearing(world: World, in_the_case: bool) -> None:
    case, order = until_the_hearing(world, in_the_case=in_the_case)
    assert kinds(order) == {"work.hearing_without_result", "work.end_unknown"}
    final = made(world, case, FINAL, stage="final", expires="2026-03-14", issued="2025-03-14")
    enter(world.clerk, final)
    assert kinds(order) == {"work.end_unknown"}, "until it is handed over, nobody knows if the first goes on"
    enter(world.clerk, happens(case, FINAL, "served", on="2025-03-14"))
    assert kinds(order) == set()
    papers = read_case(world.clerk, case, NOW).papers
    assert standing(papers, order, on="2025-06-02").in_force is Answer.NO


@pytest.mark.parametrize("given", [{"protects": []}, {"issued": "2025-03-13"}])
def test_an_order_that_is_not_surely_its_result_leaves_the_hearing_open(world: World, given: dict[str, Any]) -> None:
    case, order = until_the_hearing(world)
    enter(world.clerk, made(world, case, FINAL, **{"stage": "final", "issued": "2025-03-14"} | given))
    assert "work.hearing_without_result" in kinds(order)


def test_a_change_is_what_came_of_a_hearing(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "hearing_set", on="2025-04-02", hearing="2025-04-14"))
    enter(world.clerk, happens(case, order, "modified", on="2025-04-13"))
    assert "work.hearing_without_result" in kinds(order), "that was before it"
    enter(world.clerk, happens(case, order, "modified", on="2025-04-14"))
    assert "work.hearing_without_result" not in kinds(order)


def test_a_hearing_of_the_case_is_asked_about_for_an_order_that_waits_for_it(world: World) -> None:
    case, order = until_the_hearing(world, in_the_case=True)
    assert Task.objects.get(order=order, kind="work.hearing_without_result").begins == date(2025, 3, 15)
    enter(world.clerk, happens(case, order, "denied", on="2025-03-14"))
    assert "work.hearing_without_result" not in kinds(order)
    case, final = open_civil(world)
    enter(world.clerk, happens_in(case, "hearing_set", on="2025-03-02", hearing="2025-03-14"))
    assert "work.hearing_without_result" not in kinds(final), "it need not be about this order"


def test_a_hearing_on_the_last_day_of_the_calendar_is_listed(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "hearing_set", on="2025-04-02", hearing="9999-12-31"))
    assert Task.objects.get(order=order, kind="work.hearing_without_result").begins == date.max


def test_a_civil_case_that_was_dismissed_asks_what_became_of_its_order(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens_in(case, "dismissed", on="2025-05-01"))
    assert Task.objects.get(order=order, kind="work.decide_after_case").begins == date(2025, 5, 1)
    enter(world.clerk, happens(case, order, "terminated", on="2025-05-01"))
    assert kinds(order) == set()


def test_an_order_marked_as_run_out_before_its_last_day_is_asked_about(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "expired", on="2025-05-01"))
    papers = read_case(world.clerk, case, NOW).papers
    assert standing(papers, order, on="2025-06-02").in_force is Answer.UNSURE
    assert Task.objects.get(order=order, kind="work.expired_too_early").begins == date(2025, 5, 1)
    enter(world.clerk, happens(case, order, "terminated", on="2025-05-20"))
    assert kinds(order) == set()


def test_the_sentence_that_made_an_order_is_no_end_of_its_case(world: World) -> None:
    case, order = open_criminal(world, stage="sentence", until="sentence_ends")
    enter(world.criminal_clerk, happens_in(case, "sentenced", on="2025-03-01"))
    assert "work.decide_after_case" not in kinds(order)


def test_what_is_done_is_not_asked_again(world: World) -> None:
    case, order = open_civil(world)
    assert "work.ends_soon" in kinds(order)
    done = Proposal(What.TASK_DONE, case, "2027-02-10", {"order": order, "kind": "work.ends_soon"})
    enter(world.clerk, done, now=datetime(2027, 2, 10, 20, tzinfo=UTC))
    assert "work.ends_soon" not in kinds(order)


@pytest.mark.parametrize("kind", ["work.serve", "work.hearing_without_result", "work.reminder_text", "x"])
def test_what_an_entry_has_to_do_nobody_marks_as_done(world: World, kind: str) -> None:
    case, order = open_civil(world)
    with pytest.raises(Refused):
        enter(world.clerk, Proposal(What.TASK_DONE, case, "2025-06-01", {"order": order, "kind": kind}))
    assert "work.serve" in kinds(order)


def test_an_end_that_nobody_knows_is_asked_for_from_the_day_of_the_order_and_once(world: World) -> None:
    case, order = open_civil(world, stage="final", issued="2025-03-03")
    assert Task.objects.get(order=order, kind="work.end_unknown").begins == date(2025, 3, 3)
    enter(world.clerk, Proposal(What.TASK_DONE, case, "2025-06-02", {"order": order, "kind": "work.end_unknown"}))
    for days in (0, 1, 400):
        projecting.refresh(NOW + timedelta(days=days))
        assert "work.end_unknown" not in kinds(order)


def test_an_end_that_becomes_unknown_is_asked_for_from_that_day(world: World) -> None:
    case, order = open_criminal(world, place="us-ar")
    assert "work.end_unknown" not in kinds(order)
    enter(world.criminal_clerk, happens_in(case, "dismissed", on="2025-05-01"))
    assert Task.objects.get(order=order, kind="work.end_unknown").begins == date(2025, 5, 1)


def test_an_order_of_no_known_day_is_asked_about_from_the_day_it_was_entered_for(world: World) -> None:
    case, _ = open_civil(world)
    other = new_id("o")
    file = {"case": case, "restrained": world.dan, "protects": [world.rosa], "terms": ["no_contact"]}
    enter(world.clerk, Proposal(What.ORDER_RECORDED, case, "2025-04-07", {"order": other, "file": file}))
    assert Task.objects.get(order=other, kind="work.end_unknown").begins == date(2025, 4, 7)


def test_a_case_is_looked_at_again_as_soon_as_the_day_of_a_task_has_begun_anywhere(world: World) -> None:
    open_civil(world)
    first = min(task.begins for task in Task.objects.all())
    begins = datetime.combine(first, time(), ZoneInfo("Etc/GMT-14"))  # fourteen hours ahead of UTC
    assert [projecting.refresh(at) for at in (begins - timedelta(seconds=1), begins)] == [0, 1]


def test_tasks_go_when_their_order_has_ended_by_itself(world: World) -> None:
    _, order = open_civil(world)
    assert "work.ends_soon" in kinds(order)
    projecting.refresh(datetime(2027, 3, 3, tzinfo=UTC))
    assert kinds(order) == set()


def test_nobody_is_reminded_who_did_not_ask(world: World) -> None:
    open_civil(world)
    assert remind(SOON) == NOTHING
    assert mail.outbox == []


def test_a_reminder_comes_once_by_the_way_that_was_chosen_and_says_nothing(world: World) -> None:
    case, _ = open_civil(world)
    choose(world, email="friend@example.org", language="es")
    assert remind(NOW) == NOTHING
    assert remind(SOON).sent > 0
    again = len(mail.outbox)
    assert remind(SOON + timedelta(days=1)) == NOTHING
    assert len(mail.outbox) == again
    for message in mail.outbox:
        said = f"{message.subject} {message.body}".casefold()
        assert message.to == ["friend@example.org"]
        assert "2027" in said
        for word in ("rosa", "daniel", "alder", "order", "orden", "court", "corte", case):
            assert word not in said


def test_what_a_court_marks_as_done_takes_no_reminder_away(world: World) -> None:
    case, order = open_civil(world)
    choose(world, email="friend@example.org")
    projecting.refresh(SOON)
    for kind in ("work.renewal_open", "work.ends_soon"):
        assert kind in kinds(order)
        done = Proposal(What.TASK_DONE, case, SOON.date().isoformat(), {"order": order, "kind": kind})
        enter(world.clerk, done, now=SOON)
        assert kind not in kinds(order)
    assert remind(SOON).sent == 2
    assert set(Reminder.objects.values_list("kind", flat=True)) == {"work.renewal_open", "work.ends_soon"}


def test_an_order_that_was_ended_or_renewed_brings_no_reminder(world: World) -> None:
    case, order = open_civil(world)
    choose(world, email="friend@example.org")
    enter(world.clerk, happens(case, order, "renewed", on="2027-02-01", until="2029-03-01"), now=SOON)
    assert remind(SOON) == NOTHING
    other_case, other = open_civil(world)
    enter(world.clerk, happens(other_case, other, "terminated", on="2027-02-01"), now=SOON)
    assert remind(SOON) == NOTHING


def test_who_takes_the_choice_back_is_reminded_no_more(world: World) -> None:
    open_civil(world)
    choose(world, email="friend@example.org")
    choose(world)
    assert remind(SOON) == NOTHING


@pytest.mark.parametrize("failure", [SMTPRecipientsRefused({}), OSError("no way out"), ValueError("no address")])
def test_a_reminder_that_cannot_be_sent_stays_due_and_holds_up_nobody_elses(
    world: World, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    open_civil(world)
    choose(world, email="bad@example.org")
    for number in ("0", "f"):  # one who comes before her, and one who comes after
        other = "p" + number * 20
        enter(world.clerk, Proposal(What.PERSON_RECORDED, other, "2025-03-01", {"name": f"Ana Ficta {number}"}))
        open_civil(replace(world, rosa=other, home=new_id("l")))
        choose(replace(world, rosa=other), email=f"good{number}@example.org")
    send = mail.EmailMessage.send

    def fail(message: mail.EmailMessage, *_: object, **__: object) -> int:
        if message.to == ["bad@example.org"]:
            raise failure
        return send(message)

    with monkeypatch.context() as patch:
        patch.setattr(mail.EmailMessage, "send", fail)
        done = remind(SOON)
    assert {to for message in mail.outbox for to in message.to} == {"good0@example.org", "goodf@example.org"}
    assert done.sent == len(mail.outbox)
    assert set(done.unsent) == {type(failure).__name__}
    mail.outbox.clear()
    assert remind(SOON) == Reminded(len(done.unsent), ())
    assert {to for message in mail.outbox for to in message.to} == {"bad@example.org"}


def test_without_a_mail_server_nothing_counts_as_sent(world: World, settings: Settings) -> None:
    open_civil(world)
    choose(world, email="friend@example.org")
    settings.SENDS_MAIL = False
    with pytest.raises(NoMailServer):
        remind(SOON)
    assert not Reminder.objects.exists()
    settings.SENDS_MAIL = True
    assert remind(SOON).sent > 0


def test_the_last_day_of_a_date_goes_on_to_its_end_where_the_court_is(world: World) -> None:
    _, order = open_civil(world)
    choose(world, email="friend@example.org")
    task = Task.objects.get(order=order, kind="work.ends_soon")
    assert task.due is not None
    evening = datetime.combine(task.due, time(18), ZoneInfo("America/Los_Angeles")).astimezone(UTC)
    assert evening.date() > task.due
    assert remind(evening + timedelta(hours=6)).sent == 0, "it is the next day there"
    assert remind(evening).sent > 0


def test_secrets_go_some_years_after_the_last_order_and_the_chain_still_holds(world: World) -> None:
    case, order = open_civil(world)
    kept = Secret.objects.filter(sealed__isnull=False).count()
    assert erase_old_secrets(datetime(2029, 1, 1, tzinfo=UTC), years=5) == 0
    late = datetime(2033, 1, 1, tzinfo=UTC)
    assert erase_old_secrets(late, years=5) == kept
    assert not Secret.objects.filter(sealed__isnull=False).exists()
    assert list(broken()) == []
    assert projecting.differences() == []
    papers = read_case(world.clerk, case, late).papers
    assert all(place.address is None for place in papers.places.values())
    assert standing(papers, order, on="2025-05-01").in_force is Answer.YES
    assert erase_old_secrets(late, years=5) == 0


def test_what_is_secret_of_a_sealed_case_goes_like_that_of_any_other(world: World) -> None:
    case, _ = open_civil(world)
    kept = Secret.objects.filter(sealed__isnull=False).count()
    judge = world.actor(Post.JUDGE, confirmed=True)
    enter(judge, Proposal(What.SEALED, case, "2025-05-01", why="ordered sealed"))
    assert erase_old_secrets(datetime(2029, 1, 1, tzinfo=UTC), years=5) == 0
    assert erase_old_secrets(datetime(2033, 1, 1, tzinfo=UTC), years=5) == kept
    assert not Secret.objects.filter(sealed__isnull=False).exists()
    assert projecting.differences() == []


def test_an_order_that_may_be_in_force_keeps_what_is_secret(world: World) -> None:
    case, _ = open_civil(world)
    open_criminal(world, until="further_order")
    late = datetime(2033, 1, 1, tzinfo=UTC)
    erase_old_secrets(late, years=5)
    person = read_case(world.clerk, case, late).papers.people
    assert any(one.phones for one in person.values())
    assert ADDRESS not in str([place.address for place in read_case(world.clerk, case, late).papers.places.values()])


def test_an_order_that_becomes_unsure_by_time_alone_comes_onto_the_work_list(world: World) -> None:
    """Nothing is entered after its service, and no hearing is on record."""
    begins = datetime(2025, 3, 2, 20, tzinfo=UTC)
    case, order = open_civil(world, law="us-tx", instrument="tx-exparte", stage="temporary", now=begins)
    enter(world.clerk, happens(case, order, "served", on="2025-03-02"), now=begins)
    day = begins.date()
    while standing(read_case(world.clerk, case, begins).papers, order, on=day.isoformat()).in_force is Answer.YES:
        day += timedelta(days=1)
    assert day > begins.date(), "it is surely in force at first"
    late = datetime.combine(day, time(20), UTC)
    assert work_list(world.clerk, late - timedelta(days=1)) == []
    projecting.refresh(late)
    (task,) = work_list(world.clerk, late)
    assert (task.order, task.kind, task.begins) == (order, "work.end_unknown", day)
    before = list(Task.objects.values_list("kind", "begins"))
    projecting.rebuild(late)
    assert list(Task.objects.values_list("kind", "begins")) == before
