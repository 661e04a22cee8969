"""A report as GitHub's workflow commands: annotations at the lines of a pull request.

The runner takes any line that begins with “::” for a command, so nothing of a draft may begin a line, and shows no more
than ten of each level a step, in the order printed and without a word on the rest. So the gravest come first, and the
rest is counted in a notice and written to the summary of the job.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple, TextIO

from ..model import Severity
from .entry import Entry, Placed
from .tally import counted
from .visible import visible

MOST = 10
LEVELS = {Severity.NEUTRAL: "notice", Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}
# What was not checked comes before all that was found.
UNCHECKED = 100
# GitHub takes no more than 1 MiB of a step.
SUMMARY_BYTES = 900_000


class Note(NamedTuple):
    """One annotation, and its row in the summary."""

    level: str
    gravity: int
    command: str
    row: str


def write(entries: Iterable[Entry], out: TextIO) -> None:
    """No more than ten commands of each level, the gravest first; all of it in $GITHUB_STEP_SUMMARY, where that is set."""
    # Heaps, whose first is the least grave and, of equals, the last found.
    kept: dict[str, list[tuple[int, int, str]]] = {"error": [], "warning": [], "notice": []}
    number = 0
    summary = Summary()
    for entry in entries:
        for note in _notes(entry):
            number += 1
            summary.add(note.row)
            heap = kept[note.level]
            heappush(heap, (note.gravity, -number, note.command))
            if len(heap) > MOST:
                heappop(heap)
    if number > sum(map(len, kept.values())) and len(kept["notice"]) == MOST:
        heappop(kept["notice"])  # the notice on the rest is one, too
    for heap in kept.values():
        out.writelines(f"{command}\n" for _, _, command in sorted(heap, reverse=True))
    rest = number - sum(map(len, kept.values()))
    written = summary.write()
    if rest:
        where = "All are in the summary of the job." if written else "Run wirelint on the drafts to see them."
        out.write(f"::notice title=wirelint::Not shown here: {counted(rest, 'finding')}. {where}\n")


def _notes(entry: Entry) -> Iterator[Note]:
    path = _from_the_top(entry.path)
    faults = [f"{fault.rule} broke: {fault.error}" for fault in entry.faults]
    for said in (*faults, *filter(None, [entry.problem])):
        command = f"::error title={prop('wirelint: not checked')},file={prop(path)}::{message(said)}"
        yield Note("error", UNCHECKED, command, _row(path, "", "fault", said))
    for finding in entry.findings:
        severity = finding.severity
        row = _row(path, f"{finding.line}:{finding.column}", severity.name.lower(), finding.message)
        yield Note(LEVELS[severity], severity, _command(path, finding), row)


def _command(path: str, f: Placed) -> str:
    place = f"file={prop(path)},line={f.line},endLine={f.end_line}"
    # Columns over several lines make the runner drop the annotation.
    if f.line == f.end_line:
        place += f",col={f.column},endColumn={f.end_column}"
    return f"::{LEVELS[f.severity]} title={prop(f'wirelint: {f.rule}')},{place}::{message(f.message)}"


def _from_the_top(path: str) -> str:
    """A path as GitHub knows it: from the top of the repository, wherever the step runs."""
    top = os.environ.get("GITHUB_WORKSPACE", "")
    below = os.path.relpath(path, top) if top else path
    return path if below.startswith("..") else below.replace(os.sep, "/")


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
