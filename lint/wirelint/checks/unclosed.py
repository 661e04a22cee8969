"""Quotations that are opened and never closed, and where they end."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.marks import Mark
from .quotation import DOUBLED, follows_speech, right_sign

WORDS = compiled(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")
STOP = compiled(r"[,?!](?=\s)")
# As far as an attribution goes.
CLAUSE = compiled(r"\s(?:[^.!?:;\n“”\"]|(?<=\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Gov|Rep|Lt|Col|Gen|Sgt|St|\p{Lu}))\.){1,110}+")
JOINING = frozenset(
    "and but or nor so yet because if as when while where which who whom whose that than then although though since until".split()
)
ANY_MARK = compiled(r"[\"“”«»]")
SPEAKER, MOST_WORDS = 6, 14
MOST_SILENT = 2  # sentences without “I” or “we” behind the first


def unclosed(doc: Document, page: Page) -> Iterator[Hit]:
    """An opening mark without a closing one.

    It ends before “, she said”; where nobody is named as the speaker, with the sentences that say “I” or “we”, with the title
    or the clause it takes into a sentence, or with its sentence.
    """
    marks = doc.facts.marks
    for index, mark in enumerate(marks):
        if not mark.single or not mark.opens or mark.sign in DOUBLED:
            continue
        later = marks[index + 1] if index + 1 < len(marks) else None
        following = later if later is not None and later.block == mark.block else None
        if later is not None and following is None and later.single and later.opens is False:
            continue  # a quotation over several paragraphs
        if follows_speech(doc, page.pattern("introduces"), mark):
            continue  # it closes what another mark did not open
        end = following.span.start if following else doc.facts.blocks[mark.block].span.end
        at = (
            _titled(doc, page, mark, end)
            or _attributed(doc, page, mark.span.end, end)
            or _ends(doc, page, mark, end, following)
        )
        if at is None:
            continue
        words = {"bad": mark.sign, "good": _tail(doc, mark.span.end, at)}
        closed = (Edit(Span(at, at), right_sign(doc, mark, opens=False)),)
        fixes = (closed, (Edit(mark.span, ""),))
        # Said “that …”: the words behind it are no speaker's own.
        yield Hit(
            Span(mark.span.start, at), words, fixes[::-1] if doc.text.startswith("that ", mark.span.end) else fixes
        )


def _titled(doc: Document, page: Page, mark: Mark, end: int) -> int | None:
    """Behind a title: capitals, and a verb or, taken into the sentence, any small word."""
    bearer = page.pattern("bearer").search(doc.text, max(0, mark.span.start - 40), mark.span.start)
    borne = page.pattern("borne").match(doc.text, mark.span.end, end) if bearer else None
    if borne:
        return borne.end("name")
    title = page.pattern("title").match(doc.text, mark.span.end, end)
    if title is None:
        return None
    taken = page.pattern("partial").search(doc.text, max(0, mark.span.start - 40), mark.span.start)
    return title.end() if title["verb"] or taken else None


def _attributed(doc: Document, page: Page, start: int, end: int) -> int | None:
    """Behind the stop that a speaker follows: “…, the captain of the team said”."""
    for stop in STOP.finditer(doc.text, start, end):
        clause = CLAUSE.match(doc.text, stop.end(), min(end, stop.end() + 120))
        words = WORDS.findall(clause[0]) if clause else []
        parts = len(WORDS.findall(clause[0].partition(",")[0])) if clause else 0
        if not words or words[0].lower() in JOINING:
            continue
        for number, word in enumerate(words[:MOST_WORDS]):
            row = doc.knowledge.verbs_say.get(word)
            if row and row[0] in ("past", "present") and word in page.lists["verbs"]:
                near = number <= min(SPEAKER, parts - 1) and not any(w in page.lists["verbal"] for w in words[:number])
                apposed = number > 1 and words[0][0].isupper() and words[1][0].isupper()
                if number == 0 or near or apposed:
                    return stop.end()
                break
    return None


def _ends(doc: Document, page: Page, mark: Mark, end: int, following: Mark | None) -> int | None:
    text = doc.text
    before = text[max(0, mark.span.start - 40) : mark.span.start]
    sentence = doc.facts.sentence_at(mark.span.end).end
    if following and text[following.span.start - 2 : following.span.start] in (", ", "; "):
        # One of a list: “Sons of the Sea, “The Ferry” and “Dora”.
        inner = text[mark.span.end : following.span.start - 2]
        if inner.count(" ") < 7 and not page.pattern("spoken").search(
            text, max(0, following.span.start - 30), following.span.start
        ):
            return following.span.start - 1
    if page.pattern("partial").search(before) and text[mark.span.end : mark.span.end + 1].islower():
        at = None if page.pattern("clause").search(before) else _fragment(doc, page, mark, min(end, sentence))
        return at or (sentence if sentence <= end else None)
    return _sentences(doc, page, mark, end, following)


def _fragment(doc: Document, page: Page, mark: Mark, end: int) -> int | None:
    """Behind the words taken into a sentence: before its next verb, its next clause, or what says when and where."""
    text, start = doc.text, mark.span.end
    before = text[max(0, mark.span.start - 40) : mark.span.start]
    word = page.pattern("word").match(text, start, end) if page.pattern("one").search(before) else None
    if word:
        return word.end("end")
    names = ("cut", "behind", "verb", "of") if page.pattern("named").search(before) else ("cut", "behind")
    if page.pattern("article").match(text, start, end):
        names = (*names, "source")
    ends = [m.end("end") for name in names if (m := page.pattern(name).search(text, start, end))]
    return min(ends, default=None)


def _sentences(doc: Document, page: Page, mark: Mark, end: int, following: Mark | None) -> int | None:
    """The sentence that the mark begins, and those behind it in which the speaker still says “I” or “we”."""
    text = doc.text
    first = doc.facts.sentence_at(mark.span.end).end
    if first > end or (
        following
        and text[following.span.start - 1].isspace()
        and text[: following.span.start].rstrip()[-1:] in (".", "!", "?")
    ):
        return None  # paragraphs of one quotation that were joined
    at = start = first
    silent = 0
    while start < end:
        sentence = doc.facts.sentence_at(min(start + 1, end - 1))
        own = page.pattern("own").search(text, sentence.start, min(sentence.end, end))
        if sentence.end > end or sentence.end <= start:
            if own and following:
                return None  # a quotation within it
            break
        at, start = sentence.end if own else at, sentence.end
        silent += not own
    if at == first and silent > MOST_SILENT:
        return None  # it may end behind each of them
    if text[at : doc.facts.blocks[mark.block].span.end].strip():
        return at
    # Where nothing follows in the paragraph, the next one may go on with the quotation.
    return at if _announced(doc, page, mark) else None


def _announced(doc: Document, page: Page, mark: Mark) -> bool:
    """Whether the sentence says who speaks, “He added: “…”, and the next paragraph neither opens with a mark nor closes one."""
    text, blocks = doc.text, doc.facts.blocks
    if not page.pattern("says").search(text, max(0, mark.span.start - 30), mark.span.start):
        return False
    behind = blocks[mark.block + 1 : mark.block + 2]
    if not behind or not text[behind[0].span.start].isalnum():
        return False  # the text may have been cut there
    following = ANY_MARK.search(text, behind[0].span.start)
    return following is None or (
        text[following.start() - 1].isspace() and not text[following.end() : following.end() + 1].isspace()
    )


def _tail(doc: Document, start: int, end: int) -> str:
    """The last words before the mark that is missing, from a whole word on; the message sets the mark behind them."""
    tail = doc.text[max(start, end - 24) : end]
    return tail if end - 24 <= start else tail.partition(" ")[2] or tail
