"""Why a record was found for a name and a birth date, or for a number."""

from ..finding import FindingCode as Code
from ..language import N_

SENTENCES = {
    # How well.
    Code.GRADE_EXACT: N_("Same name"),
    Code.GRADE_PART: N_("Part of the name is the same"),
    Code.GRADE_ORDER: N_("Same names in another order"),
    Code.GRADE_NICKNAME: N_("A short form or nickname"),
    Code.GRADE_SPELLING: N_("Spelled a little differently"),
    Code.GRADE_INCOMPLETE: N_("First name is an initial or missing"),
    Code.GRADE_PHONETIC: N_("Sounds alike"),
    Code.NEEDS_CONFIRMING: N_("This may be another person. Check with something else before you rely on it."),
    # The surname.
    Code.SURNAME_SAME: N_("The last name is the same: {recorded}."),
    Code.SURNAME_SMALL_WORDS: N_("The last name is the same but for small words: {asked}, {recorded}."),
    Code.ONE_OF_SURNAMES: N_("One of the last names is the same: {asked}, {recorded}."),
    Code.SURNAMES_TURNED: N_("The last names are the same in another order: {asked}, {recorded}."),
    Code.SURNAME_SPELLING: N_("The last name is spelled a little differently: {asked}, {recorded}."),
    Code.SURNAME_SOUND: N_("The last name sounds alike: {asked}, {recorded}."),
    # The given name.
    Code.GIVEN_SAME: N_("The first name is the same: {recorded}."),
    Code.GIVEN_IS_MIDDLE: N_("The first name of one is the middle name of the other: {asked}, {recorded}."),
    Code.GIVEN_NICKNAME: N_("The first name can be a short form or nickname of the other: {asked}, {recorded}."),
    Code.GIVEN_SPELLING: N_("The first name is spelled a little differently: {asked}, {recorded}."),
    Code.GIVEN_INITIAL: N_("Only the first letter of the first name is known: {asked}, {recorded}."),
    Code.GIVEN_NOT_KNOWN: N_("The first name is missing, so it was not compared."),
    Code.GIVEN_SOUND: N_("The first name sounds alike: {asked}, {recorded}."),
    # Both, and what else a name has.
    Code.NAMES_TURNED: N_("First and last name stand the other way round: {asked}, {recorded}."),
    Code.MIDDLE_DIFFERS: N_("The middle names differ: {asked}, {recorded}."),
    Code.SUFFIX_DIFFERS: N_("What comes after the name differs, such as Jr. or III: {asked}, {recorded}."),
    # The birth date.
    Code.BORN_SAME: N_("The birth date is the same: {recorded}."),
    Code.BORN_WITHIN_A_YEAR: N_("The birth dates are within one year: {asked}, {recorded}."),
    Code.BORN_NOT_RECORDED: N_("The record has no birth date, so it was not compared."),
    Code.BORN_NOT_ASKED: N_("You gave no birth date, so it was not compared."),
    Code.BORN_HIDDEN: N_("The birth date is not shown to you, so it was not compared."),
    # A number.
    Code.IDENTIFIER_SAME: N_("The number is the same: {recorded}."),
}
