"""The codes of why a record was found for a name and a birth date, or for a number."""

from stayaway.model import Code


class FindingCode(Code):
    """How well a record matches an inquiry, what matched and how, and what did not."""

    # How well.
    GRADE_EXACT = "finding.grade_exact"
    GRADE_PART = "finding.grade_part"
    GRADE_ORDER = "finding.grade_order"
    GRADE_NICKNAME = "finding.grade_nickname"
    GRADE_SPELLING = "finding.grade_spelling"
    GRADE_INCOMPLETE = "finding.grade_incomplete"
    GRADE_PHONETIC = "finding.grade_phonetic"
    NEEDS_CONFIRMING = "finding.needs_confirming"

    # The surname.
    SURNAME_SAME = "finding.surname_same"
    SURNAME_SMALL_WORDS = "finding.surname_small_words"
    ONE_OF_SURNAMES = "finding.one_of_surnames"
    SURNAMES_TURNED = "finding.surnames_turned"
    SURNAME_SPELLING = "finding.surname_spelling"
    SURNAME_SOUND = "finding.surname_sound"

    # The given name.
    GIVEN_SAME = "finding.given_same"
    GIVEN_IS_MIDDLE = "finding.given_is_middle"
    GIVEN_NICKNAME = "finding.given_nickname"
    GIVEN_SPELLING = "finding.given_spelling"
    GIVEN_INITIAL = "finding.given_initial"
    GIVEN_NOT_KNOWN = "finding.given_not_known"
    GIVEN_SOUND = "finding.given_sound"

    # Both, and what else a name has.
    NAMES_TURNED = "finding.names_turned"
    MIDDLE_DIFFERS = "finding.middle_differs"
    SUFFIX_DIFFERS = "finding.suffix_differs"

    # The birth date.
    BORN_SAME = "finding.born_same"
    BORN_WITHIN_A_YEAR = "finding.born_within_a_year"
    BORN_NOT_RECORDED = "finding.born_not_recorded"
    BORN_NOT_ASKED = "finding.born_not_asked"
    BORN_HIDDEN = "finding.born_hidden"

    # A number.
    IDENTIFIER_SAME = "finding.identifier_same"
