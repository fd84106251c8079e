"""The two kinds of order side by side, and the four common questions: the codes of `reasoning.comparison`."""

from stayaway.model import Code


class ComparisonCode(Code):
    """Questions, the general answer for each kind, and what the law of a place adds."""

    # The quick reference.
    WHO_FILES = "comparison.who_files"
    WHICH_COURT = "comparison.which_court"
    CAN_THEY_END_IT = "comparison.can_they_end_it"
    HOW_LONG = "comparison.how_long"
    CASE_PENDING = "comparison.case_pending"

    FILES_PROTECTED_PERSON = "comparison.files_protected_person"
    FILES_CRIMINAL_COURT = "comparison.files_criminal_court"
    FILES_NAMED = "comparison.files_named"
    COURT_CIVIL = "comparison.court_civil"
    COURT_CRIMINAL = "comparison.court_criminal"
    END_BY_PETITION = "comparison.end_by_petition"
    END_NOT_ALONE = "comparison.end_not_alone"
    END_MAY_ASK_COURT = "comparison.end_may_ask_court"
    LASTS_SET_TIME = "comparison.lasts_set_time"
    LASTS_WITH_CASE = "comparison.lasts_with_case"
    RENEWAL_OPENS = "comparison.renewal_opens"
    RENEWAL_BEFORE_END = "comparison.renewal_before_end"
    RENEWAL_AFTER_END = "comparison.renewal_after_end"
    ON_DISMISSAL = "comparison.on_dismissal"
    NO_CASE_NEEDED = "comparison.no_case_needed"
    CASE_NEEDED = "comparison.case_needed"

    # How long an order type of a place lasts.
    LENGTH_NOT_KNOWN = "comparison.length_not_known"
    LENGTH_SET = "comparison.length_set"
    LENGTH_AT_MOST = "comparison.length_at_most"
    LENGTH_SET_AT_MOST = "comparison.length_set_at_most"
    LENGTH_AT_LEAST = "comparison.length_at_least"
    LENGTH_BETWEEN = "comparison.length_between"
    LENGTH_NO_LIMIT = "comparison.length_no_limit"
    LENGTH_UNTIL = "comparison.length_until"

    # The four common questions.
    ASK_BOTH = "comparison.ask_both"
    ASK_WITHOUT_CASE = "comparison.ask_without_case"
    ASK_NEVER_ASKED = "comparison.ask_never_asked"
    ASK_RECORD = "comparison.ask_record"

    BOTH_GOVERN = "comparison.both_govern"
    BOTH_LAWYER = "comparison.both_lawyer"
    BOTH_HERE = "comparison.both_here"
    WITHOUT_CASE_YES = "comparison.without_case_yes"
    WITHOUT_CASE_GROUNDS = "comparison.without_case_grounds"
    WITHOUT_CASE_HERE = "comparison.without_case_here"
    NEVER_ASKED_YES = "comparison.never_asked_yes"
    NEVER_ASKED_ROUTINE = "comparison.never_asked_routine"
    NEVER_ASKED_HERE = "comparison.never_asked_here"
    NEVER_ASKED_DUTY_HERE = "comparison.never_asked_duty_here"
    RECORD_LOOK = "comparison.record_look"
