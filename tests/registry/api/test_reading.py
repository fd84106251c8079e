"""What programs read: cases and people as their caller may see them, lists, papers, and what was entered since."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from stayaway.cli import main
from stayaway.files.write import write_text
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.api.cursors import new_cursor
from stayaway.registry.entries import Proposal, What
from stayaway.registry.folding import papers_of
from stayaway.registry.models import Access, Entry, Task
from tests.registry.api.program import Program, program
from tests.registry.world import ADDRESS, PHONE, World, enter, happens, made, open_civil, open_criminal

WAYS = ("worksheet", "niem")
PAPER = b"%PDF-1.7 an invented order"


def test_a_case_reads_as_the_command_line_answers_for_the_same_papers(
    world: World, clerk: Program, tmp_path: Path
) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served"))
    told = clerk.get(f"/cases/{case}", on="2025-05-01").body
    file = tmp_path / "orders.yaml"
    file.write_text(write_text(papers_of(told["papers"])), "utf-8")
    asked = ["now", str(file), "--on", "2025-05-01", "--json"]
    same = json.loads(CliRunner().invoke(main, asked, catch_exceptions=False).output)
    assert {name: told[name] for name in same} == same


def test_who_sees_what_of_a_place_that_is_confidential(world: World) -> None:
    case, _ = open_civil(world)
    shown = {post: program(world, post).get(f"/cases/{case}") for post in Post}
    for post in (Post.CIVIL_CLERK, Post.JUDGE, Post.PROTECTED_PERSON):
        assert ADDRESS in shown[post].content.decode()
    for post in set(Post) - {Post.CIVIL_CLERK, Post.JUDGE, Post.PROTECTED_PERSON}:
        assert ADDRESS not in shown[post].content.decode()
        assert PHONE not in shown[post].content.decode()
    assert "Rosa's home" not in shown[Post.RESTRAINED_PERSON].content.decode()
    seen = {post for post, answer in shown.items() if answer.status == 200}
    assert seen == {
        Post.CIVIL_CLERK,
        Post.CRIMINAL_CLERK,
        Post.JUDGE,
        Post.OFFICER,
        Post.PROTECTED_PERSON,
        Post.RESTRAINED_PERSON,
    }


def test_what_is_not_there_sealed_or_hidden_is_one_answer_to_the_last_byte(world: World) -> None:
    sealed, _ = open_civil(world)
    hidden, _ = open_criminal(world)
    judge = program(world, Post.JUDGE)
    enter(replace(world.actor(Post.JUDGE), confirmed=True), Proposal(What.SEALED, sealed, "2025-05-01", why="Ordered."))
    advocate = program(world, Post.ADVOCATE)
    told = [judge.get(f"/cases/{sealed}"), advocate.get(f"/cases/{hidden}"), judge.get(f"/cases/{new_id('c')}")]
    assert {answer.status for answer in told} == {404}
    assert len({answer.content for answer in told}) == 1
    assert len({tuple(sorted(set(answer.headers) - {"X-Request-ID"})) for answer in told}) == 1


def test_the_record_is_read_as_it_was_known_at_an_instant(world: World, clerk: Program) -> None:
    case, order = open_civil(world)
    before = datetime.now(UTC)
    looked_at = clerk.get(f"/cases/{case}").body["versions"]
    body = {"order": order, "entry": {"on": "2025-03-02", "entry": "served"}, "versions": looked_at}
    assert clerk.post(f"/cases/{case}/orders/docket", body).status == 201
    then = clerk.get(f"/cases/{case}", known=before.isoformat()).body
    now = clerk.get(f"/cases/{case}").body
    assert "docket" not in then["papers"]["orders"][order]
    assert now["papers"]["orders"][order]["docket"]
    assert then["may_enter"] == []
    assert clerk.get(f"/cases/{case}", known="2020-01-01T00:00:00Z").status == 404


@pytest.mark.parametrize("on", ["2025-02-30", "0001-01-01", "9999-12-31", "yesterday", "2025-03-09T02:30"])
def test_a_moment_that_never_was_is_a_fault(world: World, clerk: Program, on: str) -> None:
    case, _ = open_civil(world)
    assert clerk.get(f"/cases/{case}", on=on).status == 422


def test_what_may_be_entered_is_told_with_why_not_and_where_to_go(world: World, clerk: Program) -> None:
    case, order = open_criminal(world)
    offered = {(one["order"], one["entry"]): one for one in clerk.get(f"/cases/{case}").body["may_enter"]}
    lifted = offered[order, "lifted"]
    assert lifted["may"] is False
    assert lifted["reasons"][0]["text"]
    assert lifted["path"]["text"]


def test_addresses_are_shown_for_a_need_that_is_said_and_kept(world: World) -> None:
    case, _ = open_civil(world)
    officer, dan = program(world, Post.OFFICER), program(world, Post.RESTRAINED_PERSON)
    assert officer.post(f"/cases/{case}/places/reveal", {"purpose": " "}).status == 403
    told = officer.post(f"/cases/{case}/places/reveal", {"purpose": "serving the order"})
    assert told.body["places"][world.home]["address"] == ADDRESS
    assert Access.objects.filter(how="reveal", stream=case, purpose="serving the order").count() == 1
    assert dan.post(f"/cases/{case}/places/reveal", {"purpose": "serving the order"}).status == 404


def test_a_paper_is_attached_to_an_entry_and_read_by_its_court_alone(world: World, clerk: Program) -> None:
    case, order = open_civil(world)
    kept = clerk.call("POST", "/papers", raw=PAPER, media="application/pdf")
    assert kept.status == 201
    assert clerk.call("POST", "/papers", raw=PAPER, media="application/pdf").body == kept.body
    entered = clerk.post(
        f"/cases/{case}/orders/docket",
        {
            "order": order,
            "entry": {"on": "2025-03-02", "entry": "served"},
            "document": kept.body["digest"],
            "versions": clerk.get(f"/cases/{case}").body["versions"],
        },
    )
    path = f"/cases/{case}/entries/{entered.body['entries'][0]['number']}/paper"
    read = clerk.get(path)
    assert read.content == PAPER
    assert read.headers["Content-Type"] == "application/pdf"
    assert "attachment" in read.headers["Content-Disposition"]
    assert program(world, Post.CRIMINAL_CLERK).get(path).status == 404
    for post in (Post.AUDITOR, Post.ADMINISTRATOR):
        told = program(world, post).call("POST", "/papers", raw=PAPER)
        assert (told.status, told.body["reasons"][0]["code"]) == (403, "record.no_post_for_records")


def test_a_paper_that_cannot_be_one_is_not_kept(clerk: Program) -> None:
    assert clerk.call("POST", "/papers", raw=b"<script>", media="application/pdf").status == 415
    assert clerk.call("POST", "/papers", raw=b"", media="application/pdf").status == 422
    large = b"%PDF-" + b"x" * (20 * 1024 * 1024)
    assert clerk.call("POST", "/papers", raw=large, media="application/pdf").status == 413


def test_the_feed_tells_an_agency_what_was_entered_in_the_cases_that_it_sees_once_each(world: World) -> None:
    civil, order = open_civil(world)
    officer, prosecutor = program(world, Post.OFFICER), program(world, Post.PROSECUTOR)
    told = officer.get("/feed").body
    assert [entry["what"] for entry in told["entries"]] == ["case_opened", "order_recorded"]
    assert ADDRESS not in str(told)
    assert "home" not in str(told)
    assert officer.get("/feed", after=told["after"]).body == {
        "entries": [],
        "cases": [],
        "after": told["after"],
        "more": False,
    }
    enter(world.clerk, happens(civil, order, "served", note="Left with a neighbour."))
    (entry,) = officer.get("/feed", after=told["after"]).body["entries"]
    assert entry["facts"] == {"order": order, "entry": {"on": "2025-04-01", "entry": "served"}}
    assert prosecutor.get("/feed").body["entries"] == []
    for post in (Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON, Post.AUDITOR, Post.ADMINISTRATOR):
        assert program(world, post).get("/feed").status == 403


def test_the_feed_tells_of_a_case_that_comes_to_be_open_and_of_one_that_is_so_no_longer(world: World) -> None:
    civil, _ = open_civil(world)
    criminal, order = open_criminal(world)
    officer, advocate, prosecutor = (program(world, post) for post in (Post.OFFICER, Post.ADVOCATE, Post.PROSECUTOR))
    told = {one.token: one.get("/feed").body["after"] for one in (officer, advocate, prosecutor)}

    def cases(caller: Program) -> list[tuple[str, bool]]:
        body = caller.get("/feed", after=told[caller.token]).body
        told[caller.token] = body["after"]
        assert caller.get("/feed", after=body["after"]).body["cases"] == []
        assert "appeared" not in str(body)
        return [(one["case"], one["is_open"]) for one in body["cases"]]

    given = {"agency": world.program.id, "until": "2035-01-01"}
    agreed = Proposal(What.CONSENT_GIVEN, world.rosa, "2025-03-03", given, acting=Role.PROTECTED_PERSON)
    enter(world.clerk, agreed)
    appears = {"account": "u-somebody", "agency": world.prosecution.id, "person": ""}
    enter(world.criminal_clerk, happens(criminal, order, "served"))
    enter(world.criminal_clerk, Proposal(What.APPEARED, criminal, "2025-03-03", appears))
    both = {(civil, True), (criminal, True)}
    assert (set(cases(advocate)), set(cases(prosecutor)), cases(officer)) == (both, both, [])
    enter(replace(world.actor(Post.JUDGE), confirmed=True), Proposal(What.SEALED, civil, "2025-05-01", why="Ordered."))
    assert [cases(one) for one in (officer, advocate, prosecutor)] == [[(civil, False)]] * 3
    assert program(world, Post.OFFICER).get("/feed").body["cases"] == []  # who was never told of it
    ends = Proposal(
        What.CONSENT_ENDED, world.rosa, "2025-05-02", {"agency": world.program.id}, acting=Role.PROTECTED_PERSON
    )
    enter(world.clerk, ends)
    enter(world.criminal_clerk, Proposal(What.WITHDREW, criminal, "2025-05-02", {"account": "u-somebody"}))
    assert [cases(one) for one in (officer, advocate, prosecutor)] == [[], [(criminal, False)], [(criminal, False)]]
    judge = replace(world.actor(Post.JUDGE), confirmed=True)
    enter(judge, Proposal(What.UNSEALED, civil, "2025-05-03", why="Ordered."))
    assert [cases(one) for one in (officer, advocate, prosecutor)] == [[(civil, True)], [], []]


def test_the_feed_goes_on_page_by_page_and_misses_nothing(world: World) -> None:
    case, _ = open_civil(world)
    for _ in range(12):
        enter(world.clerk, *(made(world, case, new_id("o")) for _ in range(10)))
    officer, after, numbers = program(world, Post.OFFICER), 0, []
    while True:
        page = officer.get("/feed", after=after).body
        numbers += [entry["number"] for entry in page["entries"]]
        after = page["after"]
        if not page["more"]:
            break
    told = Entry.objects.filter(stream=case, what__in=("case_opened", "order_recorded")).order_by("number")
    assert numbers == list(told.values_list("number", flat=True))


def test_the_work_list_is_told_page_by_page(world: World, clerk: Program) -> None:
    case, _ = open_civil(world)
    for _ in range(12):
        enter(world.clerk, *(made(world, case, new_id("o")) for _ in range(10)))
    first = clerk.get("/work").body
    second = clerk.get("/work", cursor=first["next"]).body
    both = [(task["order"], task["kind"]) for task in (*first["tasks"], *second["tasks"])]
    assert len(first["tasks"]) == 100
    assert len(set(both)) == len(both)
    assert clerk.get("/work", cursor=first["next"] + "x").status == 422
    assert program(world, Post.OFFICER).get("/work").status == 403


def test_no_task_comes_twice_or_never_while_rows_are_made_anew(world: World, clerk: Program) -> None:
    """An entry made between two pages makes the rows of its case anew, with other numbers."""
    first_case, _ = open_civil(world)
    second_case, _ = open_civil(world)
    for case in (first_case, second_case):
        for _ in range(4):
            enter(world.clerk, *(made(world, case, new_id("o")) for _ in range(20)))
    told = clerk.get("/work").body
    seen, wanted = [], {(one.order, one.kind) for one in Task.objects.filter(begins__lte=date.today())}
    assert len(wanted) > 150
    while True:
        seen += [(task["order"], task["kind"]) for task in told["tasks"]]
        if told["next"] is None:
            break
        for case in (first_case, second_case):
            rebuilt = list(Task.objects.filter(case=case))
            Task.objects.filter(case=case).delete()
            for task in reversed(rebuilt):
                task.pk = None
                task.save(force_insert=True)
        told = clerk.get("/work", cursor=told["next"]).body
    assert len(seen) == len(set(seen))
    assert set(seen) == wanted


def test_an_old_word_for_going_on_is_a_fault_and_not_a_failure(clerk: Program) -> None:
    assert clerk.get("/work", cursor=new_cursor("work", ["2025-01-01", 7])).status == 422


def test_the_feed_says_that_the_record_does_not_reach_a_number(world: World) -> None:
    open_civil(world)
    officer, last = program(world, Post.OFFICER), Entry.objects.order_by("-number")[0].number
    assert officer.get("/feed", after=last).body["after"] == last
    told = officer.get("/feed", after=last + 1)
    assert (told.status, told.body["faults"][0]["code"]) == (422, "api.after_the_end")
    assert told.body["faults"][0]["path"] == "after"
    assert program(world, Post.AUDITOR).get("/feed", after=last + 1).status == 403


def test_what_a_look_is_for_is_kept_as_it_was_written(world: World) -> None:
    case, _ = open_civil(world)
    officer = program(world, Post.OFFICER)
    for said, kept in (("ni\xc3\xb1o", "niño"), ("ni\xf1o", "niño"), ("call 17", "call 17")):
        assert officer.call("GET", f"/cases/{case}", Purpose=said).status == 200
        assert Access.objects.order_by("-id")[0].purpose == kept


def test_an_auditor_is_told_who_looked_and_their_own_look_is_kept(world: World, clerk: Program) -> None:
    case, _ = open_civil(world)
    clerk.get(f"/cases/{case}")
    auditor = program(world, Post.AUDITOR)
    asked: dict[str, Any] = {"purpose": "yearly review", "stream": case}
    looks = auditor.post("/audit", asked).body["looks"]
    assert [(look["how"], look["post"]) for look in looks] == [("read", "civil_clerk")]
    assert auditor.post("/audit", asked | {"purpose": ""}).status == 403
    assert auditor.post("/audit", asked | {"since": (datetime.now(UTC) + timedelta(1)).isoformat()}).body["looks"] == []
    assert clerk.post("/audit", asked).status == 403
    assert Access.objects.filter(how="audit", stream=case).count() == 2


def test_an_auditor_is_told_of_looks_that_showed_a_record_among_others(world: World) -> None:
    case, _ = open_civil(world)
    officer = program(world, Post.OFFICER)
    officer.get(f"/people/{world.dan}/cases", purpose="a stop")
    officer.post("/find", {"asked": {"by": "name", "name": "Daniel Cole"}, "purpose": "a stop"})
    other, _ = open_civil(world)
    officer.get(f"/cases/{other}")
    looks = program(world, Post.AUDITOR).post("/audit", {"purpose": "yearly review", "stream": case}).body["looks"]
    assert [look["how"] for look in looks] == ["find", "read"]


def test_what_an_export_is_for_is_kept_with_it(world: World) -> None:
    case, order = open_civil(world)
    officer = program(world, Post.OFFICER)
    for path in (f"/cases/{case}", f"/cases/{case}/export", *(f"/cases/{case}/orders/{order}/{way}" for way in WAYS)):
        assert officer.call("GET", path, Purpose=f"call 17, {path[-9:]}").status == 200
        assert Access.objects.order_by("-id")[0].purpose == f"call 17, {path[-9:]}"
    dan = program(world, Post.RESTRAINED_PERSON)
    assert dan.call("GET", f"/cases/{case}/orders/{order}/niem", Purpose="for court").status == 404
    assert (Access.objects.order_by("-id")[0].how, Access.objects.order_by("-id")[0].purpose) == (
        "refused",
        "for court",
    )


def test_people_are_found_by_name_number_and_case_with_why(world: World, clerk: Program) -> None:
    open_civil(world)
    asked = {"by": "name", "name": "Danny Cole", "born": "1988-02-03"}
    told = clerk.post("/find", {"asked": asked, "purpose": "a new petition"})
    assert told.status == 200, told.body
    (hit,) = told.body["hits"]
    assert hit["person"] == world.dan
    assert hit["reasons"][0]["text"]
    assert hit["orders"][0]["is_restrained"] is True
    assert clerk.post("/find", {"asked": asked}).status == 403
    by_case = clerk.post("/find", {"asked": {"by": "case", "number": "25 2 00017 1"}, "purpose": "a hearing"}).body
    assert {one["person"] for one in by_case["hits"]} == {world.dan, world.rosa}
    number = {"by": "number", "kind": "OLN", "number": "NONE123"}
    assert clerk.post("/find", {"asked": number, "purpose": "a stop"}).body["hits"] == []
    assert clerk.post("/find", {"asked": asked, "purpose": "x", "cursor": "junk"}).status == 422


def test_a_case_goes_out_as_an_order_file_a_worksheet_and_niem_and_comes_in_again(world: World, clerk: Program) -> None:
    case, order = open_civil(world, instrument="wa-dvpo")
    out = clerk.get(f"/cases/{case}/export").body["text"]
    assert ADDRESS in out
    assert ADDRESS not in program(world, Post.RESTRAINED_PERSON).get(f"/cases/{case}/export").body["text"]
    for kind in ("worksheet", "niem"):
        told = clerk.get(f"/cases/{case}/orders/{order}/{kind}")
        assert told.status in (200, 422)
        assert (told.body.get("losses") if told.status == 200 else told.body["faults"]) is not None
        assert clerk.get(f"/cases/{case}/orders/{new_id('o')}/{kind}").status == 404
        assert program(world, Post.RESTRAINED_PERSON).get(f"/cases/{case}/orders/{order}/{kind}").status == 404
    text = """
