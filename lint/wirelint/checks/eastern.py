"""What translation from Chinese and Japanese leaves in English: the names of an illness, dates, lists, signs."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edit, Hit, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document
from .numbers import suffix

NEXT = compiled(r"[ -](\p{L}+)")
FOLLOWS = compiled(r" \p{L}")


def new_crown(doc: Document, page: Page) -> Iterator[Hit]:
    """“new crown pneumonia”, “the new corona”: the coronavirus and its illness, read character by character."""
    for m in page.sought(doc.facts):
        found = NEXT.match(doc.text, m.end("bad"))
        before = found[1].lower() in page.lists["nouns"] if found else False
        words = m["bad"].lower()
        virus = words.endswith("virus")
        the = m["the"] or ""
        goods: tuple[str, ...]
        if m["ill"]:
            goods = ("COVID-19", "the coronavirus")
        elif before:
            goods = (the + "coronavirus", the + "COVID-19") if virus else (the + "COVID-19", the + "coronavirus")
        elif virus:
            goods = (f"{the if the.lower() == 'the ' else 'the '}coronavirus", "COVID-19")
        else:
            if (
                m["bare"]
                and FOLLOWS.match(doc.text, m.end("bad"))
                and (not found or found[1] not in page.lists["small"])
            ):
                continue  # the new crown court
            goods = (
                ("the coronavirus", "COVID-19")
                if m["bare"] and the.lower() == "the "
                else ("COVID-19", "the coronavirus")
            )
        if doc.text.startswith(" (COVID", m.end("bad")):
            goods = ("the coronavirus",)
        span = Span(*m.span("bad"))
        if the and all(good.startswith(the) for good in goods):
            span, goods = Span(span.start + len(the), span.end), tuple(good.removeprefix(the) for good in goods)
        goods = tuple(
            good[0].upper() + good[1:] if span.of(doc.text)[0].isupper() and good[0] != "C" else good for good in goods
        )
        yield replaced(span, {"bad": span.of(doc.text)}, goods)


def ushered_in(doc: Document, page: Page) -> Iterator[Hit]:
    """“ushered in heavy rain”: what came by itself was seen."""
    for m in page.sought(doc.facts):
        verb = m["bad"].split()[0]
        good = "seen" if m["perfect"] else page.tables["see"][verb.lower()]
        good = good.capitalize() if verb[0].isupper() else good
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, [good])


def reporter_learned(doc: Document, page: Page) -> Iterator[Hit]:
    """“The reporter learned from the bureau that”: the source alone; a meeting has heard it."""
    for m in page.sought(doc.facts):
        if m["who"] and m["who"].split()[0] in ("his", "her", "its", "their", "my"):
            continue
        day = (m["day"] or "").strip()
        if m["who"]:
            good = f"According to {m['who']},"
        else:
            good = f"{m['event'][0].upper()}{m['event'][1:]} heard{' ' + day if day else ''} that"
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, [good])


def dateline(doc: Document, page: Page) -> Iterator[Hit]:
    """“Xinhua News Agency, Harbin, May 3 (Reporter Li Na)”: “HARBIN, May 3 (Xinhua) —”."""
    for m in page.sought(doc.facts):
        if m["joint"] == "," or (m["city"] is None and "eporter" not in m["bad"]):
            continue
        agency = page.tables["short"].get(m["agency"], m["agency"])
        place = f"{m['city'].upper()}, " if m["city"] else ""
        good = f"{place}{m['date']} ({agency}) —"
        span = Span(m.start("bad"), m.end("joint") if m["joint"] else m.end("bad"))
        yield replaced(span, {"bad": span.of(doc.text)}, [good])


def equals_sign(doc: Document, page: Page) -> Iterator[Hit]:
    """“Ken Mori (Fukui = 44)”, and a caption with its place behind the sign."""
    for m in page.pattern("age").finditer(doc.text):
        good = f"({m['age']}, {m['place']})"
        yield replaced(Span(*m.span()), {"bad": m[0]}, [good])
    for m in page.pattern("caption").finditer(doc.text):
        if m["text"].count(" ") < MOST_OF_A_FORMULA:
            continue
        span = Span(*m.span("bad"))
        yield Hit(span, {"bad": m["bad"].strip(), "good": ","}, ((Edit(span, ", "),),))


MOST_OF_A_FORMULA = 5  # words


def numbered_month(doc: Document, page: Page) -> Iterator[Hit]:
    """“2019 year 7 month 3 day” → “July 3, 2019”."""
    for m in page.sought(doc.facts):
        good = page.tables["months"][m["month"].lstrip("0")]
        if m["day"]:
            good += f" {m['day'].lstrip('0')}"
        if m["year"]:
            good += f", {m['year']}" if m["day"] else f" {m['year']}"
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, [good])


AROUND = 70


def script(doc: Document, page: Page) -> Iterator[Hit]:
    """Characters of East Asia among Latin words, where they are no gloss, no quotation and not what is spoken of."""
    text = doc.text
    if text.isascii():
        return
    latin, opens, spoken = page.pattern("latin"), page.pattern("opens"), page.pattern("spoken")
    for m in page.pattern("run").finditer(text):
        line = Span(text.rfind("\n", 0, m.start()) + 1, (text.find("\n", m.end()) + 1 or len(text) + 1) - 1)
        before, after = text[line.start : m.start()][-AROUND:], text[m.end() : line.end][:AROUND]
        if not latin.search(before) and not latin.search(after):
            continue
        if opens.search(before) or spoken.search(before) or spoken.match(after):
            continue
        span = Span(*m.span())
        label = page.tables["labels"].get(m[0])
        yield Hit(span, {"bad": m[0]}, ((Edit(span, label),),) if label else ())


WIDE = 0xFEE0  # from a full-width character to its ASCII twin


def full_width_letters(doc: Document, page: Page) -> Iterator[Hit]:
    """“２６ people”, in a line that is otherwise Latin."""
    if doc.text.isascii():
        return
    for m in page.pattern("run").finditer(doc.text):
        beside = doc.text[max(0, m.start() - 1) : m.start()] + doc.text[m.end() : m.end() + 1]
        around = doc.text[max(0, m.start() - 25) : m.start()] + doc.text[m.end() : m.end() + 25]
        if page.pattern("east").search(beside) or not page.pattern("latin").search(around):
            continue
        good = "".join(chr(ord(c) - WIDE) if ord(c) > WIDE else c for c in m[0])
        yield replaced(Span(*m.span()), {"bad": m[0]}, [good])


def middle_dot(doc: Document, page: Page) -> Iterator[Hit]:
    """“self・sufficiency” is a compound, “Leonardo・Conti” a name."""
    text = doc.text
    for m in page.pattern("dot").finditer(text):
        before, after = text[max(0, m.start() - 20) : m.start()].rstrip(" "), text[m.end() : m.end() + 20].lstrip(" ")
        left, right = page.pattern("left").search(before), page.pattern("right").match(after)
        if left is None or right is None or page.pattern("east").search(left[0] + right[0]):
            continue
        names = left[0][0].isupper() and right[0][0].isupper() and len(left[0]) > 1
        if m[0] == "·" and not (text[m.start() - 1] != " " and page.pattern("latin").match(left[0]) and names):
            continue  # col·legi, N·m
        joint = Span(m.start(), m.end())
        while text[joint.start - 1] == " ":
            joint = Span(joint.start - 1, joint.end)
        while text[joint.end] == " ":
            joint = Span(joint.start, joint.end + 1)
        good = " " if names or right[0][0].isdigit() else "-"
        whole = Span(joint.start - len(left[0]), joint.end + len(right[0]))
        yield Hit(whole, {"bad": whole.of(text), "good": left[0] + good + right[0]}, ((Edit(joint, good),),))


def such_as_etc(doc: Document, page: Page) -> Iterator[Hit]:
    """“such as pears, plums, etc.”: “such as pears and plums”."""
    for m in page.sought(doc.facts):
        last = m["list"].rfind(", ")
        edits = []
        if last != -1 and " and " not in m["list"][last:] and " or " not in m["list"][last:]:
            at = m.start("list") + last
            edits.append(Edit(Span(at, at + 1), " and"))
        ends = m["etc"].endswith(".") and not doc.text[m.end() : m.end() + 3].strip()[:1].islower() and not m["stop"]
        following = doc.text[m.end() : m.end() + 2].strip()
        stop = "." if ends and (not following or following[0].isupper() or following[0] in '“"') else ""
        edits.append(Edit(Span(*m.span("etc")), stop))
        if m["stop"] and doc.text[m.start() - 2 : m.start()] != ", ":
            edits.append(Edit(Span(*m.span("stop")), ""))
        yield Hit(Span(*m.span("etc")), {"bad": m["etc"].strip(" ,")}, (tuple(edits),))


POWER = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def scale_twice(doc: Document, page: Page) -> Iterator[Hit]:
    """“2 billion 500 million” is a sum; “1 billion 7,500 million” and “10,000 yuan million” are riddles."""
    for m in page.sought(doc.facts):
        span = Span(*m.span("bad"))
        fixes: tuple[tuple[Edit, ...], ...] = ()
        if m["sum"]:
            apart = POWER[m["big"]] - POWER[m["small"]]
            if apart == 3 and m["small"] == "thousand":
                continue  # number/figure-and-thousand
            if apart <= 0:
                continue
            if apart == 3 and m["low"].isdigit():
                good = f"{m['high']}.{int(m['low']):03}".rstrip("0").rstrip(".") + f" {m['big']}"
                fixes = ((Edit(span, good),),)
        yield Hit(span, {"bad": m["bad"]}, fixes)


def turned(doc: Document, page: Page) -> Iterator[Hit]:
    """The words that a page's template puts in place of a turn; a group that has a table is looked up in it."""
    for m in page.sought(doc.facts):
        words = {name: text or "" for name, text in m.groupdict().items()}
        for name, table in page.tables.items():
            if words.get(name):
                words[name] = table.get(words[name].lower(), words[name])
        goods = [" ".join(template.format_map(words).split()) for template in page.replace]
        if m["bad"][0].isupper():
            goods = [good[0].upper() + good[1:] for good in goods]
        span = Span(*m.span("bad"))
        yield replaced(span, {"bad": m["bad"]}, goods)


