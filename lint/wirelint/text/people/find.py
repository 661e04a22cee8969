"""Finds the people of a text and every place where one is mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import regex

from ...knowledge import Knowledge, is_word, plain
from ...model import Span
from .evidence import by_country, nationalities, nouns_beside, of_given, of_names, of_noun, of_title
from .model import Body, Evidence, Mention, Person
from .runs import Run, runs
from .words import AFTER_NAMES, CALENDAR, OFFICE_WORDS, OPENERS, TITLE_SHORT, organisation_heads, roles

OFFICE = {"title": "office", "office": "office"}
PLACE_HEADS = frozenset(
    "san santa santo são saint st los las new north south east west port fort mount lake upper lower great northern "
    "southern eastern western central".split()
)


class Parsed(NamedTuple):
    """A run with its title words and name words told apart."""

    run: Run
    titles: tuple[tuple[int, str], ...]
    name: tuple[tuple[int, str], ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for _, word in self.name)


def parsed(run: Run, knowledge: Knowledge) -> Parsed:
    """Openers, nationalities and offices are taken off the front, *Jr* and the like off the end."""
    known = roles()
    words = run.words
    first, last = 0, len(words)
    if last > 1 and " ".join(word for _, word in words).lower() in knowledge.places:
        return Parsed(run, (), words)
    if last > 2 and _is_country(words[0][1], knowledge) and _given(words[1][1], knowledge):
        first = 1
    titles: list[tuple[int, str]] = []
    while first < last:
        word = words[first][1].lower()
        if word in TITLE_SHORT or word in known:
            # A lone word is an office (the President) where it is written so; *Dean Martin* loses his given name, which costs little.
            titles.append(words[first])
        elif not (word in OPENERS or word in OFFICE_WORDS or (last - first > 1 and word in knowledge.demonyms)):
            break
        first += 1
    else:
        return Parsed(run, tuple(titles), ())
    if first + 1 < last and not _given(words[first][1], knowledge):
        # “Manchester Mayor Andy Burnham”: an office later in the run, behind a place or a firm.
        for at in range(last - 2, first, -1):
            if words[at][1].lower() in known:
                titles, first = [words[at]], at + 1
                break
    while last - first > 1 and words[last - 1][1].lower() in AFTER_NAMES:
        last -= 1
    return Parsed(run, tuple(titles), words[first:last])


def _is_country(word: str, knowledge: Knowledge) -> bool:
    row = knowledge.places.get(word.lower())
    return row is not None and row[1] in ("country", "capital")


def _given(word: str, knowledge: Knowledge) -> bool:
    lower = word.lower()
    return (
        lower in knowledge.names_given
        or (not lower.isascii() and plain(lower) in knowledge.names_given)
        or ("-" in word and _given(word.partition("-")[0], knowledge))
    )


def sort_of(one: Parsed, knowledge: Knowledge) -> str:
    """`full` (a given name and more), `titled`, `maybe` (capitalised, might be a person), `role` (an office alone), or nothing: no person."""
    words = one.words
    if not words:
        return "role" if one.titles else ""
    if any(word.lower() in organisation_heads() for word in words[1:]) or words[0].lower() in CALENDAR:
        return ""
    if one.titles:
        return "" if words[0].lower() in organisation_heads() else "titled"
    if len(words) == 1:
        return "single"
    whole = " ".join(words)
    lower = whole.lower()
    if lower in knowledge.organisations or lower in knowledge.places or words[0].lower() in PLACE_HEADS:
        return ""
    brand = knowledge.brands.get(whole)
    if brand and brand[0] != "person":
        return ""
    if _given(words[0], knowledge) or (len(words) > 2 and len(words[0]) == 1):
        return "full"
    if words[0].isupper() and len(words[0]) > 2:
        return ""
    return "maybe" if any(not is_word(w.lower()) and w.lower() not in knowledge.places for w in words) else ""


class Being:
    """A person while they are being found."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.evidence: dict[str, Evidence] = {}
        self.roles: set[str] = set()
        self.titled = len(words) == 1

    def learn(self, evidence: Iterable[Evidence]) -> None:
        for one in evidence:
            self.evidence.setdefault(one.why, one)

    def judged(self, house: Mapping[str, str]) -> Person:
        name = " ".join(self.words)
        given = "" if self.titled else self.words[0]
        told = house.get(name)
        evidence = tuple(sorted(self.evidence.values(), key=lambda e: -e.weight))
        if told is not None:
            sex = told if told in ("f", "m") else None
            return Person(
                name,
                given,
                self.words[-1],
                sex,
                99,
                (Evidence(told, 99, "the house vocabulary"), *evidence),
                frozenset(self.roles),
            )
        score = {"f": 0, "m": 0}
        for one in evidence:
            score[one.gender] += one.weight
        best = "f" if score["f"] > score["m"] else "m"
        other = score["m" if best == "f" else "f"]
        sex = best if score[best] and score[best] >= 4 * other else None
        return Person(name, given, self.words[-1], sex, score[best] - other, evidence, frozenset(self.roles))


