"""Who lays claim to a pronoun: everybody in its reach, by name, noun or another pronoun, with what speaks for each."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..model import Span
from ..patterns import compiled
from ..text.document import Document
from ..text.facts import Facts
from ..text.people import Mention, Pronoun, lone_odds, roles

SUBJECTS = ("he", "she")
BEFORE, BEHIND = 6, 3
"""Sentences before a pronoun and behind it from which somebody may lay claim to it."""
SAID = 6.0
"""Log odds of a pronoun's own word, and of a noun with a gender."""
NOUN = 3.5
ACROSS = "across quotes"
BEYOND = 14
"""Letters behind a possessive within which a noun is what it owns: “his late wife”."""
PARTED = compiled(r"[,;:—–(]|\b(?:that|which|who|whom|when|while|because|if|after|before|as|since|said|says|and|but)\b")
# What somebody's wife is says who they are, more than any name: “his wife”, “her husband”.
SPOUSE = compiled(
    r" (?:own |late |first |second |third |new |then |future |former |current |estranged |beloved |pregnant |young |ex-){0,2}"
    r"(?:(?P<m>wife|girlfriend|fiancée|ex-wife|ex-girlfriend|widow|bride|beard|mistress|wives)|(?P<f>husband|boyfriend|fiancé|ex-husband"
    r"|ex-boyfriend|widower|pregnancy|maiden name|womb))\b"
)


class Claim(NamedTuple):
    """`woman`: the log odds that it is one; `signs`: names of what speaks for and against the claim."""

    start: int
    woman: float
    signs: tuple[str, ...]
    mention: Mention | None


@functools.lru_cache(maxsize=1)
def claims_of(doc: Document) -> Claims:
    """The same for each rule that asks."""
    return Claims(doc)


class Claims:
    """What all pronouns of a text share."""

    def __init__(self, doc: Document) -> None:
        facts: Facts = doc.facts
        self.text, self.facts = doc.text, facts
        self.said = facts.pronouns
        self.said_in = [self.sentence(p.start) for p in self.said]
        self.mentions = [m for m in facts.people.mentions if m.kind != "plural"]
        self.genders = {m.gender for m in self.mentions}
        self.in_sentence = [self.sentence(m.start) for m in self.mentions]
        self.heads: dict[int, int] = {}
        for mention, sentence in zip(self.mentions, self.in_sentence, strict=True):
            self.heads.setdefault(sentence, mention.start)

    def sentence(self, offset: int) -> int:
        index = self.facts.sentence_index(offset)
        return -1 if index is None else index

    def of(self, number: int) -> Iterator[Claim]:
        """Everybody who may be meant by pronoun `number` of the text, itself left out."""
        one, here = self.said[number], self.said_in[number]
        quoted = self.facts.quoted(one.span)
        mentions = self._near(self.in_sentence, here)
        rank = self._ranks(one, mentions)
        form = "subject" if one.word in SUBJECTS else "object" if one.object else "owner"
        for index in mentions:
            mention = self.mentions[index]
            if mention.who is None and self._owned(one, mention):
                continue
            signs = tuple(self._signs(one, form, mention, self.in_sentence[index] - here, rank, quoted))
            yield Claim(mention.start, self._woman(mention), signs, mention)
        for index in self._near(self.said_in, here):
            other = self.said[index]
            if other is not one:
                signs = tuple(self._signs_of_pronoun(number, form, other, self.said_in[index] - here, quoted))
                yield Claim(other.start, SAID if other.gender == "f" else -SAID, signs, None)
        spouse = SPOUSE.match(self.text, one.end) if form == "owner" else None
        if spouse:
            yield Claim(spouse.start(), SAID if spouse.lastgroup == "f" else -SAID, ("spouse",), None)

    def contested(self, number: int, but: frozenset[int] = frozenset()) -> bool:
        """Whether a pronoun of the same gender stands in its sentence before it, or near behind: asked first, for most are."""
        one, here = self.said[number], self.said_in[number]
        for index in range(number - 1, -1, -1):
            if self.said_in[index] != here:
                break
            if self.said[index].gender == one.gender:
                return True
        for index in range(number + 1, len(self.said)):
            if self.said_in[index] > here + BEHIND:
                break
            if self.said[index].gender == one.gender and self.said[index].start not in but:
                return True
        return False

    def number(self, one: Pronoun) -> int:
        return bisect_left(self.said, one)

    def opens(self, one: Pronoun) -> bool:
        return one.start <= self.facts.sentence_at(one.start).start + 4

    def _owned(self, one: Pronoun, mention: Mention) -> bool:
        return one.start < mention.start < one.end + BEYOND

    def _near(self, sentences: list[int], here: int) -> range:
        return range(bisect_left(sentences, here - BEFORE), bisect_left(sentences, here + BEHIND + 1))

    def _ranks(self, one: Pronoun, near: range) -> dict[int | str, int]:
        """Who was mentioned last before a pronoun, who before that, and so on."""
        found: dict[int | str, int] = {}
        for mention in (self.mentions[index] for index in reversed(near)):
            if mention.start < one.start:
                found.setdefault(who(mention), len(found))
        return found

    def _woman(self, mention: Mention) -> float:
        if mention.who is None:
            return {"f": NOUN, "m": -NOUN}.get(mention.gender or "", 0.0)
        person = self.facts.people.people[mention.who]
        return person.woman or (0.0 if person.given else lone_odds(mention.word))

    def _signs(
        self, one: Pronoun, form: str, mention: Mention, distance: int, rank: dict[int | str, int], quoted: bool
    ) -> Iterator[str]:
        text, start = self.text, mention.start
        ahead = start >= one.start
        where = _where(distance, ahead)
        yield where
        yield f"{where} {form}"
        yield _kind(mention)
        if not ahead:
            yield f"rank {min(rank[who(mention)], 3)}"
            heads = self.heads[self.sentence(start)] == start
            if heads:
                yield f"heads {where} {form}"
                if distance == -1 and self.opens(one):
                    yield "opens"
            if distance == 0 and not PARTED.search(text, mention.end, one.start):
                yield f"clause {form}"
        if self.facts.quoted(Span(start, mention.end)) != quoted:
            yield ACROSS

    def _signs_of_pronoun(self, number: int, form: str, other: Pronoun, distance: int, quoted: bool) -> Iterator[str]:
        one = self.said[number]
        ahead = other.start > one.start
        where = _where(distance, ahead)
        kind = "subject" if other.word in SUBJECTS else "object" if other.object else "owner"
        yield f"said {where}"
        yield f"said {kind}"
        if other is self.said[number - 1] and number:
            yield "said last"
            yield f"said last {kind} {form}"
        if number + 1 < len(self.said) and other is self.said[number + 1]:
            yield "said next"
            yield f"said next {kind} {form}"
        if self.facts.quoted(other.span) != quoted:
            yield ACROSS
        low, high = (one.end, other.start) if ahead else (other.end, one.start)
        if distance == 0 and not PARTED.search(self.text, low, high):
            yield f"said clause {kind} {form}"


def who(mention: Mention) -> int | str:
    return mention.word if mention.who is None else mention.who


def _where(distance: int, ahead: bool) -> str:
    if ahead:
        return ("here ahead", "next", "later")[min(distance, 2)]
    return ("here", "last", "before", "far")[min(-distance, 3)]


def _kind(mention: Mention) -> str:
    if mention.who is not None:
        return mention.kind
    return "kin" if roles().get(mention.word, ("", "", ""))[1] == "kin" else "noun"
