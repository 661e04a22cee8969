"""Which words may be the verb behind a pronoun."""

from __future__ import annotations

from ...page import Page
from ...patterns import compiled
from ...text.document import Document

NEXT = compiled(r"\s+([\p{L}]+(?:['’]\p{L}+)?)")
FINITE = frozenset(("past", "present"))


def words_after(text: str, at: int, most: int = 3) -> list[tuple[str, int]]:
    """The words that follow an offset with blanks alone between, and where each ends."""
    found: list[tuple[str, int]] = []
    while len(found) < most and (m := NEXT.match(text, at)):
        found.append((m[1], m.end()))
        at = m.end()
    return found


def verb_after(doc: Document, page: Page, at: int, *, plural: bool) -> tuple[str, int] | None:
    """The finite verb that follows, adverbs passed over, and where it ends."""
    for word, end in words_after(doc.text, at):
        if is_finite(word, doc, page, plural=plural):
            return word, end
        if word not in page.lists["adverbs"] and not (word.endswith("ly") and len(word) > 4):
            return None
    return None


def is_finite(word: str, doc: Document, page: Page, *, plural: bool) -> bool:
    """Whether a word may be the verb of a third person; of a plural, a bare form may."""
    if word in page.lists["plural_auxiliaries" if plural else "auxiliaries"]:
        return True
    if not word.islower() or word in page.lists["no_verbs"]:
        return False
    row = doc.knowledge.verbs_say.get(word)
    if row is not None and (row[0] in FINITE or (plural and row[0] == "base")):
        return True
    if word in _pasts(page) or (word.endswith("ed") and word in doc.knowledge.words):
        return True
    if plural:
        return f"{word}s" in doc.knowledge.words and f"{word}ing" in doc.knowledge.words
    return third_person(word, doc)


def third_person(word: str, doc: Document) -> bool:
    """“takes”, by its bare form and its participle."""
    if not word.endswith("s") or word.endswith("ss"):
        return False
    words = doc.knowledge.words
    for bare in (word[:-1], word[:-2], f"{word[:-3]}y"):
        if bare in words and (
            f"{bare}ing" in words or f"{bare.removesuffix('e')}ing" in words or f"{bare}{bare[-1:]}ing" in words
        ):
            return True
    return False


def _pasts(page: Page) -> frozenset[str]:
    return frozenset(page.tables["past"].values())
