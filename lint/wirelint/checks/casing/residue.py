"""What is left of a headline or of a link's own capitals inside a sentence: “the striker And the club”, “Ana Ruiz Y Luis Paz”."""

from __future__ import annotations

from collections.abc import Iterator

from ...knowledge import is_word
from ...model import Hit, Safety, Span, replaced
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from .known import is_club, is_given, is_large_place
from .near import Word, after, before, headline_style

WORK = 60  # letters of a quotation that may be a title
LONGER = compiled(r"(?<![\p{L}’'-])\p{L}{3,}")
LONGEST = 5  # words of a name
SMALL = frozenset(("of", "the", "a", "in", "on", "for", "with", "to", "from", "by"))


def title_residue(doc: Document, page: Page) -> Iterator[Hit]:
    """Function words with a capital between two names, or between words in lower case."""
    facts, lists = doc.facts, page.lists
    for word in (
        lists["never_first"] | lists["between_names"] | lists["pronouns"] | lists["behind_names"]
    ) & facts.spellings:
        for span in facts.occurrences(word):
            left, right = before(doc.text, span.start), after(doc.text, span.end)
            if left is None or right is None or left.text.endswith(".") or left.text in lists["works"]:
                continue
            if word in lists["pronouns"]:
                yield from _pronoun(doc, page, span, left, right)
            elif _joins(doc, page, word, left, right) and not _in_title(doc, span):
                good = page.tables["good"].get(word, word.lower())
                yield replaced(span, {"bad": word}, [good])


def _joins(doc: Document, page: Page, joint: str, left: Word, right: Word) -> bool:
    """Whether the word joins what stands beside it, and is no part of a name."""
    if left.text.islower():
        if right.text.islower():
            return joint in page.lists["never_first"] and len(left.text) > 1 and not _work(doc, page, joint, right)
        if joint in page.lists["prepositions"] and len(left.text) > 2 and _person_ahead(doc, right):
            return True
        joins = joint in page.lists["conjunctions"] or left.text in doc.knowledge.roles
        return joins and joint in page.lists["between_names"] and len(left.text) > 2 and _name(doc, right)
    if joint in page.lists["behind_names"] and right.text.islower() and _person(doc, left):
        return right.text not in page.lists["not_behind"]
    if joint == "Against" and _person(doc, left) and _person_ahead(doc, right):
        return True
    if joint not in page.lists["between_names"]:
        return False
    if right.text in page.lists["determiners"]:
        return _person(doc, left)
    if not right.text[0].isupper() or page.pattern("firm").match(doc.text, right.span.start):
        return False
    if joint in page.lists["foreign"] and len(left.text) > 2 and len(right.text) > 2:
        return (
            _person(doc, left)
            or is_large_place(doc, left.text)
            or not is_word(left.text.lower())
            or _person_ahead(doc, right)
        )
    if _person(doc, left) or (is_large_place(doc, left.text) and is_large_place(doc, right.text)):
        return True
    if joint == "And" and not is_word(left.text.lower()) and is_club(doc, right.text):
        return True
    if joint == "And" and _person_ahead(doc, right) and not is_given(doc, left.text):
        return True
    return joint == "And" and _long_names(doc, page, left, right)


def _long_names(doc: Document, page: Page, left: Word, right: Word) -> bool:
    """Whether a name of two words or more stands on either side, which no work has brought up: “Vestre Aker And Nordstrand”."""
    first, number = left, 1
    while (
        (earlier := before(doc.text, first.span.start)) is not None and earlier.text[0].isupper() and number < LONGEST
    ):
        first, number = earlier, number + 1
    lead = before(doc.text, first.span.start)
    last = after(doc.text, right.span.end)
    longer = number > 1 or (last is not None and last.text[0].isupper())
    free = doc.text[max(0, first.span.start - 2) : first.span.start] == ", " if lead is None else lead.text.islower()
    if not longer or not free or (lead is not None and lead.text in page.lists["works"]):
        return False
    end = (last or right).span.end
    if doc.text.startswith(" (", end) or doc.text.startswith(" (", right.span.end):
        return False  # a work and its year
    return not any(
        word.istitle() and word.lower() in SMALL
        for word in doc.text[first.span.start : right.span.end].split()
        if word != "And"
    )


