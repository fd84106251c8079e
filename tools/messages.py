"""Collect the marked sentences for translators, and bring each translation up to date: `make messages`.

Writes `src/stayaway/wording/locale/stayaway.pot`. A language is added by copying it to
`locale/<language>/LC_MESSAGES/stayaway.po`; nothing is compiled.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parent.parent / "src" / "stayaway"
LOCALE = SOURCE / "wording" / "locale"
TEMPLATE = LOCALE / "stayaway.pot"


def collected() -> Catalog:
    """Every sentence marked with `N_`, with the files that it stands in."""
    catalogue = Catalog(domain="stayaway", project="stayaway", charset="utf-8")
    for path, _, message, _, context in extract_from_dir(
        SOURCE, method_map=[("**.py", "python")], keywords={"N_": None}, comment_tags=()
    ):
        catalogue.add(message, None, [(path, 0)], context=context)
    return catalogue


HEADER = """\
# The sentences of stayaway in another language. How words of the field are put: docs/glossary.md.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def written(catalogue: Catalog, language: str | None = None) -> bytes:
    """A catalogue as the text of its file, without what changes with every edit: line numbers, days, names."""
    stream = BytesIO()
    write_po(stream, catalogue, width=110, include_lineno=False, sort_by_file=True, omit_header=True)
    return (HEADER.format(language=language).encode() if language else b"") + stream.getvalue()


def main() -> None:
    """Write the template and update every translation."""
    LOCALE.mkdir(exist_ok=True)
    template = collected()
    TEMPLATE.write_bytes(written(template))
    print(f"{len(template)} sentences")
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/stayaway.po")):
        with path.open("rb") as stream:
            translation = read_po(stream, locale=path.parts[-3], domain="stayaway")
        translation.update(template)
        path.write_bytes(written(translation, path.parts[-3]))
        missing = sum(1 for entry in translation if entry.id and (entry.fuzzy or not entry.string))
        print(f"{path.parts[-3]}: {missing} to translate")


if __name__ == "__main__":
    main()
