"""German *soll* and *will*: what others say of somebody, what is planned, what somebody claims."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from .tense import simple_past

ALWAYS = frozenset("accused suspect suspects defendant defendants perpetrator perpetrators".split())
# What stands in every text that the pattern of that name speaks of; in this order the first to speak of a place is heard.
NEEDED = {
    "said": "should have",
    "as": "should",
    "crime": "should",
    "shall": "shall have",
    "isto": " to have",
    "claims": " to have",
    "plan": "should",
    "state": "should have been",
    "aside": "should, according to",
    "villain": "should have",
    "draft": "should",
    "bill": "should",
}
MANY = frozenset("they we men women people police both".split())


def soll(doc: Document, page: Page) -> Iterator[Hit]:
    """“The 19-year-old should have broken into” → “allegedly broke into”; each pattern of the page is one use of the verb."""
    taken: list[Span] = []
    for name, needed in NEEDED.items():
        if needed not in doc.facts.lower:
            continue
        for m in page.pattern(name).finditer(doc.text):
            if name == "crime" and not _accused(m, doc, page):
                continue
            goods = _reported(name, m, page)
            span = Span(*m.span("bad"))
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            edits = tuple((Edit(span, good),) for good in goods)
            yield Hit(span, {"bad": m["bad"].strip(), "good": goods[0].strip()}, edits)


def _accused(m: regex.Match[str], doc: Document, page: Page) -> bool:
    """Whether a court or the police stand in the paragraph of a deed, or the doer is called by the age alone."""
    if "year-old" in m["who"] or m["who"].lower() in ALWAYS:
        return True
    return page.pattern("evidence").search(doc.text, *doc.facts.block_around(m.start("bad"))) is not None


def _reported(name: str, m: regex.Match[str], page: Page) -> list[str]:
    groups = m.groupdict()
    subject = (groups.get("before") or groups.get("noun") or groups.get("who") or "").lower()
    be = "are" if subject in MANY or (subject.endswith("s") and not subject.endswith(("ss", "us"))) else "is"
    if name == "shall":
        return [f"{be} said to have {m['verb']}"]
    if name == "isto":
        return [f"{m['be']} said to have "]
    if name == "claims":
        return [f"claim{m['s']} to have "]
    if name == "plan":
        return [f"{be} to", f"{be} due to"]
    if name in ("draft", "bill"):
        return [f"{be} to", "would"]
    if name == "state":
        return [f"{'were' if be == 'are' else 'was'} allegedly ", f"{be} said to have been "]
    past = simple_past(m["verb"], page) or m["verb"]
    if name == "aside":
        return [f"{m['mid']} {m['adv'] or ''}{past}"]
    word, adv = ("allegedly" if name in ("crime", "villain") else "reportedly"), groups.get("adv") or ""
    said = "alleged" if name in ("crime", "villain") else "said"
    return [f"{word} {adv}{past}", f"{be} {said} to have {adv}{m['verb']}"]
