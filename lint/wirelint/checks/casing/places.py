"""Names of places that lost their capital.

What is no English word and stands in the table needs little more. What is a word, too (turkey), or a person's name (paris),
or a small town's, needs a place where only a place can stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...knowledge import Row
from ...model import Hit, Safety, Span, replaced
from ...page import Page
from ...text.document import Document
from ...text.spellings import by_last_word
from .known import is_large_place
from .near import Word, after, before, hits, in_foreign_words, in_prose

LEFT, RIGHT = 48, 32


def lowercase_place(doc: Document, page: Page) -> Iterator[Hit]:
    """Names of one word, of several (south korea), and of several that are all words (united states)."""
    facts = doc.facts
    found: dict[Span, str] = {}
    for names in (by_last_word(page.lists["of_words"]), by_last_word(page.lists["halves"])):
        for last in names.keys() & facts.spellings:
            found.update(hit for name in names[last] for hit in _of_words(doc, page, name))
    for word in page.lists["firsts"] & facts.spellings:
        found.update(hit for span in facts.occurrences(word) if (hit := _first_half(doc, span)) is not None)
    house = {place.lower(): place for place in doc.house.places if place.lower() != place}
    words = (page.lists["words_too"] | page.lists["rare_words"] | house.keys()) & facts.spellings
    for word in facts.unknown | words:
        row = (house[word], "house") if word in house else doc.knowledge.places.get(word)
        if word in doc.house.keep or word in page.lists["no_places"] or (row is None and not _part_of_one(doc, word)):
            continue
        for span in facts.occurrences(word):
            place = _place(doc, page, span, row)
            if place and not any(place[0].overlaps(other) for other in found):
                found[place[0]] = place[1]
    yield from hits(doc, found)
    yield from _by_letters(doc, page, found)


def _by_letters(doc: Document, page: Page, found: Mapping[Span, str]) -> Iterator[Hit]:
    """A town of no table, by letters that no dish, dance or word in fashion has brought to English: “in güneşli”."""
    for word in sorted(word for word in doc.facts.unknown if not word.isascii()):
        if not page.pattern("letters").search(word) or word[0] in "iı" or word in doc.house.keep:
            continue
        for span in doc.facts.occurrences(word):
            left = doc.text[max(0, span.start - LEFT) : span.start]
            if span in found or not page.pattern("settled").search(left):
                continue
            if in_prose(doc, span) and not in_foreign_words(doc, span) and not doc.facts.quoted(span):
                good = word[0].upper() + word[1:]
                yield replaced(span, {"bad": word}, [good], Safety.UNSAFE)


def _first_half(doc: Document, span: Span) -> tuple[Span, str] | None:
    """“san” of “san Sebastián”: with the capital word behind it, it is a place."""
    right = after(doc.text, span.end)
    if right is None or not right.text[0].isupper() or not in_prose(doc, span):
        return None
    row = doc.knowledge.places.get(f"{span.of(doc.text)} {right.text.lower()}")
    return (span, span.of(doc.text).capitalize()) if row else None


def _of_words(doc: Document, page: Page, name: str) -> Iterator[tuple[Span, str]]:
    """“united states”, of which each half is a word, and “south Korea”, of which one half is in order."""
    row = doc.knowledge.places.get(name.lower())
    good = row[0] if row else name.title()
    for span in doc.facts.occurrences(name):
        if in_prose(doc, span) and not page.pattern("not_before").match(doc.text, span.end):
            yield span, good


def _part_of_one(doc: Document, word: str) -> bool:
    """Whether an unknown word may be a part of a longer name: “saudi” of Saudi Arabia."""
    return any(_longer(doc, span) is not None for span in doc.facts.occurrences(word))


def _longer(doc: Document, span: Span) -> tuple[Span, str] | None:
    """The name of two or three words that a word is part of, and how it is written."""
    text, places = doc.text, doc.knowledge.places
    left, right = before(text, span.start), after(text, span.end)
    further = after(text, right.span.end) if right else None
    for first, last in ((left, right), (left, None), (None, further), (None, right)):
        start = first.span.start if first else span.start
        end = last.span.end if last else span.end
        if (start, end) == span or (last is None and first is None):
            continue
        row = places.get(text[start:end].lower())
        if row and len(row[0]) == end - start and text[start:end] != row[0]:
            return Span(start, end), row[0]
    return None


def _place(doc: Document, page: Page, span: Span, row: Row | None) -> tuple[Span, str] | None:
    """The span to write otherwise and how, where the word at `span` is the name of a place."""
    longer = _longer(doc, span)
    whole, good = longer or (span, row[0] if row else "")
    if not in_prose(doc, whole) or page.pattern("not_before").match(doc.text, whole.end):
        return None
    if longer is None and row is not None and not _certain(doc, page, span, row):
        return None
    return (whole, good) if good else None


def _certain(doc: Document, page: Page, span: Span, row: Row) -> bool:
    _, kind, _, flag = (*row, "", "")[:4]
    text = doc.text
    if kind == "house":
        return True
    if span.of(text) == "kremlin" and text.endswith("he ", 0, span.start):
        return not text.startswith(" of", span.end)  # there are several: the kremlin of Kazan
    left, right = text[max(0, span.start - LEFT) : span.start], text[span.end : span.end + RIGHT]
    if span.of(text) in page.lists["words_too"]:
        return _only_a_place(page, left, right) or _beside_a_place(doc, span)
    if flag == "word" and span.of(text) not in page.lists["rare_words"]:
        return False
    if in_foreign_words(doc, span):
        return False
    if not flag and kind != "city":
        return not page.pattern("a_thing").search(left)
    if page.pattern("place_before").search(left) or page.pattern("place_after").match(right):
        return True
    if kind != "city" and right.startswith(("'s ", "’s ")):
        return True  # a person's name or a place's: “florida's”
    return _beside_a_place(doc, span)


def _only_a_place(page: Page, left: str, right: str) -> bool:
    """Whether nothing but a place can stand here, whatever else the word means."""
    if page.pattern("sure_before").search(left) or page.pattern("sure_after").match(right):
        return not page.pattern("article_before").search(left)
    return page.pattern("in_before").search(left) is not None and page.pattern("ends_after").match(right) is not None


def _beside_a_place(doc: Document, span: Span) -> bool:
    """Whether a list joins it to a place: “turkey and Syria”, “china, russia”."""
    text = doc.text
    for joint in (", ", " and ", " or ", ", and "):
        if text.startswith(joint, span.end):
            following = after(text, span.end + len(joint) - 1)
            if following and _known_place(doc, following):
                return True
        if text.endswith(joint, 0, span.start):
            leading = before(text, span.start - len(joint) + 1) if joint.startswith(" ") else None
            leading = leading or _word_before(text, span.start - len(joint))
            if leading and _known_place(doc, leading):
                return True
    return False


def _word_before(text: str, end: int) -> Word | None:
    start = end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return Word(text[start:end], Span(start, end)) if start < end else None


def _known_place(doc: Document, word: Word) -> bool:
    row = doc.knowledge.places.get(word.text.lower())
    if row is None or not is_large_place(doc, word.text):
        return False
    return word.text == row[0] or not (*row, "", "")[3]
