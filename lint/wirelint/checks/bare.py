"""Nouns without an article, where two in a sentence give each other away."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..knowledge import Knowledge
from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.spellings import by_first_word


class Bare(NamedTuple):
    """A noun that should have an article, and what it stands behind: “verb”, a preposition, or nothing at a sentence's head."""

    noun: Span
    start: int
    behind: str
    sure: bool


def bare_nouns(doc: Document, page: Page, taken: Collection[int]) -> Iterator[Hit]:
    """“Driver lost control of truck and hit bus stop.”, and single nouns that no good text has without an article.

    `taken` are the places where an article is missing by other evidence: one in a sentence makes a bare noun beside it sure.
    """
    found: dict[int, dict[int, Bare]] = {}
    proven = {index for at in taken if (index := doc.facts.sentence_index(at)) is not None}
    for bare in _within(doc, page):
        index = doc.facts.sentence_index(bare.start)
        if index is not None:
            found.setdefault(index, {}).setdefault(bare.start, bare)
    for index in sorted({*found, *proven}):
        first = _first(doc, page, doc.facts.sentences[index])
        if first is not None:
            found.setdefault(index, {})[first.start] = first
    for index in sorted(found):
        bares = [found[index][at] for at in sorted(found[index])]
        nouns = {bare.noun.of(doc.text).lower() for bare in bares}
        known = len(nouns) > 1 or index in proven
        for bare in bares:
            if (known or bare.sure) and bare.start not in taken and is_sentence(doc, bare.start):
                yield _hit(doc, page, bare)


def _within(doc: Document, page: Page) -> Iterator[Bare]:
    """Nouns behind a verb or a preposition, sought as pairs of words: nearly all nouns have an article there."""
    names = by_first_word(page.words("nouns", "alone"))
    heads = doc.facts.vocabulary & names.keys()
    if not heads:
        return
    leads, pasts = page.words("prepositions", "verbs", "sorts", "joins"), page.words("no_verbs")
    for before, head in sorted(pair for pair in doc.facts.pairs if pair[1] in heads):
        if before in leads or (before.endswith("ed") and before not in pasts and len(before) > SHORTEST):
            for span in doc.facts.occurrences(f"{before} {head}"):
                bare = _behind(doc, page, span, before, names[head])
                if bare is not None:
                    yield bare


def _behind(doc: Document, page: Page, span: Span, before: str, names: tuple[str, ...]) -> Bare | None:
    text, at = doc.text, span.start + len(before) + 1
    noun = _noun(page, text, at, names)
    if noun is None:
        return None
    start, lead = at, before
    if before in page.words("sorts"):
        start = span.start
        m = LAST.search(text, max(0, start - 20), start)
        if m is None:
            return None
        lead = m[0][:-1].lower()
    sense = "verb" if lead in page.words("verbs") or _past(lead, page) else lead
    if sense != "verb" and lead not in page.words("prepositions", "joins"):
        return None
    earlier = LAST.search(text, max(0, start - len(lead) - 22), start - len(lead) - 1)
    word = earlier[0][:-1].lower() if earlier else ""
    if text[start - len(lead) - 2 : start - len(lead) - 1] == "-" or _made(doc.knowledge, page, word, sense):
        return None
    if PATH_BEFORE.search(text, max(0, start - REACH), start) or (
        sense == "from" and text.startswith(" to ", noun.end)
    ):
        return None
    sure = (
        noun.of(text) in page.words("alone")
        and (sense == "verb" or lead in page.words("spots"))
        and word not in PAIRED
        and not text.startswith(PAIRS, noun.end)
        and not NAMED.match(text, noun.end)
    )
    if _twin(page, text, noun):
        return None
    return Bare(noun, start, sense, sure)


