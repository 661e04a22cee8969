"""What is written of one draft: its findings in the file's own terms, ready for any report and for the way between processes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..model import Edit, Fault, Finding, Fix, Report, Safety, Severity, Span
from ..text.document import Document
from ..text.lines import Lines

# As much of a line on either side of a finding as any report shows.
AROUND = 240
# As much beside a change as makes it readable.
BESIDE = 24


class Placed(NamedTuple):
    """A finding where it stands in the file, and so are its span and fixes. Lines and columns count from 1, ends are exclusive.

    `left` and `right` are what stands beside `text` in its first and last line; `old` and `new` show the first fix.
    """

    rule: str
    message: str
    category: str
    severity: Severity
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    left: str
    right: str
    fixes: tuple[Fix, ...]
    old: str
    new: str

    @property
    def safety(self) -> Safety | None:
        """Who may make the first fix; None where there is none."""
        return self.fixes[0].safety if self.fixes else None


class Entry(NamedTuple):
    """One draft. `problem` is one line on what kept it from being checked, or written; `format` and `words` are then None where
    nothing was read. `mended` counts the findings that were repaired, and `diff` shows how they would be."""

    path: str
    format: str | None
    words: int | None
    findings: tuple[Placed, ...] = ()
    faults: tuple[Fault, ...] = ()
    mended: int = 0
    problem: str | None = None
    diff: str = ""


def unread(path: str, problem: str) -> Entry:
    """The entry of a file that was not checked."""
    return Entry(path, None, None, problem=problem)


def entry(doc: Document, report: Report) -> Entry:
    """The entry of a draft that was checked."""
    lines = Lines(doc.raw)
    findings = tuple(_placed(doc, lines, finding) for finding in report.findings)
    return Entry(doc.path, doc.format, len(doc.text.split()), findings, report.faults)


def _placed(doc: Document, lines: Lines, finding: Finding) -> Placed:
    span = doc.map.raw(finding.span) or doc.map.around(finding.span)
    line, column = lines.place(span.start)
    end_line, end_column = lines.place(span.end)
    raw = doc.raw
    left = raw[max(lines.starts[line - 1], span.start - AROUND) : span.start]
    right = raw[span.end : span.end + AROUND].split("\n", 1)[0].split("\r", 1)[0]
    fixes = tuple(fix for fix in (_in_file(doc, fix) for fix in finding.fixes) if fix is not None)
    old, new = change(raw, fixes[0].edits) if fixes else ("", "")
    return Placed(
        finding.rule,
        finding.message,
        finding.category,
        finding.severity,
        span,
        line,
        column,
        end_line,
        end_column,
        span.of(raw),
        left,
        right,
        fixes,
        old,
        new,
    )


def _in_file(doc: Document, fix: Fix) -> Fix | None:
    """The fix as edits of the file; None where the file has no place for one of them."""
    edits = [doc.in_file(edit) for edit in fix.edits]
    if any(edit is None for edit in edits):
        return None
    return Fix(tuple(edit for edit in edits if edit is not None), fix.safety)


def change(raw: str, edits: tuple[Edit, ...]) -> tuple[str, str]:
    """The words that the edits change, as they are and as they will be.

    Where nothing but blanks and marks changes, or words are only taken out, with the words beside them in the line.
    """
    start, end = edits[0].span.start, edits[-1].span.end
    if not _has_letters("".join(span.of(raw) for span, _ in edits)):
        start, end = _reach(raw, start, -1, _no_blank), _reach(raw, end, 1, _no_blank)
    elif _has_letters("".join(text for _, text in edits)):
        start, end = _reach(raw, start, -1, _in_word), _reach(raw, end, 1, _in_word)
    elif end - start < BESIDE:
        start = _reach(raw, _reach(raw, start, -1, _blank), -1, _no_blank)
        end = _reach(raw, _reach(raw, end, 1, _blank), 1, _no_blank)
    new, at = [], start
    for span, text in edits:
        new += [raw[at : span.start], text]
        at = span.end
    return raw[start:end], "".join([*new, raw[at:end]])


def _has_letters(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _reach(raw: str, at: int, step: int, belongs: Callable[[str, str], bool]) -> int:
    """How far from `at` each character belongs to the one before it, forwards or backwards."""
    for _ in range(BESIDE):
        ahead = at if step > 0 else at - 1
        if not 0 <= ahead < len(raw) or not belongs(raw[ahead], raw[ahead - step : ahead - step + 1]):
            break
        at += step
    return at


def _in_word(char: str, beside: str) -> bool:
    return all(c.isalnum() or c in "'’-" for c in (char, beside))


def _no_blank(char: str, beside: str) -> bool:
    return not char.isspace()


def _blank(char: str, beside: str) -> bool:
    return char == " "
