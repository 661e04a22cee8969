"""The marks inside a paragraph of Markdown: what is prose, what is mark-up, what says a letter another way.

CommonMark's inline rules (version 0.31), as far as they tell letters that are read from letters that are not, with
GitHub's bare addresses, struck text and footnotes, and the tags of the usual site generators.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

import regex

from ..model import Span
from ..patterns import compiled
from . import emphasis, html
from .content import BLOCK, GAP, LINE, Content, Cut
from .prose import HOLE, WHITE, Prose

# “{{ page.title }}” is a site's tag; a bare “{{title}}” is more likely a hole of a template, and prose.
TOKEN = compiled(
    r"""\\[!-/:-@\[-`{-~\n]
      | &(?:\#(?:[0-9]{1,7}+|[xX][0-9a-fA-F]{1,6}+)|[a-zA-Z][a-zA-Z0-9]*+);
      | `++ | \*++ | _++ | (?<![~\s])~~(?!~) | ~~(?![~\s]) | \n | <
      | \[\^[^\[\]\s]{1,99}+\] | !?\[ | \]
      | \{\{(?=[<%\s]|[^{}\n]*[.|])[^{}\n]*+\}\} | \{%[^%\n]*+%\} | \{[:\#.][^{}\n]*+\}(?=[ \t]*+(?:\n|\Z))
      | (?<![\w/])(?:https?://|www\.)(?:[^\s<>\[\]()`]|\([^\s<>\[\]()`]*+\))++
    """,
    regex.X,
)
AUTOLINK = compiled(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]++@[\w.-]++)>")
# Behind a link's text: its target and title, or the name of a target given elsewhere.
TARGET = compiled(
    r"""\(\s*+(?:<[^<>\n]*+>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*+\))*+\))*+)
        (?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*+\)""",
    regex.X | regex.S,
)
LABEL = compiled(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", regex.S)
HIDING = html.WORD | html.BLANK | html.NOTHING
TRAILING = ".,:;!?\"'*_~”’"
NOTE = compiled(r"\[\^[^\[\]\s]{1,99}+\]:[ \t]*+")
# Stricter than HTML: “a <b, c> d” is no tag.
TAG = compiled(
    r"""<(?P<end>/)?(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)
        (?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?+)*+\s*+/?>""",
    regex.X,
)
# What a raised figure holds that refers to a note, up to the end of its tag.
RAISED = compiled(r"(?i)[^\w<]*+(?:\d{1,3}|(?<=\[)\w{1,3}(?=\]))[^\w<(]*+(?:\([^()\s]*+\))?[^\w<]*+</sup\s*+>")
# What a comment, a processing instruction, a CDATA section and a declaration begin and end with.
HIDDEN = {"<!--": "-->", "<?": r"\?>", "<![CDATA[": "]]>", "<!": ">"}


class Opener(NamedTuple):
    """A bracket that may open a link or an image. `cuts` and `runs`: how many were found before it."""

    start: int
    end: int
    cuts: int
    runs: int


class Inline:
    """Scans one block's content. `is_target` tells whether a name stands for a link's target."""

    def __init__(self, raw: str, lines: list[Span], is_target: Callable[[str], bool]) -> None:
        self._content = Content(raw, lines)
        self._text = self._content.text
        self._is_target = is_target
        self._cuts: list[Cut] = []
        self._openers: list[Opener] = []
        # No link may hold another: brackets opened before the last link open none.
        self._linked = 0
        self._runs: list[emphasis.Run] = []
        self._struck: int | None = None
        self._ticks: dict[int, list[int]] = {}
        self._captions: list[tuple[int, int, list[Cut]]] = []

    def read(self, prose: Prose) -> None:
        """Adds the prose of the content to the block that `prose` has begun; captions of images as blocks behind it."""
        if "  " in self._text or "\t" in self._text:
            self._cuts = [Cut(*blanks.span(), " ") for blanks in regex.finditer(r"[ \t]{2,}+", self._text)]
        at = 0
        while token := TOKEN.search(self._text, at):
            at = self._token(token)
        self._emphasise(0)
        self._content.say(prose, 0, len(self._text), self._cuts)
        for start, end, cuts in self._captions:
            prose.block("caption")
            self._content.say(prose, start, end, cuts)

    def _token(self, token: regex.Match[str]) -> int:
        """Notes what a token says; gives where to go on."""
        what, start, end = token[0], token.start(), token.end()
        match what[0]:
            case "\\":
                self._cuts.append(Cut(start, end, what[1]))
            case "&":
                if (said := html.decoded(what)) != what:
                    self._cuts.append(Cut(start, end, said.strip(WHITE) or " "))
            case "\n":
                self._cuts.append(Cut(start, end, self._line_end(start)))
            case "`":
                return self._code(start, end)
            case "*" | "_":
                self._runs.append(emphasis.run(self._text, start, end))
            case "~":
                self._strike(start, end)
            case "<":
                return self._angle(start)
            case "!" | "[" if what[-1] == "[":
                self._openers.append(Opener(start, end, len(self._cuts), len(self._runs)))
            case "[":
                return self._note(start, end)
            case "]":
                return self._close(start)
            case "{":
                self._cuts.append(Cut(start, end, GAP))
            case _:
                end = start + len(what.rstrip(TRAILING))
                self._cuts.append(Cut(start, end, HOLE))
        return end

    def _line_end(self, at: int) -> str:
        if self._content.breaks_hard(at):
            return LINE
        return BLOCK if NOTE.match(self._text, at + 1) else " "

    def _code(self, start: int, end: int) -> int:
        """A code span ends at the next run of as many backticks; without one the backticks are read."""
        if not self._ticks:
            for run in regex.finditer("`++", self._text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        runs = self._ticks.get(end - start, [])
        following = bisect_left(runs, end)
        if following == len(runs):
            return end
        behind = runs[following] + end - start
        self._cuts.append(Cut(start, behind, HOLE))
        return behind

    def _strike(self, start: int, end: int) -> None:
        if self._struck is None:
            self._struck = start
        else:
            self._cuts.append(Cut(self._struck, end))
            self._struck = None

    def _angle(self, start: int) -> int:
        """A web address in angle brackets, a tag, a comment, or just a “<”."""
        if link := AUTOLINK.match(self._text, start):
            self._cuts.append(Cut(start, link.end(), HOLE))
            return link.end()
        for opening, closing in HIDDEN.items():
            if self._text.startswith(opening, start) and (end := self._content.behind(closing, start + len(opening))):
                self._cuts.append(Cut(start, end))
                return end
        tag = TAG.match(self._text, start)
        if not tag:
            return start + 1
        name = tag["name"].lower()
        end = tag.end()
        says = LINE if name == "br" else GAP if name in ("img", "input") else ""
        if name in HIDING and not tag["end"] and (close := self._content.behind(rf"(?i)</{name}\s*+>", end)):
            says = HOLE if name in html.WORD else GAP if name in html.BLANK else ""
            end = close
        elif name == "sup" and (note := RAISED.match(self._text, end)):
            end = note.end()
        self._cuts.append(Cut(start, end, says))
        return end

    def _note(self, start: int, end: int) -> int:
        """A footnote's mark; before a note, with its colon."""
        definition = NOTE.match(self._text, start) if start == 0 or self._text[start - 1] == "\n" else None
        end = definition.end() if definition else end
        self._cuts.append(Cut(start, end))
        return end

    def _close(self, at: int) -> int:
        """A closing bracket: the end of a link's text or an image's, of a box to tick, else just a bracket."""
        if not self._openers:
            return at + 1
        opener = self._openers.pop()
        name = self._text[opener.end : at] if at - opener.end < 1000 else ""
        if opener.start == 0 and name in (" ", "x", "X"):
            self._cuts.append(Cut(0, at + 1))
            return at + 1
        behind = self._behind_target(name, at)
        image = self._text[opener.start] == "!"
        if behind is None or (not image and opener.start < self._linked):
            return at + 1
        self._emphasise(opener.runs)
        if image:
            self._captions.append((opener.end, at, self._cuts[opener.cuts :]))
            self._cuts[opener.cuts :] = [Cut(opener.start, behind, GAP)]
        else:
            self._cuts += [Cut(opener.start, opener.end), Cut(at, behind)]
            self._linked = at
        return behind

    def _emphasise(self, first: int) -> None:
        """Settles the runs from `first` on: emphasis lies all within or all about a link."""
        if len(self._runs) > first:
            self._cuts += [Cut(start, end) for start, end in emphasis.marks(self._runs[first:])]
            del self._runs[first:]

    def _behind_target(self, name: str, at: int) -> int | None:
        """The offset behind a link's target, which follows the closing bracket or is known by `name`; None for no link."""
        if target := TARGET.match(self._text, at + 1):
            return target.end()
        if label := LABEL.match(self._text, at + 1):
            return label.end() if self._is_target(label[1] or name) else None
        return at + 1 if self._is_target(name) else None
