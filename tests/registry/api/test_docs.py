"""The example of docs/api.md, call by call."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from stayaway.registry.actors import Post
from tests.registry.api.program import Answer, Program, program
from tests.registry.world import World

PAGE = Path(__file__).parents[3] / "docs" / "api.md"
CALL = re.compile(r"```json\n(GET|POST) /api(\S+)\n(.*?)```", re.DOTALL)


def filled(text: str, known: dict[str, Any]) -> str:
    """A call with what the calls before it brought."""
    for name, value in known.items():
        text = text.replace(f'"{{{name}}}"', json.dumps(value)).replace(f"{{{name}}}", str(value))
    return text


def test_the_example_goes_as_the_page_says(world: World, clerk: Program) -> None:
    officer = program(world, Post.OFFICER)
    known: dict[str, Any] = {}
    answers: list[Answer] = []
    for number, (method, path, body) in enumerate(CALL.findall(PAGE.read_text("utf-8"))):
        caller = officer if path.startswith("/feed") else clerk
        path, _, query = filled(path, known).partition("?")
        asked = dict(part.split("=") for part in query.split("&") if part)
        sent = json.loads(filled(body, known)) if body.strip() else None
        answer = caller.call(method, path, body=sent, key=f"example-{number}", query=asked)
        answers.append(answer)
        known |= answer.body.get("made", {}) if answer.status == 201 else {}
        known |= {"versions": answer.body["versions"]} if answer.status == 200 and "versions" in answer.body else {}
    assert [answer.status for answer in answers] == [201, 200, 201, 409, 200]
    assert answers[1].body["orders"][0]["in_force"] == "yes"
    assert [one["what"] for one in answers[3].body["entered"]] == ["order_event"]
    assert [one["what"] for one in answers[4].body["entries"]] == ["case_opened", "order_recorded", "order_event"]


def test_every_status_of_the_schema_is_on_the_page(clerk: Program) -> None:
    page = PAGE.read_text("utf-8")
    table = {status for row in re.findall(r"^\| ([\d, ]+) \|", page, re.MULTILINE) for status in row.split(", ")}
    declared = {
        status
        for operations in clerk.get("/openapi.json").body["paths"].values()
        for operation in operations.values()
        for status in operation["responses"]
    }
    assert declared - {"200", "201"} == table
