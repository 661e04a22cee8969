"""Pronouns whose gender is not that of the only person they can stand for."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..knowledge import gender
from ..model import Edit, Hit, Span
from ..page import Page
from ..text.document import Document
from ..text.people import Mention, Person
from ..text.people.reach import Pronoun, mentions_in

page_loose = True
OTHER = {"f": "m", "m": "f"}
SWAP = {"he": "she", "she": "he", "him": "her", "himself": "herself", "herself": "himself", "hers": "his"}


def he_for_woman(doc: Document, page: Page) -> Iterator[Hit]:
    yield from _mismatched(doc, page, "m")


def she_for_man(doc: Document, page: Page) -> Iterator[Hit]:
    yield from _mismatched(doc, page, "f")


def _mismatched(doc: Document, page: Page, wrong: str) -> Iterator[Hit]:
    facts = doc.facts
    found = facts.pronouns
    done = -1
    for pronoun in found:
        if pronoun.gender != wrong or pronoun.start < done or facts.quoted(Span(pronoun.start, pronoun.end)):
            continue
        person = antecedent(doc, pronoun)
        if person is None:
            continue
        sentence = facts.sentence_at(pronoun.start)
        chain = [
            p
            for p in found
            if p.gender == wrong and pronoun.start <= p.start < sentence.end and not facts.quoted(Span(p.start, p.end))
        ]
        done = sentence.end
        edits = tuple(Edit(Span(p.start, p.end), _swapped(doc.text, p)) for p in chain)
        last = chain[-1] if chain[-1].end - pronoun.start < 60 else pronoun
        span = Span(pronoun.start, last.end)
        yield Hit(
            span,
            {
                "bad": span.of(doc.text),
                "good": edits[0].text,
                "name": person.name,
                "why": "; ".join(e.why for e in person.evidence if e.gender == person.gender) or "the other pronouns",
            },
            (edits,),
        )


def _swapped(text: str, p: Pronoun) -> str:
    new = SWAP.get(p.word)
    after = regex.match(r"\s+(?:own\b|[\w’-]+)", text, pos=p.end)
    follower = after[0].strip().lower() if after else ""
    if p.word == "his":
        new = "her" if follower and follower not in ("and", "or") else "hers"
    elif p.word == "her":
        new = "him" if not follower or follower in OBJECT else "his"
    assert new
    return new.capitalize() if text[p.start].isupper() else new


OBJECT = frozenset(
    "in on at to for from with by as and or but when while after before because that who whom how why what if "
    "whether the a an into out up down off over away through during until till about against under is was were are "
    "had has would could will not his her their its alone again there here too also so of between behind toward "
    "towards onto upon since though although where than despite without within across along around among near he "
    "she it they we i you this these those some then even instead which whose via both be last".split()
)


def antecedent(doc: Document, pronoun: Pronoun) -> Person | None:
    """The person a pronoun of the wrong gender seems to stand for; None where it may be right or nobody can tell."""
    facts = doc.facts
    people = facts.people
    sentences = facts.sentences
    index = facts.sentence_index(pronoun.start)
    if index is None:
        return None
    right = OTHER[pronoun.gender]
    sentence = sentences[index]
    scope = Span(sentences[max(0, index - 2)].start, sentence.end)
    near = mentions_in(people, scope)
    if not near:
        return None
    wrongs = sum(p.gender == pronoun.gender for p in facts.pronouns) - 1
    none_wrong = not wrongs
    plain = pronoun.word in ("he", "she") and pronoun.start <= sentence.start + 4
    last_start = sentences[index - 1].start if index else sentence.start
    majority = none_wrong and len(facts.pronouns) > 2
    fronted = FRONTED.match(doc.text, sentence.start, pronoun.start) is not None
    votes: dict[int, tuple[int, int]] | None = None
    sexes: list[tuple[Mention, str | None]] = []
    for m in near:
        if (
            m.start > pronoun.start
            and not fronted
            and not SPEAKER.search(doc.text, max(pronoun.end, m.start - 30), m.start)
        ):
            continue
        sex = m.gender
        if m.who is not None:
            votes = _votes(doc, pronoun) if votes is None else votes
            sex = _settled(people.people[m.who], votes.get(m.who, (0, 0)), pronoun.gender, none_wrong)
            if (
                sex is None
                and majority
                and m.kind == "surname"
                and not people.people[m.who].given
                and m.start < pronoun.start
                and gender(m.word, margin=0.2)[0] != pronoun.gender
            ):
                sex = right
        if sex == pronoun.gender:
            if (
                plain
                and m.start < last_start
                and any(
                    x >= last_start for x in [n.start for n in near if n.start < sentence.start and n.who is not None]
                )
            ):
                continue
            return None
        if sex is None and m.who is not None and not _acts(doc.text, m):
            continue
        sexes.append((m, sex))
    subject = _subject(sexes, [s.start for s in sentences[max(0, index - 2) : index + 1]], pronoun)
    if subject is None and fronted and sexes and MAIN.search(doc.text, pronoun.end, sexes[0][0].start):
        who = sexes[0][0].who
        others = {m.who for m, _ in sexes} - {who}
        return people.people[who] if who is not None and sexes[0][1] == right and not others else None
    if subject is None or subject[1] != right or subject[0].who is None:
        return None
    first = subject[0]
    others = {m.who if m.who is not None else m.word for m, _ in sexes} - {first.who}
    if others and PREPOSED.search(doc.text, max(0, first.start - 14), first.start):
        return None
    if any(scope.start <= p.start < first.start and p.gender == pronoun.gender for p in facts.pronouns):
        return None
    earlier = [p.gender for p in facts.pronouns if p.start < sentence.start]
    if earlier.count(pronoun.gender) > earlier.count(right) and earlier.count(right):
        return None
    between = [m for m, sex in sexes if first.start < m.start < pronoun.start and sex is None]
    if between and (not plain or between[-1].start > sentence.start):
        return None
    if _object(doc.text, pronoun) and (
        first.start >= sentence.start
        or any(p.gender == right and sentence.start <= p.start < sentence.end for p in facts.pronouns)
    ):
        return None
    if (
        pronoun.word in ("him", "her")
        and first.start >= sentence.start
        and not CLAUSE.search(doc.text, first.end, pronoun.start)
    ):
        return None
    elsewhere = any(m.gender == pronoun.gender for m in people.mentions)
    if elsewhere and not plain:
        return None
    return people.people[first.who]


def _object(text: str, pronoun: Pronoun) -> bool:
    """Whether it is *him*, or *her* that owns nothing."""
    return pronoun.word == "him" or (pronoun.word == "her" and _swapped(text, pronoun).lower() == "him")


def _acts(text: str, mention: Mention) -> bool:
    """Whether a name of unknown gender stands where somebody acts or owns, not in a list or behind a preposition."""
    return ACTS.match(text, mention.end) is not None


ACTS = regex.compile(
    r"[’']s? |(?:, (?:who|whose|an?|the|\d)\b)|,? (?:who|whose|and|has|had|is|was|will|would|can|could|does|did|also|then|later|says|said|told|tells|\p{Ll}+(?:ed|es|s))\b|, [^,.]{1,60}, "
)
PREPOSED = regex.compile(
    r"\b(?:by|with|of|for|to|from|about|alongside|starring|featuring|against|than|like|and|or|on|at|after|before|under|including|as) (?:the |an? |\p{Ll}+ )?$"
)


def _subject(
    sexes: list[tuple[Mention, str | None]], starts: list[int], pronoun: Pronoun
) -> tuple[Mention, str | None] | None:
    """The first person mentioned in the nearest sentence that mentions one before the pronoun."""
    for start in reversed(starts):
        here = [one for one in sexes if start <= one[0].start < pronoun.start]
        if here:
            return here[0]
    return None


# Behind what opens a sentence, the main clause begins with its subject.
MAIN = regex.compile(r", (?:(?:the|its|an?|his|her) )?(?:\p{Ll}[\p{L}-]* ){0,4}(?:\p{Lu}[\p{L}-]*\.? )*$")
SPEAKER = regex.compile(r"[,”\"] ?(?:(?:the|his|her|its|an?|their) )?(?:\p{Ll}+ ){0,2}$")
FRONTED = regex.compile(
    r"(?i)[“\"‘(]?(?:when|as|after|before|while|whilst|although|though|since|if|because|once|until|unless|whenever|in|on|at|with|without|for|from|by|through|during|throughout|despite|under|"
    r"like|unlike|following|upon|to|about|between|among|given|given|according|aside|apart|early|late|later|along|\w+ing|\w+ed)\b(?!.*[,;])"
)
CLAUSE = regex.compile(r"[,;:—–]|\b(?:that|which|who|when|while|because|if|after|before|as|since|said|says)\b")


def _votes(doc: Document, but: Pronoun) -> dict[int, tuple[int, int]]:
    """How many pronouns, f and m, the text has for each person, `but` one left out."""
    counted: dict[int, list[int]] = {}
    for one, who in zip(doc.facts.pronouns, doc.facts.owners, strict=True):
        if who is not None and one is not but:
            counted.setdefault(who, [0, 0])[one.gender == "m"] += 1
    return {who: (f, m) for who, (f, m) in counted.items()}


def _settled(person: Person, votes: tuple[int, int], wrong: str, none_wrong: bool) -> str | None:
    """A person's gender by all that is said of them, their pronouns included."""
    f, m = votes
    for_wrong, for_right = (m, f) if wrong == "m" else (f, m)
    right = OTHER[wrong]
    if person.gender is None:
        if for_right >= (1 if none_wrong else 2) and not for_wrong:
            return right
        return wrong if for_wrong > for_right else None
    if person.gender == wrong:
        return wrong
    if person.strength < 4 and for_wrong > for_right + person.strength:
        return None
    return right
