"""A rule: a page, and the matcher it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..model import Finding, Fix, Severity, weaker
from ..page import Data, Page
from ..text.document import Document
from .match import Matcher, matcher
from .needs import Asked


class Rule:
    """Finds what its page is about. `severity` may be the house's own, which then holds wherever it stands."""

    def __init__(self, data: Data, severity: Severity | None = None) -> None:
        self.page = Page(data)
        self.id = self.page.id
        self.severity = self.page.severity if severity is None else severity
        self.raised = _raised(self.page) if severity is None else severity
        self.asked = Asked(data["needs"])

    @cached_property
    def match(self) -> Matcher:
        return matcher(self.page)

    def may_speak(self, doc: Document) -> bool:
        """Whether the text holds what no finding of this rule can do without."""
        return self.asked.of(doc.facts, flat=bool(self.page.phrases))

    def find(self, doc: Document) -> Iterator[Finding]:
        page = self.page
        for hit in self.match(doc):
            safety = weaker(page.safety, hit.safety)
            fixes = tuple(Fix(edits, safety) for edits in hit.fixes)
            severity = self.raised if hit.span.start < doc.facts.prominent.end else self.severity
            yield Finding(self.id, hit.span, page.message.format_map(hit.words), page.category, severity, fixes)


def _raised(page: Page) -> Severity:
    """How grave it is in headline or first paragraph: MQM's “highly visible place”. A stray space or stop stays what it is."""
    if page.severity is Severity.MINOR and page.category != "linguistic/punctuation":
        return Severity.MAJOR
    return page.severity
