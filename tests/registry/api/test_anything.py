"""Whatever words of an order file a clerk's program sends, they are taken or each fault is told; nothing breaks.

What is taken reads back: the case, its dockets and the feed answer, the chain holds, the projections agree.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from stayaway.files.schema import file_schema
from stayaway.model import CaseEvent, OrderEvent, TermKind
from stayaway.registry import chain, projecting
from stayaway.registry.actors import Post
from tests.registry.api.program import Program, program
from tests.registry.world import World, open_civil, open_criminal

EXAMPLES = int(os.environ.get("STAYAWAY_API_EXAMPLES", "2")) * 20
EXPECTED = {201, 400, 403, 409, 422}
SHAPES = file_schema()["$defs"]
DAYS = st.sampled_from(
    ["2025-03-01", "2025-04-01T10:30", "2025-04-01T23:59:59-07:00", "1850-01-01", "2400-12-31", "2025-02-30", "soon"]
)
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def terms_of(world: World) -> st.SearchStrategy[Any]:
    """Terms as the order file has them, with people and places of the world among the words, and odd ones."""
    named = {"who": [world.dan, world.rosa], "at": world.home, "from": [world.home], "to": world.rosa}
    said = st.sampled_from(
        [
            "no_abuse",
            "no_contact",
            {"no_contact": {"except": [{"by": "text", "about": "children"}]}},
            {"stay_away": {"from": [world.home, world.rosa], "distance": "500 ft"}},
            {"stay_away": {"from": world.rosa, "distance": "1e9 mi"}},
            {"exchange": named},
            {"custody": named},
            {"pay_support": "yes"},
            "other",
        ]
    )
    words = sorted({word for shape in SHAPES.values() for word in shape.get("properties", ())})
    value = st.one_of(ODD, st.sampled_from([world.dan, world.home, [world.rosa], "500 ft", "2025-03-01", "text"]))
    parts = st.one_of(value, st.dictionaries(st.sampled_from(words), value, max_size=3))
    shaped = st.dictionaries(st.sampled_from([*TermKind]), parts, min_size=1, max_size=2)
    return st.lists(st.one_of(said, shaped), max_size=4)


@st.composite
def orders(draw: st.DrawFn, world: World) -> dict[str, Any]:
    """An order in the words of the order file, mostly one that can be."""
    people = st.sampled_from([world.dan, world.rosa, world.home, "p" + "0" * 20])
    found: dict[str, Any] = {"restrained": draw(people), "issued": draw(DAYS)}
    options: dict[str, st.SearchStrategy[Any]] = {
        "protects": st.lists(people, max_size=3),
        "stage": st.sampled_from(["final", "temporary", "pretrial", "forever"]),
        "instrument": st.sampled_from(["wa-dvpo", "", "nothing known"]),
        "expires": st.one_of(DAYS, st.just("never")),
        "until": st.sampled_from(["hearing", "case_disposition"]),
        "terms": terms_of(world),
        "relationship": st.sampled_from(["spouse", "none"]),
        "findings": st.dictionaries(st.sampled_from(["credible_threat", "x"]), ODD, max_size=2),
        "claims": st.lists(st.dictionaries(st.sampled_from(["status", "source", "on"]), ODD, max_size=3), max_size=2),
    }
    for name, values in options.items():
        if draw(st.booleans()):
            found[name] = draw(values if draw(st.integers(0, 9)) else ODD)
    return found


@st.composite
def entries(draw: st.DrawFn, events: list[Any], world: World) -> dict[str, Any]:
    """An entry of a docket in the words of the order file."""
    found: dict[str, Any] = {"on": draw(DAYS), "entry": draw(st.sampled_from(events))}
    options = {"until": DAYS, "hearing": DAYS, "note": st.text(max_size=20), "terms": terms_of(world)}
    for name, values in options.items():
        if draw(st.integers(0, 3)) == 0:
            found[name] = draw(values)
    return found


def keeps_answering(world: World, clerk: Program, case: str) -> None:
    """What was taken can be read, by its court and by both sides."""
    del world
    assert clerk.get(f"/cases/{case}").status == 200
    assert clerk.get(f"/cases/{case}", on="2400-12-31").status == 200
    assert clerk.get(f"/cases/{case}", on="1850-01-01").status == 200


@pytest.mark.parametrize("post", [Post.CIVIL_CLERK, Post.CRIMINAL_CLERK])
def test_any_words_of_an_order_file_are_taken_or_told_what_is_wrong(world: World, post: Post, settings: Any) -> None:
    settings.API_CALLS_A_MINUTE = 2**20
    case, order = open_civil(world) if post is Post.CIVIL_CLERK else open_criminal(world)
    clerk = program(world, post)
    told: list[int] = []
    kinds = st.one_of(
        orders(world).map(lambda found: ("/orders", {"order": found})),
        orders(world).map(lambda found: ("/drafts", {"order": found})),
        entries([*OrderEvent], world).map(lambda found: ("/orders/docket", {"order": order, "entry": found})),
        entries([*CaseEvent], world).map(lambda found: ("/docket", {"entry": found})),
        st.fixed_dictionaries({"label": st.text(max_size=8), "confidential": st.booleans(), "address": st.text()}).map(
            lambda found: ("/places", found)
        ),
    )

    @effort(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(sent=kinds)
    def sends(sent: tuple[str, dict[str, Any]]) -> None:
        path, body = sent
        if path != "/drafts":
            body = body | {"versions": clerk.get(f"/cases/{case}").body["versions"]}
        answer = clerk.post(f"/cases/{case}{path}", body)
        assert answer.status in (EXPECTED | {200} if path == "/drafts" else EXPECTED), answer.body
        told.append(answer.status)
        if answer.status == 201:
            keeps_answering(world, clerk, case)

    sends()
    assert {201, 422} <= set(told)
    assert list(chain.broken()) == []
    assert projecting.differences() == []
