"""The furniture of an article taken for its text: crumbs, captions, sub-heads, pull quotes, what stands twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model import Edit, Hit, Safety, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.zones import WORD
from .openings import sentence_follows
from .removal import deletions, removals, shown
from .seam.verbs import is_finite

TOP_LINES, LONGEST_CAPTION, LONGEST_NAME, LONGEST_WORD = 5, 240, 70, 40
ENDS = frozenset('.!?”"')
SHORTEST_HEADLINE, LONGEST_HEADLINE, FEWEST_SHARED, STEM = 15, 200, 3, 6
SHORTEST_CAPTION, FEWEST_WORDS, FEWEST_QUOTED, LONGEST_PULL, FEWEST_LETTERS = 8, 3, 5, 260, 80
SHORTEST_STEM = 3
CRUMBS = frozenset("»›>|→")
SEVERAL = frozenset("men women people couple children police pair family crew team group staff".split())
# A sentence that is over, and another behind it.
STOP = compiled(
    r"(?<!\b(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|Gen|Col|Sgt|Lt|Capt|Prof|Rev|No)(?=\.))(?<=[\p{Ll}\d)])[.!?][\"”’]?\s+\p{Lu}"
)


def repeated_line(doc: Document, page: Page) -> Iterator[Hit]:
    """A headline, or another line, twice running, or with one short line between."""
    text, blocks = doc.text, doc.facts.blocks
    found: list[tuple[Span, Span]] = []
    top = [_line(text, block.span) for block in blocks[:3]]
    for index, block in enumerate(blocks):
        begins = _first_word(text, block.span)
        if index > 2 and begins not in (_first_word(text, blocks[index - 1].span), top[0].split()[:1]):
            continue
        line = _line(text, block.span)
        if line.count(" ") + 1 < FEWEST_WORDS:
            continue
        if index and _line(text, blocks[index - 1].span) == line:
            found.append((blocks[index - 1].span, block.span))
            continue
        if index > 1 and line == top[0] and line.count(" ") >= FEWEST_WORDS and line[-1] not in ENDS:
            found.append((block.span, block.span))  # the headline once more, below
            continue
        apart = index == 2 and top[0] == line and len(top[1]) < len(line)
        if apart or (index == 1 and len(blocks) > index + 1 and _says_the_same(page, top[0], line)):
            found.append((blocks[0].span, block.span))
    for (first, second), edit in zip(found, removals(doc, [b for _, b in found]), strict=True):
        yield Hit(Span(first.start, second.end), {"bad": shown(text, second)}, ((edit,),))


def _line(text: str, span: Span) -> str:
    return " ".join(span.of(text).casefold().split())


def _first_word(text: str, span: Span) -> list[str]:
    """Two lines that begin otherwise need not be read to their ends."""
    return text[span.start : min(span.end, span.start + LONGEST_WORD)].casefold().split()[:1]


def _says_the_same(page: Page, one: str, other: str) -> bool:
    """Whether two headlines differ in small words and endings alone, or the second leaves words of the first out."""
    if max(len(one), len(other)) > LONGEST_HEADLINE:
        return False
    small = page.words("small")
    a, b = ([w for w in WORD.findall(line) if w not in small] for line in (one, other))
    if a == b:
        return len(a) >= FEWEST_SHARED
    if len(b) < FEWEST_SHARED or other[-1] in ENDS or not CRUMBS.isdisjoint(one):
        return False
    left = iter([_stem(w) for w in a])
    return all(any(word == mine for mine in left) for word in map(_stem, b))


def _stem(word: str) -> str:
    """A word without its ending and the ways of two countries: “paralyses”, “paralyzed”, “harbour” and “harbor”."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word.replace("z", "s").replace("our", "or")


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
    yield from deletions(doc, dict.fromkeys(found, Safety.UNSAFE))


def _words(text: str, span: Span) -> str:
    return " " + " ".join(m[0].lower() for m in WORD.finditer(text, *span)) + " "


