"""Whether what stands before a place in a text is a headline or a subhead that ran into the sentence behind it."""

from __future__ import annotations

from ...patterns import compiled
from ...text.document import Document
from .halves import is_person, is_place

STOP = compiled(r"[.!?…][\"'”’)]*\s")
MARKS = compiled(r"[,.;:!?“”\"]")
WORDS = compiled(r"[\p{L}\p{M}\p{N}'’.-]+")
# Headlines of the kind that could be taken for the beginning of a sentence leave these out.
ARTICLES = frozenset("the a an this that these those he she his her their our said were".split())
FEWEST, LONGEST, SHORT = 4, 25, 8

# “The president of the Senate, …”: a headline in capitals would write its nouns large.
SENTENCE = compiled(r"(?:The|An?|In|On|At|But|According|After) \p{Ll}")


def headline_ends(doc: Document, at: int, *, fewest: int = FEWEST) -> bool:
    """A headline: the first words of the text, no stop in them, in Capitals Like These or without articles."""
    blocks = doc.facts.blocks
    if not blocks or doc.facts.block_at(at) != 0:
        return False
    head = doc.text[blocks[0].span.start : at]
    words = WORDS.findall(head)
    if not fewest <= len(words) <= LONGEST or STOP.search(head) or not _sentence_follows(doc, at):
        return False
    long = [word for word in words if len(word) > 3]
    titled = sum(word[0].isupper() for word in long) * 3 > len(long) * 2 > 8
    return (titled and head.count(",") < 3 and SENTENCE.match(head) is None) or not any(
        word.lower() in ARTICLES for word in words
    )


def subhead_ends(doc: Document, at: int, *, speaker: bool = False) -> bool:
    """A subhead: a few words that begin a later block, no name or comma in them. `speaker`: and nobody who could speak."""
    index = doc.facts.block_at(at)
    if not index:
        return False
    head = doc.text[doc.facts.blocks[index].span.start : at]
    words = WORDS.findall(head)
    if not 2 < len(words) <= SHORT or MARKS.search(head) or not _sentence_follows(doc, at):
        return False
    if speaker and any(word.lower() in doc.knowledge.roles or word.endswith("s") for word in words):
        return False
    return not any(word[0].isupper() and (is_person(word, doc) or is_place(word, doc)) for word in words[1:])


def _sentence_follows(doc: Document, at: int) -> bool:
    return len(doc.text[at : doc.facts.sentence_at(at).end].split()) > 3
