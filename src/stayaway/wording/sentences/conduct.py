"""How the assessment of one contact is said."""

from stayaway.reasoning.codes.conduct import ConductCode as Code

from ..language import N_

SENTENCES = {
    Code.NOT_RESTRAINED: N_("This order is against {restrained}, not {person}."),
    Code.NOBODY_RESTRAINED: N_("No order here is against {person}."),
    Code.PROTECTED_BREAKS_NOTHING: N_(
        "The order is against {restrained} only. {person} does not break it by reaching out."
    ),
    Code.OTHER_MAY_NOT_ANSWER: N_("But {restrained} may not answer. An answer can mean arrest for {restrained}."),
    Code.NOT_IN_FORCE: N_("This order is not in force."),
    Code.MAY_BE_IN_FORCE: N_("It is not sure that this order is in force. Until that is clear, it counts."),
    Code.EARLIER_THAT_DAY: N_(
        "The order was, or may have been, in force at the start of {day}. The hour of the contact matters."
    ),
    Code.NOT_PROTECTED: N_("This order does not protect {person}. It protects {protects}."),
    Code.PROTECTS_UNKNOWN: N_("The papers here do not show whom this order protects."),
    Code.TERMS_UNKNOWN: N_("The terms of this order are not written down here. Read what the order itself forbids."),
    Code.TERMS_MAY_HAVE_CHANGED: N_(
        "The court changed this order, and the new terms are not written down here. Read the newest paper."
    ),
    Code.NOTHING_FORBIDS: N_("No term of this order forbids it."),
    Code.ONLY_PEACEFUL: N_(
        "This order forbids threats, harm and harassment. Calm contact of this kind it does not forbid."
    ),
    Code.NO_CONTACT: N_("The order forbids contact with {to}. That includes: {by}."),
    Code.NO_CONTACT_AT_ALL: N_("The order forbids contact of every kind."),
    Code.CHANNEL_UNTOLD: N_("The order forbids some ways of contact. Which way this was is not said."),
    Code.NEARNESS_UNTOLD: N_("The order says to stay away from {to}. How near this was is not said."),
    Code.NO_CONTACT_INDIRECT: N_(
        "The order forbids contact with {to} through other people too. It makes no difference who carries the message."
    ),
    Code.WATCHING_IS_ABUSE: N_("The order forbids stalking and harassing {to}. Watching or tracking counts as that."),
    Code.TOO_NEAR: N_("The order says to stay {limit} away from {to}. This is {distance}."),
    Code.FACE_TO_FACE: N_("The order says to stay away from {to}. Meeting in person is being near."),
    Code.AT_FORBIDDEN_PLACE: N_("The order says to stay away from this place: {place}."),
    Code.MUST_HAVE_MOVED_OUT: N_("The order says to move out of this place: {place}."),
    Code.NEARNESS_UNKNOWN: N_(
        "The order says to stay {limit} away from {place}. How far {at} is from there is not known."
    ),
    Code.DISTANCE_NOT_NAMED: N_("The order says to stay away from {near} but names no distance. This is {distance}."),
    Code.PLACE_UNKNOWN: N_("The order says to stay away from {place}. Where this happens is not said."),
    Code.FAR_ENOUGH: N_("This is far enough from {to} for this order."),
    Code.OTHER_TERM: N_("Term {term} of this order is in its own words. Read it: it may forbid this."),
    Code.EXCEPTION_COVERS: N_("The order makes an exception that covers this: {exceptions}."),
    Code.EXCEPTION_MIGHT_COVER: N_(
        "The order allows only this: {exceptions}. What is said of the contact does not show that it fits."
    ),
    Code.EXCEPTION_DOES_NOT_COVER: N_("The exceptions of the order do not cover it. They are: {exceptions}."),
    Code.INVITATION_CHANGES_NOTHING: N_(
        "That {person} reached out first changes nothing. Only the court can allow it."
    ),
    Code.TREAT_AS_FORBIDDEN: N_("Treat it as forbidden until you know for sure."),
    Code.BOTH_MUST_ALLOW: N_(
        "An exception counts only if every order that forbids the contact makes it. {orders} would allow this, but "
        "another order forbids it."
    ),
    Code.CARRYING_MESSAGES: N_(
        "Carrying a message for somebody under an order can still break the order for them: {restrained}."
    ),
}
