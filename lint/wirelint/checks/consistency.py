"""Ways of writing that an engine, which sees one sentence at a time, does not keep through a text."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span, replaced
from ..page import Page
from ..text.document import Document

STRAIGHT, CURLY = '""', "“”"


def two_orders(doc: Document, page: Page) -> Iterator[Hit]:
    """“May 3” and “4 May”: the rarer order."""
    dates = [m for m in page.sought(doc.facts) if not page.pattern("named").match(doc.text, m.start())]
    american = [m for m in dates if m["american"]]
    british = [m for m in dates if m["british"]]
    if not american or not british or len(american) == len(british):
        return
    for m in min(american, british, key=len):
        day, month, year = m["day"], m["month"], (m["year"] or "").strip(", ")
        good = f"{day} {month}" if m["american"] else f"{month} {day}"
        if year:
            good += f" {year}" if m["american"] else f", {year}"
        span = Span(*m.span())
        yield replaced(span, {"bad": m[0]}, [good])


def two_forms(doc: Document, page: Page) -> Iterator[Hit]:
    """“US” and “U.S.”: the rarer form."""
    found = list(page.sought(doc.facts))
    ones = [m for m in found if m["one"] and not _shouted(doc.text, m.start())]
    twos = [m for m in found if m["two"]]
    if not ones or not twos or len(ones) == len(twos):
        return
    one_is_best = len(ones) > len(twos)
    good = page.tables["goods"]["one" if one_is_best else "two"]
    for m in twos if one_is_best else ones:
        span = Span(*m.span("bad"))
        ends = (
            m["two"] is not None
            and doc.text[span.end : span.end + 1] in ("", "\n", " ")
            and _ends_sentence(doc, span.end)
        )
        new = f"{good}." if ends and not good.endswith(".") else good
        if good.endswith(".") and doc.text[span.end : span.end + 1] == ".":
            span = Span(span.start, span.end + 1)
        yield Hit(span, {"bad": span.of(doc.text), "good": good}, ((Edit(span, new),),))


def _shouted(text: str, at: int) -> bool:
    """Whether the line is in capitals, where “US” may be the pronoun."""
    line = text[text.rfind("\n", 0, at) + 1 : (text + "\n").find("\n", at)]
    return line.isupper()


def _ends_sentence(doc: Document, at: int) -> bool:
    return doc.facts.sentence_at(at - 1).end == at


def two_styles(doc: Document, page: Page) -> Iterator[Hit]:
    """Pairs of straight marks among curly ones, and of curly ones among straight."""
    text = doc.text
    straight: list[Span] = []
    curly: list[Span] = []
    for quote in doc.facts.quotes:
        pair = text[quote.span.start] + text[quote.span.end - 1]
        if quote.closed and pair in (STRAIGHT, CURLY):
            (straight if pair == STRAIGHT else curly).append(quote.span)
    if not straight or not curly or len(straight) == len(curly):
        return
    few, good = (straight, CURLY) if len(straight) < len(curly) else (curly, STRAIGHT)
    opens, closes = good[0], good[1]
    style = "curly" if good == CURLY else "straight"
    for span in few:
        edits = (Edit(Span(span.start, span.start + 1), opens), Edit(Span(span.end - 1, span.end), closes))
        quoted = span.of(text)
        if "\n" not in quoted:
            short = quoted[1:-1] if len(quoted) < 40 else f"{quoted[1:30]}…"
            yield Hit(span, {"bad": quoted, "good": f"{opens}{short}{closes}", "style": style}, (edits,))


def two_standards(doc: Document, page: Page) -> Iterator[Hit]:
    """Words of the rarer standard, where the other one has at least three for each."""
    british = page.tables["british"]
    vocabulary = doc.facts.spellings
    here = {american for american in british if american in vocabulary}
    there = {b: a for a, b in british.items() if b in vocabulary}
    if not here or not there:
        return
    american = [(span, british[word]) for word in here for span in doc.facts.occurrences(word)]
    # Oxford writes -ize and -our.
    british_ize = [(span, good) for span, good in american if "iz" in span.of(doc.text)]
    other = [(span, there[word]) for word in there for span in doc.facts.occurrences(word)]
    few, many, way = (american, other, "British") if len(american) < len(other) else (other, american, "American")
    if len(many) < 3 * len(few):
        return
    for span, good in sorted(few):
        if way == "British" and (span, good) in british_ize:
            continue
        yield replaced(span, {"bad": span.of(doc.text), "way": way}, [good])
