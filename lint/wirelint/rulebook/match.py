"""Matchers: a page's way to find hits in a document. Phrases, a pattern, or a function of `checks`."""

from __future__ import annotations

import functools
import string
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import regex

from ..model import Hit, Span, replaced
from ..page import Page
from ..text.document import Document
from .forms import form_at

Matcher = Callable[[Document], Iterator[Hit]]


def matcher(page: Page) -> Matcher:
    """The one of the three that the page asks for; a pattern with a check is the check's to use."""
    if page.check:
        return _check(page)
    if page.turns:
        return _turns(page)
    return _phrases(page) if page.phrases else _pattern(page)


def _check(page: Page) -> Matcher:
    module, name = page.check.split(".")
    function = getattr(import_module(f"wirelint.checks.{module}"), name)

    def match(doc: Document) -> Iterator[Hit]:
        return (hit for hit in function(doc, page) if allowed(page, doc, hit.span))

    return match


def _pattern(page: Page) -> Matcher:
    return _seeker(page, page.replace)


def _turns(page: Page) -> Matcher:
    """The turns of a page, in its order, of those that may speak. The first to speak of a place is heard."""
    seekers = [_seeker(page, write, turn) for turn, write in enumerate(page.turns)]

    def match(doc: Document) -> Iterator[Hit]:
        taken: list[Span] = []
        for turn in sorted(page.share.standing(doc.facts)):
            for hit in seekers[turn](doc):
                if not any(hit.span.overlaps(span) for span in taken):
                    taken.append(hit.span)
                    yield hit

    return match


def _seeker(page: Page, write: tuple[str, ...], turn: int | None = None) -> Matcher:
    """The page's pattern, or that of one of its turns."""
    of_turn = "" if turn is None else f"-{turn}"
    template = Template(page.tables)

    def match(doc: Document) -> Iterator[Hit]:
        for m in page.sought(doc.facts, f"find{of_turn}", turn or 0):
            group = "bad" if "bad" in m.re.groupindex else 0
            # A turn's words may reach up to the next one; the blank between is no part of what is wrong.
            bad = m[group].rstrip() if of_turn and write and write[0] else m[group]
            span = Span(m.start(group), m.start(group) + len(bad))
            if allowed(page, doc, span) and (not of_turn or allowed(page, doc, span, of_turn)):
                words = {name: text or "" for name, text in m.groupdict().items()} | {"bad": bad}
                goods = [template.filled(good, words) for good in write]
                yield from _mending(span, words, [cased(doc, span, good) for good in goods])

    return match


def _mending(span: Span, words: dict[str, str], goods: list[str]) -> Iterator[Hit]:
    """The hit, unless the first thing to be written stands there already."""
    if goods[:1] != [words["bad"]]:
        yield replaced(span, words, goods)


def _phrases(page: Page) -> Matcher:
    """Each phrase that stands in the text is sought by itself: of some hundred on a page, mostly one or none does."""
    patterns: dict[str, regex.Pattern[str]] = {}

    @functools.cache
    def with_needle(needle: str) -> list[str]:
        return [phrase for phrase in page.phrases if needle in phrase]

    def match(doc: Document) -> Iterator[Hit]:
        needles = page.share.standing(doc.facts).get(0, ())
        found: list[tuple[int, int, str]] = []
        for phrase in page.phrases if needles is None else {p for needle in needles for p in with_needle(needle)}:
            if phrase in doc.facts.flat:
                if phrase not in patterns:
                    patterns[phrase] = regex.compile(_as_written(phrase))
                found += ((m.start(), -m.end(), phrase) for m in patterns[phrase].finditer(doc.text))
        last = 0
        for start, end, key in sorted(found):  # of those that begin alike the longest comes first
            span = Span(start, -end)
            if start < last:
                continue
            last = span.end
            if allowed(page, doc, span):
                goods = page.phrases[key]
                if named := page.forms.get(key):
                    goods = named[form_at(_words_before(doc, span.start), named)]
                yield from _mending(span, {"bad": span.of(doc.text)}, [cased(doc, span, good) for good in goods])

    return match


def _as_written(phrase: str) -> str:
    """The pattern of a phrase: whole words in any case, with any white space between and either apostrophe."""
    written = regex.escape(phrase, literal_spaces=True).replace(" ", r"\s+").replace("'", "['’]")
    return rf"(?i)(?<![\w-]){written}(?![\w-])"


def _words_before(doc: Document, at: int) -> list[str]:
    start = max(doc.facts.sentence_at(at).start, at - 40)
    return doc.text[start:at].lower().replace("’", "'").split()


class Template(string.Formatter):
    """`str.format` with three conversions more: `{x!c}` Capital, `{x!t}` Title Capitals, `{x!l}` lower case.

    `{x:name}` is what the page's table of that name has for x, which is x itself where it has nothing.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, str]]) -> None:
        self._tables = tables

    def filled(self, template: str, words: dict[str, str]) -> str:
        """The replacement that a template gives, with single blanks."""
        return " ".join(self.vformat(template, (), words).split())

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec in self._tables:
            return self._tables[format_spec].get(value.lower(), value)
        return super().format_field(value, format_spec)

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion == "t":
            return " ".join(word[:1].upper() + word[1:] for word in value.split(" "))
        if conversion == "c":
            return value[:1].upper() + value[1:]
        return value.lower() if conversion == "l" else super().convert_field(value, conversion)


def cased(doc: Document, span: Span, good: str) -> str:
    """`good` with a capital where it opens a sentence or stands among the capitals of a headline.

    A capital in the middle of a sentence was the engine's, who took a word for a name, and is not kept.
    """
    bad = span.of(doc.text)
    letters = [word[0] for word in bad.split() if word[0].isalpha()]
    opens = not any(c.isalnum() for c in doc.text[doc.facts.sentence_at(span.start).start : span.start])
    if (opens and not bad[0].islower()) or (len(letters) > 1 and all(c.isupper() for c in letters)):
        return good[:1].upper() + good[1:]
    return good


def allowed(page: Page, doc: Document, span: Span, turn: str = "") -> bool:
    """Whether nothing on the page speaks against a hit here: quotations, `unless` upon it, `given` in its block missing."""
    facts = doc.facts
    if page.quotes != "same" and facts.quoted(span) != (page.quotes == "only"):
        return False
    if page.has(f"unless{turn}"):
        sentence = facts.sentence_at(span.start)
        around = Span(min(sentence.start, span.start), max(sentence.end, span.end))
        if any(span.overlaps(Span(*m.span())) for m in page.pattern(f"unless{turn}").finditer(doc.text, *around)):
            return False
    if page.has(f"given{turn}"):
        return page.pattern(f"given{turn}").search(doc.text, *facts.block_around(span.start)) is not None
    return True
