"""Persons whose names do not stay the same: translated in one place, spelled by another ear in the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...knowledge import is_word, plain
from ...model import Hit, Span, replaced
from ...page import Page
from ...patterns import compiled
from ...text.document import Document

# How a name sounds, roughly: what languages that take it from another script write differently.
SOUNDS = (
    (compiled(r"ph"), "f"),
    (compiled(r"dzh|dj|dsch"), "j"),
    (compiled(r"t?s?ch|sh"), "sh"),
    (compiled(r"kh|gh|h"), "h"),
    (compiled(r"ck|q|c(?=[^eihy])|c$"), "k"),
    (compiled(r"w"), "v"),
    (compiled(r"[aeiouy]+"), "a"),
    (compiled(r"(.)\1+"), r"\1"),
)
# The same, roughly: what sounds alike is alike in this, too, and it is quickly said.
ROUGHLY = str.maketrans({**dict.fromkeys("aeiouyh", None), "c": "k", "q": "k", "w": "v", "f": "p", "j": "z", "x": "k"})
CLUSTERS = (("kh", "h"), ("dzh", "j"), ("dsch", "j"), ("tsch", "s"), ("tch", "s"), ("ch", "s"))
DOUBLES = ("ll", "nn", "ss", "tt", "rr", "mm", "pp")
SHORTEST = 5
REACH = 16


def two_spellings(doc: Document, page: Page) -> Iterator[Hit]:
    """A surname without a given name that sounds like that of the one person who was named in full."""
    if not (alike := _perhaps_alike(doc)):
        return
    people = [p for p in doc.facts.people.people if p.given]
    surnames = {p.surname for p in people if p.surname in alike}
    alone = {p.surname for p in doc.facts.people.people if not p.given}
    for word in alike - {name for p in people for name in (p.surname, p.given)}:
        named = [surname for surname in surnames if _sound(surname) == _sound(word)]
        if len(named) == 1 and not (_common(doc, word) and _common(doc, named[0])):
            if word in page.lists["well_known"] and named[0] not in page.lists["well_known"]:
                # “Volodymyr Zelenskyi … Zelensky said”: the one that readers know is right, wherever it stands.
                yield from (replaced(span, {"bad": named[0]}, [word]) for span in doc.facts.occurrences(named[0]))
                continue
            for span in doc.facts.occurrences(word):
                if word in alone or _speaks(doc, page, span):
                    yield replaced(span, {"bad": word}, [named[0]])


def _common(doc: Document, name: str) -> bool:
    """Whether so many people bear the surname that two of them may be in one text: Reagan and Regan."""
    row = doc.knowledge.surnames.get(name.lower())
    return row is not None and int(row[1]) > 0


def male_form(doc: Document, page: Page) -> Iterator[Hit]:
    """“Irina Belova sang. Belov said that …”: the surname of a woman without her ending."""
    ends = page.tables["endings"]
    spellings = doc.facts.spellings
    long = [word for word in spellings if word.endswith(tuple(ends)) and len(word) >= SHORTEST and word[0].isupper()]
    if not any(bad in spellings for word in long for bad in _male(word, ends)):
        return
    women = [p for p in doc.facts.people.people if p.given and p.gender != "m" and _female(doc, p.given, p.gender)]
    men = {p.surname for p in doc.facts.people.people if p.given or p.gender == "m"}
    for woman in women:
        for bad in _male(woman.surname, ends):
            if bad not in spellings or bad in men or page.pattern("kin").search(doc.text):
                continue
            for span in doc.facts.occurrences(bad):
                if _speaks(doc, page, span):
                    yield replaced(span, {"bad": bad}, [woman.surname])


def _male(surname: str, ends: Mapping[str, str]) -> list[str]:
    """The forms that the men of a family have: Belova → Belov; Zaslavskaya → Zaslavsky, Zaslavskiy, …"""
    found = [(end, males) for end, males in ends.items() if surname.endswith(end) and len(surname) >= SHORTEST]
    return [surname.removesuffix(end) + male for end, males in found for male in males.split(" / ")]


def _female(doc: Document, given: str, gender: str | None) -> bool:
    """Whether the text or the given name itself says that she is a woman."""
    if gender == "f":
        return True
    row = doc.knowledge.names_given.get(given.lower())
    return row is not None and float(row[1]) > 0.9


def _perhaps_alike(doc: Document) -> set[str]:
    """Names of the text that another of its names may sound like; most texts have none, and need not be asked for people."""
    groups: dict[str, list[str]] = {}
    known = doc.knowledge.words.get
    for word in doc.facts.spellings:
        if word[0].isupper() and len(word) >= SHORTEST and not word.isupper() and known(lower := word.lower()) is None:
            key = lower
            if "h" in lower:
                for letters, sound in CLUSTERS:
                    key = key.replace(letters, sound)
            key = key.translate(ROUGHLY)
            if any(double in key for double in DOUBLES):
                for double in DOUBLES:
                    key = key.replace(double, double[0])
            groups.setdefault(key, []).append(word)
    pairs = (words for words in groups.values() if len(words) > 1)
    return {word for words in pairs for word in words if not _other_word(doc, word)}


def _sound(name: str) -> str:
    key = plain(name)
    for pattern, letter in SOUNDS:
        key = pattern.sub(letter, key)
    return key


def _other_word(doc: Document, word: str) -> bool:
    lower = word.lower()
    known = doc.knowledge
    return is_word(lower) or lower in known.places or lower in known.demonyms or word in known.exonyms


def translated_name(doc: Document, page: Page) -> Iterator[Hit]:
    """“Ángel Cruz scored. Cross has nine goals.” and “the candidate, Kings Montoro”."""
    text, spellings = doc.text, doc.facts.spellings
    for english in spellings & page.tables["given"].keys():
        for span in doc.facts.occurrences(english):
            following = page.pattern("surname").match(text, span.end)
            if following and page.pattern("apposed").search(text, max(0, span.start - REACH), span.start):
                surname = following["surname"].lower()
                # Nobody is called Sorrows or Remedies in English; Hope and Grace are not in the table.
                if not is_word(surname) and surname not in doc.knowledge.names_given:
                    good = page.tables["given"][english]
                    yield replaced(span, {"bad": english}, [good])
    surnames = page.tables["surname"]
    translated = [word for word in spellings & surnames.keys() if not spellings.isdisjoint(surnames[word].split(" / "))]
    if not translated:
        return
    for person in doc.facts.people.people:
        for english in translated:
            if compiled(rf"(?<=[a-z,] )\p{{Lu}}\p{{Ll}}+ {english}\b").search(text):
                continue  # Hollis Black: somebody else has that name
            if person.given and person.surname in surnames[english].split(" / "):
                for span in doc.facts.occurrences(english):
                    if _speaks(doc, page, span):
                        yield replaced(span, {"bad": english}, [person.surname])


def _speaks(doc: Document, page: Page, span: Span) -> bool:
    """Whether the word stands alone where a person does: before a verb in the singular or behind “said”."""
    text = doc.text
    if text[span.start - 1 : span.start] in ("-", "’", "'"):
        return False
    starts = doc.facts.sentence_at(span.start).start == span.start
    if page.pattern("name_before").search(text, max(0, span.start - REACH), span.start) and not starts:
        return False
    if page.pattern("acts").match(text, span.end):
        return True
    return page.pattern("said_before").search(text, max(0, span.start - REACH), span.start) is not None and (
        page.pattern("ends").match(text, span.end) is not None
    )
