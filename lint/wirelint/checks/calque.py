"""Constructions of the source language kept in English, where a pattern alone does not tell."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span, replaced
from ..page import Page
from ..text.document import Document


def ask_that_they(doc: Document, page: Page) -> Iterator[Hit]:
    """“asked NOUN that they VERB”, where the verb is bare and so no statement about the noun."""
    is_word = doc.knowledge.words
    for m in page.sought(doc.facts):
        verb, ask = m["verb"], m["ask"]
        # A bare form: a word whose own -s or -ed form is a word, too, and which is no form of that kind itself.
        if verb in page.lists["finite"] or verb.endswith(("s", "ed")) or f"{verb}s" not in is_word:
            continue
        if verb in page.tables["past"].values():
            continue
        edits = [Edit(Span(*m.span("that")), "to")]
        if ask in page.tables["bare"]:
            edits.insert(0, Edit(Span(*m.span("ask")), page.tables["bare"][ask]))
        span = Span(m.start("ask"), m.end())
        yield Hit(span, {"bad": span.of(doc.text), "verb": verb}, (tuple(edits),))


def about_this_writes(doc: Document, page: Page) -> Iterator[Hit]:
    """“About this writes the portal”: a sentence of its own, or the end of one."""
    for m in page.sought(doc.facts):
        goods = ("This was reported by", "This is according to") if m["bad"][0] == "A" else ("according to",)
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, goods)


def recall_that(doc: Document, page: Page) -> Iterator[Hit]:
    """“Recall that the mine …”: it goes, where the word is sure, or a time follows, or the text is of a land that says so."""
    land: bool | None = None
    for m in page.sought(doc.facts):
        if doc.facts.sentence_at(m.start()).start != m.start():
            continue
        if not m["sure"] and not page.pattern("past").match(m["next"]):
            if land is None:
                land = page.pattern("land").search(doc.text) is not None
            if not land:
                continue
        follows = m["next"][1:]
        good = follows[0].upper() + follows[1:]
        span = Span(m.start("bad"), m.end("next"))
        yield Hit(Span(*m.span("bad")), {"bad": m["bad"].rstrip(",:"), "good": good}, ((Edit(span, good),),))


def in_the_amount_of(doc: Document, page: Page) -> Iterator[Hit]:
    """“bail in the amount of $3 million” → “of”; “cars in the amount of …” → “worth”."""
    for m in page.sought(doc.facts):
        goods = ("of", "worth") if m["before"].lower() in page.lists["sums"] else ("worth", "of")
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, goods[: 1 if goods[0] == "worth" else 2])


def in_the_conditions_of(doc: Document, page: Page) -> Iterator[Hit]:
    """“in the conditions of war” → “in wartime”; of anything else that goes on, “amid” it."""
    for m in page.sought(doc.facts):
        good = page.tables["goods"].get(m["what"]) or f"amid {m['what']}"
        good = good[0].upper() + good[1:] if m["bad"][0].isupper() else good
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, [good])


TOLD = {"about": ("spoke about", "described"), "how": ("described how", "said how")}
PERFECT = {"about": ("spoken about", "described"), "how": ("described how", "said how")}


def told_about(doc: Document, page: Page) -> Iterator[Hit]:
    """“the forester told about the fire”, where the one before it tells and is not told."""
    for m in page.sought(doc.facts):
        lead = page.pattern("before").search(doc.text, max(0, m.start() - 40), m.start())
        if lead is None:
            continue
        before, pronoun = lead["before"], lead["before"] in page.lists["subjects"]
        teller = pronoun or before[0].isupper() or before.lower() in doc.knowledge.roles
        if not teller or (lead["comma"] and not pronoun):
            continue
        start = max(doc.facts.sentence_at(m.start()).start, m.start() - 40)
        if page.pattern("passive").search(doc.text, start, m.start("bad")):
            continue
        goods = (PERFECT if lead["adverb"] in ("has ", "had ", "have ") else TOLD)[m["what"]]
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, goods)


def said_in_the_ministry(doc: Document, page: Page) -> Iterator[Hit]:
    """“…, noted in the ministry.” → “…, the ministry noted.”; “was reported in the press service” → “by”."""
    for m in page.sought(doc.facts):
        if m["passive"]:
            span, good = Span(*m.span("in")), "by"
            shown = f"{m['verb']} by {m['who']}"
        elif doc.text[max(0, m.start() - 2) : m.start()] in (", ", "” ", '" '):
            span, good = Span(*m.span("bad")), f"{m['who']} {m['verb']}"
            shown = good
        else:
            continue  # “He said in the ministry”
        yield Hit(Span(*m.span("bad")), {"bad": m["bad"], "good": shown}, ((Edit(span, good),),))


def this_said_the_minister(doc: Document, page: Page) -> Iterator[Hit]:
    """“This reported the minister.” → “This was reported by the minister.”; “told this in the show” → “said this”."""
    for m in page.sought(doc.facts):
        if m["told"]:
            span, good = Span(*m.span("told")), "said this"
        else:
            verb = m["first"].split()[1]
            span, good = Span(*m.span("first")), f"This was {PARTICIPLES.get(verb, verb)} by"
            if not m["who"] or (verb == "told" and not m["who"][0].isupper()):
                continue
        yield replaced(span, {"bad": span.of(doc.text)}, [good])


PARTICIPLES = {"wrote": "written", "told": "reported"}


def no_victims_and_destruction(doc: Document, page: Page) -> Iterator[Hit]:
    """“no victims and destruction” → “no casualties or damage”."""
    goods = page.tables["goods"]
    for m in page.sought(doc.facts):
        one, two = (goods.get(m[word], m[word]) for word in ("one", "two"))
        good = f"{m['no']} {one}" if one == two else f"{m['no']} {one} or {two}"
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, [good])
