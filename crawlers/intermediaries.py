"""Who hires out people to others: by name, by the words in the name, by the advert."""

import re

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
    r"|payroll|\binterim\b|staffing|personeelsdienst|\bjobs\b.*bureau|arbeidsbemiddel",
    re.IGNORECASE,
)
CUES = re.compile(
    r"\bonze opdrachtgever\b(?!s)|\bvoor (?:een|onze) (?:[\w-]+ ){0,2}(?:opdrachtgever"
    r"|relatie)"
    r" (?:in|uit|te|zoek|zijn)|\bde opdrachtgever is\b|namens (?:onze|een) "
    r"(?:opdrachtgever|klant)"
    r"|\bonze klant (?:in|te|uit)\b|voor onze klant\b|uitzendbureau "
    r"[A-Z][^.\n]{0,30} zoekt|zoekt uitzendbureau"
    r"|via ons uitzendbureau|recruitmentbureau|our client\b",
    re.IGNORECASE,
)


def is_intermediary(employer: str | None, text: str) -> str | None:
    """The words that give an intermediary away, or None for a real employer."""
    name = (employer or "").strip()
    bare = re.sub(
        r"\s+(?:b\.?v\.?|n\.?v\.?|nederland|group|groep)\b\.?",
        "",
        name,
        flags=re.IGNORECASE,
    )
    if bare.lower() in NAMES or NAME_WORDS.search(name):
        return name
    found = CUES.search(text)
    return found.group(0) if found else None
