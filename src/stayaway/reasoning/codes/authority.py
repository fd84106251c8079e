"""What findings about authority say: why somebody may, may ask or may not, and the path where one may not."""

from __future__ import annotations

from stayaway.model import Code


class AuthorityCode(Code):
    """Reasons of the rulebook, reasons of a place, paths, and what decides a renewal window."""

    # The general rulebook: starting and making an order.
    PROTECTED_PERSON_PETITIONS = "authority.protected_person_petitions"
    RESTRAINED_SIDE_DOES_NOT_START = "authority.restrained_side_does_not_start"
    COURT_WAITS_FOR_PETITION = "authority.court_waits_for_petition"
    CIVIL_COURT_MAKES_ORDER = "authority.civil_court_makes_order"
    NO_PETITION_IN_CRIMINAL_CASE = "authority.no_petition_in_criminal_case"
    VICTIM_IS_NO_PETITIONER = "authority.victim_is_no_petitioner"
    PROSECUTOR_ASKS_FOR_ORDER = "authority.prosecutor_asks_for_order"
    CRIMINAL_COURT_MAKES_ORDER = "authority.criminal_court_makes_order"

    # Changing, ending, renewing.
    PROTECTED_PERSON_ASKS_CIVIL_COURT = "authority.protected_person_asks_civil_court"
    RESTRAINED_PERSON_ASKS_CIVIL_COURT = "authority.restrained_person_asks_civil_court"
    LAWYER_ASKS_FOR_RESTRAINED = "authority.lawyer_asks_for_restrained"
    PROSECUTOR_ASKS_CRIMINAL_COURT = "authority.prosecutor_asks_criminal_court"
    DEFENDANT_ASKS_CRIMINAL_COURT = "authority.defendant_asks_criminal_court"
    VICTIM_CANNOT_HAVE_IT_DROPPED = "authority.victim_cannot_have_it_dropped"
    ONLY_THE_CIVIL_COURT = "authority.only_the_civil_court"
    ONLY_THE_CRIMINAL_COURT = "authority.only_the_criminal_court"
    COURT_OF_THE_CASE_DECIDES = "authority.court_of_the_case_decides"
    COURT_DOES_NOT_ASK = "authority.court_does_not_ask"
    WRONG_COURT = "authority.wrong_court"
    PROSECUTOR_HAS_NO_SAY = "authority.prosecutor_has_no_say"
    NOT_A_PARTY = "authority.not_a_party"
    PROTECTED_PERSON_ASKS_TO_RENEW = "authority.protected_person_asks_to_renew"
    RESTRAINED_SIDE_DOES_NOT_RENEW = "authority.restrained_side_does_not_renew"
    CRIMINAL_ORDER_NOT_RENEWED = "authority.criminal_order_not_renewed"
    CRIMINAL_COURT_CARRIES_ON = "authority.criminal_court_carries_on"

    # Contact, wishes, reports.
    NOBODY_CAN_PERMIT = "authority.nobody_can_permit"
    COURT_PERMITS_BY_CHANGING = "authority.court_permits_by_changing"
    MAY_TELL_THE_COURT = "authority.may_tell_the_court"
    MAY_TELL_THE_PROSECUTOR = "authority.may_tell_the_prosecutor"
    DEFENDANT_SPEAKS_THROUGH_LAWYER = "authority.defendant_speaks_through_lawyer"
    PROSECUTOR_SPEAKS_IN_THE_CASE = "authority.prosecutor_speaks_in_the_case"
    COURT_HEARS_WISHES = "authority.court_hears_wishes"
    ANYONE_MAY_REPORT = "authority.anyone_may_report"
    ORDER_BINDS_ONLY_THE_RESTRAINED = "authority.order_binds_only_the_restrained"

    # What the law of a place changes.
    PLACE_LETS_PROSECUTOR_PETITION = "authority.place_lets_prosecutor_petition"
    PLACE_LETS_OFFICER_ASK = "authority.place_lets_officer_ask"
    PLACE_LETS_OTHERS_PETITION = "authority.place_lets_others_petition"
    PLACE_LETS_ONE_ASK_FOR_ORDER = "authority.place_lets_one_ask_for_order"
    PLACE_LETS_VICTIM_ASK = "authority.place_lets_victim_ask"
    PLACE_LETS_RESTRAINED_RENEW = "authority.place_lets_restrained_renew"
    PLACE_LETS_OTHERS_ASK = "authority.place_lets_others_ask"
    PLACE_LETS_ROLE_ASK = "authority.place_lets_role_ask"
    PLACE_DOES_NOT_LET_ROLE_ASK = "authority.place_does_not_let_role_ask"
    PLACE_DOES_NOT_NAME_ROLE = "authority.place_does_not_name_role"
    PLACE_SETS_LIMITS = "authority.place_sets_limits"
    VICTIM_IS_HEARD = "authority.victim_is_heard"
    RENEWAL_STANDARD = "authority.renewal_standard"
    RENEWAL_DIFFERS_FOR_SOME = "authority.renewal_differs_for_some"
    LAW_OF_THAT_DAY_UNKNOWN = "authority.law_of_that_day_unknown"

    # Keeping a docket.
    COURT_KEEPS_DOCKET = "authority.court_keeps_docket"
    ONLY_THE_COURT_KEEPS_DOCKET = "authority.only_the_court_keeps_docket"
    PROSECUTOR_CHARGES = "authority.prosecutor_charges"
    SERVICE_IS_PROVED = "authority.service_is_proved"
    SERVICE_NEEDS_PROOF = "authority.service_needs_proof"

    # What the papers change.
    ORDER_ENDED = "authority.order_ended"
    ORDER_RAN_OUT = "authority.order_ran_out"
    ORDER_IS_OVER = "authority.order_is_over"

    # The renewal window.
    RENEWAL_NOT_OPEN = "authority.renewal_not_open"
    RENEWAL_OPEN = "authority.renewal_open"
    RENEWAL_OPEN_PAST_END = "authority.renewal_open_past_end"
    RENEWAL_OPEN_LATE = "authority.renewal_open_late"
    RENEWAL_NO_LAST_DAY = "authority.renewal_no_last_day"
    RENEWAL_CLOSED = "authority.renewal_closed"
    RENEWAL_AFTER_END_UNKNOWN = "authority.renewal_after_end_unknown"
    RENEWAL_END_UNKNOWN = "authority.renewal_end_unknown"
    RENEWAL_OF_SHORT_ORDER = "authority.renewal_of_short_order"
    RENEWAL_NOT_NEEDED = "authority.renewal_not_needed"
    RENEWAL_ASKED = "authority.renewal_asked"

    # Paths: what one can do instead.
    PATH_PETITION = "authority.path_petition"
    PATH_NEW_PETITION = "authority.path_new_petition"
    PATH_OWN_PETITION = "authority.path_own_petition"
    PATH_HELP_THEM_ASK = "authority.path_help_them_ask"
    PATH_PETITION_FOR_ANOTHER = "authority.path_petition_for_another"
    PATH_ASK_IN_CRIMINAL_CASE = "authority.path_ask_in_criminal_case"
    PATH_ASK_CIVIL_COURT = "authority.path_ask_civil_court"
    PATH_ASK_CRIMINAL_COURT = "authority.path_ask_criminal_court"
    PATH_PROSECUTOR_OR_PETITION = "authority.path_prosecutor_or_petition"
    PATH_ASK_THE_CRIMINAL_COURT_HERE = "authority.path_ask_the_criminal_court_here"
    PATH_TELL_PROSECUTOR = "authority.path_tell_prosecutor"
    PATH_ASK_COURT_OR_TELL_PROSECUTOR = "authority.path_ask_court_or_tell_prosecutor"
    PATH_THROUGH_DEFENSE = "authority.path_through_defense"
    PATH_PROSECUTOR_MAY_ASK_FOR_LONGER = "authority.path_prosecutor_may_ask_for_longer"
    PATH_COURT_ACTS = "authority.path_court_acts"
    PATH_CIVIL_COURT = "authority.path_civil_court"
    PATH_CRIMINAL_COURT = "authority.path_criminal_court"
    PATH_ASK_TO_RENEW = "authority.path_ask_to_renew"
    PATH_ANSWER_THE_REQUEST = "authority.path_answer_the_request"
    PATH_WAIT_UNTIL = "authority.path_wait_until"
    PATH_NOTHING_NEEDED = "authority.path_nothing_needed"
    PATH_LAWYER_LOOKS_FOR_A_WAY = "authority.path_lawyer_looks_for_a_way"
    PATH_CALL_LAWYER = "authority.path_call_lawyer"
    PATH_TELL_THE_CLERK = "authority.path_tell_the_clerk"
    PATH_PROOF_OF_SERVICE = "authority.path_proof_of_service"
