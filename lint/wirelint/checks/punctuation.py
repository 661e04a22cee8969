"""Marks of other scripts and languages, marks set twice, and dashes that attribute a quotation."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Safety, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .spacing import known

LONGEST = 40  # letters of a word
SHORT = 5  # letters; shorter names may be abbreviations: Wash., Penn.
LETTERS = compiled(r"[\p{L}\p{M}]+")


def full_width(doc: Document, page: Page) -> Iterator[Hit]:
    """“。”, “，”, “「…」” among Latin letters; in a line of Chinese or Japanese they are at home."""
    text = doc.text
    labels = {at: m for m in page.pattern("label").finditer(text) for at in (m.start("open"), m.start("close"))}
    for m in page.pattern("mark").finditer(text):
        label = labels.get(m.start())
        if label is not None:
            if m.start() == label.start("open"):
                yield _label(label)
            continue
        around = text[max(0, m.start() - 2) : m.start()] + text[m.end() : m.end() + 2]
        if page.pattern("script").search(around) or not page.pattern("latin").search(around):
            continue
        alone = text[m.start() - 1 : m.start()] == " " and text[m.end() : m.end() + 1] == " "
        if alone and page.pattern("spoken").search(text[max(0, m.start() - 50) : m.end() + 50]):
            continue
        good = _ascii(m[0], page)
        if good in '“”"' and not doc.facts.curly:
            good = '"'
        span = _with_blanks(text, Span(*m.span()), good)
        if text[span.start - 1 : span.start] in STOPS and good in STOPS:
            good = ""  # the stop is there already
        elif good in STOPS and text[span.end : span.end + 1].isalpha():
            good += " "
        elif good in "([" and text[span.start - 1 : span.start].isalpha():
            good = " " + good
        yield Hit(
            Span(*m.span()),
            {"bad": m[0], "hint": f"write “{good.strip()}”" if good else "leave it out"},
            ((Edit(span, good),),),
        )


def _label(m: regex.Match[str]) -> Hit:
    """“【Weather】 Heavy rain”: the heading that agencies of East Asia set before a text."""
    edits = (Edit(Span(*m.span("open")), ""), Edit(Span(*m.span("close")), ": "))
    whole = (Edit(Span(*m.span()), ""),)
    return Hit(
        Span(m.start("open"), m.end("close")),
        {"bad": m["bad"].rstrip(), "hint": f"write “{m['label']}:” or leave it out"},
        (edits, whole),
        Safety.UNSAFE,
    )


STOPS = (".", ",", ":", ";", "!", "?")


def _ascii(marks: str, page: Page) -> str:
    """What English has for a mark; of several stops in a row, the strongest."""
    goods = [page.tables["marks"].get(c) or chr(ord(c) - 0xFEE0) for c in marks]
    return next((good for good in ("?", "!", ".") if good in goods), goods[0])


def _with_blanks(text: str, span: Span, good: str) -> Span:
    """A stop takes the blank before it with it."""
    start = span.start
    while good in STOPS and start and text[start - 1] == " ":
        start -= 1
    return Span(start, span.end)


def doubled(doc: Document, page: Page) -> Iterator[Hit]:
    """“yards..”, “yards.,”, “yards,.”, “yards,,”: two stops for one; abbreviations keep theirs: “Inc.,”."""
    for m in _doubles(doc, page):
        found = page.pattern("word").search(doc.text, max(0, m.start() - LONGEST), m.start())
        word = found[0] if found else ""
        if not found or not _whole(doc, word, m["marks"]):
            continue
        if word[0].isupper() and m["marks"][0] in "!?" and m["next"][:1].islower():
            continue  # a name with a mark of its own: “Yahoo!”
        capital = m["next"][:1].isupper() or not m["next"].strip()
        if m["marks"].replace(" ", "") == ".." and not capital:
            continue  # a short ellipsis: “well.. perhaps”
        good = _one_stop(m["marks"], capital=capital)
        span = Span(*m.span("marks"))
        words = {"bad": word + m["marks"], "good": word + good}
        yield Hit(Span(span.start - len(word), span.end), words, ((Edit(span, good),),))


def _whole(doc: Document, word: str, marks: str) -> bool:
    """Whether a token ends without a stop of its own: a figure, or a word or name that is no abbreviation."""
    if word[0].isdigit():
        return marks.strip() != ".,"
    if word.lower() in doc.knowledge.abbreviations or (
        word[0].isupper() and len(word) < SHORT and marks in (".,", "..")
    ):
        return False
    return known(word, doc.knowledge) or (word[0].isupper() and marks[0] in ",;:. " and marks != ".,")


# Two stops with a blank between at most; before the first there may be another blank.
TWO = compiled(r"[.,;:?!…][ ]?[.,;:–-]")


def _doubles(doc: Document, page: Page) -> Iterator[regex.Match[str]]:
    """The matches of the page's pattern, which is tried where two stops stand alone."""
    end = 0
    for two in TWO.finditer(doc.text):
        for start in (two.start() - 1, two.start()):
            m = page.pattern().match(doc.text, start) if start >= end else None
            if m is not None:
                yield m
                end = m.end()
                break


