"""How heavy the pages of the website are on a first load, and how long the server takes for one.

A first load is the page with its styles and scripts, each gzipped as the server sends it; the limit that the project
set itself is 150 kB. Times are of the whole answer inside one process, median of many, without a network.
"""

from __future__ import annotations

import gzip
import os
import re
import statistics
import time
from pathlib import Path

ROUNDS = 30
LIMIT = 150_000
OPEN = ("/", "/safety/", "/which/", "/next/", "/law/", "/law/us-wa/", "/law/compare/", "/law/questions/")
PAPERS = ("/now/", "/contact/", "/change/", "/next/mine/", "/papers/")


def main() -> None:
    """Print a line a page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stayaway.guide.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    def size(name: str) -> int:
        """How much a style or script weighs, gzipped."""
        file = next(found for here in settings.STATICFILES_DIRS if (found := Path(here) / name).is_file())
        return len(gzip.compress(file.read_bytes()))

    client = Client(SERVER_NAME="localhost")
    client.get("/law/?seen=1")
    client.post("/papers/sample/")
    print(f"{'page':24}{'first load, gzipped':>22}{'server time, median':>22}{'slowest':>12}")
    for path in (*OPEN, *PAPERS):
        times, response = [], client.get(path)
        if response.status_code != 200:
            raise SystemExit(f"{path} answers {response.status_code}")
        for _ in range(ROUNDS):
            start = time.perf_counter()
            response = client.get(path)
            times.append(time.perf_counter() - start)
        page = response.content.decode()
        linked = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page))
        weight = len(gzip.compress(response.content)) + sum(map(size, linked))
        note = "" if weight < LIMIT else "  over the limit"
        median, slowest = statistics.median(times) * 1000, max(times) * 1000
        print(f"{path:24}{weight / 1000:>19.1f} kB{median:>19.1f} ms{slowest:>9.1f} ms{note}")


if __name__ == "__main__":
    main()
