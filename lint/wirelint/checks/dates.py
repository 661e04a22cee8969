"""Days and dates that the source counts from another place in time."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .numbers import BRITISH, suffix

LEAD = compiled(
    r"\b(?:on|of|this|last|next|since|until|till|from|by|to|for|and|before|after|every|early|late|the|between|through|is|was|be|past)"
    r" $|[(“\"]$",
    regex.I,
)
AGE = compiled(r"\b(?:named|called|said|actress|actor|singer) $")
MONTH = compiled(r" ?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
EVENT = compiled(r"\bfor (?:the|a|an|his|her|their|its) [^.,;]{0,40}$")


def this_weekday(doc: Document, page: Page) -> Iterator[Hit]:
    """“this Friday” in a sentence whose deed is done and that looks at nothing to come."""
    for m in page.sought(doc.facts):
        if not m["number"] and not _is_past(doc, page, m.start()):
            continue
        good = f"{'On' if m['this'][0] == 'T' else 'on'} {m['day']}{m['part'] or ''}"
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"], "day": m["day"]}, [good])


def _is_past(doc: Document, page: Page, at: int) -> bool:
    """Whether the nearest verb before the day, or the first behind a day that opens the sentence, tells of something done."""
    start, end = doc.facts.sentence_at(at)
    past, future = page.pattern("past"), page.pattern("future")
    # “for the final this Sunday”, “a concert this Sunday”: the day is the event's, and the event may be to come.
    if EVENT.search(doc.text, start, at) or page.pattern("event").search(doc.text, start, at):
        return past.search(doc.text, at, end) is not None and future.search(doc.text, start, end) is None
    done = [m.end() for m in past.finditer(doc.text, start, at)]
    to_come = [m.end() for m in future.finditer(doc.text, start, at)]
    if done or to_come:
        return max(done, default=-1) > max(to_come, default=-1)
    return past.search(doc.text, at, end) is not None and future.search(doc.text, at, end) is None


def weekday_and_number(doc: Document, page: Page) -> Iterator[Hit]:
    """“on Sunday (21)” → “on Sunday”; “They vote Sunday, 12, in” → “on Sunday in”."""
    for m in page.sought(doc.facts):
        if AGE.search(doc.text, max(0, m.start() - 30), m.start()) or MONTH.match(doc.text, m.end()):
            continue
        before = LEAD.search(doc.text, max(0, m.start() - 16), m.start())
        good = f"{m['day']}{m['part'] or ''}"
        starts = doc.facts.sentence_at(m.start()).start == m.start()
        if before is None:
            good = f"{'On' if starts else 'on'} {good}"
        span = Span(*m.span("bad"))
        goods = [good, f"{good} the {m['number']}{suffix(int(m['number']))}"]
        yield replaced(span, {"bad": m["bad"]}, goods)


def in_figures(doc: Document, page: Page) -> Iterator[Hit]:
    """“on 20.03.2022” → “on March 20, 2022”; in the order that the rest of the text has."""
    british = None
    for m in page.sought(doc.facts):
        if british is None:
            british = BRITISH.search(doc.text) is not None
        day, month = int(m["day"]), MONTHS[int(m["month"]) - 1]
        american, other = f"{month} {day}, {m['year']}", f"{day} {month} {m['year']}"
        yield replaced(Span(*m.span("bad")), {"bad": m["bad"]}, [other, american] if british else [american, other])


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
