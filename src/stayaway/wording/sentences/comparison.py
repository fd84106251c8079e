"""How the two kinds of order are set side by side, and how the common questions are put and answered."""

from stayaway.reasoning.codes.comparison import ComparisonCode as C

from ..language import N_

SENTENCES = {
    C.WHO_FILES: N_("Who asks for it?"),
    C.WHICH_COURT: N_("Which court makes it?"),
    C.CAN_THEY_END_IT: N_("Can the protected person end it?"),
    C.HOW_LONG: N_("How long does it last?"),
    C.CASE_PENDING: N_("Must there be a criminal case?"),
    C.FILES_PROTECTED_PERSON: N_("The protected person files a petition."),
    C.FILES_CRIMINAL_COURT: N_(
        "The judge of the criminal case makes it, often because the prosecutor asks. The protected person does not "
        "file for it."
    ),
    C.FILES_NAMED: N_("The law of {place} names: {who}."),
    C.COURT_CIVIL: N_("A civil court."),
    C.COURT_CRIMINAL: N_("A criminal court, as part of its case."),
    C.END_BY_PETITION: N_("Yes, by asking the civil court. The court decides."),
    C.END_NOT_ALONE: N_(
        "Not alone. Only the criminal court can end it. The protected person can tell the prosecutor what they wish."
    ),
    C.END_MAY_ASK_COURT: N_("In {place} the protected person may ask that court. The judge decides."),
    C.LASTS_SET_TIME: N_("A set time, often one year or more. It can be renewed if that is asked for in time."),
    C.LASTS_WITH_CASE: N_(
        "As long as the criminal case, the probation or the sentence. A dismissal does not end it in every place."
    ),
    C.RENEWAL_OPENS: N_("In {place} renewal can be asked for in the last {length} before the end."),
    C.RENEWAL_BEFORE_END: N_("In {place} it must be asked for before the order ends."),
    C.RENEWAL_AFTER_END: N_("In {place} it can be asked for up to {length} after the end."),
    C.ON_DISMISSAL: N_("If charges are dropped in {place}: {rule}."),
    C.NO_CASE_NEEDED: N_("No."),
    C.CASE_NEEDED: N_("Yes, always. It is part of that case."),
    C.LENGTH_NOT_KNOWN: N_("how long: not known here; the order says"),
    C.LENGTH_SET: N_("{length}"),
    C.LENGTH_AT_MOST: N_("up to {most}"),
    C.LENGTH_SET_AT_MOST: N_("{length}, at most {most}"),
    C.LENGTH_AT_LEAST: N_("{least} or more, as the order says"),
    C.LENGTH_BETWEEN: N_("from {least} to {most}"),
    C.LENGTH_NO_LIMIT: N_("as long as the order says"),
    C.LENGTH_UNTIL: N_("until {until}"),
    C.ASK_BOTH: N_("I have both a restraining order and a no-contact order about one person. Which one counts?"),
    C.ASK_WITHOUT_CASE: N_("Can I get a restraining order when there is no criminal case?"),
    C.ASK_NEVER_ASKED: N_("Can a no-contact order be made when the victim never asked for it?"),
    C.ASK_RECORD: N_("Does a civil restraining order against me show on a background check?"),
    C.BOTH_GOVERN: N_("Both count. Follow every term of each order. Where they differ, follow the stricter term."),
    C.BOTH_LAWYER: N_("Ask your lawyer about both orders. If there is a criminal case, ask the defense lawyer there."),
    C.BOTH_HERE: N_("What police and courts go by first in {place}: {rule}. {detail}"),
    C.WITHOUT_CASE_YES: N_("Yes. You ask a civil court. No criminal case has to exist."),
    C.WITHOUT_CASE_GROUNDS: N_(
        "It rests on what happened to you: threats, abuse, harassment or violence at home. What a prosecutor does is "
        "another matter."
    ),
    C.WITHOUT_CASE_HERE: N_("Who may ask in {place}: {who}."),
    C.NEVER_ASKED_YES: N_(
        "Yes. The judge of the criminal case can make it because the prosecutor asks, or with no one asking at all."
    ),
    C.NEVER_ASKED_ROUTINE: N_(
        "In cases of violence at home and of grave assault it is often made on the first day in court."
    ),
    C.NEVER_ASKED_HERE: N_("Who can bring it about in {place}: {who}."),
    C.NEVER_ASKED_DUTY_HERE: N_("Must the court make one before trial in {place}? The answer there: {rule}."),
    C.RECORD_LOOK: N_("Rules differ by state and by kind of check. Ask what your state shows, and to whom."),
}
