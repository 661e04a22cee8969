"""The honours a side gives its own dead and wounded, where a report says what happened to them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document

PLURAL = frozenset("two three four five six seven eight nine ten several many some".split())


def martyred(doc: Document, page: Page) -> Iterator[Hit]:
    """“was martyred” → “was killed”, “fell martyr” → “was killed”, “became veterans” → “were wounded”."""
    church = page.pattern("church")
    for name in page.data["patterns"]:
        if name == "church":
            continue
        for m in page.pattern(name).finditer(doc.text):
            if church.search(doc.text, *doc.facts.sentence_at(m.start("bad"))):
                continue
            good = _good(name, m, doc.text)
            span = Span(*m.span("bad"))
            yield Hit(span, {"bad": m["bad"].strip(), "good": good.strip()}, ((Edit(span, good),),))


def _good(name: str, m: regex.Match[str], text: str) -> str:
    if name == "count":
        return "dead"
    if name == "noun":
        return "Killing" if m["bad"][0] == "M" else "killing"
    if name == "funeral":
        return f"fallen soldier{m['s']} "
    if name == "title":
        return f"{m['rank'][0].upper() + m['rank'][1:]} " if m["rank"] else ""
    if name == "be":
        return "killed"
    done = "wounded" if name == "veteran" else "killed"
    if m["verb"] in ("fallen", "become"):
        return f"been {done}"
    if m["verb"] in ("fall", "falls"):
        return f"{'is' if m['verb'] == 'falls' else 'are'} {done}"
    before = text[max(0, m.start("bad") - 40) : m.start("bad")].split()
    plural = (before and before[-1].endswith("s")) or any(
        word.lower() in PLURAL or word.isdigit() for word in before[-2:]
    )
    return f"{'were' if plural else 'was'} {done}"
