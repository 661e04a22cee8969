"""Forms of a page: what a site prints around its articles, as pages of the rule book list it.

Words are looked up in lower case, without marks, figures as `#` and networks as `@` (see `text.zones.keys`):

- lists `line_…`, pattern `line`: nothing else than chrome, wherever they are a line or a sentence of their own;
- lists `alone_…`, pattern `alone`: chrome as a line of its own, or as the last sentence of the text;
- lists `edge_…`, pattern `edge`: chrome at the edge of the text, where nothing but short lines stands above or below;
- lists `cue_…`: words before a colon or the like that make the rest of the line chrome, too;
- lists `hint_…`: the same where the line reads as a headline and is not the text's own;
- pattern `raw`: as `alone`, but on the text as it is, marks and all;
- pattern `loose`: cues without a mark behind them, on the text as it is;
- pattern `own`: what behind a cue is not chrome but the article itself, on the text as it is;
- pattern `opening`: chrome before the first sentence of a block, on the text as it is;
- list `begin`: the first words of what the patterns match.
"""

from __future__ import annotations

from collections.abc import KeysView

import regex

from ..model import Span
from ..page import Page
from ..patterns import compiled
from ..text.sentences import OPENERS
from ..text.zones import WORD, Form, Place, keys

CUE = compiled(r"\s*(?:[:：]|[•|»►▶➤>]|\s[–—-]\s|\s{2,}(?=\p{Lu}))\s*")
SEAM = compiled(r"(?<![\p{L}\d'’-])(?P<before>[\p{Ll}\d]+[?!]?)\K\s(?=(?P<first>\p{Lu}\p{Ll}*)\s)")
LEADS_ON = frozenset(
    "of the in to and a for with from by at an on into near over about against between as or after before during".split()
)
RUNS_ON = compiled(r"[\p{L}\d]\s(?=(?P<first>\p{Lu}\p{Ll}+)\b)")
# A sentence of chrome ends without one; where it does, the words alone must tell.
UNLIKE_CHROME = (".", "”", '"')
BARE = {"line": "cue", "edge": "hint"}
# Whom a site speaks to, and of what: a sentence of chrome that ends as one has one of these.
READER = frozenset(
    "you your you're you've our us we we're my i cookies subscribers newsletter content article author site".split()
)
TOLD = frozenset(
    "said says told added wrote asked noted explained argued stated announced warned insisted claimed replied".split()
)
LONGEST_CUE, MOST_WORDS = 60, 14


def starts(page: Page) -> KeysView[str]:
    """The first words of all forms of the page."""
    return page.firsts("line", "alone", "edge", "cue", "hint", "begin")


def is_form(page: Page, kind: str, words: str, text: str = "") -> bool:
    """Whether the words are a form of that kind, from the page's lists or by its pattern.

    A pattern with a gap could run on into the article: not over a word that opens a sentence, in a `text` that ends as one.
    """
    if is_listed(page, kind, words):
        return True
    if not page.has(kind) or page.pattern(kind).fullmatch(words) is None:
        return False
    return not (text.endswith(".") and any(m["first"].lower() in OPENERS for m in RUNS_ON.finditer(text)))


def is_told(words: tuple[str, ...]) -> bool:
    """Whether somebody says it: “Subscribe, the banner says”."""
    return not TOLD.isdisjoint(words)


def is_listed(page: Page, kind: str, words: str) -> bool:
    """A cue that stands alone is a form, too."""
    return words in page.words(kind) or (kind in BARE and words in page.words(BARE[kind]))


def tiled(page: Page, words: tuple[str, ...], *kinds: str) -> bool:
    return 0 < len(words) == tiles(page, words, *kinds)


def tiles(page: Page, words: tuple[str, ...], *kinds: str) -> int:
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


def cue(text: str, page: Page, span: Span) -> int | None:
    """Where the rest begins behind a cue of the page and the mark that sets it off; None where there is no cue."""
    cues = page.words("cue")
    if not cues:
        return None
    sign = mark(text, span)
    if sign is None or str(keys(text, Span(span.start, sign.start()))) not in cues:
        return None
    return sign.end()


def mark(text: str, span: Span) -> regex.Match[str] | None:
    """What sets off the first words, behind the marks that may stand before them (“>> Read also: …”)."""
    first = WORD.search(text, *span)
    return first and CUE.search(text, first.end(), min(span.end, span.start + LONGEST_CUE))


def weak_cue(text: str, page: Page, place: Place) -> int | None:
    """The same for a cue that good copy may open with, too, or that has no mark behind it: if the rest reads as a headline."""
    span, aside = place.span, bracketed(text, place.span)
    if text.endswith(UNLIKE_CHROME, 0, span.end) or not (
        place.form is Form.LINE or aside or (place.edge and place.last)
    ):
        return None
    loose = page.pattern("loose").match(text, *span) if page.has("loose") else None
    if loose is not None:
        return loose.end()
    sign = mark(text, span)
    if sign is None or place.top or str(keys(text, Span(span.start, sign.start()))) not in page.words("hint"):
        return None
    return sign.end()


def is_rest(text: str, page: Page, rest: Span) -> bool:
    """Whether what stands behind a cue goes with it, to the end: a headline, a name, a list; not the article's own text."""
    if page.has("own") and page.pattern("own").match(text, *rest):
        return False
    if text.endswith(".", 0, rest.end):
        return text.count(" ", *rest) < MOST_WORDS and seam(text, rest) is None
    return True


def bracketed(text: str, span: Span) -> bool:
    """“(Read: …)”, an aside that only a site makes."""
    return text[span.start] + text[span.end - 1] in ("()", "[]")


def seam(text: str, span: Span) -> int | None:
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