def era(doc: Document, page: Page) -> Iterator[Hit]:
    """“Showa 45” is 1970, “Republic of China year 110” is 2021."""
    for m in page.sought(doc.facts):
        n = int(m["n"]) if m["n"].isdigit() else 1
        good = str(int(page.tables["zero"][m["era"]]) + n)
        span = Span(*m.span("bad"))
        if n:
            yield replaced(span, {"bad": m["bad"]}, [good])


OPENS = compiled(r" (?P<word>The|A|An|In|At|It|There|This|These|He|She|They|We|One|Two|Three)(?= )")


# What each finding of the next has: looked for first, it spares nearly every text the page's pattern.
BRACKETED_DAY = compiled(r"[(\[（](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")


def day_with_weekday(doc: Document, page: Page) -> Iterator[Hit]:
    """“July 26 (Sun)” → “Sunday, July 26”; “12 (Fri) afternoon,” → “On the afternoon of Friday the 12th,”."""
    if not BRACKETED_DAY.search(doc.text):
        return
    for m in page.sought(doc.facts):
        span = Span(*m.span("bad"))
        week, part = page.tables["week"][m["week"]], m["part"].strip(" ,").removeprefix("in the ")
        if m["month"] and m["th"]:
            continue  # “until August 26th (Mon)”: so English notices have it, too
        if m["month"]:
            good = f"{week}, {m['month']} {m['day']}" + (f", {m['year']}" if m["year"] else "")
        elif m["year"]:
            continue
        else:
            good = f"{week} the {m['day']}{suffix(int(m['day']))}"
        if part:
            good = f"the {'early hours' if part == 'early morning' else part} of {good}"
        opens = doc.facts.sentence_at(span.start).start == span.start
        lead = m["lead"] or ("On " if opens and not m["month"] else "on " if part else "")
        good = lead + good
        following = OPENS.match(doc.text, span.end)
        if opens and not m["lead"] and following:
            span = Span(span.start, following.end())
            good += f", {following['word'].lower()}"
        yield replaced(span, {"bad": m["bad"]}, [good])


