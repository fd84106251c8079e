"""Who was found to be the same person, through any number of links. A likeness alone joins nobody."""

from __future__ import annotations

from collections.abc import Collection

from .statements import among, rows_of

SAME = (
    "same(asked, person) AS (SELECT id, id FROM ({people}) AS people UNION"
    " SELECT same.asked, link.other FROM same JOIN ("
    "SELECT id AS one, same_as AS other FROM registry_personrow WHERE same_as > ''"
    " UNION ALL SELECT same_as, id FROM registry_personrow WHERE same_as > '') AS link ON link.one = same.person)"
)
"""Part of a statement: some people, each with everybody whom a human being found to be the same person."""


def same_people(people: Collection[str]) -> set[str]:
    """These people, and everybody found to be the same as one of them.

    One statement however many links there are, so that its cost tells nobody of a link that they may not know of.
    """
    who, values = among("id", people)
    same = SAME.format(people=f"SELECT id FROM registry_personrow WHERE {who}")
    return {*people, *(one for (one,) in rows_of(f"WITH RECURSIVE {same} SELECT person FROM same", values))}
