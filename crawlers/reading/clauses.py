"""A text cut once, for all readers, in the pieces they look at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from crawlers.reading.topics import Topic, topics_of

LONGEST_ADVERT = 40_000  # characters; ten times the longest seen
LONGEST_CLAUSE = 500  # no sentence is that long; patterns would take their time over it
LONGEST_HEADING = 60
MOST_CLAUSES = 50  # that speak of one and the same fact

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


class Clause(NamedTuple):  # a tuple: quicker made, and many are
    """A sentence or bullet; `low` is the same in small letters, sign for sign.

    `part` is the kind of heading it stands under, "" where that is unknown; `start`
    is where it begins in the text.
    """

    text: str
    low: str
    part: Part = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """A text in clauses, in reading order, and which of them speak of what."""

    text: str
    low: str
    clauses: Sequence[Clause]
    told: Mapping[Topic, Sequence[Clause]]

    def telling(self, topic: Topic) -> Sequence[Clause]:
        """The clauses that speak of a topic; what the company says of itself last.

        Last and not left out: many adverts open with the company and never say where
        that ends.
        """
        return self.told.get(topic, ())


def small(text: str) -> str:
    """The text in small letters and with plain marks, exactly as long as it was."""
    low = text.lower()
    if len(low) != len(text):  # one letter, the Turkish İ, becomes two
        low = text.replace("İ", "I").lower()
    if not low.isascii():
        for mark, plain in PLAIN.items():
            low = low.replace(mark, plain)
    return low


@lru_cache(maxsize=4)  # all readers of one advert share it
def cut(text: str) -> Cut:
    """The clauses of a plain text; a heading says what the lines under it are."""
    text = text[:LONGEST_ADVERT]
    low = small(text)
    clauses = list(_clauses(text, low))
    own = [clause for clause in clauses if clause.part != "company"]
    if len(own) == len(clauses):
        return Cut(text, low, clauses, _told(clauses))
    company = [clause for clause in clauses if clause.part == "company"]
    return Cut(text, low, clauses, _told(own + company))


def _told(clauses: Sequence[Clause]) -> Mapping[Topic, Sequence[Clause]]:
    told: dict[Topic, list[Clause]] = {}
    for clause in clauses:
        # Most words have no topic; those are passed over without a step in Python.
        for topics in filter(None, map(topics_of, clause.low.split())):
            for topic in topics:
                speaking = told.setdefault(topic, [])
                if not speaking or speaking[-1] is not clause:
                    speaking.append(clause)
                    del speaking[MOST_CLAUSES:]
    return told


def _clauses(text: str, low: str) -> Iterator[Clause]:
    part: Part = ""
    for found in SENTENCE.finditer(low):
        start, end = found.span(1)
        if start == end:
            continue
        is_short = end - start <= LONGEST_HEADING
        if is_short and (start == 0 or low[start - 1] == "\n"):
            part = _part_after(text, low, start, part)
        if low[end - 1] == " ":
            end = start + len(low[start:end].rstrip())
        while end - start > LONGEST_CLAUSE:
            cut_off = start + LONGEST_CLAUSE
            yield Clause(text[start:cut_off], low[start:cut_off], part, start)
            start = cut_off
        yield Clause(text[start:end], low[start:end], part, start)


def _part_after(text: str, low: str, start: int, before: Part) -> Part:
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
    return "" if last in ":?" or (spaces < 4 and text[start].isupper()) else before