def _one_stop(marks: str, *, capital: bool) -> str:
    """The stop that stays: “?” and “!” say more than what follows them."""
    marks = marks.strip()
    if marks[-1] in "-–":
        return marks[0]
    if marks[0] == "." and marks[-1] == ":":
        return "." if capital else ":"
    if marks == ":.":
        return "." if capital else ":"
    if marks[0] in "?!…":
        return marks[0]
    if ";" in marks or marks[0] == ":":
        return ":" if marks[0] == ":" else "." if capital and "." in marks else ";"
    return "." if capital and "." in marks else ","


# What such a mark opens: to its closing mark, or as far as tells the language.
CLAUSE = compiled(r"[^?!\"“”«»\n]{1,60}+\w*")


SPANISH = frozenset(
    {
        "la",
        "el",
        "los",
        "las",
        "de",
        "del",
        "que",
        "y",
        "es",
        "no",
        "viva",
        "se",
        "un",
        "una",
        "por",
        "con",
        "sin",
        "en",
        "vivan",
        "ya",
    }
)
ENGLISH = frozenset(
    {
        "the",
        "is",
        "are",
        "of",
        "to",
        "for",
        "will",
        "who",
        "what",
        "has",
        "have",
        "and",
        "with",
        "this",
        "it",
        "we",
        "you",
        "they",
    }
)


TURNED = {"¿": "?", "¡": "!"}


def inverted(doc: Document, page: Page) -> Iterator[Hit]:
    """“¿Has it come”: the mark of Spanish before English words."""
    for m in page.pattern("mark").finditer(doc.text):
        if doc.text[m.start() - 1 : m.start()] in ("", " ") and doc.text[m.end() : m.end() + 1] == " ":
            continue  # the mark itself is spoken of: “puts ¿ before”
        clause = CLAUSE.match(doc.text, m.end())
        words = [w.lower() for w in LETTERS.findall(clause[0])] if clause else []
        foreign = sum(
            f"es {word}" in doc.knowledge.function_words and word not in doc.knowledge.words for word in words
        )
        english = sum(word in doc.knowledge.words for word in words)
        foreign += sum(not word.isascii() for word in words)
        # “¡Viva la Virgen!”: small words that English has by chance, and none of its own.
        foreign += bool(SPANISH.intersection(words)) and ENGLISH.isdisjoint(words) and english < len(words)
        if foreign or english * 2 < len(words) or not words:
            continue
        # Where a sentence ends, it is the question mark turned over: “Where do they sleep¿”.
        ends = doc.text[m.start() - 1 : m.start()].isalnum() and not doc.text[m.end() : m.end() + 1].isalnum()
        span = Span(*m.span())
        yield Hit(span, {"bad": m[0]}, ((Edit(span, TURNED[m[0]] if ends else ""),),))


def dash_after_quote(doc: Document, page: Page) -> Iterator[Hit]:
    """“…”, - said the mayor: the comma goes inside, the dash goes."""
    for m in page.sought(doc.facts):
        if not _speaks(doc, page, m):
            continue
        stop = m["inner"] or ","
        sign = "”" if m["mark"] in "”“»" else m["mark"]
        span = Span(*m.span("bad"))
        good = f"{stop}{sign} "
        yield Hit(span, {"bad": m["bad"] + m["who"], "good": good + m["who"]}, ((Edit(span, good),),))


