"""A worksheet as text to read from, as CSV and as JSON; and losses in words."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Any

from stayaway.model import OrderId
from stayaway.wording.exchange import ExchangeCode as Code
from stayaway.wording.say import Speaker

from .facts import Loss
from .name_parts import plain
from .niem import NiemExport
from .worksheet import Field, Missing, Worksheet

COLUMNS = ("field", "name", "value", "unverified", "from_terms", "person")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def say_losses(export: Worksheet | NiemExport, language: str = "en") -> tuple[str, ...]:
    """What an export loses, a sentence each."""
    return _told(export.losses, Speaker(language, export.papers))


def as_text(worksheet: Worksheet, language: str = "en") -> str:
    """The worksheet to read from and to key in. What is keyed in is the same in every language."""
    said = Speaker(language, worksheet.papers)
    lines = [said.sentence(Code.TITLE, {"order": OrderId(" ".join(worksheet.order.split()))}), ""]
    lines += _told(worksheet.notes, said)
    lines += ["", said.sentence(Code.FIELDS)]
    lines += [_line(field, said) for field in worksheet.fields]
    lines += ["", said.sentence(Code.STILL_MISSING)]
    lines += [f"  {_missing(one, said)}" for one in worksheet.missing] or [f"  {said.sentence(Code.NOTHING)}"]
    lines += ["", said.sentence(Code.WHAT_IS_LOST)]
    lines += [f"  - {text}" for text in _told(worksheet.losses, said)] or [f"  {said.sentence(Code.NOTHING)}"]
    return "\n".join(lines) + "\n"


def as_csv(worksheet: Worksheet, language: str = "en") -> str:
    """One row a field; a field still to be found has no value. A value that a spreadsheet would compute is quoted."""
    said = Speaker(language, worksheet.papers)
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for field in worksheet.fields:
        terms = " ".join(map(str, field.terms))
        rows.writerow(
            _safe(
                (
                    field.code,
                    _label(field.code, said),
                    field.value,
                    "yes" if field.unverified else "no",
                    terms,
                    _who(field, said),
                )
            )
        )
    for one in worksheet.missing:
        rows.writerow(_safe((one.code, _label(one.code, said), "", "", "", _who(one, said))))
    return out.getvalue()


def as_json(worksheet: Worksheet, language: str = "en") -> str:
    """Fields, what is missing, losses and notes; each loss and note with its code and its sentence."""
    said = Speaker(language, worksheet.papers)
    document: dict[str, Any] = {
        "order": worksheet.order,
        "fields": [
            {
                "field": field.code,
                "value": field.value,
                "unverified": field.unverified,
                "from_terms": [
                    {"number": number, "kind": kind} for number, kind in zip(field.terms, field.kinds, strict=True)
                ],
                "person": field.person,
            }
            for field in worksheet.fields
        ],
        "missing": [{"field": one.code, "person": one.person} for one in worksheet.missing],
        "losses": [_found(loss, said) for loss in worksheet.losses],
        "notes": [_found(note, said) for note in worksheet.notes],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _line(field: Field, said: Speaker) -> str:
    mark = "*" if field.unverified else " "
    about = ""
    if field.terms:
        about = f"  ({said.sentence(Code.FROM_TERMS, {'terms': field.terms})})"
    elif field.person is not None and field.code.startswith("P"):
        about = f"  ({said.show(field.person)})"
    return f"{mark} {field.code}  {_label(field.code, said)}: {field.value}{about}"


def _missing(one: Missing, said: Speaker) -> str:
    about = f" ({said.show(one.person)})" if one.person is not None else ""
    return f"{one.code}  {_label(one.code, said)}{about}"


def _label(code: str, said: Speaker) -> str:
    return said.sentence(Code(f"exchange.field_{code.lower()}"))


def _who(one: Field | Missing, said: Speaker) -> str:
    return said.show(one.person) if one.person is not None else ""


def _told(found: Iterable[Loss], said: Speaker) -> tuple[str, ...]:
    return tuple(plain(said.sentence(one.code, one.facts)) for one in found)


def _found(loss: Loss, said: Speaker) -> dict[str, str]:
    return {"code": loss.code.value, "text": plain(said.sentence(loss.code, loss.facts))}


def _safe(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
