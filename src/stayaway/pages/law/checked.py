"""The check of a law file: each fault where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stayaway.wording.face import FaceCode as Face
from stayaway.wording.place import PlaceCode as Code

from ..page import Page, Tone
from ..voice import Voice

if TYPE_CHECKING:
    from stayaway.law.faults import LawFault


def fault_document(fault: LawFault, file: str, voice: Voice) -> dict[str, Any]:
    """A fault as programs read it, in the shape of the faults of an order file."""
    code = Code.FAULT if fault.weight.value == "fault" else Code.WARNING
    said = [voice.speaker.sentence(code, {"read": fault.read, "wanted": fault.wanted})]
    if fault.nearest is not None:
        said.append(voice.face(Face.DID_YOU_MEAN, nearest=fault.nearest))
    return {
        "code": code.value,
        "file": file,
        "line": fault.line,
        "column": fault.column,
        "path": None,
        "read": fault.read,
        "wanted": [fault.wanted],
        "nearest": fault.nearest,
        "text": " ".join(said),
        "weight": fault.weight.value,
    }


def right_page(file: str, warnings: list[dict[str, Any]], voice: Voice) -> Page:
    """What people see of a file without faults: that it is right, and what could be better."""
    shown = Page()
    shown.text(voice.speaker.sentence(Code.FILE_IS_RIGHT, {"file": file}), tone=Tone.STRONG)
    for one in warnings:
        shown.text(f"{file}:{one['line']}:{one['column']}: {one['text']}")
    return shown
