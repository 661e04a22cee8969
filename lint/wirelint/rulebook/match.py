"""Matchers: a page's way to find hits in a document. Phrases, a pattern, or a function of `checks`."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document

Matcher = Callable[[Document], Iterator[Hit]]


def matcher(page: Page) -> Matcher:
    """The one of the three that the page asks for; a pattern with a check is the check's to use."""
    if page.check:
        return _check(page)
    return _phrases(page) if page.phrases else _pattern(page)


def _check(page: Page) -> Matcher:
    module, name = page.check.split(".")
    function = getattr(import_module(f"wirelint.checks.{module}"), name)

    def match(doc: Document) -> Iterator[Hit]:
        return (hit for hit in function(doc, page) if allowed(page, doc, hit.span))

    return match


def _pattern(page: Page) -> Matcher:
    find = page.pattern("find")
    group = "bad" if "bad" in find.groupindex else 0

    def match(doc: Document) -> Iterator[Hit]:
        for m in find.finditer(doc.text):
            span = Span(*m.span(group))
            if allowed(page, doc, span):
                words = {name: text or "" for name, text in m.groupdict().items()} | {"bad": m[group]}
                yield replaced(span, words, [filled(template, words) for template in page.replace])

    return match


def _phrases(page: Page) -> Matcher:
    find = page.pattern("find")

    def match(doc: Document) -> Iterator[Hit]:
        for m in find.finditer(doc.text):
            span = Span(*m.span())
            if allowed(page, doc, span):
                key = " ".join(m[0].lower().replace("’", "'").split())
                yield replaced(span, {"bad": m[0]}, [cased(m[0], good) for good in page.phrases[key]])

    return match


def replaced(span: Span, words: dict[str, str], goods: list[str]) -> Hit:
    """A hit whose fixes put each of `goods` in place of the span."""
    return Hit(span, {**words, "good": goods[0] if goods else ""}, tuple((Edit(span, good),) for good in goods))


class Template(string.Formatter):
    """`str.format` with three conversions more: `{x!c}` Capital, `{x!t}` Title Capitals, `{x!l}` lower case."""

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion == "t":
            return " ".join(word[:1].upper() + word[1:] for word in value.split(" "))
        if conversion == "c":
            return value[:1].upper() + value[1:]
        return value.lower() if conversion == "l" else super().convert_field(value, conversion)


TEMPLATE = Template()


def filled(template: str, words: dict[str, str]) -> str:
    """The replacement that a template gives, with single blanks and the capital of what it replaces."""
    return cased(words["bad"], " ".join(TEMPLATE.vformat(template, (), words).split()))


def cased(bad: str, good: str) -> str:
    """`good` with a capital where `bad` has one."""
    first = next((c for c in bad if c.isalpha()), "")
    return good[:1].upper() + good[1:] if first.isupper() else good


def allowed(page: Page, doc: Document, span: Span) -> bool:
    """Whether nothing on the page speaks against a hit here: quotations, `unless` upon it, `given` in its block missing."""
    facts = doc.facts
    if page.quotes != "same" and facts.quoted(span) != (page.quotes == "only"):
        return False
    if page.unless:
        sentence = facts.sentence_at(span.start)
        around = Span(min(sentence.start, span.start), max(sentence.end, span.end))
        if any(span.overlaps(Span(*m.span())) for m in page.pattern("unless").finditer(doc.text, *around)):
            return False
    if page.given:
        index = facts.block_at(span.start)
        block = facts.blocks[index].span if index is not None else Span(0, len(doc.text))
        return page.pattern("given").search(doc.text, *block) is not None
    return True
