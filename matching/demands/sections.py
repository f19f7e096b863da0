"""Cuts an advert into sentences and tells which part each belongs to."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Literal, NamedTuple

from matching.demands.naming import (
    names_in,
    tells_how_to_apply,
    tells_of_a_firm,
    tells_of_somebody,
    tells_of_the_past,
)
from matching.demands.phrasing import plain
from matching.demands.signs import (
    ANY,
    APPLYING,
    CUE,
    PAST,
    PAY,
    PLACE,
    WE,
    YOU,
    Seen,
    Unseen,
)

Section = Literal["taken", "eisen", "bieden", "bedrijf"]

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
_WORDLIKE = re.compile(r"\w")
_YOU = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|jullie)\b")
_WE = re.compile(
    r"(?:al )?(?:"
    r"(?:onze|ons) (?:\w+ ){0,2}?(?:\w*collega's"
    # "Onze collega's lopen 15.000 stappen": so will you.
    r"(?! (?:lopen|halen|zetten|maken|tillen|staan|zitten) (?:\w+ ){0,2}\d)"
    r"|\w*(?:mensen|lieden"
    r"|ers|eurs|isten|mannen|kundigen|artsen|docenten|leraren|agenten|verzorgenden"
    r"|teams|ploegen)"
    r"|\w*organisatie|bedrijf|ziekenhuis|school|stichting)\b(?! van klanten)"
    r"|(?:wij|we) (?!vragen|zoeken|verwachten|werken|bieden|draaien|starten"
    r"|gebruiken|rouleren|wisselen|tillen|sjouwen|dragen"
    r"|beginnen|zijn (?:\w+ ){0,2}op zoek|hebben (?:\w+ )?(?:plaats|plek|ruimte)"
    r"|zien graag|hopen|rekenen|sluiten|zijn"
    r" (?:['\w]+ ){0,6}?(?:open|dicht|gesloten))\w+"
    r"|(?:het|ons) bedrijf|de organisatie|in ons beleid)"
)
# How to get there is asked of who comes, whoever the sentence is about.
_WHERE_WE_ARE = re.compile(
    r"\bbereik(?:en|baar)\b|\bopenbaar vervoer\b|\bstation\b|\bbus(?:halte)?\b"
    r"|\btrein\b"
)
_OFFER = re.compile(
    r"(?:condities|voorwaarden|arbeidsvoorwaarden|ons aanbod|ons voorstel|salaris)\b"
    r"|(?:wij|we) bieden|(?:je|u) krijgt (?:van ons|daarvoor|hiervoor)|van ons krijg"
    r"|het salaris|(?:je|u) verdient|het uurloon|wat geven we"
)
_PAY = re.compile(
    r"€|\bbruto\b|\bsalaris|\buurloon|leaseauto|auto van de zaak|winstdeling|pensioen"
    r"|vakantiedagen|reiskosten|personeelskorting|jaarcontract|vast contract"
    r"|tijdelijk contract|uitzicht op vast|toeslag\b|vakantiegeld"
)
_LONGEST_HEADING, _LONGEST_SENTENCE = 70, 2000
_ASK = re.compile(
    r"(?:wij|we) (?:vragen|zoeken|verwachten)|(?:je|jij|u) (?:hebt|heeft|bent|beschikt)"
)

ADDRESSING, OURS, REACHING = (_YOU,), (_WE,), (_WHERE_WE_ARE,)
PAYING, OPENING = (_PAY,), (_OFFER, _ASK)


class Sentence(NamedTuple):
    """Text from `start` to `end`, and the part of the advert it belongs to.

    `signs`: what may stand in it.
    """

    start: int
    end: int
    section: Section
    signs: int = ANY


def sentences(
    text: str, easy: str | None = None, seen: Seen | None = None
) -> list[Sentence]:
    """Every sentence in order.

    `easy` is the text made `plain` and `seen` the signs in it, if at hand.
    """
    easy = plain(text) if easy is None else easy
    seen = Unseen() if seen is None else seen
    found: list[Sentence] = []
    names = names_in(text)
    section: Section = "taken"
    for start, end in _lines(text):
        heading = _heading(text[start:end], easy[start:end])
        if heading is not None:
            section = heading
            continue
        found += (
            _of_whom(one, text, easy, names)
            for one in _sentences_of(_Text(text, easy, seen), (start, end), section)
        )
    return found


def _of_whom(one: Sentence, text: str, easy: str, names: Set[str]) -> Sentence:
    """What a named firm or person does is part of the story of the firm."""
    if one.section == "bedrijf":
        return one
    if one.signs & YOU and _YOU.search(easy, one.start, one.end):
        return one
    if tells_of_somebody(text[one.start : one.end].lstrip(), names):
        return one._replace(section="bedrijf")
    return one


class _Text(NamedTuple):
    """A text as it stands and made `plain`, and the signs in it."""

    text: str
    easy: str
    seen: Seen


def _sentences_of(
    page: _Text, line: tuple[int, int], section: Section
) -> Iterator[Sentence]:
    text, easy, seen = page
    for start, end in _spans(text, line):
        first = start + 1 if text[start] == " " else start
        if not text[first : first + 1].isalnum():
            first = _first_word(easy, (first, end))
        signs = seen.within(start, end)
        if section != "bedrijf" and signs & CUE:
            section = _cue(easy, first, section)
        if signs & PAY and _PAY.search(easy, start, end):
            yield Sentence(start, end, "bieden", signs)
        elif _about_others(page, (first, end), signs):
            yield Sentence(start, end, "bedrijf", signs)
        else:
            yield Sentence(start, end, section, signs)


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


def _first_word(easy: str, span: tuple[int, int]) -> int:
    found = _WORDLIKE.search(easy, *span)
    return found.start() if found else span[0]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip())
        start += len(line)


def _heading(line: str, easy: str) -> Section | None:
    """The part a heading opens; a heading with a colon opens an unknown one too."""
    if len(line) > _LONGEST_HEADING or line[-1:] in ".,;!" or _is_item(line):
        return None
    bare = _FRONT.sub("", easy)
    if not bare:
        return None
    if not line.rstrip().endswith((":", "?")) and len(bare.split()) > 5:
        return None
    for section, words in HEADINGS.items():
        if words.search(bare.rstrip(":? ")):
            return section
    return "taken" if line.endswith(":") else None


def _is_item(line: str) -> bool:
    """A list item, unless it ends as a heading does ("🧽 Wat vragen we?")."""
    bare = line.lstrip("•*-–→✓✅✔+>💜 \t")
    lower = bare[:1].islower() or bool(re.match(r"\d", bare))
    return lower or (bare != line and not line.rstrip().endswith((":", "?")))


def _cue(easy: str, first: int, section: Section) -> Section:
    if _OFFER.match(easy, first):
        return "bieden"
    return "eisen" if _ASK.match(easy, first) else section


def _about_others(page: _Text, span: tuple[int, int], signs: int) -> bool:
    """Sentences about the firm or its other people ask nothing of the newcomer."""
    text, easy, _ = page
    if signs & APPLYING and tells_how_to_apply(easy, *span):
        return True
    if signs & YOU and _YOU.search(easy, *span):
        return False
    if signs & PLACE and _WHERE_WE_ARE.search(easy, *span):
        return False
    if signs & WE and _WE.match(easy, *span):
        return True
    if tells_of_a_firm(text, easy, span):
        return True
    return bool(signs & PAST) and tells_of_the_past(easy[slice(*span)])
