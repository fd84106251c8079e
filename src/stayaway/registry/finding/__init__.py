"""How a person is found by name and birth date, or by a number, and why each hit matched: pure functions of values.

`names` splits what people write, `keys` says under which keys it stands in an index, `matching` judges what the index
brings back. Nothing here says that two records are the same person: a person decides that.
"""

from __future__ import annotations

from .dates import birth_range, born_within_a_year
from .identifiers import identifier_key, identifier_kind, identifier_text, match_identifier
from .keys import Key, KeyKind, asked_keys, search_keys
from .matching import Grade, Inquiry, Match, Recorded, match
from .names import PersonName, name_of, read_name

__all__ = [
    "Grade",
    "Inquiry",
    "Key",
    "KeyKind",
    "Match",
    "PersonName",
    "Recorded",
    "asked_keys",
    "birth_range",
    "born_within_a_year",
    "identifier_key",
    "identifier_kind",
    "identifier_text",
    "match",
    "match_identifier",
    "name_of",
    "read_name",
    "search_keys",
]
