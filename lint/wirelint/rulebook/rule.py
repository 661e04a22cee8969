"""A rule: a page, and the matcher it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..model import Finding, Fix, Severity, weaker
from ..page import Data, Page, alone
from ..text.document import Document
from ..text.index import Share
from .match import Matcher, matcher


class Rule:
    """Finds what its page is about. `severity` may be the house's own, which then holds wherever it stands."""

    def __init__(self, data: Data, severity: Severity | None = None, share: Share | None = None) -> None:
        """`share` is the page's part of its book's index; without one it makes its own."""
        self.id: str = data["id"]
        self.share = share or alone(data)
        self._data = data
        self._severity = severity

    @cached_property
    def page(self) -> Page:
        return Page(self._data, self.share)

    @cached_property
    def match(self) -> Matcher:
        return matcher(self.page)

    def may_speak(self, doc: Document) -> bool:
        """Whether the text holds what no finding of this rule can do without."""
        return bool(self.share.standing(doc.facts))

    def find(self, doc: Document) -> Iterator[Finding]:
        page, own = self.page, self._severity
        for hit in self.match(doc):
            safety = weaker(page.safety, hit.safety)
            fixes = tuple(Fix(edits, safety) for edits in hit.fixes)
            severity = own or (_raised(page) if hit.span.start < doc.facts.prominent.end else page.severity)
            yield Finding(self.id, hit.span, page.message.format_map(hit.words), page.category, severity, fixes)


def _raised(page: Page) -> Severity:
    """How grave it is in headline or first paragraph: MQM's “highly visible place”. A stray space or stop stays what it is."""
    if page.severity is Severity.MINOR and page.category != "linguistic/punctuation":
        return Severity.MAJOR
    return page.severity
