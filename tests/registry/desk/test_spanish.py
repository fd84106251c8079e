"""Nothing stands in English on a Spanish page, but what the law data and people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest
import yaml

from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from tests.registry.desk.conftest import SitDown
from tests.registry.world import PLACE, World, enter, happens, open_civil, open_criminal

ENGLISH = re.compile(
    r"\b(the|and|with|not|this|that|order|case|court|search|name|day|who|what|which|served|paper)\b", re.IGNORECASE
)
WRITTEN = ("Alder County Superior Court", "Alder Municipal Court", "Alder Police", "Rosa's home")
"""Names that people gave."""
LAW = re.compile(
    r"Fuentes .*$|\b(Temporary|Domestic|Sexual|Stalking|Antiharassment|Vulnerable)[^.]*?protection order\b"
)


@cache
def law_texts() -> tuple[str, ...]:
    """The passages of the law data of the world's place, which are shown as they stand."""
    text = (files("stayaway.law") / "data" / f"{PLACE}.yaml").read_text("utf-8")
    return tuple(sorted({" ".join(one.split()) for one in strings_in(yaml.safe_load(text))}, key=len, reverse=True))


def strings_in(value: object) -> Iterator[str]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, str) and len(value) > 25:
        yield value
    for part in parts:
        yield from strings_in(part)


def english(page: str) -> list[str]:
    for one in WRITTEN:
        page = page.replace(one, "")
    for one in law_texts():
        page = page.replace(one, "")
    page = LAW.sub("", page).replace("PDF", "").replace("(clerk)", "")
    return [page[max(0, found.start() - 30) : found.end() + 30] for found in ENGLISH.finditer(page)]


@pytest.mark.parametrize(
    "post",
    [
        Post.CIVIL_CLERK,
        Post.CRIMINAL_CLERK,
        Post.JUDGE,
        Post.OFFICER,
        Post.PROTECTED_PERSON,
        Post.RESTRAINED_PERSON,
        Post.AUDITOR,
    ],
)
def test_pages_in_spanish(world: World, desk: SitDown, post: Post) -> None:
    case, order = open_civil(world, terms=["no_contact", {"stay_away": {"from": [world.home], "distance": "500 ft"}}])
    other, second = open_criminal(world)
    enter(world.clerk, happens(case, order, "served"), happens(case, order, "hearing_set", hearing="2025-07-01"))
    reader = desk(post, language="es")
    appears = {"account": reader.account.pk, "agency": "", "person": world.dan}
    enter(world.clerk, Proposal(What.APPEARED, case, "2025-05-01", appears))
    if post is Post.OFFICER:
        reader.send("/find/", name="Daniel Cole", purpose="Parada")
    paths = [
        "/tasks/",
        f"/cases/{case}/",
        f"/cases/{other}/",
        f"/cases/{case}/orders/{order}/enter/served/",
        f"/cases/{case}/orders/{order}/enter/modified/",
        f"/cases/{case}/orders/{order}/enter/renewal_requested/",
        f"/cases/{other}/orders/{second}/enter/lifted/",
        f"/cases/{case}/enter/hearing_set/",
        f"/cases/{case}/orders/new/",
        f"/cases/{case}/places/new/",
        f"/cases/{case}/appearances/new/",
        f"/cases/{case}/appearances/end/",
        f"/cases/{case}/change/",
        f"/cases/{other}/change/",
        f"/cases/{case}/seal/",
        f"/cases/{case}/unseal/",
        "/cases/new/",
        "/cases/new/civil/",
        "/cases/new/criminal/",
        f"/people/{world.rosa}/",
        *(f"/people/{world.rosa}/{name}/" for name in ("details", "contact", "consent", "same")),
        "/find/",
        "/find/found/",
        f"/officer/{world.dan}/",
        "/audit/",
    ]
    found = {}
    for path in paths:
        page = reader.get(path)
        if reader.status not in (302,) and (slips := english(page)):
            found[path] = slips
    assert found == {}
