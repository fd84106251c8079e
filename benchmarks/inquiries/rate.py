"""Asking over HTTP, from a process of its own: as fast as answers come, or so many a second whatever comes.

At so many a second, each inquiry has its own time to be sent, and its answer is timed from then: where the server falls
behind, the inquiries that wait are slow too (no coordinated omission). Connections are kept open.

Whatever the asking itself takes would count as the server's, on the same two cores: so one thread sends, one waits for
answers, and neither does more than that.
"""

from __future__ import annotations

import json
import selectors
import socket
import statistics
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

STRETCH = 6.0
"""Seconds, in which some nine hundred inquiries come at the national rate."""
CONNECTIONS = 64
"""The most that are open at once at a given rate."""
LONGEST = 120.0
"""Seconds without any answer until the run is given up."""


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
    """One connection that stays open, with at most one request on its way."""

    def __init__(self, place: tuple[str, int]) -> None:
        self._place = place
        self.asked: bytes = b""
        """The request on its way; nothing where there is none."""
        self.planned = 0.0
        self._open()

    def _open(self) -> None:
        self.socket = socket.create_connection(self._place)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._was_used = False
        self._got = b""

    def ask(self, request: bytes, planned: float) -> None:
        """Send a request that was due at a moment."""
        self.asked, self.planned = request, planned
        self.socket.sendall(request)

    def again(self) -> None:
        """Ask the same once more: a server may have closed a connection that had stayed open, and not have read it."""
        if not self._was_used:
            raise ConnectionError("the server closes connections without an answer")
        self.socket.close()
        self._open()
        self.socket.sendall(self.asked)

    def read(self) -> tuple[int, bytes] | None:
        """The status and the body, if that was the rest of them. Raises ConnectionError where the server went away."""
        some = self.socket.recv(1 << 18)
        if not some:
            raise ConnectionResetError
        self._got += some
        answer = _answer(self._got)
        if answer is not None:
            self._got, self._was_used, self.asked = b"", True, b""
        return answer


def _answer(got: bytes) -> tuple[int, bytes] | None:
    """What a whole answer says; None while some of it is missing."""
    begins = got.find(b"\r\n\r\n") + 4
    if begins < 4:
        return None
    head = got[:begins].lower()
    at = head.find(b"content-length:")
    if at >= 0:
        ends = begins + int(head[at + 15 : head.index(b"\r", at)])
        return (int(head[9:12]), got[begins:]) if len(got) >= ends else None
    body = b""
    while (line := got.find(b"\r\n", begins)) >= 0:
        size = int(got[begins:line], 16)
        body += got[line + 2 : line + 2 + size]
        begins = line + size + 4
        if not size:
            return (int(head[9:12]), body) if len(got) >= begins else None
    return None


class Asker:
    """Sends requests over some connections, and waits for the answers, in a thread of its own."""

    def __init__(self, url: str, most: int, answered: Callable[[], tuple[bytes, float] | None]) -> None:
        """`answered` is asked for the next request on a connection that has become free, and when it was due."""
        parts = urlsplit(url)
        self._place = (str(parts.hostname), int(parts.port or 80))
        self._room, self._answered = most, answered
        self._free: list[Connection] = []
        self._late: deque[tuple[bytes, float]] = deque()
        self._changing = threading.Lock()
        self._events = selectors.DefaultSelector()
        self.took: list[tuple[float, float]] = []
        """When each was due, and how long its answer took from then, in seconds."""
        self.wrong = self.found = 0

    def ask(self, request: bytes, planned: float) -> None:
        """Send on a connection that is free, or on a new one; who finds none is asked for later, and timed too."""
        with self._changing:
            connection = self._free.pop() if self._free else None
            if connection is None and not self._room:
                self._late.append((request, planned))
                return
            self._room -= connection is None
        if connection is None:
            connection = Connection(self._place)
            self._events.register(connection.socket, selectors.EVENT_READ, connection)
        try:
            connection.ask(request, planned)
        except ConnectionError:
            self._mend(connection)

    def wait(self, count: Callable[[], int]) -> None:
        """Read answers until there are so many. Raises TimeoutError where none comes any more."""
        while len(self.took) < count():
            ready = self._events.select(LONGEST)
            if not ready:
                raise TimeoutError(f"no answer for {LONGEST:.0f} seconds")
            for key, _ in ready:
                self._take(key.data)

    def _take(self, connection: Connection) -> None:
        try:
            answer = connection.read()
        except ConnectionError:
            self._mend(connection)
            return
        if answer is None:
            return
        self.took.append((connection.planned, time.perf_counter() - connection.planned))
        status, body = answer
        self.wrong += status != 200
        self.found += b'"name":' in body.replace(b" ", b"")
        following = self._answered()
        if following is None:
            with self._changing:
                following = self._late.popleft() if self._late else None
                if following is None:
                    self._free.append(connection)
        if following is not None:
            try:
                connection.ask(*following)
            except ConnectionError:
                self._mend(connection)

    def _mend(self, connection: Connection) -> None:
        """Open a connection anew that the server has closed, and ask on it what was on its way."""
        with self._changing:
            self._events.unregister(connection.socket)
            if not connection.asked:
                self._free.remove(connection)
                self._room += 1
                return
            connection.again()
            self._events.register(connection.socket, selectors.EVENT_READ, connection)


