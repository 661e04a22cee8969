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
        if m["comma"] is not None and (low in page.lists["commas"] or doc.facts.quoted(Span(*m.span()))):
            return None
        if last[0].isupper():
            return Safety.UNSAFE if _before_a_role(doc, m.end()) else None  # The The is a band
        return None if taken else Safety.UNSAFE if m["comma"] is not None else Safety.SAFE
    if m["comma"] is not None:
        return Safety.UNSAFE if low in page.lists["said"] and not doc.facts.quoted(Span(*m.span())) else None
    if doc.facts.quoted(Span(*m.span())) or len(low) < 4 or first != last:
        return None
    if first[0].isupper():
        # A place, or a word of the dictionary that nobody is called: “Police Police”, but Kelly Kelly.
        named = low in doc.knowledge.names_given or low in doc.knowledge.surnames
        known = (
            low in doc.knowledge.places or (low in doc.knowledge.words and not named) or low in doc.knowledge.demonyms
        )
        beside = doc.text[max(0, m.start() - REACH) : m.start()]
        firm = page.pattern("bearer").search(beside) and page.pattern("goes_on").match(doc.text, m.end())
        return Safety.UNSAFE if known or first in doc.knowledge.brands or firm else None
    return Safety.UNSAFE if low in doc.knowledge.words else None


def _before_a_role(doc: Document, at: int) -> bool:
    """Whether an office follows: “The The minister”."""
    following = ROLE.match(doc.text, at)
    return following is not None and following[1] in doc.knowledge.roles


LEAST, MOST, SHORTEST = 2, 12, 3  # words, words, letters
LONG_ENOUGH = 6  # letters of what is said three times
LEAST_APART = 3  # words of a run that a comma or “and” parts from itself
APART = r"(?:[,.]?[ ]?[“”\"][ ]?|,?[ ])"


def phrase_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """A run of two to seven words that follows itself at once, and twins across “and”."""
    tokens = doc.facts.tokens
    # Each run is sought once, however often it stands.
    for words in sorted({tuple(tokens[start : start + length]) for start, length in _loops(tokens)}):
        if _loops_badly(words, page):
            apart = len(words) >= LEAST_APART or words[0] in page.lists["prepositions"]
            yield from _located(doc, words, APART if apart else "[ ]")
    yield from _thrice(doc, page)
    for words in sorted({tuple(tokens[start : start + length]) for start, length in _joined(tokens)}):
        if page.lists["joints"].isdisjoint(words[-1:]) and len(set(words)) == len(words):
            yield from _located(doc, words, ",?[ ]and[ ]")
    twins = any(tokens[at - 1 : at] == tokens[at + 1 : at + 2] for at in _joints(tokens))
    for m in page.pattern("twin").finditer(doc.text) if twins else ():
        noun = m["noun"].lower()
        figure = noun in page.lists["twins"] or (noun.endswith(("er", "ed", "ing")) and noun not in page.lists["acts"])
        if not figure and not doc.facts.quoted(Span(*m.span())):
            span = Span(m.end("noun"), m.end("bad"))
            yield Hit(Span(*m.span("bad")), {"bad": m["bad"], "good": m["noun"]}, ((Edit(span, ""),),))


