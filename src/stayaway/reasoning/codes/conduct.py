"""What can be found about one contact."""

from stayaway.model import Code


class ConductCode(Code):
    """Each says one step; the sentences are in `wording/sentences/conduct.py`."""

    NOT_RESTRAINED = "conduct.not_restrained"
    NOBODY_RESTRAINED = "conduct.nobody_restrained"
    PROTECTED_BREAKS_NOTHING = "conduct.protected_breaks_nothing"
    OTHER_MAY_NOT_ANSWER = "conduct.other_may_not_answer"
    NOT_IN_FORCE = "conduct.not_in_force"
    MAY_BE_IN_FORCE = "conduct.may_be_in_force"
    EARLIER_THAT_DAY = "conduct.earlier_that_day"
    NOT_PROTECTED = "conduct.not_protected"
    PROTECTS_UNKNOWN = "conduct.protects_unknown"
    TERMS_UNKNOWN = "conduct.terms_unknown"
    TERMS_MAY_HAVE_CHANGED = "conduct.terms_may_have_changed"
    NOTHING_FORBIDS = "conduct.nothing_forbids"
    ONLY_PEACEFUL = "conduct.only_peaceful"

    NO_CONTACT = "conduct.no_contact"
    NO_CONTACT_AT_ALL = "conduct.no_contact_at_all"
    CHANNEL_UNTOLD = "conduct.channel_untold"
    NEARNESS_UNTOLD = "conduct.nearness_untold"
    NO_CONTACT_INDIRECT = "conduct.no_contact_indirect"
    WATCHING_IS_ABUSE = "conduct.watching_is_abuse"
    TOO_NEAR = "conduct.too_near"
    FACE_TO_FACE = "conduct.face_to_face"
    AT_FORBIDDEN_PLACE = "conduct.at_forbidden_place"
    MUST_HAVE_MOVED_OUT = "conduct.must_have_moved_out"
    NEARNESS_UNKNOWN = "conduct.nearness_unknown"
    DISTANCE_NOT_NAMED = "conduct.distance_not_named"
    PLACE_UNKNOWN = "conduct.place_unknown"
    FAR_ENOUGH = "conduct.far_enough"
    OTHER_TERM = "conduct.other_term"

    EXCEPTION_COVERS = "conduct.exception_covers"
    EXCEPTION_MIGHT_COVER = "conduct.exception_might_cover"
    EXCEPTION_DOES_NOT_COVER = "conduct.exception_does_not_cover"

    INVITATION_CHANGES_NOTHING = "conduct.invitation_changes_nothing"
    TREAT_AS_FORBIDDEN = "conduct.treat_as_forbidden"
    BOTH_MUST_ALLOW = "conduct.both_must_allow"
    CARRYING_MESSAGES = "conduct.carrying_messages"
