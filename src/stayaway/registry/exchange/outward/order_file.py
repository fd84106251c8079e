"""Views of the record as an order file: what their reader may see, in words that read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from stayaway.files.write import write_text
from stayaway.model import Papers, Person
from stayaway.registry.reading import View


def order_file_of(*views: View) -> str:
    """The order file of one view, or of several of the same reader. What the reader may not see is not in it.

    People, places, cases and orders have the ids of the record for names.
    """
    papers = [_shown(view) for view in views]
    return write_text(
        Papers(
            people={person.id: person for person in _together(papers)},
            places={key: place for one in papers for key, place in one.places.items()},
            cases={key: case for one in papers for key, case in one.cases.items()},
            orders={key: order for one in papers for key, order in one.orders.items()},
        )
    )


def _shown(view: View) -> Papers:
    """The papers of the cases that a view shows."""
    papers = view.papers
    return Papers(
        people=papers.people,
        places=papers.places,
        cases={key: case for key, case in papers.cases.items() if key in view.seen},
        orders={key: order for key, order in papers.orders.items() if order.case.id in view.seen},
    )


def _together(papers: Iterable[Papers]) -> Iterable[Person]:
    """Each person once, with all that any of the views shows of them."""
    found: dict[str, Person] = {}
    for person in (person for one in papers for person in one.people.values()):
        known = found.get(person.id, person)
        found[person.id] = replace(
            known,
            name=known.name or person.name,
            born=known.born or person.born,
            phones=_both(known.phones, person.phones),
            emails=_both(known.emails, person.emails),
            handles=_both(known.handles, person.handles),
        )
    return found.values()


def _both(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
