"""He and she for what is no person, and it for what is one."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from ..text.people import LIVING, Body, Mention, actor, person_words, roles
from .antecedents import SPEAKER
from .letters import as_written

# A subject begins its sentence, behind an article, a nationality and the like, and no preposition.
LEADS = compiled(
    r"(?:But |And |However, |Meanwhile, )?"
    r"(?!(?:In|At|On|For|From|By|With|After|Before|As|When|While|If|According|To|Of|Under|Near)\b)"
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|[Oo]ur) )?(?:[\w’'-]+ ){0,3}"
)
BEGINS = compiled(r"(?:[\p{L}\d’'-]+,? ){0,5}")
OBJECT = compiled(r" (?:[Tt]he )?(?:[\p{L}-]+ ){0,3}")
ITS = {"he": "it", "she": "it", "his": "its", "her": "its", "hers": "its", "himself": "itself", "herself": "itself"}
ITS_OWN = compiled(r", its (?:\p{Ll}+ ){0,2}$")
ACCUSED = 40
"""Letters behind a verb of blame within which whoever is blamed begins."""
AT_SEA = 16
"""Letters behind a pronoun within which its verb stands: “She sailed”."""
RELATIVE = compiled(r"\b(?:where|which|that|who|whose|when|what|in|of) (?:the |an? )?(?:\p{Ll}+ )?$")
LETTERS = compiled(r"[a-z]+")
PLURAL = {"is": "are", "was": "were", "has": "have"}
PRONOUNS = {"f": ("she",), "m": ("he",), None: ("he", "she")}


def pronoun_for_organisation(doc: Document, page: Page) -> Iterator[Hit]:
    """He or she that begins a sentence after one about an organisation or a country, where no person is spoken of."""
    facts = doc.facts
    for pronoun in facts.unquoted_pronouns:
        index = facts.sentence_index(pronoun.start)
        if not index or pronoun.word not in ("he", "she") or pronoun.start > facts.sentences[index].start + 1:
            continue
        before, sentence = facts.sentences[index - 1 : index + 1]
        body = actor(facts.people, doc.text, before)
        if (
            not isinstance(body, Body)
            or _is_town(doc, body)
            or _is_somebody(doc, body)
            or not LEADS.fullmatch(doc.text, before.start, body.start)
        ):
            continue
        scope = Span(facts.sentences[max(0, index - 2)].start, sentence.end)
        if _speaks_of_somebody(doc, scope, pronoun.span) or page.pattern("ship").search(
            doc.text, scope.start, pronoun.end + AT_SEA
        ):
            continue
        if page.pattern("person").search(doc.text, before.start, sentence.end):
            continue
        chain = [p for p in facts.unquoted_pronouns if pronoun.start <= p.start < sentence.end and not p.object]
        edits = [Edit(p.span, as_written(ITS[p.word], p.of(doc.text))) for p in chain if p.gender == pronoun.gender]
        name = f"The {body.word}" if body.noun else body.word
        words = {"bad": pronoun.of(doc.text), "good": edits[0].text, "name": name}
        yield Hit(pronoun.span, words, (tuple(edits), (Edit(pronoun.span, name), *edits[1:])))


def _speaks_of_somebody(doc: Document, scope: Span, pronoun: Span) -> bool:
    """Whether a person is named, or meant by a pronoun, before this one, or speaks behind it (“…, his spokesman said”)."""
    if any(scope.start <= p.start < pronoun.start for p in doc.facts.pronouns):
        return True
    for m in doc.facts.people.near(scope):
        low = max(pronoun.end, m.start - 30)
        # “…, its chair said”: who speaks for a body speaks of the body.
        if m.end < pronoun.start or (
            SPEAKER.search(doc.text, low, m.start) and not ITS_OWN.search(doc.text, low, m.start)
        ):
            return True
    return False


def _is_somebody(doc: Document, body: Body) -> bool:
    """Whether the text has a person of that name."""
    return not body.noun and any(mention.word == body.word for mention in doc.facts.people.mentions)


def _is_town(doc: Document, body: Body) -> bool:
    """Whether the name is a town's, which seldom acts; ships and people are called so: “The Aurora left Bergen”."""
    row = doc.knowledge.places.get(body.word.lower())
    return body.kind == "place" and row is not None and row[1] == "city"


