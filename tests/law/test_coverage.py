"""What counts as read in a statute, read elsewhere, looked for in vain, and not looked for."""

import pytest

from stayaway.law import known_jurisdictions, place_law
from stayaway.law.book import PlaceLaw
from stayaway.law.coverage import DECIDING, OF_INSTRUMENTS, Known, coverage
from stayaway.law.load import read_law
from stayaway.law.schema import Facts, Instrument

HEAD = """\
jurisdiction: us-zz
name: Nowhere
researched: 2026-01-02
sources:
  law: {title: Code 1, kind: statute, url: "https://example.org/1"}
  page: {title: A guide, kind: guide, url: "https://example.org/2"}
"""
ORDER = "{id: zz-a, name: A, track: civil, stage: final, scope: any, authority: Code 1, source: [law]"


def known(text: str, name: str) -> Known:
    law = PlaceLaw("us-zz", read_law(HEAD + text), place_law(None).general)
    found = {one.name: one for one in coverage([law])}
    ((_, answer),) = found[name].places
    return answer


@pytest.mark.parametrize(
    ("said", "name", "expected"),
    [
        ("fees: {petition_free: true, source: [law]}", "fees", Known.STATUTE),
        ("fees: {petition_free: true, source: [page]}", "fees.petition_free", Known.ELSEWHERE),
        ("fees: {petition_free: false, source: [page, law]}", "fees.petition_free", Known.STATUTE),
        ("fees: {source: [law]}", "fees.petition_free", Known.ABSENT),
        ("help: {name: A, url: b, source: [page]}", "fees", Known.ABSENT),
        ("criminal_ends: {on_dismissal: unknown, source: [law]}", "criminal_ends.on_dismissal", Known.UNKNOWN),
        ("criminal_ends: {on_dismissal: unknown, source: [law]}", "criminal_ends.on_acquittal", Known.ABSENT),
        ("civil_modify: {asks: [prosecutor], source: [law]}", "civil_modify.asks", Known.STATUTE),
        ("civil_modify: {asks: [], source: [law]}", "civil_modify.asks", Known.STATUTE),
        ("civil_modify: {who: [petitioner], source: [law]}", "civil_modify.asks", Known.ABSENT),
        ("both_orders: {rule: silent}", "both_orders.rule", Known.ELSEWHERE),
        ("violation_civil: {offense: a, felony_when: [], source: [law]}", "violation_civil.felonies", Known.STATUTE),
        ("violation_civil: {offense: a, felony_when: [b], source: [law]}", "violation_civil.felonies", Known.ABSENT),
        ("violation_civil: {offense: a, class: b, source: [law]}", "violation_civil.class", Known.STATUTE),
        ("violation_civil: {offense: a, max_fine: null, source: [law]}", "violation_civil.max_fine", Known.UNKNOWN),
    ],
)
def test_how_a_value_is_known(said: str, name: str, expected: Known) -> None:
    assert known(f"facts: {{{said}}}", name) is expected


@pytest.mark.parametrize(
    ("said", "key", "expected"),
    [
        (f"[{ORDER}, term: {{maximum: P1Y}}, enforceable_from: service}}]", "term", Known.STATUTE),
        (f"[{ORDER}, term: {{maximum: null, note: x}}}}]", "term", Known.UNKNOWN),
        (f"[{ORDER}}}]", "term", Known.ABSENT),
        (f"[{ORDER}, enforceable_from: service}}]", "enforceable_from", Known.STATUTE),
        (f"[{ORDER}, enforceable_from: unknown}}]", "enforceable_from", Known.UNKNOWN),
        (
            f"[{ORDER}, enforceable_from: service}}, {ORDER.replace('zz-a', 'zz-b')}}}]",
            "enforceable_from",
            Known.ABSENT,
        ),
    ],
)
def test_a_place_counts_with_its_worst_order_type(said: str, key: str, expected: Known) -> None:
    assert known(f"instruments: {said}", f"instrument.{key}") is expected


def test_every_place_counts_once_in_each_row() -> None:
    places = known_jurisdictions()
    for one in coverage(map(place_law, places)):
        assert tuple(place for place, _ in one.places) == places
        assert sum(one.count(answer) for answer in Known) == len(places)
        assert one.where(*Known) == places


def test_the_deciding_keys_are_keys_of_the_schema() -> None:
    law = place_law("us-wa").own
    for fact, keys in DECIDING.items():
        assert fact in Facts.model_fields
        assert set(keys) <= set(type(getattr(law, fact)).model_fields), fact
    assert set(OF_INSTRUMENTS) <= set(Instrument.model_fields)
