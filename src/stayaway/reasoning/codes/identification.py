"""Which kind of order a paper is: the codes of `reasoning.identification`."""

from stayaway.model import Code


class IdentificationCode(Code):
    """What each fact of a paper points to, what to look for, and who can settle it.

    The value of a code for a sign is `identification.` with the fact of the paper and what it points to.
    """

    TITLE_CIVIL = "identification.title_civil"
    TITLE_CRIMINAL = "identification.title_criminal"
    TITLE_BOTH = "identification.title_both"
    NAME_CIVIL = "identification.name_civil"
    """The title is the place's own name for an order."""
    NAME_CRIMINAL = "identification.name_criminal"
    NAME_BOTH = "identification.name_both"
    COURT_CIVIL = "identification.court_civil"
    COURT_CRIMINAL = "identification.court_criminal"
    COURT_BOTH = "identification.court_both"
    CAPTION_CIVIL = "identification.caption_civil"
    CAPTION_CRIMINAL = "identification.caption_criminal"
    CAPTION_BOTH = "identification.caption_both"
    CAPTION_TWO_PEOPLE = "identification.caption_two_people"
    NUMBER_CIVIL = "identification.number_civil"
    NUMBER_CRIMINAL = "identification.number_criminal"
    NUMBER_BOTH = "identification.number_both"
    WHO_ASKED_CIVIL = "identification.who_asked_civil"
    WHO_ASKED_CRIMINAL = "identification.who_asked_criminal"
    WHO_ASKED_BOTH = "identification.who_asked_both"
    CONDITIONS_CIVIL = "identification.conditions_civil"
    CONDITIONS_CRIMINAL = "identification.conditions_criminal"
    CONDITIONS_BOTH = "identification.conditions_both"
    SIGNED_BY_CIVIL = "identification.signed_by_civil"
    SIGNED_BY_CRIMINAL = "identification.signed_by_criminal"
    SIGNED_BY_BOTH = "identification.signed_by_both"

    SETTLE_NOTHING_FOUND = "identification.settle_nothing_found"
    SETTLE_CONFLICT = "identification.settle_conflict"
    SETTLE_TOO_WEAK = "identification.settle_too_weak"

    LOOK_AT_COURT = "identification.look_at_court"
    LOOK_AT_CAPTION = "identification.look_at_caption"
    LOOK_AT_NUMBER = "identification.look_at_number"
    LOOK_AT_WHO_ASKED = "identification.look_at_who_asked"
    LOOK_AT_TITLE = "identification.look_at_title"
    LOOK_AT_CONDITIONS = "identification.look_at_conditions"
    LOOK_AT_SIGNATURE = "identification.look_at_signature"
    LOOK_FOR_HELP = "identification.look_for_help"
