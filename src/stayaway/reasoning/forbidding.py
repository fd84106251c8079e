"""Does a prohibition forbid a contact? Yes, no, or unsure where the facts of the contact leave it open."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    Channel,
    Errand,
    Exemption,
    Papers,
    PersonId,
    PlaceId,
    Position,
    Reason,
    TermKind,
    because,
)

from .codes.conduct import ConductCode as Code
from .prohibitions import Prohibition

if TYPE_CHECKING:
    from .conduct import Contact

Found = tuple[Answer, tuple[Reason, ...]]
NOTHING: Found = (Answer.NO, ())

NAMES_OF_ERRAND = {
    Errand.COUNSEL: frozenset({"counsel", "lawyer", "attorney"}),
    Errand.COURT: frozenset({"court"}),
    Errand.SERVICE: frozenset({"service", "server"}),
}
"""The words by which a contact says that it goes through lawyers, the court, or a process server."""


def forbids(prohibitions: tuple[Prohibition, ...], contact: Contact, papers: Papers) -> Found:
    """Do any of these prohibitions of one order forbid the contact? With the reasons that decided."""
    decided: dict[Answer, list[Reason]] = {Answer.YES: [], Answer.NO: [], Answer.UNSURE: []}
    judged = _each(prohibitions, contact, papers)
    for _, (answer, reasons) in judged:
        decided[answer].extend(reasons)
    whole = Answer.either(answer for _, (answer, _) in judged)
    if whole is Answer.NO:
        return whole, tuple(_without_needless(decided[whole]))
    return whole, tuple(decided[whole])


def deciding(prohibitions: tuple[Prohibition, ...], contact: Contact, papers: Papers) -> tuple[Prohibition, ...]:
    """The prohibitions on which the answer of `forbids` rests: those that give it themselves. None where it is no."""
    judged = _each(prohibitions, contact, papers)
    whole = Answer.either(answer for _, (answer, _) in judged)
    return tuple(one for one, (answer, _) in judged if answer is whole is not Answer.NO)


def words_compared(prohibitions: tuple[Prohibition, ...]) -> frozenset[str]:
    """The words with which these prohibitions compare the subject and the carrier of a contact, without case.

    Whatever else a contact tells of them is one and the same: none of these words. With no prohibitions: the names of
    errands, with which the place of a contact is compared too.
    """
    of_exceptions = {
        word
        for prohibition in prohibitions
        for exemption in prohibition.exemptions
        for word in (exemption.about, exemption.through)
        if word is not None
    }
    return frozenset(word.casefold() for word in of_exceptions).union(*NAMES_OF_ERRAND.values())


def _each(
    prohibitions: tuple[Prohibition, ...], contact: Contact, papers: Papers
) -> tuple[tuple[Prohibition, Found], ...]:
    return tuple((prohibition, _forbids(prohibition, contact, papers)) for prohibition in prohibitions)


def _without_needless(reasons: list[Reason]) -> list[Reason]:
    """That calm contact is not forbidden is worth saying only where nothing else was found."""
    others = [reason for reason in reasons if reason.code is not Code.ONLY_PEACEFUL]
    return others or reasons[:1]


def _forbids(prohibition: Prohibition, contact: Contact, papers: Papers) -> Found:
    if prohibition.near is not None:
        reached, reasons = _nearness(prohibition, prohibition.near, contact, papers)
    else:
        reached, reasons = _channels(prohibition, contact)
    if reached is Answer.NO or not prohibition.exemptions:
        return reached, reasons
    excused, why = _excused(prohibition.exemptions, contact)
    if excused is Answer.YES:
        return Answer.NO, (why,)
    if excused is Answer.UNSURE:
        return Answer.UNSURE, (*reasons, why)
    return reached, (*reasons, why)


# ---- by which channel -------------------------------------------------------------------------------------------


def _channels(prohibition: Prohibition, contact: Contact) -> Found:
    if contact.to is None or contact.to not in prohibition.toward:
        return NOTHING
    used = channels_of(contact)
    if prohibition.kind is TermKind.OTHER:
        return Answer.UNSURE, (because(Code.OTHER_TERM, order=prohibition.order, term=prohibition.term + 1),)
    if not used:
        return _channel_unknown(prohibition)
    if not used & prohibition.channels:
        if prohibition.kind is TermKind.NO_ABUSE:
            return Answer.NO, (because(Code.ONLY_PEACEFUL, order=prohibition.order),)
        return NOTHING
    named = {"order": prohibition.order, "to": contact.to, "by": contact.by or Channel.THROUGH_OTHERS}
    if prohibition.kind is TermKind.NO_ABUSE:
        return Answer.YES, (because(Code.WATCHING_IS_ABUSE, **named),)
    if Channel.THROUGH_OTHERS in used and Channel.THROUGH_OTHERS in prohibition.channels:
        return Answer.YES, (because(Code.NO_CONTACT_INDIRECT, **named, through=contact.through),)
    return Answer.YES, (because(Code.NO_CONTACT, **named),)


def _channel_unknown(prohibition: Prohibition) -> Found:
    """A ban on every channel forbids the contact whatever the channel was."""
    if prohibition.channels >= EVERY_CHANNEL:
        return Answer.YES, (because(Code.NO_CONTACT_AT_ALL, order=prohibition.order),)
    return Answer.UNSURE, (because(Code.CHANNEL_UNTOLD, order=prohibition.order),)


def channels_of(contact: Contact) -> frozenset[Channel]:
    """The channels a contact uses: its own and, if it goes through somebody, that of going through others."""
    used = {contact.by} if contact.by is not None else set()
    if contact.through is not None:
        used.add(Channel.THROUGH_OTHERS)
    return frozenset(used)


# ---- how near ---------------------------------------------------------------------------------------------------


def _nearness(prohibition: Prohibition, near: PersonId | PlaceId, contact: Contact, papers: Papers) -> Found:
    if contact.through is not None:
        # Somebody who carries a message goes there; the restrained person does not.
        return NOTHING
    if isinstance(near, PersonId):
        return _near_person(prohibition, near, contact)
    if contact.at is None and contact.by not in (Channel.IN_PERSON, None):
        return NOTHING
    return _near_place(prohibition, near, contact, papers)


def _near_person(prohibition: Prohibition, near: PersonId, contact: Contact) -> Found:
    if contact.to != near:
        return NOTHING
    limit, distance = prohibition.distance, contact.distance
    if distance is not None and limit is not None:
        told = {"order": prohibition.order, "to": near, "distance": distance, "limit": limit}
        if distance.metres <= limit.metres:
            return Answer.YES, (because(Code.TOO_NEAR, **told),)
        return Answer.NO, (because(Code.FAR_ENOUGH, **told),)
    if contact.by is Channel.IN_PERSON:
        # Meeting somebody in person is being near, unless the contact says how far apart they were.
        if distance is None:
            return Answer.YES, (because(Code.FACE_TO_FACE, order=prohibition.order, to=near),)
        why = because(Code.DISTANCE_NOT_NAMED, order=prohibition.order, near=near, distance=distance)
        return Answer.UNSURE, (why,)
    if contact.by is None:
        return Answer.UNSURE, (because(Code.NEARNESS_UNTOLD, order=prohibition.order, to=near),)
    return NOTHING


def _near_place(prohibition: Prohibition, near: PlaceId, contact: Contact, papers: Papers) -> Found:
    told = {"order": prohibition.order, "place": near}
    if contact.at == near:
        if prohibition.kind is TermKind.MOVE_OUT:
            return Answer.YES, (because(Code.MUST_HAVE_MOVED_OUT, **told),)
        return Answer.YES, (because(Code.AT_FORBIDDEN_PLACE, **told),)
    if contact.at is None:
        return Answer.UNSURE, (because(Code.PLACE_UNKNOWN, **told),)
    if prohibition.kind is TermKind.MOVE_OUT or prohibition.distance is None:
        return NOTHING
    apart = metres_between(papers, contact.at, near)
    if apart is None:
        why = because(Code.NEARNESS_UNKNOWN, **told, at=contact.at, limit=prohibition.distance)
        return Answer.UNSURE, (why,)
    if apart <= prohibition.distance.metres:
        return Answer.YES, (because(Code.AT_FORBIDDEN_PLACE, **told),)
    return Answer.NO, (because(Code.FAR_ENOUGH, order=prohibition.order, to=near, distance=None, limit=None),)


def metres_between(papers: Papers, one: PlaceId, other: PlaceId) -> float | None:
    """The distance between two places along the ground, in metres; None where a position is not known."""
    here, there = papers.places.get(one), papers.places.get(other)
    if here is None or there is None or here.at is None or there.at is None:
        return None
    return _geodesic(here.at, there.at)


@lru_cache(maxsize=4096)
def _geodesic(here: Position, there: Position) -> float:
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(here.latitude, here.longitude, there.latitude, there.longitude)
    return float(line["s12"])


# ---- exceptions -------------------------------------------------------------------------------------------------


def _excused(exemptions: frozenset[Exemption], contact: Contact) -> tuple[Answer, Reason]:
    """Does an exception of the order itself cover the contact?"""
    met = {exemption: _meets(exemption, contact) for exemption in exemptions}
    whole = Answer.either(met.values())
    chosen = tuple(sorted((e for e, answer in met.items() if answer is whole), key=_place_in_list))
    code = {
        Answer.YES: Code.EXCEPTION_COVERS,
        Answer.UNSURE: Code.EXCEPTION_MIGHT_COVER,
        Answer.NO: Code.EXCEPTION_DOES_NOT_COVER,
    }[whole]
    return whole, because(code, exceptions=chosen)


def _place_in_list(exemption: Exemption) -> str:
    return repr((exemption.errand, exemption.about, sorted(exemption.by or ()), exemption.through, exemption.at))


def _meets(exemption: Exemption, contact: Contact) -> Answer:
    """Every part that the exception names must be met. A part the contact does not tell leaves it open."""
    parts: list[Answer] = []
    if exemption.errand is not None:
        parts.append(_on_errand(exemption.errand, contact))
    if exemption.about is not None:
        parts.append(_same(exemption.about, contact.about))
    if exemption.by is not None:
        parts.append(_by(exemption, contact))
    if exemption.through is not None:
        parts.append(Answer.YES if exemption.through == contact.through else Answer.NO)
    if exemption.at is not None:
        parts.append(_same(exemption.at, contact.at))
    if exemption.when is not None:
        # A time in the order's own words is shown, never reasoned about.
        parts.append(Answer.UNSURE)
    return Answer.every(parts)


def _on_errand(errand: Errand, contact: Contact) -> Answer:
    told = {word.casefold() for word in (contact.through, contact.about, contact.at) if word is not None}
    return Answer.YES if told & NAMES_OF_ERRAND[errand] else Answer.NO


def _same(wanted: str, told: str | None) -> Answer:
    if told is None:
        return Answer.UNSURE
    return Answer.YES if wanted.casefold() == told.casefold() else Answer.NO


def _by(exemption: Exemption, contact: Contact) -> Answer:
    """The channel must be among those allowed; so must going through others, unless the exception names by whom."""
    assert exemption.by is not None
    used = channels_of(contact)
    if not used:
        return Answer.UNSURE
    if Channel.THROUGH_OTHERS in used:
        if Channel.THROUGH_OTHERS in exemption.by:
            return Answer.YES
        if exemption.through is None or exemption.through != contact.through:
            return Answer.NO
        used -= {Channel.THROUGH_OTHERS}
    return Answer.YES if used <= exemption.by else Answer.NO
