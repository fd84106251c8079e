"""The registry's own settings; a gateway that asks for a whole nation is let through as often as it asks."""

from stayaway.registry.settings import *

API_CALLS_A_MINUTE = 10_000_000