class People(NamedTuple):
    """`mentions` in reading order; those of one person share `who`, an index of `people`."""

    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    bodies: tuple[Body, ...]

    def near(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that begin in `span`."""
        low = bisect_left(self.mentions, span.start, key=_start)
        return self.mentions[low : bisect_left(self.mentions, span.end, key=_start)]

    def at(self, start: int) -> int | None:
        """Who is named at `start`, by index."""
        return next((m.who for m in self.near(Span(start, start + 1)) if m.who is not None), None)

    def bodies_near(self, span: Span) -> tuple[Body, ...]:
        low = bisect_left(self.bodies, span.start, key=_start)
        return self.bodies[low : bisect_left(self.bodies, span.end, key=_start)]


def _start(one: Mention | Body) -> int:
    return one.start


def find_people(
    text: str, lower: str, vocabulary: frozenset[str], knowledge: Knowledge, house: Mapping[str, str]
) -> People:
    finder = Finder(text, lower, vocabulary, knowledge)
    finder.read(list(runs(text)))
    people = tuple(being.judged(house) for being in finder.beings)
    mentions = [
        m if m.who is None else m._replace(gender=people[m.who].gender) for m in (*finder.mentions, *finder.nouns())
    ]
    bodies = tuple(sorted((*finder.bodies, *finder.body_nouns())))
    return People(people, tuple(sorted(mentions, key=lambda m: (m.start, m.who or 0))), bodies)


class Finder:
    """Reads the runs of a text twice: full names first, then the words that stand for them later."""

    def __init__(self, text: str, lower: str, vocabulary: frozenset[str], knowledge: Knowledge) -> None:
        self.text, self.lower, self.vocabulary, self.knowledge = text, lower, vocabulary, knowledge
        self.beings: list[Being] = []
        self.called: dict[str, list[int]] = {}
        self.mentions: list[Mention] = []
        self.bodies: list[Body] = []
        self.taken: set[int] = set()

    def read(self, found: list[Run]) -> None:
        singles = []
        for run in found:
            one = parsed(run, self.knowledge)
            sort = sort_of(one, self.knowledge)
            if sort in ("full", "titled", "maybe"):
                self._named(one, sort)
            elif sort:
                singles.append((one, sort))
            elif one.name:
                self._body(one)
        for one, sort in singles:
            self._other(one, sort)

    def _body(self, one: Parsed) -> None:
        """Notes an organisation or a place, whose name is no person's."""
        whole = " ".join(one.words)
        if (kind := kind_of(whole, one.words, self.knowledge)) is not None:
            self.bodies.append(Body(one.name[0][0], one.run.end, kind, whole, False))

    def _named(self, one: Parsed, sort: str) -> None:
        words = one.words
        start, end = one.name[0][0], one.run.end
        evidence = [
            of_title(word, sex)
            for _, word in one.titles
            if (sex := TITLE_SHORT.get(word.lower()) or roles().get(word.lower(), ("",))[0])
        ]
        said = {word.lower() for _, word in one.titles}
        for noun in nouns_beside(self.text, one.run.start if not one.titles else one.titles[0][0], end):
            self.taken.add(noun.start)
            said.add(noun.word.lower())
            if noun.gender:
                evidence.append(of_noun(noun.word, noun.gender, noun.words))
        index = self._same(words, evidence)
        if index is None:
            index = len(self.beings)
            being = Being(words)
            self.beings.append(being)
            if len(words) > 1 and sort != "maybe":
                being.learn(of_names(words, self._codes(words[0], start)))
            for word in words:
                # Kin share a surname: alone, it is rather the other's.
                if len(word) > 1 and not (
                    word == words[-1]
                    and len(words) > 1
                    and any(roles().get(noun, ("", "", ""))[1] == "kin" for noun in said)
                ):
                    self.called.setdefault(word.lower(), []).append(index)
        self.beings[index].learn(evidence)
        self.beings[index].roles |= said
        self.mentions.append(Mention(start, end, sort, None, index, " ".join(words)))

    def _same(self, words: tuple[str, ...], evidence: list[Evidence]) -> int | None:
        """Who of those known bears this name: the same words, or a lone surname that nothing speaks against."""
        for index in self.called.get(words[-1].lower(), ()):
            being = self.beings[index]
            if words == being.words or (len(words) > 1 and len(being.words) > 1 and words[0] == being.words[0]):
                return index
            if len(words) == 1 or (being.titled and words[-1] == being.words[-1]):
                known = {e.gender for e in being.evidence.values()}
                if all(e.gender in known or not known for e in evidence):
                    if len(words) > 1:
                        being.words, being.titled = words, False
                        being.learn(of_names(words, self._codes(words[0], 0)))
                        self.called.setdefault(words[0].lower(), []).append(index)
                    return index
        return None

    def _codes(self, given: str, at: int) -> frozenset[str]:
        """Countries that can tell what gender `given` has: those named beside it, else all that the text speaks of."""
        if not by_country(given):
            return frozenset()
        nations = nationalities()
        near = regex.findall(r"\w+", self.lower[max(0, at - 120) : at + 120])
        found = frozenset(nations[w] for w in near if w in nations)
        return found or frozenset(nations[w] for w in self.vocabulary & nations.keys())

    def _other(self, one: Parsed, sort: str) -> None:
        if sort == "role":
            start, word = one.titles[-1]
            row = roles().get(word.lower(), ("", "", ""))
            if start not in self.taken and not row[2]:
                self.mentions.append(
                    Mention(start, one.run.end, OFFICE.get(row[1], "role"), row[0] or None, None, word.lower())
                )
            return
        start, word = one.name[0]
        end = one.run.end
        whose = self.called.get(word.lower())
        if whose is None and self.lower[max(0, start - 25) : start - 1].rpartition(" ")[2] in BODIES:
            self.bodies.append(Body(start, end, "organisation", word, False))
            return
        if whose is None and self._might_be(word, start):
            being = Being((word,))
            being.learn(self._of_lone(word))
            self.called[word.lower()] = whose = [len(self.beings)]
            self.beings.append(being)
        if (
            word.lower() in self.knowledge.demonyms
            and word.lower() not in self.knowledge.places
            and NATIONAL.search(self.text, max(0, start - 4), start)
            and ACTING.match(self.text, end)
        ):
            self.mentions.append(Mention(start, end, "role", None, None, word.lower()))
        elif whose is not None and not self._is_place(word, start):
            self._known(start, end, whose, word)
        else:
            self._body(one)

    def _known(self, start: int, end: int, whose: list[int], word: str) -> None:
        kind = "surname"
        if len(whose) == 1:
            self.mentions.append(Mention(start, end, kind, None, whose[0], word))
        else:
            for index in whose:
                self.mentions.append(Mention(start, end, "shared", None, index, word))

    def _might_be(self, word: str, start: int) -> bool:
        """Whether a lone capitalised word, never yet seen in a longer name, may be a person's."""
        low = word.lower()
        knowledge = self.knowledge
        if (
            len(word) < 2
            or word.isupper()
            or word.startswith(("I’", "I'"))
            or ("-" in word and not _given(word, knowledge))
            or low in OPENERS
            or low in CALENDAR
            or low in organisation_heads()
        ):
            return False
        if (
            low in knowledge.demonyms
            or low in knowledge.organisations
            or low in knowledge.acronyms
            or word in knowledge.brands
            or word in knowledge.outlets
        ):
            return False
        if self._is_place(word, start) or self.text[max(0, start - 3) : start] in (" a ", "an "):
            return False
        if _given(word, knowledge):
            return not is_word(low) or not _opens(self.text, start)
        if _opens(self.text, start):
            return not is_word(low)
        return not is_word(low, 35) or (
            low in knowledge.surnames and AFTER_VERB.search(self.text, max(0, start - 20), start) is not None
        )

    def _is_place(self, word: str, start: int) -> bool:
        row = self.knowledge.places.get(word.lower())
        if row is None:
            return (
                IN_PLACE.search(self.text, max(0, start - 12), start) is not None
                and not self.text.startswith(("’s", "'s"), start + len(word))
                and word.lower() not in self.called
            )
        if word.lower() in self.called:
            return IN_PLACE.search(self.text, max(0, start - 12), start) is not None
        if row[1] != "city" or not _given(word, self.knowledge):
            return True
        # Charlotte, Sydney, Milan: a large city unless it speaks.
        return (not row[2] or int(row[2]) > LARGE) and SPEAKS.match(self.text, start + len(word)) is None

    def _of_lone(self, word: str) -> Iterator[Evidence]:
        """A lone given name speaks for a gender only where it is hardly ever a surname."""
        row = self.knowledge.surnames.get(word.lower())
        if word.lower() not in self.knowledge.places and (row is None or int(row[1]) <= 1):
            for one in of_given(word, self._codes(word, 0)):
                if one.weight > 1:
                    yield one._replace(weight=1)

    def body_nouns(self) -> Iterator[Body]:
        """*The company*, *the ministry*: nouns for what acts like a person and is none."""
        for word in sorted(self.vocabulary & BODIES):
            at = self.lower.find(word)
            while at >= 0:
                end = at + len(word)
                if not _inside(self.lower, at, end) and self.text[at].islower() and _determined(self.lower, at):
                    yield Body(at, end, "organisation", word, True)
                at = self.lower.find(word, end)

    def nouns(self) -> Iterator[Mention]:
        """Nouns for one person that stand for somebody of their own: *the witness*, *her husband*."""
        known = roles()
        text, lower = self.text, self.lower
        for word in sorted(self.vocabulary & known.keys()):
            sex, kind, plural = known[word]
            if plural and not sex:
                continue
            at = lower.find(word)
            while at >= 0:
                end = at + len(word)
                if (
                    text[at].islower()
                    and at not in self.taken
                    and not _inside(lower, at, end)
                    and (sex or _determined(lower, at))
                ):
                    yield Mention(at, end, "plural" if plural else OFFICE.get(kind, "role"), sex or None, None, word)
                at = lower.find(word, end)


def _inside(lower: str, start: int, end: int) -> bool:
    """Whether a longer word goes on at either side."""
    return (start > 0 and (lower[start - 1].isalnum() or lower[start - 1] in "-’'")) or (
        end < len(lower) and (lower[end].isalnum() or lower[end] == "-")
    )


DETERMINED = regex.compile(
    r"\b(?P<what>an?|the|his|her|its|their|our|my|your|another|one|this|that|every|each|\w+['’]s) (?:[\w-]+ ){0,2}$"
)
PREDICATE = regex.compile(
    r"\b(?:is|was|be|been|being|become|became|becomes|as|named|elected|appointed|called|like|remains|remained) $"
)


def _determined(lower: str, at: int) -> bool:
    low = max(0, at - 40)
    piece = lower[low:at]
    m = DETERMINED.search(piece)
    return m is not None and not PREDICATE.search(piece[: m.start()])


# “The American, who won …”
NATIONAL = regex.compile(r"\b(?:[Tt]he|[Aa]n?) $")
ACTING = regex.compile(r",? who\b|,| (?:has|had|is|was|will|would|said|says)\b|\.| \p{Ll}+ed\b")
LARGE = 250_000
SPEAKS = regex.compile(r" (?:said|says|told|added|also said|is|was|has)\b|[’']s |, (?:who|\d)")
# What stands before a surname that is a word: “spoke with Trump”, “and Hook”, not “the Trump”, “rising Sun”.
AFTER_VERB = regex.compile(r"\b(?:with|and|or|that|than|by|when|as|but|while|\p{Ll}+ed|told|said|met|beat|says) $")
IN_PLACE = regex.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Ii]nto|[Oo]nto) (?:the )?$")


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence, where any word has a capital."""
    return start == 0 or text[max(0, start - 3) : start].rstrip(" “”\"'‘(")[-1:] in ("", ".", "!", "?", "\n", ":", "…")


BODIES = frozenset(
    "company firm ministry government council party foundation club team federation association union bank court "
    "commission committee parliament senate university institute agency authority organisation organization group "
    "institution corporation department administration country nation state kingdom republic municipality region "
    "province city board congress assembly newspaper channel network broadcaster airline manufacturer carmaker "
    "automaker retailer operator consortium entity army police hospital school church coalition alliance "
    "cooperative co-operative chamber embassy league franchise startup start-up platform publisher producer brand "
    "body watchdog regulator tribunal brewery factory airport museum theatre theater festival refinery orchestra "
    "ballet fund hotel chain holding cartel militia junta delegation faction secretariat prefecture gendarmerie "
    "syndicate ngo charity".split()
) - frozenset({"publisher", "producer"})


def kind_of(whole: str, words: tuple[str, ...], knowledge: Knowledge) -> str | None:
    """`organisation`, `place` or None, of a capitalised name that is no person's."""
    low = whole.lower()
    if any(word.lower() in organisation_heads() for word in words) or low in knowledge.organisations:
        return "organisation"
    if (len(words) == 1 and whole.isupper() and len(whole) > 1) or (knowledge.brands.get(whole) or ("",))[0] in (
        "org",
        "brand",
    ):
        return "organisation"
    row = knowledge.places.get(low)
    return "place" if row else None
