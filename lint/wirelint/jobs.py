"""Several processes for many files: the same entries in the same order, and never more than a few of them waiting.

A process that dies, whatever killed it, costs the one file it had: that is entered as not checked, and another takes its place.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import cycle
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection

from .desk import Desk
from .report.entry import Entry, unread

# Files that a process may be ahead of the one whose entry is wanted next. They lie in its pipe, which holds 64 KB.
AHEAD = 12


def cores() -> int:
    """How many processes can run at a time here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(desk: Desk, items: Iterable[str | Entry], jobs: int) -> Iterator[Entry]:
    """The entries of files, in their order; an item that is an entry is passed on in its place."""
    workers = [Worker(desk) for _ in range(jobs)]
    waiting: deque[Worker | Entry] = deque()
    try:
        for item, worker in zip(items, cycle(workers), strict=False):
            if len(waiting) == jobs * AHEAD:
                yield _received(waiting.popleft())
            if isinstance(item, str):
                worker.send(item)
            waiting.append(worker if isinstance(item, str) else item)
        while waiting:
            yield _received(waiting.popleft())
    finally:
        # All pipes first: by forking, each process holds ends of those that were opened before its own.
        for worker in workers:
            worker.dismiss()
        for worker in workers:
            worker.join()


def _received(what: Worker | Entry) -> Entry:
    return what.receive() if isinstance(what, Worker) else what


class Worker:
    """A process with a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._paths: deque[str] = deque()
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = Pipe()
        self._process = Process(target=_work, args=(self._desk, theirs, self._pipe))
        self._process.start()
        theirs.close()

    def send(self, path: str) -> None:
        """Hands over a file to check."""
        self._paths.append(path)
        with suppress(OSError):  # that the process is dead is seen when it should answer
            self._pipe.send(path)

    def receive(self) -> Entry:
        """The entry of the file that was handed over first."""
        path = self._paths.popleft()
        try:
            entry: Entry = self._pipe.recv()
        except (EOFError, OSError):
            return self._died(path)
        return entry

    def _died(self, path: str) -> Entry:
        self._process.join()
        code = self._process.exitcode or 0
        how = f"was killed (signal {-code})" if code < 0 else "broke"
        left, self._paths = self._paths, deque()
        self._pipe.close()
        self._start()
        for other in left:
            self.send(other)
        return unread(path, f"{path}: not checked: the process that had it {how}; check it alone to see more")

    def dismiss(self) -> None:
        """Lets the process end, once it is done with what it has in hand."""
        self._pipe.close()

    def join(self) -> None:
        """Waits for its end, so that no draft is left half written."""
        self._process.join()


def _work(desk: Desk, pipe: Connection, other_end: Connection) -> None:
    # While any process holds the other end, this one would never see that it was closed.
    other_end.close()
    # An interrupt is meant for the one who started us; it closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            path = pipe.recv()
        except (EOFError, OSError):
            return
        entry = desk.entry(path)
        with suppress(OSError):  # nobody wants it any more
            pipe.send(entry)
