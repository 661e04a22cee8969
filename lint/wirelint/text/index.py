"""Whose words a text holds: one look at its vocabulary tells it of a whole book.

A needle is a literal, in lower case, with the whole words in it; a turn is asked only of texts that hold one of its needles,
and seeks only in the blocks where one stands. What needles a turn has is `rulebook.needs`' affair.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .facts import Facts

# Words that all stand in the text, and a literal that does.
Needle = tuple[tuple[str, ...], str]
# Three characters in a row.
Gram = tuple[str, str, str]
# A page, by its number, and which of its turns; a page without turns is one turn.
Turn = tuple[int, int]
# A literal, the words it takes besides the one it was found by, whether it is sought in the flat text, and for whom.
Entry = tuple[str, tuple[str, ...], bool, tuple[Turn, ...]]

# English letters from the commonest to the rarest; what is no letter is rarer still, but for the blank.
FREQUENT = " etaoinshrdlcumwfgypbvkjxqz"


class Wanted(NamedTuple):
    """What the turns of one page want of a text: needles for each, None for one that must see every text.

    `flat`: the literals are phrases, with single blanks and straight apostrophes.
    """

    turns: tuple[tuple[Needle, ...] | None, ...]
    flat: bool = False


# An index as it is kept with the book: what is found by one word of it, by three letters of it, by no more than itself, and
# the turns that see every text. Entries are packed: of some thousand words a text holds some dozen.
Plain = tuple[dict[str, bytes], dict[Gram, bytes], bytes, tuple[Turn, ...]]


class Index:
    """The needles of many pages."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self._words, self._grams, self._short, self._always = plain
        self._unpacked: dict[bytes, tuple[Entry, ...]] = {}

    def standing(self, facts: Facts) -> Standing:
        """For each page that may have something to say of a text: its turns that may, and which of their literals stand."""
        found: Standing = {}
        for page, turn in self._always:
            found.setdefault(page, {})[turn] = None
        vocabulary = facts.vocabulary
        packed = [self._words[word] for word in vocabulary & self._words.keys()]
        if self._grams:
            packed += [self._grams[gram] for gram in facts.grams & self._grams.keys()]
        for entries in (*packed, self._short):
            for literal, words, flat, turns in self._entries(entries):
                if vocabulary.issuperset(words) and literal in (facts.flat if flat else facts.lower):
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
    common = Counter(word for _, words, _ in wanting for word in words)
    by_word: dict[str, list[Entry]] = {}
    by_gram: dict[Gram, list[Entry]] = {}
    short: list[Entry] = []
    for (literal, words, flat), turns in wanting.items():
        # The word that fewest others would be found by: what is common in texts is so here.
        anchor = min(words, key=lambda word: (common[word], -len(word)), default="")
        entry = (literal, tuple(word for word in words if word != anchor), flat, tuple(turns))
        gram = _rarest(literal)
        if anchor:
            by_word.setdefault(anchor, []).append(entry)
        elif gram:
            by_gram.setdefault(gram, []).append(entry)
        else:
            short.append(entry)
    return (
        {word: marshal.dumps(tuple(entries)) for word, entries in by_word.items()},
        {gram: marshal.dumps(tuple(entries)) for gram, entries in by_gram.items()},
        marshal.dumps(tuple(short)),
        tuple(always),
    )


def _rarest(literal: str) -> Gram | None:
    """Three letters in a row that few texts have, as far as letters tell; None of a literal that is shorter."""
    grams = list(zip(literal, literal[1:], literal[2:], strict=False))
    return max(grams, key=lambda gram: sum(FREQUENT.find(c) % 99 for c in gram), default=None)
