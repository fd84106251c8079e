"""What people see: the answer first, words before colour, no line too long, the notice once."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from stayaway.pages.voice import Voice
from stayaway.wording.face import FaceCode as Face
from tests.cli.asking import EAST, NORTH, SAMPLE, SECRET, ask

ON = ("--on", "2024-05-03")
ESCAPE = "\x1b["


def questions(family: str, draft: str, paper: str) -> list[tuple[str, ...]]:
    """One of every command, and more where a command has more than one face."""
    contact = ("contact", family, "--from", "dan", *ON)
    return [
        ("read", family),
        ("now", family, *ON),
        ("now", family),
        ("now", family, "--on", "2026-05-03"),
        (*contact, "--to", "rosa", "--by", "text", "--about", "children", "--full"),
        (*contact, "--to", "rosa", "--by", "in_person", "--distance", "20 ft", "--at", "cafe"),
        (*contact, "--at", "home"),
        (*contact, "--at", "shelter"),
        (*contact, "--at", "cafe", "--to", "rosa"),
        ("contact", family, "--from", "rosa", "--to", "dan", "--by", "phone", *ON),
        ("contact", family, "--from", "dan", "--at", "hoome", *ON),
        ("who", family, *ON),
        ("who", family, "--as", "rosa", *ON),
        ("who", family, "--as", "advocate", *ON),
        ("steps", family, "--for", "rosa", *ON),
        ("steps", family, "--for", "dan", *ON),
        ("steps", family, "--for", "sam", *ON),
        ("steps", "--as", "family"),
        ("which",),
        ("which", "--paper", paper),
        ("check", draft, "--against", family, *ON),
        ("compare",),
        ("compare", "--in", "us-wa"),
        ("faq", "--in", "us-ca"),
        ("law", "us-wa"),
        ("law", "us-wa", "--full"),
    ]


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_the_screen(family: str, draft: str, paper: str, width: int) -> None:
    for asked in questions(family, draft, paper):
        result = ask(*asked, width=width)
        long = [line for line in result.stdout.splitlines() if len(line) > width]
        # A web address and the path of a file are one word, and keep whole.
        assert [line for line in long if len(line.split()) > 1] == [], asked


def test_pipes_get_no_escape_codes_and_the_notice_once(family: str, draft: str, paper: str) -> None:
    for asked in questions(family, draft, paper):
        result = ask(*asked)
        assert ESCAPE not in result.output
        if result.exit_code == 0:
            assert result.stdout.count("not legal advice") == 1, asked
            assert result.stdout.rstrip().endswith("Ask a\nlawyer there."), asked


def test_a_confidential_place_is_never_located(family: str, draft: str, paper: str) -> None:
    secrets = (SECRET, "Marrowbone", NORTH, EAST, "555 0142")
    for asked in questions(family, draft, paper):
        for more in ((), ("--json",)):
            said = ask(*asked, *more).output
            assert [secret for secret in secrets if secret in said] == [], asked


def test_faults_do_not_locate_it_either(family: str) -> None:
    path = Path(family)
    whole = path.read_text("utf-8")
    broken = [
        whole.replace(f'address: "{SECRET}"', f'adress: "{SECRET}"'),
        whole.replace(f'address: "{SECRET}"', f'address: ["{SECRET}"]'),
        whole.replace(f'address: "{SECRET}"', f'address: "{SECRET}'),
        whole.replace(f"at: [{NORTH}, {EAST}]", f"at: [{NORTH}, {EAST}, 4]"),
        whole.replace(f"at: [{NORTH}, {EAST}]", f"at: {NORTH} {EAST}"),
        whole.replace("confidential: true", "confidential: maybe"),
    ]
    for text in broken:
        path.write_text(text, "utf-8")
        for more in ((), ("--json",)):
            result = ask("now", family, *more)
            assert result.exit_code == 2, text
            assert "Marrowbone" not in result.output, text
            assert NORTH not in result.output, text
            assert EAST not in result.output, text


def test_now_says_in_words_what_is_in_force(family: str) -> None:
    said = ask("now", family, "--on", "2026-05-03").stdout
    assert "NOT IN FORCE: “civil”" in said
    assert "IN FORCE: “no-contact”" in said
    said = ask("now", family, *ON).stdout
    assert said.index("IN FORCE") < said.index("What Daniel Cole must and must not do")
    assert said.index("must not do") < said.index("Where the orders clash") < said.index("What changes next")
    assert said.index("What changes next") < said.index("go by first") < said.index("Sources")


def test_now_says_not_sure(family: str) -> None:
    path = Path(family)
    path.write_text(path.read_text("utf-8").replace("    expires: 2025-03-01\n", ""), "utf-8")
    said = ask("now", family, "--on", "2031-05-03").stdout
    assert "NOT SURE – treat" in said
    assert "Follow all of them" in said


def test_people_of_whom_a_row_says_the_same_share_it(family: str) -> None:
    said = ask("now", family, "--on", "2026-05-03", width=100).stdout
    assert said.count("No contact of any kind") == said.count("Rosa Marin and Sam") - 1 == 1
    both = ask("now", family, *ON, width=60).stdout
    assert "Toward: Sam Ortiz" in both


def test_contact_answers_first(family: str) -> None:
    asked = ("contact", family, "--from", "dan", "--to", "rosa", "--by", "text", *ON)
    said = ask(*asked).stdout
    assert said.startswith("NO. This is prohibited.")
    assert said.index("Why\n") < said.index("What to do instead") < said.index("What it can bring")
    assert "--full" in said


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_first_word_never_reads_as_leave(language: str) -> None:
    """Whether it may happen is what is asked, and somebody who is afraid may read one word."""
    heads = [Voice(language).face(code) for code in (Face.PROHIBITED, Face.MAYBE_PROHIBITED, Face.NOT_PROHIBITED)]
    assert heads[0].startswith("NO. ")
    assert all(head.split()[0].strip(".,").upper() in {"NO", "NOT", "NINGUNA"} for head in heads)


def test_a_contact_that_is_not_sure_is_to_be_treated_as_forbidden(family: str) -> None:
    path = Path(family)
    path.write_text(
        path.read_text("utf-8").replace("entry: charged}", "entry: charged}\n      - {on: 2024-06-01, entry: closed}"),
        "utf-8",
    )
    said = ask("contact", family, "--from", "dan", "--to", "sam", "--by", "phone", "--on", "2026-05-03").stdout
    assert said.startswith("NOT SURE. Treat it as forbidden.")


def test_no_is_never_said_as_permission(family: str) -> None:
    said = ask("contact", family, "--from", "rosa", "--to", "dan", "--by", "phone", *ON).stdout
    assert said.startswith("No order here forbids this.")
    assert "An order that is not in the file may." in " ".join(said.split())
    assert not re.search(r"\b(fine|okay|OK|allowed|safe)\b", said)
    assert "may not answer" in said


def test_sources_have_dates_and_marks() -> None:
    said = " ".join(ask("steps", SAMPLE, "--for", "alex", "--on", "2025-04-01").stdout.split())
    assert "Text of:" in said
    assert "Not the law itself" in said
    assert "Old text" in said


def test_narrow_screens_get_no_table(family: str) -> None:
    said = ask("now", family, *ON, width=60).stdout
    assert "* No harm, threats" in said
    assert "From order: “no-contact”" in said


def terminal(*arguments: str, **environment: str) -> str:
    """What a command writes to a screen."""
    main, other = pty.openpty()
    env = {**os.environ, "COLUMNS": "90", "TERM": "xterm-256color", **environment}
    env = {key: value for key, value in env.items() if value}
    subprocess.run([sys.executable, "-m", "stayaway.cli", *arguments], stdout=other, stderr=other, env=env, check=True)
    os.close(other)
    said = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(main)
    return said.decode().replace("\r\n", "\n")


def test_a_screen_gets_weight_and_colour_and_the_same_words() -> None:
    asked = ("read", SAMPLE)
    shown = terminal(*asked, NO_COLOR="")
    assert ESCAPE in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert plain.split() == [word for word in ask(*asked, width=90).stdout.split() if set(word) != {"-"} or word == "-"]


def test_no_color_is_kept() -> None:
    assert ESCAPE not in terminal("read", SAMPLE, NO_COLOR="1")
