"""Places where what a site prints around its articles comes to lie: short lines, a block's first words, its sentences.

A phrase alone tells little: “share on Facebook” is a button as a line of its own, and news within a sentence. So the
places are worked out first, once for all rules, and each rule looks up only those whose first word it knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from ..model import Span
from ..patterns import compiled
from .blocks import Block

# Letters with their inner apostrophes, or figures with their inner marks. Combining signs belong to the letter before.
NO_BLANK = compiled(r"\S")
WORD = compiled(r"[^\W\d_][\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*|\d+(?:[.,:]\d+)*")
LONGEST_LINE, LONGEST_SENTENCE = 220, 160
# Behind the last stop of a text, also where the space is missing: “… on Saturday.Writing”.
GLUED = compiled(
    r"""(?<=[\p{Ll}\d)][.!?…]["'”’»)]{0,2})(?=[\p{Lu}©(\[-])|(?<=[\p{Ll})][.!?…]["'”’»)]{0,2})(?=\d)|(?<=[\p{Ll}][.!?…]["'”’»)]{0,2})-(?=\s)"""
)
TAIL = 160
NETWORKS = frozenset(
    "facebook twitter whatsapp telegram instagram youtube tiktok linkedin pinterest viber vk vkontakte вконтакте odnoklassniki "
    "одноклассники одноклассниках reddit flipboard messenger tumblr bluesky mastodon snapchat skype wechat weibo телеграм "
    "телеграмм телеграме telegram'da твиттер твиттере фейсбук фейсбуке вк дзен дзене facebook'ta twitter'da whatsapp'ta".split()
)
BETWEEN = frozenset("and or y o e ou et und oder и ve en i &".split())
FIGURE, NETWORK = "#", "@"
# Marks that a line may open with, and what it is looked up by besides its first word.
SIGNS = {"#": "hashtag", "©": "©"}


class Form(Enum):
    """How a place stands in the text."""

    LINE = "line"
    """A whole block, and a short one."""
    OPENING = "opening"
    """The beginning of a block or sentence that says more; the span is all of that."""
    SENTENCE = "sentence"
    """A short sentence of a block that has others."""


class Place(NamedTuple):
    """`first` is its first word, in lower case. `edge`: nothing but short lines stands before it, or behind it."""

    span: Span
    form: Form
    first: str
    edge: bool
    last: bool
    """Whether it ends its block."""
    top: bool
    """Whether it is, or begins, the text."""


def places(text: str, blocks: Sequence[Block], sentences: Sequence[Span]) -> tuple[Place, ...]:
    """In reading order of their blocks; of one block the line or the opening first."""
    found: list[Place] = []
    lead, rest = _short_before(blocks), _short_behind(blocks)
    at = 0
    for index, block in enumerate(blocks):
        span = block.span
        own = []
        while at < len(sentences) and sentences[at].start < span.end:
            own.append(sentences[at])
            at += 1
        if block.kind == "cell":
            continue  # “Yes”, “Options”: a table is made of short lines
        top, bottom = index <= lead, index >= rest
        if span.end - span.start <= LONGEST_LINE:
            found += _place(text, span, Form.LINE, top or bottom, last=True)
        found += _place(text, span, Form.OPENING, top, last=False)
        for number, sentence in enumerate(own if len(own) > 1 else ()):
            first, last = number == 0, number == len(own) - 1
            if sentence.end - sentence.start <= LONGEST_SENTENCE:
                found += _place(text, sentence, Form.SENTENCE, (first and top) or (last and bottom), last=last)
            if not first:
                found += _place(text, sentence, Form.OPENING, False, last=False)
        if bottom:
            found += _glued(text, span)
    return tuple(found)


def _place(text: str, span: Span, form: Form, edge: bool, *, last: bool) -> Iterable[Place]:
    word = WORD.search(text, *span)
    if word is None:
        return ()
    first = "email" if text[word.start() : word.start() + 6].lower() == "e-mail" else key_word(word[0])
    return (Place(span, form, first, edge, last, NO_BLANK.search(text, 0, span.start) is None),)


def _glued(text: str, block: Span) -> Iterable[Place]:
    for seam in GLUED.finditer(text, max(block.start + 1, block.end - TAIL), block.end):
        yield from _place(text, Span(seam.end() - len(seam[0]), block.end), Form.SENTENCE, True, last=True)


def _short_before(blocks: Sequence[Block]) -> int:
    """The index of the first long block; so many stand at the top."""
    return next((i for i, b in enumerate(blocks) if b.span.end - b.span.start > LONGEST_SENTENCE), len(blocks))


def _short_behind(blocks: Sequence[Block]) -> int:
    """The index of the last long block; what follows stands at the bottom."""
    behind = (i for i in range(len(blocks) - 1, -1, -1) if blocks[i].span.end - blocks[i].span.start > LONGEST_SENTENCE)
    return next(behind, 0)


def key_word(word: str) -> str:
    """A word as phrases are looked up by: lower case, straight apostrophe, `#` for figures, `@` for a network."""
    if word[0].isdigit():
        return FIGURE
    low = word.lower().replace("’", "'").replace("i\u0307", "i")  # Turkish “İlgili”
    return NETWORK if low in NETWORKS else low


class Keys(NamedTuple):
    """The words of a place as they are looked up, and where each ends in the text."""

    words: tuple[str, ...]
    ends: tuple[int, ...]

    def __str__(self) -> str:
        return " ".join(self.words)


MOST_KEYS = 40


def keys(text: str, span: Span, most: int = MOST_KEYS) -> Keys:
    """At most `most` words of `span`; networks in a row (“Facebook, Twitter and WhatsApp”) are one `@`."""
    words: list[str] = []
    ends: list[int] = []
    for match in WORD.finditer(text, *span):
        word = key_word(match[0])
        if word == "mail" and words and words[-1] == "e":  # “e-mail” is two words here, and one elsewhere
            words[-1], ends[-1] = "email", match.end()
            continue
        if word == NETWORK and words:
            if words[-1] in BETWEEN and words[-2:-1] == [NETWORK]:
                words.pop()
                ends.pop()
            if words[-1] == NETWORK:
                ends[-1] = match.end()
                continue
        words.append(word)
        ends.append(match.end())
        if len(words) == most:
            break
    return Keys(tuple(words), tuple(ends))
