"""What an administrator must know before a source is switched on, in sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawlers.collecting.fetched import OK, Fetched
from crawlers.probe.lists import Pages
from crawlers.probe.names import names_agree
from crawlers.probe.recognised import Recognised
from crawlers.probe.scores import ENOUGH_TEXT
from crawlers.probe.site import SiteRules
from schemas.vacancy import Posting, Vacancy

LONGEST_DELAY = 30.0  # seconds; with more a crawl of a whole board takes days
MOST_NAMES = 3
OFTEN = 0.3  # of the sample

Sample = Sequence[tuple[Posting, Vacancy]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that a probe saw. `nonsense` is the answer to an address without a page."""

    asked_for: str
    found: Recognised
    rules: SiteRules
    sample: Sample
    pages: Pages
    nonsense: Fetched | None


def findings_of(evidence: Evidence) -> tuple[str, ...]:
    """What is not as it should be, or what a person must look at."""
    return (
        *_of_rules(evidence.rules),
        *_of_board(evidence),
        *_of_employer(evidence),
        *_of_sample(evidence),
    )


def _of_rules(rules: SiteRules) -> Iterator[str]:
    if rules.robots.trouble:
        yield f"robots.txt is niet te lezen: {rules.robots.trouble}."
    elif not rules.robots.allowed:
        yield "robots.txt verbiedt dit adres."
    if (rules.robots.delay or 0) > LONGEST_DELAY:
        yield f"robots.txt vraagt {rules.robots.delay:g} seconden tussen twee vragen."
    if rules.reservation.reserved:
        yield (
            "De site behoudt zich tekst- en datamining voor: van haar vacatures worden"
            " alleen titel en link bewaard."
        )


def _of_board(evidence: Evidence) -> Iterator[str]:
    found = evidence.found
    if not found.lists.postings and not found.lists.details:
        yield "Het bord is leeg: of het leesbaar is, blijkt pas bij een vacature."
    if found.lists.cut:
        yield "De lijst is langer dan wij lezen: niet alles wordt gevonden."
    if not found.platform.lists_everything:
        yield "De lijst noemt alleen de nieuwste: wat erin ontbreekt is nog niet weg."
    for other in found.others:
        yield f"De pagina noemt ook {other}, van een ander: dat is niet deze bron."
    if is_soft_404(evidence.nonsense):
        yield (
            "Een adres dat niet bestaat antwoordt alsof het er is (HTTP 200): dat een"
            " vacature weg is, moet uit de pagina zelf blijken."
        )


def is_soft_404(nonsense: Fetched | None) -> bool:
    """Whether a site gives a page for what does not exist."""
    return nonsense is not None and nonsense.status == OK


def _of_employer(evidence: Evidence) -> Iterator[str]:
    names = Counter(v.employer for _, v in evidence.sample if v.employer)
    name = evidence.found.employer or next(iter(dict(names.most_common(1))), None)
    if name and not names_agree(name, evidence.asked_for):
        yield (
            f"Het bord noemt zich ‘{name}’ en dat staat niet in het gevraagde adres:"
            " is dit de juiste werkgever?"
        )
    if len(names) > MOST_NAMES:
        told = ", ".join(name for name, _ in names.most_common(MOST_NAMES))
        yield f"In de proef staan {len(names)} werkgevers ({told} …): groep of bureau?"
    agencies = sum(v.employer_is_intermediary for _, v in evidence.sample)
    if agencies:
        yield (
            f"{agencies} van {len(evidence.sample)} vacatures zijn van een bureau of"
            " tussenpersoon, niet van de werkgever zelf."
        )


def _of_sample(evidence: Evidence) -> Iterator[str]:
    sample, pages = evidence.sample, evidence.pages
    if pages.unread:
        reasons = Counter(pages.unread).most_common(1)[0][0]
        yield (
            f"{len(pages.unread)} van {pages.asked} pagina's gaven geen vacature"
            f" ({reasons})."
        )
    short = sum(len(v.text) <= ENOUGH_TEXT for _, v in sample)
    if sample and short > OFTEN * len(sample):
        yield f"{short} van {len(sample)} teksten zijn kort: alleen een aankondiging?"
    keys = Counter(posting.source_key for posting, _ in sample)
    if len(keys) < len(sample):
        yield "Verschillende pagina's geven dezelfde vacature."
