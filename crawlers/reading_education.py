"""Dutch text to the lowest level of education asked, and whether a diploma is."""

import re
from dataclasses import dataclass

from crawlers.clauses import Clause, clauses_asked
from schemas.vacancy import EDUCATION_LADDER, Education

LEVELS: tuple[tuple[str, Education], ...] = (
    (r"v?mbo[\s/-]*(?:niveau\s*)?(?:1\b|entree)|\bentreeopleiding", "mbo1"),
    (r"\bmbo\b[^.,;\n]{0,22}?\b2\b|\bmbo-?2|niveau 2\b", "mbo2"),
    (r"\bmbo\b[^.,;\n]{0,22}?\b3\b|\bmbo-?3|niveau 3\b", "mbo3"),
    (
        r"\bmbo\b[^.,;\n]{0,22}?\b4\b|\bmbo-?4|niveau 4\b|\bmbo\s*\+|\bhavo\b"
        r"|\bmts\b|\bmeao\b",
        "mbo4",
    ),
    (r"\bvmbo|\bmavo\b|\blbo\b|\bvbo\b|\bmiddelbare school", "vmbo"),
    (
        r"\bh\.?b\.?o\b|\bhogeschool|\bbachelor|\bassociate degree|\bhts\b"
        r"|\bheao\b|\bvwo\b",
        "hbo",
    ),
    (
        r"\bwo\b|\buniversitair|\bwo-|\bmaster(?:diploma|opleiding|studie|titel"
        r"|graad|s? degree)\b|afgeronde master",
        "wo",
    ),
)
NAMED: tuple[tuple[str, Education], ...] = (
    (r"pabo|hbo-?v\b|hbo-verpleegkund|onderwijsbevoegdheid|fysiotherapeut", "hbo"),
    (r"verpleegkund|doktersassistent|apothekersassistent|tandartsassistent", "mbo4"),
    (r"verzorgende|pedagogisch (?:werk|medewerker)|kapper", "mbo3"),
    (r"helpende|beveiliger|beveiligingsdiploma", "mbo2"),
)
# A bare "mbo" names no level; the ladder reads it as the one most adverts mean.
BARE_MBO = re.compile(r"\bmbo\b|\bmbo-", re.IGNORECASE)
DIPLOMA = re.compile(
    r"diploma|afgerond|voltooid|gediplomeerd|behaald|in (?:het )?bezit van"
    r"|\bgraad\b|degree|gekwalificeerd",
    re.IGNORECASE,
)
LEVEL_ONLY = re.compile(
    r"niveau|denk|of (?:een paar|vergelijkbare|enkele) (?:jaar )?ervaring",
    re.IGNORECASE,
)
DIPLOMA_LEVEL = re.compile(
    r"(?:afgeronde?|voltooide?)[^.;,\n]{0,40}(?:opleiding|diploma|studie|master|bachelor)"
    r"|diploma (?:op )?niveau|diploma\b[^,;]{0,40}niveau",
    re.IGNORECASE,
)
OR_WITHOUT = re.compile(
    r"diploma gewenst|geen[^,.;]{0,20}diploma|diploma[^,.;]{0,20}(?:pré|pre\b|niet)"
    r"|of (?:gaat|bereid|je gaat|een paar jaar|vergelijkbare|gelijkwaardige|haal)"
    r"|ervaring telt"
    r"|of[^.;]{0,30}ervaring",
    re.IGNORECASE,
)
NONE_ASKED = re.compile(
    r"(?:geen|zonder)(?: \w+){0,3} (?:diploma|opleiding|vooropleiding)(?:'s)?\b"
    r"(?! (?:hebben|te hebben),? maar)"
    r"|(?:diploma'?s?|opleiding)(?: \w+){0,2} (?:is|zijn)? ?(?:niet|geen)(?: \w+){0,2} "
    r"?(?:nodig|belang|vereist|vereiste|verplicht|belangrijk|must|eis)"
    r"|(?:opleiding|diploma) niet(?=[.,;]?$)"
    r"|(?:opleiding|diploma)\w*(?:'s)?[^.,;]{0,15} vragen (?:we|wij) niet"
    r"|(?:opleiding|diploma)[^.,;]{0,20}(?:hoeft niet|niet nodig|overbodig"
    r"|onbelangrijk)"
    r"|(?:opleiding|diploma)(?:'s)? (?:heb je|hoef je) niet|ongeacht (?:je "
    r")?(?:opleiding|diploma)"
    r"|stellen (?:we|wij) (?:geen|niet)[^.,;]{0,12}opleiding|geen opleidingseis"
    r"|(?:opleiding|diploma|papieren)[^.;]{0,30}\b(?:niet|geen)\b[^.;,]{0,20}"
    r"(?:nodig|belang|vereist|\buit\b|\beis)"
    r"|geen papieren|zonder papieren"
    r"|(?:opleiding|diploma)(?: doet| maakt)[^.,;]{0,12}niet",
    re.IGNORECASE,
)
NOT_ASKED_HERE = re.compile(
    r"betalen de opleiding|via ons|leiden (?:je|jou|u) op|school voor|doorgroei"
    r"|interne opleiding"
    r"|kun je|je haalt|volg je|volgt? (?:bij ons )?een (?:mbo|hbo)|collega|leerlingen"
    r"|studenten|bijvoorbeeld een opleiding tot",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"je hebt|jij hebt|u heeft|minimaal|ten minste|tenminste|vragen", re.IGNORECASE
)
DIRECT_FIELD: tuple[tuple[str, Education], ...] = (
    (r"bachelor|professional|hbo", "hbo"),
    (r"post ?graduate|master|doctor|universit|\bwo\b", "wo"),
    (r"vocational|associate|mbo", "mbo4"),
    (r"high ?school|vmbo|mavo|secondary", "vmbo"),
    (r"no requirements|none|geen", "none"),
)


