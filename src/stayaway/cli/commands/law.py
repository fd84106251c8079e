"""`stayaway law`: the law of a place as it is known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..options import complete_place, with_output

if TYPE_CHECKING:
    from stayaway.law.book import PlaceLaw
    from stayaway.law.schema import Cited, Violation

    from ..out import Out
    from ..page import Page
    from ..voice import Voice


@click.command(name="law", short_help="The law of a place, with sources and gaps.")
@click.argument("place", metavar="PLACE", shell_complete=complete_place)
@click.option("--full", is_flag=True, help="Also the notes to each value and the addresses of all sources.")
@with_output
def command(place: str, full: bool, out: Out) -> None:
    """The law of a place as it is known here: order types, rules, sources with their dates, and gaps.

    \b
      stayaway law us-wa
      stayaway law Texas --full
    """  # noqa: D301
    from stayaway.law.load import law_book
    from stayaway.law.view import place_view

    from ..places import jurisdiction_of

    law = law_book().of(jurisdiction_of(place))
    voice = out.voice(zone=law.time_zone)
    out.answer(place_view(law), lambda: page(law, full, voice), voice)


def page(law: PlaceLaw, full: bool, voice: Voice) -> Page:
    """What people see."""
    from stayaway.model import Kind
    from stayaway.reasoning.comparison import lasting
    from stayaway.wording.face import FaceCode as Face

    from ..page import Page, Tone

    shown = Page()
    shown.text(voice.face(Face.LAW_OF, place=law.name), tone=Tone.STRONG)
    shown.text(voice.face(Face.RESEARCHED, day=law.file.researched))
    if full and law.file.note:
        shown.text(law.file.note)
    types = lasting(law)
    for kind, head in ((Kind.CIVIL, Face.NAMES_CIVIL), (Kind.CRIMINAL, Face.NAMES_CRIMINAL)):
        shown.heading(voice.face(head, place=law.name))
        for one in types:
            if one.instrument.track is kind:
                shown.item(f"{one.instrument.name}, {voice.show(one.instrument.stage)}: {voice.say(one.length)}")
                if full and one.instrument.term.note:
                    shown.text(one.instrument.term.note, indent=2)
        lines = _civil(law, full, voice) if kind is Kind.CIVIL else _criminal(law, full, voice)
        if lines:
            shown.gap()
            shown.items(lines)
    _breaking(shown, law, full, voice)
    _gaps(shown, law, voice)
    if full:
        shown.heading(voice.face(Face.ALL_SOURCES))
        for source in law.sources.values():
            dated = f" ({source.as_of})" if source.as_of else ""
            shown.item(f"{source.title}{dated}. {voice.show(source.kind)}. {source.url or ''}".strip())
    return shown


def _fact(said: str, fact: Cited, full: bool, voice: Voice, *more: str | None) -> str:
    """A line, its source, and (if all was asked for) what the sources add."""
    notes = [*more, fact.note] if full else []
    return " ".join([f"{said}{voice.mark(fact.authority)}", *(note for note in notes if note)])


def _civil(law: PlaceLaw, full: bool, voice: Voice) -> list[str]:
    from stayaway.wording.face import FaceCode as Face

    own = law.own
    lines: list[str] = []
    if own.civil_petitioners is not None and own.civil_petitioners.who:
        who = "; ".join(own.civil_petitioners.who)
        lines.append(_fact(voice.face(Face.LAW_WHO_ASKS, who=who), own.civil_petitioners, full, voice))
    if own.civil_relief is not None:
        lines.append(_fact(_relief(law, voice), own.civil_relief, full, voice))
    lines += _renewal(law, full, voice)
    if own.civil_modify is not None and own.civil_modify.who:
        said = voice.face(Face.LAW_WHO_CHANGES, who="; ".join(own.civil_modify.who))
        lines.append(_fact(said, own.civil_modify, full, voice, own.civil_modify.limits))
    if own.fees is not None and own.fees.petition_free is not None:
        code = Face.LAW_FREE if own.fees.petition_free else Face.LAW_NOT_FREE
        lines.append(_fact(voice.face(code), own.fees, full, voice))
    return lines


def _relief(law: PlaceLaw, voice: Voice) -> str:
    from stayaway.law.schema import FirearmsRule
    from stayaway.model import TermKind
    from stayaway.wording.face import FaceCode as Face

    relief = law.civil_relief
    known = {
        TermKind.NO_CONTACT: relief.no_contact,
        TermKind.STAY_AWAY: relief.stay_away,
        TermKind.MOVE_OUT: relief.move_out,
        TermKind.PAY_SUPPORT: relief.support,
        TermKind.CUSTODY: relief.custody,
    }
    can = [voice.show(kind) for kind, is_so in known.items() if is_so]
    if relief.firearms in (FirearmsRule.MANDATORY, FirearmsRule.DISCRETIONARY):
        can.append(voice.show(relief.firearms))
    return voice.face(Face.LAW_RELIEF, relief="; ".join(can) or voice.show(None))


def _renewal(law: PlaceLaw, full: bool, voice: Voice) -> list[str]:
    from stayaway.reasoning.comparison import renewal_here
    from stayaway.wording.face import FaceCode as Face

    own = law.own.civil_renewal
    if own is None:
        return []
    said = [voice.speaker.say(reason) for reason in renewal_here(law)]
    if own.continues_pending != "unknown":
        said.append(voice.face(Face.LAW_PENDING_KEEPS if own.continues_pending else Face.LAW_PENDING_DOES_NOT_KEEP))
    return [_fact(" ".join(said), own, full, voice, own.standard)] if said else []


def _criminal(law: PlaceLaw, full: bool, voice: Voice) -> list[str]:
    from stayaway.wording.face import FaceCode as Face

    own = law.own
    lines: list[str] = []
    if own.criminal_pretrial is not None:
        who = "; ".join(own.criminal_pretrial.asked_by) or voice.show(None)
        said = voice.face(Face.LAW_PRETRIAL, who=who, rule=own.criminal_pretrial.mandatory)
        lines.append(_fact(said, own.criminal_pretrial, full, voice))
    if own.criminal_sentence is not None and own.criminal_sentence.maximum:
        said = voice.face(Face.LAW_SENTENCE, length=own.criminal_sentence.maximum)
        lines.append(_fact(said, own.criminal_sentence, full, voice))
    if own.criminal_ends is not None:
        ends = own.criminal_ends
        for code, rule in (
            (Face.LAW_DISMISSED, ends.on_dismissal),
            (Face.LAW_ACQUITTED, ends.on_acquittal),
            (Face.LAW_CONVICTED, ends.on_conviction),
        ):
            lines.append(voice.face(code, rule=rule) + voice.mark(ends.authority))
        if full and ends.note:
            lines.append(ends.note)
    if own.criminal_modify is not None and own.criminal_modify.who:
        said = voice.face(Face.LAW_WHO_CHANGES, who="; ".join(own.criminal_modify.who))
        lines.append(_fact(said, own.criminal_modify, full, voice, own.criminal_modify.victim_voice))
    return lines


def _breaking(shown: Page, law: PlaceLaw, full: bool, voice: Voice) -> None:
    from stayaway.wording.face import FaceCode as Face

    own = law.own
    shown.heading(voice.face(Face.LAW_BREAKING))
    if own.violation_civil is not None:
        shown.item(_violation(voice.face(Face.LAW_CIVIL_ORDER), own.violation_civil, full, voice))
    if own.violation_criminal is not None:
        shown.item(_violation(voice.face(Face.LAW_CRIMINAL_ORDER), own.violation_criminal, full, voice))
    if own.consent_no_defense is not None:
        codes = {True: Face.LAW_NO_CONSENT, False: Face.LAW_CONSENT_MAY_COUNT}
        consent = own.consent_no_defense
        code = codes[consent.stated] if consent.stated != "unknown" else Face.LAW_CONSENT_UNKNOWN
        shown.item(_fact(voice.face(code), consent, full, voice, consent.detail))
    if own.both_orders is not None:
        said = voice.face(Face.LAW_BOTH, rule=own.both_orders.rule)
        shown.item(_fact(said, own.both_orders, full, voice, own.both_orders.detail))
    if own.registry is not None:
        shown.item(_fact(voice.face(Face.LAW_REGISTRY, name=own.registry.name), own.registry, full, voice))
    if own.help is not None:
        shown.item(_fact(voice.face(Face.LAW_HELP, name=own.help.name, url=own.help.url), own.help, full, voice))


def _violation(kind: str, violation: Violation, full: bool, voice: Voice) -> str:
    from stayaway.wording.face import FaceCode as Face

    said = [f"{kind} {violation.offense}."]
    if violation.grade:
        said.append(f"{violation.grade[:1].upper()}{violation.grade[1:]}.")
    if violation.max_jail is not None:
        said.append(voice.face(Face.LAW_UP_TO, length=violation.max_jail))
    said.append(voice.face(Face.LAW_ARREST, rule=violation.arrest))
    return _fact(" ".join(said), violation, full, voice, *(violation.felony_when if full else ()))


def _gaps(shown: Page, law: PlaceLaw, voice: Voice) -> None:
    from stayaway.wording.face import FaceCode as Face

    if law.file.unknown:
        shown.heading(voice.face(Face.LAW_GAPS))
        shown.items(law.file.unknown)
