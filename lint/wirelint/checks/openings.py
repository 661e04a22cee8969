"""Forms of a page before the first sentence of a block: “Advertising The senate has passed the bill”."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.sentences import OPENERS
from ..text.zones import WORD, Keys, Place
from .forms import BARE, MOST_WORDS, cue, is_form, seam, tiles

NEXT = compiled(r"""[^\p{L}\p{N}"'“‘«(\[©]*(?P<first>["'“‘«(\[©]?\w*)""")
# A form that is set off by marks on either side (“- Publicity -”), and what says that it is none, for the sentence goes on.
MARKED = compiled(r"\s*[-–—|•»*\[(]")
FIRST = compiled(r"""\s*[-–—|·•:,]*\s*(?P<first>["“]?\p{L}+)""")
GOES_ON = compiled(r"[,;!]|[-'’]\p{L}")
LONGEST_OPENING, MOST_LEFT = 180, 3


def opening(doc: Document, page: Page, place: Place) -> tuple[Span, bool] | None:
    """A form before the first sentence of a block, on its line: what follows begins anew, with a capital."""
    text, block = doc.text, place.span
    head = Span(block.start, min(block.end, block.start + LONGEST_OPENING))
    end = None
    if place.edge:
        behind = cue(text, page, head)
        end = _opening_form(doc, page, head, block) if behind is None else seam(text, Span(behind, head.end))
    if end is None and page.has("opening"):
        match = page.pattern("opening").match(text, *head)
        end = None if match is None else _behind(text, Span(match.end(), block.end))
    if end is None or doc.facts.quoted(Span(block.start, end)):
        return None
    return Span(block.start, block.end if _goes_along(text, place, Span(end, block.end)) else end), False


def _goes_along(text: str, place: Place, rest: Span) -> bool:
    """Whether what is left of a line is but a figure or a name: “Sponsored by Outbrain”, “Views - 1 204”."""
    if "\n" in text[place.span.start : rest.end] or text[rest.end - 1] in '.!?”"':
        return False
    left = WORD.findall(text, *rest)
    return all(word[0].isdigit() for word in left) or (not place.top and len(left) <= MOST_LEFT)


def _opening_form(doc: Document, page: Page, head: Span, block: Span) -> int | None:
    """Where the forms end that a block opens with: several end to end, else the longest that a sentence may follow."""
    text, words = doc.text, doc.facts.keys(head, MOST_WORDS)
    count = tiles(page, words.words, "line", "cue")
    if 1 < count < len(words.words):
        end = _behind(text, Span(words.ends[count - 1], block.end))
        if end is not None:
            return end
    marked = MARKED.match(text, *block) is not None
    for count in _candidates(page, words):
        if count == 1 and text.startswith(":", words.ends[0]):
            continue
        part = " ".join(words.words[:count])
        # “Sport The crew …” may be anything; “- Sport - The crew” and “Sport: news The crew” are not.
        weak = (marked or count > 1) and is_form(page, "edge", part)
        if part not in page.words("hint") and (weak or is_form(page, "line", part)):
            end = _behind(text, Span(words.ends[count - 1], block.end), opener=not marked)
            if end is not None:
                return end
    return None


def _candidates(page: Page, words: Keys) -> Iterable[int]:
    """How many words a form at the beginning may have, the most first: any number where a pattern begins to match."""
    line = str(words)
    if any(page.has(kind) and page.pattern(kind).match(line) for kind in BARE):
        return range(len(words.words) - 1, 0, -1)
    lengths = page.lengths("line", "edge", "cue").get(words.words[0], ()) if words.words else ()
    return (n for n in lengths if n < len(words.words))


def _behind(text: str, rest: Span, *, opener: bool = False) -> int | None:
    """Where the form ends, marks and all, if a new sentence begins behind it; `opener`: one that says so by its first word."""
    following = NEXT.match(text, *rest)
    if following is None or GOES_ON.match(text, *rest):
        return None
    first = following["first"]
    if not first or first[0].islower():
        return None
    if opener and first.lower().lstrip("\"'“‘«([") not in OPENERS:
        return None
    return rest.start + len(text[rest.start : following.start("first")].rstrip())


def sentence_follows(text: str, rest: Span) -> bool:
    """Whether a word that opens sentences follows, with a capital."""
    following = FIRST.match(text, *rest)
    if following is None:
        return False
    first = following["first"].strip('"“')
    return first[0].isupper() and first.lower() in OPENERS
