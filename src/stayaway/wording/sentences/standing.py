"""How standing is said."""

from stayaway.reasoning.codes.standing import StandingCode as Code

from ..language import N_

SENTENCES = {
    Code.ISSUED: N_("The court made this order on {on}."),
    Code.NOT_YET_ISSUED: N_("The order was not made until {on}."),
    Code.ISSUE_UNKNOWN: N_("The papers here do not show when the order was made. Look for the date on the order."),
    Code.SAME_DAY: N_("Something happened on {day}, and the hour is not written down. The hour would settle it."),
    Code.ENDED_BY_COURT: N_("The court ended it on {on} (docket: {event})."),
    Code.OTHER_COURT_CANNOT_END: N_(
        "An entry of {on} says “{event}” by {court}. That court does not own this case, so the order did not change. "
        "Only {owner} can end or change it."
    ),
    Code.ENTRY_BEFORE_ISSUE: N_(
        "An entry of {on} says “{event}”. That is before the order was made, so it does not count."
    ),
    Code.ENTRY_AFTER_END: N_("An entry of {on} says “{event}”. The order had ended by then, so it does not count."),
    Code.DOCKET_SAYS_EXPIRED: N_("The docket says that the order ran out on {on}."),
    Code.EXPIRED_TOO_EARLY: N_(
        "The docket says that the order ran out on {on}, but the paper says it lasts until {end}. The court must clear "
        "this up."
    ),
    Code.EXPIRED_BUT_PERMANENT: N_(
        "The docket says that the order ran out on {on}, but the paper says it has no end date. The court must clear "
        "this up."
    ),
    Code.END_AHEAD: N_("It lasts through {end}."),
    Code.END_PASSED: N_("Its last day was {end}."),
    Code.END_PASSED_BUT_EVENT_OPEN: N_(
        "Its last day was {end}, but the paper also says it lasts until {until}. No paper here shows that this "
        "happened."
    ),
    Code.PERMANENT: N_("The paper says that it has no end date."),
    Code.LENGTHENED: N_("On {on} the court made it last longer ({event}), until {until}."),
    Code.LENGTHENED_FOR_GOOD: N_("On {on} the court made it permanent ({event})."),
    Code.NO_END_KNOWN: N_("The papers here do not show when it ends. Look for the end date on the order."),
    Code.RENEWAL_UNDECIDED: N_(
        "Its last day was {end}. A renewal was asked for in time, on {asked}, and no answer is known yet."
    ),
    Code.RENEWAL_KEEPS_IT: N_(
        "Its last day was {end}. A renewal was asked for in time, on {asked}. Here the order goes on until the court "
        "decides."
    ),
    Code.RENEWAL_DOES_NOT_KEEP_IT: N_(
        "Its last day was {end}. A renewal was asked for on {asked}, but here asking does not keep the order alive."
    ),
    Code.RENEWAL_ASKED_TOO_LATE: N_(
        "A renewal was asked for on {asked}, after the order had ended. Asking does not bring it back."
    ),
    Code.UNTIL_EVENT: N_("It lasts until {until}. No paper here shows that this has happened."),
    Code.UNTIL_EVENT_BY_KIND: N_(
        "An order of this kind most often lasts until {until}. No paper here shows that this has happened."
    ),
    Code.HEARING_AHEAD: N_("It lasts until the hearing on {on}."),
    Code.HEARING_PASSED: N_(
        "The hearing was set for {on}. What came of it is not known here. The court can say if the order was kept on."
    ),
    Code.REPLACED_AFTER_HEARING: N_(
        "It lasted until the hearing on {on}. After the hearing the court made the order {by} ({made}). That order "
        "took its place."
    ),
    Code.FOLLOWED_AFTER_HEARING: N_(
        "The hearing was on {on}. After it the court made the order {by} ({made}). That order most often takes the "
        "place of this one, but the paper of this one does not say so."
    ),
    Code.FOLLOWED_BUT_NOT_SERVED: N_(
        "After the hearing on {on} the court made the order {by} ({made}). No paper here shows that it was handed over "
        "(served). In some places this order goes on until then."
    ),
    Code.PETITION_DENIED: N_("The court said no to the request on {on}."),
    Code.LAW_SETS_LENGTH: N_("The law lets an order of this kind last {length}. That time runs through {end}."),
    Code.LAW_LENGTH_PASSED: N_(
        "The law lets an order of this kind last {length}. That time ended on {end}, but the court may have made it "
        "longer."
    ),
    Code.LONGEST_AHEAD: N_(
        "The law lets an order like this last {length} at most. From {start} on, that time runs through {end}, if the "
        "court does not make it longer."
    ),
    Code.LONGEST_PASSED: N_(
        "The law lets an order like this last {length} at most. From {start} on, that time ended on {end}, but the "
        "court may have made it longer."
    ),
    Code.LONGEST_UNTIL: N_("The law lets an order like this last until {until} at most."),
    Code.LONGEST_IN_WORDS: N_("How long the law lets an order like this last: {law}"),
    Code.EVENT_ENDS_IT_BY_LAW: N_("On {on} the case had this result: {event}. In {place} that ends the order by law."),
    Code.EVENT_NEEDS_ORDER: N_(
        "On {on} the case had this result: {event}. In {place} the order still goes on until the court lifts it."
    ),
    Code.EVENT_ENDS_IT_BY_PAPER: N_(
        "On {on} the case had this result: {event}. The paper says the order lasts until {until}, so it ended then."
    ),
    Code.EVENT_PAPER_GOES_ON: N_(
        "On {on} the case had this result: {event}. But the paper says the order lasts until {until}."
    ),
    Code.EVENT_PAPER_SILENT: N_(
        "On {on} the case had this result: {event}. In {place} that ends the order only if its own paper says so. The "
        "paper, as written down here, does not say."
    ),
    Code.EVENT_LAW_UNKNOWN: N_(
        "On {on} the case had this result: {event}. If that ends the order is not known here ({place}). A court order "
        "to lift it may still be needed."
    ),
    Code.EVENT_PLACE_UNKNOWN: N_(
        "On {on} the case had this result: {event}. If that ends the order is not known here. A court order to lift it "
        "may still be needed."
    ),
    Code.EVENT_REPLACED_OR_EXTENDED: N_(
        "On {on} the case had this result: {event}. Then a new order most often takes its place, or it is kept on."
    ),
    Code.EVENT_MAY_BE_CONTINUED: N_(
        "On {on} the case had this result: {event}. In {place} that most often ends the order. But the court may keep "
        "it on while a civil order is asked for."
    ),
    Code.EVENT_PAPER_AND_LAW_DIFFER: N_(
        "On {on} the case had this result: {event}. The paper says that ends it. The law of {place} says it goes on "
        "until the court lifts it."
    ),
    Code.EVENT_DOES_NOT_SETTLE: N_(
        "On {on} the case had this result: {event}. That alone does not show if the order is still in force."
    ),
    Code.REPLACED: N_("On {on} the case had this result: {event}. The order {by} then took its place."),
    Code.CIVIL_CASE_OVER: N_(
        "On {on} the civil case had this result: {event}. The order may have ended with it. The court can say."
    ),
    Code.PROBATION_ENDED: N_("It lasted as long as the probation. The probation ended on {on}."),
    Code.PROBATION_OVER: N_("It lasted as long as the probation. The probation ran through {end}."),
    Code.PROBATION_RUNS: N_("It lasts as long as the probation. The probation runs through {until}."),
    Code.CLAIM: N_("{by} shows its status as “{status}” ({on}). That is their word for it. It does not decide this."),
    Code.LAW_OF_THAT_DAY_UNKNOWN: N_(
        "The rule used here is of a later time. What the law of {place} said on that day is not known here."
    ),
    Code.TREAT_AS_IN_FORCE: N_("Until you know for sure, treat it as in force. Ask the court that made it."),
    Code.TREAT_AS_IN_FORCE_ASK: N_("Until you know for sure, treat it as in force. Ask this court: {court}."),
    Code.SERVED: N_("It was handed over (served) on {on}."),
    Code.NOTICED: N_("The person knew of it from {on}. Here that is enough."),
    Code.BINDS_FROM_ISSUANCE: N_("Here an order like this counts from the day it is made."),
    Code.NO_PROOF_OF_SERVICE: N_(
        "No paper here shows that it was handed over (served). A proof of service would settle it."
    ),
    Code.NO_PROOF_OF_NOTICE: N_(
        "No paper here shows that the person was told of it. A proof of service, or that they were in court, would "
        "settle it."
    ),
    Code.NOTICE_IS_NOT_SERVICE: N_(
        "The person knew of it from {on}, but here a break can be punished only once it was handed over (served)."
    ),
    Code.WHEN_IT_BINDS_UNKNOWN: N_(
        "The person knew of it from {on}. If that is enough here, or if it must be handed over (served), is not known."
    ),
    Code.NOT_IN_FORCE: N_("The order is not in force."),
    Code.MAY_NOT_BE_IN_FORCE: N_("This holds if the order is in force, and that is not sure."),
}
