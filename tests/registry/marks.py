"""A mark in every field of the record that is confidential, to be searched for wherever something can come out."""

from __future__ import annotations

from stayaway.reasoning.authority import Role
from stayaway.registry.entries import Proposal, What
from tests.registry.world import World, enter, happens, open_civil, open_criminal

MARKS = {
    "address": "MARKADDRESS",
    "former": "MARKFORMER",
    "position": "47.31415926",
    "label": "MARKLABEL",
    "phone": "MARKPHONE",
    "email": "mark-email@example.org",
    "handle": "MARKHANDLE",
    "identifier": "MARKNUMBER",
    "contact": "mark-contact@example.org",
    "note": "MARKNOTE",
    "why": "MARKWHY",
}


def marks_in(text: str) -> set[str]:
    """Which marks stand in a text, whatever their case."""
    folded = text.casefold()
    return {name for name, mark in MARKS.items() if mark.casefold() in folded}


def marked(world: World) -> tuple[str, str]:
    """A civil case with a mark in every field that is confidential, and a criminal case beside it. Their ids."""
    person = Proposal(
        What.PERSON_CHANGED,
        world.rosa,
        "2025-02-01",
        {"name": "Rosa Marin", "born": "1990-05-01"},
        {
            "phones": [MARKS["phone"]],
            "emails": [MARKS["email"]],
            "handles": [MARKS["handle"]],
            "identifiers": {"OLN": MARKS["identifier"]},
        },
    )
    contact = Proposal(
        What.CONTACT_CHOSEN, world.rosa, "2025-02-01", {}, {"email": MARKS["contact"]}, acting=Role.PROTECTED_PERSON
    )
    enter(world.clerk, person, contact)
    # An order says in its own words what the record keeps as a secret: where she lives and lived, how she is reached.
    reached = f"call {MARKS['phone']}, nor write to {MARKS['email']} or {MARKS['handle']}"
    words = f"He may not go to {MARKS['address']}, and not to {MARKS['former']}, nor {reached}."
    away = {"stay_away": {"from": [world.home], "distance": "500 ft"}}
    case, order = open_civil(world, terms=["no_abuse", away, {"other": words}])
    place = {"place": world.home, "label": MARKS["label"], "confidential": True, "of": world.rosa}
    changed = ["no_abuse", away, {"other": f"{words} The name {MARKS['label']} stays on the door."}]
    secret = {"address": MARKS["address"], "at": [float(MARKS["position"]), -122.3]}
    enter(
        world.clerk,
        Proposal(What.PLACE_RECORDED, case, "2025-03-01", place, {"address": MARKS["former"]}),
        Proposal(What.PLACE_RECORDED, case, "2025-03-02", place, secret),
        happens(case, order, "modified", on="2025-03-10", terms=changed),
        happens(case, order, "served", note=MARKS["note"], why=MARKS["why"], court=f"at {MARKS['address']}"),
    )
    return case, open_criminal(world)[0]
