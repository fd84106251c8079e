"""How hard Hypothesis looks, for every run of tests."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# `dev` looks somewhere new on every run. `ci` always looks at the same places, so that a change is judged by itself.
settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile(
    "ci", deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# `deep` is for a long look by hand: HYPOTHESIS_PROFILE=deep.
settings.register_profile("deep", deadline=None, max_examples=2000, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))
