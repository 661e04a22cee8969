"""Sentences and phrases that were not translated at all, told by the small words of their language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from ..model import Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .removal import removals, shown

# A sentence of English that has none of these is short, and a foreign one has none but by chance.
ENGLISH = frozenset(
    "the of and to said from they with that for his which were are by she he it this in an"
    " their has have had been who would will but".split()
)
WORDS = compiled(r"[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)?")
PHRASE = compiled(
    r"(?<![\p{L}\p{M}*«“\"'’-])[\p{Ll}\p{M}]+(?:[’'][\p{Ll}\p{M}]+)?(?: [\p{Ll}\p{M}]+(?:[’'][\p{Ll}\p{M}]+)?)+"
)
FEWEST = 3
"""Words of a foreign sentence."""
HALF = 0.34
"""The share of English words up to which a sentence with two small words of another language is that language's."""
MOST = 0.4
"""The share of foreign sentences above which the text is no English one."""
LEFT = 40


@lru_cache(maxsize=4)
def _markers(page: Page) -> dict[str, frozenset[str]]:
    """Word → languages that have it for a small word."""
    found: dict[str, set[str]] = {}
    for language in page.data["lists"]["languages"]:
        for word in page.data["lists"][language]:
            found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def _suspects(doc: Document, markers: dict[str, frozenset[str]]) -> list[Span]:
    """Sentences with two small words of one language; the words of the text are asked once, and most texts have none."""
    facts = doc.facts
    by_language: dict[str, set[str]] = {}
    for word in markers.keys() & facts.vocabulary:
        for language in markers[word]:
            by_language.setdefault(language, set()).add(word)
    found: set[int] = set()
    for words in by_language.values():
        # A word that English has as well proves nothing by itself: one at least must be the language's own.
        if len(words) < 2 or words.isdisjoint(facts.unknown):
            continue
        seen: dict[int, set[str]] = {}
        for word in words:
            for m in re.finditer(rf"\b{re.escape(word)}\b", facts.lower):
                index = facts.sentence_index(m.start())
                if index is not None:
                    seen.setdefault(index, set()).add(word)
        found |= {index for index, here in seen.items() if len(here) >= 2}
    return [facts.sentences[index] for index in sorted(found)]


def sentence_left(doc: Document, page: Page) -> Iterator[Hit]:
    """“The vote was late. La votación terminó de noche.”: the sentence is to be translated, or taken out where it was."""
    markers = _markers(page)
    foreign = [(span, language) for span in _suspects(doc, markers) if (language := _language(doc, markers, span))]
    if not foreign or sum(s.end - s.start for s, _ in foreign) > MOST * len(doc.text.strip()) + 60:
        return
    for span, language in foreign:
        if doc.text[span.start] in "([":
            continue
        quote = doc.facts.quote_at(span.start + 1)
        if (quote is not None and quote.closed) or page.pattern("spoken_of").search(
            doc.text, max(0, span.start - LEFT), span.start
        ):
            continue
        edits = tuple(removals(doc, [span]))
        yield Hit(span, {"bad": shown(doc.text, span), "language": language.capitalize()}, (edits,))


def _language(doc: Document, markers: dict[str, frozenset[str]], span: Span) -> str:
    """The language of a sentence that is not English; nothing for one that is, or is too short to tell."""
    words = [m[0].lower().replace("’", "'") for m in WORDS.finditer(doc.text, *span)]
    if len(words) < FEWEST:
        return ""
    counts: dict[str, set[str]] = {}
    for word in words:
        for language in markers.get(word, markers.get(word.partition("'")[0] + "'", frozenset())):
            counts.setdefault(language, set()).add(word)
    if not counts:
        return ""
    language = max(sorted(counts), key=lambda one: len(counts[one]))
    found = {word for word in counts[language] if len(word) > 1}
    if len(found) < 2 or any(word in ENGLISH and word not in counts[language] for word in words):
        return ""
    rest = [word for word in words if word not in counts[language]]
    known = sum(word in doc.knowledge.words for word in rest)
    strange = any(word in doc.facts.unknown for word in rest) or len(found) >= 4
    return language if strange and known <= HALF * len(words) else ""


def phrase_left(doc: Document, page: Page) -> Iterator[Hit]:
    """“the mayor que no quiso hablar left”: a run of small words and unknown ones amid English."""
    markers = _markers(page)
    unknown = doc.facts.unknown
    for m in (m for span in _suspects(doc, markers) for m in PHRASE.finditer(doc.text, *span)):
        if doc.facts.quoted(Span(*m.span())):
            continue
        for start, end, language in _runs(m, markers, unknown):
            if not page.pattern("spoken_of").search(doc.text, max(0, start - LEFT), start) and not page.pattern(
                "explained"
            ).match(doc.text, end):
                span = Span(start, end)
                yield Hit(span, {"bad": shown(doc.text, span), "language": language.capitalize()}, ())


def _runs(
    m: regex.Match[str], markers: dict[str, frozenset[str]], unknown: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and language of runs of three words or more, two of them small ones of one language and one unknown."""
    run: list[regex.Match[str]] = []
    for word in [*WORDS.finditer(m.string, *m.span()), None]:
        lower = word[0].replace("’", "'") if word else ""
        if word and (lower in markers or lower in unknown or lower.partition("'")[0] + "'" in markers):
            run.append(word)
            continue
        if len(run) > FEWEST:
            small: dict[str, set[str]] = {}
            for one in run:
                for language in markers.get(one[0], ()):
                    small.setdefault(language, set()).add(one[0])
            strange = any(one[0] in unknown and one[0] not in markers for one in run)
            best = max(sorted(small), key=lambda language: len(small[language]), default="")
            if best and len(small[best]) >= 2 and strange and not _in_a_name(m.string, run):
                yield run[0].start(), run[-1].end(), best
        run = []


CAPITAL = compiled(r"\W{1,2}\p{Lu}")
CAPITAL_BEFORE = compiled(r"\p{Lu}[\p{L}’']*\W{1,2}\Z")


def _in_a_name(text: str, run: list[regex.Match[str]]) -> bool:
    """Whether capitals stand on both sides, as in a title or the name of a body."""
    return (
        CAPITAL.match(text, run[-1].end()) is not None
        and CAPITAL_BEFORE.search(text, max(0, run[0].start() - 30), run[0].start()) is not None
    )


def small_word_left(doc: Document, page: Page) -> Iterator[Hit]:
    """“the mayor und his wife”: one small word between English ones."""
    for m in page.sought(doc.facts):
        before, behind = m["before"].lower(), m["behind"].lower()
        if m["before"][0].isupper() and m["behind"][0].isupper():
            continue  # the name of a body: Centre et Savoie
        if behind in ARTICLES or not (_english(doc, m["before"], before) and _english(doc, m["behind"], behind)):
            continue
        span = Span(*m.span("bad"))
        language, good = page.tables["words"][m["bad"]].split(": ")
        yield replaced(span, {"bad": m["bad"], "language": language}, [good])


ARTICLES = frozenset({"de", "du", "des", "la", "le", "les", "el", "los", "las", "der", "die", "das", "den", "dem"})


def _english(doc: Document, word: str, lower: str) -> bool:
    return lower in doc.knowledge.words or (word[0].isupper() and (lower in doc.knowledge.places or word.endswith("s")))
