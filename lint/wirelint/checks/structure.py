"""The furniture of an article taken for its text: bylines, datelines, crumbs, captions, sub-heads, pull quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.sentences import OPENERS
from ..text.zones import FIGURE, WORD, Form, Place, key_word, keys
from .removal import removals, shown

TOP_LINES, LONGEST_TIME, LONGEST_BYLINE, LONGEST_CAPTION, LONGEST_NAME = 5, 80, 120, 240, 70
FINITE = ("past", "present")
FIRST = compiled(r"""\s*[-–—|·•:,]*\s*(?P<first>["“]?\p{L}+)""")
SHORTEST_CAPTION, FEWEST_WORDS, FEWEST_QUOTED, LONGEST_PULL = 8, 3, 5, 260


def byline(doc: Document, page: Page) -> Iterator[Hit]:
    """Who wrote it, as the first lines say, or the first words of the text."""
    yield from _deleted(doc, _bylines(doc, page))


def _bylines(doc: Document, page: Page) -> Iterator[Span]:
    text, lines, pattern = doc.text, page.words("line"), page.pattern("slot")
    begin = page.firsts("line", "begin")
    for place in _at_the_top(doc):
        if place.first not in begin or place.form is Form.SENTENCE:
            continue
        if place.form is Form.LINE:
            if str(doc.facts.keys(place.span)) in lines or pattern.fullmatch(place.span.of(text)):
                yield place.span
            continue
        match = pattern.match(text[place.span.start : place.span.start + LONGEST_BYLINE])
        end = place.span.start + match.end() if match else _listed(text, place.span, lines)
        if end is not None and _sentence_follows(text, Span(end, place.span.end)):
            yield Span(place.span.start, end)


def _at_the_top(doc: Document) -> Iterator[Place]:
    """Places in the first lines; those of a body that follows are left out, but for its first words."""
    for place in doc.facts.places:
        index = doc.facts.block_at(place.span.start)
        if index is None or index >= TOP_LINES or not place.edge:
            continue
        yield place


def _listed(text: str, span: Span, lines: frozenset[str]) -> int | None:
    words = keys(text, span, 8)
    return next(
        (words.ends[n - 1] for n in range(len(words.words) - 1, 1, -1) if " ".join(words.words[:n]) in lines), None
    )


def _sentence_follows(text: str, rest: Span) -> bool:
    following = FIRST.match(text, *rest)
    if following is None:
        return False
    first = following["first"].strip('"“')
    return first[0].isupper() and first.lower() in OPENERS


def dateline(doc: Document, page: Page) -> Iterator[Hit]:
    """When it was put on the page: a line, or the first words, of nothing but dates and times and what joins them."""
    yield from _deleted(doc, _datelines(doc, page))


def _datelines(doc: Document, page: Page) -> Iterator[Span]:
    text, blocks = doc.text, doc.facts.blocks
    begin = page.words("calendar", "label") | {FIGURE}
    for place in doc.facts.places:
        if place.first not in begin or place.form is Form.SENTENCE:
            continue
        index = doc.facts.block_at(place.span.start)
        if index is None or not (place.edge or _is_labelled(text, page, place.span)):
            continue
        if place.form is Form.LINE:
            if _is_time(text, page, place.span):
                yield place.span
        elif index < TOP_LINES and place.span == blocks[index].span:
            end = _time_end(text, page, place.span)
            if end is not None and _sentence_follows(text, Span(end, place.span.end)):
                yield Span(place.span.start, end)


def _is_labelled(text: str, page: Page, span: Span) -> bool:
    words = keys(text, span, 3).words
    return bool(words) and words[0] in page.words("label") and FIGURE in words


def _is_time(text: str, page: Page, span: Span) -> bool:
    """Whether each word of a line is one of dates and times, and enough of them say when."""
    low, _ = _time_words(text, page, span)
    return bool(low) and _says_when(text, page, span, low)


def _time_end(text: str, page: Page, span: Span) -> int | None:
    """Where the words of dates and times end with which a paragraph begins: two figures, or a day of the week and one."""
    low, end = _time_words(text, page, Span(span.start, min(span.end, span.start + LONGEST_TIME)), part=True)
    figures = low.count(FIGURE)
    if figures < 2 and not (figures and any(word in page.words("calendar_weekday") for word in low)):
        return None
    return end if _says_when(text, page, Span(span.start, end), low) else None


def _time_words(text: str, page: Page, span: Span, *, part: bool = False) -> tuple[list[str], int]:
    """The words, and where the last ends that is no mere joint; none where not all are of time, unless a `part` will do."""
    says = page.words("calendar", "unit") | {FIGURE}
    known = says | page.words("label", "joint")
    low: list[str] = []
    kept, end = 0, span.start
    for match in WORD.finditer(text, *span):
        word = key_word(match[0])
        if word not in known:
            return (low[:kept], end) if part else ([], end)
        low.append(word)
        if word in says:
            kept, end = len(low), match.end()
    return low, end


def _says_when(text: str, page: Page, span: Span, low: list[str]) -> bool:
    dated = FIGURE in low and any(word in page.words("calendar") for word in low)
    return dated or page.pattern("when").search(text, *span) is not None


def repeated_line(doc: Document, page: Page) -> Iterator[Hit]:
    """A headline, or another line, twice running, or with one short line between."""
    text, blocks = doc.text, doc.facts.blocks
    found: list[tuple[Span, Span]] = []
    seen: list[str] = []
    for index, block in enumerate(blocks):
        line = " ".join(block.span.of(text).casefold().split())
        seen.append(line)
        if line.count(" ") + 1 < FEWEST_WORDS:
            continue
        if index and seen[index - 1] == line:
            found.append((blocks[index - 1].span, block.span))
        elif index == 2 and seen[0] == line and len(seen[1]) < len(line):
            found.append((blocks[0].span, block.span))
    for (first, second), edit in zip(found, removals(doc, [b for _, b in found]), strict=True):
        yield Hit(Span(first.start, second.end), {"bad": shown(text, second)}, ((edit,),))


def pull_quote(doc: Document, page: Page) -> Iterator[Hit]:
    """A line that only repeats what a neighbouring paragraph quotes or says."""
    text, blocks = doc.text, doc.facts.blocks
    found = []
    for index, block in enumerate(blocks):
        span = block.span
        if index == 0 or span.end - span.start > LONGEST_PULL:
            continue
        own = _words(text, span)
        if own.count(" ") + 1 < FEWEST_QUOTED or not page.pattern("quote").match(span.of(text)):
            continue
        near = [blocks[i].span for i in (index - 2, index - 1, index + 1, index + 2) if 0 < i < len(blocks)]
        if any(own in _words(text, other) for other in near if other.end - other.start > span.end - span.start):
            found.append(span)
    yield from _deleted(doc, iter(found))


def _words(text: str, span: Span) -> str:
    return " " + " ".join(m[0].lower() for m in WORD.finditer(text, *span)) + " "


def crumb(doc: Document, page: Page) -> Iterator[Hit]:
    """The way through the site's sections, as a line at the top: “Home » Sport »”."""
    spans = []
    pattern, lead = page.pattern("trail"), page.pattern("lead")
    for index, block in enumerate(doc.facts.blocks[:TOP_LINES]):
        if pattern.fullmatch(block.span.of(doc.text)):
            spans.append(block.span)
            continue
        following = doc.facts.blocks[index + 1].span.of(doc.text) if index + 1 < len(doc.facts.blocks) else ""
        line = block.span.of(doc.text)
        if following and line.endswith(following) and lead.fullmatch(line.removesuffix(following)):
            spans.append(block.span)
    yield from _deleted(doc, iter(spans))


def site_name(doc: Document, page: Page) -> Iterator[Hit]:
    """The name of the site behind the headline, as the title of the page carries it."""
    if len(doc.facts.blocks) < 2:
        return
    head = doc.facts.blocks[0].span
    match = page.pattern("suffix").search(doc.text, max(head.start, head.end - LONGEST_NAME), head.end)
    if match is None or doc.text[head.start : match.start()].count(" ") < FEWEST_WORDS - 1:
        return
    name = match["name"]
    if doc.knowledge.outlets.get(name) is not None or page.pattern("outlet").search(name):
        start = head.start + len(doc.text[head.start : match.start()].rstrip())
        yield Hit(Span(match.start("name"), head.end), {"bad": name}, ((Edit(Span(start, head.end), ""),),))


def subhead(doc: Document, page: Page) -> Iterator[Hit]:
    """A sub-head in capitals that runs into the sentence below it."""
    for match in page.pattern().finditer(doc.text):
        span = Span(*match.span("bad"))
        words = [m[0].lower() for m in WORD.finditer(doc.text, *span)]
        known = sum(w in doc.knowledge.words and w not in doc.knowledge.acronyms for w in words)
        if known < 2 or doc.facts.quoted(span):
            continue
        cut = Edit(Span(span.start, match.end()), "")
        apart = Edit(Span(match.start(), match.end()), "\n\n" + span.of(doc.text) + "\n\n")
        yield Hit(span, {"bad": span.of(doc.text)}, ((cut,), (apart,)))


def caption(doc: Document, page: Page) -> Iterator[Hit]:
    """A picture's caption with its credit: as a line, or as the beginning of a paragraph."""
    text, found = doc.text, []
    line, opening = page.pattern("line"), page.pattern("opening")
    for block in doc.facts.blocks:
        span = block.span
        piece = text[span.start : min(span.end, span.start + LONGEST_CAPTION + 1)]
        if not any(sign in piece for sign in page.words("sign")):
            continue
        credit = line.search(piece) if len(piece) <= LONGEST_CAPTION else None
        if credit and credit.start() >= SHORTEST_CAPTION:
            found.append(span)
            continue
        match = opening.search(piece)
        shows = piece[: match.start()] if match else ""
        if match is None or len(shows) < SHORTEST_CAPTION or any(stop in shows for stop in ".!?"):
            continue
        if _sentence_follows(text, Span(span.start + match.end(), span.end)):
            found.append(Span(span.start, span.start + match.end()))
    yield from _deleted(doc, iter(span for span in found if not doc.facts.quoted(span)))


def quote_dash(doc: Document, page: Page) -> Iterator[Hit]:
    """“…”, - said the head: the dash with which Slavic languages set off who speaks."""
    text = doc.text
    for match in page.pattern().finditer(text):
        tail = [m[0].lower() for m in WORD.finditer(text, match.end(), min(len(text), match.end() + 60))][:5]
        rows = [doc.knowledge.verbs_say.get(word) for word in tail]
        sayer = next((n for n, row in enumerate(rows) if row is not None and row[0] in FINITE), None)
        if sayer is None or (sayer and not page.pattern("speaker").match(text, match.end())):
            continue
        if any(word in page.words("clause") for word in tail[:sayer]):
            continue
        stop, quote = match["stop"] or "", match["quote"]
        good = f"{stop if stop in '!?…' and stop else ','}{quote} "
        yield Hit(
            Span(match.start(), match.end()),
            {"bad": match[0].strip(), "good": good.strip()},
            ((Edit(Span(*match.span()), good),),),
        )


def _deleted(doc: Document, found: Iterator[Span]) -> Iterator[Hit]:
    spans: list[Span] = []
    for span in sorted(set(found), key=lambda s: (s.start, -s.end)):
        if not (spans and spans[-1].holds(span)) and not (spans and span.start < spans[-1].end):
            spans.append(span)
    for span, edit in zip(spans, removals(doc, spans), strict=True):
        yield Hit(span, {"bad": shown(doc.text, span)}, ((edit,),), Safety.UNSAFE)
