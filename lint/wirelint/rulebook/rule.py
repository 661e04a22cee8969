"""A rule: a page, and the matcher it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..model import Finding, Fix, Severity, weaker
from ..page import Data, Page
from ..text.document import Document
from .match import Matcher, matcher


class Rule:
    """Finds what its page is about. `severity` may be the house's own."""

    def __init__(self, data: Data, severity: Severity | None = None) -> None:
        self.page = Page(data)
        self.id = self.page.id
        self.severity = self.page.severity if severity is None else severity
        self.needs = self.page.needs

    @cached_property
    def match(self) -> Matcher:
        return matcher(self.page)

    def may_speak(self, doc: Document) -> bool:
        """Whether the text holds what no finding of this rule can do without."""
        if self.needs is None:
            return True
        lower = doc.facts.lower
        return any(need in lower for need in self.needs)

    def find(self, doc: Document) -> Iterator[Finding]:
        page = self.page
        for hit in self.match(doc):
            safety = weaker(page.safety, hit.safety)
            fixes = tuple(Fix(edits, safety) for edits in hit.fixes)
            yield Finding(self.id, hit.span, page.message.format_map(hit.words), page.category, self.severity, fixes)
