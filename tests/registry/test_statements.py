"""Values go into statements written by hand as they are, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stayaway.registry.statements import among, rows_of

# PostgreSQL holds no NUL in a text.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)


@pytest.mark.django_db
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(texts, max_size=6), st.sets(texts, min_size=1, max_size=6))
@example({'"'}, {'"', "\\", "{a,b}"})
@example({"null", ""}, {"NULL", "null", ""})
@example(set(), {"a"})
def test_among_finds_exactly_those_values(asked: set[str], there: set[str]) -> None:
    condition, values = among("one", asked)
    rows = " UNION ALL ".join("SELECT CAST(%s AS text) AS one" for _ in there)
    found = rows_of(f"SELECT one FROM ({rows}) AS every WHERE {condition}", [*sorted(there), *values])
    assert {one for (one,) in found} == asked & there
