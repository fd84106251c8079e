"""Writes to the registry as fast as it can, in a process that is made to be killed.

One process starts Django once. For each line it reads it forks a writer, which begins with a connection of its own.
What a writer has committed it says on the pipe, after the commit and never before.
"""

from __future__ import annotations

import os
import random
import sys
from datetime import UTC, datetime

NOW = datetime(2025, 6, 2, 18, 0, tzinfo=UTC)
STEP_OF_TWO, STEP_OF_FIVE = 2, 5
WARM = 6


def say(*words: object) -> None:
    """One line, written at once and whole."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def write(court: str, seed: str, steps: int | None = None) -> None:
    """Take steps of two and of five entries, with secrets: so many, or until killed."""
    from stayaway.model import Kind
    from stayaway.reasoning.authority import Role
    from stayaway.registry.accounts.models import new_id
    from stayaway.registry.actors import Actor, Post
    from stayaway.registry.entries import Proposal, What
    from stayaway.registry.recording import record

    clerk = Actor("u-clerk", Post.CIVIL_CLERK, court, frozenset({Kind.CIVIL}), confirmed=True)
    chance = random.Random(seed)
    while True:
        rosa, dan, case, home = new_id("p"), new_id("p"), new_id("c"), new_id("l")
        size = chance.choice((STEP_OF_TWO, STEP_OF_FIVE))
        why = f"{case} {size}"
        step = [
            Proposal(What.PERSON_RECORDED, rosa, "2025-03-01", {"name": "Rosa Marin"}, {"phones": ["1"]}, why=why),
            Proposal(What.PERSON_RECORDED, dan, "2025-03-01", {"name": "Daniel Cole"}, {"phones": ["2"]}, why=why),
        ]
        if size == STEP_OF_FIVE:
            about = {"kind": "civil", "court": "Alder", "petitioner": rosa, "respondent": dan}
            place = {"place": home, "label": "home", "confidential": True, "of": rosa}
            order = {
                "case": case,
                "restrained": dan,
                "protects": [rosa],
                "issued": "2025-03-01",
                "terms": ["no_contact"],
            }
            step += [
                Proposal(
                    What.CASE_OPENED,
                    case,
                    "2025-03-01",
                    {"case": about},
                    court=court,
                    acting=Role.PROTECTED_PERSON,
                    why=why,
                ),
                Proposal(What.PLACE_RECORDED, case, "2025-03-01", place, {"address": "17 Hidden Lane"}, why=why),
                Proposal(
                    What.ORDER_RECORDED,
                    case,
                    "2025-03-01",
                    {"order": new_id("o"), "file": order | {"stage": "final", "expires": "2027-03-01"}},
                    why=why,
                ),
            ]
        entries = record(clerk, step, {}, NOW)
        say("kept", *(f"{entry.number}:{entry.hash}" for entry in entries))
        if steps is not None:
            steps -= 1
            if steps == 0:
                return


def main() -> None:
    """Fork a writer for each line, and say when it is gone."""
    from stayaway.registry.operation.setting_up import begin

    begin()
    from django.db import connections

    court = sys.argv[1]
    write(court, "warm", WARM)  # what is read once is read before forking
    connections.close_all()
    say("ready")
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            try:
                write(court, line.strip())
            except BaseException as error:  # whatever it is, the test has to hear of it
                say("failed", repr(error).replace("\n", " "))
            finally:
                os._exit(1)
        say("began", pid)
        os.waitpid(pid, 0)
        say("ended")


if __name__ == "__main__":
    main()
