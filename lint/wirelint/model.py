"""The words everything else is said in: spans, edits, fixes, hits, findings, faults, reports.

They are named tuples, not dataclasses: as frozen, made in half the time, and spared the import of `dataclasses`,
which alone takes as long as the interpreter does to start.

Offsets are code points. `text` is the prose of a document, `raw` the decoded file; see `text.document`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, IntEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether they share a code point; a span without width overlaps what holds it inside."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Severity(IntEnum):
    """MQM penalty points."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 5
    CRITICAL = 25


class Safety(Enum):
    """Who applies a fix: `--fix`, `--fix --unsafe`, or only the editor."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SHOWN = "shown"


class Status(Enum):
    """Whether a rule is asked of itself."""

    STABLE = "stable"
    PREVIEW = "preview"
    """Not yet proven, or not precise enough: only with `--preview`, or where it is named."""
    HOUSE = "house"
    """A question of house style, on which good desks differ: only where a configuration enables it."""


# Strongest promise first; a fix is only as safe as its weakest reason.
SAFETIES = (Safety.SAFE, Safety.UNSAFE, Safety.SHOWN)

# MQM dimensions and types that a page may claim.
CATEGORIES = frozenset(
    {
        "accuracy/addition",
        "accuracy/do-not-translate",
        "accuracy/mistranslation",
        "accuracy/omission",
        "accuracy/untranslated",
        "design/link",
        "design/markup-tag",
        "linguistic/capitalization",
        "linguistic/character-encoding",
        "linguistic/grammar",
        "linguistic/punctuation",
        "linguistic/spelling",
        "locale/date",
        "locale/measurement",
        "locale/number",
        "locale/time",
        "style/organizational",
        "style/unidiomatic",
        "terminology/inconsistent",
        "terminology/wrong-term",
    }
)


class Edit(NamedTuple):
    """Put `text` in place of `span`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together: all of them or none. They do not overlap and are in order."""

    edits: tuple[Edit, ...]
    safety: Safety


class Hit(NamedTuple):
    """What a matcher yields; the page makes a finding of it.

    `words` fill the page's message. `fixes` are alternatives, the preferred one first. `safety` lowers the page's own
    for this hit; it never raises it.
    """

    span: Span
    words: Mapping[str, str] = {}
    fixes: tuple[tuple[Edit, ...], ...] = ()
    safety: Safety | None = None


def replaced(span: Span, words: Mapping[str, str], goods: Sequence[str], safety: Safety | None = None) -> Hit:
    """A hit whose fixes put each of `goods` in place of the span; the page's message has the first of them for `good`."""
    fixes = tuple((Edit(span, good),) for good in goods)
    return Hit(span, {**words, "good": goods[0] if goods else ""}, fixes, safety)


class Finding(NamedTuple):
    """What a reader sees. `fixes[0]` is the preferred fix, the rest are for editors to choose from. Spans are of `text`."""

    rule: str
    span: Span
    message: str
    category: str
    severity: Severity
    fixes: tuple[Fix, ...] = ()


class Fault(NamedTuple):
    """A rule that broke: its id, and the error as one line. Nothing it would have said is known."""

    rule: str
    error: str


class Report(NamedTuple):
    """What is said of one document. `hidden` are findings that a stronger one at the same place speaks for."""

    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    faults: tuple[Fault, ...]


def weaker(one: Safety, other: Safety | None) -> Safety:
    """The smaller promise of the two."""
    return one if other is None else max(one, other, key=SAFETIES.index)


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """`text` with the edits made; they must not overlap."""
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text
