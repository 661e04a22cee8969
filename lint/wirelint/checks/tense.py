"""Tenses and moods that mean another thing in the source language."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span, replaced
from ..page import Page
from ..text.document import Document


def perfect_with_past_time(doc: Document, page: Page) -> Iterator[Hit]:
    """“has announced yesterday” → “announced yesterday”."""
    hits = [*page.sought(doc.facts), *page.pattern("fronted").finditer(doc.text)]
    for m in hits:
        past = _past(doc, m, page)
        if past is None:
            continue
        span = Span(m.start("aux"), m.end("participle"))
        good = f"{m['adverb'].strip()} {past}" if m["adverb"] else past
        words = {"bad": span.of(doc.text), "good": good, "time": m["time"]}
        # The hit reaches to the time: it is the two together that are wrong.
        yield Hit(Span(m.start("aux"), max(m.end("time"), span.end)), words, ((Edit(span, good),),))


def _past(doc: Document, m: regex.Match[str], page: Page) -> str | None:
    if not m["passive"]:
        return simple_past(m["participle"], page)
    if m["time"].startswith("on "):
        return None  # so the English of many countries says of the day before
    plural = m["aux"] == "have" or _plural(_head(doc.text, m.start()))
    return f"{'were' if plural else 'was'} {m['participle']}"


def simple_past(participle: str, page: Page) -> str | None:
    """The past of a verb by its participle; None for what is no participle. “been” has two pasts and so none."""
    if participle == "been":
        return None
    return page.tables["past"].get(participle) or (participle if participle.endswith("ed") else None)


def rumour_conditional(doc: Document, page: Page) -> Iterator[Hit]:
    """“would have stolen …, according to the police”, where nothing in the sentence makes a condition or a future of it."""
    for m in page.sought(doc.facts):
        sentence = doc.facts.sentence_at(m.start("bad"))
        if page.pattern("if").search(doc.text, *sentence):
            continue
        if page.pattern("told").search(doc.text, sentence.start, m.start("bad")):
            continue
        subject = doc.text[sentence.start : m.start("bad")]
        if not _hearsay(doc, page, m, sentence, subject):
            continue
        goods = _indicative(m, page, plural=_plural(_head(doc.text, m.start())))
        if not goods:
            continue
        if page.pattern("doubt").search(doc.text, *sentence):
            goods = [" ".join(good.replace("reportedly ", "").replace(" reportedly", "").split()) for good in goods]
        elif page.pattern("named").search(doc.text, *sentence):
            goods.reverse()  # the source is named, and the report needs no second distance
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": span.of(doc.text)}, list(dict.fromkeys(goods)))


def _hearsay(doc: Document, page: Page, m: regex.Match[str], sentence: Span, subject: str) -> bool:
    """Whether the sentence names who says so, or tells a deed of somebody of whom nothing else is known for sure."""
    if page.pattern("source").search(doc.text, *sentence) or page.pattern("people").search(
        doc.text, m.end("bad"), sentence.end
    ):
        return page.pattern("abstract").search(subject) is None
    if page.pattern("transfer").search(doc.text, *sentence):
        at = m.start("participle") - 1 if m["participle"] else m.end("bad")
        if page.pattern("dealing").match(doc.text, at):
            return True
    if m["be"] and page.pattern("state").match(doc.text, m.end("bad")) and page.pattern("patients").search(subject):
        return True
    if not page.pattern("suspects").search(subject):
        return False
    deed = (
        m["participle"] in page.lists["deeds"] if m["have"] else page.pattern("identity").match(doc.text, m.end("bad"))
    )
    return bool(deed)


def _head(text: str, at: int) -> str:
    """The last word of the subject before a verb: that before “, owned by the builder,” where such an aside parts them."""
    before = text[max(0, at - 90) : at].rstrip()
    if before.endswith(","):
        before = before[:-1].rpartition(",")[0].rstrip()
    return before.rpartition(" ")[2]


def _indicative(m: regex.Match[str], page: Page, *, plural: bool) -> list[str]:
    """What stands for “would have stolen” or “would be” in the indicative, the best first; none where it makes no report."""
    adverb = f" {m['adverb'] or m['adverb2'] or ''}".rstrip()
    have, be, were = ("have", "are", "were") if plural else ("has", "is", "was")
    if m["be"]:
        return [f"{be}{' not' if m['not'] else ''} reportedly{adverb}", f"{be}{adverb}"]
    if m["want"]:
        verb = m["want"] if plural else page.tables["third"].get(m["want"], f"{m['want']}s")
        return [f"reportedly{adverb} {verb}", f"{verb}"]
    if m["thing"]:
        return [f"reportedly{adverb} {have}", f"{adverb} {have}".strip()]
    if m["aside"] is not None:
        return [have]  # the source stands beside the verb and needs no second one
    participle = m["participle"]
    if participle == "been" and m["not"] is None:
        be = "had reportedly been" if m["ing"] else f"{were} reportedly"
        return [f"{be}{adverb}", f"{be.replace(' reportedly', '')}{adverb}"]
    past = simple_past(participle, page) if participle else None
    if past is None:
        return []
    if m["passive"]:
        return [f"{were} {'not ' if m['not'] else ''}reportedly{adverb} {participle}", f"{were}{adverb} {participle}"]
    if m["not"]:
        return [f"{have} reportedly not{adverb} {participle}"]
    return [f"reportedly{adverb} {past}", f"{adverb} {past}".strip()]


SINGULAR = ("ss", "us", "is")
PLURALS = frozenset("they we you people men women children police these those who both all others".split())


def _plural(noun: str) -> bool:
    """Whether the word before the verb is a plural, as far as its form tells."""
    low = noun.lower()
    return low in PLURALS or (noun[:1].islower() and low.endswith("s") and not low.endswith(SINGULAR))
