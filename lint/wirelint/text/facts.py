"""Facts about one text, worked out once, when first asked for.

A new fact is one `cached_property` that calls one pure function; one that needs another asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from ..knowledge import Knowledge
from ..model import Span
from ..patterns import compiled
from .blocks import Block, plain_blocks, prominent
from .house import House
from .humps import Hump, humps
from .index import Gram, Index, Pair, Standing
from .marks import Mark, marks
from .quotes import Quote, Quoted, quotes
from .sentences import sentences
from .spellings import WORD, doubtful, occurrences, unknown
from .zones import MOST_KEYS, SIGNS, Keys, Place, keys, places

if TYPE_CHECKING:
    from .people import Owners, People, Pronoun, Said

# A word with what may stand inside it: don't, Anne-Claire, l'Équipe.
TOKEN = compiled(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*")

HE_AND_SHE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


class Facts:
    """Spans are of `text`, in code points; tuples in reading order."""

    def __init__(self, text: str, knowledge: Knowledge, blocks: tuple[Block, ...] | None, house: House) -> None:
        self.text = text
        self.knowledge = knowledge
        self.house = house
        self._blocks = blocks

    @cached_property
    def lower(self) -> str:
        """The text in lower case, letter for letter: “İ” alone becomes two, and every offset behind it would slip."""
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(low if len(low := c.lower()) == 1 else c for c in self.text)

    @cached_property
    def flat(self) -> str:
        """The text in lower case with single blanks and straight apostrophes. Its offsets are its own."""
        return " ".join(self.lower.replace("’", "'").split())

    @cached_property
    def grams(self) -> frozenset[Gram]:
        """Every four characters in a row of the text in lower case: a look-up in place of a search through the text."""
        text = self.lower
        return frozenset(zip(text, text[1:], text[2:], text[3:], strict=False))

    def standing(self, index: Index) -> Standing:
        """What of an index stands in the text; all pages of a book ask the same one."""
        found = self._standing.get(id(index))
        if found is None:
            found = self._standing[id(index)] = (index, index.standing(self))
        return found[1]

    @cached_property
    def _standing(self) -> dict[int, tuple[Index, Standing]]:
        return {}

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every character of the text in lower case."""
        return frozenset(self.lower)

    @cached_property
    def runs(self) -> list[str]:
        """Runs of letters, digits and underscores as they are written, in reading order."""
        found: list[str] = WORD.findall(self.text)
        return found

    @cached_property
    def tokens(self) -> list[str]:
        """The same in lower case."""
        return list(map(str.lower, self.runs))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every run of letters, digits and underscores, in lower case."""
        return frozenset(self.tokens)

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """Every two of `tokens` that follow each other."""
        return frozenset(pairwise(self.tokens))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Every run of letters, digits and underscores as it is written: “who” and “WHO” are two."""
        return frozenset(self.runs)

    @cached_property
    def unknown(self) -> frozenset[str]:
        """Spellings in lower case that no English dictionary has: names that lost their capital, foreign words, slips."""
        return unknown(self.spellings, self.knowledge)

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """Longer spellings that may be two words written as one."""
        return doubtful(self.spellings, self.unknown)

    def occurrences(self, spelling: str) -> Iterator[Span]:
        """Where a spelling stands as a word of its own."""
        return occurrences(self.text, spelling)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return plain_blocks(self.text) if self._blocks is None else self._blocks

    @cached_property
    def prominent(self) -> Span:
        """Where every reader looks: headline, standfirst and first paragraph. Empty where no more text follows."""
        return prominent(self.text, self.blocks)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> int | None:
        """Which block holds an offset (its end counts), by index; None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 and offset <= self.blocks[index].span.end else None

    def block_around(self, offset: int) -> Span:
        """The block an offset is in; all of the text between blocks."""
        index = self.block_at(offset)
        return self.blocks[index].span if index is not None else Span(0, len(self.text))

    def blocks_with(self, literals: Iterable[str] | None) -> list[Span]:
        """The blocks in which one of these literals, in lower case, begins; all blocks for None. With the blanks behind each."""
        edges = self._block_edges
        if literals is None:
            return [Span(*edge) for edge in pairwise(edges)]
        found = set()
        for literal in literals:
            at = self.lower.find(literal)
            while at >= 0:
                behind = bisect_right(edges, at, hi=len(edges) - 1)
                found.add(behind)
                at = self.lower.find(literal, edges[behind])
        return [Span(edges[behind - 1], edges[behind]) for behind in sorted(found)]

    @cached_property
    def _block_edges(self) -> list[int]:
        """Where each block begins, the first at the text's begin, and the text's end."""
        return [0, *self._block_starts[1:], len(self.text)]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return sentences(self.text, self.blocks, self.knowledge)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence an offset is in or behind; all of the text where there is none."""
        index = self.sentence_index(offset)
        return Span(0, len(self.text)) if index is None else self.sentences[index]

    def sentence_index(self, offset: int) -> int | None:
        """The index of the sentence an offset is in or behind; None before the first."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 else None

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Words with their inner apostrophes and hyphens."""
        return tuple(Span(*m.span()) for m in TOKEN.finditer(self.text))

    @cached_property
    def _word_starts(self) -> list[int]:
        return [span.start for span in self.words]

    def words_in(self, span: Span) -> tuple[Span, ...]:
        """The words that begin in `span`."""
        low = bisect_right(self._word_starts, span.start - 1)
        return self.words[low : bisect_right(self._word_starts, span.end - 1)]

    @cached_property
    def humps(self) -> tuple[Hump, ...]:
        """Words with a capital in their middle."""
        return humps(self.text)

    @cached_property
    def curly(self) -> bool:
        """Whether the text writes “curly” marks; straight ones where it writes both equally or none."""
        return sum(map(self.text.count, "“”‘’")) > sum(map(self.text.count, "\"'"))

    @cached_property
    def people(self) -> People:
        """Persons, their mentions, and the bodies that act like them."""
        # Most texts never ask, and the patterns behind it take longer to compile than a short text to check.
        from .people import find_people

        return find_people(self.text, self.lower, self.vocabulary, self.knowledge, self.house.people)

    @cached_property
    def pronouns(self) -> tuple[Pronoun, ...]:
        """He and she in all their forms, quoted or not."""
        if self.vocabulary.isdisjoint(HE_AND_SHE):
            return ()
        from .people import pronouns

        return pronouns(self.lower)

    @cached_property
    def unquoted_pronouns(self) -> tuple[Pronoun, ...]:
        return tuple(p for p in self.pronouns if not self.quoted(p.span))

    @cached_property
    def said(self) -> Said:
        """He and she in all their forms, quoted or not, to be counted."""
        from .people import said

        return said(self.pronouns)

    @cached_property
    def said_unquoted(self) -> Said:
        from .people import said

        return said(self.unquoted_pronouns)

    @cached_property
    def said_of(self) -> dict[int, list[Pronoun]]:
        """The pronouns that stand for each person: an index of `people.people`, and theirs."""
        found: dict[int, list[Pronoun]] = {}
        for pronoun, owner in zip(self.pronouns, self.owners, strict=True):
            if owner is not None:
                found.setdefault(owner, []).append(pronoun)
        return found

    @cached_property
    def owners(self) -> Owners:
        """Whom each of `pronouns` stands for, where one person alone is in reach."""
        from .people import owners

        return owners(self.people, self.pronouns, self._sentence_starts)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Double quotation marks with the parts they play, also where they are damaged."""
        return marks(self.text, self.blocks)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return quotes(self.text, self.blocks)

    @cached_property
    def _quoted(self) -> Quoted:
        return Quoted(self.quotes)

    def quoted(self, span: Span) -> bool:
        """Whether any part of `span` stands in a quotation."""
        return self._quoted.touches(span)

    def quote_at(self, offset: int) -> Quote | None:
        return self._quoted.at(offset)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where residue of a page may lie: short lines, the beginnings of blocks, short sentences."""
        return places(self.text, self.blocks, self.sentences)

    @cached_property
    def places_by_word(self) -> dict[str, list[tuple[int, Place]]]:
        """Places, numbered, by their first word, and by some marks before it: a rule asks for those whose beginning it knows."""
        found: dict[str, list[tuple[int, Place]]] = {}
        for number, place in enumerate(self.places):
            found.setdefault(place.first, []).append((number, place))
            sign = SIGNS.get(self.text[place.span.start])
            if sign is not None:
                found.setdefault(sign, []).append((number, place))
        return found

    def keys(self, span: Span, most: int = MOST_KEYS) -> Keys:
        """The words of a place as phrases are looked up by; many rules ask for those of one place."""
        found = self._keys.get((span, most))
        if found is None:
            found = self._keys[span, most] = keys(self.text, span, most)
        return found

    @cached_property
    def _keys(self) -> dict[tuple[Span, int], Keys]:
        return {}
