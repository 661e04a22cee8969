"""A subject said twice, as a noun and at once as a pronoun: “Paris it has warned”."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..knowledge import is_word
from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.people.words import BODIES, person_words


def subject_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """A noun phrase that begins its clause and has a pronoun behind it with the verb."""
    facts, text = doc.facts, doc.text
    for m in page.sought(doc.facts):
        at = m.start("pronoun")
        sentence = facts.sentence_at(at)
        opener = page.pattern("opener").match(text[sentence.start : at - 1])
        start = sentence.start + (opener.end() if opener else 0)
        phrase = text[start : at - 1]
        if not phrase or facts.quoted(Span(start, m.end())):
            continue
        name = page.pattern("name").fullmatch(phrase)
        if not (_is_name(doc, page, phrase, m["pronoun"]) if name else _is_noun(doc, page, phrase, m, sentence)):
            continue
        word = phrase.rsplit(" ", 1)[-1]
        span = Span(at - 1 - len(word), m.end("pronoun"))
        words = {"bad": span.of(text), "good": word, "pronoun": m["pronoun"], "noun": phrase}
        yield Hit(span, words, ((Edit(Span(at - 1, m.end("pronoun")), ""),),))


def subject_taken_up(doc: Document, page: Page) -> Iterator[Hit]:
    """“Marseille, whose coach resigned, it will play”: the pronoun stands behind a clause about the subject."""
    facts = doc.facts
    for m in page.sought(doc.facts):
        span = Span(*m.span("pronoun"))
        begins = facts.sentence_at(span.start).start
        opening = page.pattern("opening").fullmatch(doc.text, begins, m.start())
        if opening is None or facts.quoted(span):
            continue
        phrase = opening["subject"]
        if page.pattern("name").fullmatch(phrase):
            if not _is_name(doc, page, phrase, m["pronoun"]):
                continue
        elif not _is_one(phrase.rsplit(" ", 1)[-1], m["pronoun"]):
            continue
        edit = Edit(Span(span.start - 1, span.end), "")
        yield Hit(Span(span.start, m.end("verb")), {"bad": m["bad"], "good": m["verb"], "noun": phrase}, ((edit,),))


def _is_one(noun: str, pronoun: str) -> bool:
    """Whether a noun is for a person or for a body, as the pronoun has it."""
    if pronoun == "they":
        return _plural(noun) and noun[:-1] in person_words()
    return noun in (BODIES if pronoun == "it" else person_words())


def _is_noun(doc: Document, page: Page, phrase: str, m: regex.Match[str], sentence: Span) -> bool:
    """Whether it is an article and a noun that agrees with the pronoun, and the verb is not that of a relative clause."""
    noun = page.pattern("noun").fullmatch(phrase)
    words = phrase.split(" ")
    if noun is None or {words[-1].lower(), noun["head"].lower()} & page.lists["not_heads"]:
        return False
    if words[-2:-1] == ["in"] and words[-1][0].isupper():
        words = words[:-2]  # “The court of audit in Split”
    inside = {word.lower() for word in words[1:]} - {"of", "the"}
    if inside & page.lists["not_inside"] or any(_is_verb(doc, page, word) for word in inside):
        return False
    plural = _plural(noun["head"]) or noun["head"] in page.lists["plurals"] or noun["number"] is not None
    if plural != (m["pronoun"] == "they"):
        return False
    fitting = person_words() if m["pronoun"] in ("he", "she") else BODIES
    if noun["head"] not in fitting and page.pattern("stranded").match(doc.text, m.start("verb"), sentence.end):
        return False  # “The villa he has lived in since 1990”
    return page.pattern("main_clause").match(doc.text, m.start("verb"), sentence.end) is not None or (
        noun["head"] in fitting
        and page.pattern("own_object").match(doc.text, m.start("verb"), sentence.end) is not None
    )


def _is_verb(doc: Document, page: Page, word: str) -> bool:
    return word.endswith("ed") or (
        word in doc.knowledge.verbs_say and word not in page.lists["nouns_too"] and word not in doc.knowledge.roles
    )


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_name(doc: Document, page: Page, phrase: str, pronoun: str) -> bool:
    """Whether capitalised words are a name and do not open a sentence for another reason (*Monday it rained*)."""
    words = phrase.removeprefix("The ").split(" ")
    first = words[0].lower()
    if {first, words[-1].lower()} & page.lists["not_names"]:
        return False
    if pronoun == "they":
        return "and" in words or _plural(words[-1])
    if len(words) == 1 and first.endswith(("ing", "ly")):
        return False
    if len(words) > 1 or not is_word(first):
        return True
    k = doc.knowledge
    if first in k.places or (first in k.surnames and _capital_elsewhere(doc.text, words[0])):
        return True
    known = (
        words[0] in k.brands
        or first in k.organisations
        or first in k.acronyms
        or first in k.surnames
        or first in k.names_given
    )
    return known and not is_word(first, 35)


def _capital_elsewhere(text: str, word: str) -> bool:
    """Whether the text writes it so in the middle of a sentence, too."""
    return regex.search(rf"[\p{{Ll}},] {regex.escape(word)}\b", text) is not None
