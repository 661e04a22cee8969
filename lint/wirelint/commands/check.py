"""One run of `wirelint check`: files, through the desk, into a report."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from typing import TextIO

from .. import patterns, walk
from ..config import Settings
from ..desk import Desk
from ..errors import UnreadableDocument
from ..files import Loaded
from ..model import Severity
from ..options import Given
from ..report import WRITERS
from ..report.entry import Entry, unread
from ..report.tally import Tally
from ..report.visible import visible
from ..text.read import BOM, decode

# With fewer files, more processes would take longer to start than they save.
MANY = 64


def check(given: Given) -> int:
    """Checks what was given, writes the report, and gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    desk = Desk(given)
    stdin = given["paths"] == ["-"]
    brief = desk.brief(os.path.dirname(given["stdin_filename"] or "") if stdin else ".")
    chosen = brief.settings
    _notice(given, brief.notices)
    out, tally = sys.stdout, Tally()
    if stdin:
        if _filters(given):
            out = sys.stderr  # the mended text is what goes to standard output
        entries = _stdin(desk, given, given["stdin_filename"] or "-")
    else:
        entries = _entries(desk, walk.files(given["paths"] or ["."], exclude=chosen.exclude), given["jobs"])
    with closing(entries):
        _report(chosen, given, _told(tally.watch(entries)), out, tally)
    patterns.keep()
    return status(chosen, given, tally)


def _filters(given: Given) -> bool:
    """Whether a text comes in and is to go out again."""
    return bool(given["fix"] and not given["diff"])


def _notice(given: Given, notices: Iterable[str]) -> None:
    if not given["quiet"]:
        for notice in notices:
            print(f"wirelint: {notice}", file=sys.stderr)


def _entries(desk: Desk, found: Iterable[str | walk.Problem], jobs: int | None) -> Generator[Entry, None, None]:
    items: Iterator[str | Entry] = (file if isinstance(file, str) else unread(*file) for file in found)
    if jobs is None:
        first = list(islice(items, MANY))
        items = chain(first, items)
        jobs = 1 if len(first) < MANY else 0
    if jobs == 1:
        yield from (desk.entry(item) if isinstance(item, str) else item for item in items)
        return
    from ..jobs import cores, spread

    yield from spread(desk, items, jobs or cores())


def _stdin(desk: Desk, given: Given, path: str) -> Generator[Entry, None, None]:
    """The one entry of what comes in. Where it is to be mended something always goes out: an editor puts that in place."""
    data = sys.stdin.buffer.read()
    sent: list[str] = []
    try:
        text = decode(data, path)
    except UnreadableDocument as error:
        made = unread(path, str(error))
    else:
        loaded = Loaded(path, data, text.removeprefix(BOM), text.startswith(BOM))
        made = desk.look(loaded, lambda loaded, raw: sent.append((BOM if loaded.bom else "") + raw))
    if _filters(given):
        sys.stdout.buffer.write(sent[0].encode() if sent else data)
    yield made


def _told(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Says on standard error what kept a draft from being checked, or a rule from being asked."""
    for entry in entries:
        said = [
            f"{entry.path}: rule {fault.rule} broke ({fault.error}); its findings are not known"
            for fault in entry.faults
        ]
        for line in [*said, *([entry.problem] if entry.problem else [])]:
            sys.stdout.flush()
            print(f"wirelint: {visible(line)}", file=sys.stderr)
        yield entry


def _report(chosen: Settings, given: Given, entries: Iterable[Entry], out: TextIO, tally: Tally) -> None:
    readable = chosen.format in ("console", "concise")
    if given["diff"]:
        for entry in entries:
            out.write(entry.diff)
    elif given["statistics"] and readable:
        for _ in entries:
            pass
    else:
        WRITERS[chosen.format](entries, out)
    if given["statistics"]:
        print(*tally.statistics(), sep="\n", file=out if readable else sys.stderr)
    if not given["quiet"]:
        out.flush()
        print(tally.summary(), file=out if chosen.format == "console" and not given["diff"] else sys.stderr)


def status(chosen: Settings, given: Given, tally: Tally) -> int:
    """0, 1 or 2: see the table in README."""
    if tally.broken:
        return 2
    if given["exit_zero"]:
        return 0
    if given["exit_non_zero_on_fix"] and tally.mended:
        return 1
    return int(chosen.fail_on != "never" and tally.at_least(Severity[chosen.fail_on.upper()]) > 0)
