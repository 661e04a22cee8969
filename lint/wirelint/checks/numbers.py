"""Figures, dates and times as the source language writes them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Hit, Safety, Span, replaced
from ..page import Page
from ..patterns import compiled
from ..text.document import Document


def decimal_comma(doc: Document, page: Page) -> Iterator[Hit]:
    """“4,7%” → “4.7%”; cents that are none go: “250,00 euros”."""
    done: set[int] = set()
    for m in page.sought(doc.facts):
        done.add(m.start("bad"))
        round_sum = m["part"] == "00" and doc.text[m.end("bad") + 1 :].startswith(tuple(page.lists["money"]))
        yield instead(m, m["whole"] if round_sum else f"{m['whole']}.{m['part']}")
    if not done:
        return
    for m in page.pattern("sibling").finditer(doc.text):
        if m.start("bad") not in done:
            yield instead(m, f"{m['whole']}.{m['part']}", safety=Safety.UNSAFE)


def thousand_dot(doc: Document, page: Page) -> Iterator[Hit]:
    """“1.500 people”: two groups, or one before what is counted one by one."""
    for m in page.sought(doc.facts):
        groups = m["bad"].split(".")
        after = m["after"].split()
        if after and after[0] in SCALES:
            continue  # 4.176 million people
        counted = any(word in page.lists["counted"] for word in after)
        if counted or len(groups) == 3 or _height(doc, m) or _price(doc, m) or (after and _amount(groups, after, page)):
            yield instead(m, ",".join(groups))


HIGH = compiled(r" (?:met(?:re|er)s|feet) (?:high|tall|deep|long|above|below|of altitude)\b")
SIGNS = ("€", "$", "£", "₺", "₽", "₴", "¥")
BY_TIME = compiled(r" (?:an?|per|each|every) (?:month|year|week|day|night|person|family|household|head|child)\b")
PERIOD = compiled(r" \p{L}+ (?:a|per|each|every) (?:month|year|week|day|night|person|family|household)\b")


def _height(doc: Document, m: regex.Match[str]) -> bool:
    """“3.718 metres high”: nobody measures a mountain to the millimetre."""
    return HIGH.match(doc.text, m.end("bad")) is not None


def _price(doc: Document, m: regex.Match[str]) -> bool:
    """“€45.000”, “1.350 euros a month”; “€1.509 a litre” and “€1.085” are prices of one thing."""
    if PERIOD.match(doc.text, m.end("bad")):
        return True
    whole, _, last = m["bad"].partition(".")
    signed = doc.text[max(0, m.start() - 2) : m.start()].strip()[-1:] in SIGNS
    single = doc.text.startswith((" a ", " an ", " per ", "/", " each", " apiece"), m.end("bad"))
    single = single and BY_TIME.match(doc.text, m.end("bad")) is None
    return signed and not single and (int(whole) >= 10 or last.endswith("00"))


def _amount(groups: list[str], after: list[str], page: Page) -> bool:
    """Whether a figure of one point is too large or too round for three decimals of what follows it."""
    unit = after[0]
    round_one = groups[-1].endswith("00")
    if unit in page.lists["precise"] or "per" in after:
        return False
    if unit in page.lists["money"]:
        return round_one or int(groups[0]) >= 10
    if unit.endswith("s") and not unit.endswith("ss") and unit not in page.lists["measured"]:
        return round_one or int(groups[0]) >= 10  # 12.345 blankets
    return round_one and unit in page.lists["measured"]


SCALES = frozenset(
    {
        "mln",
        "bln",
        "trln",
        "m",
        "bn",
        "tn",
        "dlrs",
        "dlr",
        "pct",
        "cts",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
    }
)


def space_thousand(doc: Document, page: Page) -> Iterator[Hit]:
    """“4 500 people”, where the figure before the blank is no number of its own."""
    for m in page.sought(doc.facts):
        before = doc.text[max(0, m.start() - 20) : m.start()].split()
        # “Bus 12 300 people use”, “in group 4 500 others”: the noun owns the first figure.
        if not before or before[-1].strip('(“"').lower() not in page.lists["bearers"]:
            yield instead(m, ",".join(m["bad"].split()))


def thousand_apostrophe(doc: Document, page: Page) -> Iterator[Hit]:
    """“12'500 francs”."""
    for m in page.sought(doc.facts):
        yield instead(m, regex.sub("['’´]", ",", m["bad"]))


def thousand_million(doc: Document, page: Page) -> Iterator[Hit]:
    """“4,000 million”, “3 thousand million”, “half a thousand million”."""
    for m in page.sought(doc.facts):
        exact = m["figure"] and not m["figure"].endswith("00")
        if exact and m.start() and doc.text[m.start() - 1] in "$£":
            continue  # accountants' English: $4,753 million; engines give round ones
        good = _in_billions(m)
        if good is not None:
            # “a thousand million.”, the term itself, is no amount of anything.
            if m["word"] and not doc.text[m.end() : m.end() + 2].strip(' .,;:)”"'):
                continue
            yield instead(m, good)


