"""What a violation can bring: the codes of `reasoning.exposure` and `reasoning.firearms`."""

from stayaway.model import Code


class ExposureCode(Code):
    """What breaking an order can bring, most urgent first."""

    ARREST_MANDATORY = "exposure.arrest_mandatory"
    ARREST_PERMITTED = "exposure.arrest_permitted"
    ARREST_UNKNOWN = "exposure.arrest_unknown"

    CHARGE = "exposure.charge"
    CHARGE_UNGRADED = "exposure.charge_ungraded"
    CHARGE_AS_FOUND = "exposure.charge_as_found"
    """The sources name no punishment of its own: their words are shown, and no crime is claimed."""
    CHARGE_AS_FOUND_UNGRADED = "exposure.charge_as_found_ungraded"
    CHARGE_GENERAL = "exposure.charge_general"
    PENALTY = "exposure.penalty"
    PENALTY_JAIL = "exposure.penalty_jail"
    PENALTY_FINE = "exposure.penalty_fine"
    FELONY_IF = "exposure.felony_if"
    FELONY_ALWAYS = "exposure.felony_always"
    FELONY_IN_THIS_CASE = "exposure.felony_in_this_case"
    FELONY_NOT_IN_THIS_CASE = "exposure.felony_not_in_this_case"
    FELONY_WHEN = "exposure.felony_when"
    """A way to a felony that nobody made plain: the sources' words are shown."""

    RELEASE_REVOKED = "exposure.release_revoked"
    RELEASE_REVOKED_IF = "exposure.release_revoked_if"
    PROBATION_REVOKED = "exposure.probation_revoked"
    PROBATION_REVOKED_IF = "exposure.probation_revoked_if"
    SENTENCE_CONSEQUENCES = "exposure.sentence_consequences"
    SENTENCE_CONSEQUENCES_IF = "exposure.sentence_consequences_if"

    CONTEMPT = "exposure.contempt"
    CONTEMPT_UNKNOWN = "exposure.contempt_unknown"
    CONTEMPT_NOT_LISTED = "exposure.contempt_not_listed"
    UNDERLYING_CASE = "exposure.underlying_case"
    UNDERLYING_CASE_IF = "exposure.underlying_case_if"
    OWN_RULE_FOR_SOME = "exposure.own_rule_for_some"
    LAW_NOTE = "exposure.law_note"
    LAW_OF_THAT_DAY_UNKNOWN = "exposure.law_of_that_day_unknown"

    INVITED_ALL_THE_SAME = "exposure.invited_all_the_same"
    BINDS_ONE_SIDE = "exposure.binds_one_side"
    CONSENT_NO_EXCUSE = "exposure.consent_no_excuse"
    CONSENT_UNKNOWN = "exposure.consent_unknown"
    CONSENT_MAY_BE_RAISED = "exposure.consent_may_be_raised"
    CONSENT_MAY_BE_RAISED_FOR_SOME = "exposure.consent_may_be_raised_for_some"

    FEDERAL_TRAVEL = "exposure.federal_travel"
    FEDERAL_FORCED_TRAVEL = "exposure.federal_forced_travel"
    FEDERAL_PENALTIES = "exposure.federal_penalties"
    FEDERAL_CRIMINAL_ORDERS = "exposure.federal_criminal_orders"
    FULL_FAITH = "exposure.full_faith"
    FULL_FAITH_TESTS = "exposure.full_faith_tests"

    RECORD_OF_ORDER = "exposure.record_of_order"
    RECORD_OF_CHARGE = "exposure.record_of_charge"


class FelonyCode(Code):
    """Parts of what is said of a felony: what it is called, what it can bring, and what came before."""

    FELONY = "exposure.felony"
    GRADED = "exposure.felony_graded"
    PUNISHED = "exposure.felony_punished"
    GRADED_AND_PUNISHED = "exposure.felony_graded_and_punished"

    JAIL = "exposure.felony_jail"
    FINE = "exposure.felony_fine"
    JAIL_AND_FINE = "exposure.felony_jail_and_fine"
    LIFE = "exposure.felony_life"
    LIFE_AND_FINE = "exposure.felony_life_and_fine"

    CONVICTION = "exposure.felony_conviction"
    CONVICTION_WITHIN = "exposure.felony_conviction_within"
    CONVICTIONS = "exposure.felony_convictions"
    CONVICTIONS_WITHIN = "exposure.felony_convictions_within"
    BREAK = "exposure.felony_break"
    BREAK_WITHIN = "exposure.felony_break_within"
    BREAKS = "exposure.felony_breaks"
    BREAKS_WITHIN = "exposure.felony_breaks_within"


class FirearmCode(Code):
    """Whether an order brings the federal firearm ban, test by test, and what else forbids firearms."""

    BARRED = "exposure.firearms_barred"
    MAYBE_BARRED = "exposure.firearms_maybe_barred"
    NOT_BARRED = "exposure.firearms_not_barred"

    HEARING_MET = "exposure.firearms_hearing_met"
    HEARING_NOT_MET = "exposure.firearms_hearing_not_met"
    HEARING_OPEN = "exposure.firearms_hearing_open"
    HEARING_OPEN_EARLY_ORDER = "exposure.firearms_hearing_open_early_order"
    RESTRAINT_MET = "exposure.firearms_restraint_met"
    RESTRAINT_OPEN = "exposure.firearms_restraint_open"
    PARTNER_MET = "exposure.firearms_partner_met"
    PARTNER_NOT_MET = "exposure.firearms_partner_not_met"
    PARTNER_OPEN = "exposure.firearms_partner_open"
    PARTNER_OPEN_CHILD = "exposure.firearms_partner_open_child"
    THREAT_FOUND = "exposure.firearms_threat_found"
    FORCE_FORBIDDEN = "exposure.firearms_force_forbidden"
    THREAT_NOT_MET = "exposure.firearms_threat_not_met"
    THREAT_OPEN = "exposure.firearms_threat_open"

    PENALTY = "exposure.firearms_penalty"
    UPHELD = "exposure.firearms_upheld"
    OFFICIAL_USE = "exposure.firearms_official_use"
    OWN_TERM = "exposure.firearms_own_term"
    STATE_TAKES = "exposure.firearms_state_takes"
    STATE_MAY_TAKE = "exposure.firearms_state_may_take"
    STATE_OPEN = "exposure.firearms_state_open"
    AFTER_CONVICTION = "exposure.firearms_after_conviction"
