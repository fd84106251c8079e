"""How the next steps are said, to `you`. For the restrained side never a way around; for the protected never blame."""

from __future__ import annotations

from collections.abc import Mapping

from stayaway.model import Code
from stayaway.reasoning.codes.guidance import GuidanceCode as C
from stayaway.wording.language import N_

SENTENCES: Mapping[Code, str] = {
    # For everyone.
    C.CALL_EMERGENCY: N_("If you or someone else is in danger now, call {contact}."),
    C.HOTLINE: N_("To talk with someone: {name}, {contact}."),
    C.HOTLINE_FOR_OWN_CONDUCT: N_(
        "{name}, {contact}, also talks with people who worry about how they act toward someone."
    ),
    C.OTHER_LINE: N_("Another line that can help: {name}, {contact}."),
    C.LOCAL_HELP: N_("Local help: {name}, {url}"),
    C.LAWYER_READS_THE_ORDERS: N_(
        "Not sure which kind of order it is? A lawyer licensed in your state can read the orders and say what each one "
        "means."
    ),
    C.ORDERS_BOTH_WAYS: N_(
        "There are orders in both directions. Each binds the person it names. What the other person does is no excuse "
        "to break the one against you."
    ),
    # For somebody who seeks protection.
    C.PETITION: N_(
        "Ask the civil court for a protective order. You file a petition that says what happened and what you need. "
        "You do not need a criminal case."
    ),
    C.SELF_HELP: N_("The self-help center at the courthouse or a legal aid office can help you with the forms."),
    C.FILING_IS_FREE: N_("In {place} it is free to ask for a protective order. For some kinds of orders check first."),
    C.FILING_FEE_UNKNOWN: N_("Ask the court clerk if there is a fee, and how to ask for no fee."),
    C.IF_A_CRIMINAL_CASE: N_(
        "If there is a criminal case, ask the prosecutor which no-contact conditions the court has made."
    ),
    C.SAFETY_PLAN: N_("Make a safety plan. A trained advocate can do it with you, for free and in private."),
    # For the protected side.
    C.REPORT_VIOLATION: N_("If {restrained} breaks the order in any way, tell the police at once."),
    C.REPORT_ANY_VIOLATION: N_("If the order is broken in any way, tell the police at once."),
    C.KEEP_PROOF: N_(
        "If {restrained} contacts you, you do not have to answer. Keep the messages, calls and letters, and write down "
        "the day and time."
    ),
    C.ASK_PROSECUTOR_FOR_CONDITIONS: N_(
        "Ask the prosecutor which no-contact conditions the court has made, and ask for a copy."
    ),
    C.HEARING_PROTECTED: N_(
        "There is a hearing on {on} at {court}. Plan to be there. If you cannot go, tell the court before that day."
    ),
    C.RENEWAL_OPENS: N_("You can ask to renew {order} from {opens} on."),
    C.RENEWAL_BEFORE_END: N_("To keep {order} longer, ask the court to renew it. Ask before it ends on {end}."),
    C.RENEW_NOW: N_("You can ask to renew {order} now. Ask before it ends on {end}."),
    C.RENEW_LATE: N_("{order} has run out, but you can still ask to renew it through {closes}. Ask now."),
    C.RENEW_LATE_NO_LAST_DAY: N_("{order} has run out, but you may still ask the court for a longer order. Ask now."),
    C.RENEWAL_WAITS: N_(
        "You have asked to renew {order}, and we know of no decision. Ask the court when it will decide, and if the "
        "order stands until then."
    ),
    C.RENEWAL_ASK_COURT: N_("Ask the court on which day {order} ends, and until when you can ask to renew it."),
    C.RENEWAL_IN_TIME: N_("Check the end date of your order. If you need it longer, ask the court before that day."),
    C.ASK_AT_HEARING_FOR_LONGER: N_(
        "{order} is a short order. Go to the hearing and ask there for an order that lasts longer."
    ),
    C.NEW_PETITION: N_("If you still need protection, you can file a new petition with the civil court."),
    C.ALSO_A_CIVIL_ORDER: N_(
        "A no-contact order is tied to its criminal case and can end with it. You can also ask a civil court for your "
        "own order."
    ),
    C.CARRY_ORDER: N_("Keep a copy of each order with you, and one in a safe place."),
    C.MOVING: N_(
        "Your order can be enforced in other states too. You do not have to register it there first. Take a copy with "
        "you."
    ),
    C.ONLY_THE_COURT_CHANGES_IT: N_(
        "{order} binds {restrained}, not you. Only the court can change it. If you want contact, ask the court first."
    ),
    C.ASK_CIVIL_COURT: N_(
        "If you want {order} changed or ended, you can ask the civil court. The court decides and looks at whether "
        "things have changed."
    ),
    C.TELL_PROSECUTOR_WISHES: N_(
        "If you want {order} changed or ended, tell the prosecutor. The judge of the criminal case decides."
    ),
    C.ASK_CRIMINAL_COURT_YOURSELF: N_(
        "If you want {order} changed or ended, the law of {place} lets you ask the criminal court. You can also tell "
        "the prosecutor. The judge decides."
    ),
    C.JUDGES_ARE_SLOW_TO_LIFT: N_("In cases of {category}, judges often do not want to lift a no-contact order."),
    C.EACH_ORDER_ITS_OWN_COURT: N_(
        "You have a civil and a criminal order. Each is changed only by its own court. If one ends, the other can go "
        "on."
    ),
    C.UNCLEAR_PROTECTED: N_(
        "It is not clear if {order} still stands. Ask {court} or a lawyer. Until you know, report violations as before."
    ),
    C.ENDED_PROTECTED: N_("{order} ended on {on}. If you are not sure, check with {court}."),
    C.ENDED_PROTECTED_NO_DAY: N_("{order} has ended. If you are not sure, check with {court}."),
    # For the restrained side.
    C.NO_CONTACT: N_(
        "Do not contact {protected} in any way, even if they contact you first. Nobody but the court can allow it."
    ),
    C.NO_CONTACT_BEYOND_EXCEPTIONS: N_(
        "Contact {protected} only in the ways that every order against you allows. This holds even if they contact you "
        "first."
    ),
    C.IF_THEY_CONTACT_YOU: N_(
        "If {protected} contacts you: do not answer, keep proof of it, and call your lawyer at once."
    ),
    C.IF_CONTACT_GOES_BEYOND: N_(
        "If {protected} contacts you in any other way or about anything else: do not answer, keep proof of it, and "
        "call your lawyer at once."
    ),
    C.NO_MESSENGERS: N_("Do not send messages to {protected} through other people. That counts as contact too."),
    C.OBEY_EVERY_TERM: N_("Obey every term of {order}, even those that seem unfair, until the court changes it."),
    C.OBEY_THE_ORDER: N_(
        "Read the order and obey every term. Do not contact the protected person, even if they contact you first. Only "
        "the court can change it."
    ),
    C.IF_CONTACTED: N_("If the protected person contacts you, do not answer. Call your lawyer at once."),
    C.CONTEST_THROUGH_THE_COURT: N_(
        "See a lawyer if you want to fight the order or have it changed. Do that through the court, never by ignoring "
        "it."
    ),
    C.IF_BOTH_ORDERS: N_(
        "You may be under a civil and a criminal order at once. Know what each one says, and ask your criminal defense "
        "lawyer about both."
    ),
    C.HEARING_RESTRAINED: N_(
        "Go to the hearing on {on} at {court}. You can tell your side there. If you do not go, the court can decide "
        "without you."
    ),
    C.GO_TO_EVERY_HEARING: N_(
        "Go to every hearing. You can tell your side there. If you do not go, the court can decide without you."
    ),
    C.CONTEST_IN_COURT: N_(
        "See a lawyer if you want to fight {order} or have it changed. Do that through the court, never by ignoring "
        "the order."
    ),
    C.CHANGE_THROUGH_DEFENSE: N_(
        "If you want {order} changed, your lawyer can ask the criminal court. Until the judge changes it, obey it."
    ),
    C.FIREARMS_OWN_TERM: N_(
        "{order} says you may not have a firearm. Ask the court or your lawyer at once how to hand over any you have, "
        "and keep the receipt."
    ),
    C.FIREARMS_FEDERAL: N_(
        "While you are under an order, federal law may forbid you to have or get a firearm or ammunition. Ask a lawyer "
        "before you touch one."
    ),
    C.FIREARMS_PLACE: N_(
        "The law of {place} takes firearms away under some civil orders. Ask the court or a lawyer what you must do "
        "and by when."
    ),
    C.MOVE_OUT: N_("{order} says to leave the home. Stay out. Ask the court or the police how to get your things."),
    C.MOVE_OUT_OF: N_(
        "{order} says to leave this place: {home}. Stay out. Ask the court or the police how to get your things."
    ),
    C.PAY_SUPPORT: N_("{order} says to pay support. Pay on time and keep proof of each payment."),
    C.PAY_SUPPORT_AS_WRITTEN: N_("{order} says to pay support: “{words}”. Pay on time and keep proof of each payment."),
    C.CHILDREN_TERMS: N_(
        "Follow what {order} says about the children exactly. If it clashes with another order, follow the stricter "
        "one and go back to the court."
    ),
    C.OTHER_TERM: N_("{order} also says: “{words}”"),
    C.APPOINTED_LAWYER: N_(
        "If you could go to jail and cannot pay for a lawyer, you have the right to one. Ask the court for a public "
        "defender at your first hearing."
    ),
    C.APPOINTED_LAWYER_SUSPENDED: N_(
        "A court may not give you a jail sentence, even one put on hold, unless you had a lawyer or gave up that right."
    ),
    C.BOTH_ORDERS: N_(
        "You are under a civil and a criminal order: {orders}. Obey all terms of each, and the stricter one where they "
        "differ. Ask your criminal defense lawyer about both."
    ),
    C.STANDS_THROUGH: N_(
        "{order} stands through {end}. It can be made longer. Check with the court before you take it to have ended."
    ),
    C.UNCLEAR_RESTRAINED: N_("It is not clear if {order} still stands. Treat it as in force. Ask {court} or a lawyer."),
    C.ENDED_RESTRAINED: N_("{order} ended on {on}. If you are not sure, check with {court} before you act on it."),
    C.ENDED_RESTRAINED_NO_DAY: N_("{order} has ended. If you are not sure, check with {court} before you act on it."),
    # For those beside either.
    C.HELP_THEM_ASK: N_(
        "The person who needs protection asks for the order. You can help with forms, rides and child care, and go "
        "with them to court."
    ),
    C.ASK_FOR_A_CHILD: N_("In {place} some people may ask for someone else, such as a child: {law}."),
    C.CARRY_NO_MESSAGES: N_(
        "Do not carry messages or gifts between the two people. That can break the order, even if you mean well."
    ),
    C.LISTEN_AND_LET_CHOOSE: N_("Listen, and let the person who needs protection make the choices."),
    C.READ_THE_PAPERS: N_(
        "Read the orders themselves: which court, which case, whom each one binds, what it forbids and when it ends."
    ),
    C.KEEP_PRIVATE: N_("Keep the order and all addresses private. Put nothing about it on the internet."),
    C.EXPLAIN_ONLY_THE_COURT: N_("Explain to each person that only the court can change an order. Consent cannot."),
    C.CHECK_BOTH_COURTS: N_("Ask if there is an order in a civil case and in a criminal case. Both can stand at once."),
}
