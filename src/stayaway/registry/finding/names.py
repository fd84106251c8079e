"""What people write as a name, split into its parts, none of them lost.

Own and small on purpose. Splitters made for address books take titles and degrees out of names and get better from
release to release; but the index keeps what was split on the day of recording, so the split has to stay as it is, and
nothing here rests on a split being right: other readings of the same words are indexed and compared too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from anyascii import anyascii
from django.utils.functional import cached_property  # Python's own takes a lock each time

PARTICLES = frozenset(
    {
        *("abu", "af", "al", "ap", "av", "bin", "bint", "da", "das", "de", "del", "dela", "della", "den", "der", "di"),
        *("do", "dos", "du", "el", "fitz", "ibn", "la", "las", "le", "los", "mac", "mc", "o", "saint", "san", "santa"),
        *("st", "ste", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur"),
    }
)
"""Small words that belong to the surname after them, and that are often left out or written together with it."""
GIVEN_TOO = frozenset({"al", "do", "le", "mac"})
"""Those that are a given name before any other small word: `Al de la Cruz`."""
FOLLOWING = frozenset({"abu", "al", "de", "den", "der", "el", "la", "las", "le", "los"})
"""Those that follow another: `de la`, `van der`. Before the rest, the first is a given name too: `Bin O Brien`."""
JOINED_PARTICLES = ("delos", "delas", "dela", "vander", "vanden", "vonder")
"""The same, written together with the surname: `Delacruz`."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th", "esq", "md", "phd"})
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sra", "srta"})

_CALLED = re.compile(r"""[(\[{"“”«]([^()\[\]{}"“”«»]+)[)\]}"“”»]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)""")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_SEGMENT = re.compile(r"[,;，、]")
_APART = re.compile(r"[^\w'‘’ʼʻ`´.\-]+|_+|\.(?=\w)")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Small Latin letters and digits alone: no accents, case, apostrophes or dashes; other scripts as they sound.

    What no table knows stays as it is, so that a name in any writing still equals itself.

    >>> folded("O’Núñez"), folded("Жуков")
    ('onunez', 'zhukov')
    """
    if text.isascii():
        return "".join([letter for letter in text.lower() if letter.isalnum()])
    plain = unicodedata.normalize("NFKC", text)
    latin = "".join(letter for letter in anyascii(plain).lower() if letter.isalnum())
    return latin or "".join(letter for letter in plain.casefold() if letter.isalnum())


@dataclass(frozen=True)
class Part:
    """One part of a name as `written`, with the small words that belong to it: `de la Cruz`, `O'Brien`, `Ana`."""

    written: str
    words: tuple[str, ...]
    """Each of its words, folded: `("de", "la", "cruz")`."""

    @cached_property
    def joined(self) -> str:
        """All of it as one word: `delacruz`."""
        return "".join(self.words)

    @cached_property
    def core(self) -> str:
        """Without its small words: `cruz`."""
        last = self.words[-1]
        if len(self.words) == 1 and last.startswith(JOINED_PARTICLES):
            for particle in JOINED_PARTICLES:
                if last.startswith(particle) and len(last) >= len(particle) + 3:
                    return last[len(particle) :]
        return last

    @cached_property
    def forms(self) -> frozenset[str]:
        """With and without its small words."""
        return frozenset((self.joined, self.core))

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter, which may stand for a name."""
        return len(self.joined) == 1


