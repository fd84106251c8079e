"""What a form asks: data that one template shows, each question with its words, its choices and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.http import QueryDict


class Shape(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LINES = "lines"
    DAY = "date"
    TIME = "time"
    NUMBER = "number"
    MENU = "menu"
    ONE = "radio"
    MANY = "checkbox"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be chosen. Choices of one `group` stand together in a menu."""

    value: str
    said: str
    is_chosen: bool = False
    group: str = ""


@dataclass(slots=True)
class Question:
    """One question. `said`, `hint` and `wrong` are ready to show."""

    name: str
    said: str
    shape: Shape = Shape.TEXT
    value: str = ""
    choices: Sequence[Choice] = ()
    hint: str = ""
    wrong: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it is several boxes to tick."""
        return self.shape in (Shape.ONE, Shape.MANY)

    @property
    def described_by(self) -> str:
        """The ids of what describes the field."""
        return " ".join(f"{self.name}-{part}" for part, there in (("hint", self.hint), ("wrong", self.wrong)) if there)


@dataclass(slots=True)
class Section:
    """Questions that belong together. `is_closed`: shown when it is opened, or when something of it is filled in."""

    said: str
    questions: list[Question] = field(default_factory=list)
    hint: str = ""
    is_closed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a closed section is to be shown all the same."""
        return any(
            one.value or one.wrong or any(c.is_chosen and c.value for c in one.choices) for one in self.questions
        )


Choices = Iterable[tuple[str, str]]


def text(written: QueryDict, name: str, said: str, hint: str = "", shape: Shape = Shape.TEXT) -> Question:
    """A question that is answered by writing."""
    return Question(name, said, shape, written.get(name, ""), hint=hint)


def menu(written: QueryDict, name: str, said: str, choices: Choices, hint: str = "") -> Question:
    """A question that is answered by choosing one of a menu."""
    return Question(name, said, Shape.MENU, choices=_choices(written, name, choices), hint=hint)


def one_of(written: QueryDict, name: str, said: str, choices: Choices, hint: str = "") -> Question:
    """A question that is answered by choosing one of a few."""
    return Question(name, said, Shape.ONE, choices=_choices(written, name, choices), hint=hint)


def some_of(written: QueryDict, name: str, said: str, choices: Choices, hint: str = "") -> Question:
    """A question that is answered by ticking what applies."""
    return Question(name, said, Shape.MANY, choices=_choices(written, name, choices), hint=hint)


def _choices(written: QueryDict, name: str, choices: Choices) -> tuple[Choice, ...]:
    chosen = written.getlist(name)
    return tuple(Choice(value, said, value in chosen or (not value and not any(chosen))) for value, said in choices)
