"""Runs rules over a document and settles what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from .model import Edit, Fault, Finding, Fix, Report, Safety, Span
from .text.document import Document
from .text.house import occurrences


class Checker(Protocol):
    """Anything that reads a document and yields findings; where `may_speak` is False, `find` would yield none."""

    id: str

    def may_speak(self, doc: Document) -> bool: ...

    def find(self, doc: Document) -> Iterable[Finding]: ...


def check(doc: Document, checkers: Iterable[Checker]) -> Report:
    """Every checker's findings, settled. One that raises becomes a fault and costs no other finding."""
    found: list[Finding] = []
    faults: list[Fault] = []
    for checker in checkers:
        try:
            if checker.may_speak(doc):
                found += checker.find(doc)
        except Exception as error:  # a rule's own mistake, whatever it is
            faults.append(Fault(checker.id, f"{type(error).__name__}: {error}"))
    kept = tuple(occurrences(doc.text, doc.house.keep))
    spoken = (finding for finding in found if not any(span.holds(finding.span) for span in kept))
    findings, hidden = settle(careful(doc, finding, kept) for finding in spoken)
    return Report(findings, hidden, tuple(sorted(faults)))


def careful(doc: Document, finding: Finding, kept: Sequence[Span] = ()) -> Finding:
    """The finding with its fixes as safe as they are here.

    None is safe that changes the words of a quotation. One that would change words the house keeps, or that has no place in
    the file, is only shown.
    """
    fixes = []
    for fix in finding.fixes:
        safety = fix.safety
        if safety is Safety.SAFE and any(changes_words(doc.text, e) and doc.facts.quoted(e.span) for e in fix.edits):
            safety = Safety.UNSAFE
        if any(doc.in_file(edit) is None or changes_kept(doc.text, edit, kept) for edit in fix.edits):
            safety = Safety.SHOWN
        fixes.append(Fix(fix.edits, safety))
    return finding._replace(fixes=tuple(fixes))


def changes_kept(text: str, edit: Edit, kept: Iterable[Span]) -> bool:
    """Whether an edit reaches into words that are kept, and does not put them back."""
    return any(span.overlaps(edit.span) and span.of(text) not in edit.text for span in kept)


def changes_words(text: str, edit: Edit) -> bool:
    """Whether an edit changes letters or digits, other than in their case."""
    old, new = ([c for c in part.casefold() if c.isalnum()] for part in (edit.span.of(text), edit.text))
    return old != new


def settle(found: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """(findings, hidden), each in reading order: where two say the same, the stronger speaks for both.

    Stronger is the one that is more severe, then the one with a fix, then the longer. Two of different MQM dimensions both
    stand, unless one lies within the other and offers nothing, or their first fixes would touch the same letters.
    """
    ranked = sorted(
        set(found), key=lambda f: (-f.severity, not f.fixes, f.span.start - f.span.end, f.span.start, f.rule, f.message)
    )
    kept: list[Finding] = []
    hidden: list[Finding] = []
    # By the stretches of text that they reach into: of a whole book's findings, each is compared with a handful.
    near: dict[int, list[Finding]] = {}
    for finding in ranked:
        stretches = _stretches(finding)
        if any(_says_it(other, finding) for stretch in stretches for other in near.get(stretch, ())):
            hidden.append(finding)
            continue
        kept.append(finding)
        for stretch in stretches:
            near.setdefault(stretch, []).append(finding)
    return _ordered(kept), _ordered(hidden)


STRETCH = 512  # code points


def _stretches(finding: Finding) -> range:
    """The stretches that a finding or its first fix reaches into."""
    spans = [finding.span, *(edit.span for fix in finding.fixes[:1] for edit in fix.edits)]
    return range(min(s.start for s in spans) // STRETCH, max(s.end for s in spans) // STRETCH + 1)


def _says_it(strong: Finding, weak: Finding) -> bool:
    if strong.span.overlaps(weak.span) or strong.span == weak.span:
        same = strong.category.partition("/")[0] == weak.category.partition("/")[0]
        if same or (not weak.fixes and strong.span.holds(weak.span)):
            return True
    if not strong.fixes or not weak.fixes:
        return False
    return any(a.span.overlaps(b.span) or a.span == b.span for a in strong.fixes[0].edits for b in weak.fixes[0].edits)


def _ordered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.span, f.rule, f.message)))
