r"""What a text must hold for a page to speak at all: words and literals derived from the page itself.

A hand-written trigger is unsound sooner or later; one read off a pattern's parse tree is not. `of_pattern` gives needles,
one of which is in every text that the pattern matches, or None where nothing can be told.

Uses the parser of the standard library, which knows neither `\p{…}` nor `\L<…>`: the former are first made into a class
that matches more, the latter are written out by the page.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from itertools import pairwise
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from ..patterns import compiled
from ..text.index import Needle, tells

MOST = 64  # alternatives; more are no faster than the pattern
FEW = 6  # of these none is left out for the sake of a longer one
SHORTEST = 3
# So many literals that begin with the same word, of so many letters, are sought as one.
ALIKE, RARE = 3, 5
# Stands for `\b` in the strings below: a word that reaches it is whole.
EDGE = "\x00"
WORD = compiled(r"\w+")
INSIDE = compiled(r"(?<=\W)\w+(?=\W)")
PROPERTY = compiled(r"\\[pP]\{[^}]*\}")
# `regex` lets one name stand in several branches; the standard library does not.
GROUP = compiled(r"(?<!\\)\(\?P<\w+>")
BACK = compiled(r"\(\?P=\w+\)")
# Needles that stand in nearly every text are no help.
COMMON = frozenset(
    " the | of | to | and | in | a | that |the |said|he | he | his |his |is | is |was| was | on |ing|for |ed ".split(
        "|"
    )
)


class Known(NamedTuple):
    """`exact`: every string the node can match, where they are few. `required`: one of these is in each match."""

    exact: frozenset[str] | None
    required: frozenset[str] | None


NOTHING = Known(None, None)
EMPTY = Known(frozenset({""}), None)


def of_pattern(pattern: str) -> tuple[Needle, ...] | None:
    """See above. Raises `re.error` where the pattern is not one that the standard library can parse."""
    known = _sequence(parsed(pattern))
    best = _better(known.required, known.exact)
    return None if best is None else of_literals(best)


def of_literals(literals: Iterable[str]) -> tuple[Needle, ...]:
    """Needles of texts that may be cut anywhere, so that only the words inside them, or up to an EDGE, are whole."""
    few = _fewer(literals)
    return tuple(sorted((tuple(INSIDE.findall(t)), t.replace(EDGE, "")) for t in few))


def _fewer(literals: Iterable[str]) -> set[str]:
    """Fewer literals, one of which stands wherever one of the given stands: each costs a search through the text.

    Those that hold another say nothing more. Where many begin alike, what they have in common does for all of them.
    """
    shortest = _minimal(literals)
    heads: dict[str, list[str]] = {}
    for literal in shortest:
        heads.setdefault(literal.partition(" ")[0], []).append(literal)
    return _minimal(part for head, alike in heads.items() for part in _in_common(head, alike))


def _minimal(literals: Iterable[str]) -> set[str]:
    kept: list[str] = []
    for literal in sorted(set(literals), key=lambda t: (len(t), t)):
        if not any(other in literal for other in kept):
            kept.append(literal)
    return set(kept)


def _in_common(head: str, alike: list[str]) -> list[str]:
    """The words with which all of these begin, if those are rare enough to tell something; else all of these."""
    if len(alike) < ALIKE or _length(head) < RARE or head.replace(EDGE, "") in COMMON:
        return alike
    first, last = min(alike), max(alike)
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return [first[: first.rindex(" ", 0, same) + 1] if " " in first[:same] else first[:same]]


def of_phrase(phrase: str) -> Needle:
    """The needle of a phrase of whole words, to be sought in the flat text: its two rarest words beside each other, if it has two.

    Phrases that have those in common, as all forms of one have, have one needle.
    """
    words = list(WORD.finditer(phrase))
    if len(words) < 2:
        return tuple(m[0] for m in words), phrase
    one, other = max(pairwise(words), key=lambda pair: (tells((pair[0][0], pair[1][0])), pair[0].start()))
    return (one[0], other[0]), phrase[one.start() : other.end()]


def of_phrases(phrases: Iterable[str]) -> tuple[Needle, ...]:
    """The needles of phrases."""
    return tuple(sorted(set(map(of_phrase, phrases))))


def parsed(pattern: str) -> Any:
    """The parse tree of a pattern that matches all that `pattern` does, and more."""
    names = GROUP.findall(pattern)
    if len(set(names)) < len(names):
        pattern = BACK.sub(lambda _: r"[\s\S]*", GROUP.sub("(?:", pattern))
    plain = PROPERTY.sub(lambda _: r"\w", pattern)
    with warnings.catch_warnings():  # “possible nested set” and the like: not ours to mend
        warnings.simplefilter("ignore")
        return _parser.parse(plain)


def _sequence(items: Iterable[tuple[Any, Any]]) -> Known:
    run: frozenset[str] = frozenset({""})
    few = run  # the run since its last wide choice: a needle or some, where the run itself is many
    best: frozenset[str] | None = None
    whole = True
    for op, value in items:
        known = _node(op, value)
        if known.exact is not None and len(few) * len(known.exact) <= FEW:
            few = frozenset(a + b for a in few for b in known.exact)
        else:
            best = _better(_better(_better(best, few), known.exact), known.required)
            few = frozenset({""})
        if known.exact is not None and len(run) * len(known.exact) <= MOST:
            run = frozenset(a + b for a in run for b in known.exact)
            continue
        best = _better(_better(best, run), _better(known.required, known.exact))
        run, whole = frozenset({""}), False
    return Known(run if whole else None, _better(_better(best, run), few))


def _node(op: Any, value: Any) -> Known:
    if op is sre.LITERAL:
        return _exactly(chr(value))
    if op is sre.IN:
        return _class(value)
    if op is sre.BRANCH:
        return _branch([_sequence(branch) for branch in value[1]])
    if op is sre.SUBPATTERN:
        return _sequence(value[3])
    if op is sre.GROUPREF_EXISTS:
        return _branch([_sequence(branch or ()) for branch in value[1:]])
    if op is sre.ATOMIC_GROUP:
        return _sequence(value)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _repeat(*value)
    if op is sre.AT and value is sre.AT_BOUNDARY:
        return Known(frozenset({EDGE}), None)
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return EMPTY
    return NOTHING


def _exactly(char: str) -> Known:
    low = char.lower()
    return Known(frozenset({low}), None) if len(low) == 1 else NOTHING


def _class(items: list[tuple[Any, Any]]) -> Known:
    if not all(op is sre.LITERAL for op, _ in items):
        return NOTHING
    chars = {chr(value).lower() for _, value in items}
    return Known(frozenset(chars), None) if len(chars) <= 4 and all(len(c) == 1 for c in chars) else NOTHING


def _branch(branches: list[Known]) -> Known:
    exact = None
    if all(b.exact is not None for b in branches):
        union = frozenset().union(*(b.exact for b in branches if b.exact is not None))
        exact = union if len(union) <= MOST * 4 else None
    required: set[str] = set()
    for branch in branches:
        best = _better(branch.required, branch.exact)
        if best is None:
            return Known(exact, None)
        required |= best
    return Known(exact, frozenset(required) if len(required) <= MOST * 8 else None)


def _repeat(least: int, most: Any, item: Any) -> Known:
    inner = _sequence(item)
    if least == 0:
        few = most == 1 and inner.exact is not None and len(inner.exact) < MOST
        return Known(frozenset({"", *inner.exact}), None) if few and inner.exact is not None else NOTHING
    if least == most == 1:
        return inner
    return Known(None, _better(inner.required, inner.exact))


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    usable = [s for s in (one, other) if s and min(map(_length, s)) >= SHORTEST]
    return max(usable, key=_worth) if usable else None


def _worth(needles: frozenset[str]) -> tuple[float, list[str]]:
    common = sum(n.replace(EDGE, "") in COMMON for n in needles)
    # A whole word is looked up, and not sought in the text.
    whole = 3 * (not common and all(INSIDE.search(n) for n in needles))
    return min(map(_length, needles)) + whole - 0.15 * len(needles) - 4 * common, sorted(needles)


def _length(needle: str) -> int:
    return len(needle) - needle.count(EDGE)
