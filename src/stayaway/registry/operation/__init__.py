"""Keeping the registry running: what it tells those who run it, and what they do with it (docs/operate.md).

`logs`, `metrics`, `watching`, `health`: what can be seen of it, with nothing of anybody in it. `serving`: answers on a
port. `keeping`, `databases`: backup and restore. `rotating`: keys. `samples`: an invented registry to look at.
"""