def dash_after_comma(doc: Document, page: Page) -> Iterator[Hit]:
    """“It is late, - said the mayor”: speech without marks, as Russian sets it."""
    for m in page.sought(doc.facts):
        if _speaks(doc, page, m):
            span = Span(*m.span("bad"))
            yield Hit(span, {"bad": m["bad"] + m["who"], "good": ", " + m["who"]}, ((Edit(span, ", "),),))


def _speaks(doc: Document, page: Page, m: regex.Match[str]) -> bool:
    """Whether what follows the dash names a speaker: a verb of saying is among the next few words."""
    words = LETTERS.findall(doc.text[m.start("who") : m.start("who") + 70])[:6]
    if words[0] in page.lists["leads"] or not page.lists["also"].isdisjoint(words):
        return True
    return any((doc.knowledge.verbs_say.get(word) or ("",))[0] in ("past", "present") for word in words)


def homoglyph(doc: Document, page: Page) -> Iterator[Hit]:
    """“Kуiv” with a Cyrillic у: a word of Latin letters with others in it that only look like them."""
    latin, table = page.pattern("latin"), page.tables["letters"]
    for m in page.pattern("word").finditer(doc.text):
        word = m[0]
        strange = [c for c in word if c.isalpha() and not latin.match(c)]
        if not strange or len(strange) == sum(c.isalpha() for c in word) or any(c not in table for c in strange):
            continue
        good = "".join(table.get(c, c) for c in word)
        yield replaced(Span(*m.span()), {"bad": word}, [good])


def dash_opens_speech(doc: Document, page: Page) -> Iterator[Hit]:
    """“he said. - It is late”: a dash between two sentences of a paragraph in which somebody speaks; no list of such."""
    for m in page.sought(doc.facts):
        block = doc.facts.block_around(m.start())
        if doc.text[block.start : block.start + 1] in "-–—•*" or (m["who"].isupper() and len(m["who"]) > 1):
            continue
        low, high = max(block.start, m.start() - 400), min(block.end, m.end() + 600)
        if not any(word in SPEAKS for word in LETTERS.findall(doc.text, low, high)):
            continue
        span = Span(*m.span("bad"))
        yield Hit(span, {"bad": m["bad"] + m["who"], "good": m["who"]}, ((Edit(span, ""),),))


SPEAKS = frozenset(
    "said says told noted explained explains added stressed emphasized emphasised wrote writes quotes commented comments admitted "
    "shared reported reports believes recalled stated announced".split()
)


def dash_for_verb(doc: Document, page: Page) -> Iterator[Hit]:
    """“among doctors - 21%”: a comma, where the sentence has a verb before the dash; else “is” or “are”."""
    verb = page.pattern("verb")
    for m in page.sought(doc.facts):
        sentence = doc.facts.sentence_at(m.start())
        if doc.text[sentence.start : sentence.end].rstrip('"”’)»')[-1:] not in (".", "!", "?"):
            continue
        # Two dashes hold something between them, and what has a verb of its own is a sentence.
        if m["end"].strip() in ("-", "–", "—") or verb.search(m["figure"]):
            continue
        clause = max(
            sentence.start,
            max(doc.text.rfind(stop, sentence.start, m.start()) for stop in (", ", "; ", ": ", " and ", "(")),
        )
        if verb.search(doc.text, clause, m.start("bad")):
            continue  # “The line was short - 12 words”: a dash like another
        opens = clause == sentence.start
        good = ", " if not opens else " are " if PLURAL.match(doc.text, clause) else " is "
        span = Span(*m.span("bad"))
        word = doc.text[doc.text.rfind(" ", 0, span.start) + 1 : span.start]
        yield Hit(span, {"bad": m["bad"], "good": f"{word}{good}{m['figure'].split()[0]}"}, ((Edit(span, good),),))


PLURAL = compiled(r"(?:The )?(?:Children|Women|Men|People|\p{L}+[^s\W]s)\b")
