"""Finds the people of a text and every place where one is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...knowledge import Knowledge
from ...patterns import compiled
from .beside import nouns_beside
from .evidence import by_country, nationalities, odds, of_given, of_names, of_noun, of_title
from .lone import is_national, is_place, looked_up, may_be_person
from .model import Body, Evidence, Mention, People, Person
from .names import Name, kind_of, name
from .nouns import body_nouns, person_nouns
from .runs import runs
from .words import BODIES, OFFICE, TITLE_SHORT, roles

NEAR = 120
"""Letters to either side of a name in which a nationality is taken for its bearer's."""
HOUSE = 99
WORD = compiled(r"\w+")
NEXT = compiled(r" (?:chief |senior |former |head )?(\p{Ll}+)")
NOBODY = ("", "", "")
KIN = compiled(
    r"[’']s? (?:\p{Ll}+ )?(?:mother|father|parents|wife|husband|sister|brother|son|daughter|girlfriend|boyfriend)\b"
)
FIRMS = (
    "company firm brewery bakery winery manufacturer carmaker automaker retailer foundation publisher startup start-up chain label "
    "gallery restaurant shipyard airline orchestra"
).split()
FIRM = compiled(rf"\b(?:the|an?) (?:[\w-]+ ){{0,3}}(?:{'|'.join(FIRMS)}|fashion house|auction house) $")
FIRM_ENDS = tuple(f"{firm} " for firm in (*FIRMS, "house"))
PERSONS = ("full", "titled", "maybe")


class Being:
    """A person while they are being found."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.evidence: dict[str, Evidence] = {}
        self.roles: set[str] = set()

    @property
    def genders(self) -> set[str]:
        return {one.gender for one in self.evidence.values()}

    def learn(self, evidence: Iterable[Evidence]) -> None:
        for one in evidence:
            self.evidence.setdefault(one.why, one)

    def judged(self, house: Mapping[str, str]) -> Person:
        """The person, with the gender that clearly more speaks for; the house's word goes before all."""
        full = " ".join(self.words)
        given = self.words[0] if len(self.words) > 1 else ""
        evidence = sorted(self.evidence.values(), key=lambda one: -one.weight)
        told = house.get(full)
        if told is not None:
            evidence = [Evidence(told, HOUSE, "the house vocabulary")]
        score = {sex: sum(one.weight for one in evidence if one.gender == sex) for sex in ("f", "m")}
        best, other = sorted(score, key=lambda sex: score[sex], reverse=True)
        sure = score[best] > 0 and score[best] >= 4 * score[other]
        strength = score[best] - score[other]
        return Person(
            full,
            given,
            self.words[-1],
            best if sure else None,
            strength,
            tuple(evidence),
            frozenset(self.roles),
            odds(self.words, evidence),
        )


def find_people(
    text: str, lower: str, vocabulary: frozenset[str], knowledge: Knowledge, house: Mapping[str, str]
) -> People:
    """All people and bodies of a text; `house` tells the gender of some by full name."""
    finder = Finder(text, lower, vocabulary, knowledge)
    finder.read()
    people = tuple(being.judged(house) for being in finder.beings)
    nouns = person_nouns(text, lower, vocabulary, finder.taken)
    mentions = [m if m.who is None else m._replace(gender=people[m.who].gender) for m in (*finder.mentions, *nouns)]
    mentions.sort(key=lambda m: (m.start, m.who or 0))
    bodies = sorted((*finder.bodies, *body_nouns(text, lower, vocabulary)))
    return People(people, tuple(mentions), tuple(bodies))


