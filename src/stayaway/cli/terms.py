"""One term of one paper as it is said, as the papers have it and before anything is joined."""

from __future__ import annotations

from stayaway.model import EVERY_CHANNEL, NoAbuse, NoContact, Reason, StayAway, Term, because
from stayaway.reasoning.codes.governing import GoverningCode as Code
from stayaway.reasoning.governing import describe_duty


def term_reason(term: Term) -> Reason:
    """What a term says."""
    match term:
        case NoAbuse():
            return because(Code.NO_ABUSE)
        case NoContact():
            channels = tuple(sorted(term.by, key=list(type(next(iter(term.by)))).index)) if term.by else ()
            codes = {
                (True, False): Code.NO_CONTACT,
                (True, True): Code.NO_CONTACT_EXCEPT,
                (False, False): Code.NO_CONTACT_BY,
                (False, True): Code.NO_CONTACT_BY_EXCEPT,
            }
            code = codes[term.by == EVERY_CHANNEL, bool(term.exemptions)]
            return because(code, channels=channels, exceptions=term.exemptions)
        case StayAway():
            codes = {
                (True, False): Code.STAY_AWAY_DISTANCE,
                (True, True): Code.STAY_AWAY_DISTANCE_EXCEPT,
                (False, False): Code.STAY_AWAY,
                (False, True): Code.STAY_AWAY_EXCEPT,
            }
            code = codes[term.distance is not None, bool(term.exemptions)]
            return because(code, place=term.away_from, distance=term.distance, exceptions=term.exemptions)
        case _:
            return describe_duty(term)
