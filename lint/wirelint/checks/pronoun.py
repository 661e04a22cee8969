"""Pronouns that translation invents, or takes for those of somebody else."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.people import Body, Mention, actor

OWN = {"f": "her", "m": "his", None: "their"}


def your_for_third_person(doc: Document, page: Page) -> Iterator[Hit]:
    """“Your spokesperson stated”, where nobody is spoken to: Spanish *su*, Italian *suo*, German *Ihr*."""
    facts, text = doc.facts, doc.text
    you = page.pattern("you")
    if any(not facts.quoted(Span(*m.span())) for m in you.finditer(text)):
        return
    for m in page.pattern("find").finditer(text):
        span = Span(*m.span("your"))
        if facts.quoted(span):
            continue
        sentence = facts.sentence_at(span.start)
        owner = _owner(doc, span, sentence)
        if owner is None and not m["opinion"]:
            continue
        if not (m["opinion"] or _speaks_of_a_third(doc, page, m, sentence, owner)):
            continue
        goods = _own(doc, owner)
        words = {
            "bad": m["your"],
            "good": " or ".join(f"“{_cased(good, m['your'])}”" for good in goods),
            "noun": m["noun"],
        }
        yield Hit(span, words, tuple((Edit(span, _cased(good, m["your"])),) for good in goods))


def _speaks_of_a_third(
    doc: Document, page: Page, m: regex.Match[str], sentence: Span, owner: Mention | Body | None
) -> bool:
    """Whether the noun behind *your* is subject of a verb in the third person, or belongs to the named subject of its sentence."""
    if m["noun"].lower() in page.lists["general"]:
        return False
    if page.pattern("subject").match(doc.text, m.end()) and page.pattern("before_subject").search(
        doc.text[sentence.start : m.start("your")]
    ):
        return True
    return m["your"].islower() and isinstance(owner, Mention) and owner.start >= sentence.start


def _owner(doc: Document, span: Span, sentence: Span) -> Mention | Body | None:
    """Whose it may be: the actor of the sentence so far, or of one of the two before it."""
    facts = doc.facts
    found = actor(facts.people, doc.text, Span(sentence.start, span.start))
    index = facts.sentence_index(span.start) or 0
    back = 1
    while found is None and back <= min(2, index):
        found = actor(facts.people, doc.text, facts.sentences[index - back])
        back += 1
    return found


def _own(doc: Document, owner: Mention | Body | None) -> tuple[str, ...]:
    if isinstance(owner, Body):
        return ("its", "their")
    if owner is None or owner.gender is None:
        return ("his", "her", "their")
    return (OWN[owner.gender],)


def _cased(good: str, bad: str) -> str:
    return good.capitalize() if bad[0].isupper() else good


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
        if facts.people.near(Span(scope.start, facts.sentences[index].end)) or any(
            scope.start <= p.start < scope.end for p in facts.pronouns
        ):
            continue
        body = actor(facts.people, text, before)
        if (
            not isinstance(body, Body)
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


def resumptive(doc: Document, page: Page) -> Iterator[Hit]:
    """A subject said twice, as a noun and at once as a pronoun: “Paris it has warned”."""
    facts, text = doc.facts, doc.text
    for m in page.pattern("find").finditer(text):
        at = m.start("pronoun")
        sentence = facts.sentence_at(at)
        before = text[sentence.start : at - 1]
        start, phrase = _clause(page, before)
        if not phrase or facts.quoted(Span(sentence.start + start, m.end())):
            continue
        if not _is_subject(doc, page, phrase, m, sentence):
            continue
        word = phrase.rsplit(" ", 1)[-1]
        span = Span(at - 1 - len(word), m.end("pronoun"))
        yield Hit(
            span,
            {"bad": span.of(text), "good": word, "pronoun": m["pronoun"], "noun": phrase},
            ((Edit(Span(at - 1, m.end("pronoun")), ""),),),
        )


def _clause(page: Page, before: str) -> tuple[int, str]:
    """Where the last clause of `before` begins, behind what may open it, and that clause."""
    m = page.pattern("opener").match(before)
    start = m.end() if m else 0
    return start, before[start:]


def _is_subject(doc: Document, page: Page, phrase: str, m: regex.Match[str], sentence: Span) -> bool:
    pronoun = m["pronoun"]
    words = phrase.split(" ")
    if page.pattern("name").fullmatch(phrase):
        return _is_name(doc, page, words, pronoun)
    noun = page.pattern("noun").fullmatch(phrase)
    if noun is None or words[-1].lower() in page.lists["not_heads"] or noun["head"].lower() in page.lists["not_heads"]:
        return False
    inside = {word.lower() for word in words[1:]} - {"of", "the"}
    if inside & page.lists["not_inside"] or any(
        word in doc.knowledge.verbs_say or word.endswith("ed") for word in inside
    ):
        return False
    head = noun["head"]
    plural = (
        (head.endswith("s") and not head.endswith(("ss", "us", "is")))
        or head in page.lists["plurals"]
        or noun["number"] is not None
    )
    if plural != (pronoun == "they"):
        return False
    return bool(page.pattern("main_clause").match(doc.text, m.start("verb"), sentence.end))


def _is_name(doc: Document, page: Page, words: list[str], pronoun: str) -> bool:
    """Whether capitalised words are a name, not one that opens a sentence for another reason (*Monday it rained*)."""
    from ..knowledge import is_word

    low = [word.lower() for word in words]
    if low[0] in page.lists["not_names"] or low[-1] in page.lists["not_names"]:
        return False
    if pronoun == "they":
        return " and " in " ".join(words) or low[-1].endswith("s")
    if len(words) > 1:
        return True
    k = doc.knowledge
    if (
        low[0] in k.places
        or words[0] in k.brands
        or low[0] in k.organisations
        or low[0] in k.acronyms
        or low[0] in k.surnames
        or low[0] in k.names_given
    ):
        return not is_word(low[0], 35) or low[0] in k.places
    return not is_word(low[0])
