"""The sentences of what the pages of every web face have."""

from ..language import N_
from ..web import WebCode as Code

SENTENCES = {
    Code.SKIP: N_("Skip to the main part"),
    Code.LANGUAGE_LABEL: N_("Language"),
    Code.MENU_LABEL: N_("Main menu"),
    Code.PAGES_LABEL: N_("Pages of this list"),
    Code.PAGE_BEFORE: N_("Page before"),
    Code.PAGE_AFTER: N_("Next page"),
    Code.SOURCES: N_("Sources"),
    Code.OPEN_SOURCE: N_("Read it"),
    Code.CALL_SOMEBODY: N_("Call somebody"),
    Code.ANY_PLACE: N_("Not known, or none of these"),
}
