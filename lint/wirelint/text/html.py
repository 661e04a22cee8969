"""HTML, pages and fragments: what a reader of the page reads, each letter with its place in the file.

Text, tags and comments are told apart as browsers do (WHATWG HTML, “Tokenization”); trees are not built. One pattern
does it in one pass, four times as fast as `html.parser`, whose answers for broken mark-up change between releases of Python.
"""

from __future__ import annotations

from functools import lru_cache
from html import unescape

import regex

from ..model import Span
from ..patterns import compiled
from .document import Escape
from .prose import HOLE, Prose
from .sourcemap import Passage

# A tag's quotes count only behind “=”. What is never closed reaches to the end of the file.
TAG = compiled(
    r"""<(?:
        !--(?:-?>|.*?(?:--!?>|\Z))
      | !\[CDATA\[
      | (?:[!?]|/(?![a-zA-Z]))[^>]*+(?:>|\Z)
      | (?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*+)
        (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))*+)(?:>|\Z)
    )""",
    regex.X | regex.S,
)
# In text: a character reference, a line break with the white space behind it, the end of a CDATA section.
MARK = (
    r"&(?:\#(?:[0-9]{1,10}+(?![0-9])|[xX][0-9a-fA-F]{1,8}+(?![0-9a-fA-F]));?|[a-zA-Z][a-zA-Z0-9]*+;?)"
    r"|[\r\n][ \t\r\n\f]*+|\]\]>"
)
MARKS = compiled(MARK)
# Apart, because to look at every blank would halve the speed.
MARKS_AND_BLANKS = compiled(rf"{MARK}|[ \t\f]{{2}}[ \t\r\n\f]*+")
# In attributes: this is in another language, or not to be touched by translators.
FOREIGN = compiled(r"""(?i)(?<!\S)(?:lang\s*=\s*["']?(?!en\b)[a-z]|translate\s*=\s*["']?no\b)""")
# A bare “&” or “<” and what could be the start of its name.
OPEN_END = compiled(r"(?:&\#?\w*+|<[!/?]?)\Z")
# A raised figure or “[a]” that refers to a note, with its tags; not “10th”.
NOTE = compiled(
    r"""(?:[^\w<]|<(?!/?sup\b)[^<>]*+>)*+ (?:\d{1,3}+|(?<=\[)\w{1,3}+(?=\]))? (?:[^\w<]|<(?!/?sup\b)[^<>]*+>)*+ </sup\s*+>""",
    regex.X | regex.I,
)

BLOCKS = dict.fromkeys(
    "address article aside blockquote body center col colgroup dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p "
    "pre section summary table tbody td tfoot th thead title tr ul xmp caption".split(),
    "paragraph",
)
BLOCKS |= dict.fromkeys("h1 h2 h3 h4 h5 h6 title".split(), "heading")
BLOCKS |= {"li": "item", "td": "cell", "th": "cell", "figcaption": "caption", "caption": "caption"}

# Elements that go with the only block in them.
FILLED = frozenset("p li h1 h2 h3 h4 h5 h6 figcaption div".split())

# What holds no prose, by what stands for it in the sentence. The first are read to their end tag, whatever is in them.
OPAQUE = frozenset("script style textarea iframe noembed noframes noscript xmp".split())
NOTHING = frozenset("script style noembed noframes noscript template del s strike".split())
BLANK = frozenset("svg object audio video canvas select button datalist iframe textarea pre listing xmp".split())
WORD = frozenset("code kbd samp var tt math".split())
# An inline element that is never closed ends with its block at the latest; these are closed or reach to the end of the file.
HOLDING = (NOTHING | BLANK | BLOCKS.keys() | {"math"}) - {"p", "del", "s", "strike", "button"}

# A page says the same few references again and again.
decoded = lru_cache(maxsize=256)(unescape)


def escaping(raw: str) -> Escape:
    """How new prose is written in the page."""

    def escape(text: str, span: Span) -> str | None:
        # Only mark-up could break a line; and what stands before must not be made a tag or a reference by what follows it.
        if "\n" in text or "\r" in text or OPEN_END.search(raw, max(0, span.start - 40), span.start):
            return None
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    return escape


