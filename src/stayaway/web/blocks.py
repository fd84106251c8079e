"""Shows the blocks of `stayaway.pages` in HTML. Everything that was said is text and is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from stayaway.pages.page import Block, Gap, Heading, Item, Page, Table, Text, Tone

NUMBERED = re.compile(r"\[(\d+)((?:, [^\][<>]+)?)\]")
"""`[3]` or `[3, old text]`: the number of a source, as a voice marks it."""


ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+[^\s<>()\[\].,;:]")
PHONE = re.compile(r"\b1-\d{3}-\d{3}-\d{4}\b")


def linked(text: str) -> SafeString:
    """A text whose numbers of sources lead to the list of sources below it, and whose addresses and phones work."""
    html = ADDRESS.sub(r'<a class="usa-link" href="\g<0>" rel="noreferrer nofollow">\g<0></a>', escape(text))
    html = PHONE.sub(r'<a class="usa-link phone" href="tel:\g<0>">\g<0></a>', html)
    return mark_safe(NUMBERED.sub(r'<a class="source-mark" href="#source-\1">[\1\2]</a>', html))


@dataclass
class Part:
    """A heading and what is below it: `rows` of a table, `items` of a list, or paragraphs."""

    heading: str = ""
    html: list[SafeString] = field(default_factory=list)


LEAD = re.compile(r"^([^:.\[\]]{2,90}): (?=\S)")
"""What a line is about, before its colon."""


def led(text: str) -> SafeString:
    """A line with what it is about in bold."""
    found = LEAD.match(text)
    if found is None:
        return linked(text)
    return format_html("<strong>{}:</strong> {}", found.group(1), linked(text[found.end() :]))


def titled(page: Page) -> tuple[str, tuple[Part, ...]]:
    """The title that a page begins with, and its parts."""
    first, *rest = page.blocks
    if not isinstance(first, Text):
        return "", parts(page)
    return first.text, parts(Page(list(rest)))


def parts(page: Page) -> tuple[Part, ...]:
    """A page as its parts, each ready to show."""
    found = [Part()]
    for group in _grouped(page.blocks):
        if isinstance(group, Heading):
            found.append(Part(group.text))
        else:
            found[-1].html.append(_shown(group))
    return tuple(part for part in found if part.heading or part.html)


def _grouped(blocks: Iterable[Block]) -> Iterator[Heading | Text | Table | list[Item]]:
    """The blocks, with the items that follow each other together; a gap between items parts them."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Item):
            items.append(block)
            continue
        if items:
            yield items
            items = []
        if not isinstance(block, Gap):
            yield block
    if items:
        yield items


def _shown(group: Text | Table | list[Item]) -> SafeString:
    if isinstance(group, Text):
        weight = "said-strong" if group.tone is Tone.STRONG else "said"
        return format_html('<p class="{}">{}</p>', weight, linked(group.text))
    if isinstance(group, Table):
        return _table(group)
    return _list(group)


def _list(items: list[Item]) -> SafeString:
    """A list; items that stand further in belong to the one before."""
    entries: list[tuple[Item, list[Item]]] = []
    for item in items:
        if entries and item.indent > entries[0][0].indent:
            entries[-1][1].append(item)
        else:
            entries.append((item, []))
    said = format_html_join("", "<li>{}{}</li>", ((led(top.text), _below(more)) for top, more in entries))
    return format_html('<ul class="usa-list">{}</ul>', said)


def _below(items: list[Item]) -> SafeString:
    if not items:
        return SafeString()
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((led(item.text),) for item in items)))


def _table(table: Table) -> SafeString:
    heads = format_html_join("", '<th scope="col">{}</th>', ((head,) for head in table.headings))
    rows = format_html_join("", "<tr>{}</tr>", ((_row(table.headings, row),) for row in table.rows))
    return format_html(
        '<table class="usa-table usa-table--borderless usa-table--stacked-header">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        heads,
        rows,
    )


def _row(headings: tuple[str, ...], cells: tuple[str, ...]) -> SafeString:
    first = format_html('<th scope="row" data-label="{}">{}</th>', headings[0], cell(cells[0]))
    rest = format_html_join(
        "",
        '<td data-label="{}">{}</td>',
        ((head, cell(said)) for head, said in zip(headings[1:], cells[1:], strict=True)),
    )
    return first + rest


def cell(said: str) -> SafeString:
    """A cell of a table. Lines that begin with a dash are a list."""
    lines = said.split("\n")
    listed = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    plain = [line for line in lines if line and not line.startswith("- ")]
    if not listed:
        return linked(said)
    items = format_html_join("", "<li>{}</li>", ((linked(line),) for line in listed))
    return format_html("{}<ul>{}</ul>", linked(" ".join(plain)), items)
