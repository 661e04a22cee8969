"""Pronouns whose gender is not that of the only person they can stand for."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.people import Pronoun
from .antecedents import Antecedent, antecedent, told
from .claims import Claims, claims_of
from .letters import as_written
from .sole import sole
from .verdict import verdict

# Two pronouns that stand as near as this are shown as one place.
NEAR = 60
SELVES = {"himself": "herself", "herself": "himself"}
# Log odds at which a rule is believed, and at which they need none.
LIKELY, SURE = -1.0, 1.8


def he_for_woman(doc: Document, page: Page) -> Iterator[Hit]:
    yield from _mismatched(doc, "m")


def she_for_man(doc: Document, page: Page) -> Iterator[Hit]:
    yield from _mismatched(doc, "f")


def reflexive(doc: Document, page: Page) -> Iterator[Hit]:
    """“She introduced himself”: subject and reflexive of one clause, one of which is wrong."""
    if doc.facts.vocabulary.isdisjoint(SELVES):
        return
    for m in page.sought(doc.facts):
        subject, span = Span(*m.span("pronoun")), Span(*m.span("bad"))
        good = SELVES[m["bad"]]
        other = as_written("he" if m["bad"] == "himself" else "she", m["pronoun"])
        words = {"bad": m["bad"], "good": good, "pronoun": m["pronoun"]}
        yield Hit(span, words, ((Edit(span, good),), (Edit(subject, other),)))


def _mismatched(doc: Document, wrong: str) -> Iterator[Hit]:
    """One hit a sentence: every pronoun of the chain in it changes together, the verbs fit both."""
    facts = doc.facts
    said = [p for p in facts.pronouns if p.gender == wrong]
    if not said:
        return
    claims = claims_of(doc)
    done = -1
    for pronoun in said:
        if pronoun.start < done:
            continue
        end = facts.sentence_at(pronoun.start).end
        quoted = facts.quoted(pronoun.span)
        here = facts.said.near(pronoun.start, end)
        chain = [p for p in here if p.gender == wrong and facts.quoted(p.span) == quoted]
        meant = (
            _quoted(doc, claims, pronoun) if quoted else _meant(doc, claims, pronoun, chain[1:]) or sole(doc, pronoun)
        )
        if meant is None:
            continue
        done = end
        edits = tuple(Edit(p.span, p.swapped(doc.text)) for p in chain)
        span = Span(pronoun.start, chain[-1].end if chain[-1].end - pronoun.start < NEAR else pronoun.end)
        words = {"bad": pronoun.of(doc.text), "good": edits[0].text, "name": meant.name, "why": meant.why}
        yield Hit(span, words, (edits,))


def _meant(doc: Document, claims: Claims, pronoun: Pronoun, chain: list[Pronoun]) -> Antecedent | None:
    """Who is meant, where a rule says so and nothing speaks against it, or the odds are high by themselves."""
    number = claims.number(pronoun)
    ruled: Antecedent | None = None
    if not claims.contested(number):
        ruled, found = antecedent(doc, pronoun), verdict(claims, number)
        if not found.doubted and ((ruled and found.near > LIKELY) or (found.plain and found.odds > SURE)):
            return ruled or told(doc, found.person, pronoun)
    sentence = doc.facts.sentence_at(pronoun.start)
    if not chain or any(p.gender != pronoun.gender for p in doc.facts.said.near(sentence.start, sentence.end)):
        return None
    # All of a sentence may be wrong together, and would speak for itself.
    starts = frozenset(p.start for p in chain)
    if claims.contested(number, starts):
        return None
    ruled, alone = ruled or antecedent(doc, pronoun), verdict(claims, number, starts)
    if not alone.doubted and ((ruled and alone.near > LIKELY + 1) or (alone.plain and alone.odds > SURE + 1.5)):
        return ruled or told(doc, alone.person, pronoun)
    return None


def _quoted(doc: Document, claims: Claims, pronoun: Pronoun) -> Antecedent | None:
    """Who is meant in a quotation, which may speak of somebody the text does not: told by its own pronouns alone."""
    quote = doc.facts.quote_at(pronoun.start)
    if quote is None or not any(
        p.gender != pronoun.gender for p in doc.facts.said.near(quote.span.start, pronoun.start)
    ):
        return None
    found = verdict(claims, claims.number(pronoun))
    if found.doubted or not found.plain or found.odds < SURE + 1.2:
        return None
    return told(doc, None, pronoun)