def closed(url: str, requests: Sequence[bytes], connections: int, seconds: float) -> Timed:
    """As fast as answers come, over some connections."""
    began = time.perf_counter()
    until, turn = began + seconds, iter(range(connections, 10**9))
    sent = connections

    def following() -> tuple[bytes, float] | None:
        nonlocal sent
        if (now := time.perf_counter()) >= until:
            return None
        sent += 1
        return requests[next(turn) % len(requests)], now

    asker = Asker(url, connections, following)
    for number in range(connections):
        asker.ask(requests[number % len(requests)], time.perf_counter())
    asker.wait(lambda: sent)
    return _timed([took for _, took in asker.took], time.perf_counter() - began, asker)


def open_loop(url: str, requests: Sequence[bytes], rate: float, seconds: float, seed: int = 1) -> Timed:
    """So many a second, at random moments as independent callers ask, whatever comes back."""
    random, due, moments = Random(seed), 0.0, []
    while due < seconds:
        moments.append(due)
        due += random.expovariate(rate)
    asker = Asker(url, CONNECTIONS, lambda: None)
    reading = threading.Thread(target=asker.wait, args=(lambda: len(moments),))
    reading.start()
    began = time.perf_counter()
    for number, moment in enumerate(moments):
        time.sleep(max(0.0, began + moment - time.perf_counter()))
        asker.ask(requests[number % len(requests)], began + moment)
    reading.join()
    if len(asker.took) < len(moments):
        raise SystemExit("not every inquiry was answered")
    whole = _timed([took for _, took in asker.took], time.perf_counter() - began, asker)
    of: dict[int, list[float]] = {}
    for planned, took in asker.took:
        of.setdefault(int((planned - began) / STRETCH), []).append(took)
    each = [_timed(some, STRETCH, asker) for _, some in sorted(of.items()) if len(some) > rate * STRETCH / 2]
    return replace(whole, stretches=[(one.mean, one.p99) for one in each])


def _timed(took: list[float], seconds: float, asker: Asker) -> Timed:
    ordered = sorted(one * 1000 for one in took)
    return Timed(
        rate=len(took) / seconds,
        mean=statistics.fmean(ordered),
        p50=ordered[len(ordered) // 2],
        p99=ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))],
        worst=ordered[-1],
        count=len(ordered),
        wrong=asker.wrong,
        found=asker.found,
    )


def main() -> None:
    """`rate.py FILE URL closed CONNECTIONS SECONDS`, or `open RATE SECONDS`; FILE holds the requests as JSON."""
    file, url, how, much, seconds = sys.argv[1:]
    requests = [text.encode() for text in json.loads(Path(file).read_text())]
    if how == "closed":
        timed = closed(url, requests, int(much), float(seconds))
    else:
        timed = open_loop(url, requests, float(much), float(seconds))
    print(json.dumps({name: getattr(timed, name) for name in Timed.__slots__}))


if __name__ == "__main__":
    main()
