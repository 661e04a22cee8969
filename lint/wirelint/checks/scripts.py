"""Words and lines that stand in another script than the text around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .alphabets import in_latin
from .removal import removals, shown

SCRIPTS = (
    r"\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}"
    r"\p{Thai}\p{Devanagari}\p{Georgian}\p{Armenian}\p{Bengali}"
)
# Letters beyond Latin, told by their blocks alone: most texts have none, and need not be asked what each sign is.
BEYOND = re.compile("[\u0370-\u1dff\u3040-\ua4cf\ua960-\uabff\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufefc]")
FOREIGN = compiled(rf"(?=\p{{L}})[{SCRIPTS}]")
RUN = compiled(
    rf"(?=\p{{L}})[{SCRIPTS}][{SCRIPTS}\p{{M}}ー’ʼ]*+(?:[ -](?=\p{{L}})[{SCRIPTS}][{SCRIPTS}\p{{M}}ー’ʼ]*+)*+"
)
EASTERN = compiled(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
LETTER = compiled(r"\p{L}")
MOST = 0.55
"""The share of foreign letters above which a text is a foreign one, and nothing in it a slip."""
LINE = 0.75
"""The same for a line: above it, the line was not translated at all."""
LEFT, RIGHT = 44, 30
STICKS = frozenset("°-–/@#._%&=")


def foreign_script(doc: Document, page: Page) -> Iterator[Hit]:
    """“the channel الساعة”, a headline in Cyrillic over English copy."""
    text = doc.text
    if BEYOND.search(text) is None or FOREIGN.search(text) is None or _share(text) > MOST:
        return
    for block in doc.facts.blocks:
        piece = block.span.of(text)
        if FOREIGN.search(piece) is None:
            continue
        if _share(piece) > LINE:
            if len(piece.split()) > 1:
                edits = tuple(removals(doc, [block.span]))
                words = {"bad": shown(text, block.span), "hint": "translate the line, or take it out"}
                yield Hit(block.span, words, (edits,))
            continue
        for m in RUN.finditer(text, *block.span):
            # Of East Asian scripts only the names that the page knows: `untranslated/east-asian-script` has the rest.
            if _left_over(text, page, m) and (m[0] in page.tables["known"] or not EASTERN.match(m[0])):
                yield _hit(page, m)


def _share(text: str) -> float:
    return len(FOREIGN.findall(text)) / max(1, len(LETTER.findall(text)))


def _left_over(text: str, page: Page, m: regex.Match[str]) -> bool:
    """Whether it is used as a word of the sentence: not spoken of, not explained, no part of an address or a formula."""
    if len(m[0]) < 2 or text[m.start() - 1 : m.start()] in STICKS or text[m.end() : m.end() + 1] in STICKS - {"."}:
        return False
    if (
        text[m.start() - 1 : m.start()].isalnum()
        or text[m.end() : m.end() + 1].isalnum()
        or text[m.end() : m.end() + 2].strip(".").isalnum()
    ):
        return False
    left, right = text[max(0, m.start() - LEFT) : m.start()], text[m.end() : m.end() + RIGHT]
    return not page.pattern("spoken_of").search(left) and not page.pattern("explained").match(right)


def _hit(page: Page, m: regex.Match[str]) -> Hit:
    span = Span(*m.span())
    good = page.tables["known"].get(m[0]) or in_latin(m[0], page.tables)
    if not good:
        return Hit(span, {"bad": m[0], "hint": "translate it, or write the name in Latin letters"}, ())
    goods = good.split(" / ")
    if m.string.startswith(f" {goods[0]} ", m.end()):
        return Hit(span, {"bad": m[0], "hint": "take it out"}, ((Edit(Span(m.start(), m.end() + 1), ""),),))
    return Hit(span, {"bad": m[0], "hint": f"write “{goods[0]}”"}, tuple((Edit(span, one),) for one in goods))
