"""Whose words a text holds: one look at its vocabulary tells it of a whole book.

A needle is a literal, in lower case, with the whole words in it; a turn is asked only of texts that hold one of its needles,
and seeks only in the blocks where one stands. What needles a turn has is `rulebook.needs`' affair.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from .facts import Facts

# The whole words of a literal, in its order, and the literal.
Needle = tuple[tuple[str, ...], str]
# Two words that follow each other.
Pair = tuple[str, str]
# Four characters in a row.
Gram = tuple[str, str, str, str]
# A page, by its number, and which of its turns; a page without turns is one turn.
Turn = tuple[int, int]
# A literal; the rarest of its grams; whether it is sought in the flat text; for whom.
Entry = tuple[str, tuple[Gram, ...], bool, tuple[Turn, ...]]

# English letters from the commonest to the rarest; what is no letter is rarer still, but for the blank.
FREQUENT = " etaoinshrdlcumwfgypbvkjxqz"
FLAT = frozenset(" '")
# Words that nearly every text has.
FUNCTION_WORDS = frozenset(
    "a about after all also an and are as at be been but by can first for from had has have he her his if in into is it its"
    " last more new no not of on one or out over said she than that the their they this to two up was we were when which"
    " who will with would year years".split()
)


class Wanted(NamedTuple):
    """What the turns of one page want of a text: needles for each, None for one that must see every text.

    `flat`: the literals are phrases, with single blanks and straight apostrophes.
    """

    turns: tuple[tuple[Needle, ...] | None, ...]
    flat: bool = False


# An index as it is kept with the book: what is found by two words of it, by one, by four letters, by one, and the turns that
# see every text. Entries are packed: of some thousand keys a text holds some dozen.
Plain = tuple[dict[Pair, bytes], dict[str, bytes], dict[Gram, bytes], dict[str, bytes], tuple[Turn, ...]]


class Index:
    """The needles of many pages."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self._pairs, self._words, self._grams, self._letters, self._always = plain
        self._unpacked: dict[bytes, tuple[Entry, ...]] = {}

    def standing(self, facts: Facts) -> Standing:
        """For each page that may have something to say of a text: its turns that may, and which of their literals stand."""
        found: Standing = {}
        for page, turn in self._always:
            found.setdefault(page, {})[turn] = None
        grams, lower, flat = facts.grams, facts.lower, facts.flat
        packed = [self._pairs[pair] for pair in facts.pairs & self._pairs.keys()]
        packed += [self._words[word] for word in facts.vocabulary & self._words.keys()]
        packed += [self._grams[gram] for gram in grams & self._grams.keys()]
        packed += [self._letters[letter] for letter in facts.letters & self._letters.keys()]
        for entries in packed:
            for literal, its_grams, is_flat, turns in self._entries(entries):
                # What can be looked up is not sought.
                if grams.issuperset(its_grams) and literal in (flat if is_flat else lower):
                    for page, turn in turns:
                        literals = found.setdefault(page, {}).setdefault(turn, [])
                        if literals is not None:
                            literals.append(literal)
        return found

    def _entries(self, packed: bytes) -> tuple[Entry, ...]:
        entries = self._unpacked.get(packed)
        if entries is None:
            entries = self._unpacked[packed] = marshal.loads(packed)
        return entries


# By page and turn; None of a turn that sees every text.
Standing = dict[int, dict[int, list[str] | None]]


class Share(NamedTuple):
    """One page's part of an index."""

    book: Index
    page: int

    def standing(self, facts: Facts) -> Mapping[int, list[str] | None]:
        """The turns of the page that may have something to say of a text, and which of their literals stand there."""
        return facts.standing(self.book).get(self.page, {})


def index(pages: Sequence[Wanted]) -> Plain:
    """The index of pages, which are known by their place in the sequence."""
    wanting: dict[tuple[str, tuple[str, ...], bool], list[Turn]] = {}
    always: list[Turn] = []
    for number, wanted in enumerate(pages):
        for turn, needles in enumerate(wanted.turns):
            if needles is None:
                always.append((number, turn))
            for words, literal in needles or ():
                wanting.setdefault((literal, words, wanted.flat), []).append((number, turn))
    by_pair: dict[Pair, list[Entry]] = {}
    by_word: dict[str, list[Entry]] = {}
    by_gram: dict[Gram, list[Entry]] = {}
    by_letter: dict[str, list[Entry]] = {}
    for (literal, words, flat), turns in wanting.items():
        grams = _rarest(literal, flat=flat)
        entry = (literal, grams, flat, tuple(turns))
        # Function words alone tell less than four letters of what stands beside them.
        telling = words if not grams or not FUNCTION_WORDS.issuperset(words) else ()
        if len(telling) > 1:
            by_pair.setdefault(max(pairwise(telling), key=tells), []).append(entry)
        elif telling:
            by_word.setdefault(telling[0], []).append(entry)
        elif grams:
            by_gram.setdefault(grams[0], []).append(entry)
        else:
            by_letter.setdefault(max(literal, key=_rarity), []).append(entry)
    return (_packed(by_pair), _packed(by_word), _packed(by_gram), _packed(by_letter), tuple(always))


Key = TypeVar("Key")


def _packed(entries: Mapping[Key, Sequence[Entry]]) -> dict[Key, bytes]:
    return {key: marshal.dumps(tuple(some)) for key, some in entries.items()}


def tells(pair: Pair) -> tuple[int, int]:
    """How rare two words may be beside each other."""
    return sum(word not in FUNCTION_WORDS for word in pair), sum(map(len, pair))


MOST_GRAMS = 3


def _rarest(literal: str, *, flat: bool) -> tuple[Gram, ...]:
    """The grams of a literal that fewest texts have, as far as letters tell, the rarest first; none of one that is too short.

    A blank or an apostrophe of the flat text may be another in the text.
    """
    grams = {
        g for g in zip(literal, literal[1:], literal[2:], literal[3:], strict=False) if not flat or FLAT.isdisjoint(g)
    }
    return tuple(sorted(grams, key=lambda gram: (-sum(map(_rarity, gram)), gram))[:MOST_GRAMS])


def _rarity(char: str) -> int:
    return FREQUENT.find(char) % 99
