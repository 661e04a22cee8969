"""What a site prints around its articles, taken along as if it were their text.

A page tells its forms as words in lower case, without marks, figures as `#` and networks as `@` (see `text.zones.keys`):

- lists `line_…`, pattern `line`: nothing else than chrome, wherever they are a line or a sentence of their own;
- lists `edge_…`, pattern `edge`: chrome at the edge of the text, where nothing but short lines stands above or below;
- lists `cue_…`: words before a colon or the like that make the rest of the line chrome, too;
- lists `hint_…`: the same where the line reads as a headline and is not the text's own;
- pattern `loose`: cues without a mark behind them, on the text as it is;
- pattern `own`: what behind a cue is not chrome but the article itself, on the text as it is;
- pattern `opening`: chrome before the first sentence of a block, on the text as it is;
- list `begin`: the first words of what the patterns match.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView
from operator import itemgetter

from ..model import Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.sentences import OPENERS
from ..text.zones import Form, Keys, Place, keys
from .removal import removals, shown

NEXT = compiled(r"""[^\p{L}\p{N}"'“‘«(\[©]*(?P<first>["'“‘«(\[©]?\w*)""")
CUE = compiled(r"\s*(?::|[•|»►▶➤>]|\s[–—-]\s|\s{2,}(?=\p{Lu}))\s*")
SEAM = compiled(r"(?<![\p{L}\d'’-])(?P<before>[\p{Ll}\d]+[?!]?)\K\s(?=(?P<first>\p{Lu}\p{Ll}*)\s)")
LEADS_ON = frozenset(
    "of the in to and a for with from by at an on into near over about against between as or after before during".split()
)
RUNS_ON = compiled(r"[\p{L}\d]\s(?=(?P<first>\p{Lu}\p{Ll}+)\b)")
# A form that is set off by marks on either side (“- Publicity -”), and what says that it is none, for the sentence goes on.
MARKED = compiled(r"\s*[-–—|•»*\[(]")
GOES_ON = compiled(r"[,;!]|[-'’]\p{L}")
# A sentence of chrome ends without one; where it does, the words alone must tell.
UNLIKE_CHROME = (".", "”", '"')
BARE = {"line": "cue", "edge": "hint"}
LONGEST_CUE, LONGEST_OPENING, MOST_WORDS = 60, 180, 14
LONGEST_HEADLINE, MOST_HEADLINES = 130, 4


def residue(doc: Document, page: Page) -> Iterator[Hit]:
    """Lines, sentences and openings that are forms of the page."""
    found = forms(doc, page)
    spans = sorted(found)
    for span, edit in zip(spans, removals(doc, spans), strict=True):
        yield Hit(span, {"bad": shown(doc.text, span)}, ((edit,),), _safety(doc, span, found[span]))


def other_story(doc: Document, page: Page) -> Iterator[Hit]:
    """The same, and where the cue is alone on its line, the headline that goes with it: behind it, or before a “Know more”."""
    found = forms(doc, page)
    spans: list[Span] = []
    for span in sorted(found):
        whole = _with_headlines(doc, page, span)
        if not (spans and spans[-1].holds(whole)):
            spans.append(whole)
    for span, edit in zip(spans, removals(doc, spans), strict=True):
        yield Hit(span, {"bad": shown(doc.text, span)}, ((edit,),), _safety(doc, span, found.get(span, False)))


def _safety(doc: Document, span: Span, certain: bool) -> Safety | None:
    """A heading of a page that has mark-up was set as one by somebody, “Navigation” of a manual, say: it is not deleted unread."""
    index = doc.facts.block_at(span.start)
    heading = index is not None and doc.facts.blocks[index].kind == "heading"
    return None if certain and not heading else Safety.UNSAFE


def _with_headlines(doc: Document, page: Page, span: Span) -> Span:
    text, blocks = doc.text, doc.facts.blocks
    index = doc.facts.block_at(span.start)
    if index is None or blocks[index].span != span:
        return span
    cue = str(doc.facts.keys(span))
    if not is_listed(page, "line", cue) and not is_listed(page, "edge", cue):
        return span
    if cue in page.words("after"):
        if index > 1 and _is_headline(text, blocks[index - 1].span) and not _is_headline(text, blocks[index - 2].span):
            return Span(blocks[index - 1].span.start, span.end)
        return span
    last = index
    while last + 1 < len(blocks) and last - index < MOST_HEADLINES and _is_headline(text, blocks[last + 1].span):
        last += 1
    return Span(span.start, blocks[last].span.end)


def _is_headline(text: str, block: Span) -> bool:
    """Whether a line reads as the headline of a story: no stop at its end, too long for a sub-head, too short for prose."""
    line = block.of(text)
    return len(line) <= LONGEST_HEADLINE and line.count(" ") >= 4 and line[-1] not in '.:;”"' and line[0].isupper()


def forms(doc: Document, page: Page) -> dict[Span, bool]:
    """Spans that are forms of the page, and whether each is so for certain. None lies within another."""
    found: dict[Span, bool] = {}
    by_word, opens = doc.facts.places_by_word, page.has("opening")
    known = starts(page) & by_word.keys()
    for _, place in sorted((entry for word in known for entry in by_word[word]), key=itemgetter(0)):
        if place.form is Form.OPENING and not (place.edge or opens):
            continue
        if not any(other.holds(place.span) for other in found):
            hit = _hit(doc, page, place)
            if hit is not None:
                found[hit[0]] = hit[1]
    return found


def starts(page: Page) -> KeysView[str]:
    """The first words of all forms of the page."""
    return page.firsts("line", "edge", "cue", "hint", "begin")


def _hit(doc: Document, page: Page, place: Place) -> tuple[Span, bool] | None:
    """The span to delete, and whether that is certain; None where the place is no form of the page."""
    text, span, line = doc.text, place.span, place.form is Form.LINE
    if place.form is Form.OPENING:
        return _opening(doc, page, place)
    bare = not text.endswith(UNLIKE_CHROME, 0, span.end)
    if not doc.facts.quoted(span):
        words = doc.facts.keys(span)
        # “Here!” is speech, and “Yes.” an answer; without a stop, at the very end, each is a button.
        if len(words.words) == 1 and not (
            line or (place.edge and place.last and bare and not text.endswith("!", 0, span.end))
        ):
            return None
        if is_form(page, "line", str(words), text[span.start : span.end]) or _tiled(page, words.words, "line"):
            return span, line
        weak = place.edge and (line or bare) and not (place.top and str(words) in page.words("hint"))
        if weak and (is_form(page, "edge", str(words)) or _tiled(page, words.words, "line", "edge")):
            return span, False
    if line or (bare and (place.last or place.edge)):
        behind = _cue(text, page, span) or _weak_cue(text, page, place)
        if (
            behind is not None
            and not doc.facts.quoted(Span(span.start, behind))
            and _is_rest(text, page, Span(behind, span.end))
        ):
            return span, False
    return None


def _is_rest(text: str, page: Page, rest: Span) -> bool:
    """Whether what stands behind a cue goes with it, to the end: a headline, a name, a list; not the article's own text."""
    if page.has("own") and page.pattern("own").match(text, *rest):
        return False
    if text.endswith(".", 0, rest.end):
        return text.count(" ", *rest) < MOST_WORDS and _seam(text, rest) is None
    return True


def is_form(page: Page, kind: str, words: str, text: str = "") -> bool:
    """Whether the words are a form of that kind, from the page's lists or by its pattern.

    A pattern with a gap could run on into the article: not over a word that opens a sentence, in a `text` that ends as one.
    """
    if is_listed(page, kind, words):
        return True
    if not page.has(kind) or page.pattern(kind).fullmatch(words) is None:
        return False
    return not (text.endswith(".") and any(m["first"].lower() in OPENERS for m in RUNS_ON.finditer(text)))


def is_listed(page: Page, kind: str, words: str) -> bool:
    """A cue that stands alone is a form, too."""
    return words in page.words(kind) or words in page.words(BARE[kind])


def _tiled(page: Page, words: tuple[str, ...], *kinds: str) -> bool:
    return 0 < len(words) == _tiles(page, words, *kinds)


def _tiles(page: Page, words: tuple[str, ...], *kinds: str) -> int:
    """How many of the first words are forms end to end (“Share on Facebook Send by email”), the longest taken first."""
    forms, lengths = page.words(*kinds), page.lengths(*kinds)
    at = 0
    while at < len(words):
        left = len(words) - at
        fitting = (n for n in lengths.get(words[at], ()) if n <= left and " ".join(words[at : at + n]) in forms)
        step = next(fitting, 0)
        if not step:
            break
        at += step
    return at


def _opening(doc: Document, page: Page, place: Place) -> tuple[Span, bool] | None:
    """A form before the first sentence of a block, on its line: what follows begins anew, with a capital."""
    text, block = doc.text, place.span
    head = Span(block.start, min(block.end, block.start + LONGEST_OPENING))
    end = None
    if place.edge:
        behind = _cue(text, page, head)
        end = _opening_form(doc, page, head, block) if behind is None else _seam(text, Span(behind, head.end))
    if end is None and page.has("opening"):
        match = page.pattern("opening").match(text, *head)
        end = None if match is None else _behind(text, Span(match.end(), block.end))
    if end is None or doc.facts.quoted(Span(block.start, end)):
        return None
    return Span(block.start, end), False


def _opening_form(doc: Document, page: Page, head: Span, block: Span) -> int | None:
    """Where the forms end that a block opens with: several end to end, else the longest that a sentence may follow."""
    text, words = doc.text, doc.facts.keys(head, MOST_WORDS)
    count = _tiles(page, words.words, "line", "cue")
    if 1 < count < len(words.words):
        end = _behind(text, Span(words.ends[count - 1], block.end))
        if end is not None:
            return end
    marked = MARKED.match(text, *block) is not None
    for count in _candidates(page, words):
        if count == 1 and text.startswith(":", words.ends[0]):
            continue
        part = " ".join(words.words[:count])
        if part not in page.words("hint") and (is_form(page, "line", part) or is_form(page, "edge", part)):
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
    """The same for a cue that good copy may open with, too, or that has no mark behind it: if the rest reads as a headline."""
    span = place.span
    if text.endswith(UNLIKE_CHROME, 0, span.end) or not (place.form is Form.LINE or (place.edge and place.last)):
        return None
    loose = page.pattern("loose").match(text, *span) if page.has("loose") else None
    if loose is not None:
        return loose.end()
    mark = CUE.search(text, span.start + 1, min(span.end, span.start + LONGEST_CUE))
    if mark is None or place.top or str(keys(text, Span(span.start, mark.start()))) not in page.words("hint"):
        return None
    return mark.end()


def _seam(text: str, span: Span) -> int | None:
    """Where a headline without a stop ends and a sentence begins: a capital behind a word without one.

    Best before a word that opens sentences and names nothing; else behind one that cannot be followed by a name.
    """
    soft = None
    for seam in SEAM.finditer(text, *span):
        if text.count(" ", span.start, seam.start()) < 2:
            continue
        if seam["first"].lower() in OPENERS:
            return seam.start()
        if soft is None and seam["before"].lower() not in LEADS_ON:
            soft = seam.start()
    return soft
