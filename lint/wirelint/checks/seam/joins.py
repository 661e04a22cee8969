"""A word and the small word behind it, written as one: “Francebefore”, “rosesand”."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...model import Edit, Hit, Safety, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from .halves import alone, is_country, is_name, is_person, is_place, is_whole, is_word

# What follows: a word, perhaps behind an opening mark; or a mark that closes or introduces, and no word.
FOLLOWING = compiled(
    r"[ \u00a0]+(?P<mark>[\"“‘'(]?)(?P<word>[\p{L}\p{N}$£€][\p{L}\p{M}\p{N}.,'’-]*)|(?P<stop>[.,:;])(?P<word>)"
)


def joined_words(doc: Document, page: Page) -> Iterator[Hit]:
    """The left half is a name or a word, the right one a word of grammar that fits what follows; the whole is nothing."""
    endings = tuple(sorted(page.lists["rights"]))
    for spelling in (s for s in doc.facts.doubtful if s.endswith(endings)):
        if is_whole(spelling, doc):
            continue
        for span in doc.facts.occurrences(spelling):
            split = _split(doc, page, span)
            if split is not None:
                yield split
    yield from _heads(doc, page)


def _split(doc: Document, page: Page, span: Span) -> Hit | None:
    word = span.of(doc.text)
    before = WORD_BEFORE.search(doc.text, max(0, span.start - 40), span.start)
    found = FOLLOWING.match(doc.text, span.end)
    if (
        found is None
        or doc.text[span.start - 1 : span.start] in BOUND
        or _compound(doc, word, before and before[1], found["word"])
    ):
        return None
    led = before[1] if before else ""
    splits = list(_splits(doc, page, word, found, before=led))
    if not splits:
        return None
    # A left half that is sure goes before a longer right one: “Berlin to”, not “Berl into”.
    left, right, sure = next((split for split in splits if split[2]), splits[0])
    at = Span(span.start + len(left), span.start + len(left))
    apart = right in page.lists["nouns"] or (right in page.lists["relatives"] and left[0].isupper())
    goods = (", ", " ") if apart else (" ", ", ")
    words = {"bad": word, "good": f"{left}{goods[0]}{right}"}
    return Hit(span, words, tuple((Edit(at, good),) for good in goods), None if sure else Safety.UNSAFE)


def _splits(
    doc: Document, page: Page, word: str, found: regex.Match[str], *, before: str
) -> Iterator[tuple[str, str, bool]]:
    """The ways to part a word, the longest right half first, and whether the left one is sure."""
    for size in range(min(len(word) - 2, 12), 1, -1):
        left, right = word[:-size], word[-size:]
        if right not in page.lists["rights"] or left.lower() in page.lists["no_lefts"]:
            continue
        kind = _left(left, right, doc, before=before)
        if kind is None or not _fits(doc, page, right, found, sure=kind):
            continue
        # A word that stands more than once is somebody's name or a word we do not know.
        if len(right) < 4 and not alone(left, doc) and sum(1 for _ in doc.facts.occurrences(word)) > 1:
            continue
        yield left, right, kind


BOUND = ("@", "#", "/", "-", "’", "'", ".", "_")
WORD_BEFORE = compiled(r"([\p{L}][\p{L}\p{M}.'’-]*) $")


def _compound(doc: Document, word: str, before: str | None, behind: str) -> bool:
    """Whether the word is one of a name of two words that we know: New Zealand, Porton Down."""
    pairs = (f"{before} {word}".lower(), f"{word} {behind}".lower().rstrip(".,"))
    know = doc.knowledge
    return any(pair in know.places or pair in know.organisations for pair in pairs)


def _left(left: str, right: str, doc: Document, *, before: str) -> bool | None:
    """Whether the left half is known: True where that is sure, False where it is likely. `before`: the word before it.

    The shorter the right half, the more is asked of the left one: Kostin, Alito and Shepherdson are whole names.
    """
    if len(left) < 3:
        return True if right == "the" and left in THE else None
    if alone(left, doc) and (not left.islower() or is_word(left, doc)):
        return True
    if left.isupper():
        return True if left.lower() in doc.knowledge.acronyms or len(right) > 3 else None
    if left.islower():
        return True if is_word(left, doc, 35) and len(left) + len(right) > 5 else None
    if not left[1:].islower():
        return None
    if len(right) >= 5 or right in STRONG or _is_head(left, doc):
        return True
    if right == "the":
        return True if left in BEFORE_THE else None
    named = before[:1].isupper()
    if is_place(left, doc) and before in IN and len(left) > 3:
        return True
    if named and f"{before} {left}" in doc.knowledge.outlets:
        return True
    return _before_and(left, doc, named=named) if right == "and" else _capital(left, right, doc, named=named)


def _before_and(left: str, doc: Document, *, named: bool) -> bool | None:
    """So many names end in -and that a place must be nothing else, and a word must end a name: Shamrock Rovers, the Clintons."""
    if is_place(left, doc) and not is_person(left, doc) and not is_word(left, doc):
        return True
    known = is_word(left, doc, 35) or is_person(left.removesuffix("s"), doc)
    return False if known and len(left) > 4 and (named or left[-1] == "s") else None


def _capital(left: str, right: str, doc: Document, *, named: bool) -> bool | None:
    """A left half with a capital before a short word: a place is sure; a word or a person wants a name before it."""
    if is_place(left, doc):
        return len(left) > 3 and not is_word(left, doc)
    word = is_word(left, doc, 35)
    likely = (
        (named and len(left) > 3 and (word or right in ("has", "had")))
        or (is_person(left, doc) and (named or len(right) > 3))
        or (len(right) > 3 and (word or is_name(left, doc)))
        or (right == "for" and len(left) > 4)
        or (is_name(left, doc) and not is_person(left, doc))
    )
    return False if likely else None


def _is_head(word: str, doc: Document) -> bool:
    """Whether a name of a body or an office may end with it: Department, Hospital, Secretary."""
    lower = word.lower()
    return len(word) > 4 and (lower in doc.knowledge.organisations or lower in doc.knowledge.roles)


BEFORE_THE = frozenset(
    (
        "Yesterday Today Tomorrow Meanwhile Finally Afterwards However Moreover Earlier Later According Because When While After"
        " Before Since Until With From"
    ).split()
)
# What leads a place and no person.
IN = frozenset(("in", "near", "across", "throughout"))
# No surname or place that we know of ends so.
STRONG = frozenset(("who", "said", "told", "with", "were", "was", "which", "have"))
THE = frozenset("of in to on at for by from with and that as".split())


def _fits(doc: Document, page: Page, right: str, found: regex.Match[str], *, sure: bool) -> bool:
    """Whether what follows can follow the right half: a noun phrase behind “in”, a participle or the like behind “has”.

    Where the left half is not sure, only what opens a noun phrase is good enough: surnames stand before nouns and verbs.
    """
    behind = found["word"].rstrip(".,;:")
    lower = behind.lower()
    if len(right) < 4 and not sure and right != "who":
        if right in page.lists["auxiliaries"]:
            perfect = right in page.lists["perfect"] and lower in page.tables["past"]
            return (
                perfect
                or lower in page.lists["determiners"]
                or lower in page.lists["adverbs"]
                or lower.endswith(("ed", "ing"))
            )
        dated = behind[:1].isdigit() or behind in page.lists["weekdays"] | page.lists["months"]
        return dated or lower in page.lists["determiners"] or _begins_with_place(behind, doc, page)
    if right in page.lists["nouns"]:
        return lower in ("of", "for", "and", "at", "in", "to")
    if right in page.lists["said"]:
        return True
    if found["stop"]:
        return False
    if right == "and" and lower in page.lists["auxiliaries"]:
        return sure
    if found["mark"] or behind[0].isupper() or not behind[0].isalpha():
        return right not in page.lists["auxiliaries"] or found["mark"] != "("
    tense = (doc.knowledge.verbs_say.get(lower) or ("",))[0]
    if right in page.lists["auxiliaries"] or right in page.lists["plural_auxiliaries"]:
        # “has told” is a perfect, “Kostas said” a name and its verb.
        return lower not in page.lists["never_after_verbs"] and (tense != "past" or right in page.lists["perfect"])
    if right in page.lists["relatives"]:
        return True
    if right in page.lists["clausal"] and lower == "of":
        return right == "because"
    return lower not in page.lists["never_after_prepositions"] and (tense != "past" or right in page.lists["clausal"])


def _begins_with_place(word: str, doc: Document, page: Page) -> bool:
    """A place that is nobody's name, by itself or glued to the next word: “the Partyin Brazilhas split”."""
    sizes = [size for size in range(2, 8) if word[-size:] in page.lists["rights"]]
    places = [word, *(word[:-size] for size in sizes)]
    return any(len(p) > 3 and is_place(p, doc) and (is_country(p, doc) or not is_person(p, doc)) for p in places)


def _heads(doc: Document, page: Page) -> Iterator[Hit]:
    """“thegovernment”, “andtwo”: the small word in front."""
    subjects = page.lists["subjects"]
    fronts = tuple(sorted(page.lists["lefts"] | subjects))
    for spelling in (s for s in doc.facts.doubtful if s.startswith(fronts)):
        front = max((f for f in fronts if spelling.startswith(f)), key=len)
        rest = spelling[len(front) :]
        if front in subjects and not (rest.endswith("ed") or rest in page.tables["past"].values()):
            continue
        if len(rest) < 5 or not is_word(rest, doc, 35) or is_whole(spelling, doc):
            continue
        for span in doc.facts.occurrences(spelling):
            if (
                doc.text[span.start - 1 : span.start] not in BOUND
                and doc.text[span.end : span.end + 1] not in BOUND[:3]
            ):
                at = Span(span.start + len(front), span.start + len(front))
                yield Hit(span, {"bad": spelling, "good": f"{front} {rest}"}, ((Edit(at, " "),),))
