"""Words left in the source language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from ..knowledge import plain
from ..model import Edit, Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document


def word_left(doc: Document, page: Page) -> Iterator[Hit]:
    """“the huelga lasted”, “the sindaco of Latina”: a word of the page's tables among English ones."""
    words = _by_word(page)
    plain = words.keys() & doc.facts.vocabulary
    prefixed = {word for word in doc.facts.unknown if word.startswith(PREFIXES) and PREFIX.sub("", word) in words}
    if not plain and not prefixed:
        return
    for bad in sorted(doc.facts.spellings):
        lower = bad.lower()
        if lower not in plain and lower not in prefixed:
            continue
        language, good = words[lower if lower in plain else PREFIX.sub("", lower)]
        if lower not in plain:
            good = f"{'deputy' if lower.startswith('vi') else 'former'} {good}"  # vicealcaldesa, exministro
        if language == "german" and bad.islower() and len(bad) < LONG:
            continue  # frau, firma
        for span in doc.facts.occurrences(bad):
            if _stands_alone(doc, page, span, noun=language == "german"):
                edit = _with_its_article(doc, span, good)
                yield Hit(span, {"bad": bad, "good": good, "language": language.capitalize()}, ((edit,),))


PREFIXES = ("vice", "ex", "vize")
PREFIX = compiled(r"\A(?:vice|vize|ex)-?")
LEFT, RIGHT = 44, 30
LONG = 7
BEFORE = compiled(r"([\p{L}’'-]+) \Z")
BEHIND = compiled(r" ([\p{L}’'-]+)")
ARTICLE = compiled(r"\b([Aa])(n?) \Z")


def _stands_alone(doc: Document, page: Page, span: Span, *, noun: bool) -> bool:
    """Whether the words beside it are English, and nothing explains it or makes it a part of a name."""
    text = doc.text
    left, right = text[max(0, span.start - LEFT) : span.start], text[span.end : span.end + RIGHT]
    if left[-1:] in ("-", "’", "'", "/", "#", "@", ".") or right[:1] in ("-", "’", "'", "/", "@"):
        return False
    if page.pattern("glossed_before").search(left) or page.pattern("glossed_after").match(right):
        return False
    before, behind = BEFORE.search(left), BEHIND.match(right)
    if text[span.start].isupper():
        # A capital is a name's (“Prefeito Street”), but for a German noun's, or a whole subject's: “The Bakan did not”.
        subject = noun or VERB.match(right) is not None
        if not subject or page.pattern("determined").search(left) is None or _capital(behind):
            return False
    return not _strange(doc, before) and not _strange(doc, behind)


def _capital(m: regex.Match[str] | None) -> bool:
    return m is not None and m[1][0].isupper()


def _strange(doc: Document, m: regex.Match[str] | None) -> bool:
    """Whether the next word is one of another language, too: then it is a phrase or a name."""
    if m is None:
        return False
    lower = m[1].lower()
    if m[1][0].isupper():
        return lower not in doc.knowledge.words and m.re is BEFORE
    return lower in doc.facts.unknown or lower in PARTICLES


PARTICLES = frozenset(
    {
        "de",
        "del",
        "la",
        "el",
        "le",
        "les",
        "los",
        "las",
        "du",
        "des",
        "di",
        "da",
        "dos",
        "das",
        "der",
        "y",
        "e",
        "et",
        "und",
        "von",
        "van",
        "en",
        "al",
        "il",
        "della",
    }
)


def _with_its_article(doc: Document, span: Span, good: str) -> Edit:
    """“an incendio” → “a fire”: the article goes with the word where the English one wants the other."""
    article = ARTICLE.search(doc.text, max(0, span.start - 4), span.start)
    wanted = "n" if good[0].lower() in "aeio" or (good.startswith("un") and not good.startswith("uni")) else ""
    if article is None or article[2] == wanted:
        return Edit(span, good)
    return Edit(Span(article.start(), span.end), f"{article[1]}{wanted} {good}")


VERB = compiled(r" (?:did|said|says|does|has|had|is|was|will|would|also|told|announced|added|of the|refused)\b")


