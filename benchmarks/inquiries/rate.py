"""Asking over HTTP, from a process of its own: as fast as answers come, or so many a second whatever comes.

At so many a second, each inquiry has its own time to be sent, and its answer is timed from then: where the server falls
behind, the inquiries that wait are slow too (no coordinated omission). Connections are kept open.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

STRETCH = 6.0
"""Seconds, in which some nine hundred inquiries come at the national rate."""
CONNECTIONS = 64
"""The most that are open at once at a given rate."""


@dataclass(frozen=True, slots=True)
class Timed:
    """What came out of a run: the answers a second, and how long each took, in milliseconds."""

    rate: float
    mean: float
    p50: float
    p99: float
    worst: float
    count: int
    wrong: int
    found: int
    """Answers with somebody in them."""
    stretches: list[tuple[float, float]] = field(default_factory=list)
    """At a given rate: mean and p99 of each `STRETCH`, which tell a slow program from a machine that stalls."""


class Connection:
    """One connection that stays open."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and the body of an answer. A server may have closed a connection that was not used for long."""
        was_open = self._writer is not None
        try:
            return await self._ask(request)
        except (asyncio.IncompleteReadError, ConnectionError):
            if not was_open:
                raise
            self._writer = None
            return await self._ask(request)

    async def _ask(self, request: bytes) -> tuple[int, bytes]:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        assert self._reader is not None
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        lower = head.lower()
        at = lower.find(b"content-length:")
        if at >= 0:
            body = await self._reader.readexactly(int(lower[at + 15 : lower.index(b"\r", at)]))
        else:
            body = b""
            while size := int(await self._reader.readline(), 16):
                body += await self._reader.readexactly(size)
                await self._reader.readexactly(2)
            await self._reader.readexactly(2)
        if b"connection: close" in lower:
            self._writer.close()
            self._writer = None
        return status, body


async def closed(url: str, requests: Sequence[bytes], connections: int, seconds: float) -> Timed:
    """As fast as answers come, over some connections."""
    host, port = _place(url)
    took: list[float] = []
    wrong = found = 0
    until = time.perf_counter() + seconds
    turn = iter(range(10**9))

    async def ask() -> None:
        nonlocal wrong, found
        connection = Connection(host, port)
        while (began := time.perf_counter()) < until:
            status, body = await connection.ask(requests[next(turn) % len(requests)])
            took.append(time.perf_counter() - began)
            wrong += status != 200
            found += _somebody(body)

    began = time.perf_counter()
    await asyncio.gather(*(ask() for _ in range(connections)))
    return _timed(took, time.perf_counter() - began, wrong, found)


async def open_loop(url: str, requests: Sequence[bytes], rate: float, seconds: float, seed: int = 1) -> Timed:
    """So many a second, at random moments as independent callers ask, whatever comes back."""
    host, port = _place(url)
    random, due, moments = Random(seed), 0.0, []
    while due < seconds:
        moments.append(due)
        due += random.expovariate(rate)
    free: list[Connection] = []
    room = asyncio.Semaphore(CONNECTIONS)  # who waits here is timed too
    took: list[float] = []
    of: dict[int, list[float]] = {}
    wrong = found = 0

    async def ask(request: bytes, planned: float) -> None:
        nonlocal wrong, found
        async with room:
            connection = free.pop() if free else Connection(host, port)
            status, body = await connection.ask(request)
            free.append(connection)
        took.append(time.perf_counter() - planned)
        of.setdefault(int((planned - began) / STRETCH), []).append(took[-1])
        wrong += status != 200
        found += _somebody(body)

    loop, began = asyncio.get_running_loop(), time.perf_counter()
    tasks: list[asyncio.Task[None]] = []

    def begin(number: int, planned: float) -> None:
        tasks.append(loop.create_task(ask(requests[number % len(requests)], planned)))

    def keep_time() -> None:
        # In a thread: the loop's own clock goes by whole milliseconds, and that would count as the server's.
        for number, moment in enumerate(moments):
            time.sleep(max(0.0, began + moment - time.perf_counter()))
            loop.call_soon_threadsafe(begin, number, began + moment)

    await asyncio.to_thread(keep_time)
    await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    whole = _timed(took, time.perf_counter() - began, wrong, found)
    each = [_timed(some, STRETCH, 0, 0) for _, some in sorted(of.items()) if len(some) > rate * STRETCH / 2]
    return replace(whole, stretches=[(one.mean, one.p99) for one in each])


def _somebody(body: bytes) -> bool:
    return b'"name":' in body.replace(b" ", b"")


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return str(parts.hostname), int(parts.port or 80)


def _timed(took: list[float], seconds: float, wrong: int, found: int) -> Timed:
    ordered = sorted(one * 1000 for one in took)
    return Timed(
        rate=len(took) / seconds,
        mean=statistics.fmean(ordered),
        p50=ordered[len(ordered) // 2],
        p99=ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))],
        worst=ordered[-1],
        count=len(ordered),
        wrong=wrong,
        found=found,
    )


def main() -> None:
    """`rate.py FILE URL closed CONNECTIONS SECONDS`, or `open RATE SECONDS`; FILE holds the requests as JSON."""
    file, url, how, much, seconds = sys.argv[1:]
    requests = [text.encode() for text in json.loads(Path(file).read_text())]
    if how == "closed":
        timed = asyncio.run(closed(url, requests, int(much), float(seconds)))
    else:
        timed = asyncio.run(open_loop(url, requests, float(much), float(seconds)))
    print(json.dumps({name: getattr(timed, name) for name in Timed.__slots__}))


if __name__ == "__main__":
    main()