def crumb(doc: Document, page: Page) -> Iterator[Hit]:
    """The way through the site's sections, as a line at the top: “Home » Sport »”."""
    spans = []
    pattern, lead = page.pattern("trail"), page.pattern("lead")
    for index, block in enumerate(doc.facts.blocks[:TOP_LINES]):
        line = block.span.of(doc.text)
        # “Home News Abruzzo”, a menu without its arrows, stands at the very top.
        if pattern.fullmatch(line) or (
            index == 0 and len(doc.facts.blocks) > 1 and page.pattern("menu").fullmatch(line)
        ):
            spans.append(block.span)
            continue
        following = doc.facts.blocks[index + 1].span.of(doc.text) if index + 1 < len(doc.facts.blocks) else ""
        if following and line.endswith(following) and lead.fullmatch(line.removesuffix(following)):
            spans.append(block.span)
    yield from deletions(doc, dict.fromkeys(spans, Safety.UNSAFE))


def site_name(doc: Document, page: Page) -> Iterator[Hit]:
    """The name of the site behind the headline, or before it, as the title of the page carries it."""
    if len(doc.facts.blocks) < 2:
        return
    head, text = doc.facts.blocks[0].span, doc.text
    before = page.pattern("prefix").match(text, *head)
    if before is not None and head.end - before.end() >= SHORTEST_HEADLINE and _is_site(doc, page, before["name"]):
        yield Hit(Span(*before.span("name")), {"bad": before["name"]}, ((Edit(Span(*before.span()), ""),),))
    match = page.pattern("suffix").search(text, max(head.start, head.end - LONGEST_NAME), head.end)
    if match is None or text[head.start : match.start()].count(" ") < FEWEST_WORDS - 1:
        return
    if match["sure"] or _is_site(doc, page, match["name"]):
        # “… – Society – Valley News”: the section between goes with the name.
        section = page.pattern("section").search(text, max(head.start, match.start() - LONGEST_NAME), match.start())
        at = section.start() if section and section.start() - head.start >= SHORTEST_HEADLINE else match.start()
        start = head.start + len(text[head.start : at].rstrip())
        bad = text[start : head.end].lstrip(" -–—|»:")
        yield Hit(Span(head.end - len(bad), head.end), {"bad": bad}, ((Edit(Span(start, head.end), ""),),))


def _is_site(doc: Document, page: Page, name: str) -> bool:
    return doc.knowledge.outlets.get(name) is not None or page.pattern("outlet").search(name) is not None


def headline_label(doc: Document, page: Page) -> Iterator[Hit]:
    """“(VIDEO)” at the end of the headline, or before it."""
    if len(doc.facts.blocks) < 2:
        return
    head = doc.facts.blocks[0].span
    following = doc.facts.blocks[1].span.start
    if head.end - head.start > LONGEST_HEADLINE:
        return
    for match in page.pattern().finditer(doc.text, head.start, following):
        span = Span(*match.span("bad"))
        rest = head.end - head.start - (span.end - span.start)
        if rest >= SHORTEST_HEADLINE and (span.start == head.start or span.end == head.end):
            yield Hit(span, {"bad": span.of(doc.text).strip()}, ((Edit(span, ""),),))


def headline_in_text(doc: Document, page: Page) -> Iterator[Hit]:
    """A headline that runs into the first sentence, which says the same again at more length."""
    text, (block, *_) = doc.text, doc.facts.blocks or (None,)
    if block is None:
        return
    for match in page.pattern("seam").finditer(
        text, block.span.start, min(block.span.end, block.span.start + LONGEST_HEADLINE)
    ):
        head = Span(block.span.start, match.start())
        words = head.of(text).lower().split()
        title = words[-1] in page.words("leads") or doc.facts.quoted(Span(*match.span()))
        if title or STOP.search(text, *head) or len(words) <= FEWEST_WORDS:
            continue  # “hired by The Post”
        sentence = Span(match.end(), min(block.span.end, match.end() + LONGEST_HEADLINE))
        own = _stems(text, head)
        shared = own & _stems(text, sentence)
        if len(shared) >= FEWEST_SHARED and 2 * len(shared) > len(own):
            edit = Edit(Span(*match.span()), "\n")
            yield Hit(head, {"bad": shown(text, head)}, ((edit,),))
            return


