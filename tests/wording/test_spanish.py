"""Spanish is whole, says what the English says, in the words of the glossary, and is easy to read."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pyphen
import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner

from stayaway.cli import main
from tools.messages import LOCALE, collected

SAMPLE = str(Path(__file__).parents[2] / "samples" / "two-orders.yaml")
ON = ("--on", "2025-04-01")
THE_SAME = re.compile(r"[^A-Za-z]*(\{\w+\}[^A-Za-z]*)+")
"""A text without words of its own: placeholders and punctuation."""
SPELLED_ALIKE = {"no", "No", "No.", "civil", "final", "{question} Civil:"}
GLOSSARY = {
    "restrained person": "persona restringida",
    "protected person": "persona protegida",
    "no-contact order": "no contacto",
    "restraining order": "orden de restricción",
    "prosecutor": "fiscal",
    "public defender": "defensor público",
    "not legal advice": "no es consejo legal",
}


@cache
def spanish() -> Catalog:
    with (LOCALE / "es" / "LC_MESSAGES" / "stayaway.po").open("rb") as stream:
        return read_po(stream, locale="es", domain="stayaway")


PAIRS = [(entry.id, str(entry.string)) for entry in spanish() if isinstance(entry.id, str) and entry.id]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_is_translated_and_none_awaits_a_second_look() -> None:
    wanted = {entry.id for entry in collected() if entry.id}
    assert wanted - {english for english, said in PAIRS if said} == set()
    assert {english for english, _ in PAIRS} - wanted == set()
    assert [entry.id for entry in spanish() if entry.id and entry.fuzzy] == []


def test_a_translation_has_the_facts_of_its_sentence() -> None:
    assert [english for english, said in PAIRS if placeholders(english) != placeholders(said)] == []


def test_nothing_is_left_in_english() -> None:
    alike = {english for english, said in PAIRS if english == said}
    assert {text for text in alike if not THE_SAME.fullmatch(text)} - SPELLED_ALIKE == set()


@pytest.mark.parametrize(("english", "wanted"), GLOSSARY.items(), ids=list(GLOSSARY))
def test_the_words_of_the_glossary_are_used(english: str, wanted: str) -> None:
    said = [spanish for text, spanish in PAIRS if english in text.lower()]
    assert said
    kept = [text for text in said if wanted in text.lower()]
    assert len(kept) >= 0.8 * len(said), [text for text in said if text not in kept]


def test_unsure_is_never_said_as_unsafe() -> None:
    assert [said for _, said in PAIRS if "no es seguro" in said.lower()] == []


def szigriszt(texts: list[str]) -> float:
    """The Szigriszt-Pazos perspicuity index (1993), read on the INFLESZ scale: above 65 is easy, above 55 ordinary."""
    hyphens = pyphen.Pyphen(lang="es")
    sentences = [part for text in texts for part in re.split(r"(?<=[.?!:;])\s+", text) if re.search(r"[^\W\d]", part)]
    words = [word for sentence in sentences for word in re.findall(r"[^\W\d_]+", sentence)]
    syllables = sum(len(hyphens.positions(word)) + 1 for word in words)
    return 206.835 - 62.3 * syllables / len(words) - len(words) / len(sentences)


def test_spanish_is_as_easy_to_read_as_english() -> None:
    running = [re.sub(r"\{\w+\}", "Rosa", said) for _, said in PAIRS if said.endswith((".", "?"))]
    assert szigriszt(running) >= 65


def codes(document: Any) -> Any:
    """A document without what is said: codes, answers, days and keys."""
    if isinstance(document, dict):
        said = {"text", "notice", "question", "detail", "what", "path", "settle_by"}
        return {key: codes(value) for key, value in document.items() if key not in said}
    return [codes(one) for one in document] if isinstance(document, list) else document


@pytest.mark.parametrize(
    "command",
    [
        ("now", SAMPLE, *ON),
        ("contact", SAMPLE, "--from", "alex", "--to", "robin", "--by", "text", *ON),
        ("who", SAMPLE, *ON),
        ("steps", SAMPLE, "--for", "robin", *ON),
        ("steps", "--as", "seeking_protection", "--in", "us-wa"),
    ],
    ids=lambda command: command[0],
)
def test_the_answer_is_the_same_in_both_languages(command: tuple[str, ...]) -> None:
    english, said = (CliRunner().invoke(main, [*command, "--json", "--lang", language]) for language in ("en", "es"))
    assert english.exit_code == said.exit_code == 0
    assert codes(json.loads(english.output)) == codes(json.loads(said.output))
    assert english.output != said.output
