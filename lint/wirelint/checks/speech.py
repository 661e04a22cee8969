"""Who speaks, set off by dashes: “…”, - said the head; and speech that has dashes in place of quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.zones import WORD

FINITE = ("past", "present")
# “told” with nobody who is told.
TOLD = compiled(r"told(?=[.,;:]|\s*\Z|\s*\n)")
MOST_WORDS, FARTHEST = 6, 60
MARKS = frozenset('"“”«».;\n')


def quote_dash(doc: Document, page: Page) -> Iterator[Hit]:
    """“…”, - said the head: the dash with which Slavic languages set off who speaks."""
    for match in page.sought(doc.facts):
        verb = _verb(doc, page, match.end(), bare="," in match[0] or match["stop"] is not None)
        if verb is None:
            continue
        stop, quote = match["stop"] or "", match["quote"]
        good = f"{stop if stop in '!?…' and stop else ','}{quote} "
        span, edits = Span(*match.span()), [Edit(Span(*match.span()), good)]
        resumed = page.pattern("resumed").search(doc.text, verb.end, min(len(doc.text), verb.end + FARTHEST))
        if resumed is not None and MARKS.isdisjoint(doc.text[verb.end : resumed.start()]):
            edits.append(Edit(Span(*resumed.span("bad")), " "))
        if TOLD.match(doc.text, verb.start):
            span = Span(span.start, verb.end)
            edits.append(Edit(verb, "said"))
        yield Hit(span, {"bad": match[0].strip(), "good": good.strip()}, (tuple(edits),))


def _verb(doc: Document, page: Page, at: int, *, bare: bool = True) -> Span | None:
    """The verb of saying among the next words, if who speaks is all that stands before it; `bare`: or their form of several."""
    words = list(WORD.finditer(doc.text, at, min(len(doc.text), at + FARTHEST)))[:MOST_WORDS]
    rows = [doc.knowledge.verbs_say.get(word[0].lower()) for word in words]
    sayer = next((n for n, row in enumerate(rows) if row is not None and row[0] in FINITE), None)
    if sayer is None and bare:
        # “the rescuers in Perm warn”: of several, the bare form.
        many = len(words) > 1 and words[1][0].endswith("s") and words[0][0].lower() in ("the", "some", "many")
        sayer = next((n for n, row in enumerate(rows) if many and n > 1 and row is not None and row[0] == "base"), None)
    if sayer is None or (sayer and not page.pattern("speaker").match(doc.text, at)):
        return None
    if any(word[0].lower() in page.words("clause") for word in words[:sayer]):
        return None
    return Span(*words[sayer].span())


def speech_dash(doc: Document, page: Page) -> Iterator[Hit]:
    """“- It is late, - said the mayor. - We go home.”: a paragraph whose speech stands between dashes."""
    text = doc.text
    opened, closed = ("“", "”") if doc.facts.curly else ('"', '"')
    for block in doc.facts.blocks:
        span = block.span
        begins = page.pattern("begins").match(text, *span)
        if begins is None or doc.facts.quoted(span):
            continue
        tag = page.pattern("tag").search(text, begins.end(), span.end)
        verb = None if tag is None else _verb(doc, page, tag.end())
        if tag is None or verb is None:
            continue
        stop = tag["stop"] if tag["stop"] in "!?…" else ","
        edits = [Edit(Span(*begins.span()), opened), Edit(Span(*tag.span()), f"{stop}{closed} ")]
        if TOLD.match(text, verb.start):
            edits.append(Edit(verb, "said"))
        resumed = page.pattern("resumed").search(text, verb.end, span.end)
        if resumed is not None:
            edits += [
                Edit(Span(*resumed.span()), f"{resumed['stop']} {opened}"),
                Edit(Span(span.end, span.end), closed),
            ]
        yield Hit(span, {"good": f"{opened}…{stop}{closed} {verb.of(text)} …"}, (tuple(edits),))
