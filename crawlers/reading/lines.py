"""One line of an advert in clauses: read once, for employers repeat themselves."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from crawlers.reading.topics import Topic, topics_in

LONGEST_CLAUSE = 500  # no sentence is that long; patterns would take their time over it
LONGEST_HEADING = 60
LONGEST_REMEMBERED = 400  # characters of a line; few longer ones ever come back

# Marks that are printed in many ways, each to the plain one of the same length.
PLAIN = (
    dict.fromkeys("\u00a0\u202f\u2007\t", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u2018\u2019", "'")
)
NO_END = (  # a full stop behind one of these, or a question answered at once
    r"(?<=\.[a-z].)|(?<=\b(?:ca|nr|mw).)"
    r"|(?<=\b(?:min|max|evt|mnd|niv|tel|dhr|drs|afd|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec).)"
    r"|(?<=\b(?:bijv|incl|excl|resp|mevr|sept).)"
    r"|(?<=\?)(?=\s+(?:niet|geen|nee|hoeft|dan)\b)"
)
# A mark before a list item; "-5 graden" and "- 5" keep and lose theirs.
LIST_MARK = r"(?:(?:[-*+·•●▪◦‣>→✓✔✅]|\d{1,2}[.)])\ufe0f?[^\S\n]+)*+"
SENTENCE = re.compile(
    rf"[^\S\n]*+{LIST_MARK}([^.!?;\n]*+"
    rf"(?:[.!?;](?:(?=\S)|{NO_END})[^.!?;\n]*+)*+)[.!?;]?\n*+"
)
# A line with the empty ones below it; a question goes with its answer on the next.
LINE = re.compile(r"[^\n]*+\n*+")
ANSWERED_BELOW = r"\?[^\S\n]*+\n\s*+(?:niet|geen|nee|hoeft|dan)\b"
ANSWERED = re.compile(ANSWERED_BELOW, re.IGNORECASE)
LINE_WITH_ANSWER = re.compile(rf"(?:{ANSWERED_BELOW}|[^\n])*+\n*+", re.IGNORECASE)
HEADING = re.compile(
    r"\W*(?:(?P<offer>(?:wat )?(?:(?:wij|we|dit|hier) (?:bieden|krijg)"
    r"|wat (?:bieden|krijg|verdien)|bieden (?:wij|we)|arbeidsvoorwaarden|ons aanbod"
    r"|aanbod|dit krijg|jij krijgt|je krijgt|wat (?:wij|we) .*bieden|what we offer))"
    r"|(?P<company>over (?!de (?:functie|baan|rol)|je\b|jou)[a-z]"
    r"|wie (?:wij|we) zijn|wie zijn (?:wij|we)"
    r"|about us|ons bedrijf|de organisatie|onze organisatie|het bedrijf"
    r"|hier kom je terecht))"
)
Part = Literal["", "offer", "company"]


class Clause(NamedTuple):
    """A sentence or bullet; `low` is the same in small letters, sign for sign.

    `part` is the kind of heading it stands under, "" where that is unknown.
    """

    text: str
    low: str
    part: Part = ""


class Line(NamedTuple):
    """A line in small letters, its clauses, and the part of the advert it ends in.

    A clause comes with the place where it begins and the topics it can speak of.
    """

    low: str
    clauses: Sequence[tuple[int, Clause, Collection[Topic]]]
    part: Part


def small(text: str) -> str:
    """The text in small letters and with plain marks, exactly as long as it was."""
    low = text.lower()
    if len(low) != len(text):  # one letter, the Turkish İ, becomes two
        low = text.replace("İ", "I").lower()
    if not low.isascii():
        for mark, plain in PLAIN.items():
            low = low.replace(mark, plain)
    return low


def lines_of(text: str) -> list[str]:
    """The text in lines that can each be read alone; together they are the text."""
    return (LINE_WITH_ANSWER if ANSWERED.search(text) else LINE).findall(text)


def read_line(line: str, part: Part) -> Line:
    """The clauses of a line of `lines_of`; `part` is the one that goes on above it."""
    return (_remembered if len(line) <= LONGEST_REMEMBERED else _read)(line, part)


def _read(line: str, part: Part) -> Line:
    low = small(line)
    clauses = []
    position = 0
    while position < len(low) and (found := SENTENCE.match(low, position)):
        position = found.end()
        start, end = found.span(1)
        if start == end:
            continue
        is_short = end - start <= LONGEST_HEADING
        if is_short and (start == 0 or low[start - 1] == "\n"):
            part = _part_after(line, low, start, part)
        if low[end - 1] == " ":
            end = start + len(low[start:end].rstrip())
        for first in range(start, end, LONGEST_CLAUSE):
            last = min(end, first + LONGEST_CLAUSE)
            clause = Clause(line[first:last], low[first:last], part)
            clauses.append((first, clause, topics_in(clause.low.split())))
    return Line(low, clauses, part)


_remembered = lru_cache(maxsize=4096)(_read)


def _part_after(line: str, low: str, start: int, before: Part) -> Part:
    """A short line that reads like a heading begins a part or ends one."""
    end = low.find("\n", start, start + LONGEST_HEADING)
    if end < 0:
        end = len(low)
        if end - start > LONGEST_HEADING:
            return before
    spaces, last = low.count(" ", start, end), low[end - 1]
    if last == "." and spaces > 4:
        return before
    if found := HEADING.match(low, start, end):
        return "offer" if found.lastgroup == "offer" else "company"
    return "" if last in ":?" or (spaces < 4 and line[start].isupper()) else before
