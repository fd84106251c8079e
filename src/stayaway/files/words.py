"""The known word that was most likely meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

LIKE_ENOUGH = 65
"""Out of 100; below it a suggestion would be a guess."""
BEGINNING = 4
"""So many characters of a known word, and of no other, are taken for its beginning."""
LONGEST = 60
MOST_CHOICES = 1000

ALSO_CALLED: Mapping[str, str] = {
    # Ways of contact
    "call": "phone",
    "calls": "phone",
    "telephone": "phone",
    "voicemail": "phone",
    "video_call": "phone",
    "sms": "text",
    "texting": "text",
    "text_message": "text",
    "e-mail": "email",
    "letter": "mail",
    "letters": "mail",
    "post": "mail",
    "facebook": "social_media",
    "instagram": "social_media",
    "messenger": "social_media",
    "snapchat": "social_media",
    "tiktok": "social_media",
    "twitter": "social_media",
    "whatsapp": "social_media",
    "social": "social_media",
    "present": "gift",
    "flowers": "gift",
    "third_party": "through_others",
    "third_parties": "through_others",
    "indirect": "through_others",
    "face_to_face": "in_person",
    "visit": "in_person",
    "following": "surveillance",
    "gps": "surveillance",
    "tracking": "surveillance",
    # Terms
    "no_violence": "no_abuse",
    "no_harassment": "no_abuse",
    "peaceful_contact": "no_abuse",
    "no_communication": "no_contact",
    "distance": "stay_away",
    "vacate": "move_out",
    "leave_home": "move_out",
    "firearms": "surrender_firearms",
    "guns": "surrender_firearms",
    "weapons": "surrender_firearms",
    "child_support": "pay_support",
    "support": "pay_support",
    "parenting": "custody",
    "visitation": "custody",
    # Exceptions
    "attorney": "counsel",
    "attorneys": "counsel",
    "lawyer": "counsel",
    "lawyers": "counsel",
    "hearing": "court",
    "court_hearing": "court",
    "process_server": "service",
    # Docket
    "vacated": "terminated",
    "ended": "terminated",
    "amended": "modified",
    "changed": "modified",
    "granted": "issued",
    "entered": "issued",
    "notified": "noticed",
    "guilty": "convicted",
    "not_guilty": "acquitted",
    "dropped": "dismissed",
    "arraigned": "charged",
    "permanent": "final",
    "ex_parte": "temporary",
    "bail": "pretrial",
    # Keys
    "against": "restrained",
    "protected": "protects",
    "type": "kind",
    "date": "on",
    "event": "entry",
    "conditions": "terms",
    "exceptions": "except",
    "ends": "expires",
    "expiry": "expires",
    "plaintiff": "petitioner",
    "dob": "born",
}
"""Common words for what stayaway calls otherwise. They are suggested from, never taken."""


def nearest(word: str, known: Iterable[str], *, least: int = LIKE_ENOUGH) -> str | None:
    """The known word most like another, or None where none is like it.

    >>> nearest("facbook", ["phone", "social_media"])
    'social_media'
    >>> nearest("no_contct", ["no_contact", "stay_away"])
    'no_contact'
    """
    choices = tuple(known)
    if not word.strip() or len(word) > LONGEST or len(choices) > MOST_CHOICES:
        return None
    return _nearest(word, choices, least)


@lru_cache(maxsize=1024)
def _nearest(word: str, choices: tuple[str, ...], least: int) -> str | None:
    from rapidfuzz import fuzz, process  # on a fault only: a right file does not wait for it

    means = _meanings(choices)
    found = process.extractOne(plain(word), means.keys(), scorer=fuzz.ratio, score_cutoff=least)
    if found:
        return means[found[0]]
    begun = {means[known] for known in means if len(word) >= BEGINNING and known.startswith(plain(word))}
    return begun.pop() if len(begun) == 1 else None


@lru_cache(maxsize=32)
def _meanings(choices: tuple[str, ...]) -> Mapping[str, str]:
    others = {plain(other): meant for other, meant in ALSO_CALLED.items() if meant in choices}
    return others | {plain(choice): choice for choice in choices}


def plain(word: str) -> str:
    """A word without case, and with its gaps written alike."""
    return "_".join(word.casefold().replace("-", "_").split())
