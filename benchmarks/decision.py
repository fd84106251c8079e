"""One explained decision about one contact under three orders, beside Cedar and clingo, in one run: `make bench`.

All three are given the same rules (`orders.yaml`, `rules.cedar`, `rules.lp`), read and prepared once. Before anything
is timed, they must name the same orders for every contact. A decision is explained in each: stayaway gives its
reasons, Cedar the policies that decided, clingo the orders that it derived.
"""

from __future__ import annotations

import itertools
import platform
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

import cedarpy
import clingo

from stayaway.files import read_path
from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, Channel, Distance, PersonId, Unit
from stayaway.reasoning.conduct import Contact, assess, compile_orders

HERE = Path(__file__).parent
ROUNDS = 15

Decide = Callable[[], frozenset[str]]
Engines = Mapping[str, list[Decide]]


@dataclass(frozen=True)
class Asked:
    """A contact in words that all three engines understand. `distance` is in centimetres, None when not in person."""

    sender: str
    to: str
    channel: str
    about: str
    through: str
    distance: int | None
    day: date


SENDERS = ("dan", "rosa")
RECEIVERS = ("rosa", "sam")
CHANNELS = tuple(channel.value for channel in Channel if channel is not Channel.THROUGH_OTHERS)
SUBJECTS = ("children", "work")
CARRIERS = ("nobody", "counsel", "sister")
DAYS = (
    *(date(2024, 1, 1), date(2024, 2, 10), date(2024, 4, 1), date(2024, 9, 1)),  # under none, one, two, three orders
    *(date(2025, 1, 15), date(2025, 1, 16), date(2025, 2, 3), date(2025, 2, 4), date(2025, 3, 1), date(2025, 3, 2)),
)  # and each order's last day and the day after
DISTANCES = (120, 15240, 20000, 30480, 40000)
NOT_NEAR = 10**9
"""The distance of a contact that is not face to face, for the engines that need a number."""


def contacts() -> Iterator[Asked]:
    """Every contact that can be made of the parts; how far apart matters only face to face."""
    parts = itertools.product(SENDERS, RECEIVERS, CHANNELS, SUBJECTS, CARRIERS, DAYS)
    for sender, to, channel, about, through, day in parts:
        if sender != to:
            face_to_face = channel == Channel.IN_PERSON and through == "nobody"
            for distance in DISTANCES if face_to_face else (None,):
                yield Asked(sender, to, channel, about, through, distance, day)


def with_stayaway(asked: Sequence[Asked]) -> list[Decide]:
    """Each contact as a decision of stayaway: the orders that prohibit it, out of an answer with all its reasons."""
    book = law_book()
    orders = compile_orders(read_path(HERE / "orders.yaml", book), book)

    def decision(one: Asked) -> Decide:
        contact = Contact(
            PersonId(one.sender),
            PersonId(one.to),
            Channel(one.channel),
            through=None if one.through == "nobody" else one.through,
            about=one.about,
            distance=None if one.distance is None else Distance(one.distance / 100, Unit.METRES),
        )
        at = AsOf(one.day)

        def decide() -> frozenset[str]:
            found = assess(contact, orders, at)
            return frozenset(order.order for order in found.orders if order.prohibited is not Answer.NO)

        return decide

    return [decision(one) for one in asked]


def with_cedar(asked: Sequence[Asked]) -> list[Decide]:
    """Each contact as one call of Cedar: the policies that forbid it."""
    policies = cedarpy.PolicySet.from_str((HERE / "rules.cedar").read_text("utf-8"))
    entities = cedarpy.Entities.from_json_str("[]")

    def decision(one: Asked) -> Decide:
        request = {
            "principal": {"type": "Person", "id": one.sender},
            "action": {"type": "Action", "id": "contact"},
            "resource": {"type": "Person", "id": one.to},
            "context": {
                "channel": one.channel,
                "about": one.about,
                "through": one.through,
                "day": one.day.toordinal(),
                "distance": NOT_NEAR if one.distance is None else one.distance,
            },
        }

        def decide() -> frozenset[str]:
            result = cedarpy.is_authorized(request, policies, entities)
            if result.allowed:
                return frozenset()
            return frozenset(
                policy.removesuffix("-distance") for policy in result.diagnostics.id_annotations_by_reason.values()
            )

        return decide

    return [decision(one) for one in asked]