def _in_billions(m: regex.Match[str]) -> str | None:
    if m["half"]:
        return "500 million"
    if m["word"]:
        return f"{m['word']} billion"
    figure = m["figure"]
    if m["rest"]:
        return f"{figure}.{m['rest']}".rstrip("0").rstrip(".") + " billion"
    if m["thousand"]:
        return f"{figure.replace(',', '.')} billion" if len(figure.rpartition(".")[2]) < 3 or figure.isdigit() else None
    if figure.isdigit() or ("." in figure and not figure.endswith("00")):
        return None  # 100 million; 4.176 million
    whole, rest = figure.replace(",", ".").split(".")
    return f"{whole}.{rest}".rstrip("0").rstrip(".") + " billion"


def figure_and_thousand(doc: Document, page: Page) -> Iterator[Hit]:
    """“15 thousand”, “2 million 300 thousand”, “17 thousand and 350”."""
    for m in page.sought(doc.facts):
        thousands = round(float(m["figure"].replace(",", ".")) * 1000)
        number = thousands + int(m["rest"] or 0)
        if m["millions"] is None:
            code = f" {page.tables['codes'][m['code']]}" if m["code"] else ""
            yield instead(m, f"{number:,}{code}")
        elif number < 1_000_000:
            total = int(m["millions"]) * 1_000_000 + number
            short = f"{total / 1_000_000:.6f}".rstrip("0").rstrip(".")
            code = f" {page.tables['codes'][m['code']]}" if m["code"] else ""
            yield instead(m, (f"{short} million" if total % 100_000 == 0 else f"{total:,}") + code)


def ordinal(doc: Document, page: Page) -> Iterator[Hit]:
    """“2nd. vice” → “2nd vice”; “1er prize” → “1st prize”."""
    for m in page.sought(doc.facts):
        figure = m["n"] + suffix(int(m["n"]))
        word = ORDINALS[int(m["n"]) - 1] if 0 < int(m["n"]) < 10 else ""
        # Papers write small ordinals out, but for units, districts and floors.
        plain = not word or m["th"] or UNIT.match(doc.text, m.end())
        yield instead(m, *((figure, word) if plain and word else (figure,) if plain else (word, figure)))


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
UNIT = compiled(
    r" (?:arrondissement|district|division|regiment|brigade|battalion|army|legislature|congress|infantry|tank|guards|group)\b"
)


def suffix(n: int) -> str:
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def score(doc: Document, page: Page) -> Iterator[Hit]:
    """“won by 1 to 0” → “won 1-0”."""
    for m in page.sought(doc.facts):
        won = page.pattern("won").search(doc.text, max(0, m.start() - BEFORE_SCORE), m.start())
        if won:
            span = Span(won.start("by"), m.end())
            good = f"{m['a']}-{m['b']}"
            yield replaced(span, {"bad": span.of(doc.text)}, [good])


BEFORE_SCORE = 70


def roman_century(doc: Document, page: Page) -> Iterator[Hit]:
    """“the XVII century”, “the IX-X centuries”."""
    for m in page.sought(doc.facts):
        numbers = [_roman(m[name]) for name in ("roman", "second") if m[name]]
        if numbers:
            yield instead(m, "-".join(f"{n}{suffix(n)}" for n in numbers))


def _roman(figure: str) -> int:
    worth = [{"L": 50, "X": 10, "V": 5, "I": 1}[letter] for letter in figure]
    return sum(-n if n < after else n for n, after in zip(worth, [*worth[1:], 0], strict=True))


def decade(doc: Document, page: Page) -> Iterator[Hit]:
    """“the 1980-ies”, “the 90-s”."""
    for m in page.sought(doc.facts):
        yield instead(m, f"{m['c'] or ('20' if m['n'] in ('00', '10') else '19')}{m['n']}s")


def age_without_article(doc: Document, page: Page) -> Iterator[Hit]:
    """“67-year-old coach will sign today.”, at the start of a sentence that ends like one."""
    for m in page.sought(doc.facts):
        sentence = doc.facts.sentence_at(m.start())
        if sentence.start == m.start() and doc.text[sentence.end - 1] in ".!?":
            good = f"The {m['age']}-year-old {m['who']}"
            yield instead(m, good, f"A {good[4:]}")


