"""Words of an old page with one byte a letter, read with another such page: “Dvoøák”, “GarcÌa”, “donÕt”."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..model import Edit, Hit, Safety, Span, replaced
from ..page import Page
from ..text.document import Document
from .mojibake import LETTERS

# How a page was read, and how it was meant; the likeliest first.
PAIRS = (
    ("cp1252", "cp1250"),
    ("latin_1", "iso8859_2"),
    ("cp1252", "cp1254"),
    ("cp1250", "cp1252"),
    ("mac_roman", "cp1252"),
    ("cp1252", "mac_roman"),
    ("cp1251", "cp1252"),
    ("cp850", "cp1252"),
    ("cp437", "cp1252"),
    ("cp1252", "cp850"),
)
AMONG = frozenset("‡ˆ‰†•ƒ§¤¢³¾¯®±²¶·¸¹º¼½¿¡Ÿ—–’…▓")
ICELANDIC = frozenset("þÞðÐ")
LEAST, LEAST_PLAIN = 4, 5  # letters of a name; of one that is known without its accents alone


def read(doc: Document, page: Page) -> Iterator[Hit]:
    """A word that nobody knows and that, read with another page, is a name we know; and apostrophes and quotation marks."""
    words = {word for word in doc.facts.spellings if not word.isascii() and len(word) >= LEAST}
    for word in sorted(words):
        good = _meant(doc, word)
        for span in doc.facts.occurrences(word) if good else ():
            yield replaced(span, {"bad": word}, [good or ""], Safety.UNSAFE)
    marked = sorted({_whole(doc.text, m.start()) for m in page.pattern("inside").finditer(doc.text)})
    for span in marked:
        good = _meant(doc, span.of(doc.text))
        if good:
            yield replaced(span, {"bad": span.of(doc.text)}, [good], Safety.UNSAFE)
    for m in page.pattern("apostrophe").finditer(doc.text):
        sign = "’" if doc.facts.curly else "'"
        whole = _whole(doc.text, m.start())
        good = doc.text[whole.start : m.start()] + sign + m["end"]
        yield Hit(whole, {"bad": whole.of(doc.text), "good": good}, ((Edit(Span(*m.span("mark")), sign),),))
    for m in page.pattern("quoted").finditer(doc.text):
        signs = "“”" if doc.facts.curly else '""'
        edits = (Edit(Span(*m.span("one")), signs[0]), Edit(Span(*m.span("two")), signs[1]))
        yield Hit(Span(*m.span()), {"bad": m[0], "good": f"{signs[0]}{m['inner']}{signs[1]}"}, (edits,))


def _whole(text: str, at: int) -> Span:
    """The letters and the marks among them around a place."""
    start = end = at
    while start and (text[start - 1].isalpha() or text[start - 1] in AMONG):
        start -= 1
    while end < len(text) and (text[end].isalpha() or text[end] in AMONG):
        end += 1
    return Span(start, end)


def _meant(doc: Document, word: str) -> str | None:
    """The name a word is when read again: one we know with its accents, or without them where the word is then none."""
    if _exact(doc, word) or word in doc.house.keep:
        return None
    goods = [good for pair in PAIRS if (good := _read_again(word, *pair)) is not None]
    exact = next((good for good in goods if _exact(doc, good)), None)
    if exact or _plain(doc, word):
        return exact
    return next((good for good in goods if _plain(doc, good)), None)


def _read_again(word: str, shown: str, meant: str) -> str | None:
    try:
        good = word.encode(shown).decode(meant)
    except UnicodeError:
        return None
    if meant == "cp850" and not ICELANDIC.isdisjoint(good):
        return None  # which nobody wrote with that page: “Saraç” is no “Saraþ”
    shaped = good.istitle() or good.islower()
    return good if good != word and shaped and all(c.isascii() or c in LETTERS for c in good) else None


def _exact(doc: Document, word: str) -> bool:
    lower, know = word.lower(), doc.knowledge
    return any(lower in table for table in (know.places, know.surnames, know.names_given, know.words))


def _plain(doc: Document, word: str) -> bool:
    """Whether the word is, without its accents, a name we know."""
    lower, know = word.lower(), doc.knowledge
    bare = "".join(c for c in unicodedata.normalize("NFD", lower.translate(STROKES)) if not unicodedata.combining(c))
    names = (know.places, know.surnames, know.names_given)
    return bare != lower and len(bare) >= LEAST_PLAIN and bare.isascii() and any(bare in table for table in names)


# What no accent can be taken from.
STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
