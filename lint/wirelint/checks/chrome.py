"""Where a document has forms of a page: as lines, as sentences, and as openings of what is not chrome."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from ..model import Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.zones import Form, Place
from .forms import (
    READER,
    UNLIKE_CHROME,
    bracketed,
    cue,
    is_form,
    is_listed,
    is_rest,
    is_told,
    starts,
    tiled,
    weak_cue,
)
from .openings import opening

# What a site asks its readers before it tells them where to click.
ASKING = ("?", "؟", "？")
ASKS = compiled(
    r"(?i)(?:(?:did|do|have|are|would|will|can|could) you|want|like|liked|enjoy|enjoyed|need|found|noticed|seen|know|"
    r"interested|got|already|not yet|no time|looking)\b"
)
ENGLISH = compiled(
    r"(?i)(?:the|an?|who|what|why|how|where|when|is|are|was|were|does|did|will|would|can|has|had|and|but|so)\b"
)


def forms(doc: Document, page: Page) -> dict[Span, bool]:
    """Spans that are forms of the page, and whether each is so for certain. None lies within an earlier one."""
    found: dict[Span, bool] = {}
    by_word, opens = doc.facts.places_by_word, page.has("opening")
    known = starts(page) & by_word.keys()
    for _, place in sorted((entry for word in known for entry in by_word[word]), key=itemgetter(0)):
        if place.form is Form.OPENING and not (place.edge or opens):
            continue
        if not any(other.holds(place.span) for other in found):
            hit = _hit(doc, page, place)
            if hit is not None:
                span = _with_question(doc, hit[0]) if place.last else hit[0]
                found[span] = hit[1] and span == hit[0]
    return found


def _hit(doc: Document, page: Page, place: Place) -> tuple[Span, bool] | None:
    """The span to delete, and whether that is certain; None where the place is no form of the page."""
    if place.form is Form.OPENING:
        return opening(doc, page, place)
    certain = _whole(doc, page, place)
    if certain is not None and _is_speech(doc, place.span):
        certain = None
    if certain is None and not _cued(doc, page, place):
        return None
    return place.span, bool(certain)


def _whole(doc: Document, page: Page, place: Place) -> bool | None:
    """Whether all of the place is chrome, and that for certain; None where it is not."""
    text, span, line = doc.text, place.span, place.form is Form.LINE
    words = doc.facts.keys(span)
    whole = str(words)
    bare = not text.endswith(UNLIKE_CHROME, 0, span.end)
    # “Here!” is speech, and “Yes.” an answer; without a stop, at the very end, each is a button.
    if len(words.words) == 1 and not (
        line or (place.edge and place.last and bare and not text.endswith("!", 0, span.end))
    ):
        return None
    if is_form(page, "line", whole, span.of(text)) or tiled(page, words.words, "line"):
        return line
    if (line or (place.edge and place.last)) and _stands_alone(doc, page, span):
        return False
    weak = place.edge and (line or bare) and not (place.top and whole in page.words("hint"))
    if weak and (is_form(page, "edge", whole) or tiled(page, words.words, "line", "edge")):
        return False
    return None


def _stands_alone(doc: Document, page: Page, span: Span) -> bool:
    """Whether it is chrome by its words, or sentence by sentence; nothing that is told, and no statement without a reader in it."""
    parts = tuple(_sentences(doc, span))
    if len(parts) > 1 and len(parts) < 5:
        return all(is_form(page, "line", str(doc.facts.keys(p))) or _stands_alone(doc, page, p) for p in parts)
    words = doc.facts.keys(span)
    if is_listed(page, "alone", str(words)) or tiled(page, words.words, "line", "alone"):
        return True
    if page.has("raw") and page.pattern("raw").fullmatch(doc.text, *span):
        return True
    if not page.has("alone") or page.pattern("alone").fullmatch(str(words)) is None:
        return False
    bare = not doc.text.endswith(UNLIKE_CHROME, 0, span.end)
    return (bare or not READER.isdisjoint(words.words)) and not is_told(words.words)


def _sentences(doc: Document, span: Span) -> Iterator[Span]:
    index = doc.facts.sentence_index(span.start)
    while index is not None and index < len(doc.facts.sentences) and doc.facts.sentences[index].start < span.end:
        yield Span(max(span.start, doc.facts.sentences[index].start), min(span.end, doc.facts.sentences[index].end))
        index += 1


def _cued(doc: Document, page: Page, place: Place) -> bool:
    """Whether a cue of the page begins it, and the rest goes with the cue."""
    text, span = doc.text, place.span
    bare = not text.endswith(UNLIKE_CHROME, 0, span.end)
    if not (place.form is Form.LINE or (bare and (place.last or place.edge)) or bracketed(text, span)):
        return False
    behind = cue(text, page, span) or weak_cue(text, page, place)
    if behind is None or doc.facts.quoted(Span(span.start, behind)):
        return False
    closed = text.find(")", behind, span.end) if text[span.start] == "(" else -1
    if 0 <= closed < span.end - 2:
        return False  # “(Photo: archive)The dam holds”: the bracket alone is the form
    return is_rest(text, page, Span(behind, span.end))


def _is_speech(doc: Document, span: Span) -> bool:
    """Whether it begins within a quotation, or half of it is one: a name in quotation marks does not make a line speech."""
    if not doc.facts.quoted(span):
        return False
    if doc.facts.quote_at(span.start) is not None:
        return True
    within = (Span(max(q.start, span.start), min(q.end, span.end)) for q, _ in doc.facts.quotes)
    return 2 * sum(max(0, part.end - part.start) for part in within) >= span.end - span.start


def _with_question(doc: Document, span: Span) -> Span:
    """A form that ends its block, with the question to the reader before it: “Want to know more? Click here”."""
    index = doc.facts.sentence_index(span.start)
    if not index or doc.facts.sentences[index].start != span.start:
        return span
    block, before = doc.facts.block_at(span.start), doc.facts.sentences[index - 1]
    if block is None or block != doc.facts.block_at(before.start) or not doc.text.endswith(ASKING, 0, before.end):
        return span
    asks = ASKS.match(doc.text, *before) or (
        before.start == doc.facts.blocks[block].span.start and ENGLISH.match(doc.text, *before) is None
    )
    return Span(before.start, span.end) if asks and not doc.facts.quoted(before) else span