def title_behind_name(doc: Document, page: Page) -> Iterator[Hit]:
    """“Mori suspect said”: behind a full name, or the surname of somebody whom the text names in full."""
    known = doc.knowledge
    for m in page.sought(doc.facts):
        first, _, second = m["name"].lower().partition(" ")
        if second:
            sure = (first in known.names_given and second in known.surnames) or (
                second in known.names_given and first in known.surnames
            )
        else:
            who = doc.facts.people.at(m.start("name"))
            sure = who is not None and bool(doc.facts.people.people[who].given)
            sure = sure or (m["title"] in page.lists["accused"] and first in known.surnames)
        if not sure:
            continue
        span = Span(*m.span("bad"))
        opens = doc.facts.sentence_at(span.start).start == span.start
        title = m["title"].title() if m["title"] in page.lists["capital"] else m["title"]
        good = f"{title[0].upper() + title[1:] if opens else title} {m['name']}"
        yield replaced(span, {"bad": m["bad"]}, [good])


def reporter_saw(doc: Document, page: Page) -> Iterator[Hit]:
    """“The reporter saw that the dyke was dry.”: “The dyke was dry.”"""
    for m in page.sought(doc.facts):
        span = Span(m.start("bad"), m.end("next"))
        good = m["next"][0].upper() + m["next"][1:]
        yield Hit(Span(*m.span("bad")), {"bad": m["bad"].strip(), "good": good}, ((Edit(span, good),),))
