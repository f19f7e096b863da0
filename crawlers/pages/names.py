"""Names of the people an advert tells us to ask, told apart from firms and places.

A name is cut when its looks and its company together say that it is a person: the
weaker the one, the stronger the other must be. A sentence about the work itself
("je hebt contact met klanten") asks nobody and stays.
"""

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from crawlers.pages.asking_lines import asking_lines
from crawlers.pages.name_candidates import (
    BETWEEN,
    CAPITAL,
    LIKELY,
    LONGEST_REMEMBERED,
    PERHAPS,
    SURE,
    Candidate,
    names_in,
)
from crawlers.pages.name_contexts import LABEL_LINE, is_about_asking, is_asked_for

CUT_NAME = "[naam]"
WORDS = re.compile(r"[\w&'’-]+")
ADDRESS = re.compile(r"\[(?:telefoonnummer|e-mailadres)\]")
AROUND = " \t•-–:,."  # what may stand around a name on a line of its own
# A line with another small word than those in names, before anything that is an aside.
MORE_THAN_A_NAME = re.compile(rf"(?![(|])[^(|–-]*? (?!{BETWEEN}[ ])[a-zß-ÿ]")
LONGEST_LABEL = 80
NEAR = 2  # lines around an address in which the name of whom it reaches may stand
AGENCY_CODE = re.compile(
    rf"(#\d{{4,}}\s?[-–]\s?){CAPITAL}(?:[ ]{CAPITAL}){{1,2}}(?=\s*$)"
)
AND = re.compile(r"\s{0,2}(?:,|/|&|\ben\b|\bof\b|\bor\b|\band\b)\s{0,2}", re.IGNORECASE)


def without_names(text: str, *, kept: Iterable[str] = ()) -> str:
    """Cut the names of people to be asked; `kept` are names of firms and places."""
    lines = text.split("\n")
    asking = asking_lines(lines)
    if not asking:
        return text
    known = frozenset(map(_bare, kept))
    cut = list(lines)
    for number in asking:
        cut[number] = _without_names_in(lines[number], known)
    _cut_lone_names(lines, cut, asking, known)
    return "\n".join(cut)


def _without_names_in(line: str, known: frozenset[str]) -> str:
    parts, position = [], 0
    beside = False  # the name before this one was cut
    for found, is_person in _people_in(line):
        if _is_known(found.text, known):
            continue
        joined = beside and bool(AND.fullmatch(line, position, found.start))
        beside = joined or is_person
        if beside:
            parts += [line[position : found.start], CUT_NAME]
            position = found.end
    cut = "".join([*parts, line[position:]]) if parts else line
    return AGENCY_CODE.sub(rf"\1{CUT_NAME}", cut) if "#" in cut else cut


def _people_in(line: str) -> Sequence[tuple[Candidate, bool]]:
    """The names in a line, each with whether it is a person's; empty without persons.

    What an employer prints under every advert is read once, as in `names_in`.
    """
    return (_people_remembered if len(line) <= LONGEST_REMEMBERED else _people)(line)


def _people(line: str) -> Sequence[tuple[Candidate, bool]]:
    found = [(name, _is_a_person(name, line)) for name in names_in(line)]
    return found if any(is_person for _, is_person in found) else ()


_people_remembered = lru_cache(maxsize=2048)(_people)


def _is_a_person(found: Candidate, line: str) -> bool:
    if is_asked_for(line, found.start, found.end, found.needs):
        return True
    whole = found.is_whole and found.needs == SURE
    return whole and is_about_asking(line, found.start)


def _is_known(name: str, known: frozenset[str]) -> bool:
    """Whether it is a firm's or a place's name, or part of one."""
    bare = _bare(name)
    return any(bare in one for one in known)


@lru_cache(maxsize=2048)  # a few employers and places come back all the time
def _bare(name: str) -> str:
    """The words of a name with a space around each, so that part of a word is none."""
    return f" {' '.join(WORDS.findall(name.lower()))} "


def _cut_lone_names(
    lines: list[str], cut: list[str], asking: list[int], known: frozenset[str]
) -> None:
    """A name on a line of its own under "Recruiter" or beside a cut number."""
    short = [number for number in asking if len(cut[number]) <= LONGEST_LABEL]
    labels = {number for number in short if LABEL_LINE.match(cut[number])}
    addresses = {number for number in asking if ADDRESS.search(cut[number])}
    if not labels and not addresses:
        return
    filled = [number for number, line in enumerate(cut) if line.strip()]
    for place, enough in _places_of_names(filled, labels, addresses):
        number = filled[place]
        if name := _lone_name(lines[number], known, enough):
            cut[number] = lines[number].replace(name, CUT_NAME)


def _places_of_names(
    filled: Sequence[int], labels: Set[int], addresses: Set[int]
) -> Iterable[tuple[int, int]]:
    """Where a name may stand alone, and how much must speak for it there."""
    places: dict[int, int] = {}
    for place, number in enumerate(filled):
        if number in addresses:
            near = range(max(0, place - NEAR), min(len(filled), place + NEAR + 1))
            places = dict.fromkeys(near, LIKELY) | places
        if number in labels and place + 1 < len(filled):
            places[place + 1] = PERHAPS
    return places.items()


def _lone_name(line: str, known: frozenset[str], enough: int) -> str | None:
    """The name that a line consists of, perhaps with a function behind a comma."""
    bare = line.strip(AROUND)
    if "," not in line and MORE_THAN_A_NAME.match(bare):
        return None
    names = [n for n in names_in(bare) if not _is_known(n.text, known)]
    if len(names) == 1 and _is_whole(names[0], line, enough):
        return names[0].text
    return None


def _is_whole(found: Candidate, line: str, enough: int) -> bool:
    """Whether the line is that name, perhaps with a function behind a comma."""
    rest = line.strip(AROUND).removeprefix(found.text).strip(" .,")
    return found.needs <= enough and (not rest or rest[0] in "(–|-" or "," in line)