def passages(raw: str) -> list[Passage]:
    """The blocks of a page or fragment."""
    prose = Prose(raw)
    read(prose, 0, len(raw))
    return prose.passages


def read(prose: Prose, start: int, end: int) -> None:
    """Adds what stands in a stretch of `prose.raw`, whole blocks."""
    raw = prose.raw
    prose.block()
    cdata = False
    while tag := TAG.search(raw, start, end):
        words(prose, start, tag.start(), cdata=cdata)
        name = (tag["name"] or "").lower()
        start = tag.end()
        if name:
            start = _tag(prose, tag, name, end)
        elif raw.startswith("<![CDATA[", tag.start()):
            # XHTML's text, HTML's comment, in feeds a wrapping of HTML: the last reading serves all three.
            cdata = True
    words(prose, start, end, cdata=cdata)
    prose.block()


def words(prose: Prose, start: int, end: int, *, cdata: bool = False) -> None:
    """Adds text between tags: its references decoded, its white space as one blank, ends of CDATA sections left out."""
    wide = prose.raw.find("  ", start, end) >= 0 or prose.raw.find("\t", start, end) >= 0
    for mark in (MARKS_AND_BLANKS if wide else MARKS).finditer(prose.raw, start, end):
        what = mark[0]
        if what[0] == "&":
            said = decoded(what)
            if said != what:
                prose.copy(start, mark.start())
                prose.put(said, Span(*mark.span()))
                start = mark.end()
        elif what[0] != "]":
            begin = mark.start()
            while begin > start and prose.raw[begin - 1] in " \t\f":
                begin -= 1
            prose.copy(start, begin)
            prose.blank(Span(begin, mark.end()))
            start = mark.end()
        elif cdata:
            prose.copy(start, mark.start())
            start = mark.end()
    prose.copy(start, end)


def _tag(prose: Prose, tag: regex.Match[str], name: str, end: int) -> int:
    """Does what a tag says; gives the offset behind all that it hides."""
    if name == "br":
        prose.line()
        return tag.end()
    if name in BLOCKS:
        start = tag.start() if name in FILLED and not tag["end"] else None
        prose.block("paragraph" if tag["end"] else BLOCKS[name], start=start, end=_filled(prose, tag, name))
    if tag["end"]:
        if name == "q":
            prose.put("”", None)
        return tag.end()
    foreign = tag["attributes"] and name not in ("html", "body") and FOREIGN.search(tag["attributes"])
    if name in NOTHING or name in BLANK or name in WORD or foreign:
        if name in WORD or (foreign and name not in BLOCKS):
            prose.put(HOLE, None)
        elif name in BLANK:
            prose.blank()
        prose.start = None
        return _behind(tag, name, end)
    if name == "sup" and (note := NOTE.match(tag.string, tag.end(), end)):
        return note.end()
    if name == "q":
        prose.put("“", None)
    elif name in ("img", "input"):
        prose.blank()
    return tag.end()


def _filled(prose: Prose, tag: regex.Match[str], name: str) -> int | None:
    """Where the element ends that the block before a tag fills; None where it goes on. The end tags of p and li may be left out."""
    opener = None if prose.start is None else TAG.match(prose.raw, prose.start)
    if opener is None:
        return None
    opened = opener["name"].lower()
    if tag["end"] and name == opened:
        return tag.end()
    over = opened == "p" or (opened == "li" and (name in ("ul", "ol") if tag["end"] else name == "li"))
    return tag.start() if over else None


def _behind(tag: regex.Match[str], name: str, end: int) -> int:
    """The offset behind the element that a tag opens."""
    if tag["attributes"].endswith("/") and name in HOLDING:
        return tag.end()
    raw = tag.string
    if name in OPAQUE:
        close = compiled(rf"(?i)</{name}(?=[\s/>])[^>]*+(?:>|\Z)").search(raw, tag.end(), end)
        return close.end() if close else end
    depth = 1
    at = tag.end()
    while inner := TAG.search(raw, at, end):
        at = inner.end()
        found = (inner["name"] or "").lower()
        if found == name:
            depth += -1 if inner["end"] else 1
            if not depth:
                return at
        elif found in BLOCKS and name not in HOLDING:
            return inner.start()
    return end
