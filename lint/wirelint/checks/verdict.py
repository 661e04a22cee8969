"""How sure it is that a pronoun is of the wrong gender, by the claims that are laid to it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from ..model import Span
from ..patterns import compiled
from ..text.people import LIVING, Mention, Pronoun
from .claims import ACROSS, SUBJECTS, Claim, Claims, who
from .weights import NOBODY, WEIGHTS

CLEAR = 1.4
"""Log odds from which somebody counts as of a gender."""
INTRODUCED = ("full", "titled", "role", "office")
NAMELESS = ("role", "titled")
LETTERS = compiled(r"[a-z]+")
SHIP = compiled(
    r"\b(?:ships?|vessels?|boats?|trawler|tanker|freighter|barge|tug|cutter|sloop|steamer|icebreaker|catamaran|ketch|yacht|frigate|cruiser|destroyer|submarine|liner|ferry|schooner|aboard|sailed|sank|sinking|crew"
    r"|HMS|USS|SS|nation|homeland|motherland|fatherland|navy|Navy)\b"
)
AT_SEA = compiled(
    r" (?:\p{Ll}+ )?(?:sank|sailed|docked|capsized|foundered|ran aground|listed|was (?:launched|scuttled|towed|moored|refitted))\b"
)
WHERE = compiled(
    r"(?:\b(?:[Ii]n|[Aa]t|[Ff]rom|to|of|[Nn]ear|for|into|through|across|around|on|off|and|outside|the|over|via|between)|,"
    r"|\p{Lu}[\p{L}.’'-]*)[ -]$"
)
OWNED = compiled(r"[’']s?\b")
PAIR = compiled(
    r"(?i)\b(?:he|him|his)(?: or | ?/ ?|\()(?:she|hers?)\b|\b(?:she|hers?)(?: or | ?/ ?|\()(?:he|him|his)\b"
)
SPEAKS = compiled(
    r"(?: also| later| then)?(?: has| had)? (?:said|says|told|tells|added|adds|explained|explains|noted|notes|wrote|stated"
    r"|recalled|recalls|claimed|replied|asked|argued|described|remembered|expects|expected|warned|stressed|thought|decided|wondered|retorted|snapped|whispered|shouted|cried|muttered)\b"
)


class Verdict(NamedTuple):
    """`odds`: log odds that a pronoun's gender is wrong; `person`: who of the other gender has the best claim.

    `near` are those without what the rest of the text says. `doubted`: somebody else may be meant whom the odds count too
    little; `plain`: more than a name speaks against it.
    """

    odds: float
    near: float
    person: Mention | None
    doubted: bool
    plain: bool


def verdict(claims: Claims, number: int, but: Iterable[int] = ()) -> Verdict:
    """On pronoun `number` of a text; the pronouns that start at `but` are not heard."""
    hearing = Hearing(claims, number, frozenset(but))
    named = max((claim for claim in hearing.owners if claim.mention), default=None, key=hearing.weight)
    near = hearing.odds()
    return Verdict(
        near - hearing.elsewhere(), near, named.mention if named else None, hearing.doubted(), hearing.plain()
    )


class Hearing:
    """The claims to one pronoun: `rivals` are of its own gender, `owners` of the other."""

    def __init__(self, claims: Claims, number: int, but: frozenset[int]) -> None:
        self.claims, self.text, self.facts = claims, claims.text, claims.facts
        self.one: Pronoun = claims.said[number]
        self.sign = 1 if self.one.gender == "f" else -1
        self.heard = [claim for claim in claims.of(number) if claim.start not in but]
        self.rivals = [claim for claim in self.heard if claim.woman * self.sign > CLEAR]
        self.owners = [claim for claim in self.heard if claim.woman * self.sign < -CLEAR]
        self.begins = self.facts.sentence_at(self.one.start).start

    def weight(self, claim: Claim) -> float:
        return math.exp(sum(WEIGHTS.get(sign, 0.0) for sign in claim.signs))

    @cached_property
    def last(self) -> Claim | None:
        """Whoever was named last before the pronoun."""
        return max((c for c in self.heard if c.mention and c.start < self.one.start), default=None, key=_start)

    def odds(self) -> float:
        weights = [self.weight(claim) for claim in self.heard]
        total = NOBODY + sum(weights)
        others = NOBODY / 2 + sum(
            weight / (1 + math.exp(claim.woman * self.sign)) for weight, claim in zip(weights, self.heard, strict=True)
        )
        odds = 1.6 + 1.5 * math.log(others / (total - others))
        if self.rivals:
            odds -= 1.5 + 0.5 * math.log1p(sum(map(self.weight, self.rivals)))
        if self.last and self.last.start >= self.begins and abs(self.last.woman) < CLEAR:
            odds -= 0.5
        return odds

    def elsewhere(self) -> float:
        """What it costs that the rest of the text speaks of somebody of the pronoun's gender: it may come back to them."""
        said, end = self.facts.said, self.facts.sentence_at(self.one.start).end
        here = sum(p.gender == self.one.gender for p in said.near(self.one.start, end))
        return 0.7 * math.log1p(said.all(self.one.gender) - here)

    def doubted(self) -> bool:
        return (
            PAIR.search(self.text, max(0, self.one.start - 9), self.one.end + 9) is not None
            or self._of_the_speaker()
            or self._of_living()
            or self._of_ship()
            or self._contested()
            or self._nameless()
            or self._unsaid()
        )

    def plain(self) -> bool:
        """Whether more than one name speaks for the other gender: a pronoun before it, or two people, neither in a quotation."""
        if self.one.object or (self._says() and not self._goes_on()):
            return False
        before = [claim for claim in self.owners if claim.start < self.one.start and ACROSS not in claim.signs]
        people = {who(claim.mention) for claim in before if claim.mention and claim.mention.who is not None}
        return len(people) > 1 or any(claim.mention is None for claim in before)

    def _says(self) -> bool:
        """“She added”: reports go from speaker to speaker, and who it is was often said long before."""
        return self.one.word in SUBJECTS and SPEAKS.match(self.text, self.one.end) is not None

    def _goes_on(self) -> bool:
        """Whether whoever was spoken of last is of the other gender, and nobody in all the text is of its own."""
        if self.facts.said.all(self.one.gender) > 1 or self.one.gender in self.claims.genders:
            return False
        last = max((claim for claim in self.heard if claim.start < self.one.start), default=None, key=_start)
        return any(claim is last for claim in self.owners)

    def _of_the_speaker(self) -> bool:
        """“‘I asked Marta,’ he recalled”: whoever is named in a quotation alone is not the one who speaks."""
        return bool(self.owners) and all(ACROSS in claim.signs for claim in self.owners)

    def _of_living(self) -> bool:
        """Whether an animal or a small child stands in reach before it, either of which may be a he or a she."""
        if LIVING.isdisjoint(self.facts.vocabulary):
            return False
        begins = self.facts.sentences[max(0, self.claims.sentence(self.one.start) - 1)].start
        return not LIVING.isdisjoint(LETTERS.findall(self.facts.lower, begins, self.one.start))

    def _of_ship(self) -> bool:
        """Whether a ship or a country, which some call her, is spoken of before a *she*."""
        if self.one.gender != "f":
            return False
        low = self.facts.sentences[max(0, self.claims.sentence(self.one.start) - 1)].start
        if SHIP.search(self.text, low, self.one.start) or AT_SEA.match(self.text, self.one.end):
            return True
        if self.one.word != "her" or self.one.object:
            return False
        last = max((claim.start for claim in self.owners if claim.start < self.one.start), default=low)
        places = self.facts.people.bodies_near(Span(last, self.one.start))
        return any(
            body.kind == "place" and not WHERE.search(self.text, max(0, body.start - 20), body.start) for body in places
        )

    def _contested(self) -> bool:
        """Whether somebody of its own gender stands before it in its sentence or was named last, or as a pronoun behind it."""
        before = [claim for claim in self.owners if claim.start < self.one.start]
        if not any(claim.mention for claim in before) and self._leans():
            return True
        last = max((claim.start for claim in before), default=-1)
        return any(
            min(self.begins, last) <= claim.start < self.one.start
            or (claim.start > self.one.start and claim.mention is None)
            for claim in self.rivals
        )

    def _leans(self) -> bool:
        """Whether somebody is named of whom more speaks for its gender in its sentence, or, right before, nothing at all."""
        index = self.claims.sentence(self.one.start)
        last = self.facts.sentences[max(0, index - 1)].start
        for claim in self.heard:
            if claim.mention is None or not last <= claim.start < self.one.start:
                continue
            if claim.start >= self.begins and claim.woman * self.sign > 0.5:
                return True
            if claim.mention.kind in ("full", "titled") and abs(claim.woman) < CLEAR:
                return True
        return False

    def _nameless(self) -> bool:
        """Whether the last one named before it is of its gender, or is named by no more than an office: “the poet and he”."""
        last = self.last
        if last is None or last.mention is None:
            return False
        if any(claim is last for claim in self.rivals):
            return True
        if last.start < self.begins or abs(last.woman) > CLEAR:
            return False
        if last.mention.kind in NAMELESS:
            return not self._pronoun_behind(last)
        # “The coach gave Alleway her first cap”
        return self.one.word not in SUBJECTS and not self._owner_behind(last)

    def _unsaid(self) -> bool:
        """Whether the sentence, or else the one before it, is about somebody of whom no gender was told, nor is by a pronoun."""
        index = self.claims.sentence(self.one.start)
        here, last = (self.facts.sentences[max(0, index - back)].start for back in (0, 1))
        before = [claim for claim in self.heard if claim.mention and last <= claim.start < self.one.start]
        first = min([claim for claim in before if claim.start >= here] or before, default=None, key=_start)
        if first is None or first.mention is None or abs(first.woman) > CLEAR:
            return False
        if first.mention.kind in INTRODUCED:
            return not self._pronoun_behind(first)
        # “Gleitman counters Pinker's ideas. She explains …”
        return self.one.word in SUBJECTS and first.start < here and not self._owner_behind(first)

    def _pronoun_behind(self, claim: Claim) -> bool:
        """Whether a pronoun of the other gender stands between somebody and the pronoun."""
        return any(each.mention is None and claim.start < each.start < self.one.start for each in self.owners)

    def _owner_behind(self, claim: Claim) -> bool:
        """Whether somebody of the other gender is spoken of between somebody and the pronoun, and no mere owner: “Pinker's”."""
        return any(
            claim.start < each.start < self.one.start
            and not (each.mention and OWNED.match(self.text, each.mention.end))
            for each in self.owners
        )


def _start(claim: Claim) -> int:
    return claim.start
