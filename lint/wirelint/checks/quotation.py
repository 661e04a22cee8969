"""Quotation marks that stand on the wrong side of a blank, are glued to words, belong to another language, or are missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.marks import Mark, Shape

FOREIGN = frozenset("«»„‟")
MARKS = frozenset('"“”„«»')
DOUBLED = frozenset(('"“', '"”', '“"', '”"', "''", "‘‘", "’’", "‘’", "``", ",,"))
LETTERS = compiled(r"[\p{L}\p{M}]+")
LOWER = compiled(r"\b\p{Ll}{2,}")
BLANKS = " \t\u00a0\u202f"


def right_sign(doc: Document, mark: Mark, *, opens: bool) -> str:
    """The mark that the text writes there: curly where it is curly itself or the text is."""
    if mark.sign in "“”" or (mark.sign != '"' and doc.facts.curly):
        return "“" if opens else "”"
    return '"'


def wrong_side(doc: Document, page: Page) -> Iterator[Hit]:
    """“we go now, “she said” → “we go now,” she said”, where the mark can only have been a closing one."""
    for mark in doc.facts.marks:
        if mark.opens is None or mark.sign in DOUBLED:
            continue
        if mark.single:
            # Its partner is lost, and a speaker stands behind it: “It is full, “Brandtner said”.
            if mark.opens and follows_speech(doc, page.pattern("introduces"), mark):
                yield _moved(doc, mark, opens=False)._replace(safety=Safety.UNSAFE)
            continue
        before = doc.text[mark.span.start - 1 : mark.span.start]
        # A stop before it closes a quotation, and an s may have lost its apostrophe: the Lakers" coach.
        if mark.opens and mark.shape is Shape.CLOSE and before.isalnum() and before != "s":
            yield _moved(doc, mark, opens=True)
        elif not mark.opens and mark.shape is Shape.OPEN and _closes(doc, page, mark):
            yield _moved(doc, mark, opens=False)


# Whoever it was: he, she, the captain of the team, Ana Ruiz.
SPEAKS = compiled(
    r"(?:(?P<verb>said|says|added|adds|explained|explains)\b(?! that\b)"
    r"|(?:he|she|they|[Tt]he (?:[\p{L}'’-]+ ){1,4}|(?:\p{Lu}[\p{L}.’'-]+ ){1,3})\s?"
    r"(?P<verb>said|says|told|added|adds|explained|explains|noted|stressed|wrote|recalls|recalled)\b(?! that\b))"
)


def follows_speech(doc: Document, introduces: regex.Pattern[str], mark: Mark) -> bool:
    """Whether a mark without a partner stands between a comma and who speaks: “It is full, “Brandtner said”."""
    before = doc.text[max(0, mark.span.start - 30) : mark.span.start]
    return (
        before[-2:] == ", " and not introduces.search(before[:-1]) and SPEAKS.match(doc.text, mark.span.end) is not None
    )


def _closes(doc: Document, page: Page, mark: Mark) -> bool:
    """Whether a mark that looks like an opening one can have closed: the words on its two sides and the next mark agree."""
    text = doc.text
    before = text[max(0, mark.span.start - 30) : mark.span.start].rstrip(BLANKS)
    speaks = _speaks(doc, mark.span.end)
    if before[-1:] == "," and speaks:
        return True
    if page.pattern("introduces").search(before):
        return False  # he said, “we; a law of “the
    lower = text[mark.span.end : mark.span.end + 1].islower()
    if before[-1:] not in ".,!?'’" and not lower:
        return False
    following = doc.facts.marks[doc.facts.marks.index(mark) + 1 :][:1]
    if following and following[0].block != mark.block:
        # Else the next paragraph of a quotation, joined to it.
        return lower or speaks or not (following[0].single and not following[0].opens)
    return not following or following[0].shape is not Shape.CLOSE


def _moved(doc: Document, mark: Mark, *, opens: bool) -> Hit:
    text, sign = doc.text, right_sign(doc, mark, opens=opens)
    start, end = _blanks(text, mark.span)
    if opens:
        # The blank behind it goes before it.
        span, good = Span(mark.span.start, end), (" " if end > mark.span.end else "") + sign
    else:
        span, good = Span(start, mark.span.end), sign + " "
        if text[start - 1 : start] == "." and text[end : end + 1].islower() and _speaks(doc, mark.span.end):
            comma = Span(start - 1, mark.span.end)
            return _hit(doc, mark, comma, f",{good}", Safety.UNSAFE, (f".{good}",))
    return _hit(doc, mark, span, good)


def _speaks(doc: Document, at: int) -> bool:
    """Whether a sentence goes on there with its speaker: “the captain said”."""
    words = LETTERS.findall(doc.text, at, at + 60)[:5]
    said = (doc.knowledge.verbs_say.get(word) for word in words)
    return bool(words) and any(row and row[0] in ("past", "present") for row in said)


def _blanks(text: str, span: Span) -> tuple[int, int]:
    """The span widened over the blanks on its two sides."""
    start, end = span
    while start and text[start - 1] in BLANKS:
        start -= 1
    while end < len(text) and text[end] in BLANKS:
        end += 1
    return start, end


def _hit(
    doc: Document, mark: Mark, span: Span, good: str, safety: Safety | None = None, also: tuple[str, ...] = ()
) -> Hit:
    """A hit that shows the words on the two sides of a mark."""
    text = doc.text
    low, high = span
    while low and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    words = {
        "bad": text[low:high].strip(),
        "good": (text[low : span.start] + good + text[span.end : high]).strip(),
        "mark": mark.sign,
    }
    return Hit(Span(low, high), words, tuple((Edit(span, new),) for new in (good, *also)), safety)


def glued(doc: Document, page: Page) -> Iterator[Hit]:
    """“Guadalajara“I am”, “now,”said”: a blank is missing on the outer side."""
    for mark in doc.facts.marks:
        if mark.shape is not Shape.GLUED or mark.opens is None or mark.single or mark.sign in DOUBLED:
            continue
        if doc.text[mark.span.end : mark.span.end + 1] in MARKS or doc.text[mark.span.start - 1] in MARKS:
            continue  # a mark set twice: a blank makes it no better
        sign = right_sign(doc, mark, opens=mark.opens)
        if not mark.opens:
            yield _hit(doc, mark, mark.span, f"{sign} ")
            continue
        text = doc.text
        sentence = text[mark.span.start - 1].isalnum() and _says_all(doc, mark)
        if sentence and not page.pattern("introduces").search(text, max(0, mark.span.start - 30), mark.span.start):
            yield _hit(doc, mark, mark.span, f". {sign}", Safety.UNSAFE, (f": {sign}", f" {sign}"))
        else:
            yield _hit(doc, mark, mark.span, f" {sign}")


def _says_all(doc: Document, mark: Mark) -> bool:
    """Whether a quotation is a sentence rather than a name or a word: it begins with a capital, and ends with a stop or is long."""
    text = doc.text
    if not text[mark.span.end : mark.span.end + 1].isupper():
        return False
    marks = doc.facts.marks
    following = marks[marks.index(mark) + 1 :][:1]
    if not following or following[0].block != mark.block:
        return True
    inner = text[mark.span.end : following[0].span.start].rstrip(BLANKS)
    return inner[-1:] in ".,!?" or inner.count(" ") > 5


def loose(doc: Document, page: Page) -> Iterator[Hit]:
    """“ Morning Live ”: blanks inside the quotation, next to its marks; and two single marks for a double one."""
    marks = doc.facts.marks
    for one, other in pairwise(marks):
        if one.opens is not True or other.opens is not False or one.block != other.block or one.single or other.single:
            continue
        if one.sign in FOREIGN or other.sign in FOREIGN:
            continue  # another page's affair
        if _sound(doc, one, opens=True) and _sound(doc, other, opens=False):
            continue
        if (one.shape is Shape.CLOSE or other.shape is Shape.OPEN) or Shape.GLUED in (one.shape, other.shape):
            continue
        yield _rewritten(doc, one, other)


def _sound(doc: Document, mark: Mark, *, opens: bool) -> bool:
    if mark.sign in DOUBLED:
        return mark.sign in ("``", "''")  # the marks of typesetters, if they stand right
    inner = doc.text[mark.span.end : mark.span.end + 1] if opens else doc.text[mark.span.start - 1 : mark.span.start]
    return inner not in BLANKS


def _rewritten(doc: Document, one: Mark, other: Mark) -> Hit:
    """Both marks as the text writes them, with no blank inside."""
    text = doc.text
    curly = any(sign in "“”" for sign in (one.sign, other.sign)) or (
        '"' not in (one.sign, other.sign) and doc.facts.curly
    )
    signs = ("“", "”") if curly else ('"', '"')
    end, start = _blanks(text, one.span)[1], _blanks(text, other.span)[0]
    edits = (Edit(Span(one.span.start, end), signs[0]), Edit(Span(start, other.span.end), signs[1]))
    span = Span(one.span.start, other.span.end)
    inner = text[end:start]
    words = {
        "bad": span.of(text) if len(inner) < 60 else f"{one.sign}…{other.sign}",
        "good": f"{signs[0]}{inner if len(inner) < 60 else '…'}{signs[1]}",
    }
    return Hit(span, words, (edits,))


def foreign(doc: Document, page: Page) -> Iterator[Hit]:
    """«…», „…“: the marks of another language around a quotation."""
    marks = doc.facts.marks
    for one, other in pairwise(marks):
        paired = one.opens is True and other.opens is False and one.block == other.block
        if not paired or FOREIGN.isdisjoint((one.sign, other.sign)) or _trail(one, other):
            continue
        if not _mentioned(doc, page, one, other):
            yield _with_comma(doc, other, _rewritten(doc, one, other))
    for mark in marks:
        if mark.single and mark.sign in FOREIGN and mark.opens is not None:
            curly = "“" if mark.opens else "”"
            yield _hit(doc, mark, mark.span, curly if doc.facts.curly else '"', Safety.UNSAFE)


def _with_comma(doc: Document, closing: Mark, hit: Hit) -> Hit:
    """The comma before the speaker goes into the quotation: «I never met him», said … → “I never met him,” said …."""
    (opens, closes), *_ = hit.fixes
    comma = closing.span.end
    while doc.text[comma : comma + 1] in BLANKS and comma < len(doc.text):
        comma += 1
    if doc.text[comma : comma + 1] != "," or not _speaks(doc, comma + 1):
        return hit
    stopped = doc.text[closes.span.start - 1] in ",.!?…"
    inside = Edit(Span(closes.span.start, comma + 1), closes.text if stopped else f",{closes.text}")
    words = {"bad": hit.words["bad"] + ",", "good": hit.words["good"][:-1] + inside.text}
    return hit._replace(span=Span(hit.span.start, comma + 1), words=words, fixes=((opens, inside), (opens, closes)))


def _trail(one: Mark, other: Mark) -> bool:
    """Whether the marks are arrows between the headings of a site: “Home » Sport » Rowing”."""
    return one.sign == other.sign and one.shape is other.shape is Shape.LOOSE


def _mentioned(doc: Document, page: Page, one: Mark, other: Mark) -> bool:
    """Whether the marks are the topic, or what they hold is in another language and keeps its own."""
    if page.pattern("topic").search(doc.text, *doc.facts.sentence_at(one.span.start)):
        return True
    words = LOWER.findall(doc.text, one.span.end, other.span.start)
    return bool(words) and not any(word in doc.knowledge.words for word in words)


def closing_opens(doc: Document, page: Page) -> Iterator[Hit]:
    """”the council”: the mark that closes, where one opens, or the other way round."""
    for mark in doc.facts.marks:
        if mark.single or mark.opens is None or mark.sign not in "“”" or mark.shape not in (Shape.OPEN, Shape.CLOSE):
            continue
        if mark.opens and mark.sign == "”" and mark.shape is Shape.OPEN:
            yield _hit(doc, mark, mark.span, "“")
        elif not mark.opens and mark.sign == "“" and mark.shape is Shape.CLOSE and not _low(doc, mark):
            yield _hit(doc, mark, mark.span, "”")


def _low(doc: Document, mark: Mark) -> bool:
    """Whether the quotation was opened by a low mark, which this one closes in German."""
    index = doc.facts.marks.index(mark)
    return index > 0 and doc.facts.marks[index - 1].sign in FOREIGN
