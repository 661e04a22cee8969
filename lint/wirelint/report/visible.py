"""Text of a draft made fit to be looked at: one line, and nothing in it that a terminal obeys."""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

# Written out: they are invisible or turn the reading direction, and a reader should know that they are there.
PICTURES = {
    "\t": "⇥",
    "\n": "⏎",
    "\r": "␍",
    "\u00a0": "⍽",
    "\u202f": "⍽",
    "\u2028": "⏎",
    "\u2029": "⏎",
    "\x7f": "␡",
}


def visible(text: str) -> str:
    """`text` with a picture, or the number, of each character that shows nothing of itself."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() else _picture(c) for c in text)


def _picture(char: str) -> str:
    if char in PICTURES:
        return PICTURES[char]
    if char < " ":
        return chr(0x2400 + ord(char))
    # Blanks of other widths (Zs) are seen as what they are; they are unprintable to Python alone.
    return char if category(char) == "Zs" else f"⟨U+{ord(char):04X}⟩"


def width(text: str) -> int:
    """Columns that a terminal gives to visible text."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def path(name: str) -> str:
    """A path at the beginning of a line, which GitHub would take for a command if it began so."""
    shown = visible(name)
    return f"./{shown}" if shown.lstrip().startswith(("::", "##[")) else shown
