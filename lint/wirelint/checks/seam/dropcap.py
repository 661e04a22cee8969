"""The drop cap of a page: a letter of the source language left before the first word, or cut from it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span, replaced
from ...page import Page
from ...text.document import Document
from .halves import is_name, is_whole, is_word

THE = frozenset("LEAI")  # Uhe is a surname


def drop_cap(doc: Document, page: Page) -> Iterator[Hit]:
    """“Ethe captain”, “AIn Austria”, “Lvisit of the President”, “I n Austria”, at the beginning of a block."""
    if not doc.facts.blocks:
        return
    for block in doc.facts.blocks:
        m = page.pattern("start").match(doc.text, block.span.start, block.span.end)
        if m is None:
            continue
        good = (
            _split(m["letter"], m["rest"], doc, page)
            if m["gap"]
            else _stray(m["letter"], m["rest"], doc, page, m.end())
        )
        if good is not None:
            span = Span(m.start("letter"), m.end("rest"))
            yield replaced(span, {"bad": span.of(doc.text)}, [good])


def _split(letter: str, rest: str, doc: Document, page: Page) -> str | None:
    """“I n Austria”, “T HE”: the two together are a word that opens texts, and the rest alone is none."""
    whole = letter + rest.lower()
    if whole.lower() in page.lists["openers"]:
        return whole
    if rest.isupper() or letter in "AIO" or is_word(rest, doc):
        return None
    return whole if is_word(whole, doc) else None


def _stray(letter: str, rest: str, doc: Document, page: Page, end: int) -> str | None:
    whole = letter + rest
    if rest[0].isupper() and rest.lower() in page.lists["openers"] and len(rest) > 1:
        return rest if whole not in doc.knowledge.brands else None
    if rest == "the":
        return "The"
    article = f"t{rest}" in page.lists["openers"]
    changed = f"t{rest}" if article else _changed(rest, page)
    letters = THE if rest == "he" else page.lists["articles"]
    if changed and letter in letters and not is_whole(whole, doc) and changed[0] != letter.lower():
        return changed.capitalize()
    if (
        rest == "he"
        or is_whole(whole, doc)
        or whole.removesuffix("s") in doc.knowledge.acronyms
        or whole.lower() in doc.knowledge.acronyms
    ):
        return None
    if doc.text.count(whole) > 1 or doc.text[end : end + 1] in ("-", "'", "’", ".", "@"):
        return None
    if rest[0].isupper():
        return rest if letter in page.lists["articles"] and is_word(rest, doc, 35) else None
    if rest in page.lists["openers"] or (letter.lower() == rest[0] and len(rest) > 3 and is_word(rest, doc, 35)):
        return rest[0].upper() + rest[1:]
    # An article of the source, cut to its capital, before a noun: “Lvisit of the President”.
    if letter in page.lists["articles"] and len(rest) > 3 and is_word(rest, doc, 50) and not is_name(whole, doc):
        return f"The {rest}"
    return None


def _changed(rest: str, page: Page) -> str | None:
    """The opener that a word was before the source's letter took the place of its first one: “Ufter” → “after”."""
    if len(rest) < 2 or rest in page.lists["openers"]:
        return None
    return next((word for word in sorted(page.lists["openers"]) if word[1:] == rest), None)