def _work(doc: Document, page: Page, joint: str, right: Word) -> bool:
    """Whether it may begin the title of a work: “the novel To the Lighthouse”."""
    following = after(doc.text, right.span.end)
    named = following is not None and following.text[0].isupper()
    return named and joint not in page.lists["conjunctions"]


def _person(doc: Document, last: Word) -> bool:
    """Whether a word ends the name of a person: a given name stands before it."""
    first = before(doc.text, last.span.start)
    return first is not None and first.text[0].isupper() and is_given(doc, first.text) and _surname(doc, last.text)


def _person_ahead(doc: Document, first: Word) -> bool:
    """Whether a word begins the name of a person."""
    last = after(doc.text, first.span.end)
    return last is not None and last.text[0].isupper() and is_given(doc, first.text) and _surname(doc, last.text)


def _surname(doc: Document, word: str) -> bool:
    return word.lower() in doc.knowledge.surnames or not is_word(word.lower())


def _name(doc: Document, word: Word) -> bool:
    """Whether a word is the name of a place, a club, a people, or a given name."""
    named = is_large_place(doc, word.text) or is_club(doc, word.text) or is_given(doc, word.text)
    return word.text[0].isupper() and (named or word.text.lower() in doc.knowledge.demonyms)


def _pronoun(doc: Document, page: Page, pronoun: Span, left: Word, verb: Word) -> Iterator[Hit]:
    """“The captain He Turned to” → “turned”; “when He Turned” → “he turned”."""
    word = verb.text.lower()
    if not verb.text[0].isupper() or not (word in page.lists["verbs"] or (word.endswith("ed") and is_word(word))):
        return
    if not (left.text.islower() or _person(doc, left)) or _in_title(doc, pronoun):
        return
    if page.pattern("maker").match(doc.text, verb.span.end) or _is_a_work(doc, page, left):
        return
    span = Span(pronoun.start, verb.span.end)
    goods = (word, f"{pronoun.of(doc.text).lower()} {word}")
    if left.text in page.lists["before_clauses"]:
        goods = goods[::-1]
    yield replaced(span, {"bad": span.of(doc.text)}, goods, Safety.UNSAFE)


def _is_a_work(doc: Document, page: Page, left: Word) -> bool:
    """“Her favourite film is She Said”."""
    earlier = before(doc.text, left.span.start) if left.text in ("is", "was", "called", "in", "of", "titled") else None
    return earlier is not None and earlier.text in page.lists["works"]


def _in_title(doc: Document, span: Span) -> bool:
    """Whether it stands in what may be the title of a work, or in a line that has its capitals by custom."""
    quote = doc.facts.quote_at(span.start)
    if quote is not None and quote.span.end - quote.span.start < WORK:
        return True
    return headline_style(doc, span) and _titled_otherwise(doc, span)


def _titled_otherwise(doc: Document, span: Span) -> bool:
    """Whether a sentence has the capitals of a title also where the two names beside the word do not bring them."""
    first = last = span
    for _ in range(2):
        left, right = before(doc.text, first.start), after(doc.text, last.end)
        first = left.span if left and left.text[0].isupper() else first
        last = right.span if right and right.text[0].isupper() else last
    begins, ends = doc.facts.sentence_at(span.start)
    words = [*LONGER.findall(doc.text, begins, first.start), *LONGER.findall(doc.text, last.end, ends)]
    small = sum(word.islower() for word in words)
    return not words or small * 2 < len(words) or doc.text[ends - 1] not in '.!?”"'
