"""What the registry says to programs, and to the people who write them."""

from ..api import ApiCode as Code
from ..language import N_

SENTENCES = {
    Code.NOT_SIGNED_IN: N_("This needs somebody signed in, or the token of a machine client."),
    Code.SCOPE_NEEDED: N_("The token of this client may not do this. It lacks {scope}."),
    Code.NOT_FROM_THIS_SITE: N_("This did not come from a page of this site. Load the page again."),
    Code.NOT_JSON: N_("The body is not JSON that can be read."),
    Code.TOO_DEEP: N_("The body has more than 40 levels, one inside another. Up to 40 are read."),
    Code.SAID_TWICE: N_("Something in the body is said twice in one place. Say it once."),
    Code.WRONG_MEDIA: N_("A body of this kind is not read here."),
    Code.TOO_LARGE: N_("This is too large."),
    Code.EMPTY_PAPER: N_("The paper is empty."),
    Code.FAULTS: N_("Some of this cannot be. Each fault is listed with its place."),
    Code.FAULT: N_("This does not fit here."),
    Code.MISSING: N_("This is missing."),
    Code.NOT_KNOWN_HERE: N_("Nothing goes by this name here."),
    Code.VERSION_MISSING: N_("The version that you looked at is missing."),
    Code.NAME_NOT_MADE: N_("Nothing before it in this step is called so."),
    Code.NAME_MADE_TWICE: N_("Something in this step is called so already."),
    Code.WRONG_STREAM: N_("An entry of this kind is not about this."),
    Code.BAD_MOMENT: N_("This is no day or time. Write a day like 2024-05-03."),
    Code.BAD_CURSOR: N_("This is no place in this list. Start again from the beginning."),
    Code.KEY_USED: N_("This key was used before, for something else. Use a new key."),
    Code.TOO_OFTEN: N_("Too many calls. Wait a little."),
    Code.REFUSED: N_("This is not taken."),
    Code.NO_ADDRESS: N_("There is no such address. The addresses are listed in /api/openapi.json."),
    Code.NO_METHOD: N_("This address is not called so. How to call it stands in /api/openapi.json."),
    Code.AFTER_THE_END: N_(
        "The record does not reach this number. It may have been brought back from a backup."
        " Read your cases again, and go on from 0."
    ),
    Code.PAPER_DAMAGED: N_("The paper cannot be read. It has to be brought back from a backup."),
    Code.HIDDEN_PLACE: N_("confidential place"),
}
