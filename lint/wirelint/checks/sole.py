"""The one person that a text has spoken of before a pronoun of the other gender, and nobody else."""

from __future__ import annotations

from ..model import Span
from ..patterns import compiled
from ..text.document import Document
from ..text.people import GENERIC, LIVING, Mention, Pronoun, actor, roles
from .antecedents import OTHER, SPEAKER, Antecedent
from .verdict import AT_SEA, PAIR, SHIP

SURE = 2
"""How much must speak for a person's gender: a first name that hardly anybody of the other gender bears."""
REACH = 2
"""Sentences back."""
MOST = 2
"""Sentences with such pronouns: where all of a long text has them, the name is read wrongly."""
PREPOSED = compiled(
    r"\b(?:by|with|of|for|to|from|about|against|than|like|and|or|on|at|after|before|under|in) (?:the |an? |\p{Ll}+ )?$"
)
# “his wife” of somebody with a woman's name: the name is read wrongly, or somebody else is meant.
SPOUSE = {
    "his": compiled(r" (?:\p{Ll}+ )?(?:wife|girlfriend|fiancée|widow|bride|then-wife|ex-wife)\b"),
    "her": compiled(r" (?:\p{Ll}+ )?(?:husband|boyfriend|fiancé|widower|groom|ex-husband)\b"),
}
# “a mother of two”, who is nobody's relative in the text.
DETERMINED = compiled(
    r"(?:^|[.!?”\"\n] ?|\b(?:[Bb]ut|[Aa]nd) )(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Oo]ne|Another) (?:[\p{L}\d-]+ ){0,3}$"
)
OF_SOME = compiled(r"[- ]of[- ](?:two|three|four|five|six|seven|eight|\d)\b")


def sole(doc: Document, pronoun: Pronoun) -> Antecedent | None:
    """Whom a pronoun must stand for, because the text has named nobody else yet; None where it need not.

    Good copy does not speak of a “he” before it has named one. What the finder of people does not see, a person by a
    rare noun, is why the one it sees has to be the subject.
    """
    facts, text = doc.facts, doc.text
    wrong, right = pronoun.gender, OTHER[pronoun.gender]
    before = facts.people.near(Span(0, pronoun.start))
    if pronoun.object or not before or len({m.word if m.who is None else m.who for m in before}) > 1:
        return None
    first, last = before[0], before[-1]
    index = facts.sentence_index(pronoun.start) or 0
    if last.start < facts.sentences[max(0, index - REACH)].start or not LIVING.isdisjoint(facts.vocabulary):
        return None
    if actor(facts.people, text, facts.sentence_at(first.start)) != first:
        return None
    if PREPOSED.search(text, max(0, first.start - 16), first.start) or PAIR.search(
        text, max(0, pronoun.start - 9), pronoun.end + 9
    ):
        return None
    spouse = SPOUSE.get(pronoun.word)
    if spouse is not None and spouse.match(text, pronoun.end):
        return None
    if wrong == "f" and (SHIP.search(text, 0, pronoun.start) or AT_SEA.match(text, pronoun.end)):
        return None
    if len({facts.sentence_index(p.start) for p in facts.unquoted_pronouns if p.gender == wrong}) > MOST:
        return None
    if _speaks_behind(doc, pronoun, wrong) or any(p.gender == wrong and p.start < first.start for p in facts.pronouns):
        return None
    return _told(doc, first, right)


def _speaks_behind(doc: Document, pronoun: Pronoun, wrong: str) -> bool:
    """Whether somebody whom the pronoun would fit is named behind it in its sentence, or speaks there."""
    end = doc.facts.sentence_at(pronoun.start).end
    right = OTHER[wrong]
    if any(p.object and p.gender == right for p in doc.facts.said.near(pronoun.end, end)):
        return True  # “that he had threatened her”
    for m in doc.facts.people.mentions:
        if not pronoun.end <= m.start < end:
            continue
        if m.gender == wrong or SPEAKER.search(doc.text, max(pronoun.end, m.start - 30), m.start):
            return True
        if m.who is not None and m.gender is None:
            return True
    return False


def _told(doc: Document, mention: Mention, right: str) -> Antecedent | None:
    if mention.who is None:
        row = roles().get(mention.word, ("", "kin", ""))
        if mention.word in GENERIC or not DETERMINED.search(doc.text, max(0, mention.start - 40), mention.start):
            return None  # “As chairman, she …”
        kin = row[1] == "kin" and OF_SOME.match(doc.text, mention.end) is None
        if mention.gender != right or row[0] != right or kin or mention.kind == "plural":
            return None
        return Antecedent(f"the {mention.word}", f"“{mention.word}”")
    person = doc.facts.people.people[mention.who]
    if person.gender != right or person.strength < SURE or any(e.gender != right for e in person.evidence):
        return None
    if mention.kind not in ("full", "titled") or not person.given:
        return None
    return Antecedent(person.name, "; ".join(e.why for e in person.evidence))
