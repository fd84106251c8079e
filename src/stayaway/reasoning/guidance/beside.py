"""For those beside either side, for whoever seeks protection, and the lines that help."""

from __future__ import annotations

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.model import because

from ..codes.guidance import GuidanceCode as C
from ..named import standing_in
from ..rulebook import Role
from .step import Step, Steps, Urgency

EMERGENCY = "emergency"


def danger(book: LawBook) -> Steps:
    """The emergency number."""
    for line in book.federal.file.help_lines:
        if line.key == EMERGENCY:
            yield Step(because(C.CALL_EMERGENCY, contact=line.contact), urgency=Urgency.DANGER)


def help_lines(book: LawBook, *, restrained: bool = False) -> Steps:
    """National lines. To the restrained side, those that also speak with people worried about their own conduct."""
    lines = [line for line in book.federal.file.help_lines if line.key != EMERGENCY]
    if restrained:
        lines = [line for line in lines if line.for_restrained]
    for line in lines:
        code = C.OTHER_LINE
        if line.for_restrained:
            code = C.HOTLINE_FOR_OWN_CONDUCT if restrained else C.HOTLINE
        yield Step(because(code, name=line.name, contact=line.contact), urgency=Urgency.HELP)


def local_help(law: PlaceLaw) -> Steps:
    """The place's own help page."""
    if law.help is not None and law.known:
        why = because(C.LOCAL_HELP, law.help.authority, name=law.help.name, url=law.help.url)
        yield Step(why, urgency=Urgency.HELP)


def seeking(law: PlaceLaw, book: LawBook) -> Steps:
    """J1: petition for a civil order, with no criminal case; a self-help centre or legal aid can help."""
    yield Step(because(C.PETITION, law.civil_petitioners.authority), urgency=Urgency.AT_ONCE)
    yield Step(because(C.SELF_HELP), urgency=Urgency.DUTY)
    fees = law.own.fees
    if law.known and fees is not None and fees.petition_free is True:
        yield Step(because(C.FILING_IS_FREE, fees.authority, place=law.name), urgency=Urgency.NEXT)
    else:
        yield Step(because(C.FILING_FEE_UNKNOWN, law.fees.authority), urgency=Urgency.NEXT)
    yield Step(because(C.SAFETY_PLAN), urgency=Urgency.DUTY)
    yield from danger(book)


def beside(law: PlaceLaw, book: LawBook) -> Steps:
    """A relative or a friend: help them ask, carry no messages, report."""
    yield from danger(book)
    yield Step(because(C.LISTEN_AND_LET_CHOOSE), urgency=Urgency.DUTY)
    yield Step(because(C.CARRY_NO_MESSAGES), urgency=Urgency.AT_ONCE)
    yield Step(because(C.REPORT_ANY_VIOLATION, law.violation_civil.authority), urgency=Urgency.AT_ONCE)
    yield Step(because(C.HELP_THEM_ASK), urgency=Urgency.DUTY)
    words = standing_in(law.civil_petitioners.who, Role.FAMILY)
    if words:
        why = because(C.ASK_FOR_A_CHILD, law.civil_petitioners.authority, place=law.name, law=words)
        yield Step(why, urgency=Urgency.NEXT)
    yield from unsure_which()
    yield from local_help(law)
    yield from help_lines(book)


def working(law: PlaceLaw, book: LawBook, *, advocate: bool) -> Steps:
    """An advocate or another professional beside either side."""
    yield Step(because(C.READ_THE_PAPERS), urgency=Urgency.AT_ONCE)
    yield Step(because(C.CHECK_BOTH_COURTS), urgency=Urgency.DUTY)
    yield Step(because(C.EXPLAIN_ONLY_THE_COURT, law.consent_no_defense.authority), urgency=Urgency.DUTY)
    yield Step(because(C.KEEP_PRIVATE, book.federal["ffc_internet_limits"].authority), urgency=Urgency.DUTY)
    if advocate:
        yield Step(because(C.HELP_THEM_ASK), urgency=Urgency.NEXT)
        yield Step(because(C.LISTEN_AND_LET_CHOOSE), urgency=Urgency.DUTY)
        yield from danger(book)
    yield from unsure_which()
    yield from local_help(law)
    yield from help_lines(book)


def unsure_which() -> Steps:
    """J6: a licensed lawyer of the state can read the actual orders."""
    yield Step(because(C.LAWYER_READS_THE_ORDERS), urgency=Urgency.LATER)