def _stems(text: str, span: Span) -> set[str]:
    """The longer words, each by its first letters: “announced” and “announces” are one."""
    return {m[0].lower()[:STEM] for m in WORD.finditer(text, *span) if len(m[0]) > FEWEST_WORDS and m[0][0].isalpha()}


def subhead(doc: Document, page: Page) -> Iterator[Hit]:
    """A sub-head that runs into the sentence below it: in capitals, a quotation that nobody says, or words without a verb."""
    for match in page.pattern().finditer(doc.text):
        span = Span(*match.span("bad"))
        if not _is_subhead(doc, page, span):
            continue
        cut = Edit(Span(span.start, match.end()), "" if doc.text[span.start - 1].isspace() else " ")
        apart = Edit(Span(span.start - (doc.text[span.start - 1] == " "), match.end()), f"\n\n{span.of(doc.text)}\n\n")
        yield Hit(span, {"bad": span.of(doc.text)}, ((cut,), (apart,)))


def _is_subhead(doc: Document, page: Page, span: Span) -> bool:
    said = [m[0] for m in WORD.finditer(doc.text, *span)]
    words = [word.lower() for word in said]
    known = sum(w in doc.knowledge.words and w not in doc.knowledge.acronyms for w in words)
    quotation = doc.text[span.start] in '"“'
    if known < 2 or (doc.facts.quoted(span) and not quotation):
        return False
    if quotation:
        return page.words("speech").isdisjoint(words)  # else somebody's words, and the stop or the speaker is lost
    if span.of(doc.text).isupper():
        return True
    verbal = any(is_finite(word, doc, page, plural=False) or word.endswith("ed") for word in said)
    asks = words[0] in page.words("asking") and words[-1] in page.words("closing")
    return (
        (asks or not verbal)
        and page.words("speech").isdisjoint(words)
        and words[-1] not in page.words("leads")
        and all(map(str.islower, said[1:]))
    )


def caption(doc: Document, page: Page) -> Iterator[Hit]:
    """A picture's caption with its credit: as a line, or as the beginning of a paragraph."""
    text, found = doc.text, []
    blocks = [block.span for block in doc.facts.blocks]
    line, opening = page.pattern("line"), page.pattern("opening")
    for span in blocks:
        piece = text[span.start : min(span.end, span.start + LONGEST_CAPTION + 1)]
        twice = page.pattern("twice").match(piece)
        if twice is not None and sentence_follows(text, Span(span.start + twice.end(), span.end)):
            # With the blank behind: the caption is more than the words that stand twice.
            found.append(Span(span.start, span.start + twice.end() + 1))
            continue
        if len(blocks) > 1 and page.pattern("whole").fullmatch(piece):
            found.append(span)
            continue
        if not any(sign in piece for sign in page.words("sign")):
            continue
        credit = line.search(piece) if len(piece) <= LONGEST_CAPTION else None
        if credit and credit.start() >= SHORTEST_CAPTION:
            shows = Span(span.start, span.start + credit.start() + 1)
            # The first line is the headline, and “ - EFE” behind it the name of the site.
            headline = span == blocks[0] and credit["site"] is not None and len(blocks) > 1
            if not headline and not _is_told(doc, page, shows, last=span == blocks[-1]):
                found.append(span)
                continue
        match = opening.search(piece)
        shows = Span(span.start, span.start + match.start()) if match else Span(span.start, span.start)
        if match is None or len(shows.of(text)) < SHORTEST_CAPTION or _is_told(doc, page, shows, last=False):
            continue
        if sentence_follows(text, Span(span.start + match.end(), span.end)):
            found.append(Span(span.start, span.start + match.end()))
    found += _dated_twice(doc, page)
    yield from deletions(doc, {span: Safety.UNSAFE for span in found if not doc.facts.quoted(span)})


