"""One name of a Cyrillic script in two transliterations."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Hit, Span, replaced
from ...page import Page
from ...patterns import compiled
from ...text.document import Document

# What transliterations write differently, in order; behind these, the same letters are the same name.
FOLDS = (
    (compiled(r"['’]"), ""),
    (compiled(r"shch|sch|šč"), "S"),
    (compiled(r"kh(?=[\p{L}])|kh$|h(?!$)"), "h"),
    (compiled(r"ah$"), "a"),
    (compiled(r"gh"), "g"),
    (compiled(r"sht(?=adt)"), "st"),
    (compiled(r"x"), "ks"),
    (compiled(r"ph"), "f"),
    (compiled(r"w"), "v"),
    (compiled(r"ck|c(?=[aou])"), "k"),
    (compiled(r"tz|ts"), "c"),
    (compiled(r"[yijï]+"), "i"),
    (compiled(r"ie"), "e"),
    (compiled(r"enk[oa]$"), "enk"),
    (compiled(r"(.)\1+"), r"\1"),
)
ROUGHLY = str.maketrans(dict.fromkeys("aeiouyjhgcktsxz'’", None))
SHORTEST = 5
NAMES = compiled(r"\b(\p{Lu}\p{Ll}{3,}) (\p{Lu}[\p{Ll}’'-]{2,})")


def two_transliterations(doc: Document, page: Page) -> Iterator[Hit]:
    """The rarer spelling of each name that the text spells in two ways."""
    if page.lists["money"].isdisjoint(doc.facts.spellings) and not page.pattern("land").search(doc.text):
        return
    for words in _groups(doc, page):
        places = {word: list(_places(doc, word)) for word in words}
        best = max(sorted(places), key=lambda word: _worth(doc, word, places[word]))
        for word in sorted(places.keys() - {best}):
            for span in places[word]:
                yield replaced(span, {"bad": word}, [best])
    for bad, good, span in _given(doc, page):
        yield replaced(span, {"bad": bad}, [good])


def _groups(doc: Document, page: Page) -> list[set[str]]:
    """Names that are no English words and agree once they are folded; most texts have none."""
    rough: dict[str, list[str]] = {}
    known, own = doc.knowledge.words, page.lists["own"]
    for word in doc.facts.spellings:
        if len(word) >= SHORTEST and word[0].isupper() and word[1:].islower() and word not in own:
            lower = word.lower()
            if lower not in known and lower not in doc.knowledge.names_given:
                rough.setdefault(lower.translate(ROUGHLY), []).append(word)
    groups: dict[str, set[str]] = {}
    for words in rough.values():
        if len(words) > 1:
            for word in words:
                groups.setdefault(folded(word), set()).add(word)
    return [groups[key] for key in sorted(groups) if len(groups[key]) > 1]


def folded(name: str) -> str:
    """What is the same however a Cyrillic name is written in Latin letters."""
    key = name.lower()
    for pattern, sound in FOLDS:
        key = pattern.sub(sound, key)
    return key


def _worth(doc: Document, word: str, spans: list[Span]) -> tuple[bool, int, int]:
    """The one that is known, then the one that is more frequent, then the earlier one is kept."""
    lower, k = word.lower(), doc.knowledge
    first = min((span.start for span in spans), default=len(doc.text))
    return bool(spans) and (lower in k.places or lower in k.surnames), len(spans), -first


def _places(doc: Document, word: str) -> Iterator[Span]:
    for span in doc.facts.occurrences(word):
        if doc.text[span.end : span.end + 1] not in ("-", ".") or doc.text[span.end + 1 : span.end + 2].isspace():
            yield span


def _given(doc: Document, page: Page) -> Iterator[tuple[str, str, Span]]:
    """Given names that are spelled in two ways before one surname."""
    rows = (row.split() for row in sorted(page.lists["given"]))
    given = {spelling: row[0] for row in rows for spelling in row}
    found: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for m in NAMES.finditer(doc.text):
        if m[1] in given:
            found.setdefault((given[m[1]], folded(m[2])), {}).setdefault(m[1], []).append(Span(*m.span(1)))
    for spellings in found.values():
        if len(spellings) > 1:
            best = max(spellings, key=lambda name: len(spellings[name]))
            for name, spans in spellings.items():
                if name != best:
                    yield from ((name, best, span) for span in spans)
