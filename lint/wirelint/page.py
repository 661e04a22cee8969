"""What a page of the book says, as a rule asks for it. How pages are read is `rulebook`'s affair."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from functools import cached_property
from typing import Any

import regex

from .model import Safety, Severity
from .patterns import compiled
from .text.facts import Facts
from .text.index import Index, Share, Wanted, index

# A page as plain data, fit for a cache; `rulebook.read.read_page` makes it.
Data = Mapping[str, Any]
# Code points of the next block that a pattern sees: its opening mark and first letter.
BEYOND = 2


class Page:
    """What a page says, ready to be asked. Patterns are compiled when first used: most pages have nothing to say of most texts."""

    def __init__(self, data: Data, share: Share | None = None) -> None:
        """`share` is the page's part of its book's index; without one it makes its own."""
        self.data = data
        self.share = share or alone(data)
        self.id: str = data["id"]
        self.summary: str = data["summary"]
        self.message: str = data["message"]
        self.category: str = data["category"]
        self.severity = Severity(data["severity"])
        self.safety = Safety(data["safety"])
        self.check: str = data["check"]
        self.phrases: Mapping[str, tuple[str, ...]] = data["phrases"]
        # Of phrases whose form does not tell which form of the verb it is: what to write, by the form's name.
        self.forms: Mapping[str, Mapping[str, tuple[str, ...]]] = data["forms"]
        self.turns: tuple[tuple[str, ...], ...] = data["turns"]
        self.replace: tuple[str, ...] = data["replace"]
        self.quotes: str = data["quotes"]
        self._compiled: dict[str, regex.Pattern[str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._lengths: dict[str, Mapping[str, tuple[int, ...]]] = {}
        self._of_lists: dict[str, dict[str, set[int]]] = {}

    @cached_property
    def lists(self) -> Mapping[str, frozenset[str]]:
        """Words of the page and those that all pages share, by name."""
        return {name: frozenset(words) for name, words in self.data["lists"].items()}

    def words(self, *names: str) -> frozenset[str]:
        """The lists `name` and every `name_…`, of one name or several: one subject in parts, mostly by language."""
        key = " ".join(names)
        found = self._words.get(key)
        if found is None:
            lists = self.data["lists"]
            found = self._words[key] = frozenset(word for part in self._parts(names) for word in lists[part])
        return found

    def lengths(self, *names: str) -> Mapping[str, tuple[int, ...]]:
        """How many words the phrases in these lists have that begin with a word, by that word, the most first."""
        key = " ".join(names)
        found = self._lengths.get(key)
        if found is None:
            counts: dict[str, set[int]] = {}
            for part in self._parts(names):
                for first, some in self._counts(part).items():
                    counts.setdefault(first, set()).update(some)
            found = self._lengths[key] = {first: tuple(sorted(n, reverse=True)) for first, n in counts.items()}
        return found

    def _parts(self, names: tuple[str, ...]) -> list[str]:
        """The names of the lists that are meant, each once."""
        stems = tuple(f"{name}_" for name in names)
        return [part for part in self.data["lists"] if part in names or part.startswith(stems)]

    def _counts(self, part: str) -> Mapping[str, set[int]]:
        """The lengths of one list: it is asked for in several combinations, and its phrases are many."""
        found = self._of_lists.get(part)
        if found is None:
            found = self._of_lists[part] = {}
            for phrase in self.data["lists"][part]:
                found.setdefault(phrase.partition(" ")[0], set()).add(phrase.count(" ") + 1)
        return found

    def firsts(self, *names: str) -> KeysView[str]:
        """The first words of all phrases in the lists that `words` gives for these names."""
        return self.lengths(*names).keys()

    @property
    def tables(self) -> Mapping[str, Mapping[str, str]]:
        """Words of the page that stand for other words."""
        tables: Mapping[str, Mapping[str, str]] = self.data["tables"]
        return tables

    def has(self, name: str) -> bool:
        """Whether the page has a pattern of that name."""
        return name in self.data["patterns"]

    def pattern(self, name: str = "find") -> regex.Pattern[str]:
        """“find”, “unless”, “given”, or one of the page's own `[patterns]`."""
        found = self._compiled.get(name)
        if found is None:
            found = self._compiled[name] = compiled(self.data["patterns"][name])
        return found

    def sought(self, facts: Facts, name: str = "find", turn: int = 0) -> Iterator[regex.Match[str]]:
        """Matches of a pattern in each block where one of its needles stands; in every block, if it has none.

        A pattern sees how the next block begins, but a match is of one block.
        """
        pattern = self.pattern(name)
        for start, end in facts.blocks_with(self.share.standing(facts).get(turn, ())):
            for m in pattern.finditer(facts.text, start, end + BEYOND):
                if m.start() < end:
                    yield m


def wanted(data: Data) -> Wanted:
    """What a page wants of a text, for an index."""
    return Wanted(data["needs"], flat=bool(data["phrases"]))


def alone(data: Data) -> Share:
    """An index of this page only."""
    return Share(Index(index([wanted(data)])), 0)
