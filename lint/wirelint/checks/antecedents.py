"""Who a pronoun stands for though its gender says otherwise: spoken of only where nobody else can be meant."""

from __future__ import annotations

from typing import NamedTuple

from ..knowledge import gender
from ..model import Span
from ..patterns import compiled
from ..text.document import Document
from ..text.people import LIVING, Mention, Pronoun, roles

OTHER = {"f": "m", "m": "f"}

SUBJECTS = ("he", "she")
# What a sentence opens with when its subject comes later, whose the pronoun may be: “To forget what was done to him, Marta …”.
FRONTED = compiled(
    r"(?i)[“\"‘(]?(?:when|as|after|before|while|whilst|although|though|since|if|because|once|until|unless|whenever|in|on|at|with|without"
    r"|for|from|by|through|during|throughout|despite|under|like|unlike|following|upon|to|about|between|among|given|according|aside|apart"
    r"|early|late|later|along|\w+ing|\w+ed)\b(?!.*[,;])"
)
MAIN = compiled(r", (?:(?:the|its|an?|his|her) )?(?:\p{Ll}[\p{L}-]* ){0,4}(?:\p{Lu}[\p{L}-]*\.? )*$")
SPEAKER = compiled(r"[,”\"] ?(?:(?:the|his|her|its|an?|their) )?(?:\p{Ll}+ ){0,2}$")
CLAUSE = compiled(r"[,;:—–]|\b(?:that|which|who|when|while|because|if|after|before|as|since|said|says)\b")
DEFINITE = compiled(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w-]+ ){0,3}$")
PREPOSED = compiled(
    r"\b(?:by|with|of|for|to|from|about|alongside|starring|featuring|against|than|like|and|or|on|at|after|before|under|including|as)"
    r" (?:the |an? |\p{Ll}+ )?$"
)
# “In his memory, Laura planted a tree”: of somebody else.
OF_THE_DEAD = compiled(
    r" (?:late |own )?(?:death|memory|honou?r|name|funeral|absence|grave|side|behalf|place|stead|birth|burial|wake|lifetime)\b"
)
AGENT = compiled(r"\b(?:by|with|alongside|starring|featuring|against|like|than|including) (?:the |an? |\p{Ll}+ ){0,2}$")
SUBJECT_NOUN = compiled(r"(?:But |And |However, )?(?:The|Its|Their|His|Her) (?:[\w-]+ ){0,2}")
# What stands before a person who is the subject of a sentence, and before a pronoun that begins its second clause.
HEADS = compiled(r"(?:The |But |And |Former )?(?:[\p{L}-]+,? ){0,3}")
SECOND = compiled(r", (?:and|but|where|so|because|while) $")
RELATIVE = compiled(r", (?:who|whose|whom)\b")
LISTED = compiled(
    r"(?:\b(?:in|on|at|of|from|near|the|an?|for|into|as|his|her|its|their|this|called|titled)|[,(“\"‘'&+/]|\p{Lu}[\p{L}.]*) ?$"
)
LETTERS = compiled(r"[a-z]+")
SPEAKS = compiled(r" (?:said|says|told|tells|added|explained|wrote|replied|also|who)\b|, (?:who|\d)")
# A name that acts or owns, and is no mere item of a list or object of a preposition.
ACTS = compiled(
    r"[’']s? |, (?:who|whose|an?|the|\d)\b|, [^,.]{1,60}, |,? (?:who|whose|and|has|had|is|was|will|would|can|could|does|did"
    r"|also|then|later|says|said|told|tells|\p{Ll}+(?:ed|es|s))\b"
)


class Antecedent(NamedTuple):
    """`name` and `why` are said to readers."""

    name: str
    why: str


class Near(NamedTuple):
    """A mention in reach with the gender it has by all that is said; `sure` where more than the text's other pronouns says so."""

    mention: Mention
    gender: str | None
    sure: bool

    @property
    def who(self) -> int | str:
        return self.mention.word if self.mention.who is None else self.mention.who


def antecedent(doc: Document, pronoun: Pronoun) -> Antecedent | None:
    """Whom a pronoun of the wrong gender stands for; None where it may be right or nobody can tell."""
    index = doc.facts.sentence_index(pronoun.start)
    return None if index is None else Reach(doc, pronoun, index).antecedent()


