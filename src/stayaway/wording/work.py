"""The codes of what a court or an office has to do, and of reminders."""

from stayaway.model import Code


class WorkCode(Code):
    """Tasks of a work list, each with what it asks for; and the neutral words of a reminder."""

    DECIDE_AFTER_CASE = "work.decide_after_case"
    HEARING_WITHOUT_RESULT = "work.hearing_without_result"
    SERVE = "work.serve"
    DECIDE_RENEWAL = "work.decide_renewal"
    DECIDE_ENDING = "work.decide_ending"
    DECIDE_CHANGE = "work.decide_change"
    ENDS_SOON = "work.ends_soon"
    RENEWAL_OPEN = "work.renewal_open"
    EXPIRED_TOO_EARLY = "work.expired_too_early"
    END_UNKNOWN = "work.end_unknown"

    REMINDER_SUBJECT = "work.reminder_subject"
    REMINDER_TEXT = "work.reminder_text"
