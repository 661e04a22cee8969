"""Articles that a language without them lost."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document

VOWEL = compiled(r"(?!uni|use|eu|one)[aeiou]|hour|heir|honest")


def lost_article(doc: Document, page: Page) -> Iterator[Hit]:
    """“threw grenade”, “roof of house”, “in Philippines”, “Deputy head of the port left.”, in sentences that end as such."""
    seen: set[int] = set()
    for name, article in (("object", ""), ("place", "the"), ("body", "the"), ("middle", "a"), ("copula", "")):
        for m in page.pattern(name).finditer(doc.text):
            at = m.start("bad")
            if at in seen or not _is_sentence(doc, at) or _twice(doc, m):
                continue
            if (name == "body" and not _is_body(doc, m)) or _owned(doc, page, m):
                continue
            seen.add(at)
            yield _hit(m, at, article or ("the" if m["next"] == "of" else "a"))
    yield from _subjects(doc, page)


def lost_the(doc: Document, page: Page) -> Iterator[Hit]:
    """“at end of May”, in sentences that end as such."""
    for m in page.pattern().finditer(doc.text):
        if m["bad"].lower() in page.lists["fine"] or not _is_sentence(doc, m.start()):
            continue
        at = m.start("rest")
        good = f"{m['lead']} the {m['rest']}"
        yield Hit(Span(*m.span("bad")), {"bad": m["bad"], "good": good}, ((Edit(Span(at, at), "the "),),))


def _subjects(doc: Document, page: Page) -> Iterator[Hit]:
    """“Deputy head of the port left.”, unless a name follows, of which it is the title."""
    pattern = page.pattern("subject")
    for sentence in doc.facts.sentences:
        m = pattern.match(doc.text, sentence.start, sentence.end)
        if m is None or not m[0][0].isupper() or NAMED.search(m["rest"] or "") or not _is_sentence(doc, sentence.start):
            continue
        bad = f"{m['bad'][0].lower()}{m['bad'][1:]}"
        goods = (f"The {bad}", f"{_a(bad).capitalize()} {bad}")
        span = Span(*m.span("bad"))
        yield Hit(span, {"noun": m["bad"], "good": goods[0]}, tuple((Edit(span, good),) for good in goods))


def _is_sentence(doc: Document, at: int) -> bool:
    """Whether the sentence there ends with a stop, as headlines do not."""
    sentence = doc.facts.sentence_at(at)
    return doc.text[sentence.start : sentence.end].rstrip('"”’)»').endswith((".", "!", "?"))


def _twice(doc: Document, m: regex.Match[str]) -> bool:
    """“document after document”, “house and home”: idioms of two nouns."""
    after = doc.text[m.end() : m.end() + 40].split()
    return len(after) > 1 and (
        after[1].strip(".,;") == m["noun"] or (after[0] == "and" and after[1].isalpha() and after[1] not in NOT_NOUNS)
    )


NOT_NOUNS = frozenset(
    ("the", "a", "an", "his", "her", "their", "its", "then", "was", "were", "is", "left", "fled", "said")
)


def _is_body(doc: Document, m: regex.Match[str]) -> bool:
    """Whether what stands before the body is a people's adjective, if anything does."""
    word = m["demonym"]
    return word is None or word.lower() in doc.knowledge.demonyms


# “Secretary of State George Shultz”: a title before a name.
NAMED = compiled(r"\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ $")
BEFORE = compiled(r"(?P<word>\p{L}+(?:['’]s)?)[ -]$")
# “a hastily called meeting”: the word before makes the verb an adjective.
LIKE_ADVERB = ("ly", "ous", "ive", "ful", "ish", "'s", "’s")


def _owned(doc: Document, page: Page, m: regex.Match[str]) -> bool:
    """Whether the word before has the article, or makes a kind of it: “a used boat”, “that kind of accident”."""
    before = BEFORE.search(doc.text, max(0, m.start() - 20), m.start())
    if before is None:
        return False
    word = before["word"].lower()
    return before[0][-1] == "-" or word in page.lists["owners"] or word.endswith(LIKE_ADVERB)


def _hit(m: regex.Match[str], at: int, article: str) -> Hit:
    noun = m["bad"]
    goods = ("the",) if m["noun"][0].isupper() else ("the", _a(noun)) if article == "the" else (_a(noun), "the")
    edits = tuple((Edit(Span(at, at), f"{good} "),) for good in goods)
    return Hit(
        Span(m.start("verb") if m.re.groupindex.get("verb") else at, m.end("bad")),
        {"noun": noun, "good": f"{goods[0]} {noun}"},
        edits,
    )


def _a(word: str) -> str:
    return "an" if VOWEL.match(word) else "a"


def the_city(doc: Document, page: Page) -> Iterator[Hit]:
    """“the city Perm” → “the city of Perm”, where the name is no English word."""
    for m in page.pattern().finditer(doc.text):
        name = m["name"].lower()
        if name in doc.knowledge.words or (name not in doc.knowledge.places and name in doc.knowledge.surnames):
            continue
        at = m.start("name")
        yield Hit(
            Span(*m.span("bad")), {"bad": m[0], "good": f"{m['kind']} of {m['name']}"}, ((Edit(Span(at, at), "of "),),)
        )
