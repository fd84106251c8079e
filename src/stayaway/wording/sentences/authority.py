"""How rulings and renewal windows are said. They are read by either side, so they speak of roles, not of `you`."""

from __future__ import annotations

from collections.abc import Mapping

from stayaway.model import Code
from stayaway.reasoning.codes.authority import AuthorityCode as C
from stayaway.wording.language import N_

SENTENCES: Mapping[Code, str] = {
    C.PROTECTED_PERSON_PETITIONS: N_(
        "The person who needs protection starts a civil order. They file a petition with the civil court. No criminal "
        "case is needed."
    ),
    C.RESTRAINED_SIDE_DOES_NOT_START: N_("The order is against this person, so this person does not start it."),
    C.COURT_WAITS_FOR_PETITION: N_("A civil court acts when someone files a petition. It does not start one."),
    C.CIVIL_COURT_MAKES_ORDER: N_("The civil court of the case makes the order, on a petition."),
    C.NO_PETITION_IN_CRIMINAL_CASE: N_("A no-contact order has no petition. It is made inside a criminal case."),
    C.VICTIM_IS_NO_PETITIONER: N_(
        "The protected person does not file for a no-contact order. It belongs to the criminal case."
    ),
    C.PROSECUTOR_ASKS_FOR_ORDER: N_("The prosecutor may ask the criminal court for a no-contact order."),
    C.CRIMINAL_COURT_MAKES_ORDER: N_(
        "The criminal court of the case makes the order. The prosecutor may ask for it, or the judge may act alone."
    ),
    C.PROTECTED_PERSON_ASKS_CIVIL_COURT: N_(
        "The protected person may ask the civil court. The court decides. It looks at whether things have changed."
    ),
    C.RESTRAINED_PERSON_ASKS_CIVIL_COURT: N_(
        "The restrained person may ask the civil court. The court decides. It looks at whether things have changed. "
        "Until then every term stands."
    ),
    C.LAWYER_ASKS_FOR_RESTRAINED: N_("A lawyer may ask the court of the case for the restrained person."),
    C.PROSECUTOR_ASKS_CRIMINAL_COURT: N_("The prosecutor may ask the criminal court. The judge decides."),
    C.DEFENDANT_ASKS_CRIMINAL_COURT: N_(
        "The defendant may ask the criminal court, best through a lawyer. The judge decides. Until then every term "
        "stands."
    ),
    C.VICTIM_CANNOT_HAVE_IT_DROPPED: N_(
        "The protected person cannot have a no-contact order dropped or changed on their own. It belongs to the "
        "criminal case."
    ),
    C.ONLY_THE_CIVIL_COURT: N_("Only the civil court of this case can do this."),
    C.ONLY_THE_CRIMINAL_COURT: N_("Only the criminal court of this case can do this."),
    C.COURT_OF_THE_CASE_DECIDES: N_("This is the court of the case. It decides."),
    C.COURT_DOES_NOT_ASK: N_("The court of the case does not ask. It decides."),
    C.WRONG_COURT: N_("The order belongs to a case in another court. This court cannot act on it."),
    C.PROSECUTOR_HAS_NO_SAY: N_(
        "A civil case is between two private people. The prosecutor is not part of it and has no say in it."
    ),
    C.NOT_A_PARTY: N_("Only the people in the case may ask. This role is not one of them."),
    C.PROTECTED_PERSON_ASKS_TO_RENEW: N_("The protected person may ask the civil court to renew the order."),
    C.RESTRAINED_SIDE_DOES_NOT_RENEW: N_("Renewal is for the protected person to ask for."),
    C.CRIMINAL_ORDER_NOT_RENEWED: N_(
        "A no-contact order is tied to its criminal case. Nobody renews it by a petition."
    ),
    C.CRIMINAL_COURT_CARRIES_ON: N_("The criminal court may carry its order on as long as its case allows."),
    C.NOBODY_CAN_PERMIT: N_(
        "Nobody can allow contact that an order forbids. Consent or an invitation changes nothing. Only the court can, "
        "by changing the order."
    ),
    C.COURT_PERMITS_BY_CHANGING: N_("The court of the case may allow contact, by changing its order."),
    C.MAY_TELL_THE_COURT: N_("They may tell the civil court what they wish, in the case or at a hearing."),
    C.MAY_TELL_THE_PROSECUTOR: N_(
        "They may tell the prosecutor what they wish. The prosecutor can tell the court. The judge decides."
    ),
    C.DEFENDANT_SPEAKS_THROUGH_LAWYER: N_(
        "The defense may tell the court what it wishes, best through the lawyer. Never through the protected person."
    ),
    C.PROSECUTOR_SPEAKS_IN_THE_CASE: N_("The prosecutor is part of the criminal case and speaks there."),
    C.COURT_HEARS_WISHES: N_("The court of the case hears what others wish. Then it decides."),
    C.ANYONE_MAY_REPORT: N_("Anyone who sees or hears that the order is broken may tell the police."),
    C.ORDER_BINDS_ONLY_THE_RESTRAINED: N_(
        "The order binds the restrained person alone. The protected person cannot break it, so there is nothing of "
        "theirs to report. An answer by the restrained person would break it."
    ),
    C.PLACE_LETS_PROSECUTOR_PETITION: N_("The law of {place} lets a prosecutor petition for a civil order."),
    C.PLACE_LETS_OFFICER_ASK: N_("The law of {place} lets an officer ask a judge for an order."),
    C.PLACE_LETS_OTHERS_PETITION: N_(
        "The law of {place} lets some people ask for someone who cannot ask alone, such as a child. The court decides."
    ),
    C.PLACE_LETS_ONE_ASK_FOR_ORDER: N_(
        "The law of {place} names this role among those who may ask the criminal court for an order. The judge decides."
    ),
    C.PLACE_LETS_VICTIM_ASK: N_(
        "The law of {place} lets the protected person ask the criminal court. The judge decides. Until then every term "
        "stands."
    ),
    C.PLACE_LETS_RESTRAINED_RENEW: N_("The law of {place} lets either side ask for a longer order."),
    C.PLACE_LETS_OTHERS_ASK: N_(
        "The law of {place} lets some people ask for someone who cannot ask alone, such as a child, or whom the court "
        "has named for that. The court decides."
    ),
    C.PLACE_LETS_ROLE_ASK: N_(
        "The law of {place} names this role among those who may ask the court. The court decides."
    ),
    C.PLACE_DOES_NOT_LET_ROLE_ASK: N_("The law of {place} lets only others ask the court for this, not this role."),
    C.PLACE_DOES_NOT_NAME_ROLE: N_(
        "The law we found for {place} does not name this role among those who may ask. Check with the court or a "
        "lawyer."
    ),
    C.PLACE_SETS_LIMITS: N_("What the law here says about such a request: {law}"),
    C.VICTIM_IS_HEARD: N_("How the protected person is heard here: {law}"),
    C.RENEWAL_STANDARD: N_("What the law here says about renewal: {law}"),
    C.RENEWAL_DIFFERS_FOR_SOME: N_(
        "Some kinds of order here are renewed by their own rule: {names}. Look on the order for its kind."
    ),
    C.LAW_OF_THAT_DAY_UNKNOWN: N_(
        "The law of {place} shown here is newer than what may have held on {day}. What it said on that day is not "
        "known here."
    ),
    C.ORDER_ENDED: N_("A court ended this order on {on}."),
    C.ORDER_RAN_OUT: N_("This order ended on {on}."),
    C.ORDER_IS_OVER: N_("This order has ended."),
    C.RENEWAL_NOT_OPEN: N_("It is too early to ask. Renewal opens on {opens}. The order ends on {end}."),
    C.RENEWAL_OPEN: N_("Renewal can be asked for now. Ask before the order ends on {end}."),
    C.RENEWAL_OPEN_PAST_END: N_(
        "Renewal can be asked for now. The order ends on {end}. The last day to ask is {closes}, but it is safer to "
        "ask before the end."
    ),
    C.RENEWAL_OPEN_LATE: N_("The order ended on {end}, but renewal can still be asked for through {closes}."),
    C.RENEWAL_NO_LAST_DAY: N_(
        "The order ended on {end}. The law here does not require asking before that, and we found no last day. Ask "
        "soon."
    ),
    C.RENEWAL_CLOSED: N_("The order ended on {end}. The last day to ask for renewal was {closes}."),
    C.RENEWAL_AFTER_END_UNKNOWN: N_(
        "The order ended on {end}. We do not know if renewal can still be asked for. Ask the court right away."
    ),
    C.RENEWAL_END_UNKNOWN: N_(
        "We do not know when this order ends, so we cannot say how long renewal can be asked for. Ask the court."
    ),
    C.RENEWAL_OF_SHORT_ORDER: N_(
        "This is a short order. The hearing decides what comes after it. The court can be asked there for a longer "
        "order."
    ),
    C.RENEWAL_NOT_NEEDED: N_("This order has no end date. It does not need to be renewed."),
    C.RENEWAL_ASKED: N_("Renewal was asked for on {on}. We know of no decision yet."),
    C.PATH_PETITION: N_("File a petition with the civil court. The court decides."),
    C.PATH_NEW_PETITION: N_("File a new petition with the civil court."),
    C.PATH_OWN_PETITION: N_("Whoever needs protection themselves may file their own petition, in their own name."),
    C.PATH_HELP_THEM_ASK: N_("Help the person who needs protection to ask. A legal aid office can help too."),
    C.PATH_PETITION_FOR_ANOTHER: N_("Who may ask for someone else here: {law}."),
    C.PATH_ASK_IN_CRIMINAL_CASE: N_("In a criminal case the prosecutor may ask the criminal court for an order."),
    C.PATH_ASK_CIVIL_COURT: N_("Ask the civil court of the case to change or end the order. The court decides."),
    C.PATH_ASK_CRIMINAL_COURT: N_("Ask the criminal court, in the case. The judge decides."),
    C.PATH_PROSECUTOR_OR_PETITION: N_(
        "Tell the prosecutor what is needed; the judge decides. Or petition the civil court for a civil order."
    ),
    C.PATH_ASK_THE_CRIMINAL_COURT_HERE: N_(
        "The law of {place} lets the protected person ask the criminal court for an order in the case. Or petition the "
        "civil court for a civil order."
    ),
    C.PATH_TELL_PROSECUTOR: N_("Tell the prosecutor. The prosecutor can ask the court. The judge decides."),
    C.PATH_ASK_COURT_OR_TELL_PROSECUTOR: N_(
        "The law of {place} lets the protected person ask the criminal court. Or tell the prosecutor, who can ask it "
        "too. The judge decides."
    ),
    C.PATH_THROUGH_DEFENSE: N_("Ask the criminal court through the defense lawyer. The judge decides."),
    C.PATH_PROSECUTOR_MAY_ASK_FOR_LONGER: N_(
        "In the criminal case the prosecutor can ask the judge for a longer order, or for a new one."
    ),
    C.PATH_COURT_ACTS: N_("The court can act in its own case, by its own order."),
    C.PATH_CIVIL_COURT: N_("Go to the civil court that made the order."),
    C.PATH_CRIMINAL_COURT: N_("Go to the criminal court that made the order."),
    C.PATH_ASK_TO_RENEW: N_("Ask the civil court to renew the order. The court decides."),
    C.PATH_ANSWER_THE_REQUEST: N_("Answer the request in court, at the hearing."),
    C.PATH_WAIT_UNTIL: N_("Ask from {opens} on."),
    C.PATH_NOTHING_NEEDED: N_("Nothing needs to be done. The order goes on."),
    C.PATH_LAWYER_LOOKS_FOR_A_WAY: N_(
        "Ask a lawyer what can be done here. Until the court changes the order, every term stands."
    ),
    C.PATH_CALL_LAWYER: N_("Do not answer the contact. Keep a record of it and call a lawyer."),
    C.COURT_KEEPS_DOCKET: N_("A court keeps the record of its own cases."),
    C.ONLY_THE_COURT_KEEPS_DOCKET: N_("Only the court of the case can put this on record."),
    C.PROSECUTOR_CHARGES: N_("The prosecutor brings the charge."),
    C.SERVICE_IS_PROVED: N_("The officer who handed over the order, or the court that got the proof, can record this."),
    C.SERVICE_NEEDS_PROOF: N_("Only an officer or the court can record that the order was handed over."),
    C.PATH_TELL_THE_CLERK: N_("Give the paper to the clerk of the court of the case, or ask that court."),
    C.PATH_PROOF_OF_SERVICE: N_("Hand the proof of service to the clerk of the court."),
}
