"""Whatever the code can find, it can say."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from stayaway.model import Channel, ChargeCategory, Stage, TermKind
from stayaway.wording.catalogue import every_sentence, questions, sentence_of, sentences_about, word_of
from stayaway.wording.words import WORDS
from tests.wording.inventory import codes, lists
from tests.wording.readability import filled, grade, is_running_text
from tools.messages import TEMPLATE, collected

GRADE = 8
"""The school grade that the sentences of a question may ask of a reader."""
GRADE_OF_ONE = 10
"""What one code's sentence may ask, which can be short and still need a long word."""


def test_there_is_something_to_say() -> None:
    assert len(codes()) > 50
    assert {Stage, Channel, TermKind} <= set(lists())


def test_every_code_has_a_sentence() -> None:
    sentences = every_sentence()
    assert [code for code in codes() if not sentences.get(code, "").strip()] == []


def test_a_sentence_is_found_by_its_code() -> None:
    assert {code: sentence_of(code) for code in every_sentence()} == every_sentence()


def test_every_sentence_belongs_to_a_code() -> None:
    known = {(type(code), code.value) for code in codes()}
    assert [code for code in every_sentence() if (type(code), code.value) not in known] == []


def test_codes_are_unique_and_start_with_their_question() -> None:
    assert [text for text, times in Counter(code.value for code in codes()).items() if times > 1] == []
    for question in questions():
        assert [code for code in sentences_about(question) if not code.value.startswith(f"{question}.")] == []


@pytest.mark.parametrize("of", lists(), ids=lambda of: of.__name__)
def test_every_member_of_every_list_has_a_word(of: type[StrEnum]) -> None:
    assert [member for member in of if not word_of(member).strip()] == []


def test_every_word_is_for_a_member_of_a_list_that_there_is() -> None:
    members = {of.__name__: {member.value for member in of} for of in lists()}
    assert len(members) == len(lists()), "two lists have one name"
    assert {name: set(words) for name, words in WORDS.items()} == members


def test_a_member_is_said_as_its_own_list_says_it_even_where_another_has_the_same_text() -> None:
    assert TermKind.OTHER.value == ChargeCategory.OTHER.value
    assert word_of(TermKind.OTHER) == "other term"
    assert word_of(ChargeCategory.OTHER) == "another kind of charge"


def test_the_facts_of_a_sentence_are_plain_names() -> None:
    for code, sentence in every_sentence().items():
        for _, name, form, conversion in Formatter().parse(sentence):
            assert name is None or name.isidentifier(), code
            assert not form, code
            assert conversion is None, code


@pytest.mark.parametrize("question", questions())
def test_sentences_are_easy_to_read(question: str) -> None:
    texts = {
        code: filled(sentence) for code, sentence in sentences_about(question).items() if is_running_text(sentence)
    }
    assert not texts or grade(texts.values()) <= GRADE  # labels alone have no grade
    assert {code: text for code, text in texts.items() if grade([text]) > GRADE_OF_ONE} == {}


def test_the_measure_tells_hard_from_easy() -> None:
    easy = "Do not call. Do not write. Ask the court first."
    hard = "The restrained party's noncompliance constitutes contempt, notwithstanding any purported authorization."
    assert grade([easy]) < 3
    assert grade([hard]) > 14


def test_the_translators_template_is_current() -> None:
    """`make messages` writes it."""
    in_code = {str(entry.id) for entry in collected() if entry.id}
    assert set(every_sentence().values()) <= in_code
    assert {word for words in WORDS.values() for word in words.values()} <= in_code
    assert _ids(TEMPLATE) == in_code, "run `make messages`"


def _ids(path: Path) -> set[str]:
    with path.open("rb") as stream:
        return {str(entry.id) for entry in read_po(stream) if entry.id}
