"""Answers laid out for people, for whichever face shows them.

`page` holds the blocks and `voice` says findings and remembers their sources. `law` writes the pages about the law of a
place. How a block looks is the face's own: `cli` has a terminal's, `guide` a browser's.
"""
