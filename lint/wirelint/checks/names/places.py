"""Places under the name that another language has for them: “Moscú”, “Estados Unidos”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Safety, Span, replaced
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from ...text.spellings import by_first_word

LEFT, RIGHT = 40, 30
NEXT = compiled(r" (\w+)")
THE = compiled(r"\b[Tt]he \Z")
WORD_BEFORE = compiled(r"(?<![\p{L}’'-])(\p{Ll}[\p{L}’'-]*),? $")
SHORTEST = 5  # shorter names are too often others: Yuba, Piter, Aden


def foreign_place(doc: Document, page: Page) -> Iterator[Hit]:
    """Where a place can stand and no name of a house, a ship or a band can."""
    for name, english in _names(doc, page):
        for span in doc.facts.occurrences(name):
            known = _stands_as_place(doc, page, span, english)
            if known or _stands_as_country(doc, page, span, english):
                good = _with_article(doc, page, span, english)
                yield replaced(span, {"bad": name}, [good], None if known else Safety.UNSAFE)


def _names(doc: Document, page: Page) -> Iterator[tuple[str, str]]:
    """The foreign names that the text may hold, each with the English one."""
    spellings, exonyms = doc.facts.spellings, doc.knowledge.exonyms
    with_evidence, within_only = page.tables["with_evidence"], page.lists["within_only"]
    for word in spellings:
        if not word[0].isupper():
            continue
        evidence = with_evidence.get(word)
        if evidence is not None:
            lands, _, english = evidence.partition("=")
            good = english or (exonyms.get(word) or ("",))[0]
            if good and word not in doc.house.keep and any(land in doc.text for land in lands.split("|")):
                yield word, good
            continue
        row = exonyms.get(word)
        if row is None:
            continue
        if word in within_only and word not in doc.house.keep:
            yield word, row[0]
            continue
        if word not in doc.house.keep and _certain(page, word, row[1], (*row, "", "")[2]):
            yield word, row[0]
    firsts = by_first_word(frozenset(page.tables["of_words"]))
    for first in firsts.keys() & spellings:
        yield from ((name, page.tables["of_words"][name]) for name in firsts[first])


def _certain(page: Page, word: str, languages: str, flag: str) -> bool:
    """Whether no English desk writes the name: not where it is a matter of politics or of age (Kiev, Peking)."""
    if word in page.lists["sure"]:
        return True
    if flag == "english" or "ru-latn" in languages or word in page.lists["in_use"] or (flag and word.isascii()):
        return False
    return len(word) >= SHORTEST


def _stands_as_place(doc: Document, page: Page, span: Span, english: str) -> bool:
    text = doc.text
    left, right = text[max(0, span.start - LEFT) : span.start], text[span.end : span.end + RIGHT]
    if not page.pattern("after").match(right) or _foreign(doc, right):
        return False
    if span.of(text) in page.lists["within_only"]:
        return page.pattern("within").search(left) is not None and page.pattern("within_after").match(right) is not None
    if THE.search(left) and english in page.lists["with_article"]:
        return True  # “The Danubio burst its banks”
    if page.pattern("before").search(left):
        return not _borne(doc, span) or page.pattern("locative").search(left) is not None
    joined = page.pattern("joined").search(left)
    if joined:
        return any(_is_place(doc, page, name) for name in (joined["other"], joined["other"].rpartition(" ")[2]))
    if page.pattern("apposed").search(left) and right[:1] == ",":
        return not _borne(doc, span)  # “The capital, Kijów, was shelled”
    starts = doc.facts.sentence_at(span.start).start == span.start
    clause = starts or left.endswith(", ")  # “…, Addis-Abeba confirmed”
    return clause and not _borne(doc, span) and page.pattern("acts").match(right) is not None


def _stands_as_country(doc: Document, page: Page, span: Span, english: str) -> bool:
    """A country's name within a sentence, beside no other capital and behind nothing that is called so: “to exempt Spagna”."""
    name = span.of(doc.text)
    country, capital = english.lower() in doc.knowledge.countries, english in page.lists["capitals"]
    if not (country or capital) or name in english or name in page.lists["within_only"] or _borne(doc, span):
        return False  # Åland is in use for the Åland Islands
    text = doc.text
    left = WORD_BEFORE.search(text, max(0, span.start - LEFT), span.start)
    following = NEXT.match(text, span.end)
    if left is None or (not country and left[1] not in page.lists["addressing"]):
        return False
    if left[1] in page.lists["bearers"] or (following is not None and not following[1][0].islower()):
        return False
    return not _foreign(doc, text[span.end : span.end + RIGHT])


def _borne(doc: Document, span: Span) -> bool:
    """Whether it is also a person's name: Francia, Virginie."""
    lower = span.of(doc.text).lower()
    return lower in doc.knowledge.names_given or lower in doc.knowledge.surnames


def _is_place(doc: Document, page: Page, name: str) -> bool:
    return name.lower() in doc.knowledge.places or name in doc.knowledge.exonyms or name in page.tables["of_words"]


def _foreign(doc: Document, right: str) -> bool:
    """Whether the next word is one of another language."""
    following = NEXT.match(right)
    return following is not None and following[1] in doc.facts.unknown


def _with_article(doc: Document, page: Page, span: Span, english: str) -> str:
    needs = english in page.lists["with_article"] or english.endswith(("Islands", "Republic", "Emirates"))
    before = doc.text[max(0, span.start - 4) : span.start].lower()
    if not needs or before.endswith("the "):
        return english
    return ("The " if doc.facts.sentence_at(span.start).start == span.start else "the ") + english
