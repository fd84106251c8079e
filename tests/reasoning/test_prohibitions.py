"""Which prohibition makes another superfluous, case by case; the laws of joining are in `test_laws_of_combining`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from stayaway.model import (
    EVERY_CHANNEL,
    Channel,
    Distance,
    Errand,
    Exemption,
    OrderId,
    PlaceId,
    TermKind,
    Unit,
)
from stayaway.reasoning.prohibitions import Prohibition, both, covers, granted_by_every, grants, join
from tests.reasoning.making_orders import DAN, KIT, ROSA, SAM

HOME, WORK = PlaceId("home"), PlaceId("work")
CHILDREN, PROPERTY = Exemption(about="children"), Exemption(about="property")
TEXT = frozenset({Channel.TEXT})
BAN = Prohibition(OrderId("a"), 0, TermKind.NO_CONTACT, DAN, frozenset({ROSA, SAM}), EVERY_CHANNEL)
AWAY = Prohibition(
    OrderId("a"), 0, TermKind.STAY_AWAY, DAN, frozenset({ROSA}), near=HOME, distance=Distance(500, Unit.FEET)
)
WORDS = Prohibition(OrderId("a"), 0, TermKind.OTHER, DAN, frozenset({ROSA}), EVERY_CHANNEL, certain=False)


@pytest.mark.parametrize(
    ("strong", "changes", "expected"),
    [
        (BAN, {}, True),
        (BAN, {"order": OrderId("b"), "term": 3}, True),
        (BAN, {"toward": frozenset({ROSA})}, True),
        (BAN, {"toward": frozenset({ROSA, SAM, KIT})}, False),
        (BAN, {"channels": TEXT}, True),
        (replace(BAN, channels=TEXT), {"channels": EVERY_CHANNEL}, False),
        (BAN, {"restrained": KIT}, False),
        (BAN, {"exemptions": frozenset({CHILDREN})}, True),
        (replace(BAN, exemptions=frozenset({CHILDREN})), {"exemptions": frozenset()}, False),
        (replace(BAN, exemptions=frozenset({CHILDREN})), {"exemptions": frozenset({PROPERTY})}, False),
        (replace(BAN, exemptions=frozenset({CHILDREN})), {"exemptions": frozenset({CHILDREN, PROPERTY})}, True),
        (
            replace(BAN, exemptions=frozenset({Exemption(about="children", by=TEXT)})),
            {"exemptions": frozenset({CHILDREN})},
            True,
        ),
        (AWAY, {"distance": Distance(400, Unit.FEET)}, True),
        (AWAY, {"distance": Distance(500, Unit.FEET)}, True),
        (AWAY, {"distance": Distance(501, Unit.FEET)}, False),
        (AWAY, {"near": WORK}, False),
        (AWAY, {"distance": None}, False),
        (replace(AWAY, distance=None), {"distance": Distance(1, Unit.FEET)}, False),
        (replace(AWAY, distance=None), {"distance": None}, True),
        (WORDS, {}, True),
        (WORDS, {"order": OrderId("b")}, False),
        (WORDS, {"term": 1}, False),
        (WORDS, {"certain": True, "kind": TermKind.NO_CONTACT}, False),
        (BAN, {"certain": False, "kind": TermKind.OTHER}, False),
    ],
)
def test_covering(strong: Prohibition, changes: dict[str, Any], expected: bool) -> None:
    assert covers(strong, replace(strong, **changes)) is expected


def test_a_ban_on_contact_is_no_distance_to_keep() -> None:
    assert not covers(BAN, AWAY)
    assert not covers(AWAY, BAN)


def test_of_two_that_forbid_the_same_the_first_key_stays() -> None:
    twin, later_term = replace(BAN, order=OrderId("b")), replace(BAN, term=1)
    assert join([BAN, twin]) == join([twin, BAN]) == {BAN}
    assert join([later_term, BAN]) == {BAN}


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        (CHILDREN, CHILDREN, True),
        (CHILDREN, PROPERTY, False),
        (CHILDREN, Exemption(about="children", at=HOME), True),
        (Exemption(about="children", at=HOME), CHILDREN, False),
        (Exemption(by=TEXT), Exemption(by=TEXT, about="children"), True),
        (Exemption(by=TEXT), CHILDREN, False),
        (Exemption(by=frozenset({Channel.TEXT, Channel.EMAIL})), Exemption(by=TEXT), True),
        (Exemption(by=TEXT), Exemption(by=frozenset({Channel.TEXT, Channel.EMAIL})), False),
        (Exemption(errand=Errand.COUNSEL), Exemption(errand=Errand.COURT), False),
        (Exemption(through="kit"), Exemption(through="sam"), False),
        (Exemption(when="noon"), Exemption(when="noon", about="children"), True),
    ],
)
def test_granting(wide: Exemption, narrow: Exemption, expected: bool) -> None:
    assert grants(wide, narrow) is expected


def test_what_meets_two_exceptions_at_once() -> None:
    assert both(CHILDREN, Exemption(by=TEXT)) == Exemption(about="children", by=TEXT)
    assert both(CHILDREN, PROPERTY) is None
    assert both(Exemption(by=TEXT), Exemption(by=frozenset({Channel.MAIL}))) is None
    assert both(Exemption(at=HOME), Exemption(about="children")) == Exemption(about="children", at=HOME)
    assert granted_by_every([frozenset({CHILDREN}), frozenset()]) == frozenset()
    assert granted_by_every([]) == frozenset()
