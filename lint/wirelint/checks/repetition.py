"""Words, runs of words and sentences that are said twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import eq

import regex

from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..text.document import Document
from .removal import removals


def word_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """“in in”, “flights flights”, “Shizuoka Shizuoka”; what English or a name doubles by itself is left alone."""
    tokens = doc.facts.tokens
    if {word for word, following in pairwise(tokens) if word == following} <= page.lists["doubled"]:
        return
    for m in page.pattern().finditer(doc.text):
        safety = _certain(doc, page, m)
        if safety is not None:
            yield Hit(
                Span(*m.span()), {"bad": m[0], "good": m["first"]}, ((Edit(Span(*m.span("again")), ""),),), safety
            )


def _certain(doc: Document, page: Page, m: regex.Match[str]) -> Safety | None:
    """How surely the word is not meant twice; None where it may be."""
    first, again = m["first"], m["again"].split()
    low, last = first.lower(), again[-1]
    if low in page.lists["doubled"] or first in page.lists["names"]:
        return None
    if low in page.lists["never"]:
        before = doc.text[max(0, m.start() - 20) : m.start()].split()[-1:]
        taken = low in page.lists["particles"] and bool(before) and before[0].lower() in page.lists["takes"]
        return None if taken or last[0].isupper() else Safety.SAFE  # The The is a band
    if doc.facts.quoted(Span(*m.span())) or len(low) < 4 or first != last:
        return None
    if first[0].isupper():
        # A place, or a word of the dictionary that nobody is called: “Police Police”, but Kelly Kelly.
        named = low in doc.knowledge.names_given or low in doc.knowledge.surnames
        known = low in doc.knowledge.places or (low in doc.knowledge.words and not named)
        return Safety.UNSAFE if known else None
    return Safety.UNSAFE if low in doc.knowledge.words else None


LEAST, MOST, SHORTEST = 2, 7, 3  # words, words, letters


def phrase_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """A run of two to seven words that follows itself at once, and twins across “and”."""
    tokens = doc.facts.tokens
    # Each run is sought once, however often it stands.
    for words in sorted({tuple(tokens[start : start + length]) for start, length in _loops(tokens)}):
        if _loops_badly(words, page):
            yield from _located(doc, words)
    twins = any(joint == "and" and a == b for a, joint, b in zip(tokens, tokens[1:], tokens[2:], strict=False))
    for m in page.pattern("twin").finditer(doc.text) if twins else ():
        noun = m["noun"].lower()
        if (
            noun not in page.lists["twins"]
            and not noun.endswith(("er", "ed", "ing"))
            and not doc.facts.quoted(Span(*m.span()))
        ):
            span = Span(m.end("noun"), m.end("bad"))
            yield Hit(Span(*m.span("bad")), {"bad": m["bad"], "good": m["noun"]}, ((Edit(span, ""),),))


def _loops(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """(index, length) of runs that stand twice running, each once, the shortest first."""
    for length in range(LEAST, MOST + 1):
        same = bytes(map(eq, tokens, tokens[length:]))
        at = same.find(b"\1" * length)
        while at >= 0:
            yield at, length
            at = same.find(b"\1" * length, at + length)


def _loops_badly(words: tuple[str, ...], page: Page) -> bool:
    """Whether a run that stands twice is no figure of speech: “again and again and again” is one word and its joint."""
    if len(set(words)) < len(words):
        return False
    return len(words) > LEAST or (page.lists["joints"].isdisjoint(words) and min(map(len, words)) >= SHORTEST)


def _located(doc: Document, words: tuple[str, ...]) -> Iterator[Hit]:
    """Where the run stands twice with nothing but blanks between."""
    run = "[ ]".join(map(regex.escape, words))
    for m in regex.finditer(rf"(?i)\b(?P<once>{run})[ ](?P<again>{run})\b", doc.text):
        if not doc.facts.quoted(Span(*m.span())):
            good = m["once"]
            yield Hit(Span(*m.span()), {"bad": m[0], "good": good}, ((Edit(Span(m.end("once"), m.end()), ""),),))


LEAST_WORDS, LEAST_QUOTED = 5, 8


def sentence_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """A sentence of five words or more, with its full stop, that the text has said before; of a speaker's, just before."""
    seen: set[str] = set()
    again: list[Span] = []
    last = ""
    for sentence in doc.facts.sentences:
        said = sentence.of(doc.text)
        key, words = " ".join(said.lower().split()), said.count(" ") + 1
        if key == last and words >= LEAST_QUOTED:
            again.append(sentence)
        elif said[-1] in ".!?" and words >= LEAST_WORDS and not doc.facts.quoted(sentence):
            if key in seen and ":" not in said:
                again.append(sentence)
            seen.add(key)
        last = key
    for span, edit in zip(again, removals(doc, again), strict=True):
        yield Hit(span, {"bad": span.of(doc.text)}, ((edit,),))
