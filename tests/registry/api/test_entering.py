"""What a program can enter, under which permissions, and what it is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from stayaway.registry import chain, projecting
from stayaway.registry.accounts.models import Client, new_id
from stayaway.registry.actors import Post
from stayaway.registry.api.bodies import TaskDone
from stayaway.registry.bounds import MARKED_BY_HAND
from stayaway.registry.models import Access, Entry, OrderRow
from tests.registry.api.program import Program, program
from tests.registry.world import PLACE, World, open_civil, open_criminal

DAY = "2025-03-01"


def case_of(world: World, **more: Any) -> dict[str, Any]:
    return {
        "kind": "civil",
        "jurisdiction": PLACE,
        "court": world.civil_court.name,
        "number": "25-2-00099-1",
        "petitioner": world.rosa,
        "respondent": world.dan,
    } | more


def order_of(world: World, **more: Any) -> dict[str, Any]:
    return {
        "restrained": world.dan,
        "protects": [world.rosa],
        "stage": "final",
        "issued": DAY,
        "expires": "2027-03-01",
        "terms": ["no_abuse", {"no_contact": {"except": ["counsel"]}}],
    } | more


def versions(asked: Program, case: str) -> dict[str, int]:
    found: dict[str, int] = asked.get(f"/cases/{case}").body["versions"]
    return found


def test_a_person_a_case_an_order_and_its_service_are_entered_one_after_another(world: World, clerk: Program) -> None:
    person = clerk.post("/people", {"name": "Iris Invented", "born": "1991-02-03", "phones": ["206-555-0101"]})
    assert person.status == 201
    iris = person.body["made"]["+person"]
    opened = clerk.post(
        "/cases", {"case": case_of(world, petitioner=iris), "happened": DAY, "acting": "protected_person"}
    )
    assert opened.status == 201, opened.body
    case = opened.body["made"]["+case"]
    made = clerk.post(
        f"/cases/{case}/orders", {"order": order_of(world, protects=[iris]), "versions": opened.body["versions"]}
    )
    assert made.status == 201, made.body
    order = made.body["made"]["+order"]
    served = clerk.post(
        f"/cases/{case}/orders/docket",
        {"order": order, "entry": {"on": "2025-03-02", "entry": "served"}, "versions": made.body["versions"]},
    )
    assert served.status == 201, served.body
    assert served.body["versions"] == {case: 3}
    read = clerk.get(f"/cases/{case}", on="2025-03-10").body
    assert read["orders"][0]["in_force"] == "yes"
    assert read["papers"]["orders"][order]["docket"] == [{"on": "2025-03-02", "entry": "served"}]
    assert read["papers"]["people"][iris]["name"] == "Iris Invented"


def step_of(world: World) -> dict[str, Any]:
    return {
        "entries": [
            {"what": "person_recorded", "about": "+rosa", "name": "Rosa Ficta", "born": "1990-01-01"},
            {
                "what": "case_opened",
                "about": "+case",
                "happened": DAY,
                "acting": "protected_person",
                "case": case_of(world, petitioner="+rosa"),
            },
            {
                "what": "place_recorded",
                "about": "+case",
                "place": "+home",
                "happened": DAY,
                "label": "home",
                "of": "+rosa",
                "confidential": True,
                "address": "1 Nowhere Road",
            },
            {
                "what": "order_recorded",
                "about": "+case",
                "name": "+order",
                "order": order_of(
                    world,
                    protects=["+rosa"],
                    terms=["no_contact", {"stay_away": {"from": ["+home"], "distance": "500 ft"}}],
                ),
            },
            {
                "what": "order_event",
                "about": "+case",
                "order": "+order",
                "entry": {"on": "2025-03-02", "entry": "served"},
            },
        ]
    }


def test_a_step_makes_everything_at_once_under_the_callers_own_names(world: World, clerk: Program) -> None:
    told = clerk.post("/steps", step_of(world))
    assert told.status == 201, told.body
    made = told.body["made"]
    assert set(made) == {"+rosa", "+case", "+home", "+order"}
    read = clerk.get(f"/cases/{made['+case']}").body
    terms = read["papers"]["orders"][made["+order"]]["terms"]
    assert terms[1]["stay_away"]["from"] == [made["+home"]]
    assert read["papers"]["places"][made["+home"]]["address"] == "1 Nowhere Road"
    assert list(chain.broken()) == []
    assert projecting.differences() == []


def test_a_step_with_one_entry_that_may_not_be_is_not_taken_at_all(world: World, clerk: Program) -> None:
    before = Entry.objects.count()
    step = step_of(world)
    step["entries"][4]["entry"] = {"on": "2025-03-02", "entry": "lifted"}
    told = clerk.post("/steps", step)
    assert told.status == 403, told.body
    assert told.body["index"] == 4
    assert told.body["path"]["text"]
    assert Entry.objects.count() == before


def test_a_civil_clerk_is_told_why_a_criminal_order_is_not_theirs_to_end_and_where_to_go(
    world: World, clerk: Program
) -> None:
    case, order = open_criminal(world)
    told = clerk.post(
        f"/cases/{case}/orders/docket",
        {"order": order, "entry": {"on": "2025-04-01", "entry": "lifted"}, "versions": versions(clerk, case)},
    )
    assert told.status == 403
    assert told.headers["Content-Type"] == "application/problem+json"
    assert told.body["reasons"]
    assert all(one["code"] and one["text"] for one in told.body["reasons"])
    assert told.body["path"]["code"]


def test_every_fault_of_an_order_is_told_with_its_place_and_the_words_that_were_wanted(
    world: World, clerk: Program
) -> None:
    case, _ = open_civil(world)
    order = order_of(world, terms=["no_contcat", {"stay_away": {"from": ["nowhere"], "distance": "many miles"}}])
    told = clerk.post(f"/cases/{case}/orders", {"order": order, "versions": versions(clerk, case)})
    assert told.status == 422
    faults = told.body["faults"]
    assert len(faults) >= 2
    assert any(fault["nearest"] == "no_contact" and "no_contact" in fault["wanted"] for fault in faults)
    assert all(fault["path"].startswith("orders.") for fault in faults)


def test_a_docket_cannot_come_in_with_an_order_or_a_case(world: World, clerk: Program) -> None:
    case, _ = open_civil(world)
    docket = [{"on": DAY, "entry": "served"}]
    for path, body in (
        (f"/cases/{case}/orders", {"order": order_of(world, docket=docket)}),
        (f"/cases/{case}/changes", {"case": case_of(world, docket=docket)}),
    ):
        told = clerk.post(path, body | {"versions": versions(clerk, case)})
        assert told.status == 422
        assert [fault["path"].rsplit(".")[-1] for fault in told.body["faults"]] == ["docket"]


def test_whoever_looked_before_somebody_else_entered_is_told_what_was_entered(world: World, clerk: Program) -> None:
    case, order = open_civil(world)
    looked_at = versions(clerk, case)
    body = {"order": order, "entry": {"on": "2025-03-02", "entry": "served"}, "versions": looked_at}
    assert clerk.post(f"/cases/{case}/orders/docket", body).status == 201
    late = clerk.post(f"/cases/{case}/orders/docket", body)
    assert late.status == 409
    assert late.body["expected"] == looked_at[case]
    assert late.body["found"] == looked_at[case] + 1
    assert [one["what"] for one in late.body["entered"]] == ["order_event"]


def test_a_write_without_the_version_that_was_looked_at_is_not_taken(world: World, clerk: Program) -> None:
    case, order = open_civil(world)
    told = clerk.post(f"/cases/{case}/orders/docket", {"order": order, "entry": {"on": DAY, "entry": "served"}})
    assert told.status == 422
    assert told.body["faults"][0]["path"] == f"versions.{case}"


BY_TEXT = ["no_abuse", {"no_contact": {"except": [{"by": "text", "about": "children"}]}}]


def test_an_order_signed_today_is_taken_once_its_clashes_were_seen(world: World, clerk: Program) -> None:
    open_criminal(world)
    case, _ = open_civil(world)
    today = datetime.now(ZoneInfo("America/Los_Angeles")).date().isoformat()
    order = order_of(world, terms=BY_TEXT, issued=today, expires="2099-01-01")
    seen = clerk.post(f"/cases/{case}/drafts", {"order": order}).body["clashes_seen"]
    body = {"order": order, "versions": versions(clerk, case)}
    unseen = clerk.post(f"/cases/{case}/orders", body)
    assert unseen.status == 403
    assert unseen.body["reasons"][0]["code"] == "record.clashes_not_seen"
    assert clerk.post(f"/cases/{case}/orders", body | {"clashes_seen": seen}).status == 201


def test_a_clash_in_a_draft_has_wording_that_avoids_it_in_the_language_asked_for(world: World, clerk: Program) -> None:
    open_criminal(world)
    case, _ = open_civil(world)
    draft = {"order": order_of(world, terms=BY_TEXT)}
    english = clerk.post(f"/cases/{case}/drafts", draft).body
    clerk.language = "es"
    spanish = clerk.post(f"/cases/{case}/drafts", draft).body
    assert english["clashes"]
    assert english["clashes_seen"] == len(english["clashes"])
    assert all(clash["avoid"] for clash in english["clashes"])
    assert [clash["kind"] for clash in english["clashes"]] == [clash["kind"] for clash in spanish["clashes"]]
    assert english["clashes"][0]["reason"]["text"] != spanish["clashes"][0]["reason"]["text"]


def test_a_correction_says_what_should_have_stood_there(world: World, clerk: Program) -> None:
    case, order = open_civil(world)
    served = clerk.post(
        f"/cases/{case}/orders/docket",
        {"order": order, "entry": {"on": "2025-03-05", "entry": "served"}, "versions": versions(clerk, case)},
    ).body
    told = clerk.post(
        f"/cases/{case}/corrections",
        {
            "number": served["entries"][0]["number"],
            "why": "The paper says the sixth.",
            "instead": {"what": "order_event", "order": order, "entry": {"on": "2025-03-06", "entry": "served"}},
            "versions": served["versions"],
        },
    )
    assert told.status == 201, told.body
    read = clerk.get(f"/cases/{case}").body
    assert read["papers"]["orders"][order]["docket"] == [{"on": "2025-03-06", "entry": "served"}]
    other = clerk.post(
        f"/cases/{case}/corrections",
        {
            "number": served["entries"][0]["number"],
            "why": "A wrong kind.",
            "instead": {"what": "sealed"},
            "versions": told.body["versions"],
        },
    )
    assert other.status == 422


def test_people_are_changed_linked_and_unlinked(world: World, clerk: Program) -> None:
    open_civil(world)
    again = clerk.post("/people", {"name": "Dan Cole", "born": "1988-02-03"}).body["made"]["+person"]
    linked = clerk.post(
        f"/people/{world.dan}/links", {"same_as": again, "why": "Same licence.", "versions": {world.dan: 1}}
    )
    assert linked.status == 403  # it has to be confirmed with both factors, which a machine cannot
    changed = clerk.post(
        f"/people/{world.dan}/changes",
        {"name": "Daniel B. Cole", "born": "1988-02-03", "descriptors": {"height": 71}, "versions": {world.dan: 1}},
    )
    assert changed.status == 201, changed.body
    assert clerk.get(f"/people/{world.dan}/cases").body["papers"]["people"][world.dan]["name"] == "Daniel B. Cole"


def test_somebody_named_chooses_where_reminders_go_and_who_may_help(world: World) -> None:
    open_civil(world)
    rosa = program(world, Post.PROTECTED_PERSON)
    chosen = rosa.post(f"/people/{world.rosa}/contact", {"email": "rosa@example.org", "versions": {world.rosa: 1}})
    assert chosen.status == 201, chosen.body
    advocate = program(world, Post.ADVOCATE)
    assert advocate.get(f"/people/{world.rosa}/cases").status == 404
    given = rosa.post(
        f"/people/{world.rosa}/consents",
        {"agency": world.program.id, "until": "2099-01-01", "versions": chosen.body["versions"]},
    )
    assert given.status == 201, given.body
    assert advocate.get(f"/people/{world.rosa}/cases").status == 200
    ended = rosa.post(
        f"/people/{world.rosa}/consents/end", {"agency": world.program.id, "versions": given.body["versions"]}
    )
    assert ended.status == 201, ended.body
    assert advocate.get(f"/people/{world.rosa}/cases").status == 404


def test_a_lawyer_sees_a_case_once_their_appearance_is_entered_and_no_more_after(world: World, clerk: Program) -> None:
    case, _ = open_civil(world)
    lawyer = program(world, Post.DEFENSE_LAWYER)
    holding = Client.objects.get(id=str(lawyer.token).split(".")[0]).holding
    assert lawyer.get(f"/cases/{case}").status == 404
    appeared = clerk.post(
        f"/cases/{case}/appearances",
        {
            "account": holding.account_id,
            "agency": holding.agency_id,
            "person": world.dan,
            "versions": versions(clerk, case),
        },
    )
    assert appeared.status == 201, appeared.body
    assert lawyer.get(f"/cases/{case}").status == 200
    ended = clerk.post(
        f"/cases/{case}/appearances/end", {"account": holding.account_id, "versions": appeared.body["versions"]}
    )
    assert ended.status == 201, ended.body
    assert lawyer.get(f"/cases/{case}").status == 404


def test_a_task_that_was_done_leaves_the_work_list(world: World, clerk: Program) -> None:
    case, order = open_civil(world, stage="final")
    tasks = [(task["order"], task["kind"]) for task in clerk.get("/work").body["tasks"]]
    assert (order, "work.end_unknown") in tasks
    done = {"order": order, "kind": "work.end_unknown", "versions": versions(clerk, case)}
    assert clerk.post(f"/cases/{case}/tasks/done", done | {"kind": "work.serve"}).status == 422
    answer = clerk.post(f"/cases/{case}/tasks/done", done)
    assert answer.status == 201, answer.body
    tasks = [(task["order"], task["kind"]) for task in clerk.get("/work").body["tasks"]]
    assert (order, "work.end_unknown") not in tasks
    assert (order, "work.serve") in tasks


def test_every_task_that_is_marked_by_hand_is_one_that_the_schema_knows() -> None:
    kinds = TaskDone.model_json_schema()["properties"]["kind"]["enum"]
    assert set(kinds) == {kind.value for kind in MARKED_BY_HAND}


def test_what_is_not_there_and_what_may_not_be_seen_get_the_same_answer_to_a_write(world: World) -> None:
    case, order = open_civil(world)
    advocate = program(world, Post.ADVOCATE)
    body = {"order": order, "entry": {"on": DAY, "entry": "served"}, "versions": {}}
    hidden = advocate.post(f"/cases/{case}/orders/docket", body)
    absent = advocate.post(f"/cases/{new_id('c')}/orders/docket", body)
    assert hidden.status == absent.status == 404
    assert hidden.content == absent.content
    assert Access.objects.filter(how="refused", stream=case).count() == 1


@pytest.mark.parametrize("about", ["+nobody", "p0123", "c" + "0" * 20])
def test_a_step_says_where_it_names_what_it_has_not_made(clerk: Program, about: str) -> None:
    told = clerk.post(
        "/steps", {"entries": [{"what": "person_changed", "about": about, "name": "Ana Ficta"}], "versions": {}}
    )
    assert told.status in (404, 422)
    assert Entry.objects.filter(what="person_changed").count() == 0
    assert not OrderRow.objects.exists()
