"""Appositions: “the minister, Sergei Lavrov, said” has two commas, and a seam swallows the second."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Edit, Hit, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from .halves import is_name

NAME = compiled(
    r"(?r)(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|do|dos|del|della|di|la|el|al|bin|ibn|van|von|der|den|ten|zu|y|e) ){0,5}"
)
CLAUSE = compiled(r"[,;:—–(“”\"]\s*|\b(?:that|and|but|while|when|as|because|where|which|who)\s")
HEAD = compiled(
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Oo]ne of|another|\p{Lu}[\p{L}’'-]*)\s+\S"
)
WORD = compiled(r"[\p{L}-]+")
LEADS = compiled(
    r"(?:In|On|At|After|Before|During|For|From|With|According|Since|By|As|Under|Despite|Without|Until|To|Of|Like|Unlike|When|While|If)\b"
)


def opened(doc: Document, at: int) -> bool:
    """Whether the name that ends at an offset stands in an apposition whose first comma is open: “the mayor, Ana Ruiz”."""
    sentence = doc.facts.sentence_at(at - 1)
    start = doc.text.rfind(" ", sentence.start, at) + 1
    found = NAME.match(doc.text, sentence.start, start)
    name = found.start() if found else start
    if doc.text[name - 2 : name] != ", " or name - 2 <= sentence.start:
        return False
    clause = sentence.start
    for m in CLAUSE.finditer(doc.text, sentence.start, name - 2):
        clause = m.end()
    title = doc.text[clause : name - 2]
    if LEADS.match(title) or not HEAD.match(title):
        return False
    return any(_role(word, doc) for word in WORD.findall(title))


def _role(word: str, doc: Document) -> bool:
    return word.lower() in doc.knowledge.roles


def lost_comma(doc: Document, page: Page) -> Iterator[Hit]:
    """“of Krasnodar the center where they train”: a place, and what it is."""
    for m in page.sought(doc.facts):
        if is_name(m["name"], doc) or m["name"] in doc.house.places:
            span = Span(*m.span("bad"))
            good = f"{m['name']}, {m['rest']}"
            at = Span(m.end("name"), m.end("name"))
            yield Hit(span, {"bad": m["bad"], "good": good}, ((Edit(at, ","),),))
