"""Who wrote an article, where and when: lines and first words that its source's page printed, taken for its text."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Hit, Safety, Span
from ..page import Page
from ..text.document import Document
from ..text.zones import FIGURE, WORD, Form, Place, key_word, keys
from .openings import sentence_follows
from .removal import deletions

TOP_LINES, LONGEST_TIME, LONGEST_BYLINE = 5, 80, 120


def byline(doc: Document, page: Page) -> Iterator[Hit]:
    """Who wrote it, as the first lines say, or the first words of the text."""
    return deletions(doc, dict.fromkeys(_bylines(doc, page), Safety.UNSAFE))


def _bylines(doc: Document, page: Page) -> Iterator[Span]:
    text, lines, pattern = doc.text, page.words("line"), page.pattern("slot")
    begin = page.firsts("line", "begin")
    for place in _at_the_top(doc):
        if place.form is Form.LINE:
            line = place.span.of(text).rstrip(" :")
            listed = str(doc.facts.keys(place.span)) in lines or pattern.fullmatch(line) is not None
            if listed or (page.pattern("whole").fullmatch(line) and _is_of_names(doc, page, place.span)):
                yield place.span
            elif (tail := page.pattern("tail").search(line)) is not None:
                yield Span(place.span.start + tail.start("by"), place.span.end)
            continue
        if place.first not in begin or place.form is Form.SENTENCE:
            continue
        match = pattern.match(text[place.span.start : place.span.start + LONGEST_BYLINE])
        end = place.span.start + match.end() if match else _listed(text, place.span, lines)
        if end is not None and sentence_follows(text, Span(end, place.span.end)):
            yield Span(place.span.start, end)


def _is_of_names(doc: Document, page: Page, span: Span) -> bool:
    """Whether the capitals of a line are those of names, not of words: “Marta Silva / Lisbon”, but no “Daily Briefing / News”."""
    known, names, words = (
        page.words("label", "calendar", "joint", "post"),
        doc.knowledge.names_given,
        doc.knowledge.words,
    )
    given = False
    for match in WORD.finditer(doc.text, *span):
        word = match[0].lower()
        # A surname may be a word (“Marta Silva”), behind a given name that is none.
        if not (word[0].isdigit() or word in known or (match[0][0].isupper() and (given or word not in words))):
            return False
        given = word in names and word not in words
    return True


def _at_the_top(doc: Document) -> Iterator[Place]:
    """Places in the first lines; those of a body that follows are left out, but for its first words."""
    for place in doc.facts.places:
        index = doc.facts.block_at(place.span.start)
        if index is None or index >= TOP_LINES or not place.edge:
            continue
        yield place


def _listed(text: str, span: Span, lines: frozenset[str]) -> int | None:
    words = keys(text, span, 8)
    return next(
        (words.ends[n - 1] for n in range(len(words.words) - 1, 1, -1) if " ".join(words.words[:n]) in lines), None
    )


def dateline(doc: Document, page: Page) -> Iterator[Hit]:
    """When it was put on the page: a line, or the first words, of nothing but dates and times and what joins them."""
    return deletions(doc, dict.fromkeys(_datelines(doc, page), Safety.UNSAFE))


def _datelines(doc: Document, page: Page) -> Iterator[Span]:
    text, blocks = doc.text, doc.facts.blocks
    begin = page.words("calendar", "label") | {FIGURE}
    for place in _at_the_top(doc):
        stamped = place.form is Form.LINE and page.pattern("stamp").fullmatch(place.span.of(text)) is not None
        if stamped and _is_of_names(doc, page, place.span):
            yield place.span
    for place in doc.facts.places:
        if place.first not in begin:
            continue
        if place.form is Form.SENTENCE:
            # “… for frost damage. 9:14 AM”: the stamp of the next article, behind the last sentence.
            if place.last and place.edge and page.pattern("end").fullmatch(text, *place.span):
                yield place.span
            continue
        index = doc.facts.block_at(place.span.start)
        if index is None or not (place.edge or _is_labelled(text, page, place.span)):
            continue
        if place.form is Form.LINE:
            if _is_time(text, page, place.span):
                yield place.span
        elif index < TOP_LINES and place.span == blocks[index].span:
            end = _time_end(text, page, place.span)
            if end is not None and sentence_follows(text, Span(end, place.span.end)):
                yield Span(place.span.start, end)


def _is_labelled(text: str, page: Page, span: Span) -> bool:
    words = keys(text, span, 3).words
    return bool(words) and words[0] in page.words("label") and FIGURE in words


def _is_time(text: str, page: Page, span: Span) -> bool:
    """Whether each word of a line is one of dates and times, and enough of them say when."""
    low, _ = _time_words(text, page, span)
    return bool(low) and _says_when(text, page, span, low)


def _time_end(text: str, page: Page, span: Span) -> int | None:
    """Where the words of dates and times end with which a paragraph begins: two figures, or a day of the week and one."""
    low, end = _time_words(text, page, Span(span.start, min(span.end, span.start + LONGEST_TIME)), part=True)
    figures = low.count(FIGURE)
    if figures < 2 and not (figures and any(word in page.words("calendar_weekday") for word in low)):
        return None
    return end if _says_when(text, page, Span(span.start, end), low) else None


def _time_words(text: str, page: Page, span: Span, *, part: bool = False) -> tuple[list[str], int]:
    """The words, and where the last ends that is no mere joint; none where not all are of time, unless a `part` will do."""
    says = page.words("calendar", "unit") | {FIGURE}
    known = says | page.words("label", "joint")
    low: list[str] = []
    kept, end = 0, span.start
    for match in WORD.finditer(text, *span):
        word = key_word(match[0])
        if word not in known:
            return (low[:kept], end) if part else ([], end)
        low.append(word)
        if word in says:
            kept, end = len(low), match.end()
    return low, end


def _says_when(text: str, page: Page, span: Span, low: list[str]) -> bool:
    dated = FIGURE in low and any(word in page.words("calendar") for word in low)
    return dated or page.pattern("when").search(text, *span) is not None