class Finder:
    """Reads the runs of a text twice: full names first, then the words that stand for them later."""

    def __init__(self, text: str, lower: str, vocabulary: frozenset[str], knowledge: Knowledge) -> None:
        self.text, self.lower, self.vocabulary, self.knowledge = text, lower, vocabulary, knowledge
        self.beings: list[Being] = []
        self.called: dict[str, list[int]] = {}
        self.mentions: list[Mention] = []
        self.bodies: list[Body] = []
        self.taken: set[int] = set()

    def read(self) -> None:
        found = [self._read(name(run, self.knowledge)) for run in runs(self.text)]
        for one in found:
            if one.sort in ("full", "maybe") and self._behind_firm(one):
                continue
            if one.sort in PERSONS:
                self._person(one)
        for one in found:
            if one.sort == "single":
                self._single(one)
            elif one.sort == "role":
                self._office(one)
            elif one.sort in ("full", "maybe") and self._behind_firm(one):
                start = one.named[0][0]
                self.bodies.append(Body(start, one.run.end, "organisation", " ".join(one.words), False))
            elif not one.sort and one.named:
                self._body(one)

    def _read(self, one: Name) -> Name:
        """“Robin Castle's mother”: whoever has one is a person, whatever the name looks like."""
        if one.sort or len(one.named) < 2 or not KIN.match(self.text, one.run.end):
            return one
        return one._replace(sort="maybe")

    def _behind_firm(self, one: Name) -> bool:
        """“The brewery Anton Altmeier”: a firm under its founder's name."""
        start = one.named[0][0]
        if not self.lower.endswith(FIRM_ENDS, max(0, start - 14), start):
            return False
        return FIRM.search(self.lower, max(0, start - 60), start) is not None

    def _person(self, one: Name) -> None:
        words, start = one.words, one.named[0][0]
        said, evidence = self._beside(one)
        index = self._same(words, evidence)
        if index is None:
            index = self._born(words)
            if len(words) > 1 and one.sort != "maybe":
                self.beings[index].learn(of_names(words, self._codes(words[0], start)))
            kin = len(words) > 1 and any(roles().get(noun, NOBODY)[1] == "kin" for noun in said)
            # Kin share a surname: alone, it is rather the other's.
            self._call(words[:-1] if kin else words, index)
        self.beings[index].learn(evidence)
        self.beings[index].roles |= said
        self.mentions.append(Mention(start, one.run.end, one.sort, None, index, " ".join(words)))

    def _beside(self, one: Name) -> tuple[set[str], list[Evidence]]:
        """Titles and nouns beside a name, in lower case, and what they say of gender."""
        said = {word.lower() for _, word in one.titles}
        evidence = []
        for _, word in one.titles:
            sex = TITLE_SHORT.get(word.lower()) or roles().get(word.lower(), NOBODY)[0]
            if sex:
                evidence.append(of_title(word, sex))
        begins = one.titles[0][0] if one.titles else one.run.start
        for noun in nouns_beside(self.text, begins, one.run.end):
            self.taken.add(noun.start)
            said.add(noun.word.lower())
            if noun.gender:
                evidence.append(of_noun(noun.word, noun.gender, noun.words))
        return said, evidence

    def _born(self, words: tuple[str, ...]) -> int:
        self.beings.append(Being(words))
        return len(self.beings) - 1

    def _call(self, words: Iterable[str], index: int) -> None:
        for word in words:
            if len(word) > 1:
                self.called.setdefault(word.lower(), []).append(index)

    def _same(self, words: tuple[str, ...], evidence: list[Evidence]) -> int | None:
        """Who of those known bears this name: the same words, or a lone surname that nothing speaks against."""
        for index in self.called.get(words[-1].lower(), ()):
            being = self.beings[index]
            if words == being.words or (len(words) > 1 and len(being.words) > 1 and words[0] == being.words[0]):
                return index
            if len(words) > 1 and len(being.words) > 1:
                continue
            if not being.genders or all(one.gender in being.genders for one in evidence):
                if len(words) > 1:
                    being.words = words
                    being.learn(of_names(words, self._codes(words[0], 0)))
                    self._call(words[:1], index)
                return index
        return None

    def _codes(self, given: str, at: int) -> frozenset[str]:
        """Countries that can tell what gender `given` has: those named beside it, else all that the text speaks of."""
        if not by_country(given):
            return frozenset()
        nations = nationalities()
        near = WORD.findall(self.lower, max(0, at - NEAR), at + NEAR)
        found = frozenset(nations[word] for word in near if word in nations)
        return found or frozenset(nations[word] for word in self.vocabulary & nations.keys())

    def _office(self, one: Name) -> None:
        """*The President* by itself."""
        start, word = one.titles[-1]
        sex, kind, plural = roles().get(word.lower(), NOBODY)
        if start not in self.taken and not plural:
            self.mentions.append(Mention(start, one.run.end, OFFICE.get(kind, "role"), sex or None, None, word.lower()))

    def _single(self, one: Name) -> None:
        """One capitalised word: a name heard before, perhaps a new one, or no person."""
        (start, word), end = one.named[0], one.run.end
        low, known = word.lower(), looked_up(word, self.knowledge)
        whose = self.called.get(low)
        if whose is None and (known.place == "sure" or (known.never and not known.demonym)):
            self._body(one)
            return
        if whose is None and self.lower[max(0, start - 25) : start - 1].rpartition(" ")[2] in BODIES:
            self.bodies.append(Body(start, end, "organisation", word, False))
            return
        if is_national(self.text, start, end, known):
            self.mentions.append(Mention(start, end, "role", None, None, low))
            return
        head = NEXT.match(self.text, end)
        if whose is None and head and head[1] in roles():
            return  # “Nobel laureate Orhan Pamuk”, “the Rosbank analyst”
        if whose is None and may_be_person(self.text, start, word, known):
            index = self._born((word,))
            self.beings[index].learn(self._of_lone(word))
            self._call((word,), index)
            whose = [index]
        if whose is None or is_place(self.text, start, word, known, called=True):
            self._body(one)
            return
        if len(whose) == 1:
            self._nouns_beside(whose[0], start, end)
        kind = "surname" if len(whose) == 1 else "shared"
        self.mentions += (Mention(start, end, kind, None, index, word) for index in whose)

    def _nouns_beside(self, index: int, start: int, end: int) -> None:
        """“The singer Rosalía”: the noun speaks of her, and is nobody else."""
        for noun in nouns_beside(self.text, start, end):
            self.taken.add(noun.start)
            self.beings[index].roles.add(noun.word.lower())
            if noun.gender:
                self.beings[index].learn([of_noun(noun.word, noun.gender, noun.words)])

    def _of_lone(self, word: str) -> Iterable[Evidence]:
        """A lone given name speaks for a gender only where it is hardly ever a surname, and no place."""
        row = self.knowledge.surnames.get(word.lower())
        if word.lower() in self.knowledge.places or (row is not None and int(row[1]) > 1):
            return ()
        return [one._replace(weight=1) for one in of_given(word, self._codes(word, 0)) if one.weight > 1]

    def _body(self, one: Name) -> None:
        """Notes an organisation or a place, whose name is no person's."""
        whole = " ".join(one.words)
        if (kind := kind_of(whole, self.knowledge)) is not None:
            self.bodies.append(Body(one.named[0][0], one.run.end, kind, whole, False))
