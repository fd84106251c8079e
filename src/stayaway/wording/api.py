"""The codes of the registry's answers to programs, beside those of the record itself."""

from stayaway.model import Code


class ApiCode(Code):
    """What was wrong with a call."""

    NOT_SIGNED_IN = "api.not_signed_in"
    SCOPE_NEEDED = "api.scope_needed"
    NOT_FROM_THIS_SITE = "api.not_from_this_site"
    NOT_JSON = "api.not_json"
    WRONG_MEDIA = "api.wrong_media"
    TOO_LARGE = "api.too_large"
    EMPTY_PAPER = "api.empty_paper"
    FAULTS = "api.faults"
    FAULT = "api.fault"
    MISSING = "api.missing"
    NOT_KNOWN_HERE = "api.not_known_here"
    VERSION_MISSING = "api.version_missing"
    NAME_NOT_MADE = "api.name_not_made"
    NAME_MADE_TWICE = "api.name_made_twice"
    WRONG_STREAM = "api.wrong_stream"
    BAD_MOMENT = "api.bad_moment"
    BAD_CURSOR = "api.bad_cursor"
    KEY_USED = "api.key_used"
    TOO_OFTEN = "api.too_often"
    REFUSED = "api.refused"
    PAPER_DAMAGED = "api.paper_damaged"
    HIDDEN_PLACE = "api.hidden_place"
