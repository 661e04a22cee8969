"""He and she for what is no person, and it for what is one."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.people import Body, Mention, actor
from .antecedents import SPEAKER


def pronoun_for_organisation(doc: Document, page: Page) -> Iterator[Hit]:
    """He or she that begins a sentence after one about an organisation or a country, where no person is spoken of."""
    facts, text = doc.facts, doc.text
    for m in page.pattern("find").finditer(text):
        span = Span(*m.span("bad"))
        if facts.quoted(span):
            continue
        index = facts.sentence_index(span.start)
        if not index or span.start > facts.sentences[index].start + 4:
            continue
        scope = Span(facts.sentences[max(0, index - 2)].start, span.start)
        before = facts.sentences[index - 1]
        named = facts.people.near(Span(scope.start, facts.sentences[index].end))
        if any(m.end < span.start or SPEAKER.search(text, max(span.end, m.start - 30), m.start) for m in named):
            continue
        if any(scope.start <= p.start < scope.end for p in facts.pronouns):
            continue
        body = actor(facts.people, text, before)
        if (
            not isinstance(body, Body)
            or _is_small(doc, body)
            or not _leads(text, before, body)
            or any(
                page.pattern(k).search(text, begin, facts.sentences[index].end)
                for k, begin in (("ship", scope.start), ("person", before.start))
            )
        ):
            continue
        good = _cased("it", m["bad"])
        edits = [Edit(span, good)]
        for p in facts.pronouns:
            if (
                span.end < p.start < facts.sentences[index].end
                and p.word in ITS
                and not facts.quoted(Span(p.start, p.end))
            ):
                edits.append(Edit(Span(p.start, p.end), ITS[p.word]))
        name = f"The {body.word}" if body.noun else body.word
        yield Hit(span, {"bad": m["bad"], "good": good, "name": name}, (tuple(edits), (Edit(span, name), *edits[1:])))


ITS = {"his": "its", "himself": "itself", "herself": "itself", "hers": "its"}


def _is_small(doc: Document, body: Body) -> bool:
    """Whether the name is a town's, which speaks for itself only if it is a capital: “The Aurora left Bergen”, “Ahn has toured”."""
    row = doc.knowledge.places.get(body.word.lower())
    return body.kind == "place" and row is not None and row[1] == "city"


def _leads(text: str, sentence: Span, body: Body) -> bool:
    """Whether it is the subject of its sentence: nothing before it but an article, a nationality and the like."""
    return regex.fullmatch(
        r"(?:But |And |However, |Meanwhile, )?(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|[Oo]ur) )?(?:[\w’'-]+ ){0,3}",
        text[sentence.start : body.start],
    ) is not None and not regex.match(
        r"(?:In|At|On|For|From|By|With|After|Before|As|When|While|If|According|To|Of|Under|Near)\b",
        text[sentence.start : body.start],
    )


def its_for_accused(doc: Document, page: Page) -> Iterator[Hit]:
    """“accused France … with his decision”: what a country or an organisation is blamed or thanked for is its own."""
    facts = doc.facts
    for m in page.pattern("find").finditer(doc.text):
        span = Span(*m.span("bad"))
        if facts.quoted(span) or facts.sentence_at(m.start()) != facts.sentence_at(span.start):
            continue
        target = next((b for b in facts.people.bodies if m.end("verb") < b.start < m.end("verb") + 40), None)
        if (
            target is None
            or not regex.fullmatch(r" (?:[Tt]he )?(?:[\p{L}-]+ ){0,3}", doc.text[m.end("verb") : target.start])
            or target.start > span.start
        ):
            continue
        if any(
            p.kind in ("full", "titled") or (p.kind == "role")
            for p in facts.people.near(Span(target.start, span.start))
        ):
            continue
        yield Hit(span, {"bad": m["bad"], "name": target.word, "noun": m["noun"]}, ((Edit(span, "its"),),))


def it_for_person(doc: Document, page: Page) -> Iterator[Hit]:
    """*It* before what is said of people alone, where the sentence before is about a person."""
    facts, text = doc.facts, doc.text
    for m in page.pattern("find").finditer(text):
        span = Span(*m.span("bad"))
        index = facts.sentence_index(span.start)
        if facts.quoted(span) or not index or span.start > facts.sentences[index].start + 4:
            continue
        before = facts.sentences[index - 1]
        who = actor(facts.people, text, before)
        if not isinstance(who, Mention) or not regex.fullmatch(
            r"(?:[\p{L}’'-]+,? ){0,5}", text[before.start : who.start]
        ):
            continue
        if page.pattern("of_things").match(m["said"]) and page.pattern("direct_object").match(
            text[who.end : before.end]
        ):
            continue
        goods = {"f": ("She",), "m": ("He",), None: ("He", "She")}[who.gender]
        fixes: list[tuple[Edit, ...]] = [(Edit(span, _cased(good.lower(), m["bad"])),) for good in goods]
        if who.gender is None and m["verb"] in PLURAL:
            verb = Span(*m.span("verb"))
            fixes.append((Edit(span, _cased("they", m["bad"])), Edit(verb, PLURAL[m["verb"]])))
        name = who.word if who.who is not None else f"the {who.word}"
        yield Hit(
            span,
            {"bad": m["bad"], "good": " or ".join(f"“{g}”" for g in goods), "name": name, "said": m["said"]},
            tuple(fixes),
        )


PLURAL = {"is": "are", "was": "were", "has": "have"}


def _cased(good: str, bad: str) -> str:
    return good.capitalize() if bad[0].isupper() else good
