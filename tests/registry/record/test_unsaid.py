"""What an order says in its own words is told without anything that its reader may not know: also what is erased."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.model import OrderId, PersonId
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.api.answers import draft_document
from stayaway.registry.drafting import check_draft
from stayaway.registry.entries import Proposal, What
from stayaway.registry.erasing import erase_old_secrets
from stayaway.registry.exchange.outward.order_file import order_file_of
from stayaway.registry.exchange.outward.render import as_json
from stayaway.registry.exporting import niem_of, worksheet_of
from stayaway.registry.listing import changes
from stayaway.registry.reaching import Way, text_without_ways
from stayaway.registry.reading import read_case, read_person
from tests.registry.world import ADDRESS, NOW, World, enter, happens, happens_in, made, open_civil, open_criminal

SECRETS = {
    "phones": ["+1 (206) 555-0142"],
    "emails": ["Hidden.Rosa@example.org"],
    "handles": ["@hidden_rosa"],
    "identifiers": {"OLN": "HID-0042-R"},
}
TOLD = ("206.555.0142", "555-0142", "hidden.rosa@EXAMPLE.org", "hidden_rosa", "HID0042R", "safe@example.org")
WORDS = f"He may not call {TOLD[0]} nor {TOLD[1]}, nor write to {', '.join(TOLD[2:])}, by day or by night."
OTHERS = [Post.RESTRAINED_PERSON, Post.OFFICER, Post.CRIMINAL_CLERK]
LATE = datetime(2033, 1, 1, tzinfo=UTC)


def told(world: World, post: Post, case: str, now: datetime = NOW, known: datetime | None = None) -> str:
    """All that somebody reads of a case."""
    view = read_case(world.actor(post), case, now, known=known)
    return order_file_of(view) + repr(view) + repr(view.entries)


def reachable(world: World, now: datetime = NOW) -> None:
    """Rosa tells her court how she is reached, and the registry where reminders may go."""
    enter(
        world.clerk,
        Proposal(What.PERSON_CHANGED, world.rosa, "2025-02-01", {"name": "Rosa Marin"}, SECRETS),
        Proposal(What.CONTACT_CHOSEN, world.rosa, "2025-02-01", {}, {"email": TOLD[-1]}, acting=Role.PROTECTED_PERSON),
        now=now,
    )


@pytest.mark.parametrize("post", OTHERS)
def test_how_somebody_is_reached_is_told_by_no_words_of_an_order(world: World, post: Post) -> None:
    reachable(world)
    case, order = open_civil(world, terms=["no_abuse", {"no_contact": {"except": [{"when": WORDS}]}}, {"other": WORDS}])
    enter(world.clerk, happens(case, order, "modified", terms=[{"other": f"Again: {WORDS}"}]))
    said = told(world, post, case)
    assert [one for one in TOLD if one.casefold() in said.casefold()] == []
    assert "by day or by night" in said
    assert all(one in told(world, Post.CIVIL_CLERK, case) for one in TOLD)
    assert all(one in told(world, Post.PROTECTED_PERSON, case) for one in TOLD)


@pytest.mark.parametrize("post", OTHERS)
def test_a_number_that_was_told_later_or_is_used_no_more_is_as_secret(world: World, post: Post) -> None:
    reachable(world)
    case, _ = open_civil(world, terms=["no_abuse", {"other": f"{WORDS} Nor 425-555-0177."}])
    facts = {"name": "Rosa Marin"}
    later = Proposal(What.PERSON_CHANGED, world.rosa, "2025-06-02", facts, {"phones": ["4255550177"]})
    enter(world.clerk, later, now=NOW + timedelta(hours=2))
    for known in (None, NOW + timedelta(hours=1)):
        said = told(world, post, case, NOW + timedelta(days=1), known)
        assert "555-0177" not in said
        assert not any(one in said for one in TOLD)


def test_each_side_reads_their_own_number_and_not_that_of_the_other(world: World) -> None:
    reachable(world)
    his = Proposal(What.PERSON_CHANGED, world.dan, "2025-02-01", {"name": "Daniel Cole"}, {"phones": ["206-555-0188"]})
    enter(world.clerk, his)
    case, _ = open_civil(world, terms=["no_abuse", {"other": "He calls 206 555 0142 from 206 555 0188 alone."}])
    dan, rosa = (told(world, post, case) for post in (Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON))
    assert "He calls — from 206 555 0188 alone." in dan
    assert "He calls 206 555 0142 from — alone." in rosa


@pytest.mark.parametrize("post", [Post.OFFICER, Post.CIVIL_CLERK, Post.JUDGE])
def test_what_goes_to_other_systems_says_none_of_it_whoever_sends_it(world: World, post: Post) -> None:
    reachable(world)
    words = f"{WORDS} He may not go to {ADDRESS}."
    case, order = open_civil(world, terms=["no_abuse", {"other": words}], stage="final", expires="2027-03-01")
    sender = world.actor(post)
    said = niem_of(sender, case, order, NOW).xml.decode() + as_json(worksheet_of(sender, case, order, NOW), "en")
    assert "by day or by night" in said.casefold()
    assert [one for one in (*TOLD, ADDRESS) if one.casefold() in said.casefold()] == []
    erase_old_secrets(LATE, years=5)
    later = niem_of(sender, case, order, LATE).xml.decode()
    assert "he may not" not in later.casefold()


def test_the_feed_says_no_number_either(world: World) -> None:
    reachable(world)
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", court="at the door, after a call to 206 555 0142"))
    said = [entry for entry in changes(world.actor(Post.OFFICER), 0, NOW).entries if entry.facts.get("entry")]
    assert [entry.facts["entry"]["court"] for entry in said] == ["at the door, after a call to —"]


def test_a_court_that_drafts_reads_the_orders_of_another_without_its_secrets(world: World) -> None:
    reachable(world)
    where = f"at {ADDRESS} after a call to 206-555-0142, on Sundays"
    open_civil(world, terms=["no_abuse", {"no_contact": {"except": [{"by": "text", "when": where}]}}])
    case, order = open_criminal(world)
    draft = made(world, case, order, stage="pretrial", until="case_disposition").facts["file"]
    found = check_draft(world.criminal_clerk, case, "draft", draft, NOW)
    said = json.dumps(draft_document(found, "en", NOW)) + repr(found.check) + repr(found.against.orders)
    assert found.check.clashes
    assert "on Sundays" in said
    assert ADDRESS not in said
    assert "555-0142" not in said
    # Whoever signs has seen as many clashes as are counted then.
    today = NOW.date().isoformat()
    signed = made(world, case, new_id("o"), issued=today, stage="pretrial", until="case_disposition")
    enter(
        world.criminal_clerk,
        Proposal(What.ORDER_RECORDED, case, signed.happened, signed.facts, clashes_seen=len(found.check.clashes)),
    )
    civil = found.cases[0]
    draft = made(world, civil, "draft").facts["file"]
    assert ADDRESS in repr(check_draft(world.clerk, civil, "draft", draft, NOW).against), "its own court reads it"


# ---- what other entries told -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_sealed", [False, True])
@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.OFFICER, Post.CIVIL_CLERK])
def test_what_was_told_in_another_case_is_told_by_no_words_here(world: World, post: Post, is_sealed: bool) -> None:
    """Her civil case keeps where she lives; the order of the criminal case says it."""
    civil, _ = open_civil(world)
    case, order = open_criminal(world, terms=["no_abuse", {"other": f"Not to {ADDRESS}, by day or by night."}])
    if is_sealed:
        judge = world.actor(Post.JUDGE, confirmed=True)
        enter(judge, Proposal(What.SEALED, civil, "2025-05-01", why="ordered sealed"))
    said = [told(world, post, case)]
    if post is not Post.CIVIL_CLERK:  # who keeps the other case, and knows it from there
        said.append(order_file_of(read_person(world.actor(post), world.dan, NOW)))
    if post is not Post.RESTRAINED_PERSON:
        said.append(niem_of(world.actor(post), case, order, NOW).xml.decode())
    assert not any("hidden lane" in one.casefold() for one in said)
    assert all("by day or by night" in one.casefold() for one in said)
    assert ADDRESS in told(world, Post.CRIMINAL_CLERK, case)
    assert ADDRESS in told(world, Post.PROTECTED_PERSON, case), "it is hers"


def test_the_feed_says_nothing_that_another_case_keeps(world: World) -> None:
    open_civil(world)
    case, order = open_criminal(world)
    enter(world.criminal_clerk, happens(case, order, "served", court=f"at {ADDRESS}"))
    said = [
        entry.facts["entry"] for entry in changes(world.actor(Post.OFFICER), 0, NOW).entries if entry.facts.get("entry")
    ]
    assert [entry["court"] for entry in said] == ["at —"]


def test_what_was_told_of_another_record_of_somebody_is_as_secret(world: World) -> None:
    again = new_id("p")
    facts = {"name": "Rosa Marin", "born": "1990-05-01"}
    enter(
        world.clerk,
        Proposal(What.PERSON_RECORDED, again, "2024-03-01", facts, {"phones": ["206-555-0199"]}),
        Proposal(What.PEOPLE_LINKED, again, "2024-03-01", {"same_as": world.rosa}, why="the same licence"),
    )
    case, _ = open_civil(world, terms=["no_abuse", {"other": "Nor may he call 206-555-0199."}])
    assert "0199" not in told(world, Post.RESTRAINED_PERSON, case)


@pytest.mark.parametrize(
    "text",
    [
        "17 Hidden Ln",
        "17 HIDDEN LN.",
        "17-Hidden-Lane",
        "17. Hidden Lane",
        "17 Hidden\u2011Lane",
        "17 Hidden\u200bLane",
        "1\u00ad7 Hidden Lane",
        "17 H\u00eddden Lane",
        "\uff11\uff17 Hidden Lane",
        "17_Hidden_Lane",
        "17/Hidden/Lane",
        "17\nHidden\u00a0Lane",
        "Hidden Lane 17",
    ],
)
def test_an_address_is_found_however_it_is_written(world: World, text: str) -> None:
    case, _ = open_civil(world, terms=["no_abuse", {"other": f"Not to {text} at all."}])
    orders = read_case(world.actor(Post.RESTRAINED_PERSON), case, NOW).papers.orders
    (said,) = [getattr(term, "text", "") for order in orders.values() for term in order.terms or ()][1:]
    assert said.replace("—.", "—").split() == ["Not", "to", "—", "at", "all."]


def test_other_addresses_stay(world: World) -> None:
    words = "Not to 117 Hidden Lane; 217 Hidden Laneway; 17 Hid Lane; or 17 Main Street."
    case, _ = open_civil(world, terms=["no_abuse", {"other": words}])
    assert words in told(world, Post.RESTRAINED_PERSON, case)


# ---- what is erased ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("post", OTHERS)
def test_words_that_may_be_all_that_still_says_where_somebody_is_are_left_out(world: World, post: Post) -> None:
    words = f"He may not go to {ADDRESS}."
    terms: list[Any] = [{"stay_away": {"from": [world.home]}}, {"other": words}]
    case, order = open_civil(world, terms=terms)
    enter(world.clerk, happens(case, order, "modified", terms=[*terms, {"surrender_firearms": {"note": words}}]))
    between = NOW + timedelta(hours=1)
    assert erase_old_secrets(LATE, years=5) > 0
    for known in (None, between):
        said = told(world, post, case, LATE, known)
        assert ADDRESS not in said
        assert "He may not go" not in said
        view = read_case(world.actor(post), case, LATE, known=known)
        kinds = [term.kind.value for term in view.papers.orders[OrderId(order)].terms or ()]
        assert kinds == ["stay_away", "other"], "that there is a term, and of what kind, is told"
        assert view.papers.cases[view.papers.orders[OrderId(order)].case.id].number == "25-2-00017-1"
        assert words in told(world, Post.CIVIL_CLERK, case, LATE, known)


def test_whose_secret_was_erased_reads_the_words(world: World) -> None:
    words = f"He may not go to {ADDRESS}."
    case, _ = open_civil(world, terms=["no_abuse", {"other": words}])
    erase_old_secrets(LATE, years=5)
    assert words in told(world, Post.PROTECTED_PERSON, case, LATE)


@pytest.mark.parametrize("post", OTHERS)
def test_words_are_left_out_too_where_only_how_somebody_is_reached_was_erased(world: World, post: Post) -> None:
    case, _ = open_criminal(world, terms=["no_abuse", {"other": "He may not call 206 555 0142."}])
    enter(world.criminal_clerk, happens_in(case, "dismissed", on="2025-05-01"))
    assert erase_old_secrets(LATE, years=5) == 1, "her phone alone"
    reader = Post.CIVIL_CLERK if post is Post.CRIMINAL_CLERK else post
    assert "He may not call" not in told(world, reader, case, LATE)
    assert "He may not call" in told(world, Post.CRIMINAL_CLERK, case, LATE)


def test_somebody_of_whom_alone_something_was_erased_reads_the_words(world: World) -> None:
    bare = Proposal(What.PERSON_RECORDED, new_id("p"), "2025-03-01", {"name": "Ola Other"})
    enter(world.clerk, bare)
    his = Proposal(What.PERSON_CHANGED, world.dan, "2025-02-01", {"name": "Daniel Cole"}, {"phones": ["206-555-0188"]})
    enter(world.clerk, his)
    case, _ = open_criminal(replace(world, rosa=bare.stream), terms=[{"other": "He calls from 206-555-0188 alone."}])
    enter(world.criminal_clerk, happens_in(case, "dismissed", on="2025-05-01"))
    assert erase_old_secrets(LATE, years=5) == 1
    assert "He calls from 206-555-0188 alone." in told(world, Post.RESTRAINED_PERSON, case, LATE)
    assert "He calls" not in told(world, Post.OFFICER, case, LATE)


def test_words_of_another_case_stay(world: World) -> None:
    """What was erased in one case is no reason to hide the words of another, in which nothing was."""
    other = new_id("p")
    enter(world.clerk, Proposal(What.PERSON_RECORDED, other, "2025-03-01", {"name": "Ola Other"}))
    case, _ = open_civil(replace(world, rosa=other, home=new_id("l")), terms=[{"other": "No dogs."}])
    open_civil(world, terms=["no_abuse", {"other": f"He may not go to {ADDRESS}."}])
    erase_old_secrets(LATE, years=5)
    view = read_person(Actor("u-x", Post.RESTRAINED_PERSON, person=PersonId(world.dan)), world.dan, LATE)
    said = {key: [getattr(term, "text", "") for term in order.terms or ()] for key, order in view.papers.orders.items()}
    assert sorted(said.values()) in ([["", "—"], ["—"]], [["", "—"], ["No dogs."]])
    assert case in view.seen


# ---- numbers in any text -------------------------------------------------------------------------------------------

DIGITS = st.text("0123456789", min_size=7, max_size=13)
PARTS = st.lists(st.sampled_from(["", " ", "-", ".", ") ", " - ", "\u00a0", "/"]), min_size=12, max_size=12)


def parted(digits: str, parts: list[str]) -> str:
    """Digits with these parts between them."""
    return "".join(digit + part for digit, part in zip(digits[:-1], parts, strict=False)) + digits[-1]


@given(digits=DIGITS, recorded=PARTS, written=PARTS, before=st.sampled_from(["", "call ", "(", "+", "tel:"]))
def test_a_phone_is_found_however_it_is_written(
    digits: str, recorded: list[str], written: list[str], before: str
) -> None:
    way = Way("p", "phones", parted(digits, recorded))
    without = text_without_ways([way], [], "—")
    assert without is not None
    for start in range(len(digits) - 6):
        said = without(f"Do not {before}{parted(digits[start:], written)}, ever.")
        assert not any(sign.isdigit() for sign in said)
        assert said.startswith("Do not ")
        assert said.endswith(", ever.")


@given(digits=DIGITS, code=st.sampled_from(["1", "+1 ", "+52-", "011"]))
def test_a_phone_is_found_with_a_code_before_it_that_was_not_recorded(digits: str, code: str) -> None:
    without = text_without_ways([Way("p", "phones", digits)], [], "—")
    assert without is not None
    assert without(f"Call {code}{digits} now.") == "Call — now."


@given(digits=DIGITS, other=DIGITS)
def test_another_number_stays(digits: str, other: str) -> None:
    without = text_without_ways([Way("p", "phones", digits)], [], "—")
    assert without is not None
    text = f"Case {other}, of 2025-03-01, by 17:00, 500 ft."
    if other[-7:] != digits[-7:]:
        assert without(text) == text


@pytest.mark.parametrize(
    ("kind", "told", "text", "said"),
    [
        ("phones", "206-555-0142 ext. 9", "Not 2065550142 ext. 9.", "Not — ext. 9."),
        ("phones", "911", "Not 911 nor 9112.", "Not — nor 9112."),
        ("handles", "@rosa", "Rosa, called @rosa", "Rosa, called —"),
        ("handles", "rosa.m", "Rosa M, called Rosa.M or @rosa.m", "Rosa M, called — or —"),
        ("identifiers", "D 123-456", "licence d123456; D12345", "licence —; D12345"),
        ("emails", "r@example.org", "mailto:R@example.org, or@example.org", "mailto:—, or@example.org"),
    ],
)
def test_what_is_found_and_what_is_not(kind: str, told: str, text: str, said: str) -> None:
    without = text_without_ways([Way("p", kind, told)], ["Rosa Marin"], "—")
    assert without is not None
    assert without(text) == said
