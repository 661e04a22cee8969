"""What stands beside a word, and whether it stands in prose at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...model import Hit, Span, replaced
from ...patterns import compiled
from ...text.document import Document

AFTER = compiled(r" ([\p{L}\p{M}\p{N}]+(?:['’-](?!s\b)[\p{L}\p{M}\p{N}]+)*)")
CHAT = compiled(r"\b(?:i|i'm|i’m|im|lol|omg|u|ur|dm|rn|imo|tbh|wtf)\b(?!\.)")
LONG = compiled(r"\b\p{L}{4,}")
REACH = 40
# A hyphen joins a name to these, and it stays a name: “pro-russian”, “Franco-german”, “istanbul-based”.
PREFIX = compiled(
    r"(?:^|[^\w-])(?:(?i:anti|pro|non|ex|pre|post|mid|neo|pan|sub|trans|un|inter|half|all|then|former|cross|near|north|south|"
    r"east|west|afro|anglo|austro|euro|franco|greco|hispano|indo|italo|judeo|luso|russo|sino|soviet|turco)|\p{Lu}\w+)-\Z"
)
SUFFIX = compiled(
    r"-(?:based|born|wide|led|backed|made|built|speaking|controlled|occupied|owned|held|area|run|bound|friendly|language|"
    r"trained|educated|registered|listed|flagged|sponsored|funded|supplied|ruled|dominated|administered|style|\p{Lu})"
)
# What an address, a handle, a tag or a file name joins a word to.
JOINTS = frozenset("@#_/\\=&~+*")


class Word(NamedTuple):
    text: str
    span: Span


def before(text: str, at: int) -> Word | None:
    """The word that one blank sets apart from `at`, with the stop of an abbreviation, without opening marks."""
    end = at - 1
    if end < 1 or text[end] != " ":
        return None
    start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end), text.rfind("—", 0, end)) + 1
    while start < end and not text[start].isalnum():
        start += 1
    if start == end or not (text[end - 1].isalnum() or text[end - 1] == "."):
        return None
    return Word(text[start:end], Span(start, end))


def after(text: str, at: int) -> Word | None:
    """The word that one blank sets apart from `at`, without a possessive ending."""
    m = AFTER.match(text, at)
    return Word(m[1], Span(*m.span(1))) if m else None


def in_prose(doc: Document, span: Span) -> bool:
    """Whether a word stands free, or joined to what leaves a name a name; no part of an address, a handle or chat."""
    text = doc.text
    left, right = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if left in JOINTS or right in JOINTS or text.startswith("://", span.end):
        return False
    if left == "." or (right == "." and text[span.end + 1 : span.end + 2].isalnum()):
        return False
    if (left and left in "'’") or _chat(doc, span):
        return False  # l'europe
    if left == "-" and not PREFIX.search(text, max(0, span.start - REACH), span.start):
        return False
    return right != "-" or SUFFIX.match(text, span.end) is not None


def _chat(doc: Document, span: Span) -> bool:
    """Whether it is quoted from somebody who writes without capitals: “lol i was in london”."""
    quote = doc.facts.quote_at(span.start)
    return quote is not None and CHAT.search(doc.text, *quote.span) is not None


def in_foreign_words(doc: Document, span: Span) -> bool:
    """Whether a word beside it is unknown and no name: a phrase of another language, which may be written so there."""
    known = doc.knowledge
    for word in (before(doc.text, span.start), after(doc.text, span.end)):
        if word is None or word.text not in doc.facts.unknown or word.text in known.acronyms:
            continue
        if word.text not in known.places and word.text not in known.demonyms and word.text not in known.names_given:
            return True
    return False


def headline_style(doc: Document, span: Span) -> bool:
    """Whether most longer words of the sentence have a capital, as those of headlines and titles do."""
    words = LONG.findall(doc.text, *doc.facts.sentence_at(span.start))
    small = sum(1 for word in words if word.islower())
    return small * 3 < len(words)


def hits(doc: Document, found: Mapping[Span, str]) -> Iterator[Hit]:
    """A hit for each span, with what to write in its place."""
    for span, good in sorted(found.items()):
        yield replaced(span, {"bad": span.of(doc.text)}, [good])
