"""The front matter of a Markdown file: the few fields that are prose, where each is one plain line."""

from __future__ import annotations

from typing import NamedTuple

import regex

from ..model import Span
from ..patterns import compiled

FENCES = compiled(
    r"\A(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?P<fields>(?:(?!(?P=fence)|\.\.\.)[^\r\n]*+(?:\r\n|\n|\r))*+)"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"
)
# A rule of dashes at the top of a draft opens no front matter.
FIELD = compiled(r"(?m)^[\w-]+[ \t]*[:=]")
HEADINGS = "title headline subtitle"
PROSE = f"{HEADINGS} description summary abstract dek caption"
NAME = rf"^(?P<name>{PROSE.replace(' ', '|')})[ \t]*"
REST = r"[ \t]*(?:(?<=[ \t])\#[^\r\n]*)?(?=[\r\n])"
YAML = compiled(
    NAME + r""":[ \t]+(?:"(?P<prose>[^"\\\r\n]*+)"|'(?P<prose>[^'\r\n]*+)'"""
    r"""|(?P<prose>[^\s\[\]{}&*!|>'"%@`#,?:-](?:[^:#\r\n]|:(?=[^\s])|(?<=\S)\#)*+))"""
    # An indented line below would go on with the value.
     + REST + r"(?!(?:\r\n|\n|\r)[ \t]+\S)",
    regex.M | regex.I,
)
TOML = compiled(NAME + r"""=[ \t]*(?:"(?P<prose>[^"\\\r\n]*+)"|'(?P<prose>[^'\r\n]*+)')""" + REST, regex.M | regex.I)


class Front(NamedTuple):
    """`end`: where the front matter ends and the draft begins. `fields`: kind of block and place of each prose value."""

    end: int
    fields: tuple[tuple[str, Span], ...]


def front(raw: str) -> Front:
    """The front matter of a file; of none, an empty one."""
    found = FENCES.match(raw)
    if not found or not FIELD.search(raw, *found.span("fields")):
        return Front(0, ())
    pattern = TOML if found["fence"] == "+++" else YAML
    fields = (
        ("heading" if field["name"].lower() in HEADINGS.split() else "paragraph", Span(*field.span("prose")))
        for field in pattern.finditer(raw, *found.span("fields"))
    )
    return Front(found.end(), tuple(field for field in fields if regex.search(r"\p{L}", field[1].of(raw))))


def stays(raw: str, span: Span, text: str) -> bool:
    """Whether every field is still one plain value when `text` takes the place of `span`: “Mali: calm” would need quotes."""
    before = front(raw)
    shift = len(text) - (span.end - span.start)
    after = front(raw[: span.start] + text + raw[span.end : before.end])
    return after.fields == tuple(
        (kind, Span(field.start + shift * (field.start > span.start), field.end + shift * (field.end >= span.end)))
        for kind, field in before.fields
    )
