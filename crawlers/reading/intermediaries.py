"""Who hires out people to others: by name, by the words in the name, by the advert."""

import re
from functools import lru_cache

from crawlers.reading.clauses import Clause, cut, once_per_clause

# Names of temp agencies and brokers active in the Netherlands (public knowledge of
# the trade; the words below catch most others).
NAMES = frozenset(
    [
        "randstad",
        "tempo-team",
        "tempo team",
        "manpower",
        "adecco",
        "youngcapital",
        "young capital",
        "olympia",
        "start people",
        "timing",
        "unique",
        "luba",
        "hays",
        "brunel",
        "yacht",
        "maandag",
        "dpa",
        "driessen",
        "matchpartner",
        "haert",
        "actief werkt",
        "covebo",
        "vivaldis",
        "synergie",
        "pro industry",
        "tence",
        "ab vakwerk",
        "abiant",
        "usg",
        "page personnel",
        "michael page",
        "robert half",
        "walters people",
        "undutchables",
        "planet interim",
        "in person",
        "asa talent",
        "carrière",
        "uitzendbureau",
        "olympia uitzendbureau",
        "flexpedia",
        "tentoo",
        "headfirst",
        "circle8 freelance",
        "intermediair",
    ]
)
NAME_WORDS = re.compile(
    r"uitzend|detacher|\bflex(?:werk|kracht|bureau|buro)|werving|recruitment|recruiters"
    r"|payroll|\binterim\b|staffing|personeelsdienst|\bjobs\b.*bureau|arbeidsbemiddel"
)
LEGAL_FORM = re.compile(r"\s+(?:b\.?v\.?|n\.?v\.?|nederland|group|groep)\b\.?")
# What an agency says of the firm where the work is.
CLIENT = r"(?:onze|een|de) (?:[\w-]+ ){0,2}(?:opdrachtgever|relatie|klant)\b"
BUREAU = r"(?:uitzend|detacherings|recruitment)bureau"
SEEKS = (
    r"\b(?:zoek(?:t|en)?(?! je| jij)|op zoek|werv(?:t|en)|selecteren"
    r"|heeft .{0,30}vacature)\b"
)
CUES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:voor|namens|bij) {CLIENT}.{{0,120}}?{SEEKS}",
        rf"\b{CLIENT}(?:,[^,]{{1,80}},)? {SEEKS}",
        r"\bonze opdrachtgever\b(?!s)",
        r"\bde opdrachtgever is\b",
        r"\b(?:contract|dienst) bij (?:de|onze) opdrachtgever\b",
        r"\bour client\b",
        rf"\b{BUREAU} [a-z][^.]{{0,30}}{SEEKS}",
        rf"\b(?:wij|we) zijn (?:een|het) (?:\w+ ){{0,2}}{BUREAU}\b",
        r"\b(?:wij|we) detacheren (?:je|jou|u)\b|\bvia ons in dienst\b",
    )
)
SEEKING = re.compile(SEEKS)
# A firm that serves clients itself says so: then the client hires nobody.
OWN_WORK = re.compile(
    r"\b(?:onze|ons|eigen) (?:[\w-]+ )?(?:afdeling|team|ploeg|medewerkers?|mensen"
    r"|monteurs?|specialisten|collega's|chauffeurs?|vestiging|magazijn)\b"
)


def is_intermediary(employer: str | None, text: str) -> str | None:
    """The words that give an intermediary away, or None for a real employer."""
    name = (employer or "").strip()
    if _is_agency(name.lower()):
        return name
    told = sorted(cut(text).telling_where("client"))
    return next((words for _, clause in told if (words := _cue(clause))), None)


@lru_cache(maxsize=4096)  # employers come back with every vacancy of theirs
def _is_agency(name: str) -> bool:
    return LEGAL_FORM.sub("", name) in NAMES or bool(NAME_WORDS.search(name))


@once_per_clause
def _cue(clause: Clause) -> str | None:
    """The words of an agency; a firm at work for a client uses some of them too."""
    found = next((match for cue in CUES if (match := cue.search(clause.low))), None)
    if found is None:
        return None
    if OWN_WORK.search(clause.low) and not SEEKING.search(clause.low):
        return None
    return clause.text[found.start() : found.end()]