def _loops(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """(index, length) of runs that stand twice running, each once, the shortest first."""
    last: dict[tuple[str, str], int] = {}
    lengths = set()
    for index, pair in enumerate(pairwise(tokens)):
        lengths.add(index - last.get(pair, -MOST))
        last[pair] = index
    for length in sorted(lengths.intersection(range(LEAST, MOST + 1))):
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


def _thrice(doc: Document, page: Page) -> Iterator[Hit]:
    """“heavy rain, heavy rain, heavy rain”: what nobody says three times but for effect."""
    tokens = doc.facts.tokens
    words: set[tuple[str, ...]] = set()
    for length in (1, 2):
        same = bytes(map(eq, tokens, tokens[length:]))
        at = same.find(b"\1" * (2 * length))
        while at >= 0:
            words.add(tuple(tokens[at : at + length]))
            at = same.find(b"\1" * (2 * length), at + 1)
    words |= {
        (tokens[at - 1],)
        for at in _joints(tokens)
        if tokens[at - 1 : at + 4 : 2] == [tokens[at - 1]] * 3 and tokens[at + 2 : at + 3] == ["and"]
    }
    for run in sorted(words):
        if page.lists["effect"].isdisjoint(run) and len(set(run)) == len(run) and sum(map(len, run)) >= LONG_ENOUGH:
            yield from _repeated(doc, page, run)


def _repeated(doc: Document, page: Page, run: tuple[str, ...]) -> Iterator[Hit]:
    said = ",?[ ]".join(map(regex.escape, run))
    for m in regex.finditer(
        rf"(?i)\b(?P<once>{said})(?P<joint>,?[ ](?:and[ ])?)(?:{said},?[ ](?:and[ ])?)+{said}\b(?!-)", doc.text
    ):
        joined = "and" in m["joint"]
        if joined and len(run[0]) < SHORTEST + 2:
            continue
        if (
            joined
            and run[0] not in page.lists["acts"]
            and (run[0] in page.lists["twins"] or run[0].endswith(("ed", "ing", "er")))
        ):
            continue  # rang and rang and rang
        if m["joint"] == " " and len(run) == 1:
            continue  # another page's affair
        if not doc.facts.quoted(Span(*m.span())):
            yield Hit(Span(*m.span()), {"bad": m[0], "good": m["once"]}, ((Edit(Span(m.end("once"), m.end()), ""),),))


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
    for m in regex.finditer(rf"(?i)\b(?P<once>{run})(?:{joint}{run})+\b(?!-)", doc.text):
        said = any((doc.knowledge.verbs_say.get(word) or ("",))[0] == "past" for word in words)
        if said or not doc.facts.quoted(Span(*m.span())):
            good = m["once"]
            yield Hit(Span(*m.span()), {"bad": m[0], "good": good}, ((Edit(Span(m.end("once"), m.end()), ""),),))


REACH = 24
ROLE = compiled(r" (\p{Ll}{3,})\b")
LEAST_WORDS, LEAST_QUOTED, LEAST_ALIKE = 5, 8, 7
LEAST_NEXT = 4  # words of a sentence that follows itself
LEAST_LETTERS = 3  # of a word that is none of grammar
LEAST_CONTENT = 4  # words, but for those of grammar
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
        elif (
            key == last
            and words >= LEAST_NEXT
            and said[-1] == "."
            and ":" not in said
            and not doc.facts.quoted(sentence)
        ):
            if page.lists["speakers"].isdisjoint(key.split()):
                again.append(sentence)
        elif said[-1] in ".!?" and words >= LEAST_WORDS and not doc.facts.quoted(sentence):
            if (key in seen and ":" not in said) or (
                words >= LEAST_ALIKE and (_alike(page, last, key) or _turned(page, last, key))
            ):
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
    grammar = page.lists["grammar"]
    if [word for word in a if word not in grammar] != [word for word in b if word not in grammar]:
        return False
    left, right = list(a), list(b)
    for word in a:
        if word in right:
            left.remove(word)
            right.remove(word)
    return len(left) + len(right) <= ALIKE and grammar.issuperset(left + right)


def _turned(page: Page, one: str, other: str) -> bool:
    """Whether one sentence is the passive of the other, or says it with a word of the same sense: “plant”, “factory”."""
    if not one.endswith("."):
        return False
    same, grammar = page.tables["same"], page.lists["grammar"]
    # Two tellings have most of their words in common, and not only those of grammar.
    if sum(len(word) > LEAST_LETTERS for word in set(one.split()) & set(other.split())) < LEAST_CONTENT - 2:
        return False
    a, b = ([same.get(word, word) for word in WORDS.findall(said) if word not in grammar] for said in (one, other))
    if len(a) < LEAST_CONTENT or len(a) != len(b) or len(set(a)) < len(a):
        return False
    passive = page.pattern("passive")
    if a == b:
        return one != other
    return sorted(a) == sorted(b) and (passive.search(one) is None) != (passive.search(other) is None)
