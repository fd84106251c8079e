"""The quick measure brackets the exact distance, everywhere on earth."""

from __future__ import annotations

import math
from random import Random

import ibis
import pyarrow as pa
import pytest
from geographiclib.geodesic import Geodesic

from stayaway.screening.engines import DuckDB
from stayaway.screening.nearness import LONGEST, SHORTEST, bracket, stretch_of


def test_the_exact_distance_lies_within_the_bracket() -> None:
    random = Random(6)
    rows = []
    for _ in range(8000):
        here = (random.choice([random.uniform(-90, 90), 0.0, 90.0, -90.0]), random.uniform(-180, 180))
        apart = 10 ** random.uniform(-2, 7.3)
        line = Geodesic.WGS84.Direct(*here, random.uniform(0, 360), apart)
        there = (line["lat2"], line["lon2"])
        exact = Geodesic.WGS84.Inverse(*here, *there)["s12"]
        rows.append((*here, *there, exact))
    # The far side of the earth, where the angle is known worst.
    for _ in range(2000):
        latitude, longitude = random.uniform(-90, 90), random.uniform(-180, 0)
        there = (-latitude + random.gauss(0, 1e-6), longitude + 180 + random.gauss(0, 1e-6))
        exact = Geodesic.WGS84.Inverse(latitude, longitude, *there)["s12"]
        rows.append((latitude, longitude, *there, exact))
    names = ("latitude", "longitude", "to_latitude", "to_longitude", "exact")
    engine = DuckDB(threads=1)
    engine.put("spots", pa.table(dict(zip(names, zip(*rows, strict=True), strict=True))))
    spots = ibis.table(dict.fromkeys(names, "float64"), name="spots")
    least, most = bracket(*(spots[name] for name in names[:4]))
    for row in engine.rows(spots.select("exact", least=least, most=most)):
        assert row["least"] <= row["exact"] <= row["most"], row
        # It is narrow too, or every contact would be left to the exact measure.
        assert row["most"] - row["least"] <= 0.0102 * row["exact"] + 2.5


def test_the_bounds_are_the_radii_of_curvature_of_the_ellipsoid() -> None:
    earth = Geodesic.WGS84
    eccentricity = earth.f * (2 - earth.f)

    def meridian(latitude: float) -> float:
        return float(earth.a * (1 - eccentricity) / (1 - eccentricity * math.sin(latitude) ** 2) ** 1.5)

    def across(latitude: float) -> float:
        return float(earth.a / math.sqrt(1 - eccentricity * math.sin(latitude) ** 2))

    radii = [radius(math.radians(degrees)) for degrees in range(91) for radius in (meridian, across)]
    assert min(radii) == pytest.approx(SHORTEST)
    assert max(radii) == pytest.approx(LONGEST)


def test_distances_on_both_sides_of_a_limit_are_in_different_stretches() -> None:
    limits = [30.48, 91.44]
    assert [stretch_of(metres, limits) for metres in (0.0, 30.48, math.nextafter(30.48, 31), 91.44, 91.45)] == [
        *(0, 1, 2, 3, 4)
    ]