def month(doc: Document, page: Page) -> Iterator[Hit]:
    """“in julho 2023”, “18 février 2019”, “3 de octubre de 2018”."""
    languages = _by_word(page)
    if languages.keys().isdisjoint(doc.facts.vocabulary):
        return
    for m in page.sought(doc.facts):
        found = languages.get(m["bad"].lower())
        # A day alone before a word is no date yet where the word is an English one (20 mars, 3 mart).
        if found is None or not (
            m["bad"] in page.lists["alone"] or m["year"] or m["of"] or m["bad"].lower() not in doc.knowledge.words
        ):
            continue
        language, good = found
        if m["bad"][0].isupper() and m["day"] and not m["year"] and language not in ("german", "turkish"):
            continue  # the 25 de Abril bridge, the 14 Juillet station: the source has no capital in a date
        start = m.start("day") if m["day"] else m.start("bad")
        end = m.end("year") if m["year"] else m.end("bad")
        new = " ".join(part for part in (m["day"], good, m["year"]) if part)
        span = Span(start, end)
        words = {"bad": m["bad"], "good": good, "language": language.capitalize()}
        yield Hit(span, words, ((Edit(span, new),),))


@lru_cache(maxsize=8)
def _by_word(page: Page) -> dict[str, tuple[str, str]]:
    """Word in lower case → (language, English), of the page's tables; a word of two languages goes to the first of them."""
    words: dict[str, tuple[str, str]] = {}
    for language in page.data["lists"]["languages"]:
        for word, good in page.tables[language].items():
            words.setdefault(word.lower(), (language, good))
    return words


def weekday(doc: Document, page: Page) -> Iterator[Hit]:
    """“on lunes”, “sabato 4 June”: behind a preposition, with no name behind it, or before the day of the month."""
    words = _by_word(page)
    if frozenset(word.rpartition("-")[2] for word in words).isdisjoint(doc.facts.vocabulary):
        return
    for m in page.sought(doc.facts):
        # “on Domingo Street”, “Freitag, who”: names.
        named = m["bad"][0].isupper() and not m["bad"].isupper() and NAMED.match(doc.text, m.end()) is not None
        language, good = words[m["bad"].lower()]
        # The film “Viernes 13” has a capital that Spanish gives no weekday, but for the first word of a line.
        odd = m["bad"][0].isupper() and language not in ("german", "turkish")
        opens = doc.facts.sentence_at(m.start()).start == m.start("bad") and doc.text.startswith(", ", m.end("bad"))
        if opens and m["bad"][0].isupper() and not m["tail"] and not named:
            span = Span(*m.span("bad"))
            words_ = {"bad": m["bad"], "good": f"On {good}", "language": language.capitalize()}
            yield Hit(span, words_, ((Edit(span, f"On {good}"),), (Edit(span, good),)))
            continue
        dated = m["tail"] and (not odd or doc.facts.sentence_at(m.start()).start == m.start("bad"))
        if dated or (m["lead"] and not named):
            span = Span(*m.span("bad"))
            yield replaced(span, {"bad": m["bad"], "language": language.capitalize()}, [good])


NAMED = compiled(r",? (?:\p{Lu}|who\b|said\b|has\b|had\b|was\b|is\b)")


def east_asian_date(doc: Document, page: Page) -> Iterator[Hit]:
    """“2021年5月3日” → “May 3, 2021”, unless the line is Chinese or Japanese."""
    for m in page.sought(doc.facts):
        around = doc.text[max(0, m.start() - 2) : m.start()] + doc.text[m.end() : m.end() + 2]
        if EASTERN.search(around):
            continue
        day = f"{page.tables['names'][m['month'].lstrip('0')]} {m['day'].lstrip('0')}"
        span = Span(*m.span("bad"))
        good = f"{day}, {m['year']}" if m["year"] else day
        yield replaced(span, {"bad": m["bad"]}, [good])


EASTERN = compiled(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


def cognate(doc: Document, page: Page) -> Iterator[Hit]:
    """“by hélicoptère”, “the investigação”: an unknown word that is an English one but for its language's ending."""
    for bad in sorted(doc.facts.unknown):
        if len(bad) < LONG or bad in page.lists["false"]:
            continue
        good = _english_of(doc, page, bad)
        if not good:
            continue
        for span in doc.facts.occurrences(bad):
            left = doc.text[max(0, span.start - LEFT) : span.start]
            if page.pattern("determined").search(left) and _stands_alone(doc, page, span, noun=False):
                yield Hit(span, {"bad": bad, "good": good}, ((_with_its_article(doc, span, good),),))


def _english_of(doc: Document, page: Page, word: str) -> str:
    ends = page.tables["endings"]
    if plain(word) in doc.knowledge.words:
        return ""  # an English word with its accents: première
    for size in range(6, 0, -1):
        for english in ends.get(word[-size:], "").split(" / "):
            stem = plain(word[:-size])
            # Romance languages have one letter where English has two: oposição, comisión.
            for good in (
                stem + english,
                *(stem[:at] + stem[at : at + 1] + stem[at:] + english for at in range(1, len(stem))),
            ):
                if english and good in doc.knowledge.words and good != plain(word):
                    return good
    return ""
