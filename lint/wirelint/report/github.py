"""A report as GitHub's workflow commands: annotations at the lines of a pull request.

The runner takes any line that begins with “::” for a command, so nothing of a draft may begin a line, and shows no more
than ten of each level a step, in the order printed and without a word on the rest. So the gravest come first, and the
rest is counted in a notice and written to the summary of the job.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from heapq import heappush, heappushpop
from typing import NamedTuple, TextIO

from ..model import Severity
from .entry import Entry, Placed
from .visible import visible

MOST = 10
LEVELS = {Severity.NEUTRAL: "notice", Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}
# GitHub takes no more than 1 MiB of a step.
SUMMARY_BYTES = 900_000


class Note(NamedTuple):
    """One annotation; sorts the gravest first, then as they were found."""

    rank: int
    number: int
    command: str
    row: str


def write(entries: Iterable[Entry], out: TextIO) -> None:
    """No more than ten commands of each level, the gravest first; all of it in $GITHUB_STEP_SUMMARY, where that is set."""
    kept: dict[str, list[tuple[int, int, Note]]] = {"error": [], "warning": [], "notice": []}
    total = 0
    summary = Summary()
    for entry in entries:
        for note, level in _notes(entry, total):
            total += 1
            summary.add(note.row)
            # A heap whose smallest is the least grave and, of equals, the last found.
            item = (-note.rank, -note.number, note)
            if len(kept[level]) < MOST:
                heappush(kept[level], item)
            else:
                heappushpop(kept[level], item)
    shown = sum(map(len, kept.values()))
    room = MOST - (1 if total > shown else 0)
    if total > shown and len(kept["notice"]) > room:
        kept["notice"] = sorted(kept["notice"], reverse=True)[:room]
        shown = sum(map(len, kept.values()))
    for heap in kept.values():
        for _, _, note in sorted(heap, reverse=True):
            out.write(note.command + "\n")
    if total > shown:
        where = "all are in the summary of the job" if summary.write() else "run wirelint on the drafts to see them"
        out.write(f"::notice title=wirelint::{total - shown} more findings are not shown here; {where}.\n")
    else:
        summary.write()


def _notes(entry: Entry, number: int) -> Iterable[tuple[Note, str]]:
    faults = [f"{fault.rule} broke: {fault.error}" for fault in entry.faults]
    for said in [*faults, *([entry.problem] if entry.problem else [])]:
        command = f"::error title={prop('wirelint: not checked')},file={prop(entry.path)}::{message(said)}"
        yield Note(-100, number, command, _row(entry.path, "", "fault", said)), "error"
        number += 1
    for finding in entry.findings:
        level = LEVELS[finding.severity]
        row = _row(entry.path, f"{finding.line}:{finding.column}", finding.severity.name.lower(), finding.message)
        yield Note(-finding.severity, number, _command(entry.path, level, finding), row), level
        number += 1


def _command(path: str, level: str, f: Placed) -> str:
    place = f"file={prop(path)},line={f.line},endLine={f.end_line}"
    # Columns over several lines make the runner drop the annotation.
    if f.line == f.end_line:
        place += f",col={f.column},endColumn={max(f.column, f.end_column)}"
    return f"::{level} title={prop(f'wirelint: {f.rule}')},{place}::{message(f.message)}"


def message(text: str) -> str:
    """Text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def prop(text: str) -> str:
    """Text as a property of a command."""
    return message(text).replace(":", "%3A").replace(",", "%2C")


def _row(path: str, place: str, severity: str, said: str) -> str:
    cells = (path, place, severity, said)
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |\n"


def _cell(text: str) -> str:
    """Text that a table in Markdown shows as it is."""
    text = visible(text).replace("&", "&amp;").replace("<", "&lt;")
    return "".join("\\" + c if c in "\\`*_[]|#~$!" else c for c in text)


class Summary:
    """The rows of the job's summary, as many as it holds."""

    def __init__(self) -> None:
        self.path = os.environ.get("GITHUB_STEP_SUMMARY", "")
        self.rows: list[str] = []
        self.bytes = 0
        self.left_out = 0

    def add(self, row: str) -> None:
        if not self.path:
            return
        self.bytes += len(row.encode())
        if self.bytes > SUMMARY_BYTES:
            self.left_out += 1
        else:
            self.rows.append(row)

    def write(self) -> bool:
        """Appends them to the file; False where there is none, or nothing to say."""
        if not self.path or not self.rows:
            return False
        with open(self.path, "a", encoding="utf-8") as file:
            file.write("### wirelint\n\n| file | place | severity | finding |\n| --- | --- | --- | --- |\n")
            file.writelines(self.rows)
            if self.left_out:
                file.write(f"\n{self.left_out} more did not fit here.\n")
        return True
