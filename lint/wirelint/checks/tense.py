"""Tenses and moods that mean another thing in the source language."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document


def perfect_with_past_time(doc: Document, page: Page) -> Iterator[Hit]:
    """“has announced yesterday” → “announced yesterday”."""
    for m in page.pattern().finditer(doc.text):
        past = simple_past(m["participle"], page)
        if past is None:
            continue
        span = Span(m.start("aux"), m.end("participle"))
        good = f"{m['adverb'].strip()} {past}" if m["adverb"] else past
        words = {"bad": span.of(doc.text), "good": good, "time": m["time"]}
        # The hit reaches to the time: it is the two together that are wrong.
        yield Hit(Span(m.start("aux"), m.end("time")), words, ((Edit(span, good),),))


def simple_past(participle: str, page: Page) -> str | None:
    """The past of a verb by its participle; None for what is no participle. “been” has two pasts and so none."""
    if participle == "been":
        return None
    return page.tables["past"].get(participle) or (participle if participle.endswith("ed") else None)


def rumour_conditional(doc: Document, page: Page) -> Iterator[Hit]:
    """“would have stolen …, according to the police”, where nothing in the sentence makes a condition or a future of it."""
    source, condition = page.pattern("source"), page.pattern("if")
    for m in page.pattern().finditer(doc.text):
        sentence = doc.facts.sentence_at(m.start("bad"))
        if not source.search(doc.text, *sentence) or condition.search(doc.text, *sentence):
            continue
        good = _indicative(m, page, plural=_plural(_head(doc.text, m.start())))
        if good is None:
            continue
        span = Span(*m.span("bad"))
        words = {
            "bad": f"{span.of(doc.text)} {m['participle'] or ''}".strip(),
            "good": f"{good} {m['participle'] or ''}".strip(),
        }
        yield Hit(span, words, ((Edit(span, good),),))


ANNIVERSARY = compiled(r"\d+|years|old")


def _head(text: str, at: int) -> str:
    """The last word of the subject before a verb: that before “, owned by the builder,” where such an aside parts them."""
    before = text[max(0, at - 90) : at].rstrip()
    if before.endswith(","):
        before = before[:-1].rpartition(",")[0].rstrip()
    return before.rpartition(" ")[2]


def _indicative(m: regex.Match[str], page: Page, *, plural: bool) -> str | None:
    """What stands for “would have” or “would be” in the indicative; None where the words do not make a report."""
    verb, participle = m["participle"], m["participle"] or ""
    if m["be"]:
        return None if ANNIVERSARY.fullmatch(participle) else f"{'are' if plural else 'is'} reportedly"
    have = "have" if plural else "has"
    if m["passive"]:
        were = "were" if plural else "was"
        return f"{were} reportedly" if simple_past(participle, page) else None
    if m["aside"]:
        return have  # the source stands beside the verb and needs no second one
    if verb is None:
        return None
    return f"{have} reportedly" if simple_past(participle, page) else None


SINGULAR = ("ss", "us", "is")
PLURALS = frozenset("they we you people men women children police these those who both all others".split())


def _plural(noun: str) -> bool:
    """Whether the word before the verb is a plural, as far as its form tells."""
    low = noun.lower()
    return low in PLURALS or (noun[:1].islower() and low.endswith("s") and not low.endswith(SINGULAR))