def its_for_own(doc: Document, page: Page) -> Iterator[Hit]:
    """“Bolivia closed his borders”: what a body has, said of it in its own sentence, where no person has been spoken of."""
    facts = doc.facts
    for m in page.sought(doc.facts):
        span = Span(*m.span("bad"))
        index = facts.sentence_index(span.start)
        if index is None or facts.quoted(span):
            continue
        sentence = facts.sentences[index]
        body = actor(facts.people, doc.text, sentence)
        if not isinstance(body, Body) or body.start > span.start or _is_somebody(doc, body):
            continue
        if not LEADS.fullmatch(doc.text, sentence.start, body.start) or _is_town(doc, body):
            continue
        if not page.pattern("verb").fullmatch(doc.text, body.end, span.start):
            continue
        scope = Span(facts.sentences[max(0, index - 3)].start, span.start)
        if facts.people.near(scope) or facts.said.near(scope.start, scope.end):
            continue
        name = f"the {body.word}" if body.noun else body.word
        yield Hit(span, {"bad": m["bad"], "name": name, "noun": m["noun"]}, ((Edit(span, "its"),),))


def _is_plain(doc: Document, body: Body) -> bool:
    """Whether a body's name is nobody's: a noun, several words, a country, or a firm no family has given its name."""
    low, known = body.word.lower(), doc.knowledge
    if body.noun or " " in body.word or body.word.isupper():
        return True
    if (row := known.places.get(low)) is not None:
        return row[1] == "country"
    return (low in known.organisations or body.word in known.brands) and low not in known.surnames


def sole_body(doc: Document, page: Page) -> Iterator[Hit]:
    """“Iran denied that he had …”, “Apple showed his phone”: he, she and theirs where the text has named no person yet."""
    facts, text = doc.facts, doc.text
    first = min((m.start for m in facts.people.mentions), default=len(text))
    for pronoun in facts.pronouns:
        if pronoun.start > first or facts.quoted(pronoun.span) or pronoun.object:
            return  # whoever was a “he” once may be one again
        sentence = facts.sentence_at(pronoun.start)
        body = actor(facts.people, text, Span(sentence.start, pronoun.start))
        if not isinstance(body, Body) or _is_town(doc, body) or not LEADS.fullmatch(text, sentence.start, body.start):
            return
        if not _is_plain(doc, body) or text.startswith(("A ", "An "), sentence.start):
            return
        if pronoun.word in ("he", "she") and page.pattern("care").search(body.word):
            return  # “The hospital said she was stable”
        kind = "say" if pronoun.word in ("he", "she") else "own"
        if not page.pattern(kind).fullmatch(text, body.end, pronoun.start) or not LIVING.isdisjoint(facts.vocabulary):
            return
        if page.pattern("person").search(text, sentence.start, sentence.end):
            return
        behind = LETTERS.findall(facts.lower, pronoun.end, pronoun.end + 40)[:3]
        if facts.people.near(Span(pronoun.end, sentence.end)) or any(word in person_words() for word in behind):
            return
        good = as_written(ITS[pronoun.word], pronoun.of(text))
        name = f"the {body.word}" if body.noun else body.word
        yield Hit(pronoun.span, {"bad": pronoun.of(text), "good": good, "name": name}, ((Edit(pronoun.span, good),),))
        return


