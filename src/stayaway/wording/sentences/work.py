"""What the work lists and the reminders say."""

from ..language import N_
from ..work import WorkCode as Code

SENTENCES = {
    Code.DECIDE_AFTER_CASE: N_(
        "The case ended, but the record does not say that its order ended. End it, or leave it in force."
    ),
    Code.HEARING_WITHOUT_RESULT: N_("The hearing has passed. Enter what came of it."),
    Code.SERVE: N_("There is no proof that the order was handed over."),
    Code.DECIDE_RENEWAL: N_("Renewal was asked for. Decide on it."),
    Code.DECIDE_ENDING: N_("It was asked that the order end. Decide on it."),
    Code.DECIDE_CHANGE: N_("A change was asked for. Decide on it."),
    Code.ENDS_SOON: N_("The order ends soon."),
    Code.RENEWAL_OPEN: N_("Renewal can be asked for."),
    Code.EXPIRED_TOO_EARLY: N_(
        "An entry says that the order ran out, but its last day is not over. Correct the entry, or enter what ended it."
    ),
    Code.END_UNKNOWN: N_("The record does not say when the order ends."),
    # A reminder may be read by somebody else: it names no court, no person and no order.
    Code.REMINDER_SUBJECT: N_("A date to keep in mind"),
    Code.REMINDER_TEXT: N_(
        "You asked us to remind you of a date: {on}. The office that you gave this address to can tell you more."
    ),
}
