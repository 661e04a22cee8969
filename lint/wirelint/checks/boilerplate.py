"""What a site prints around its articles, taken along as if it were their text.

A page tells its forms as words in lower case, without marks, figures as `#` and networks as `@` (see `text.zones.keys`):

- lists `line_…`, pattern `line`: nothing else than chrome, wherever they are a line or a sentence of their own;
- lists `edge_…`, pattern `edge`: chrome at the edge of the text, where nothing but short lines stands above or below;
- lists `cue_…`: words before a colon or the like that make the rest of the line chrome, too;
- lists `hint_…`: the same where the line reads as a headline and is not the text's own;
- pattern `loose`: cues without a mark behind them, on the text as it is;
- list `begin`: the first words of what the patterns match.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Hit, Safety, Span
from ..page import Page
from ..text.document import Document
from ..text.sentences import OPENERS
from ..text.zones import Form, Place, keys
from .removal import removals

NEXT = regex.compile(r"""[^\p{L}\p{N}"'“‘«(\[©]*(?P<first>["'“‘«(\[©]?\w*)""")
CUE = regex.compile(r"\s*(?::|[•|»►▶➤>]|\s[–—-]\s|\s{2,}(?=\p{Lu}))\s*")
SEAM = regex.compile(r"(?<=[\p{Ll}\d?!])\s(?=(?P<first>\p{Lu}\p{Ll}*)\s)")
# A sentence of chrome ends without one; where it does, the words alone must tell.
UNLIKE_CHROME = (".", "”", '"')
LONGEST_CUE, LONGEST_OPENING = 60, 180
SHOWN = 80


def residue(doc: Document, page: Page) -> Iterator[Hit]:
    """Lines, sentences and openings that are forms of the page."""
    found: dict[Span, bool] = {}
    begin = starts(page)
    for place in doc.facts.places:
        if place.first in begin and not _within(place.span, found):
            hit = _hit(doc, page, place)
            if hit is not None:
                found[hit[0]] = hit[1]
    spans = sorted(found)
    for span, edit in zip(spans, removals(doc, spans), strict=True):
        safety = None if found[span] else Safety.UNSAFE
        yield Hit(span, {"bad": shown(doc, span)}, ((edit,),), safety)


def starts(page: Page) -> frozenset[str]:
    """The first words of all forms of the page."""
    return page.firsts(("line", "edge", "cue", "hint", "begin"))


def shown(doc: Document, span: Span) -> str:
    text = " ".join(span.of(doc.text).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 2].rsplit(" ", 1)[0] + " …"


def _within(span: Span, found: dict[Span, bool]) -> bool:
    return any(other.holds(span) for other in found)


def _hit(doc: Document, page: Page, place: Place) -> tuple[Span, bool] | None:
    """The span to delete, and whether that is certain; None where the place is no form of the page."""
    text, span, line = doc.text, place.span, place.form is Form.LINE
    if place.form is Form.OPENING:
        return _opening(doc, page, place)
    if not line and doc.facts.quoted(span):
        return None
    words = keys(text, span)
    if is_form(page, "line", str(words)) or _tiled(words.words, page.words("line")):
        return span, line
    weak = place.edge and (line or not text[: span.end].endswith(UNLIKE_CHROME))
    if weak and (is_form(page, "edge", str(words)) or _tiled(words.words, page.words("line") | page.words("edge"))):
        return span, False
    if line or place.last or place.edge:
        behind = _cue(text, page, span) or (_weak_cue(text, page, place) if line else None)
        if behind is not None and (_seam(text, Span(behind, span.end)) is None or (line and text[span.end - 1] != ".")):
            return span, False
    return None


def is_form(page: Page, kind: str, words: str) -> bool:
    """Whether the words are a form of that kind, from the page's lists or by its pattern."""
    return words in page.words(kind) or (page.has(kind) and page.pattern(kind).fullmatch(words) is not None)


def _tiled(words: tuple[str, ...], forms: frozenset[str]) -> bool:
    """Whether the words are forms end to end (“Share on Facebook Send by email”), the longest first, as a reader takes them."""
    at = 0
    while at < len(words):
        step = next((n for n in range(min(12, len(words) - at), 0, -1) if " ".join(words[at : at + n]) in forms), 0)
        if not step:
            return False
        at += step
    return at > 0


def _opening(doc: Document, page: Page, place: Place) -> tuple[Span, bool] | None:
    """A form before the first sentence of a block, on its line: what follows begins anew, with a capital."""
    text, block = doc.text, place.span
    head = Span(block.start, min(block.end, block.start + LONGEST_OPENING))
    end = None
    words = keys(text, head, 14)
    for count in range(len(words.words) - 1, 0, -1):
        part = " ".join(words.words[:count])
        certain = count > 1 and is_form(page, "line", part)
        if certain or (place.edge and (is_form(page, "edge", part) or is_form(page, "line", part))):
            end = _behind(text, Span(words.ends[count - 1], block.end), opener=not certain)
            if end is not None:
                break
    if end is None and place.edge:
        behind = _cue(text, page, head)
        end = None if behind is None else _seam(text, Span(behind, head.end))
    if end is None or doc.facts.quoted(Span(block.start, end)):
        return None
    return Span(block.start, end), False


def _behind(text: str, rest: Span, *, opener: bool) -> int | None:
    """Where the form ends, marks and all, if a new sentence begins behind it; `opener`: one that says so by its first word."""
    following = NEXT.match(text, *rest)
    if following is None:
        return None
    first = following["first"]
    if not first or first[0].islower():
        return None
    if opener and first.lower().lstrip("\"'“‘«([") not in OPENERS:
        return None
    return rest.start + len(text[rest.start : following.start("first")].rstrip())


def _cue(text: str, page: Page, span: Span) -> int | None:
    """Where the rest begins behind a cue of the page and the mark that sets it off; None where there is no cue."""
    cues = page.words("cue")
    if not cues:
        return None
    mark = CUE.search(text, span.start + 1, min(span.end, span.start + LONGEST_CUE))
    if mark is None or str(keys(text, Span(span.start, mark.start()))) not in cues:
        return None
    return mark.end()


def _weak_cue(text: str, page: Page, place: Place) -> int | None:
    """The same for a cue that good copy may open with, too, or that has no mark behind it: if the line reads as a headline."""
    span = place.span
    if text[: span.end].endswith(UNLIKE_CHROME):
        return None
    loose = page.pattern("loose").match(text, *span) if page.has("loose") else None
    if loose is not None:
        return loose.end()
    mark = CUE.search(text, span.start + 1, min(span.end, span.start + LONGEST_CUE))
    if mark is None or place.top or str(keys(text, Span(span.start, mark.start()))) not in page.words("hint"):
        return None
    return mark.end()


def _seam(text: str, span: Span) -> int | None:
    """Where a headline without a stop ends and a sentence begins: a small word with a capital behind one without."""
    for seam in SEAM.finditer(text, *span):
        if seam["first"].lower() in OPENERS and text.count(" ", span.start, seam.start()) >= 2:
            return seam.start()
    return None