def _dated_twice(doc: Document, page: Page) -> Iterator[Span]:
    """“Children skate on the lake, Monday.” twice running: the picture's caption, in the present and with a bare day."""
    facts, text = doc.facts, doc.text
    for match in page.pattern("dated").finditer(text):
        index = facts.sentence_index(match.start())
        if index is None or index + 1 >= len(facts.sentences):
            continue
        first, second = facts.sentences[index : index + 2]
        words = WORD.findall(text, *first)
        past = any(w.endswith("ed") or (doc.knowledge.verbs_say.get(w) or ("",))[0] == "past" for w in words)
        if first.of(text) == second.of(text) and not past and page.words("told").isdisjoint(words):
            yield Span(first.start, second.end)


def _is_told(doc: Document, page: Page, shows: Span, *, last: bool) -> bool:
    """Whether the words before a credit tell what happened, and are no caption: more sentences, or one that ends and has a verb.

    The `last` line of a text ends with its sign-off, not with a caption, wherever its sentence is over.
    """
    text = shows.of(doc.text).rstrip(" |-–—(/[©")
    over = text.endswith((".", "!", "?", "”", '"'))
    words = [m[0] for m in WORD.finditer(text)]
    if any((row := doc.knowledge.verbs_say.get(word)) is not None and row[0] == "past" for word in words):
        return True
    return STOP.search(text) is not None or (over and (last or is_sentence(doc, page, words)))


def is_sentence(doc: Document, page: Page, words: list[str]) -> bool:
    """Whether there is a verb: of “blessed the fleet”, not of “dressed in white”."""
    objects = zip(words, [*words[1:], ""], strict=True)
    return any(
        is_finite(word, doc, page, plural=False) and (not word.endswith("ed") or after in page.words("object"))
        for word, after in objects
    )


def caption_line(doc: Document, page: Page) -> Iterator[Hit]:
    """A short paragraph without a verb between long ones, that says who or what is to be seen, and where."""
    return deletions(doc, {span: Safety.UNSAFE for span in _short_blocks(doc) if _is_scene(doc, page, span)})


def caption_sentence(doc: Document, page: Page) -> Iterator[Hit]:
    """The same as a sentence behind another of its paragraph."""
    return deletions(doc, {span: Safety.UNSAFE for span in _later_sentences(doc) if _is_scene(doc, page, span)})


def _is_scene(doc: Document, page: Page, span: Span) -> bool:
    match = page.pattern("scene").fullmatch(doc.text, *span)
    if match is None or doc.facts.quoted(span):
        return False
    words = [m[0] for m in WORD.finditer(doc.text, *span)]
    subject = words[: len(WORD.findall(match["subject"]))]
    if any(word.endswith("ed") or is_finite(word, doc, page, plural=False) for word in words):
        return False
    if any(_of_several(doc, before, word) for before, word in pairwise(subject)):
        return False
    return not any(is_finite(word, doc, page, plural=True) for word in subject) and page.words("verb").isdisjoint(
        word.lower() for word in words
    )


def _of_several(doc: Document, before: str, word: str) -> bool:
    """“live” of “The couple live”: the bare form of a verb in -e, behind what are several."""
    bare = (
        word.endswith("e")
        and word.islower()
        and all(form in doc.knowledge.words for form in (f"{word}s", f"{word[:-1]}ing"))
    )
    return bare and (before.endswith("s") or before.lower() in SEVERAL)


def _short_blocks(doc: Document) -> Iterator[Span]:
    """Blocks between two of the body, of which the first has ended."""
    text, blocks = doc.text, [block.span for block in doc.facts.blocks]
    for before, span, after in zip(blocks[1:], blocks[2:], blocks[3:], strict=False):
        if min(before.end - before.start, after.end - after.start) >= FEWEST_LETTERS and text[before.end - 1] in ENDS:
            yield span


def _later_sentences(doc: Document) -> Iterator[Span]:
    text, facts = doc.text, doc.facts
    for before, span in zip(facts.sentences, facts.sentences[1:], strict=False):
        if text[span.end - 1] == "." and facts.block_at(span.start) == facts.block_at(before.start):
            yield span
