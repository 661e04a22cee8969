"""Fixing: choose repairs, make them in the file, read it again, until the text rests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .engine import Checker, check
from .errors import FixCycle
from .model import Edit, Finding, Report, Safety, applied
from .text.document import Document

TURNS = 10


class Fixed(NamedTuple):
    """The mended document, what is still said of it, and the findings whose repairs were made, in the order they were made."""

    document: Document
    report: Report
    applied: tuple[Finding, ...]


def fix(doc: Document, checkers: Sequence[Checker], read: Callable[[str], Document], *, unsafe: bool = False) -> Fixed:
    """`read` makes a document of the changed file. Raises FixCycle, naming the rules, where repairs undo each other."""
    seen = {doc.raw}
    done: list[Finding] = []
    last: list[Finding] = []
    for _ in range(TURNS):
        report = check(doc, checkers)
        chosen = choose(doc, report, unsafe=unsafe)
        if not chosen:
            return Fixed(doc, report, tuple(done))
        edits = tuple(edit for finding in chosen for edit in _in_file(doc, finding))
        doc = read(applied(doc.raw, edits))
        last = chosen
        done += chosen
        if doc.raw in seen:
            break
        seen.add(doc.raw)
    rules = tuple(sorted({f.rule for f in last}))
    raise FixCycle(f"{doc.path}: repairs of {', '.join(rules)} undo each other; the file is left as it was", rules)


def choose(doc: Document, report: Report, *, unsafe: bool) -> list[Finding]:
    """Findings whose first fix may be made now, in reading order; one whose edits touch a chosen one's waits for the next turn."""
    wanted = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    taken: list[Edit] = []
    chosen = []
    for finding in sorted(report.findings, key=lambda f: (-f.severity, f.span, f.rule)):
        if not finding.fixes or finding.fixes[0].safety not in wanted:
            continue
        edits = _in_file(doc, finding)
        if not any(_touch(edit, other) for edit in edits for other in taken):
            taken += edits
            chosen.append(finding)
    return sorted(chosen, key=lambda f: f.span)


def _in_file(doc: Document, finding: Finding) -> list[Edit]:
    edits = [doc.in_file(edit) for edit in finding.fixes[0].edits]
    return [edit for edit in edits if edit is not None]


def _touch(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end