def with_clingo(asked: Sequence[Asked]) -> list[Decide]:
    """Each contact as one `solve` of a program that was grounded once."""
    possible: dict[str, Sequence[str | int]] = {
        "from": SENDERS,
        "to": RECEIVERS,
        "channel": CHANNELS,
        "about": SUBJECTS,
        "through": CARRIERS,
        "day": [day.toordinal() for day in DAYS],
        "distance": [*DISTANCES, NOT_NEAR],
    }
    control = clingo.Control(["--warn=none"])
    control.load(str(HERE / "rules.lp"))
    control.add("base", [], "".join(f"possible({part},{v})." for part, values in possible.items() for v in values))
    control.ground([("base", [])])

    def literal(part: str, value: str | int) -> int:
        term = clingo.Number(value) if isinstance(value, int) else clingo.Function(value)
        atom = control.symbolic_atoms[clingo.Function("is", [clingo.Function(part), term])]
        assert atom is not None
        return int(atom.literal)

    def decision(one: Asked) -> Decide:
        assumptions = [
            literal("from", one.sender),
            literal("to", one.to),
            literal("channel", one.channel),
            literal("about", one.about),
            literal("through", one.through),
            literal("day", one.day.toordinal()),
            literal("distance", NOT_NEAR if one.distance is None else one.distance),
        ]

        def decide() -> frozenset[str]:
            found: list[clingo.Symbol] = []
            control.solve(assumptions=assumptions, on_model=lambda model: found.extend(model.symbols(shown=True)))
            return frozenset(symbol.arguments[0].name.replace("_", "-") for symbol in found)

        return decide

    return [decision(one) for one in asked]


def agreed(asked: Sequence[Asked], engines: Engines) -> list[frozenset[str]]:
    """The orders that prohibit each contact; the benchmark ends here if the engines do not name the same."""
    answers: list[frozenset[str]] = []
    for index, one in enumerate(asked):
        by_engine = {name: decisions[index]() for name, decisions in engines.items()}
        if len(set(by_engine.values())) != 1:
            sys.exit(f"the engines disagree about {one}: {by_engine}")
        answers.append(by_engine["stayaway"])
    return answers


def timed(engines: Engines, chosen: Sequence[int]) -> dict[str, list[float]]:
    """Microseconds a decision, one figure a round. Each round asks every engine, so that all see the same machine."""
    rounds: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(ROUNDS):
        for name, decisions in engines.items():
            asked = [decisions[index] for index in chosen]
            start = perf_counter()
            for decide in asked:
                decide()
            rounds[name].append((perf_counter() - start) / len(asked) * 1e6)
    return rounds


def table(title: str, rounds: dict[str, list[float]]) -> str:
    """The figures of one selection of contacts, and how they compare with stayaway's."""
    ours = statistics.median(rounds["stayaway"])
    lines = [f"{title:34}{'median':>9}{'fastest':>9}{'slowest':>9}{'to stayaway':>13}"]
    for name, figures in rounds.items():
        median = statistics.median(figures)
        lines.append(f"  {name:32}{median:9.1f}{min(figures):9.1f}{max(figures):9.1f}{median / ours:12.2f}x")
    return "\n".join(lines)


def main() -> None:
    """Check, measure, print."""
    asked = list(contacts())
    engines = {
        "stayaway": with_stayaway(asked),
        f"cedarpy {version('cedarpy')}": with_cedar(asked),
        f"clingo {version('clingo')}": with_clingo(asked),
    }
    answers = agreed(asked, engines)
    prohibited = [index for index, orders in enumerate(answers) if orders]
    every = range(0, len(asked), 7)
    print(f"{len(asked)} contacts, {len(prohibited)} of them prohibited: all engines name the same orders for each.")
    print(f"Microseconds a decision, {ROUNDS} rounds, Python {platform.python_version()}, {platform.machine()}.\n")
    print(table(f"{len(every)} contacts of all kinds", timed(engines, every)))
    print(table(f"{len(prohibited[::2])} prohibited contacts", timed(engines, prohibited[::2])))


if __name__ == "__main__":
    main()
