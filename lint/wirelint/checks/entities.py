"""Characters still written as the codes of a web page."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document


def decoded(doc: Document, page: Page) -> Iterator[Hit]:
    """“& mdash;”, “&#8217;”, “& # 039 ;”: the character it stands for, with the blanks that belong to it."""
    quote_open: dict[int | None, bool] = {}
    for m in page.sought(doc.facts):
        char = _entity(m, page)
        if char is None:
            continue
        block = doc.facts.block_at(m.start())
        text, start, end = doc.text, m.start(), m.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        if char in '"“”«»':
            opens = char in "“«" or (char == '"' and not quote_open.get(block, False))
            quote_open[block] = opens
            if opens and after == " ":
                end += 1
            elif not opens and before == " ":
                start -= 1
            good = ("“" if opens else "”") if doc.facts.curly else '"'
        elif char in "'‘’" or (char == "`"):
            good, start, end = _apostrophe(doc, char, start, end)
        elif char.isspace() or char in "\u00ad\u200b\u200c\u200d":
            good = " " if char.isspace() else ""
            while char.isspace() and text[end : end + 1] == " ":
                end += 1
            if char.isspace() and before.isspace():
                good = ""
        elif char in "–—" and (before == " ") != (after == " "):
            good = f"{'' if before == ' ' else ' '}{char}{'' if after == ' ' else ' '}"
        elif (
            char.isalpha() and m["gap"] and before == " " and text[start - 2 : start - 1].isalpha() and after.isalpha()
        ):
            good, start = char, start - 1
        else:
            good = char
        span = Span(*m.span())
        shown = good if good.strip() else "a space" if good else "nothing"
        yield Hit(span, {"bad": m[0], "good": shown}, ((Edit(Span(start, end), good),),))


def _entity(m: regex.Match[str], page: Page) -> str | None:
    from html.entities import name2codepoint  # most drafts have no code to look up

    if m["number"]:
        code = int(m["number"])
    elif m["hex"]:
        code = int(m["hex"], 16)
    else:
        name = m["name"]
        if name in page.lists["words"] or (not m["stop"] and name not in page.lists["open"]):
            return None
        if name == "apos":
            return "'"
        found = name2codepoint.get(name) or name2codepoint.get(name.lower())
        if found is None:
            return None
        code = found
    # Numbers from 128 to 159 are meant as cp1252: &#146; is an apostrophe in every browser.
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "ignore") or None
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else None


ENDING = compiled(r" ?(?:s|t|re|ve|ll|d|m)\b")


def _apostrophe(doc: Document, char: str, start: int, end: int) -> tuple[str, int, int]:
    """Between a word and its ending: close to both. Else a single quote, as it stands."""
    text = doc.text
    if char != "‘" and ENDING.match(text, end):
        if text[end : end + 1] == " ":
            end += 1
        if text[start - 1 : start] == " ":
            start -= 1
        return ("’" if doc.facts.curly else "'"), start, end
    if not doc.facts.curly:
        return "'", start, end
    return ("’" if char == "'" and text[start - 1 : start].isalnum() else "‘" if char == "'" else char), start, end
