"""What is said of a log of contacts: of rows that were rejected, and in the report."""

from ..language import N_
from ..screening import ScreeningCode as Code

SENTENCES = {
    # Why a row was rejected.
    Code.ROW_COLUMNS: N_("This row has more or fewer columns than the first line names."),
    Code.ROW_ENCODING: N_("This row is not written in UTF-8."),
    Code.ROW_QUOTES: N_("A quote in this row does not end where the row ends. It took later rows into it."),
    Code.ROW_JSON: N_("This line is not a JSON object."),
    Code.NOT_PARQUET: N_("It is not a Parquet file, or a part of it is missing."),
    Code.NO_TIME: N_("This row does not say when it was."),
    Code.NO_RECIPIENT: N_("This row does not say who was contacted."),
    Code.NOT_A_TIME: N_("This is not a time that can be read."),
    Code.SKIPPED_TIME: N_("Clocks skipped this time. They were set forward that day."),
    Code.UNKNOWN_CHANNEL: N_("This is not a way of contact that stayaway knows."),
    Code.NOT_A_DISTANCE: N_("This is not a distance with a unit, such as 100 ft."),
    Code.NOT_A_LATITUDE: N_("This is not a number of degrees from -90 to 90."),
    Code.NOT_A_LONGITUDE: N_("This is not a number of degrees from -180 to 180."),
    Code.HALF_A_POSITION: N_("A place on the map needs both of its numbers, and one is missing."),
    # What stands in the way of a run.
    Code.NOT_INSTALLED: N_("To screen a log, more has to be installed: {command}"),
    Code.NO_SPARK: N_("Spark cannot be started. It needs Java 17 or newer, and this: {command}"),
    Code.UNKNOWN_KIND: N_("{file} is not a kind of file that can be read. Its name must end in one of: {wanted}."),
    Code.CANNOT_READ: N_("{file} cannot be read: {why}"),
    Code.BROKEN_LOG: N_("{file} cannot be read as a log. {why}"),
    Code.CANNOT_WRITE: N_("Nothing can be written to {folder}."),
    Code.WRONG_MEMORY: N_("DuckDB cannot work with this much memory: “{read}”. Write it like 4GB."),
    Code.WRONG_MAPPING: N_("{file} cannot be used as it is. {faults}"),
    Code.MAPPING_FAULT: N_("{where}: “{read}” is wrong here. Wanted: {wanted}."),
    Code.MAPPING_MISSING: N_("No column tells “{where}”. Looked for: {read}. The columns are: {wanted}."),
    Code.UNKNOWN_ZONE: N_("“{read}” is not a time zone. One is written like America/Boise."),
    Code.OTHER_RUN: N_(
        "{folder} holds a run with other files or other choices. Choose another folder, or empty this one."
    ),
    Code.NO_SUCH_ROW: N_("There is no row {row}. The last row is {last}."),
    Code.ROW_REJECTED: N_("Row {row} was rejected. {why}"),
    Code.ROW_STRANGER: N_(
        "Nobody in this file could be matched to the sender of row {row}. So it is no hit. It does not say who sent it."
    ),
    Code.ROW_UNRESTRAINED: N_("No order in this file restrains the sender of row {row}. So it is no hit."),
    Code.COUNTS_DIFFER: N_("The counts do not agree: {rows} rows came in, and {told} came out. Do not use this run."),
    Code.NEEDS_OUT: N_("Say with -o which folder to write to, or with --explain which row to explain."),
    # The report.
    Code.TITLE: N_("Contacts that may break an order"),
    Code.WHAT_IT_IS: N_(
        "Each row of a log was checked against each order. A hit is a row that an order forbids, or may forbid. It is "
        "not proof of a crime: a court decides that."
    ),
    Code.CLEAR_IS_NO_PERMISSION: N_(
        "Clear means that no order in this file was found to forbid the row. It does not mean that the contact was "
        "allowed. Rows whose sender or recipient is not known may be clear too, since they cannot be matched to "
        "anybody."
    ),
    Code.COUNTS: N_("Counts"),
    Code.ROWS_IN: N_("Rows in the log"),
    Code.ROWS_HIT: N_("Rows with a hit"),
    Code.ROWS_YES: N_("of these, an order forbids it"),
    Code.ROWS_UNSURE: N_("of these, not sure"),
    Code.ROWS_CLEAR: N_("Rows that are clear"),
    Code.ROWS_REJECTED: N_("Rows that were rejected"),
    Code.COUNTS_AGREE: N_(
        "Every row is accounted for: {rows} in the log = {hit} hit + {clear} clear + {rejected} rejected."
    ),
    Code.RECIPIENT_UNKNOWN: N_("Rows by a restrained person with a recipient who is nobody of the order file"),
    Code.OVER_LINES: N_("Rows that go over several lines of the file, each with a line break in quotes"),
    Code.SENDER_UNKNOWN: N_("Clear rows whose sender is nobody of the order file"),
    Code.HITS: N_("Hits (one for each row and order)"),
    Code.ASKED: N_("Questions that were decided"),
    Code.ONE_BY_ONE: N_("Questions that were decided for one row alone"),
    Code.MARKED: N_("Hits with more than one meaning, of which the stricter answer was kept"),
    Code.TIME_CAME_TWICE: N_("of these, the time came twice, because clocks were set back"),
    Code.SHARED_IDENTIFIER: N_("of these, a number, address or name fits several people"),
    Code.LINKED_BY_NAME: N_("of these, somebody was matched by a name alone"),
    Code.SEVERAL_NAMED: N_("of these, the row names several people"),
    Code.SHARED_LABEL: N_("of these, a word fits several places"),
    Code.BY_ORDER: N_("By order"),
    Code.BY_DAY: N_("By day"),
    Code.BY_HOUR: N_("By hour of the day"),
    Code.IN_ZONE: N_("Days and hours are those of {zone}."),
    Code.UNSURE_ROWS: N_("Every row that is not sure"),
    Code.MORE_UNSURE: N_("These are the first {shown} of {count}. All of them are in the file unsure.csv."),
    Code.NO_UNSURE_ROWS: N_("There is none."),
    Code.REJECTED_WHY: N_("Why rows were rejected"),
    Code.METHOD: N_("How this was done"),
    Code.METHOD_CORE: N_(
        "Each answer was given by the same rules that answer one contact at a time. To see all reasons of one row, "
        "use --explain with its number."
    ),
    Code.METHOD_ONCE: N_(
        "Rows that ask the same question got the same answer: the same kind of order, in the same stretch of time, and "
        "the same way of contact."
    ),
    Code.METHOD_TIME: N_(
        "A time with an offset was used as it is. Other times were read as those of {zone}. A time that came twice, "
        "when clocks were set back, was judged at both, and the stricter answer was kept."
    ),
    Code.METHOD_PEOPLE: N_(
        "People were matched by the keys, names, phone numbers, e-mail addresses and handles of the order file. What "
        "fits several people was judged for each of them, and the stricter answer was kept."
    ),
    Code.METHOD_PLACES: N_(
        "Places were measured along the ground. A position was taken as exact. How far a device may be off was not "
        "counted."
    ),
    Code.FILES: N_("Files"),
    Code.FILE_HASH: N_("{file}: SHA-256 {hash}"),
    Code.VERSION: N_("stayaway {version}, with {engine}"),
    Code.LABEL_ORDER: N_("Order"),
    Code.LABEL_DAY: N_("Day"),
    Code.LABEL_HOUR: N_("Hour"),
    Code.LABEL_ROW: N_("Row"),
    Code.LABEL_WHEN: N_("When"),
    Code.LABEL_TERMS: N_("Terms"),
    Code.LABEL_STANDING: N_("In force"),
    Code.LABEL_SERVICE: N_("Service"),
    Code.LABEL_REASONS: N_("Reasons"),
    Code.WROTE: N_("Written to {folder}: {files}"),
    Code.WAS_FINISHED: N_("This run was finished before. All of its rows were kept."),
    Code.CARRIED_ON: N_("An earlier run was cut off. {rows} rows of it were kept."),
}