@dataclass(frozen=True, slots=True)
class EducationAsked:
    """The lowest level that will do; `strict` when a diploma is asked, not a level."""

    lowest: Education
    strict: bool
    raw: str


def read_education(title: str, text: str) -> EducationAsked | None:
    """Read `mbo-3 of mbo-4 diploma` as mbo3, strict; `hbo-niveau` as hbo, not so."""
    pieces = clauses_asked(text)
    for clause in sorted(pieces, key=_rank):
        if found := _in_clause(clause.text):
            return found
    for clause in pieces:
        if NONE_ASKED.search(clause.text):
            return EducationAsked("none", strict=False, raw=clause.text)
    for clause in pieces:
        if clause.part != "offer" and (named := _named(clause.text)):
            strict = _is_strict(clause.text)
            return EducationAsked(_lowest(named), strict=strict, raw=clause.text)
    return (
        _in_clause(title)
        if re.search(r"niveau|werk- en denk", title, re.IGNORECASE)
        else None
    )


def read_education_field(raw: str) -> EducationAsked | None:
    """Read a field of its own, such as `MBO`, `bachelor degree` or `mbo-4`."""
    if levels := _levels(raw):
        return EducationAsked(_lowest(levels), strict=False, raw=raw)
    for pattern, level in DIRECT_FIELD:
        if re.search(pattern, raw, re.IGNORECASE):
            return EducationAsked(level, strict=False, raw=raw)
    return None


def _rank(clause: Clause) -> int:
    """A sentence that asks comes before one that tells."""
    if NOT_ASKED_HERE.search(clause.text) and not ASKED.search(clause.text):
        return 2
    return 1 if clause.part == "offer" else 0


def _in_clause(text: str) -> EducationAsked | None:
    if (
        NOT_ASKED_HERE.search(text)
        and not ASKED.search(text)
        and not re.search(r"certificaat|diploma", text, re.IGNORECASE)
    ):
        return None
    levels = _levels(text)
    if not levels or re.search(r"onderbouw|docent|leraar|klas\b", text, re.IGNORECASE):
        return None
    return EducationAsked(_lowest(levels), strict=_is_strict(text), raw=text)


def _levels(text: str) -> set[Education]:
    found: set[Education] = {
        level for pattern, level in LEVELS if re.search(pattern, text, re.IGNORECASE)
    }
    if BARE_MBO.search(text) and not found & {"mbo1", "mbo2", "mbo3", "mbo4"}:
        found.add("mbo4" if "vmbo" not in found else "mbo2")
    if "mbo" not in text.lower() and not re.search("diploma", text, re.IGNORECASE):
        found -= {"mbo2", "mbo3", "mbo4"} if not _old_school(text) else set()
    return found


def _named(text: str) -> set[Education]:
    """A diploma called by its trade, such as `diploma verzorgende IG`."""
    asks = re.search(r"diploma|gediplomeerd|bevoegd|opleiding", text, re.IGNORECASE)
    if not asks or re.search(
        r"\bgeen\b|\bhoef|leidt|leiden|via ons", text, re.IGNORECASE
    ):
        return set()
    return {level for words, level in NAMED if re.search(words, text, re.IGNORECASE)}


def _old_school(text: str) -> bool:
    return bool(re.search(r"\bhavo\b|\bmts\b|\bmeao\b", text, re.IGNORECASE))


def _lowest(levels: set[Education]) -> Education:
    return min(levels, key=EDUCATION_LADDER.index)


def _is_strict(text: str) -> bool:
    if OR_WITHOUT.search(text):
        return False
    if DIPLOMA_LEVEL.search(text):
        return True
    return bool(DIPLOMA.search(text)) and not LEVEL_ONLY.search(text)
