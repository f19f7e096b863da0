"""Names of the people an advert tells us to ask, told apart from firms and places.

A name is cut when its looks and its company together say that it is a person: the
weaker the one, the stronger the other must be. A sentence about the work itself
("je hebt contact met klanten") asks nobody and stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawlers.pages.first_names import FIRST_NAMES
from crawlers.pages.name_contexts import (
    LABEL_LINE,
    follows_a_title,
    is_about_asking,
    is_asked_for,
)
from crawlers.pages.name_words import (
    OPENS_A_QUESTION,
    names_nobody,
    names_organisation,
)

CUT_NAME = "[naam]"
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
COLLEAGUE = re.compile(r"ollega(?:'s)? (?=[A-ZÀ-Þ])")
PARTICLES = {
    "van", "von", "de", "der", "den", "het", "'t", "’t", "ter", "ten", "te", "el", "al",
    "la", "le", "du", "da", "dos", "di", "bin", "'s", "op", "aan", "bij", "in", "uit",
}  # fmt: skip
WORD = re.compile(r"\S+")
WORDS = re.compile(r"[\w&'’-]+")
ADDRESS = re.compile(r"\[(?:telefoonnummer|e-mailadres)\]")
AROUND = " \t•-–:,."  # what may stand around a name on a line of its own
LONGEST_LABEL = 80
MOST_WORDS = 4  # with a capital, in one person's name
AGENCY_CODE = re.compile(
    rf"(#\d{{4,}}\s?[-–]\s?){CAPITAL}(?:[ ]{CAPITAL}){{1,2}}(?=\s*$)"
)
AND = re.compile(r"\s{0,2}(?:,|/|&|\ben\b|\bof\b|\bor\b|\band\b)\s{0,2}", re.IGNORECASE)
SURE, LIKELY, PERHAPS = 1, 2, 3  # what the company of a name must come to, per looks


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


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in its line."""

    start: int
    end: int
    text: str


STOP = Word(0, 0, "")


# One of these stands in every line that tells whom to ask.
STEMS = tuple(
    stem.encode()
    for stem in (
        " bel ", " bellen", "mail", " app", "whatsapp", "contact", "recruit", "vra",
        "informatie", "inlichting", "terecht", "t.a.v", "attentie", "groet",
        "leidinggev", "leider", "leidster", "coach", "manager", " heer ", "mevr",
        " mw", "dhr", "stuur ", "richt", " naam", "kennismak", "kennis te mak",
        "gesprek", "koffie", "intercedent", "directeur", "eigenaar", "adviseur", "#",
        "sollicit", "hoofd", "reag", "reactie", " hoor", "aanmeld", "ordinator",
        "reach out", " call ", "begeleid", "consultant", "planner", "brief", "[",
    )
)  # fmt: skip


def without_names(text: str, *, kept: Iterable[str] = ()) -> str:
    """Cut the names of people to be asked; `kept` are names of firms and places."""
    asking = _asking_lines(text)
    if not asking:
        return text
    known = frozenset(map(_bare, kept))
    lines = text.split("\n")
    cut = list(lines)
    for number in asking:
        cut[number] = _without_names_in(lines[number], known)
    _cut_lone_names(lines, cut, asking, known)
    return "\n".join(cut)


def _asking_lines(text: str) -> list[int]:
    """The numbers of the lines that may tell whom to ask."""
    # In bytes a stem is found several times as quickly as in letters.
    small = b" %s\n" % text.encode(errors="surrogatepass").lower()
    flat = small.replace(b"\n", b" ")
    found: set[int] = set()
    for stem in STEMS:
        place = flat.find(stem)
        while place >= 0:
            found.add(small.count(b"\n", 0, place + 1))
            place = flat.find(stem, small.find(b"\n", place + 1))
    for colleague in COLLEAGUE.finditer(text):
        found.add(text.count("\n", 0, colleague.start()))
    return sorted(found)


def _without_names_in(line: str, known: frozenset[str]) -> str:
    parts, position = [], 0
    beside = False  # the name before this one was cut
    for found in _candidates(line, known):
        joined = beside and bool(AND.fullmatch(line, position, found.start))
        beside = joined or _is_a_person(found, line)
        if beside:
            parts += [line[position : found.start], CUT_NAME]
            position = found.end
    cut = "".join([*parts, line[position:]])
    return AGENCY_CODE.sub(rf"\1{CUT_NAME}", cut) if "#" in cut else cut


def _is_a_person(found: Candidate, line: str) -> bool:
    if is_asked_for(line, found.start, found.end, found.needs):
        return True
    whole = found.is_whole and found.needs == SURE
    return whole and is_about_asking(line, found.start)


def _candidates(line: str, known: frozenset[str]) -> Iterator[Candidate]:
    for run in RUN.finditer(line):
        if names_nobody(run.group()):
            continue
        group: list[Word] = []
        words = [Word(*w.span(), w.group()) for w in WORD.finditer(line, *run.span())]
        for word in [*words, STOP]:
            if _belongs(word, group, line):
                group.append(word)
                continue
            found = _candidate(line, group)
            if found and not _is_known(found.text, known):
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


def _is_known(name: str, known: frozenset[str]) -> bool:
    """Whether it is a firm's or a place's name, or part of one."""
    bare = _bare(name)
    return any(bare in one for one in known)


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
    for place, number in enumerate(filled):
        labelled = bool(place) and filled[place - 1] in labels
        near = filled[max(0, place - 2) : place + 3]
        if not labelled and not addresses.intersection(near):
            continue
        whole = list(_candidates(lines[number].strip(AROUND), known))
        enough = PERHAPS if labelled else LIKELY
        if len(whole) == 1 and _is_whole(whole[0], lines[number], enough):
            cut[number] = lines[number].replace(whole[0].text, CUT_NAME)


def _is_whole(found: Candidate, line: str, enough: int) -> bool:
    """Whether the line is that name, perhaps with a function behind a comma."""
    rest = line.strip(AROUND).removeprefix(found.text).strip(" .,")
    return found.needs <= enough and (not rest or rest[0] in "(–|-" or "," in line)