BRITISH = compiled(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def day_of_month(doc: Document, page: Page) -> Iterator[Hit]:
    """“20 of October”, “31. December”, “the July 25”; in the order that the rest of the text has, else the American one."""
    british = None
    for m in page.sought(doc.facts):
        if british is None:
            british = BRITISH.search(doc.text) is not None
        n = next(n for n in ("", "2", "3", "4", "5", "6", "7", "8", "9", "10") if m[f"day{n}"])
        day, month, year = m[f"day{n}"], m[f"month{n}"], m.groupdict().get(f"year{n}")
        american = f"{month} {day}, {year}" if year else f"{month} {day}"
        other = f"{day} {month} {year}" if year else f"{day} {month}"
        goods: tuple[str, ...] = (other, american) if british else (american, other)
        if m["this"]:
            goods = tuple(f"{'O' if m['this'][0] == 'T' else 'o'}n {good}" for good in goods)
        first = RANGE.search(doc.text, max(0, m.start() - 12), m.start())
        if first and not n and not m["the"]:
            yield _days(m, first, british=british)
            continue
        noun = NOUN.match(doc.text, m.end())
        if m["the"] and noun and noun[1] not in page.lists["no_nouns"]:
            goods = tuple(f"{m['the']}{good}" for good in goods)  # “the 25 of May attack”
        yield instead(m, *goods)


NOUN = compiled(r",? (\p{Ll}+)")
RANGE = compiled(r"(?<![\p{L}\d.,])(?:the )?([12]?\d|3[01])( to | and | or |-|–| – | - )$")


def _days(m: regex.Match[str], first: regex.Match[str], *, british: bool) -> Hit:
    """“3 to 10 of June”."""
    days = f"{first[1]}{first[2]}{m['day']}"
    goods = [f"{days} {m['month']}", f"{m['month']} {days}"]
    if m["year"]:
        goods = [f"{goods[0]} {m['year']}", f"{goods[1]}, {m['year']}"]
    span = Span(first.start(), m.end("bad"))
    ordered = goods if british else goods[::-1]
    return replaced(span, {"bad": span.of(m.string)}, ordered)


def split_time(doc: Document, page: Page) -> Iterator[Hit]:
    """“11: 28”, “19h30”."""
    for m in page.sought(doc.facts):
        mark = m["mark"]
        if mark == ":":
            continue
        before = doc.text[max(0, m.start() - 24) : m.start()].split()
        last = before[-1].strip("(,;") if before else ""
        if last.lower().rstrip(".") in page.lists["verses"] or last == "of":
            continue
        following = doc.text[m.end() : m.end() + 12].split(None, 1)
        after = following[0].strip(".,;)") if following else ""
        ratio = m["hour"][0] != "0" and len(m["hour"]) == 1 and last.lower() in ("to", "by", "of", "and")
        timely = (last.lower() in page.lists["before"] and not ratio) or after in page.lists["after"]
        if mark == "h":
            if timely or int(m["hour"]) < 24:
                yield instead(m, f"{m['hour']}:{m['minute']}", twelve(m["hour"], m["minute"]))
        elif timely or len(m["hour"]) == 2:
            yield instead(m, f"{m['hour']}:{m['minute']}", safety=None if timely else Safety.UNSAFE)


def hours_after(doc: Document, page: Page) -> Iterator[Hit]:
    """“9:30 pm hours”, “5.45 of the morning”, “19 hours 55 minutes Moscow time”."""
    for m in page.sought(doc.facts):
        half = (m["half"] or m["half2"] or "").replace(".", "")
        part = m["part"] or m["part2"]
        minute = m["minute"] or m["minute2"] or "00"
        hour = int(m["hour"])
        if not (half or part or m["minute2"]) and not CLOCK.search(doc.text, max(0, m.start() - 24), m.start()):
            continue  # “for 2:45 hours”: how long, not when
        if part and hour <= 12:
            hour = hour % 12 + (0 if part == "morning" or (part == "night" and hour < 6) else 12)
        elif half == "pm" and hour < 12:
            hour += 12
        yield instead(m, twelve(str(hour), minute.zfill(2)), f"{hour}:{minute.zfill(2)}")


CLOCK = compiled(
    r"\b(?:[Aa]t(?: about| around| approximately| exactly)?|from|until|till|by|after|before|since|between|to start|starts?|begins?"
    r"|today,?|yesterday,?|tomorrow,?|\p{Lu}\p{Ll}+day,?(?: at)?|between \d+[.:]\d\d and) $"
)


def twelve(hour: str, minute: str) -> str:
    """19, 30 → 7:30 p.m."""
    h = int(hour) % 24
    clock = f"{h % 12 or 12}" + ("" if minute == "00" else f":{minute}")
    return f"{clock} {'a.m.' if h < 12 else 'p.m.'}"


def instead(m: regex.Match[str], *goods: str, safety: Safety | None = None) -> Hit:
    """A hit that writes one of `goods` instead of the group `bad`."""
    span = Span(*m.span("bad"))
    if m.string.startswith(".", span.end):
        goods = tuple(good.removesuffix(".") for good in goods)  # “… at 10 a.m.” ends its sentence with its own stop
    return replaced(span, {"bad": m["bad"]}, goods, safety)


ROUNDS = {"2": "semifinal", "4": "quarterfinal"}


def fraction_final(doc: Document, page: Page) -> Iterator[Hit]:
    """“the 1/4 final” → “the quarterfinal”; of an eighth and less, the round of so many."""
    for m in page.sought(doc.facts):
        plural = "s" if m["final"].endswith("s") else ""
        good = ROUNDS[m["part"]] + plural if m["part"] in ROUNDS else f"round of {int(m['part']) * 2}"
        yield instead(m, good)
