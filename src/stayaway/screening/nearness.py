"""How near: distances sorted into stretches between the limits of the orders, and a quick measure of the ground.

The quick measure is the great-circle angle σ (haversine) between two positions, taken for a sphere. It brackets the
exact distance: on the WGS 84 ellipsoid a step along the ground is √(M² dφ² + N² cos² φ dλ²), with M the radius of
curvature along the meridian and N that across it, and on a unit sphere it is √(dφ² + cos² φ dλ²). M and N lie between
a (1 − e²) and a² / b everywhere. So every path is between `SHORTEST` and `LONGEST` times as long as on the unit
sphere, and so is the shortest of them: SHORTEST · σ ≤ distance ≤ LONGEST · σ. `slack` adds what rounding can cost. What
the bracket leaves open is measured exactly by the core.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

SEMI_MAJOR = 6378137.0
FLATTENING = 1 / 298.257223563
SHORTEST = SEMI_MAJOR * (1 - FLATTENING) ** 2
"""a (1 − e²) = b² / a: the smallest radius of curvature, that of the meridian at the equator, in metres."""
LONGEST = SEMI_MAJOR / (1 - FLATTENING)
"""a² / b: the largest radius of curvature, that at the poles, in metres."""
ROUNDING = 0.001
"""Metres that rounding can cost below half the circumference; near the far side of the earth up to a metre more."""


def stretch_of(metres: float, limits: Sequence[float]) -> int:
    """The number of the stretch between limits that a distance lies in; a limit itself is a stretch of its own.

    >>> [stretch_of(metres, [100.0, 200.0]) for metres in (99.0, 100.0, 150.0, 200.0, 300.0)]
    [0, 1, 2, 3, 4]
    """
    below = bisect_left(limits, metres)
    return 2 * below + (below < len(limits) and limits[below] == metres)


def bracket(
    latitude: ir.FloatingValue,
    longitude: ir.FloatingValue,
    to_latitude: ir.FloatingValue,
    to_longitude: ir.FloatingValue,
) -> tuple[ir.FloatingValue, ir.FloatingValue]:
    """The least and the most metres that can lie between two positions, given in degrees."""
    here, there = latitude.radians(), to_latitude.radians()
    north = ((there - here) / 2).sin()
    east = ((to_longitude - longitude).radians() / 2).sin()
    part = north * north + here.cos() * there.cos() * east * east
    within = ibis.ifelse(part > 1.0, 1.0, part)  # rounding alone makes it more
    angle = within.sqrt().asin() * 2
    slack = within + ROUNDING
    return angle * SHORTEST - slack, angle * LONGEST + slack
