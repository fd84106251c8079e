"""How the faults of a file are said: what was wrong, what was read, what would be right."""

from stayaway.files.codes import FileCode as Code

from ..language import N_

SENTENCES = {
    # The file itself
    Code.MISSING: N_("There is no such file."),
    Code.DEAD_LINK: N_("This is a link to a file that is gone."),
    Code.IS_DIRECTORY: N_("This is a folder. Give the name of a file."),
    Code.UNREADABLE: N_("This file cannot be opened. Check that you may read it."),
    Code.TOO_LARGE: N_("This file is too large to be an order file. The limit is {limit} bytes."),
    Code.EMPTY: N_("This file is empty. Write down what the papers say, or start from a sample."),
    Code.NOT_UTF8: N_("This file is not plain text as it should be. Save it as text in UTF-8."),
    Code.BAD_CHARACTER: N_("There is a hidden character here ({read}) that text does not have. Take it out."),
    # Its YAML
    Code.SYNTAX: N_("The file cannot be read from here on. Look at the dashes, colons and spaces of this line."),
    Code.TAB: N_("There is a tab at the start of this line. Use spaces."),
    Code.UNCLOSED_QUOTE: N_("A quote mark opens here and is never closed."),
    Code.UNCLOSED_BRACKET: N_("A bracket opens here and is not closed, or a comma is left out after it."),
    Code.COLON_IN_TEXT: N_("There is one colon too many here. If it is part of the text, put the text in quotes."),
    Code.SPECIAL_START: N_("Text cannot start with this sign. Put the text in quotes."),
    Code.BAD_ESCAPE: N_("The backslash in these quotes means nothing. Write two of them, or use single quotes."),
    Code.SEVERAL_DOCUMENTS: N_("A second document starts here. Keep each in a file of its own."),
    Code.TAG: N_("Tags such as “{read}” have no place in an order file. Take it out."),
    Code.MERGE_KEY: N_("The sign “<<” has no use here. Write each line out."),
    Code.DUPLICATE_KEY: N_("“{read}” stands here a second time. The first is in line {first_line}. Keep one of them."),
    Code.KEY_NOT_TEXT: N_("What stands before a colon must be a word."),
    Code.UNKNOWN_ALIAS: N_("The sign * points to a part that is not marked with & before it."),
    Code.ALIAS_LOOP: N_("This part points back to itself."),
    Code.TOO_DEEP: N_("Parts stand in parts here, more than {limit} deep. No order file needs that."),
    Code.TOO_MANY_PARTS: N_("This file has more than {limit} parts. No order file needs that many."),
    Code.TOO_MANY_FAULTS: N_("There are {count} more faults that are not listed."),
    # Its shape
    Code.WANTED_MAPPING: N_("More is needed here than a word or a list: write keys with values, such as “name: Ann”."),
    Code.WANTED_TEXT: N_("Text belongs here, and nothing else."),
    Code.NOTHING_HERE: N_("Nothing is written here. Fill it in, or take the line out."),
    Code.EMPTY_LIST: N_("This list is empty. Fill it in, or take the line out."),
    Code.MISSING_KEY: N_("“{read}” is missing here."),
    Code.UNKNOWN_KEY: N_("“{read}” is not a key that belongs here."),
    Code.BAD_ID: N_("This cannot be a name to call something by. Use a short word, such as “home”."),
    Code.TERM_SEVERAL_KINDS: N_("Each term is its own item of the list. Start each one with a dash."),
    Code.TERM_NEEDS_TEXT: N_("Write down what the order says, such as “other: No pets may be harmed”."),
    Code.EMPTY_EXCEPTION: N_("This exception says nothing, so it would allow all contact. Say what it allows."),
    Code.TWO_NAMES: N_("“{read}” and “{other}” mean the same here. Keep one of them."),
    Code.EXCHANGE_BOTH: N_("A hand-over of children is either required or allowed. Keep one of the two."),
    # Its values
    Code.NOT_A_DAY: N_("“{read}” is not a day. Write the year, the month and the day, as in 2024-03-31."),
    Code.NOT_AN_END: N_("“{read}” is not a day. Write it as in 2024-03-31. If the paper sets no end, write “never”."),
    Code.NOT_A_MOMENT: N_("“{read}” is not a day or a time. Write 2024-03-31, or 2024-03-31T21:00 with the hour."),
    Code.NO_SUCH_DAY: N_("There is no day “{read}”. Check the month and the day."),
    Code.NO_SUCH_TIME: N_("There is no such time as “{read}” there. Check the hour."),
    Code.YEAR_OUT_OF_RANGE: N_("The year of “{read}” cannot be right. It is before {first}."),
    Code.NOT_YES_OR_NO: N_("“{read}” is not an answer here. Write yes or no."),
    Code.NOT_A_POSITION: N_("Write where the place is as two numbers, north then east: [47.62, -122.35]."),
    Code.LATITUDE: N_("The first number, degrees north, must be between -90 and 90."),
    Code.LONGITUDE: N_("The second number, degrees east, must be between -180 and 180."),
    Code.NOT_A_DISTANCE: N_("“{read}” is not a distance. Write a number and a unit, such as 500 ft."),
    Code.DISTANCE_WITHOUT_UNIT: N_("“{read}” has no unit. Is it feet, yards, miles or meters?"),
    Code.DISTANCE_NOT_POSITIVE: N_("“{read}” is not a distance to keep. It must be more than zero, and have an end."),
    Code.UNKNOWN_UNIT: N_("“{unit}” is not a unit of length that stayaway knows."),
    # Its words
    Code.UNKNOWN_CHANNEL: N_("“{read}” is not a way of contact that stayaway knows."),
    Code.UNKNOWN_TERM: N_("“{read}” is not a kind of term that stayaway knows."),
    Code.UNKNOWN_EXCEPTION: N_("“{read}” is not an exception that stayaway knows."),
    Code.UNKNOWN_KIND: N_("“{read}” is not a kind of case. A case is civil or criminal."),
    Code.UNKNOWN_STAGE: N_("“{read}” is not a stage of an order that stayaway knows."),
    Code.UNKNOWN_UNTIL: N_("“{read}” is not an event that stayaway knows an order to end with."),
    Code.UNKNOWN_RELATIONSHIP: N_("“{read}” is not a bond between two people that stayaway knows."),
    Code.UNKNOWN_CATEGORY: N_("“{read}” is not a kind of charge that stayaway knows."),
    Code.UNKNOWN_LEVEL: N_("“{read}” is not a level of charge that stayaway knows."),
    Code.UNKNOWN_ANSWER: N_("“{read}” is not an answer here. Write yes or no, or leave it out."),
    Code.UNKNOWN_CASE_ENTRY: N_("“{read}” is not an entry that a case's docket has."),
    Code.UNKNOWN_ORDER_ENTRY: N_("“{read}” is not an entry that an order's docket has."),
    Code.ENTRY_OF_ORDER: N_("“{read}” happens to an order. Move this entry to the docket of the order."),
    Code.ENTRY_OF_CASE: N_("“{read}” happens in a case. Move this entry to the docket of the case."),
    # Its meaning
    Code.UNKNOWN_PERSON: N_("Nobody called “{read}” is listed under “people”."),
    Code.UNKNOWN_PLACE: N_("No place called “{read}” is listed under “places”."),
    Code.UNKNOWN_PERSON_OR_PLACE: N_("Nobody and no place called “{read}” is listed in this file."),
    Code.UNKNOWN_CASE: N_("No case called “{read}” is listed under “cases”."),
    Code.PERSON_AND_PLACE: N_("“{read}” is a person and also a place. Give one of them another name."),
    Code.JURISDICTION_FORM: N_("“{read}” is not how a state is written here. Write “us-” and the state's two letters."),
    Code.UNKNOWN_JURISDICTION: N_("“{read}” is not a state that stayaway knows."),
    Code.UNKNOWN_TIME_ZONE: N_("“{read}” is not a time zone. Write one such as America/Chicago."),
    Code.KEY_OF_OTHER_KIND: N_("“{read}” belongs to a {other} case, and this case is {kind}."),
    Code.ENTRY_OF_OTHER_KIND: N_("“{read}” happens only in a criminal case, and this case is civil."),
    Code.STAGE_OF_OTHER_KIND: N_("No order of a {kind} case is made at the stage “{read}”."),
    Code.INSTRUMENT_OF_OTHER_KIND: N_("“{name}” is a {track} order, but the case “{case}” is {kind}."),
    Code.UNKNOWN_INSTRUMENT: N_("“{read}” is not an order that stayaway knows in {where}."),
    Code.INSTRUMENT_ELSEWHERE: N_("“{read}” is an order of {elsewhere}, but this case is in {where}."),
    Code.INSTRUMENT_AMBIGUOUS: N_("“{read}” can mean more than one order in {where}. Say which."),
    Code.NO_INSTRUMENTS_KNOWN: N_(
        "No orders of “{jurisdiction}” are listed in stayaway, so it cannot tell what “{read}” is. Write “stage” "
        "instead, such as “stage: final”."
    ),
    Code.INSTRUMENT_NEEDS_JURISDICTION: N_(
        "To know the order “{read}”, the state is needed. Add “jurisdiction” to the file, or write “stage” here."
    ),
    Code.INSTRUMENT_AND_STAGE: N_("The order “{name}” is made at another stage: {stage}. You wrote “{read}”."),
    Code.SAME_PARTY_TWICE: N_("“{read}” cannot stand on both sides of one case."),
    Code.RESTRAINED_PROTECTED: N_("“{read}” is the one this order restrains, so it cannot protect them too."),
    Code.RESTRAINED_FROM_SELF: N_("“{read}” is the one this order restrains. Put the other person here."),
    Code.RESTRAINED_NOT_DEFENDANT: N_(
        "A criminal order restrains the defendant. “{read}” is not the defendant of the case “{case}”."
    ),
    Code.RESTRAINED_NOT_PARTY: N_("“{read}” is not a side of the case “{case}”, so its order cannot restrain them."),
    Code.ENDS_BEFORE_ISSUE: N_("The end “{read}” is before the order was made, on {issued}."),
    Code.ENDS_BEFORE_START: N_("The end “{read}” is before the start, on {start}."),
    Code.ENDS_BEFORE_ENTRY: N_(
        "The new end “{read}” is before the day of its own entry (“{event}”), {on}. Check the year of both."
    ),
    Code.LENGTHENED_TO_EARLIER: N_(
        "This entry (“{event}”) makes the order last longer, but “{read}” is before the end that stood then, {end}. "
        "Check the year. If the court made the order shorter, write “modified”."
    ),
    Code.LENGTHENED_BUT_PERMANENT: N_(
        "This entry (“{event}”) makes the order last longer, but the order had no end date then. The end “{read}” "
        "would make it shorter. If that is what the court did, write “modified”."
    ),
    Code.ENTRY_BEFORE_ISSUE: N_("This entry (“{event}”) is dated “{read}”, before the order was made, on {issued}."),
    Code.ISSUED_DISAGREE: N_("The docket says the order was made on “{read}”, but “issued” says {issued}."),
    Code.UNTIL_MISSING: N_("The new end is missing from this entry (“{read}”). Add “until” with the day."),
    # Hints
    Code.DID_YOU_MEAN: N_("Did you mean “{nearest}”?"),
    Code.WANTED_ONE_OF: N_("Wanted one of: {wanted}."),
}
