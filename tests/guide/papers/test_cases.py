"""Every real case, opened as a file and asked on the pages: what a reader reads must be what the case expects."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from stayaway.law import yaml12
from stayaway.model import Code
from stayaway.reasoning.rulebook import Act, Role
from stayaway.wording.catalogue import every_sentence, word_of
from stayaway.wording.face import FaceCode as Face
from tests.cases.test_cases import CASES
from tests.guide.browsing import html_of, shown

Ask = dict[str, Any]
WORDS = {"yes": Face.IN_FORCE, "no": Face.NOT_IN_FORCE, "unsure": Face.NOT_SURE_IN_FORCE}
ANSWERS = {"yes": Face.PROHIBITED, "no": Face.NOT_PROHIBITED, "unsure": Face.MAYBE_PROHIBITED}


def said(code: Code, **facts: str) -> str:
    return every_sentence()[code].format(**facts)


def contact(client: Client, ask: Ask, expect: Ask) -> None:
    named = {"at": "place"}
    form = {named.get(name, name): value for name, value in ask.items()}
    distance, _, unit = form.pop("distance", "").partition(" ")
    asked = client.post("/contact/", {**form, "distance": distance, "unit": unit})
    assert asked.status_code == 302, shown(asked)
    page = client.get(asked.headers["Location"])
    for key, wanted in expect.items():
        if key == "prohibited":
            assert said(ANSWERS[wanted]) in shown(page)
        elif key == "by_orders":
            forbid = re.findall(r"“([^”]+)” forbids it\.", shown(page))
            assert sorted(forbid) == sorted(wanted)
        else:
            assert key == "exposure_has"
            assert all(word.casefold() in shown(page).casefold() for word in wanted)


def now(client: Client, ask: Ask, expect: Ask) -> None:
    page = on_the_day(client, "/now/", ask)
    orders = re.findall(r'<section class="order.*?</section>', html_of(page), re.DOTALL)
    told = [" ".join(unescape(re.sub(r"<[^>]+>", " ", order)).split()) for order in orders]
    for key, wanted in expect.items():
        for order, value in wanted.items():
            mine = next(one for one in told if f"“{order}”" in one)
            if key == "in_force":
                assert mine.startswith(said(WORDS[value]) + " “")
            else:
                assert key == "enforceable"
                doubts = {"no": said(Face.PUNISHED_NO) in mine, "unsure": said(Face.PUNISHED_UNSURE) in mine}
                assert [doubt for doubt, is_said in doubts.items() if is_said] == [
                    one for one in [value] if one != "yes"
                ]


def who(client: Client, ask: Ask, expect: Ask) -> None:
    page = html_of(on_the_day(client, "/change/", ask))
    for row in expect["rulings"]:
        part = next(one for one in page.split("<section") if f"“{row['order']}”" in unescape(one).split("</h2>")[0])
        lines = [unescape(line) for line in re.findall(r"<tr>.*?</tr>", part, re.DOTALL)]
        line = next(one for one in lines if word_of(Role(row["role"])) in one)
        may, ask_for = re.findall(r"<td.*?</td>", line, re.DOTALL)
        act = word_of(Act(row["act"]))
        found = "may" if act in acts(may) else "may_ask" if act in acts(ask_for) else "may_not"
        assert found == row["ruling"]


def acts(cell: str) -> list[str]:
    return [act.strip() for act in re.sub(r"<[^>]+>", "", cell).split(";")]


def steps(client: Client, ask: Ask, expect: Ask) -> None:
    client.post("/next/mine/", {"person": ask["for"]})
    page = shown(on_the_day(client, "/next/mine/", ask)).casefold()
    assert all(word.casefold() in page for word in expect.get("has", ()))
    assert not any(word.casefold() in page for word in expect.get("lacks", ()))


def which(client: Client, ask: Ask, expect: Ask) -> None:
    asked = client.post("/which/", ask["paper"])
    page = shown(client.get(asked.headers["Location"]))
    heads = {"civil": Face.IT_IS_CIVIL, "criminal": Face.IT_IS_CRIMINAL, "unsure": Face.IT_IS_UNSURE}
    assert said(heads[expect["kind"]]) in page


def on_the_day(client: Client, path: str, ask: Ask) -> Any:
    assert client.post("/papers/day/", {"on": ask["on"], "back": path}).headers["Location"] == path
    return client.get(path)


JOURNEYS: dict[str, Callable[[Client, Ask, Ask], None]] = {
    "contact": contact,
    "now": now,
    "who": who,
    "steps": steps,
    "which": which,
}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_pages_answer_a_real_case(path: Path, client: Client) -> None:
    case = yaml12.read(path.read_text("utf-8"))
    ask = dict(case["ask"])
    if "file" in case:
        text = yaml.safe_dump(case["file"], sort_keys=False)
        opened = client.post("/papers/open/", {"file": SimpleUploadedFile("orders.yaml", text.encode())})
        assert opened.headers["Location"] == "/now/"
    JOURNEYS[ask.pop("command")](client, ask, case["expect"])
