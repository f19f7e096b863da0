"""Strips an advert's title of all that is not the work: hours, m/v, places, calls."""

import re

BRACKETED = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
# What may stand between brackets and still name the work.
NAMES_WORK = re.compile(
    r"\b(boa|ig|bso|kdv|ggz|vg|cnc|ce|be|inbound|outbound|backoffice|ict|hr)\b",
    re.IGNORECASE,
)
GENDER = re.compile(r"\b[mvfxdw](?:\s*[/|]\s*[mvfxdw]){1,2}\b\.?", re.IGNORECASE)
HOURS = re.compile(
    r"\b(?:min(?:imaal)?|max(?:imaal)?|ca)?\.?\s*\d{1,2}(?:[.,]\d+)?"
    r"(?:\s*(?:[-–—/]|tot|t/m|à|of)\s*\d{1,2}(?:[.,]\d+)?)?\s*"
    r"(?:uren|uur|u\b|fte|dagen|dgn|hours|hrs)(?:\s*(?:per|p\.?)\s*(?:week|w))?\.?",
    re.IGNORECASE,
)
NOT_THE_WORK = re.compile(
    r"\b(?:wij\s+zoeken(?:\s+een)?|we\s+zoeken(?:\s+een)?|(?:met\s+spoed\s+)?gezocht|"
    r"(?:wij\s+zijn\s+)?op\s+zoek\s+naar(?:\s+een)?|kom\s+werken\s+als|gevraagd|"
    r"(?:ben|word)\s+jij(?:\s+(?:een|onze|de))?|"
    r"we(?:\s+are|[’']re)\s+(?:hiring|looking\s+for)(?:\s+an?)?|"
    r"vacature|per\s+direct|direct\s+(?:starten|beschikbaar|aan\s+de\s+slag)|"
    r"full-?\s?time|part-?\s?time|parttimer|bijbaan|vakantiewerk|stage|vast\s+contract|"
    r"ervaren|enthousiaste?|gemotiveerde?|gedreven|startende?|collega|topper|"
    r"aspirant[- ]|leerling[- ]|allround|zelfstandig|junior|medior|senior|"
    r"bbl|leerplek|leerwerkplek|oproepkracht|zzp|detachering|thuiswerk|hybride|"
    r"opleiding\s+inbegrepen|wij\s+leiden\s+(?:je|op)(?:\s+op)?|"
    r"(?:dag|avond|nacht|weekend|ochtend|middag)(?:diensten?|s|en)?\b(?!\w)|"
    r"\d-?ploegen(?:dienst)?|volcontinu|dagdienst)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\s(?:in|te|omgeving|regio|rondom|nabij|bij)\s+(?:de\s+)?(?:regio\s+)?"
    r"(?:[A-Z'’][\w'’\-]+)(?:\s+(?:[A-Z][\w\-]+|aan|den|op|en|de|het))*\s*$"
)
FOR_WHOM = re.compile(r"\s(?:voor|bij|in|op|binnen|at|for)\s+(?:ons|onze|our)\b.*$")
SEPARATOR = re.compile(r"\s+[-–—|•·:]\s+|\s*[|•·]\s*|[!?]+\s*|\s*,\s+")
LOOSE = re.compile(r"[^\w\s/&+#'’.\-]|(?<!\w)[-/&.]+|[-/&.]+(?!\w)")
SPACES = re.compile(r"\s+")


# Words that name no work by themselves.
VAGUE = frozenset(
    {
        "medewerker", "medewerkers", "medewerkster", "functie", "baan", "kandidaat",
        "collega", "topper", "talent", "vrijwilliger", "stagiair", "stagiaire",
        "trainee", "kracht", "hulp", "assistent", "adviseur", "specialist",
        "coordinator", "coördinator", "begeleider", "operator", "monteur", "manager",
        "teamleider", "leider", "lid", "teamlid", "expert", "professional", "vakman",
        "aanpakker", "duizendpoot", "alleskunner", "open", "sollicitatie", "kom", "bij",
        "ons", "werken", "word", "jij", "onze", "nieuwe", "iemand", "mensen", "de",
        "het", "een", "en", "of", "voor", "in", "op", "met", "team", "van", "m", "v",
        "x",
    }
)  # fmt: skip


def clean_title(title: str, *, place: str | None = None) -> str:
    """The work alone: `Ervaren kok (m/v) 32-40 uur te Tilburg` is `kok`.

    A title of which nothing would be left comes back as it was.
    """
    return _named(title, place) or SPACES.sub(" ", title).strip()


def work_named(title: str) -> str | None:
    """The work that a title names, or None when it names none (`Topper gezocht!`)."""
    named = _named(title, None)
    return named if set(named.casefold().split()) - VAGUE else None


def _named(title: str, place: str | None) -> str:
    text = BRACKETED.sub(_bracket, title)
    text = GENDER.sub(" ", HOURS.sub(" ", text))
    if place:
        text = re.sub(rf"(?:\b(?:in|te)\s+)?\b{re.escape(place)}\b", " ", text)
    parts = [_plain(part) for part in SEPARATOR.split(text)]
    return next((part for part in parts if part), "")


def _bracket(found: re.Match[str]) -> str:
    inside = found.group(1) or found.group(2) or ""
    return f" {inside} " if NAMES_WORK.search(inside) else " "


def _plain(part: str) -> str:
    text = PLACE.sub(" ", FOR_WHOM.sub(" ", NOT_THE_WORK.sub(" ", part)))
    text = SPACES.sub(" ", LOOSE.sub(" ", text)).strip()
    return re.sub(r"^(?:een|de|het|als|voor)\s+", "", text, flags=re.IGNORECASE)
