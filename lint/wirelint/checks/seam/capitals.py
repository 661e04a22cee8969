"""Two words written as one, the second with its capital: “inSpain”, “trainingBecause”, “by ChargersThe club”."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Edit, Hit, Safety, Span
from ...page import Page
from ...patterns import compiled
from ...text.document import Document
from ...text.humps import Hump
from .halves import PREFIXES, alone, is_name, is_person, is_place, is_whole, is_word
from .heads import LONGEST, headline_ends, subhead_ends
from .pronouns import pronoun_seam
from .verbs import is_finite

PIECES = compiled(r"(?<=\p{Ll})(?=\p{Lu})|[-'’]")
SMALL = compiled(r"\p{Ll}+")


def joined_capital(doc: Document, page: Page) -> Iterator[Hit]:
    """A boundary between two words that we know, in a word that we do not and that does not come again."""
    for hump in doc.facts.humps:
        whole = hump.span.of(doc.text)
        before, right = hump.halves(doc.text)
        left = _last(before)
        if before == left and left[0].isupper() and doc.text.count(whole) == 1 and _one_name(left, right, doc):
            yield _parted(doc, hump, left, right, (" ",), None)
            continue
        if (
            is_whole(whole, doc)
            or doc.text.count(whole) > 1
            or (before == left and left.lower() in PREFIXES - page.lists["fronts"])
        ):
            continue
        if pronoun_seam(doc, page, hump):
            continue  # another page's affair
        if left in page.lists["fronts"] and left == before:
            if _can_follow(right, left, doc):
                yield _parted(doc, hump, left, right, (" ",), None)
        elif _known_word(left, doc) and _opens(right, left, doc, page, hump):
            yield _parted(doc, hump, left, right, _goods(doc, page, hump, right), Safety.UNSAFE)


def _one_name(left: str, right: str, doc: Document) -> bool:
    """Whether the two are a name that we know, of words that no firm is called by: “WhiteHouse”, “SaudiArabia”."""
    pair = f"{left} {right}".lower()
    return len(left) > 2 and (pair in doc.knowledge.places or pair in doc.knowledge.organisations)


def _last(left: str) -> str:
    """The last piece of a left half that has humps or hyphens itself."""
    return PIECES.split(left)[-1]


def _can_follow(right: str, left: str, doc: Document) -> bool:
    """Whether a word can stand behind a small one: a name, or, as firms are called inDrive and atHome, no ordinary word."""
    if is_name(right, doc) or alone(right, doc):
        return True
    return len(right) > 3 and (len(left) > 2 or left == "of" or not is_word(right, doc, 70))


def _known_word(left: str, doc: Document) -> bool:
    """Lower case: an ordinary word. With a capital: a name, or a word."""
    if left.islower():
        return (len(left) > 2 and is_word(left, doc)) or (alone(left, doc) and len(left) > 2)
    return len(left) > 2 and (is_name(left, doc) or is_word(left, doc) or alone(left, doc))


def _opens(right: str, left: str, doc: Document, page: Page, hump: Hump) -> bool:
    """Whether the right half begins a piece of the page: an opener in prose, or any word behind a lower-case one."""
    lower = right.lower()
    if lower in page.lists["openers"]:
        if NEXT.match(doc.text, hump.span.end) is None:
            return False
        # Firms are called so: LinkedIn, CheckIt, MeToo. A name that is no word is none of them.
        proper = (is_place(left, doc) or is_person(left, doc)) and not is_word(left, doc, 70)
        return left.islower() or lower not in page.lists["tails"] or proper or headline_ends(doc, hump.at)
    if (len(right) < 3 and right not in TITLES) or AFTER.match(doc.text, hump.span.end) is None:
        return False
    if left.islower() and (is_name(right, doc) or is_word(right, doc) or alone(right, doc)):
        return True
    return NO_SUBJECT.match(doc.text, hump.span.end) is None and (
        headline_ends(doc, hump.at) or (left.islower() and subhead_ends(doc, hump.at))
    )


NEXT = compiled(r"[ \u00a0]+[\p{L}\d\"“‘']|,|['’](?:s|re|ve|ll|d)\b")
NO_SUBJECT = compiled(r" (?:and|or|to|of|for|with|from|by|prior)\b")
AFTER = compiled(r" |['’]s\b|, ")
TITLES = frozenset(("Mr", "Ms", "Dr", "St"))


def _goods(doc: Document, page: Page, hump: Hump, right: str) -> tuple[str, ...]:
    """What may stand between: a new paragraph behind a headline, a stop behind a sentence, else a blank and a small letter."""
    sentence = doc.facts.sentence_at(hump.at)
    goes_on = right.lower() in page.lists["joiners"]
    first = bool(doc.facts.blocks) and doc.facts.blocks[0].span.start == sentence.start
    head = doc.text[sentence.start : hump.at]
    if (
        headline_ends(doc, hump.at)
        or (first and not goes_on and len(head.split()) <= LONGEST)
        or (subhead_ends(doc, hump.at) and right.lower() not in page.lists["relatives"])
    ):
        return ("\n\n", ". ", " ")
    if goes_on or not _has_verb(doc, page, head):
        return (" ", ". ")
    return (". ", " ")


def _has_verb(doc: Document, page: Page, head: str) -> bool:
    return any(
        is_finite(word, doc, page, plural=False) or word in page.lists["plural_auxiliaries"]
        for word in SMALL.findall(head)
    )


def _parted(doc: Document, hump: Hump, left: str, right: str, goods: tuple[str, ...], safety: Safety | None) -> Hit:
    """A blank makes one sentence of both halves: then an ordinary word behind it loses its capital."""
    lowered = safety is not None and not is_name(right, doc) and is_word(right, doc)
    small = right[0].lower() if lowered else right[0]
    fixes = [
        Edit(Span(hump.at, hump.at + 1), f" {small}") if good == " " else Edit(Span(hump.at, hump.at), good)
        for good in goods
    ]
    shown = f"{left} {small}{right[1:]}" if goods[0] == " " else f"{left}{goods[0]}{right}".replace("\n\n", " ¶ ")
    return Hit(hump.span, {"bad": hump.span.of(doc.text), "good": shown}, tuple((fix,) for fix in fixes), safety)