people: {ana: {name: Ana Ficta, born: 1990-01-01}, ben: {name: Ben Ficta, born: 1991-01-01}}
cases: {one: {kind: civil, jurisdiction: us-wa, court: Alder County Superior Court, number: "25-2-00555-1",
  petitioner: ana, respondent: ben}}
orders: {first: {case: one, restrained: ben, protects: [ana], issued: 2025-03-01, expires: 2027-03-01,
  terms: [no_abuse]}}
"""
    before = Entry.objects.count()
    wrong = clerk.post("/imports", {"text": text.replace("no_abuse", "no_abusse"), "is_dry": False}).body
    assert wrong["is_loaded"] is False
    assert wrong["faults"][0]["wrong"][0]["text"]
    dry = clerk.post("/imports", {"text": text}).body
    assert (dry["is_loaded"], dry["faults"]) == (False, [])
    assert Entry.objects.count() == before
    loaded = clerk.post("/imports", {"text": text, "is_dry": False}).body
    assert loaded["is_loaded"] is True, loaded
    assert clerk.get(f"/cases/{loaded['cases']['one']}").status == 200
    after = Entry.objects.count()
    again = clerk.post("/imports", {"text": text, "is_dry": False}).body
    assert again["before"]
    assert Entry.objects.count() == after > before


def test_an_order_that_ends_at_an_event_has_a_worksheet_once_somebody_says_which_end_to_enter(world: World) -> None:
    case, order = open_criminal(world)
    clerk = program(world, Post.CRIMINAL_CLERK)
    path = f"/cases/{case}/orders/{order}/worksheet"
    assert [one["code"] for one in clerk.get(path).body["faults"]] == ["exchange.end_needs_decision"]
    for said, entered in (("never", "NONEXP"), ("2399-06-01", "23990601")):
        told = clerk.get(path, end_to_enter=said)
        assert told.status == 200, told.body
        assert [one["value"] for one in told.body["fields"] if one["field"] == "EXP"] == [entered]
        assert "exchange.end_chosen" in {one["code"] for one in told.body["losses"]}
    for wrong in (
        "",
        "soon",
        "2399-13-01",
        "2399-W01-1",
        "23990601",
        "NEVER",
        "0001-01-01",
        "2399-06-01T10:00",
        "x" * 41,
    ):
        told = clerk.get(path, end_to_enter=wrong)
        assert told.status == 422, wrong
        assert [one["path"] for one in told.body["faults"]] == ["end_to_enter"]
    assert clerk.get(path, end_to_enter="soon").body["faults"][0]["wanted"] == ["2027-03-01", "never"]
    assert clerk.get(path, end_to_enter="2025-01-01").body["faults"][0]["code"] == "exchange.end_has_passed"
    civil, own = open_civil(world)
    other = program(world, Post.CIVIL_CLERK).get(f"/cases/{civil}/orders/{own}/worksheet", end_to_enter="never")
    assert [one["code"] for one in other.body["faults"]] == ["exchange.end_is_known"]


def test_a_place_is_recorded_anew_in_its_own_case_alone(world: World, clerk: Program) -> None:
    case, _ = open_civil(world)
    other = clerk.post(
        "/cases",
        {
            "case": {"kind": "civil", "petitioner": world.rosa, "respondent": world.dan},
            "acting": "protected_person",
            "happened": "2025-03-01",
        },
    ).body
    place = {"place": world.home, "label": "elsewhere", "address": "9 Other Road"}
    told = clerk.post(f"/cases/{other['made']['+case']}/places", place | {"versions": other["versions"]})
    assert told.status == 422
    looked_at = clerk.get(f"/cases/{case}").body["versions"]
    assert clerk.post(f"/cases/{case}/places", place | {"versions": looked_at}).status == 201
