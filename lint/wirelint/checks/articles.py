"""Articles that a language without them lost."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.spellings import by_first_word, by_last_word
from .bare import a_or_an, bare_nouns, is_sentence


def lost_article(doc: Document, page: Page) -> Iterator[Hit]:
    """“threw grenade”, “roof of house”, “in Philippines”, “Deputy head of the port left.”, in sentences that end as such."""
    seen: set[int] = set()
    for hit in _sure(doc, page):
        seen.add(hit.fixes[0][0].span.start)
        yield hit
    yield from bare_nouns(doc, page, seen)


def _sure(doc: Document, page: Page) -> Iterator[Hit]:
    seen: set[int] = set()
    for side, m in _bare(doc, page):
        at = m.start("bad")
        if at in seen or not is_sentence(doc, at) or _twice(doc, m):
            continue
        if (side == "body" and not _is_body(doc, m)) or _owned(doc, page, m):
            continue
        seen.add(at)
        yield _hit(m, at, ARTICLES.get(side) or ("the" if m["next"] == "of" else "a"))
    yield from _subjects(doc, page)


# A pattern, the list of its nouns, and the list of what may stand before them.
SIDES = (
    ("object", "things", "deeds"),
    ("place", "fixtures", "places"),
    ("body", "bodies", "places"),
    ("body", "lands", "places"),
    ("middle", "persons", "kinds"),
    ("copula", "beings", "copulas"),
    ("owner", "owners_of", ""),
    ("speaks", "houses", ""),
    ("person", "owners_of", "courts"),
)
NOUNS = ("things", "fixtures", "bodies", "lands", "persons", "beings", "owners_of", "houses")
OPENINGS = (",", "”", '"')  # Behind these, a noun begins anew.
ARTICLES = {"place": "the", "body": "the", "middle": "a", "owner": "the", "speaks": "the", "person": "the"}
REACH, WORDS = 20, 4


def _bare(doc: Document, page: Page) -> Iterator[tuple[str, regex.Match[str]]]:
    """Where a pattern holds, sought from its nouns: most of them have an article before them, and are soon done with."""
    text, lists = doc.text, page.lists
    names, kinds = by_first_word(page.words(*NOUNS)), by_last_word(lists["kinds"]).keys()
    befores = {before: by_last_word(lists[before]).keys() for _, _, before in SIDES if before}
    for noun in sorted(noun for first in doc.facts.spellings & names.keys() for noun in names[first]):
        sides = [(side, befores.get(before)) for side, nouns, before in SIDES if noun in lists[nouns]]
        for span in doc.facts.occurrences(noun):
            word = text[max(0, span.start - REACH) : span.start - 1].rpartition(" ")[2]
            if word in lists["determiners"]:
                continue
            kind = word in kinds
            for side, before in sides:
                if not (
                    kind
                    or (word.endswith(OPENINGS) if before is None else word in before)
                    or (side == "body" and word[:1].isupper())
                    or (side == "person" and word in FORMER)
                ):
                    continue
                m = _ends_with(page.pattern(side), text, span)
                if m is not None:
                    yield side, m


FORMER = frozenset(("former", "deputy", "acting", "first", "local"))


def _ends_with(pattern: regex.Pattern[str], text: str, noun: Span) -> regex.Match[str] | None:
    """The match whose noun is this one, begun at one of the words before it."""
    start = noun.start
    for _ in range(WORDS):
        m = pattern.match(text, start)
        if m is not None and m.span("noun") == noun:
            return m
        start = text.rfind(" ", 0, start - 1) + 1
    return None


def lost_the(doc: Document, page: Page) -> Iterator[Hit]:
    """“at end of May”, in sentences that end as such."""
    turns, leads = by_first_word(page.words("turns")), page.lists["leads"]
    for turn in sorted(turn for first in doc.facts.spellings & turns.keys() for turn in turns[first]):
        for span in doc.facts.occurrences(turn):
            lead = doc.text[max(0, span.start - 10) : span.start].rpartition(" ")[0].rpartition(" ")[2]
            if lead.lower() not in leads or f"{lead} {turn}".lower() in page.lists["fine"]:
                continue
            if page.pattern("goes_on").match(doc.text, span.end) and is_sentence(doc, span.start):
                words = {"bad": f"{lead} {turn}", "good": f"{lead} the {turn}"}
                at = span.start
                yield Hit(Span(at - len(lead) - 1, span.end), words, ((Edit(Span(at, at), "the "),),))


def lost_turn(doc: Document, page: Page) -> Iterator[Hit]:
    """“As result of”, “in interview with”, in sentences that end as such."""
    turns = page.tables["turns"]
    for turn in sorted(turns):
        if not doc.facts.vocabulary.issuperset(turn.split()):
            continue
        for written in (turn, turn[0].upper() + turn[1:]):
            for span in doc.facts.occurrences(written):
                if is_sentence(doc, span.start):
                    good = written[0] + turns[turn][1:]
                    yield replaced(span, {"bad": written, "good": good}, [good])


def _subjects(doc: Document, page: Page) -> Iterator[Hit]:
    """“Deputy head of the port left.”, unless a name follows, of which it is the title."""
    pattern, opens = page.pattern("subject"), page.firsts("Persons", "Kinds", "Matters", "Plurals")
    if doc.facts.spellings.isdisjoint(opens):
        return
    for sentence in doc.facts.sentences:
        if doc.text[sentence.start : sentence.start + REACH].partition(" ")[0] not in opens:
            continue
        m = pattern.match(doc.text, sentence.start, sentence.end)
        if m is None or not m[0][0].isupper() or NAMED.search(m["rest"] or "") or not is_sentence(doc, sentence.start):
            continue
        bad = f"{m['bad'][0].lower()}{m['bad'][1:]}"
        goods = [f"The {bad}", f"{a_or_an(bad).capitalize()} {bad}"]
        if bad in ANY:
            goods.reverse()
        span = Span(*m.span("bad"))
        yield replaced(span, {"noun": m["bad"]}, goods)


# One of several, most likely: “a court in Perm”.
ANY = frozenset(("court", "regional court", "city court", "district court", "resident", "passenger", "employee"))


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
    goods = (
        ("the",) if m["noun"][0].isupper() else ("the", a_or_an(noun)) if article == "the" else (a_or_an(noun), "the")
    )
    edits = tuple((Edit(Span(at, at), f"{good} "),) for good in goods)
    return Hit(
        Span(m.start("verb") if m.re.groupindex.get("verb") else at, m.end("bad")),
        {"noun": noun, "good": f"{goods[0]} {noun}"},
        edits,
    )


def the_city(doc: Document, page: Page) -> Iterator[Hit]:
    """“the city Perm” → “the city of Perm”, where the name is no English word."""
    for m in page.sought(doc.facts):
        name = m["name"].lower()
        if name in doc.knowledge.words or (name not in doc.knowledge.places and name in doc.knowledge.surnames):
            continue
        at = m.start("name")
        yield Hit(
            Span(*m.span("bad")), {"bad": m[0], "good": f"{m['kind']} of {m['name']}"}, ((Edit(Span(at, at), "of "),),)
        )
