"""Sending what a form says to `recording`, and telling its faults, refusals and surprises in the form's own fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from stayaway.api import WrongWord
from stayaway.files import Fault, FileCode, FileFaults
from stayaway.model import because
from stayaway.pages.voice import Voice
from stayaway.registry.documents import NotKept, attach_paper
from stayaway.registry.entries import Proposal
from stayaway.registry.recording import Refused, Stale, record
from stayaway.registry.telling import as_kept
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.record import RecordCode

from .frame import Asking

PAPER = "paper"
KEPT_PAPER = "kept_paper"


@dataclass
class Outcome:
    """What came of sending: taken, or what was wrong. `fields` by name of the field, `general` about the whole."""

    taken: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    general: list[str] = field(default_factory=list)
    is_stale: bool = False
    confirms: bool = False
    """Whether both factors have to be given again first."""

    @property
    def is_wrong(self) -> bool:
        """Whether there is something to mend."""
        return bool(self.fields or self.general)

    def add(self, name: str, said: str) -> None:
        """Say something of a field."""
        self.fields[name] = f"{self.fields[name]} {said}" if name in self.fields else said


FieldOf = Callable[[Fault], str | None]


def send(
    asking: Asking, proposals: Sequence[Proposal], expected: Mapping[str, int], field_of: FieldOf, voice: Voice
) -> Outcome:
    """Send a step to the record. Nothing of it is taken where anything is wrong."""
    found = Outcome()
    try:
        record(asking.actor, proposals, as_kept(asking.actor, expected, asking.now), asking.now)
    except Stale:
        found.is_stale = True
        found.general += [voice.say(because(code)) for code in (RecordCode.STALE, RecordCode.PATH_LOOK_AGAIN)]
    except Refused as refused:
        codes = {one.code for one in refused.reasons}
        found.confirms = RecordCode.CONFIRM_AGAIN in codes
        said = [voice.say_short(one) for one in refused.reasons]
        where = next((name for code, name in FIELD_OF_REFUSAL.items() if code in codes), None)
        if where is not None:
            found.add(where, " ".join(said))
        else:
            found.general += said
    except WrongWord:
        found.add("on", voice.speaker.sentence(Says.WRONG_DAY, {}))
    except FileFaults as wrong:
        tell_faults(found, wrong.faults, field_of, voice)
    else:
        found.taken = True
    return found


FIELD_OF_REFUSAL = {
    RecordCode.WHY_NEEDED: "why",
    RecordCode.DOCUMENT_NEEDED: PAPER,
    RecordCode.NOT_AHEAD: "on",
}


def tell_lost(found: Outcome, lost: Mapping[str, Says], voice: Voice) -> None:
    """Say beside each field what was filled in and would be lost."""
    for name, code in lost.items():
        found.add(name, voice.speaker.sentence(code, {}))


def tell_faults(found: Outcome, faults: Sequence[Fault], field_of: FieldOf, voice: Voice) -> None:
    """The checker's faults in its words, beside the fields that they are about."""
    for fault in faults:
        name = field_of(fault)
        said = voice.speaker.say(fault.reason())
        if fault.code in (FileCode.MISSING_KEY, FileCode.UNTIL_MISSING) and name is not None:
            said = voice.speaker.sentence(Says.FILL_IN, {})
        if name is None:
            found.general.append(said)
        else:
            found.add(name, said)


def last_step(fault: Fault, known: Mapping[str, str]) -> str | None:
    """The field of the last step of a fault's path that a form knows."""
    return next((known[step] for step in reversed(re.findall(r"\w+", fault.path)) if step in known), None)


def attached(asking: Asking, found: Outcome, voice: Voice) -> str:
    """Keep the paper that a form attaches. Its digest, or that of the one attached before; empty: none."""
    upload = asking.request.FILES.get(PAPER)
    if upload is None:
        return asking.request.POST.get(KEPT_PAPER, "")
    try:
        return str(attach_paper(asking.actor, upload.read()).digest)
    except NotKept as error:
        found.add(PAPER, voice.speaker.sentence(Says(f"desk.paper_{error.what}"), {}))
        return ""