def pronoun_for_thing(doc: Document, page: Page) -> Iterator[Hit]:
    """“The study … . He covers …”: a thing is no he or she, and nobody has been spoken of."""
    facts, text = doc.facts, doc.text
    for pronoun in facts.unquoted_pronouns:
        index = facts.sentence_index(pronoun.start)
        if not index or pronoun.word not in ("he", "she") or pronoun.start > facts.sentences[index].start + 1:
            continue
        before, sentence = facts.sentences[index - 1 : index + 1]
        thing = page.pattern("thing").match(text, before.start, before.end)
        if (
            thing is None
            or not page.pattern("done").match(text, pronoun.end)
            or not LIVING.isdisjoint(facts.vocabulary)
        ):
            continue
        scope = Span(facts.sentences[max(0, index - 2)].start, sentence.end)
        if _speaks_of_somebody(doc, scope, pronoun.span) or page.pattern("person").search(
            text, before.start, sentence.end
        ):
            continue
        if any(facts.people.near(Span(pronoun.end, sentence.end))) or any(
            p.start < before.start for p in facts.pronouns
        ):
            continue
        chain = [p for p in facts.unquoted_pronouns if pronoun.start <= p.start < sentence.end and not p.object]
        edits = tuple(Edit(p.span, as_written(ITS[p.word], p.of(text))) for p in chain if p.gender == pronoun.gender)
        yield Hit(pronoun.span, {"bad": pronoun.of(text), "good": edits[0].text, "name": thing["noun"]}, (edits,))


def its_for_accused(doc: Document, page: Page) -> Iterator[Hit]:
    """“accused France … with his decision”: what a country or an organisation is blamed or thanked for is its own."""
    facts = doc.facts
    for m in page.sought(doc.facts):
        span, verb = Span(*m.span("bad")), m.end("verb")
        if facts.quoted(span) or facts.sentence_at(m.start()) != facts.sentence_at(span.start):
            continue
        target = next(iter(facts.people.bodies_near(Span(verb + 1, min(verb + ACCUSED, span.start)))), None)
        if target is None or not OBJECT.fullmatch(doc.text, verb, target.start):
            continue
        if any(p.kind in ("full", "titled", "role") for p in facts.people.near(Span(target.start, span.start))):
            continue
        yield Hit(span, {"bad": m["bad"], "name": target.word, "noun": m["noun"]}, ((Edit(span, "its"),),))


def _is_of_somebody(page: Page, behind: str) -> bool:
    """“… is a nurse from Salerno”: what follows is no thing that may be meant."""
    is_one = page.pattern("is_one").match(behind)
    return is_one is not None and is_one["noun"] in person_words()


def _said_gender(doc: Document, page: Page, before: Span, behind: str) -> str | None:
    """What the sentence before says of the gender of whom it is about: “was a woman of 32”, “her new album”."""
    noun = page.pattern("is_what").match(behind)
    if noun is not None and (sex := roles().get(noun["noun"], ("",))[0]):
        return sex
    theirs = {p.gender for p in doc.facts.unquoted_pronouns if before.start <= p.start < before.end and not p.object}
    return theirs.pop() if len(theirs) == 1 else None


def it_for_person(doc: Document, page: Page) -> Iterator[Hit]:
    """*It* before what is said of people alone, where the sentence before is about a person."""
    facts, text = doc.facts, doc.text
    for m in page.sought(doc.facts):
        span = Span(*m.span("bad"))
        index = facts.sentence_index(span.start)
        if facts.quoted(span) or not index or span.start > facts.sentences[index].start + 1:
            continue
        before = facts.sentences[index - 1]
        who = actor(facts.people, text, before)
        if not isinstance(who, Mention) or not BEGINS.fullmatch(text, before.start, who.start):
            continue
        if RELATIVE.search(text, before.start, who.start):
            continue  # “The house where the writer lives is in …”
        behind = text[who.end : before.end]
        thing = page.pattern("of_things").match(m["said"]) and page.pattern("direct_object").match(behind)
        if thing and not _is_of_somebody(page, behind):
            continue
        sex = who.gender or _said_gender(doc, page, before, behind)
        goods = [as_written(good, m["bad"]) for good in PRONOUNS[sex]]
        fixes: list[tuple[Edit, ...]] = [(Edit(span, good),) for good in goods]
        if sex is None and m["verb"] is not None and m["verb"] in PLURAL:
            fixes.append((Edit(span, as_written("they", m["bad"])), Edit(Span(*m.span("verb")), PLURAL[m["verb"]])))
        name = who.word if who.who is not None else f"the {who.word}"
        words = {"bad": m["bad"], "name": name, "said": m["said"], "good": " or ".join(f"“{good}”" for good in goods)}
        yield Hit(span, words, tuple(fixes))