def _twin(page: Page, text: str, noun: Span) -> bool:
    """“document after document”, “husband and wife”: two nouns that go without an article together."""
    word = noun.of(text)
    return (
        text.startswith(tuple(f" {link} {word}" for link in LINKS), noun.end)
        or text.endswith(tuple(f"{word} {link} " for link in LINKS), 0, noun.start)
        or any(text.startswith(twins, noun.start) for twins in page.words("twins"))
    )


LINKS = ("after", "by", "to", "for", "upon", "and", "or", "as")
# “from cellar to attic”
PATH_BEFORE = compiled(r"\bfrom [\p{L}-]+ to $")
# “the sister of actress, Lena Ode,”: no more than a lost comma.
NAMED = compiled(r", \p{Lu}")
# “the looted and burned shop”, “the work of actor and singer Ken Mori”
PAIRED, PAIRS = frozenset(("and", "or")), (" and ", " or ")
LAST = compiled(r"[\p{L}’'-]+ $")


def _noun(page: Page, text: str, at: int, names: tuple[str, ...]) -> Span | None:
    """The longest of the nouns that stands there and is not the first half of another."""
    for name in sorted(names, key=len, reverse=True):
        if text.startswith(name, at) and page.pattern("ends").match(text, at + len(name)):
            return Span(at, at + len(name))
    return None


def _past(word: str, page: Page) -> bool:
    return word.endswith("ed") and len(word) > SHORTEST and word not in page.words("no_verbs")


SHORTEST = 4


def _made(knowledge: Knowledge, page: Page, word: str, sense: str) -> bool:
    """Whether the word before makes the verb an adjective, or has the article: “a used car”, “his stolen van”."""
    if sense in page.words("joins"):
        return word not in page.words("sayings")
    if sense != "verb":
        return word in page.words("measures")
    return word in page.words("makers") or word.endswith(("ly", "'s", "’s"))


def _first(doc: Document, page: Page, sentence: Span) -> Bare | None:
    """The noun that opens the sentence, with its verb right behind it."""
    word = doc.text[sentence.start : sentence.start + REACH].partition(" ")[0]
    end = sentence.start + len(word)
    if word not in page.words("subjects") or not page.pattern("acts").match(doc.text, end):
        return None
    return None if _within_capital(doc, word) else Bare(Span(sentence.start, end), sentence.start, "", False)


REACH = 30


def _within_capital(doc: Document, word: str) -> bool:
    """Whether the word has its capital within a sentence, too: it is somebody's name."""
    return any(doc.facts.sentence_at(span.start).start != span.start for span in doc.facts.occurrences(word))


def _hit(doc: Document, page: Page, bare: Bare) -> Hit:
    words = doc.text[bare.start : bare.noun.end]
    if not bare.behind:
        low = words.lower()
        goods = [f"The {low}", f"{a_or_an(low).capitalize()} {low}"]
        return Hit(bare.noun, {"noun": words, "good": goods[0]}, tuple((Edit(bare.noun, good),) for good in goods))
    known = (
        (bare.noun.of(doc.text) not in page.words("one_of_many") and bare.behind in page.words("known", "joins"))
        or bare.noun.of(doc.text) in page.words("unique")
        or doc.text.startswith(" of ", bare.noun.end)
    )
    goods = ["the", a_or_an(words)] if known else [a_or_an(words), "the"]
    edits = tuple((Edit(Span(bare.start, bare.start), f"{good} "),) for good in goods)
    return Hit(Span(bare.start, bare.noun.end), {"noun": words, "good": f"{goods[0]} {words}"}, edits)


def is_sentence(doc: Document, at: int) -> bool:
    """Whether the sentence there ends with a stop, as headlines do not."""
    sentence = doc.facts.sentence_at(at)
    return doc.text[sentence.start : sentence.end].rstrip('"”’)»').endswith((".", "!", "?"))


VOWEL = compiled(r"(?!uni|use|eu|one)[aeiou]|hour|heir|honest")


def a_or_an(word: str) -> str:
    return "an" if VOWEL.match(word) else "a"
