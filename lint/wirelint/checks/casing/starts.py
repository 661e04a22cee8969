"""Sentences that begin in lower case, and capitals that went to the second word instead."""

from __future__ import annotations

from collections.abc import Iterator

from ...knowledge import is_common, is_word
from ...model import Edit, Hit, Safety, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from .near import after, in_prose

WORD = compiled(r"\p{L}+(?:['’]\p{L}+)?+(?![\p{L}\p{N}])")
ARTICLES = ("the", "a", "an", "this", "that", "his", "her", "its", "their")
ORDINAL = compiled(r"(?:\d(?:st|nd|rd|th)|\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) \d{1,3})\.$")
STOPS = frozenset('.!?”"’)')
# Words of a sentence; less may be a scrap of a table, or a sub-headline below the headline.
FEWEST, LONG = 4, 8
TOP = 4  # blocks before the article: kicker, headline, sub-headline, date


def lowercase_start(doc: Document, page: Page) -> Iterator[Hit]:
    """“It ended. the rest is known.”, and “in Addition, he said …”."""
    text = doc.text
    for number, sentence in enumerate(doc.facts.sentences):
        at = sentence.start + (text[sentence.start] in '“"')
        if not text[at : at + 1].islower():
            continue
        first = WORD.match(text, at)
        if first is None or not _opens(doc, page, first[0]) or not in_prose(doc, Span(*first.span())):
            continue
        span = Span(*first.span())
        moved = _moved(doc, page, span)
        if moved:
            yield _hit(doc, moved, moved.of(text)[0].upper() + moved.of(text)[1:].lower())
        elif _after_a_stop(doc, page, number, sentence, first[0]) and (
            at == sentence.start or _whole_quotation(doc, page, span)
        ):
            yield _hit(doc, span, first[0][0].upper() + first[0][1:], sure=first[0] in page.lists["openers"])


def _hit(doc: Document, span: Span, good: str, *, sure: bool = True) -> Hit:
    words = {"bad": span.of(doc.text), "good": good}
    return Hit(span, words, ((Edit(span, good),),), None if sure else Safety.UNSAFE)


def _opens(doc: Document, page: Page, first: str) -> bool:
    """Whether the word is one of English, in lower case all through, and nobody's own spelling of a name."""
    if first in doc.house.keep or first in page.lists["names"]:
        return False
    return first in page.lists["openers"] or is_common(first.replace("’", "'"))


def _moved(doc: Document, page: Page, first: Span) -> Span | None:
    """The first two words where the second has the capital of the first: “in Addition”, “the Head of”."""
    text = doc.text
    second = after(text, first.end)
    if second is not None and second.text in ARTICLES and first.of(text) in page.lists["before_nouns"]:
        return _moved_on(doc, page, first, second.span.end)
    if second is None or first.of(text) not in page.lists["before_nouns"] or not second.text[1:].islower():
        return None
    word, third = second.text.lower(), after(text, second.span.end)
    if second.text == word or not is_word(word.partition("-")[0]) or (third and third.text[0].isupper()):
        return None
    if first.of(text) not in page.lists["before_any_noun"] and (word in page.lists["institutions"] or _name(doc, word)):
        return None
    named = word not in page.lists["openers"] and _elsewhere(doc, second.span)
    return None if named else Span(first.start, second.span.end)


def _moved_on(doc: Document, page: Page, first: Span, end: int) -> Span | None:
    """“in the Morning”: the capital went two words on, to a noun that no name begins with."""
    noun = after(doc.text, end)
    if noun is None or not noun.text[1:].islower() or noun.text.lower() not in page.lists["plain_nouns"]:
        return None
    return None if _elsewhere(doc, noun.span) else Span(first.start, noun.span.end)


def _name(doc: Document, word: str) -> bool:
    known = doc.knowledge
    return word in known.places or word in known.demonyms or (word in known.surnames and not is_common(word))


def _elsewhere(doc: Document, span: Span) -> bool:
    """Whether the text gives the word its capital inside another sentence, too, so that it may be a name."""
    others = [other.start for other in doc.facts.occurrences(span.of(doc.text)) if other != span]
    return any(doc.facts.sentence_at(start).start not in (start, start - 1) for start in others)


def _whole_quotation(doc: Document, page: Page, first: Span) -> bool:
    """Whether a quotation that begins in lower case is a sentence, and does not take up one that was broken off."""
    quote = doc.facts.quote_at(first.start)
    if quote is None or first.of(doc.text) not in page.lists["subjects"]:
        return False
    return not quote.closed or doc.text[quote.span.end - 2] in ".,!?"


def _is_date(doc: Document, page: Page, line: Span) -> bool:
    """Whether a line is the date below a headline."""
    return page.pattern("date").fullmatch(doc.text, *line) is not None


def _after_a_stop(doc: Document, page: Page, number: int, sentence: Span, first: str) -> bool:
    """Whether what stands before is a whole sentence, and this one, too: no list, verse, letter or line of a form."""
    text, facts = doc.text, doc.facts
    many = len(facts.words_in(sentence))
    if many < FEWEST - (first in page.lists["pronouns"]) or text[sentence.end - 1] not in STOPS:
        return False
    index = facts.block_at(sentence.start)
    if index is None or facts.blocks[index].kind != "paragraph":
        return False
    if number == 0:
        return True
    previous = facts.sentences[number - 1]
    if index == 1 and text[previous.end - 1] not in STOPS and previous == facts.blocks[0].span:
        return many >= LONG  # what stands before is a headline
    if index <= TOP and many >= LONG and _is_date(doc, page, facts.blocks[index - 1].span):
        return True
    if ORDINAL.search(text, max(0, previous.end - 12), previous.end):
        return False  # “the 2nd. goal”
    if text[previous.end - 1] not in STOPS or len(facts.words_in(previous)) < 3:
        return False
    if facts.blocks[index].span.start == sentence.start:
        return True
    if first not in page.lists["openers"] and text.startswith(",", sentence.start + len(first)):
        return False  # the stop stands in a list: “medicines, drugs. alcohol, and …”
    if first not in page.lists["runs_on"]:
        return True
    second = after(text, sentence.start + len(first))
    return first == "and" and second is not None and second.text in page.lists["clauses"]
