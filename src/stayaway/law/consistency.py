"""What no schema can say of a law file: that its parts fit together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from stayaway.model import STAGES_OF, Kind, Period, Stage, Until

from .faults import Report, Weight
from .nodes import child, every, items, pairs, word

ENDS_WITH = {
    Until.HEARING: {Stage.EMERGENCY, Stage.TEMPORARY, Stage.PRETRIAL},
    Until.CASE_DISPOSITION: {Stage.EMERGENCY, Stage.TEMPORARY, Stage.PRETRIAL},
    Until.RELEASE_ENDS: {Stage.EMERGENCY, Stage.PRETRIAL},
    Until.SENTENCE_ENDS: {Stage.PROBATION, Stage.SENTENCE},
    Until.PROBATION_ENDS: {Stage.PROBATION, Stage.SENTENCE},
    Until.FURTHER_ORDER: set(Stage),
}
"""The stages of the orders that each event can end."""
MAY_REST_ON_NOTHING = {"silent", "unknown"}
"""Answers to `both_orders.rule` for which there is no text to cite."""


def check_place(root: yaml.Node, report: Report) -> None:
    """The file of a place, or the general rules."""
    _place(root, report)
    _sources(root, report)
    _instruments(root, report)
    _facts(root, report)


def check_federal(root: yaml.Node, report: Report) -> None:
    """The federal file."""
    for part in ("items", "help_lines"):
        _once([key for item in items(child(root, part)) if (key := word(item, "key"))], report)


def _place(root: yaml.Node, report: Report) -> None:
    code, zone = word(root, "jurisdiction"), word(root, "time_zone")
    stem = report.file.removesuffix(".yaml")
    if code is not None and report.file.endswith(".yaml") and code.value != stem:
        report.add(code, code.value, f"{stem}, as the file is named", [stem])
    if zone is not None:
        try:
            ZoneInfo(zone.value)
        except (ZoneInfoNotFoundError, ValueError):
            report.add(zone, zone.value, "a time zone of the IANA database, such as America/Chicago")
    elif code is not None and code.value != "general":
        report.add(root, "nothing", "`time_zone`")


def _sources(root: yaml.Node, report: Report) -> None:
    defined = {key.value: value for key, value in pairs(child(root, "sources"))}
    named = [item for names in every(root, "source") for item in items(names)]
    for item in named:
        if item.value not in defined:
            report.add(item, str(item.value), "a source that is listed under `sources`", defined)
    used = {item.value for item in named}
    for key, value in pairs(child(root, "sources")):
        if key.value not in used:
            report.add(key, key.value, "a source that some value names", weight=Weight.WARNING)
        kind = word(value, "kind")
        if word(value, "url") is None and (kind is None or kind.value != "general"):
            report.add(key, "nothing", "`url`")


def _rests(value: yaml.Node, report: Report) -> None:
    """A value names its sources, and the one it mainly rests on is among them."""
    named = [str(item.value) for item in items(child(value, "source"))]
    if not named:
        report.add(value, "nothing", "`source`: where the value was read")
    mainly = word(value, "mainly")
    if mainly is not None and mainly.value not in named:
        report.add(mainly, mainly.value, "one of the sources that the value names", named)


def _instruments(root: yaml.Node, report: Report) -> None:
    code = word(root, "jurisdiction")
    prefix = code.value.removeprefix("us-") + "-" if code is not None else ""
    listed = items(child(root, "instruments"))
    _once([found for instrument in listed if (found := word(instrument, "id"))], report)
    for instrument in listed:
        name = word(instrument, "id")
        if name is not None and not name.value.startswith(prefix):
            report.add(name, name.value, f"an id that starts with {prefix}")
        _rests(instrument, report)
        _stage(instrument, report)
        _lengths(child(instrument, "term"), report)


def _once(keys: Iterable[yaml.ScalarNode], report: Report) -> None:
    seen: set[str] = set()
    for key in keys:
        if key.value in seen:
            report.add(key, key.value, "each one once")
        seen.add(key.value)


def _stage(instrument: yaml.Node, report: Report) -> None:
    track, stage = word(instrument, "track"), word(instrument, "stage")
    until = word(child(instrument, "term"), "until")
    if stage is None or stage.value not in set(Stage):
        return
    if track is not None and track.value in set(Kind):
        fitting = sorted(STAGES_OF[Kind(track.value)])
        if stage.value not in fitting:
            report.add(stage, stage.value, f"a stage of a {track.value} order: " + ", ".join(fitting))
    if until is not None and until.value in set(Until) and stage.value not in ENDS_WITH[Until(until.value)]:
        events = sorted(event for event, stages in ENDS_WITH.items() if stage.value in stages)
        report.add(until, until.value, f"what ends a {stage.value} order: " + ", ".join(events))


def _lengths(term: yaml.Node | None, report: Report) -> None:
    lengths = {name: _days(word(term, name)) for name in ("minimum", "default", "maximum")}
    for shorter, longer in (("minimum", "default"), ("default", "maximum"), ("minimum", "maximum")):
        low, high = lengths[shorter], lengths[longer]
        node = word(term, shorter)
        if low is not None and high is not None and node is not None and low > high:
            report.add(node, node.value, f"a {shorter} no longer than the {longer}")


def _days(node: yaml.ScalarNode | None) -> int | None:
    try:
        return (Period(node.value).after(date(2024, 1, 1)) - date(2024, 1, 1)).days if node is not None else None
    except ValueError:
        return None


def _facts(root: yaml.Node, report: Report) -> None:
    ids = [found.value for instrument in items(child(root, "instruments")) if (found := word(instrument, "id"))]
    for key, fact in pairs(child(root, "facts")):
        rule = word(fact, "rule")
        if not (key.value == "both_orders" and rule is not None and rule.value in MAY_REST_ON_NOTHING):
            _rests(fact, report)
        for names in (*every(fact, "except_instruments"), *every(fact, "instruments")):
            for item in items(names):
                if item.value not in ids:
                    report.add(item, str(item.value), "an instrument of this file", ids)
