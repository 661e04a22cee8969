"""The marks inside a paragraph of Markdown: what is prose, what is mark-up, what says a letter another way.

CommonMark's inline rules (version 0.31), as far as they tell letters that are read from letters that are not, with
GitHub's bare addresses, struck text and footnotes, and the tags of the usual site generators.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

import regex

from ..model import Span
from . import emphasis, html
from .prose import HOLE, WHITE, Prose

# “{{ page.title }}” is a site's tag; a bare “{{title}}” is more likely a hole of a template, and prose.
TOKEN = regex.compile(
    r"""\\[!-/:-@\[-`{-~\n]
      | &(?:\#(?:[0-9]{1,7}+|[xX][0-9a-fA-F]{1,6}+)|[a-zA-Z][a-zA-Z0-9]*+);
      | `++ | \*++ | _++ | ~~(?!~) | \n | <
      | \[\^[^\[\]\s]{1,99}+\] | !?\[ | \]
      | \{\{(?=[<%\s]|[^{}\n]*[.|])[^{}\n]*+\}\} | \{%[^%\n]*+%\} | \{[:\#.][^{}\n]*+\}(?=[ \t]*+(?:\n|\Z))
      | (?<![\w/])(?:https?://|www\.)(?:[^\s<>\[\]()`]|\([^\s<>\[\]()`]*+\))++
    """,
    regex.X,
)
AUTOLINK = regex.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]++@[\w.-]++)>")
# Behind a link's text: its target and title, or the name of a target given elsewhere.
TARGET = regex.compile(
    r"""\(\s*+(?:<[^<>\n]*+>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*+\))*+\))*+)
        (?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*+\)""",
    regex.X | regex.S,
)
LABEL = regex.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", regex.S)
HIDING = html.WORD | html.BLANK | html.NOTHING
TRAILING = ".,:;!?\"'*_~”’"
# What a cut says for a blank of its own, for the end of a printed line, and for the end of a block.
GAP, LINE, BLOCK = "\t", "\n", "\n\n"
NOTE = regex.compile(r"\[\^[^\[\]\s]{1,99}+\]:[ \t]*+")
# Stricter than HTML: “a <b, c> d” is no tag.
TAG = regex.compile(
    r"""<(?P<end>/)?(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)
        (?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?+)*+\s*+/?>""",
    regex.X,
)
# What a comment, a processing instruction, a CDATA section and a declaration begin and end with.
HIDDEN = {"<!--": "-->", "<?": r"\?>", "<![CDATA[": "]]>", "<!": ">"}


class Cut(NamedTuple):
    """A part of the content that is not read as it stands, and what is read there; “” for nothing. An outer one rules."""

    start: int
    end: int
    says: str = ""


class Opener(NamedTuple):
    """A bracket that may open a link or an image. `cuts` and `runs`: how many were found before it."""

    start: int
    end: int
    cuts: int
    runs: int


class Inline:
    """Scans the content of one block: its lines, without what stands before and behind them, joined by line feeds."""

    def __init__(self, raw: str, lines: list[Span], is_target: Callable[[str], bool]) -> None:
        self.raw = raw
        self.lines = lines
        self.text = "\n".join([line.of(raw) for line in lines])
        self._starts = list(accumulate((line.end - line.start + 1 for line in lines[:-1]), initial=0))
        self._is_target = is_target
        self._cuts: list[Cut] = []
        self._openers: list[Opener] = []
        # No link may hold another: brackets opened before the last link open none.
        self._linked = 0
        self._runs: list[emphasis.Run] = []
        self._struck: int | None = None
        self._ticks: dict[int, list[int]] | None = None
        self._ends: dict[str, list[int]] = {}
        self._captions: list[tuple[int, int, list[Cut]]] = []

    def read(self, prose: Prose) -> None:
        """Adds the prose of the content to the block that `prose` has begun; captions of images as blocks behind it."""
        at = 0
        while token := TOKEN.search(self.text, at):
            at = self._token(token)
        self._emphasise(0)
        self._say(prose, 0, len(self.text), self._cuts)
        for start, end, cuts in self._captions:
            prose.block("caption")
            self._say(prose, start, end, cuts)

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
                self._runs.append(emphasis.run(self.text, start, end))
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
        behind = self.lines[bisect_right(self._starts, at) - 1].end
        if self.raw.startswith("  ", behind):
            return LINE
        return BLOCK if NOTE.match(self.text, at + 1) else " "

    def _code(self, start: int, end: int) -> int:
        """A code span ends at the next run of as many backticks; without one the backticks are read."""
        if self._ticks is None:
            self._ticks = {}
            for run in regex.finditer("`++", self.text):
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
        if link := AUTOLINK.match(self.text, start):
            self._cuts.append(Cut(start, link.end(), HOLE))
            return link.end()
        for opening, closing in HIDDEN.items():
            if self.text.startswith(opening, start) and (end := self._behind(closing, start + len(opening))):
                self._cuts.append(Cut(start, end))
                return end
        tag = TAG.match(self.text, start)
        if not tag:
            return start + 1
        name = tag["name"].lower()
        end = tag.end()
        says = LINE if name == "br" else GAP if name in ("img", "input") else ""
        if name in HIDING and not tag["end"] and (close := self._behind(rf"(?i)</{name}\s*+>", end)):
            says = HOLE if name in html.WORD else GAP if name in html.BLANK else ""
            end = close
        self._cuts.append(Cut(start, end, says))
        return end

    def _behind(self, pattern: str, at: int) -> int | None:
        """The offset behind the first match of a pattern from `at` on."""
        if pattern not in self._ends:
            self._ends[pattern] = [match.end() for match in regex.finditer(pattern, self.text)]
        ends = self._ends[pattern]
        following = bisect_right(ends, at)
        return ends[following] if following < len(ends) else None

    def _note(self, start: int, end: int) -> int:
        """A footnote's mark; before a note, with its colon."""
        definition = NOTE.match(self.text, start) if start == 0 or self.text[start - 1] == "\n" else None
        end = definition.end() if definition else end
        self._cuts.append(Cut(start, end))
        return end

    def _close(self, at: int) -> int:
        """A closing bracket: the end of a link's text or an image's, else just a bracket."""
        if not self._openers:
            return at + 1
        opener = self._openers.pop()
        image = self.text[opener.start] == "!"
        behind = self._behind_target(self.text[opener.end : at] if at - opener.end < 1000 else "", at)
        if opener.start == 0 and self.text[:at] in ("[ ", "[x", "[X"):
            self._cuts.append(Cut(0, at + 1))  # to do, done
        elif behind is None or (not image and opener.start < self._linked):
            return at + 1
        else:
            self._link(opener, at, behind)
        return behind or at + 1

    def _link(self, opener: Opener, at: int, behind: int) -> None:
        self._emphasise(opener.runs)
        if self.text[opener.start] == "!":
            self._captions.append((opener.end, at, self._cuts[opener.cuts :]))
            self._cuts[opener.cuts :] = [Cut(opener.start, behind, GAP)]
        else:
            self._cuts += [Cut(opener.start, opener.end), Cut(at, behind)]
            self._linked = at

    def _emphasise(self, first: int) -> None:
        """Settles the runs from `first` on: emphasis lies all within or all about a link."""
        if len(self._runs) > first:
            self._cuts += [Cut(start, end) for start, end in emphasis.marks(self._runs[first:])]
            del self._runs[first:]

    def _behind_target(self, name: str, at: int) -> int | None:
        """The offset behind a link's target, which follows the closing bracket or is known by `name`; None for no link."""
        if target := TARGET.match(self.text, at + 1):
            return target.end()
        if label := LABEL.match(self.text, at + 1):
            return label.end() if self._is_target(label[1] or name) else None
        return at + 1 if self._is_target(name) else None

    def _say(self, prose: Prose, at: int, end: int, cuts: list[Cut]) -> None:
        for cut in sorted(cuts):
            if cut.start < at:
                continue
            prose.copy(self._place(at), self._place(cut.start))
            at = cut.end
            match cut.says:
                case "":
                    pass
                case "\t":
                    prose.blank()
                case "\n":
                    prose.line()
                case "\n\n":
                    prose.block("note")
                case "\ufffc":
                    prose.put(HOLE, None)
                case _:
                    prose.put(cut.says, Span(self._place(cut.start), self._place(cut.end)))
        prose.copy(self._place(at), self._place(end))

    def _place(self, offset: int) -> int:
        """Where in the file an offset of the content is."""
        line = bisect_right(self._starts, offset) - 1
        return self.lines[line].start + offset - self._starts[line]
