"""The codes of the texts that the pages of every web face have: around the content, and under it."""

from stayaway.model import Code


class WebCode(Code):
    """What the frame says, and the parts that pages of several faces have."""

    SKIP = "web.skip"
    LANGUAGE_LABEL = "web.language_label"
    MENU_LABEL = "web.menu_label"
    PAGES_LABEL = "web.pages_label"
    PAGE_BEFORE = "web.page_before"
    PAGE_AFTER = "web.page_after"
    SOURCES = "web.sources"
    OPEN_SOURCE = "web.open_source"
    CALL_SOMEBODY = "web.call_somebody"
    ANY_PLACE = "web.any_place"
