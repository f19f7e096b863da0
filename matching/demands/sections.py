"""Cuts an advert into sentences and tells which part each belongs to."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Literal, NamedTuple

from matching.demands.about import Section
from matching.demands.naming import Teller, names_in
from matching.demands.phrasing import plain
from matching.demands.reading import Wording
from matching.demands.remembering import Memory
from matching.demands.wordings import wordings

# The first part whose words stand in a heading wins, so the order matters.
_HEADING_WORDS: Mapping[Section, str] = {
    "bedrijf": (
        r"\bover (?!jou|de functie|deze functie|het werk|je werk)"
        r"|wie (?:zijn )?(?:wij|we)\b"
        r"|\bons bedrijf|bedrijfsprofiel|\bde organisatie|onze organisatie|sfeer"
        r"|procedure|sollici|interesse|enthousiast|geloven|meer weten|\bcontact"
        r"|kom(?:t)? (?:je|u) terecht|we hire|about us|vragen over|nieuwsgierig\?"
        r"|waarom (?:is|deze plek)|reageren|reageert"
    ),
    "bieden": (
        r"bieden|\bbied|aanbod|krijg|\bterug\b|tegenover|voorwaarden|for you\b"
        r"|we offer|verdien|mag (?:je|u) (?:van ons )?verwachten|beloning|geven we"
        r"|(?:wij|we) hebben|hebben (?:wij|we)|zijn wij|scoren wij|van ons"
        r"|salaris|voorstel|condities|onze afspraak|extra's|staat ertegen|^wij$"
    ),
    "eisen": (
        r"vragen|\beis|eisen|profiel|wie ben|zoeken|\bbreng|bring|neem|heb je\b"
        r"|verwacht|herken|\bpast\b|nodig|je hebt|u heeft|beschik|wie is|\bkunt?\b"
        r"|jij (?:bent|hebt)|dit ben|^jij$|papieren|vereist|scoor je"
        r"|kwalific|you have"
    ),
    "taken": (
        r"\bdoen\b|\bdoet\b|\bdoe\b|taken|werkzaamheden|\bfunctie|you'll do|\brol\b"
        r"|\bwerk\b|een dag|jouw wereld|verantwoordelijk|werkplek|werkdag|goed om"
    ),
}
HEADINGS = {part: re.compile(words) for part, words in _HEADING_WORDS.items()}

_SENTENCE = re.compile(r"[^\n.!?;]+(?:[.!?;](?!\s|$)[^\n.!?;]*)*[.!?;]*")
_FRONT = re.compile(r"^[^a-z0-9]+")
_LONGEST_HEADING, _LONGEST_SENTENCE = 70, 2000
_REMEMBERED = 4096  # lines short enough to be headings


class Sentence(NamedTuple):
    """Text from `start` to `end`, and the part of the advert it belongs to."""

    start: int
    end: int
    section: Section
    wording: Wording


def sentences(text: str) -> list[Sentence]:
    """Every sentence in order."""
    found: list[Sentence] = []
    section: Section = "taken"
    names = _Names(text)
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        first, at = at, at + len(line)
        if heading := _headings[bare]:
            section = heading
            continue
        here = section  # a cue counts up to the end of its line
        for start, end in _spans(text, (first, first + len(bare))):
            wording = wordings[text[start:end]]
            opens, part, teller = wording.nature
            if opens and here != "bedrijf":
                here = opens
            part = part or here
            # What a named firm or person does is part of the story of the firm.
            if teller and part != "bedrijf" and names.tell(teller):
                part = "bedrijf"
            found.append(Sentence(start, end, part, wording))
    return found


class _Names:
    """The names in a text, looked for when a sentence may begin with one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: Set[str] | None = None

    def tell(self, teller: Teller) -> bool:
        """Whether a sentence that begins with this name tells of who bears it."""
        if teller.is_named:
            return True
        if self._found is None:
            self._found = names_in(self._text)
        return teller.name in self._found


def _spans(text: str, line: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where sentences stand; what is too long to be one is cut between words."""
    for one in _SENTENCE.finditer(text, *line):
        start, end = one.span()
        while end - start > _LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            if cut < 0:
                break
            yield start, cut
            start = cut
        yield start, end


def _heading(line: str) -> Section | Literal[""]:
    """The part a heading opens; a heading with a colon opens an unknown one too."""
    if len(line) > _LONGEST_HEADING or line[-1:] in ".,;!" or _is_item(line):
        return ""
    bare = _FRONT.sub("", plain(line))
    if not bare:
        return ""
    if not line.rstrip().endswith((":", "?")) and len(bare.split()) > 5:
        return ""
    for section, words in HEADINGS.items():
        if words.search(bare.rstrip(":? ")):
            return section
    return "taken" if line.endswith(":") else ""


def _is_item(line: str) -> bool:
    """A list item, unless it ends as a heading does ("🧽 Wat vragen we?")."""
    bare = line.lstrip("•*-–→✓✅✔+>💜 \t")
    lower = bare[:1].islower() or bool(re.match(r"\d", bare))
    return lower or (bare != line and not line.rstrip().endswith((":", "?")))


_headings = Memory(_heading, _REMEMBERED)
