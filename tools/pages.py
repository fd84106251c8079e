"""Write the pages about the law of each place from the law files: `make pages`.

`docs/places/` has one page a place and an index. A test says when they are no longer what the law files say.
"""

from __future__ import annotations

from pathlib import Path

from stayaway.pages.law.pages import pages

PLACES = Path(__file__).parent.parent / "docs" / "places"


def main() -> None:
    """Write every page, and remove those of places that have no law file any more."""
    PLACES.mkdir(exist_ok=True)
    written = pages()
    for name, text in written.items():
        (PLACES / name).write_text(text, encoding="utf-8")
    for path in PLACES.glob("*.md"):
        if path.name not in written:
            path.unlink()
    print(f"{len(written)} pages")


if __name__ == "__main__":
    main()
