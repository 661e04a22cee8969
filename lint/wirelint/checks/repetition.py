"""Words, runs of words and sentences that are said twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import eq

import regex

from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .removal import removals


def word_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """“in in”, “flights flights”, “Shizuoka Shizuoka”; what English or a name doubles by itself is left alone."""
    tokens = doc.facts.tokens
    if {word for word, following in pairwise(tokens) if word == following} <= page.lists["doubled"]:
        return
    for m in page.sought(doc.facts):
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
        known = (
            low in doc.knowledge.places or (low in doc.knowledge.words and not named) or low in doc.knowledge.demonyms
        )
        return Safety.UNSAFE if known else None
    return Safety.UNSAFE if low in doc.knowledge.words else None


LEAST, MOST, SHORTEST = 2, 7, 3  # words, words, letters
LEAST_APART = 3  # words of a run that a comma or “and” parts from itself
APART = r"(?:[,.]?[ ]?[“”\"][ ]?|,?[ ])"


def phrase_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """A run of two to seven words that follows itself at once, and twins across “and”."""
    tokens = doc.facts.tokens
    # Each run is sought once, however often it stands.
    for words in sorted({tuple(tokens[start : start + length]) for start, length in _loops(tokens)}):
        if _loops_badly(words, page):
            yield from _located(doc, words, "[ ]" if len(words) < LEAST_APART else APART)
    for words in sorted({tuple(tokens[start : start + length]) for start, length in _joined(tokens)}):
        if page.lists["joints"].isdisjoint(words[-1:]) and len(set(words)) == len(words):
            yield from _located(doc, words, ",?[ ]and[ ]")
    twins = any(tokens[at - 1 : at] == tokens[at + 1 : at + 2] for at in _joints(tokens))
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


def _joined(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """(index, length) of runs of three words and more that “and” joins to themselves: “brought to court and brought to court”."""
    for at in _joints(tokens):
        for length in range(LEAST_APART, MOST + 1):
            if length <= at and tokens[at - length : at] == tokens[at + 1 : at + 1 + length]:
                yield at - length, length
                break


def _joints(tokens: list[str]) -> Iterator[int]:
    """Where “and” stands."""
    at = -1
    for _ in range(tokens.count("and")):
        at = tokens.index("and", at + 1)
        yield at


def _loops_badly(words: tuple[str, ...], page: Page) -> bool:
    """Whether a run that stands twice is no figure of speech: “again and again and again” is one word and its joint."""
    if len(set(words)) < len(words):
        return False
    if " ".join(words) in page.lists["pairs"]:
        return True
    return len(words) > LEAST or (page.lists["joints"].isdisjoint(words) and min(map(len, words)) >= SHORTEST)


def _located(doc: Document, words: tuple[str, ...], joint: str) -> Iterator[Hit]:
    """Where the run stands twice with nothing but a joint between."""
    run = "[ ]".join(map(regex.escape, words))
    for m in regex.finditer(rf"(?i)\b(?P<once>{run}){joint}(?P<again>{run})\b(?!-)", doc.text):
        said = any((doc.knowledge.verbs_say.get(word) or ("",))[0] == "past" for word in words)
        if said or not doc.facts.quoted(Span(*m.span())):
            good = m["once"]
            yield Hit(Span(*m.span()), {"bad": m[0], "good": good}, ((Edit(Span(m.end("once"), m.end()), ""),),))


LEAST_WORDS, LEAST_QUOTED, LEAST_ALIKE = 5, 8, 7
ALIKE = 3  # words, at most, that two tellings of one sentence differ in
WORDS = compiled(r"[\p{L}\p{N}'’.,-]*[\p{L}\p{N}]")


def sentence_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """A sentence of five words or more, with its full stop, that the text has said before; of a speaker's, just before.

    Just before, a word of grammar more or less is the same: “said the tax would be cut”, “said that the tax will be cut”.
    """
    seen: set[str] = set()
    again: list[Span] = []
    last = ""
    for sentence in doc.facts.sentences:
        said = sentence.of(doc.text)
        key, words = " ".join(said.lower().split()), said.count(" ") + 1
        if key == last and words >= LEAST_QUOTED:
            again.append(sentence)
        elif said[-1] in ".!?" and words >= LEAST_WORDS and not doc.facts.quoted(sentence):
            if (key in seen and ":" not in said) or (words >= LEAST_ALIKE and _alike(page, last, key)):
                again.append(sentence)
            seen.add(key)
        last = key
    for span, edit in zip(again, removals(doc, again), strict=True):
        yield Hit(span, {"bad": span.of(doc.text)}, ((edit,),))


def _alike(page: Page, one: str, other: str) -> bool:
    """Whether two sentences differ in nothing but words of grammar, and not in what they deny or count."""
    if one[:4] != other[:4]:
        return False
    a, b = WORDS.findall(one), WORDS.findall(other)
    if not one.endswith((".", "!", "?")) or abs(len(a) - len(b)) > ALIKE or a[:1] != b[:1]:
        return False
    left, right = list(a), list(b)
    for word in a:
        if word in right:
            left.remove(word)
            right.remove(word)
    return len(left) + len(right) <= ALIKE and page.lists["grammar"].issuperset(left + right)
