"""The codes of what is said of the law of a place: on its page, beside another place, and in the check of its file."""

from stayaway.model import Code


class PlaceCode(Code):
    """Labels, values and lines about the law of places."""

    # The page of a place.
    LAW_OF = "place.law_of"
    RESEARCHED = "place.researched"
    CIVIL_ORDERS = "place.civil_orders"
    CRIMINAL_ORDERS = "place.criminal_orders"
    BREAKING = "place.breaking"
    GAPS = "place.gaps"
    ALL_SOURCES = "place.all_sources"
    NOTHING_FOUND = "place.nothing_found"
    REPLACED = "place.replaced"
    TOPIC = "place.topic"

    # What is said of a place: the labels of its lines.
    ORDER_TYPES_CIVIL = "place.order_types_civil"
    ORDER_TYPES_CRIMINAL = "place.order_types_criminal"
    WHO_ASKS = "place.who_asks"
    CAN_SAY = "place.can_say"
    RENEWAL = "place.renewal"
    CIVIL_CHANGE = "place.civil_change"
    CIVIL_BINDS = "place.civil_binds"
    COST = "place.cost"
    PRETRIAL = "place.pretrial"
    MUST = "place.must"
    AFTER_CONVICTION = "place.after_conviction"
    DISMISSED = "place.dismissed"
    ACQUITTED = "place.acquitted"
    CONVICTED = "place.convicted"
    CRIMINAL_CHANGE = "place.criminal_change"
    CRIMINAL_BINDS = "place.criminal_binds"
    CIVIL_BREAK = "place.civil_break"
    CRIMINAL_BREAK = "place.criminal_break"
    CONSENT = "place.consent"
    BOTH = "place.both"
    FOREIGN = "place.foreign"
    REGISTRY = "place.registry"
    HELP = "place.help"

    # An order type.
    ORDER_TYPE = "place.order_type"
    ALSO_CALLED = "place.also_called"
    OWN_END = "place.own_end"
    OWN_END_ALWAYS = "place.own_end_always"
    OWN_CONTINUED = "place.own_continued"
    OWN_RENEWAL = "place.own_renewal"
    OWN_BREAK = "place.own_break"
    OWN_BREAK_ALIKE = "place.own_break_alike"

    # Renewal, cost, consent.
    RENEW_WHO = "place.renew_who"
    RENEW_OPENS = "place.renew_opens"
    RENEW_BEFORE_END = "place.renew_before_end"
    RENEW_AFTER_END = "place.renew_after_end"
    RENEW_ANY_TIME = "place.renew_any_time"
    PENDING_KEEPS = "place.pending_keeps"
    PENDING_DOES_NOT_KEEP = "place.pending_does_not_keep"
    FREE = "place.free"
    NOT_FREE = "place.not_free"
    NO_CONSENT = "place.no_consent"
    CONSENT_MAY_COUNT = "place.consent_may_count"
    CONSENT_UNKNOWN = "place.consent_unknown"

    # Breaking an order.
    CHARGE = "place.charge"
    CHARGE_GRADED = "place.charge_graded"
    PENALTY = "place.penalty"
    ARREST = "place.arrest"
    CONTEMPT = "place.contempt"
    RELEASE = "place.release"
    FELONY_IF = "place.felony_if"
    FELONY_ALWAYS = "place.felony_always"
    FELONY_AS_FOUND = "place.felony_as_found"

    # How long an order made with a sentence lasts.
    MAXIMUM = "place.maximum"
    MAXIMUM_DEPENDS = "place.maximum_depends"
    MAXIMUM_FROM_SENTENCE = "place.maximum_from_sentence"
    MAXIMUM_FROM_ENTRY = "place.maximum_from_entry"
    MAXIMUM_FROM_RELEASE = "place.maximum_from_release"
    MAXIMUM_FROM_END = "place.maximum_from_end"
    MAXIMUM_LIFE = "place.maximum_life"
    MAXIMUM_NONE = "place.maximum_none"
    MAXIMUM_SENTENCE = "place.maximum_sentence"
    MAXIMUM_PROBATION = "place.maximum_probation"
    MAXIMUM_STATUTORY = "place.maximum_statutory"
    MAXIMUM_PLUS = "place.maximum_plus"

    # Several places.
    SIDE_BY_SIDE = "place.side_by_side"
    COLUMN_TOPIC = "place.column_topic"
    NOT_FOUND_HERE = "place.not_found_here"
    COVERAGE = "place.coverage"
    COVERAGE_COUNTS = "place.coverage_counts"
    COLUMN_WHERE = "place.column_where"

    # The check of a law file.
    FILE_IS_RIGHT = "place.file_is_right"
    FAULT = "place.fault"
    WARNING = "place.warning"

    # Options that do not fit together.
    NEEDS_ONE_PLACE = "place.needs_one_place"
    NEEDS_TWO_PLACES = "place.needs_two_places"
    NEEDS_FORM = "place.needs_form"
    NEEDS_TABLE = "place.needs_table"
    CSV_OR_JSON = "place.csv_or_json"
    ONE_QUESTION = "place.one_question"
    NO_PLACE_HERE = "place.no_place_here"
    FULL_OF_ONE_PLACE = "place.full_of_one_place"

    # The generated pages.
    PAGES = "place.pages"
    PAGES_ARE_MADE = "place.pages_are_made"
    PAGES_AGE = "place.pages_age"
    COLUMN_PLACE = "place.column_place"
    COLUMN_PAGE = "place.column_page"
    COLUMN_TYPES = "place.column_types"
    COLUMN_RESEARCHED = "place.column_researched"
