"""Which rules of the book are asked, by id or by the folder of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Severity
from ..page import Data
from ..text.index import Share
from .rule import Rule


def matches(selector: str, id: str) -> bool:
    """Whether a selector names a rule: its id, a folder of it (“casing”, “desk:style”), a pack (“desk:”), or “all”."""
    if selector in (id, "all"):
        return True
    folder = selector.rstrip("/")
    return id.startswith(folder if folder.endswith(":") else f"{folder}/")


def exactness(selectors: Iterable[str], id: str) -> int:
    """How exactly one of the selectors names a rule; 0 where none does."""
    return max((1 if s == "all" else 1 + len(s.rstrip("/")) for s in selectors if matches(s, id)), default=0)


def asked(
    page: Data, select: Sequence[str], ignore: Sequence[str], enable: Sequence[str], preview: bool = False
) -> bool:
    """Whether a rule is to be asked.

    Of selecting and ignoring the more exact counts, of equals ignoring. What is off of itself, a house option or a preview,
    is on where it is enabled, or selected by its own id; a preview also where previews are wanted.
    """
    id: str = page["id"]
    on = page["status"] == "stable" or (preview and page["status"] == "preview")
    if not on and id not in select and not exactness(enable, id):
        return False
    selected = exactness(select, id) if select else 1
    return selected > exactness(ignore, id) if selected else False


def chosen(
    pages: Iterable[tuple[Data, Share]],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    enable: Sequence[str] = (),
    preview: bool = False,
    severities: Mapping[str, Severity] = {},
) -> list[Rule]:
    """The rules to ask, in the order of the pages, which come with their parts of the index."""
    return [
        Rule(page, _severity(page["id"], severities), share)
        for page, share in pages
        if asked(page, select, ignore, enable, preview)
    ]


def _severity(id: str, severities: Mapping[str, Severity]) -> Severity | None:
    """What the most exact selector says; None where none does."""
    some = [selector for selector in severities if matches(selector, id)]
    return severities[max(some, key=lambda selector: exactness((selector,), id))] if some else None