@dataclass(frozen=True)
class PersonName:
    """A name in its parts. Any may be empty; `written` is what somebody wrote."""

    written: str
    given: tuple[Part, ...] = ()
    """The first given name; two parts for `Jean-Luc`."""
    middle: tuple[Part, ...] = ()
    """What stands between, which may be a second given name, an initial, or the first of two surnames."""
    surname: tuple[Part, ...] = ()
    """One part for each surname: two for `García López` and for `Smith-Jones`."""
    suffix: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    called: tuple[Part, ...] = ()
    """What stood in brackets or quotation marks: Robert `“Bob”` Smith."""
    order_known: bool = False
    """Whether a comma or a form said which part is the surname."""

    def __hash__(self) -> int:
        """Names are looked up in caches often, and the written text nearly always tells them apart."""
        return hash(self.written)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word of given names, middle names and surnames, folded, in the order of reading."""
        return tuple([word for part in (*self.given, *self.middle, *self.surname) for word in part.words])

    @cached_property
    def sorted_words(self) -> tuple[str, ...]:
        """The same whatever the order of names."""
        return tuple(sorted(self.words))

    @cached_property
    def whole_surname(self) -> str:
        """All surnames as one word."""
        return "".join([part.joined for part in self.surname])

    @cached_property
    def whole_given(self) -> str:
        """The given name as one word."""
        return "".join([part.joined for part in self.given])

    @cached_property
    def surnames(self) -> tuple[Part, ...]:
        """Each part that is a surname, or may be one: the last middle name of `Ana García López`, if no comma said."""
        if self.order_known or not self.middle or self.middle[-1].is_initial:
            return self.surname
        return (self.middle[-1], *self.surname)

    @cached_property
    def whole_surnames(self) -> frozenset[str]:
        """All surnames as one word: without and with what may be the first of them."""
        return frozenset((self.whole_surname, "".join([part.joined for part in self.surnames])))

    @cached_property
    def surname_parts(self) -> frozenset[str]:
        """Every surname alone, with and without its small words."""
        return _all_forms(self.surnames)

    @cached_property
    def surname_forms(self) -> frozenset[str]:
        """Every form that the surname may take: each alone, and all together as one word."""
        return (self.surname_parts | self.whole_surnames) - {""}

    @cached_property
    def given_forms(self) -> frozenset[str]:
        """The same for the given name: `Mary Ann` may be written `Maryann`. An initial is no form."""
        forms = {self.whole_given, *[part.words[0] for part in self.given], *_all_forms(self.given)}
        if self.middle and self.given and not self.middle[0].is_initial:
            forms.add(self.whole_given + self.middle[0].joined)
        return frozenset([form for form in forms if len(form) > 1])

    @cached_property
    def middle_forms(self) -> frozenset[str]:
        """The middle names that a person may be called by."""
        return frozenset([form for form in _all_forms(self.middle) if len(form) > 1])

    @cached_property
    def called_forms(self) -> frozenset[str]:
        """What the person is said to be called."""
        return frozenset([part.joined for part in self.called])

    @cached_property
    def initial(self) -> str:
        """The first letter of the given name, if that is all there is of it; else nothing."""
        return self.whole_given if len(self.whole_given) == 1 else ""


def _all_forms(parts: Sequence[Part]) -> frozenset[str]:
    return parts[0].forms if len(parts) == 1 else frozenset().union(*[part.forms for part in parts])


@lru_cache(maxsize=1024)
def read_name(written: str) -> PersonName:
    """Split a name as people write it: `First Middle Last` or `LAST, FIRST MIDDLE`. Never raises on any text.

    >>> name = read_name("DE LA CRUZ GARCIA, MARIA-ELENA JR")
    >>> [part.written for part in name.surname], [part.written for part in name.given], name.suffix
    (['DE LA CRUZ', 'GARCIA'], ['MARIA', 'ELENA'], ('JR',))
    """
    text, called = _without_called(written if written.isascii() else _DASHES.sub("-", written))
    segments = [tokens for segment in _SEGMENT.split(text) if (tokens := _tokens(segment))]
    suffix: list[str] = []
    while len(segments) > 1 and all(folded(token) in SUFFIXES for token in segments[-1]):
        suffix = [*segments.pop(), *suffix]
    if len(segments) > 1:
        first, rest = segments[0], [token for segment in segments[1:] for token in segment]
        suffix = [*_take_suffix(first, 1), *_take_suffix(rest, 1), *suffix]
        return _of_parts(written, rest, (), first, suffix, called, order_known=True)
    tokens = segments[0] if segments else []
    title: list[str] = []
    while len(tokens) > 2 and folded(tokens[0]) in TITLES:
        title.append(tokens.pop(0))
    suffix = [*_take_suffix(tokens, 2), *suffix]
    units = _units(tokens, kind="either") if len(tokens) > 2 else [[token] for token in tokens]
    if len(units) < 2:
        return _named(written, (), (), _split(units), suffix, title, called, order_known=False)
    return _named(
        written, _split(units[:1]), _split(units[1:-1]), _split(units[-1:]), suffix, title, called, order_known=False
    )


def name_of(*, given: str = "", middle: str = "", surname: str = "", suffix: str = "") -> PersonName:
    """A name from the fields of a form, which say themselves what is what.

    >>> name_of(given="Ana", surname="García López").whole_surname
    'garcialopez'
    """
    written = " ".join(text for text in (given, middle, surname, suffix) if text.strip())
    fields = [_tokens(_DASHES.sub("-", text)) for text in (given, middle, surname)]
    return _of_parts(written, fields[0], fields[1], fields[2], suffix.split(), (), order_known=True)


def _of_parts(
    written: str,
    given: list[str],
    middle: Sequence[str],
    surname: list[str],
    suffix: Iterable[str],
    called: tuple[Part, ...],
    *,
    order_known: bool,
) -> PersonName:
    names = _units(given, kind="given") if len(given) > 1 else [[token] for token in given]
    between = [*names[1:], *_units(middle, kind="given")]
    return _named(
        written,
        _split(names[:1]),
        _split(between),
        _split(_units(surname, kind="surname")),
        suffix,
        (),
        called,
        order_known=order_known,
    )


def _named(
    written: str,
    given: tuple[Part, ...],
    middle: tuple[Part, ...],
    surname: tuple[Part, ...],
    suffix: Iterable[str],
    title: Iterable[str],
    called: tuple[Part, ...],
    *,
    order_known: bool,
) -> PersonName:
    return PersonName(written, given, middle, surname, tuple(suffix), tuple(title), called, order_known)


def _without_called(text: str) -> tuple[str, tuple[Part, ...]]:
    """The text without what stands in brackets or quotation marks, and that; unless nothing else would be left."""
    found = [one or other for one, other in _CALLED.findall(text)]
    if not found:
        return text, ()
    rest = _CALLED.sub(" ", text)
    if not _tokens(rest):
        return text, ()
    return rest, tuple(part for piece in found for token in _tokens(piece) for part in _split([[token]]))


def _tokens(text: str) -> list[str]:
    """The words of a text; a lone initial keeps its dot, which tells it from a small word."""
    return [token for token in _APART.split(text) if token and folded(token)]


def _take_suffix(tokens: list[str], least: int) -> list[str]:
    """Take suffixes off the end, leaving at least so many words."""
    taken: list[str] = []
    while len(tokens) > least and folded(tokens[-1]) in SUFFIXES:
        taken.insert(0, tokens.pop())
    return taken


def _units(tokens: Sequence[str], *, kind: Literal["given", "surname", "either"]) -> list[list[str]]:
    """Words in groups: small words with the word after them; a last small word stands alone."""
    units: list[list[str]] = []
    waiting: list[str] = []
    for index, token in enumerate(tokens):
        waiting.append(token)
        first = kind == "either" and index == 0
        given = (
            first
            and len(tokens) > 2
            and _is_small(tokens[1], kind)
            and (folded(token) in GIVEN_TOO or folded(tokens[1]) not in FOLLOWING)
        )
        if given or not _is_small(token, "given" if first else kind):
            units.append(waiting)
            waiting = []
    if waiting:
        units.append(waiting)
    return units


def _is_small(token: str, kind: str) -> bool:
    """Whether it belongs to the word after it. One letter among given names is an initial."""
    plain = folded(token)
    if plain == "y":  # `García y López`; but `Ana Y García` has an initial
        return kind == "surname" or (kind == "either" and token == "y")
    if len(plain) == 1 and (kind == "given" or token.endswith(".")):
        return False
    return plain in PARTICLES


@lru_cache(maxsize=4096)
def _part(*written: str) -> Part:
    """A part of some words. The same few names come again and again, and what is made of them is kept with them."""
    return Part(" ".join(written), tuple([_word(word) for word in written]))


def _word(written: str) -> str:
    """A word folded; an initial of another script is one letter too (`Ж.`), but a name of one sign is not (`明`)."""
    letters = [letter for letter in written if letter.isalnum()]
    plain = folded(written)
    return plain[0] if len(letters) == 1 and (letters[0].isupper() or letters[0].islower()) else plain


def _split(units: Sequence[Sequence[str]]) -> tuple[Part, ...]:
    """The parts of groups of words: a hyphen makes two of one, except after a small word (`al-Hassan`)."""
    parts: list[Part] = []
    for unit in units:
        if len(unit) == 1 and "-" not in unit[0]:
            parts.append(_part(unit[0]))
            continue
        waiting: list[str] = []
        for index, token in enumerate(unit):
            pieces = [piece for piece in token.split("-") if folded(piece)] or [token]
            for place, piece in enumerate(pieces):
                waiting.append(piece)
                last_of_unit = index == len(unit) - 1 and place == len(pieces) - 1
                if last_of_unit or (place < len(pieces) - 1 and folded(piece) not in PARTICLES):
                    parts.append(_part(*waiting))
                    waiting = []
    return tuple(parts)
