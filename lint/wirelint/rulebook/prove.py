"""Proves a page: its examples hold, and none of its patterns goes worse than straight through a text."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from re import _constants as sre  # type: ignore[attr-defined]
from time import process_time
from typing import Any

import regex

from ..model import Edit, applied
from ..page import Data
from ..text.document import Document
from .needs import parsed
from .rule import Rule

LETTERS, NOTICED, PATIENCE = 6_000, 0.05, 2.0  # of a text, seconds, seconds
TURNS = 5


def complaints(data: Data) -> Iterator[str]:
    """What does not hold, a line each, without the place; nothing where the page is proven."""
    rule = Rule(data)
    for number, example in enumerate(data["examples"], 1):
        for complaint in _of_example(rule, example):
            yield f"example {number}: {complaint}"
    for name, source in data["patterns"].items():
        if (worst := slow_input(source)) is not None:
            yield f"pattern `{name}` backtracks: its time grows faster than the text, in {worst[:30]!r} over and over"


def _of_example(rule: Rule, example: dict[str, str]) -> Iterator[str]:
    if "ok" in example:
        yield from _silent(rule, example["ok"], "ok")
        return
    bad = Document(example["bad"])
    if not rule.may_speak(bad) or not list(rule.find(bad)):
        yield f"finds nothing in {example['bad']!r}"
    elif "good" in example:
        mended = repaired(rule, example["bad"])
        if mended != example["good"]:
            yield f"mends {example['bad']!r} to {mended!r}, not {example['good']!r}"
        yield from _silent(rule, example["good"], "good")


def _silent(rule: Rule, text: str, kind: str) -> Iterator[str]:
    for finding in rule.find(Document(text)):
        yield f"speaks of {finding.span.of(text)!r} in its {kind} text {text!r}"


def repaired(rule: Rule, text: str) -> str:
    """`text` with the first fix of each finding of this rule made, until none is left."""
    for _ in range(TURNS):
        edits: list[Edit] = []
        for finding in rule.find(Document(text)):
            if finding.fixes and not any(e.span.overlaps(o.span) for e in finding.fixes[0].edits for o in edits):
                edits += finding.fixes[0].edits
        if not edits:
            break
        text = applied(text, tuple(edits))
    return text


def slow_input(source: str) -> str | None:
    """A text that leads the pattern astray for too long: what it likes, many times over, broken at the end. Else None."""
    pattern = regex.compile(source)
    tree = parsed(source)
    # What the pattern must have stands at the end, behind a break: `regex` does not begin where it is wanting.
    tail = "\x00" + _sample(tree)
    for pump in sorted(set(_pumps(tree))):
        for unit in {pump, pump.rstrip() + " "}:
            if _worse_than_linear(pattern, unit, tail):
                return _text(unit, LETTERS, tail)
    return None


def _worse_than_linear(pattern: regex.Pattern[str], unit: str, tail: str) -> bool:
    """Whether twice the text takes much more than twice the time, or takes too long to wait for."""
    few, some, many = (_text(unit, letters, tail) for letters in (LETTERS // 10, LETTERS, 2 * LETTERS))
    if _seconds(pattern, few) < NOTICED / 100:
        return False  # even of square time the whole would not be noticed
    long = _seconds(pattern, many)
    if long < NOTICED or long == inf:
        return long == inf
    # Measured twice before it is believed: the machine may have been busy.
    return all(_seconds(pattern, many) > 3 * _seconds(pattern, some) for _ in range(2))


def _text(unit: str, letters: int, tail: str) -> str:
    return unit * (letters // len(unit)) + tail


def _seconds(pattern: regex.Pattern[str], text: str) -> float:
    """Processor time over the text; infinite where it was given up."""
    start = process_time()
    try:
        for _ in pattern.finditer(text, timeout=PATIENCE):
            pass
    except TimeoutError:
        return inf
    return process_time() - start


def _pumps(items: Any) -> Iterator[str]:
    """A short text for each part of the pattern that may repeat, and one for the whole."""
    for part in (items, list(items)[:-1]):
        if sample := _sample(part):
            yield sample[:40]
    for op, value in items:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            yield (_sample(value[2]) or "a")[:20]
            yield from _pumps(value[2])
        elif op is sre.SUBPATTERN:
            yield from _pumps(value[3])
        elif op is sre.ATOMIC_GROUP:
            yield from _pumps(value)
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _pumps(value[1])


def _sample(items: Any) -> str:
    """A text that the parts would match, roughly: enough to lead the pattern astray."""
    return "".join(_letter(op, value) for op, value in items)


CATEGORY: dict[Any, str] = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_WORD: "-",
    sre.CATEGORY_NOT_SPACE: "a",
}


def _letter(op: Any, value: Any) -> str:
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.IN:
        return "a" if value[0][0] is sre.NEGATE else _letter(*value[0])
    if op is sre.RANGE:
        return chr(value[0])
    if op is sre.CATEGORY:
        return CATEGORY.get(value, "a")
    if op is sre.BRANCH:
        return _sample(value[1][0])
    if op is sre.SUBPATTERN:
        return _sample(value[3])
    if op is sre.ATOMIC_GROUP:
        return _sample(value)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least: int = value[0]
        return _sample(value[2]) * max(1, least)
    return "a" if op in (sre.ANY, sre.NOT_LITERAL) else ""
