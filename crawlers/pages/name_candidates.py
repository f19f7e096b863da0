"""Words with capitals that may be a person's name, found in a line of an advert."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from crawlers.pages.first_names import FIRST_NAMES
from crawlers.pages.name_contexts import follows_a_title
from crawlers.pages.name_words import (
    OPENS_A_QUESTION,
    names_nobody,
    names_organisation,
)

INITIALS = r"(?:[A-ZÀ-Þ]\.[ ]?){1,4}"
BETWEEN = (
    r"(?:(?:van|op|aan|bij|in|uit)[ ](?:de|den|der|het|'t|’t)|van|von|de|der|den|het|'t"
    r"|’t|ter|ten|te|el|al|la|le|du|da|dos|di|ben|bin|'s|d')"
)
CAPITAL = r"[A-ZÀ-Þ][\w'’]{0,30}(?:-[A-Za-zÀ-ÿ'’]{1,30}){0,3}"
UPPER, REST = "[A-ZÀ-Þ]", r"[\w'’]{0,30}(?:-[A-Za-zÀ-ÿ'’]{1,30}){0,3}"
RUN = re.compile(  # begins with a plain class of letters: that is what makes it fast
    rf"{UPPER}(?<!\w{UPPER})(?:(?:\.[ ]?{UPPER}){{0,3}}\.[ ]?(?:{BETWEEN}[ ]+){{0,3}}"
    rf"{CAPITAL}|{REST})(?:[ ]+(?:{INITIALS}|(?:{BETWEEN}[ ]+){{0,3}}){CAPITAL}){{0,6}}"
)
PARTICLES = {
    "van", "von", "de", "der", "den", "het", "'t", "’t", "ter", "ten", "te", "el", "al",
    "la", "le", "du", "da", "dos", "di", "bin", "'s", "op", "aan", "bij", "in", "uit",
}  # fmt: skip
WORD = re.compile(r"\S+")
MOST_WORDS = 4  # with a capital, in one person's name
SURE, LIKELY, PERHAPS = 1, 2, 3  # what the company of a name must come to, per looks
LONGEST_REMEMBERED = 300  # characters of a line; few longer ones ever come back


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words with capitals that may be a person's name, and where they stand."""

    text: str
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        """Whether it has a first name and a last name."""
        return " " in self.text

    @property
    def needs(self) -> int:
        """How much its surroundings must say: least for a known first name."""
        words = self.text.split()
        if _is_first(words[0]) or re.match(INITIALS, self.text):
            return SURE
        capitals = [word for word in words if word[0].isupper()]
        return LIKELY if len(capitals) > 1 else PERHAPS


class Word(NamedTuple):  # a tuple: quicker made, and many are
    """A word and where it stands in its line."""

    start: int
    end: int
    text: str


STOP = Word(0, 0, "")


def names_in(line: str) -> Sequence[Candidate]:
    """What may be a name, in reading order; of a line often printed it is known."""
    return (_remembered if len(line) <= LONGEST_REMEMBERED else _names_in)(line)


def _names_in(line: str) -> Sequence[Candidate]:
    return tuple(_candidates(line))


_remembered = lru_cache(maxsize=2048)(_names_in)


def _candidates(line: str) -> Iterator[Candidate]:
    for run in RUN.finditer(line):
        if names_nobody(run.group()):
            continue
        group: list[Word] = []
        words = [Word(*w.span(), w.group()) for w in WORD.finditer(line, *run.span())]
        for word in [*words, STOP]:
            if _belongs(word, group, line):
                group.append(word)
                continue
            if found := _candidate(line, group):
                yield found
            group = []


def _belongs(word: Word, group: list[Word], line: str) -> bool:
    """Whether a word can be part of a name; `Van` only behind another part."""
    if word.text.lower() in PARTICLES:
        return bool(group) or word.text.islower() or follows_a_title(line, word.start)
    return bool(word.text) and (word.text.endswith(".") or not names_nobody(word.text))


def _candidate(line: str, words: list[Word]) -> Candidate | None:
    """The words from the first capital to the last, unless they name a firm."""
    while words and not words[-1].text[0].isupper():
        words = words[:-1]
    while words and not words[0].text[0].isupper():
        words = words[1:]
    capitals = sum(word.text[0].isupper() for word in words)
    if not 0 < capitals <= MOST_WORDS or _is_organisation(words):
        return None
    start, end = words[0].start, words[-1].end
    if OPENS_A_QUESTION.match(line, start):
        return None
    return Candidate(line[start:end], start, end)


def _is_organisation(words: list[Word]) -> bool:
    """`Anna van den Hof` is a person though `Hof` alone names a place."""
    return any(
        names_organisation(word.text)
        and not (
            number and words[number - 1].text.islower() and _is_first(words[0].text)
        )
        for number, word in enumerate(words)
    )


def _is_first(word: str) -> bool:
    bare = word.lower().strip(".'’")
    return bare in FIRST_NAMES or bare.split("-")[0] in FIRST_NAMES
