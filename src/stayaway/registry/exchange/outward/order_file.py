"""Views of the record as an order file: what their reader may see, in words that read back."""

from __future__ import annotations

from collections.abc import Iterable

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
            people={person.id: person for person in _fullest(papers)},
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


def _fullest(papers: Iterable[Papers]) -> Iterable[Person]:
    """Each person once, as the view shows them that shows most."""
    found: dict[str, Person] = {}
    for person in (person for one in papers for person in one.people.values()):
        known = found.get(person.id)
        if known is None or _known(person) > _known(known):
            found[person.id] = person
    return found.values()


def _known(person: Person) -> int:
    return sum(map(bool, (person.name, person.born, person.phones, person.emails, person.handles)))