class Reach:
    """What is in reach of one pronoun: its sentence and the two before it."""

    def __init__(self, doc: Document, pronoun: Pronoun, index: int) -> None:
        facts = doc.facts
        self.doc, self.text, self.pronoun = doc, doc.text, pronoun
        self.wrong, self.right = pronoun.gender, OTHER[pronoun.gender]
        self.sentence = facts.sentences[index]
        self.starts = [sentence.start for sentence in facts.sentences[max(0, index - 2) : index + 1]]
        self.scope = Span(self.starts[0], self.sentence.end)
        self.opens = pronoun.word in SUBJECTS and pronoun.start <= self.sentence.start + 4
        self.fronted = FRONTED.match(doc.text, self.sentence.start, pronoun.start) is not None
        self.mentions = facts.people.near(self.scope)
        rights = facts.said_unquoted.all(self.right)
        chain = facts.said_unquoted.near(pronoun.start, self.sentence.end)
        self.rivals = facts.said_unquoted.all(self.wrong) - sum(p.gender == self.wrong for p in chain)
        # The odd one out: all other pronouns of the text, two at least, are of the other gender.
        self.odd = rights > 1 and not self.rivals
        self.many = rights > 2

    def antecedent(self) -> Antecedent | None:
        if self._of_something_living():
            return None
        if (goes_on := self._goes_on()) is not None:
            return goes_on
        near = self._near()
        if near is None:
            return None
        before = [one for one in near if one.mention.start < self.pronoun.start]
        if not before:
            return (self._behind(near) if self.fronted else None) if near else self._of_pronouns()
        if self.fronted and not any(one.mention.start >= self.sentence.start for one in before):
            behind = [one for one in near if one.mention.start > self.pronoun.start]
            if behind and (found := self._behind(behind)) is not None:
                return found
        subject = self._subject(before)
        if self._agent(subject.mention) or self._forgotten(subject.mention):
            return None
        if self._odd_one_out(near):
            return self._told(subject) if subject.gender == self.right else self._of_pronouns()
        if subject.gender != self.right or not self._plain(subject) or not self._alone(subject, near):
            return None
        return self._told(subject)

    def _of_something_living(self) -> bool:
        """Whether an animal or a small child, either of which may be a he or a she, stands in reach before the pronoun."""
        facts = self.doc.facts
        if LIVING.isdisjoint(facts.vocabulary):
            return False
        low = self.starts[-2] if len(self.starts) > 1 else self.sentence.start
        return not LIVING.isdisjoint(LETTERS.findall(facts.lower, low, self.pronoun.start))

    def _unknown(self, near: list[Near]) -> bool:
        return any(one.gender is None and not self._idle(one.mention) for one in near)

    def _goes_on(self) -> Antecedent | None:
        """The subject of this sentence or of the one before, where the text has no other pronoun of the wrong gender.

        Nobody of that gender stands in either, and this sentence names nobody else before the pronoun.
        """
        if self.pronoun.object or self.rivals or len(self.starts) < 2:
            return None
        near = [self._judged(m) for m in self.mentions if m.start >= self.starts[-2]]
        near = [
            one for one in near if one.mention.start < self.pronoun.start or self.fronted or self._speaks(one.mention)
        ]
        here = [one for one in near if one.mention.start >= self.sentence.start]
        if any(one.gender == self.wrong for one in near) or (here and self.pronoun.word in SUBJECTS):
            return None
        if not self.odd and (any(m.gender == self.wrong for m in self.mentions) or self._unknown(near)):
            return None
        first = next(iter(here or near), None)
        if len({one.who for one in near if not one.sure and not self._idle(one.mention)}) > 1:
            return None
        if first is None or first.gender != self.right or not (first.sure or self.odd) or first.mention.who is None:
            return None
        if first.mention.start > self.pronoun.start or self._agent(first.mention):
            return None
        return self._told(first)

    def _agent(self, mention: Mention) -> bool:
        """“was recorded with Sarah Lind”: somebody beside the subject, unless all of the text is about their gender."""
        return not self.odd and AGENT.search(self.text, max(0, mention.start - 30), mention.start) is not None

    def _odd_one_out(self, near: list[Near]) -> bool:
        """Whether everything else in the text is of the other gender, and nobody in reach was introduced without telling theirs."""
        if not self.odd or self.pronoun.object or self._elsewhere():
            return False
        if any(one.gender is None and one.mention.kind in ("full", "maybe", "titled", "role") for one in near):
            return False
        if len({one.who for one in near if not one.sure}) > (2 if self.many else 1):
            return False
        said = self.doc.facts.said_unquoted.near(self.scope.start, self.sentence.end)
        return any(p.gender == self.right for p in said)

    def _plain(self, subject: Near) -> bool:
        """Whether a person without a name is meant: by a noun with a gender, right before, or by all the other pronouns."""
        if subject.mention.who is not None or self.odd:
            return True
        row = roles().get(subject.mention.word, ("", "kin", ""))
        begins = max(start for start in self.starts if start <= subject.mention.start)
        heads = SUBJECT_NOUN.fullmatch(self.text, begins, subject.mention.start) is not None
        return self.opens and subject.sure and heads and row[1] != "kin"

    def _near(self) -> list[Near] | None:
        """Everybody in reach; None where one of them may rightly be meant."""
        found = []
        for mention in self.mentions:
            if mention.start > self.pronoun.start and not (self.fronted or self._speaks(mention)):
                continue
            one = self._judged(mention)
            if one.gender == self.wrong:
                if self._left_behind(mention):
                    continue
                return None
            if mention.kind == "plural" or (one.gender is None and self._idle(mention)):
                continue
            found.append(one)
        return found

    def _idle(self, mention: Mention) -> bool:
        """Whether a lone word that may be a name, in a list or behind a preposition, is better taken for something else."""
        if mention.kind != "surname":
            return False
        low, known = mention.word.lower(), self.doc.knowledge
        named = low in known.surnames or low in known.names_given
        if (ACTS if named else SPEAKS).match(self.text, mention.end):
            return False
        return self.odd or not named or LISTED.search(self.text, max(0, mention.start - 16), mention.start) is not None

    def _speaks(self, mention: Mention) -> bool:
        """“She had never liked it, his wife said.”"""
        return SPEAKER.search(self.text, max(self.pronoun.end, mention.start - 30), mention.start) is not None

    def _left_behind(self, mention: Mention) -> bool:
        """Whether somebody is not of the last sentence before, and that one is about another, whom a pronoun goes on with."""
        last = self.starts[-2] if len(self.starts) > 1 else self.sentence.start
        return mention.start < last and any(
            last <= m.start < self.pronoun.start and m.who is not None for m in self.mentions
        )

    def _judged(self, mention: Mention) -> Near:
        if mention.who is None:
            if (
                mention.gender is None
                and self.odd
                and mention.kind == "office"
                and DEFINITE.search(self.text, max(0, mention.start - 40), mention.start)
            ):
                return Near(mention, self.right, False)
            return Near(mention, mention.gender, True)
        person = self.doc.facts.people.people[mention.who]
        wrong, right = self._votes(mention.who)
        if person.gender == self.right and not (person.strength < 4 and wrong >= right + person.strength):
            return Near(mention, self.right, True)
        if person.gender is not None:
            return Near(mention, self.wrong if person.gender == self.wrong else None, True)
        alone = None if person.given else gender(mention.word, margin=0.2)[0]
        if wrong > right or (alone == self.wrong and not right):
            return Near(mention, self.wrong, False)
        if not wrong and right > (0 if self.odd else 1):
            return Near(mention, self.right, False)
        if self.odd and not person.given and alone != self.wrong and mention.start < self.pronoun.start:
            return Near(mention, self.right, False)
        return Near(mention, None, False)

    def _votes(self, who: int) -> tuple[int, int]:
        """How many other pronouns of the wrong and of the right gender the text has for a person."""
        chain = range(self.pronoun.start, self.sentence.end)
        theirs = [p.gender for p in self.doc.facts.said_of.get(who, ()) if p.start not in chain]
        return theirs.count(self.wrong), theirs.count(self.right)

    def _subject(self, before: list[Near]) -> Near:
        """The first person mentioned in the nearest sentence that mentions one."""
        start = max(start for start in self.starts if start <= before[-1].mention.start)
        here = [one for one in before if one.mention.start >= start]
        if here[0].mention.who is None and here[0].gender == self.right:
            # “Mother of three Olga Petrova”: the name says more than the noun.
            return next((one for one in here if one.mention.who is not None and one.gender == self.right), here[0])
        return here[0]

    def _alone(self, subject: Near, near: list[Near]) -> bool:
        """Whether nothing speaks for somebody else than `subject`."""
        first = subject.mention.start
        rest = {one.who for one in near} - {subject.who}
        begins = max(start for start in self.starts if start <= first)
        if any(one.gender is None and one.mention.start >= begins for one in near) and PREPOSED.search(
            self.text, max(0, first - 14), first
        ):
            return False
        if not subject.sure and not self.many and any(not one.sure for one in near if one.who in rest):
            return False
        if any(p.gender == self.wrong for p in self.doc.facts.said.near(self.scope.start, first)):
            return False
        if not self._in_the_minority():
            return False
        unknown = [one.mention for one in near if first < one.mention.start < self.pronoun.start and one.gender is None]
        if unknown and (not (self.opens and self.odd) or unknown[-1].start > self.sentence.start):
            return False
        if self.pronoun.object and not self._may_be_object(subject.mention):
            return False
        if any(
            p.object and p.gender == self.right for p in self.doc.facts.said.near(self.pronoun.end, self._clause_end())
        ):
            return False  # “that he had threatened her”
        return self.opens or self._of_second_clause(subject) or not self._elsewhere()

    def _of_second_clause(self, subject: Near) -> bool:
        """“The captain, Ana Prado, scored twice, and he was chosen”: the only person of a sentence, who is its subject, goes on."""
        here = [one for one in self.mentions if self.sentence.start <= one.start < self.sentence.end]
        if self.pronoun.word not in SUBJECTS or not subject.sure or {one.who for one in here} != {subject.mention.who}:
            return False
        heads = HEADS.fullmatch(self.text, self.sentence.start, subject.mention.start) is not None
        return heads and SECOND.search(self.text, subject.mention.end, self.pronoun.start) is not None

    def _clause_end(self) -> int:
        """Where what is said of the pronoun ends: “his mother, who had driven her” says more of the mother."""
        relative = (
            None if self.pronoun.word in SUBJECTS else RELATIVE.search(self.text, self.pronoun.end, self.sentence.end)
        )
        return relative.start() if relative else self.sentence.end

    def _elsewhere(self) -> bool:
        """Whether the text names, anywhere, somebody whom the pronoun would fit, but for its own kin (“Her wife”)."""
        mine = range(self.pronoun.end, self.pronoun.end + 12)
        return any(m.gender == self.wrong and m.start not in mine for m in self.doc.facts.people.mentions)

    def _in_the_minority(self) -> bool:
        """Whether the sentences before do not speak more of somebody whom the pronoun would fit."""
        said, begins = self.doc.facts.said_unquoted, self.sentence.start
        rights = said.before(begins, self.right)
        return not rights or said.before(begins, self.wrong) <= rights

    def _may_be_object(self, mention: Mention) -> bool:
        """“Ana met him”: an object is somebody else than the subject of its clause."""
        here = self.doc.facts.said.near(self.sentence.start, self.sentence.end)
        return mention.start < self.sentence.start and all(p.gender != self.right for p in here)

    def _behind(self, near: list[Near]) -> Antecedent | None:
        """The person named behind a pronoun in the phrase that opens the sentence."""
        first = near[0]
        named = MAIN.search(self.text, self.pronoun.end, first.mention.start) is not None
        if OF_THE_DEAD.match(self.text, self.pronoun.end) or self._met(first.mention):
            return None
        if not named or first.gender != self.right or first.mention.who is None or len({one.who for one in near}) > 1:
            return None
        return self._told(first)

    def _met(self, mention: Mention) -> bool:
        """“When he died, Nora was beside him”: two people."""
        after = self.doc.facts.said_unquoted.near(mention.end, self.sentence.end)
        return any(p.object and p.gender == self.wrong for p in after)

    def _forgotten(self, mention: Mention) -> bool:
        """Whether a whole sentence lies between that speaks neither of the person nor by a pronoun of their gender."""
        if self.odd or len(self.starts) < 2 or mention.start >= self.starts[-2]:
            return False
        between = range(self.starts[-2], self.sentence.start)
        return not any(p.gender == self.right for p in self.doc.facts.said.near(between.start, between.stop))

    def _of_pronouns(self) -> Antecedent | None:
        """Nobody is named in reach, and all other pronouns, of which one is in reach, are of the other gender."""
        near = [
            p for p in self.doc.facts.said_unquoted.near(self.scope.start, self.pronoun.start) if p.gender == self.right
        ]
        if (
            not (self.odd and near)
            or self.pronoun.object
            or any(m.gender == self.wrong for m in self.doc.facts.people.mentions)
        ):
            return None
        return Antecedent(f"the same person as “{near[-1].of(self.text)}”", "the other pronouns")

    def _told(self, subject: Near) -> Antecedent:
        mention = subject.mention
        if mention.who is None:
            return Antecedent(f"the {mention.word}", f"“{mention.word}”" if subject.sure else "the other pronouns")
        person = self.doc.facts.people.people[mention.who]
        why = "; ".join(e.why for e in person.evidence if e.gender == self.right)
        return Antecedent(person.name, why if subject.sure and why else "the other pronouns")


def told(doc: Document, mention: Mention | None, pronoun: Pronoun) -> Antecedent:
    """What is said of the person meant, where the text's other pronouns say so as well."""
    right = OTHER[pronoun.gender]
    if mention is None:
        near = [p for p in doc.facts.said.near(0, pronoun.start) if p.gender == right]
        return Antecedent(f"the same person as “{near[-1].of(doc.text)}”", "the other pronouns")
    if mention.who is None:
        return Antecedent(f"the {mention.word}", f"“{mention.word}”")
    person = doc.facts.people.people[mention.who]
    why = "; ".join(e.why for e in person.evidence if e.gender == right)
    return Antecedent(person.name, why or "the other pronouns")
