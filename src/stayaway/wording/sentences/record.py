"""What the registry says to whoever wants to enter or see something."""

from ..language import N_
from ..record import RecordCode as Code

SENTENCES = {
    Code.NO_POST_FOR_RECORDS: N_("Your post here does not work with records."),
    Code.NOT_THE_COURT_OF_THE_CASE: N_("This case is not a case of your court."),
    Code.NOT_THE_COURT_OF_THE_PERSON: N_("Only a court that keeps a case of this person enters this."),
    Code.PATH_COURT_OF_THE_CASE: N_("The court of the case is {court}. Send it there."),
    Code.NOT_IN_THIS_CASE: N_("You do not appear in this case."),
    Code.PATH_APPEAR_FIRST: N_("Ask the clerk of the court of the case to enter that you appear in it."),
    Code.COURT_DOES_NOT_HEAR: N_("{court} does not hear cases of this kind."),
    Code.PATH_COURT_THAT_HEARS: N_("Choose a court that does."),
    Code.COURT_RECEIVES_ONLY: N_("A court can receive a request, a charge or proof of service. This is none of them."),
    Code.PATH_WHOEVER_ACTED: N_("Leave out who else acted, if your court did this itself."),
    Code.CONFIRM_AGAIN: N_("This needs your password and your code once more."),
    Code.PATH_CONFIRM_AGAIN: N_("Sign in again, then send it once more."),
    Code.DOCUMENT_NEEDED: N_("What another court did is entered with a copy of its paper."),
    Code.PATH_ATTACH_PAPER: N_("Attach the paper."),
    Code.WHY_NEEDED: N_("This needs a reason in words."),
    Code.PATH_SAY_WHY: N_("Say why."),
    Code.JUDGE_SEALS: N_("Only a judge of the court of the case seals or opens a record."),
    Code.PATH_ASK_JUDGE: N_("Ask the judge."),
    Code.ONLY_ABOUT_ONESELF: N_("Only the person may choose this, or the clerk who heard it from them."),
    Code.PATH_ASK_THE_PERSON: N_("Ask the person to tell the clerk of their case."),
    Code.OTHERS_REST_ON_IT: N_("Later entries rest on this one."),
    Code.PATH_CORRECT_THOSE_FIRST: N_("Correct those first, from the latest back."),
    Code.NOT_AHEAD: N_("{on} has not come yet. The record holds what has happened."),
    Code.PATH_ENTER_WHEN_IT_HAPPENED: N_("Enter it on the day that it happens."),
    Code.ASKED_TODAY: N_("What you ask for here, you ask for today. It cannot have an earlier day."),
    Code.PATH_COURT_THAT_RECEIVED: N_(
        "If you gave it to the court on an earlier day, ask the clerk to enter it with that day."
    ),
    Code.CLASHES_NOT_SEEN: N_("The draft clashes with orders that are or may be in force ({count})."),
    Code.PATH_LOOK_AT_CLASHES: N_("Look at each clash. Then change the draft, or say that you have seen them."),
    Code.STALE: N_("Somebody else entered something here after you looked."),
    Code.PATH_LOOK_AGAIN: N_("Look at the record again, then decide."),
    Code.NOTHING_HERE: N_("There is no record here that you may see."),
    Code.PATH_ASK_THE_CLERK: N_("If you think there should be one, ask the clerk of the court."),
    Code.PURPOSE_NEEDED: N_("A search needs a purpose. It is kept with your name."),
    Code.PATH_SAY_PURPOSE: N_("Say what it is for."),
    Code.DESCRIPTOR_UNKNOWN: N_("“{name}” cannot be {read}. It can be: {wanted}."),
    Code.STORAGE_FAILED: N_("The registry cannot reach its storage now."),
    Code.PATH_TRY_AGAIN: N_(
        "What you just sent may not be on record. Try again in a few minutes, and look first if it is there."
    ),
    Code.UNREADABLE: N_("Something in this record contradicts itself, so nothing can be said of its orders here."),
    Code.PATH_AS_IN_FORCE: N_(
        "Treat every order in it as in force. Ask the court what its orders say, and tell whoever runs this registry."
    ),
    Code.FAILED: N_("Something failed here. It is not your doing."),
    Code.PATH_TELL_WHO_RUNS_IT: N_(
        "What you just sent may not be on record. Look if it is there. If it fails again, tell whoever runs this "
        "registry."
    ),
    Code.NOT_BY_THIS_ENTRY: N_("This kind of entry does not go with what it is about."),
    Code.PATH_RIGHT_ENTRY: N_("Choose an entry from those that the record offers."),
}
