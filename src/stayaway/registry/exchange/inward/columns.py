"""The columns of a table of orders, and what each of them is in an order file."""

from __future__ import annotations

import re
from collections.abc import Mapping

ORDERS_NEED = ("kind", "restrained_name")
OF_CASE: Mapping[str, str] = {
    "kind": "kind",
    "jurisdiction": "jurisdiction",
    "time_zone": "time_zone",
    "court": "court",
    "case_number": "number",
}
OF_CHARGE: Mapping[str, str] = {
    "charge": "name",
    "charge_category": "category",
    "charge_level": "level",
    "charge_jail_possible": "jail_possible",
}
OF_ORDER: Mapping[str, str] = {
    "instrument": "instrument",
    "stage": "stage",
    "issued": "issued",
    "expires": "expires",
    "until": "until",
    "relationship": "relationship",
}
OF_PERSON: Mapping[str, str] = {
    "name": "name",
    "born": "born",
    "phones": "phones",
    "emails": "emails",
    "handles": "handles",
}
LISTS_OF_PERSON = frozenset({"phones", "emails", "handles"})
OF_PLACE: Mapping[str, str] = {"label": "label", "confidential": "confidential", "address": "address"}
OF_FINDINGS = ("heard", "credible_threat", "forbids_force")
TERMS = ("no_abuse", "no_contact", "stay_away", "surrender_firearms")
"""Terms that a row has where their cell says yes."""
OPTIONS: Mapping[str, tuple[str, str]] = {
    "no_contact_by": ("no_contact", "by"),
    "no_contact_except": ("no_contact", "except"),
    "stay_away_from": ("stay_away", "from"),
    "stay_away_distance": ("stay_away", "distance"),
    "stay_away_except": ("stay_away", "except"),
}
"""What says more about a term: the term, and the option of it. All but the distance are lists."""
TEXT_TERMS: Mapping[str, str] = {"pay_support": "pay_support", "custody": "custody", "other": "other"}
PEOPLE = 20
"""How many protected people one row can have."""
PLACES = 10

COLUMNS = (
    *("order", *OF_CASE, *OF_CHARGE, *OF_ORDER),
    *(f"restrained_{field}" for field in ("id", *OF_PERSON, "numbers")),
    *(f"protected_1_{field}" for field in ("id", *OF_PERSON, "numbers")),
    *(f"place_1_{field}" for field in OF_PLACE),
    *(*TERMS, *OPTIONS, "move_out_of", *TEXT_TERMS, *OF_FINDINGS, "served"),
)
"""Every column. `protected_2_…` and `place_2_…` follow the first."""
DOCKET_COLUMNS = ("order", "on", "entry", "until", "hearing", "court", "note")

_PERSON = re.compile(rf"(restrained|protected_([1-9]|1[0-9]|{PEOPLE}))_(id|numbers|{'|'.join(OF_PERSON)})\Z")
_PLACE = re.compile(rf"place_([1-9]|{PLACES})_({'|'.join(OF_PLACE)})\Z")


def is_order_column(name: str) -> bool:
    """Whether a table of orders can have this column."""
    return name in COLUMNS or bool(_PERSON.match(name) or _PLACE.match(name))
