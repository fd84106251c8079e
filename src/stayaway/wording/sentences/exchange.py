"""How exports to other systems are told: the worksheet, refusals, and what is lost."""

from ..exchange import ExchangeCode as Code
from ..language import N_

SENTENCES = {
    # The worksheet's own texts.
    Code.TITLE: N_("Worksheet for the national file of protection orders (NCIC): {order}"),
    Code.FIELDS: N_("To key in (* the form of this field was not seen in a source: check it)"),
    Code.STILL_MISSING: N_("Still to be found"),
    Code.WHAT_IS_LOST: N_("What is lost or to be checked"),
    Code.NOTHING: N_("nothing"),
    Code.FROM_TERMS: N_("from terms: {terms}"),
    Code.KEYED_BY_OPERATOR: N_("A trained operator keys this in. This program sends nothing to NCIC."),
    Code.CHECK_WITH_STATE: N_(
        "Fields marked * follow what is believed, not what was seen. Check them with the agency that runs NCIC "
        "access in your state."
    ),
    Code.COURT_IS: N_("The court that made the order: {court}."),
    Code.SERVED_ON: N_(
        "The order was served on {on}. The code for the field SVC was not seen. The operator chooses it."
    ),
    Code.NO_SERVICE_KNOWN: N_(
        "No service of the order is known here. The code for the field SVC was not seen. The operator chooses it."
    ),
    Code.SIX_IS_A_RIGHT: N_(
        "Code {code} gives a right. It says that the restrained person has the children or may see them."
    ),
    Code.SEVEN_IS_NOT_BRADY: N_("Code {code} is the order's own term on weapons. It is not the Brady field (BRD)."),
    # What stands in free text, beside the terms.
    Code.TOWARD: N_("{term} (toward: {people})"),
    Code.NOBODY_NAMED: N_("whoever the order protects"),
    Code.LASTS_UNTIL: N_("This order lasts until {until}."),
    Code.DOES_NOT_EXPIRE: N_("This order has no end date (NONEXP)."),
    Code.READ_THE_ORDER: N_("The terms are not written down here. Read the order."),
    Code.READ_THE_CHANGE: N_("The order was changed, and the new terms are not written down here. Read the order."),
    Code.TOLD_NOT_SERVED: N_("Told of the order on {on}. No service is known."),
    # Why an order is not exported.
    Code.END_MISSING: N_(
        "No end of the order is known here. Enter its last day, or that it has none, as the order says."
    ),
    Code.END_MISSING_LAW_SAYS: N_(
        "The order gives no end. By law it may end on {end}. Enter its last day, or that it has none, as the court "
        "says."
    ),
    Code.END_NEEDS_DECISION: N_(
        "The order lasts until {until}. NCIC needs a day or NONEXP. Ask the court or the state which to enter."
    ),
    Code.END_IS_KNOWN: N_("The order's own end is known: {end}. Another one cannot be entered."),
    Code.END_HAS_PASSED: N_("The end to enter is over already: {end}. Ask the court or the state which to enter."),
    Code.NOT_IN_FORCE: N_("The order is not in force. What is not in force is not entered."),
    Code.NOT_YET_MADE: N_("The order has not been made by this day. Enter it once it is made."),
    # What is lost: of the order as a whole.
    Code.STANDING_UNSURE: N_(
        "It is not sure that the order is in force. There is no field for that. Ask the court before you enter it."
    ),
    Code.SAME_DAY: N_("Something was entered for that same day without an hour. What the order says then may differ."),
    Code.BRADY_UNKNOWN: N_("It is not known if federal law bars the restrained person from having guns."),
    Code.NOTICE_ONLY: N_(
        "The restrained person was told of the order on {on}. That is not service, and there is no field for it."
    ),
    Code.END_IS_EVENT: N_("The order lasts until {until}. There is no field for that. It stands only as text."),
    Code.END_IS_ALSO_EVENT: N_("The order ends on {end}, or at an event: {until}. There is no field for the event."),
    Code.END_CHOSEN: N_("The end to enter was given by hand ({end}). It is not from the order."),
    Code.TERMS_UNKNOWN: N_("The terms are not written down here. The codes must be read from the order."),
    Code.TERMS_MAY_DIFFER: N_(
        "The order was changed, and the new terms are not written down here. The codes may be out of date."
    ),
    Code.HOUSEHOLD_OPEN: N_(
        "The order protects more than one person. Code {code} is for threats to family or people in the home. Read "
        "the order to see if it fits."
    ),
    Code.RELATIONSHIP: N_("What the people are to each other has no field: {relationship}."),
    Code.FINDINGS: N_("What the court found has no field of its own. Only the Brady answer comes from it."),
    Code.LAW_OF_PLACE: N_("The state's law and its own name for this kind of order have no field."),
    Code.PARTIES: N_("Who the sides of the case are and what is charged has no field."),
    Code.CLAIMS: N_("What other systems say of the order is left out."),
    Code.HISTORY: N_("Only the state of the order on this day is told, not what came before."),
    # What is lost: of one term.
    Code.EXCEPTIONS: N_("Term {number} ({kind}): its exceptions have no code. They stand only as text."),
    Code.DISTANCE: N_("Term {number} ({kind}): the distance has no code ({distance}). It stands only as text."),
    Code.CHANNELS: N_(
        "Term {number} ({kind}): it names the ways of contact, which have no code ({channels}). They stand only as "
        "text."
    ),
    Code.NEARNESS: N_("Term {number} ({kind}): to stay away from a person has no code. It stands only as text."),
    Code.PLACE_MAY_NOT_FIT: N_(
        "Term {number} ({kind}): code {code} means a home, property, a school or work. If the place is none of "
        "these, take the code out."
    ),
    Code.PLACE_BY_NAME: N_("Term {number} ({kind}): a place stands only by its name. No address is given."),
    Code.PLACE_HIDDEN: N_("Term {number} ({kind}): a place is kept secret. Neither its name nor its address is given."),
    Code.MOVE_OUT: N_(
        "Term {number} ({kind}): code {code} says that the home is for the protected person alone. Read the order "
        "to see if it says so."
    ),
    Code.WEAPONS: N_(
        "Term {number} ({kind}): code {code} does not say that guns must be handed over. That stands only as text."
    ),
    Code.CHILDREN: N_(
        "Term {number} ({kind}): the children have no field, and how long it lasts has none. Read the order for "
        "their names."
    ),
    Code.TEXT_ONLY: N_("Term {number} ({kind}): it has no code. It stands only as text."),
    Code.TOWARD_SOME: N_(
        "Term {number} ({kind}): it is for some people only ({people}), which has no code. It stands only as text."
    ),
    # What is lost: of people and numbers.
    Code.MORE_PROTECTED: N_("The order protects {count} more. Enter them as added data, as the state asks."),
    Code.NOBODY_PROTECTED: N_("No protected person is written down here."),
    Code.NAME_GUESSED: N_("Which part of the name of {person} is the last name or the first is a guess. Check it."),
    Code.NAME_SUFFIX: N_(
        "The name of {person} ends with {suffix}. What tells a son from a father stands last in the field, a degree is "
        "left out. Check how your state enters it."
    ),
    Code.NAME_PARTS_UNKNOWN: N_("It is not known which part of the name is the last name: {person}."),
    Code.NAME_LETTERS: N_("Accents were left out of the name: {person}."),
    Code.NAME_DOES_NOT_FIT: N_(
        "The name does not fit the field, by its length or its letters: {person}. The operator enters it."
    ),
    Code.NUMBER_TOO_LONG: N_(
        "The case number is longer than {most} characters and is left out. The operator enters it."
    ),
    Code.NUMBER_DOES_NOT_FIT: N_(
        "The case number has characters that do not fit the field and is left out. The operator enters it."
    ),
    Code.NUMBER_UNKNOWN: N_("No case number is written down here."),
    Code.NUMBERS_LEFT_OUT: N_("Numbers that name a protected person are left out: {person}."),
    Code.NUMBER_KIND_LEFT_OUT: N_(
        "A number of {person} has no field and is left out. Its kind is written as: {kind}. Look it up in the record."
    ),
    Code.LICENSE_PARTS: N_("The state and the year of a license are left out: {person}."),
    # What is lost: in NIEM.
    Code.CRIMINAL_IN_CIVIL: N_(
        "This is a criminal order. NIEM's element is made for civil ones. Only the text of its kind says that it "
        "is criminal."
    ),
    Code.NO_END_IN_TEXT: N_("The order has no end date. NIEM has no field for that. It stands only as text."),
    # The names of the fields.
    Code.FIELD_MKE: N_("Kind of entry"),
    Code.FIELD_ORI: N_("Agency that enters the order"),
    Code.FIELD_CTI: N_("Identifier of the court"),
    Code.FIELD_OCA: N_("Agency's case number"),
    Code.FIELD_PNO: N_("Number of the order"),
    Code.FIELD_NAM: N_("Name of the restrained person"),
    Code.FIELD_SEX: N_("Sex of the restrained person"),
    Code.FIELD_RAC: N_("Race of the restrained person"),
    Code.FIELD_DOB: N_("Birth date of the restrained person"),
    Code.FIELD_HGT: N_("Height"),
    Code.FIELD_WGT: N_("Weight"),
    Code.FIELD_EYE: N_("Eyes"),
    Code.FIELD_HAI: N_("Hair"),
    Code.FIELD_SOC: N_("Social Security number of the restrained person"),
    Code.FIELD_OLN: N_("Driver license number"),
    Code.FIELD_OLS: N_("State of the license"),
    Code.FIELD_OLY: N_("Year the license ends"),
    Code.FIELD_FBI: N_("FBI number"),
    Code.FIELD_SID: N_("State identification number"),
    Code.FIELD_MNU: N_("Other number"),
    Code.FIELD_BRD: N_("Brady: barred from guns by federal law"),
    Code.FIELD_PCO: N_("Protection order condition"),
    Code.FIELD_ISD: N_("Date made"),
    Code.FIELD_EXP: N_("Date it ends"),
    Code.FIELD_SVC: N_("How it was served"),
    Code.FIELD_SVD: N_("Date served"),
    Code.FIELD_PPN: N_("Name of the protected person"),
    Code.FIELD_PSX: N_("Sex of the protected person"),
    Code.FIELD_PPR: N_("Race of the protected person"),
    Code.FIELD_PPB: N_("Birth date of the protected person"),
    Code.FIELD_PSN: N_("Social Security number of the protected person"),
    Code.FIELD_MIS: N_("Miscellaneous: terms in words"),
}
