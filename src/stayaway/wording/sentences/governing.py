"""How the orders together are said: the table of governing terms, collisions, what changes, what is enforced first."""

from stayaway.reasoning.codes.governing import GoverningCode as Code

from ..language import N_

SENTENCES = {
    Code.NO_CONTACT: N_("No contact of any kind, direct or through others"),
    Code.NO_CONTACT_BY: N_("No contact by: {channels}"),
    Code.NO_CONTACT_EXCEPT: N_("No contact of any kind, direct or through others. Allowed only: {exceptions}"),
    Code.NO_CONTACT_BY_EXCEPT: N_("No contact by: {channels}. Allowed only: {exceptions}"),
    Code.STAY_AWAY: N_("Stay away from {place} (no distance is written down)"),
    Code.STAY_AWAY_DISTANCE: N_("Stay at least {distance} away from {place}"),
    Code.STAY_AWAY_EXCEPT: N_("Stay away from {place} (no distance is written down). Allowed only: {exceptions}"),
    Code.STAY_AWAY_DISTANCE_EXCEPT: N_("Stay at least {distance} away from {place}. Allowed only: {exceptions}"),
    Code.NO_ABUSE: N_("No harm, threats, harassment or stalking"),
    Code.MOVE_OUT: N_("Move out of {place}"),
    Code.MOVE_OUT_UNNAMED: N_("Move out of the shared home"),
    Code.SURRENDER_FIREARMS: N_("Give up all firearms (guns)"),
    Code.SURRENDER_FIREARMS_NOTE: N_("Give up all firearms (guns). In the order's words: “{note}”"),
    Code.PAY_SUPPORT: N_("Pay support"),
    Code.PAY_SUPPORT_NOTE: N_("Pay support. In the order's words: “{note}”"),
    Code.CUSTODY: N_("Custody of the children is set by the order"),
    Code.CUSTODY_TO: N_("Custody of the children: {to}"),
    Code.CUSTODY_NOTE: N_("Custody of the children. In the order's words: “{note}”"),
    Code.CUSTODY_TO_NOTE: N_("Custody of the children: {to}. In the order's words: “{note}”"),
    Code.EXCHANGE_REQUIRED: N_("Hand over the children (required)"),
    Code.EXCHANGE_ALLOWED: N_("Handing over the children is allowed"),
    Code.EXCHANGE_REQUIRED_AS: N_("Hand over the children (required): {details}"),
    Code.EXCHANGE_ALLOWED_AS: N_("Handing over the children is allowed: {details}"),
    Code.EXCHANGE_PLACE: N_("at {place}"),
    Code.EXCHANGE_WHEN: N_("time: “{when}”"),
    Code.EXCHANGE_BY: N_("arranged by {channels}"),
    Code.OTHER: N_("In the order's words: “{text}”"),
    Code.TERMS_UNKNOWN: N_(
        "The terms of {order} are not written down here. Read the order. Until then, make no contact."
    ),
    Code.COLLISION_REQUIRED: N_("{order} requires handing over the children. {other} forbids what that takes."),
    Code.COLLISION_REQUIRED_AT: N_("{order} requires handing over the children ({place}). {other} forbids that."),
    Code.COLLISION_ALLOWED: N_("{order} lets the children be handed over. {other} forbids what that takes."),
    Code.COLLISION_ALLOWED_AT: N_("{order} lets the children be handed over ({place}). {other} forbids that."),
    Code.COLLISION_EXCEPTION: N_("{order} allows this: {exceptions}. {other} forbids it. So it would stay forbidden."),
    Code.DIFFERS_DISTANCE: N_(
        "{order} says to stay {distance} from {place}. {other} says {limit}. The wider one would count."
    ),
    Code.OBEY_STRICTER: N_(
        "Follow {other}, the stricter one. Ask the courts to make the orders fit. Until then do not do what it forbids."
    ),
    Code.AVOID_MOVE_EXCHANGE: N_(
        "Wording that avoids it: “The children are handed over by a third person, at a place that {order} does not "
        "forbid. This order permits no contact that another order in force forbids.”"
    ),
    Code.AVOID_EXCEPTION: N_(
        "Wording that avoids it: “This exception ({exceptions}) does not apply while {other} or any other order in "
        "force forbids the contact.”"
    ),
    Code.AVOID_DISTANCE: N_(
        "Wording that avoids it: name one distance in both orders for {place}, the wider of {distance} and {limit}."
    ),
    Code.AVOID_ASK_FIRST: N_("Or have {order} changed first by its own court."),
    Code.AVOID_ASK_COURT_FIRST: N_("Or have {order} changed first by its own court: {court}."),
    Code.CHANGE_ENDS: N_("{order} ends at the end of {end}."),
    Code.CHANGE_ENDS_OTHERS_GO_ON: N_("{order} ends at the end of {end}. This still goes on: {others}."),
    Code.CHANGE_STARTS: N_("{order} starts on {on}."),
    Code.CHANGE_UNTIL_EVENT: N_("{order} lasts until {until}. No day is known. The court that made it can say."),
    Code.CHANGE_HEARING: N_("Court hearing about {order}: {on}."),
    Code.CHANGE_RENEWAL_OPENS: N_("From {on}, renewal of {order} can be asked for."),
    Code.CHANGE_RENEWAL_CLOSES: N_("{on} is the last day to ask for renewal of {order}."),
    Code.CHANGE_UNKNOWN_END: N_("When {order} ends is not known here. The court that made it can say."),
    Code.ENFORCED_FIRST: N_("If the orders differ, police in {place} enforce {order} first. {detail}"),
    Code.ENFORCED_STRICTEST: N_("If the orders differ, in {place} the strictest term counts. {detail}"),
    Code.ENFORCED_BOTH: N_("In {place} both orders are enforced. {detail}"),
    Code.ENFORCED_LADDER_OPEN: N_(
        "{place} has a rule on which order comes first. Which one it is here is open. {detail}"
    ),
    Code.ENFORCED_SILENT: N_("No law of {place} was found that says which order is enforced first. {detail}"),
    Code.ENFORCED_UNKNOWN: N_("Which order is enforced first in {place} is not known here. {detail}"),
    Code.ENFORCED_PLACE_UNKNOWN: N_("Which order is enforced first is not known here."),
    Code.ENFORCED_PLACES_DIFFER: N_(
        "The orders come from different places. Each is valid everywhere. Which is enforced first is not known here."
    ),
    Code.OBEY_ALL: N_("Whichever comes first: every term of every order must be followed."),
}
