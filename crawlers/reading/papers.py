"""Dutch text to driving licences and certificates, as demand or as wish."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.reading.clauses import clauses

LICENCE_ORDER = ("AM", "A", "B", "BE", "C", "CE", "D", "T")
LICENCE_CLASS = r"(?:AM|A|BE|B\s?\+?\s?E|B|CE|C\s?\+?\s?E|C1|C|D1?|T)"
LICENCE = re.compile(
    rf"(?:rijbewij(?:s|zen)|driv\w+ licen[cs]e)\s*:?\(?\s*(?P<after>{LICENCE_CLASS}\b"
    rf"(?:\s*(?:,|/|&|\+|en|of|and|or)\s*(?:rijbewijs\s*)?{LICENCE_CLASS}\b)*)?"
    rf"|\b(?P<before>{LICENCE_CLASS})[- ]rijbewijs",
)
CERTIFICATES: tuple[tuple[str, str], ...] = (
    (r"\bVCA\b(?:[- ]?(?:VOL|B(?:asis)?)\b)?", "VCA"),
    (r"\bBHV\b|bedrijfshulpverlen", "BHV"),
    (r"\bEHBO\b", "EHBO"),
    (r"\bVOG\b|verklaring omtrent (?:het )?gedrag", "VOG"),
    (r"\bBIG\b|BIG-(?:registratie|geregistreerd)", "BIG"),
    (r"\bSKJ\b", "SKJ"),
    (r"\bHACCP\b", "HACCP"),
    (
        r"(?:heftruck|vorkheftruck)\s?-?(?:certificaat|diploma|rijbewijs|papieren)"
        r"|certificaat (?:voor (?:de )?)?heftruck|heftruck ?/ ?reachtruck",
        "heftruck",
    ),
    (r"reach ?truck\s?-?(?:certificaat|diploma|rijbewijs)", "reachtruck"),
    (r"hoogwerker\s?-?(?:certificaat|diploma)", "hoogwerker"),
    (r"\bNEN[- ]?3140\b", "NEN 3140"),
    (r"\bSVH\b|sociale hygi[eë]ne", "SVH"),
    (r"\bBOA\b(?:[- ](?:diploma|akte|bevoegdheid|certificaat))", "BOA"),
    (r"\bWFT\b", "Wft"),
    (r"\bcode[- ]?95\b", "code 95"),
    (r"\bADR\b", "ADR"),
    (r"\bPDL\b", "PDL"),
    (r"\bVPS\b", "VPS"),
    (r"las(?:sers?)?(?:certificaat|diploma)", "lascertificaat"),
    (r"(?:onderwijs|les)?bevoegdheid\b|bevoegd docent", "bevoegdheid"),
    (r"certificaat helpende plus", "Helpende Plus"),
    (r"diploma assistent-drogist|assistent-drogist\w* diploma", "assistent-drogist"),
    (
        r"beveiligings?(?:diploma|pas)|beveiligersdiploma|grijze pas|diploma "
        r"beveiliger",
        "beveiligingsdiploma",
    ),
    (r"taxipas|chauffeurskaart", "taxipas"),
    (r"kettingzaag(?:certificaat|diploma)", "kettingzaag"),
    (r"spuitlicentie", "spuitlicentie"),
)
WISH = re.compile(
    r"\bpr[eé]\b|pluspunt|mooi meegenomen|meegenomen|voorkeur|liefst|\bhandig\b"
    r"|geen must"
    r"|geen eis|voordeel|gewenst|hoeft niet|niet verplicht|niet nodig|\bplus\b|welkom"
    r"|nice to have|preferred|of (?:gaat|bent|ben|haalt?|behaalt?|wilt?)\b[^.;]{0,40}"
    r"|bereid\w*|(?:haal|behaal|volg)(?:t|en)? (?:je|u|die|dit|deze)? ?(?:bij|via)"
    r"|(?:bij|via) ons (?:te )?(?:halen|behalen|volgen)|te (?:halen|behalen|volgen)"
    r"|-?cursus|-?training|kun(?:t)? je|wij (?:betalen|regelen) (?:je|jouw|de"
    r"|deze) (?:opleiding|cursus|certificaat)",
    re.IGNORECASE,
)
WISH_BEFORE = re.compile(
    r"voorkeur|liefst|eventueel|bereid|graag|pr[eé]\b[^,;]{0,5}$|halen|idealiter|optioneel",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\s*(?:maar )?(?:hoeft|geen|niet|of|dan wel|pr[eé]|is|een pr[eé])\b", re.IGNORECASE
)
DENIED = re.compile(
    r"(?:geen|niet)(?: \w+){0,3}\W*$|hoef\w* (?:geen|niet)[^,;]*$", re.IGNORECASE
)
NOT_NEEDED = re.compile(
    r"^\W*(?:is |zijn )?(?:niet (?:nodig|vereist)|hoeft? niet)", re.IGNORECASE
)
NOT_OURS = re.compile(r"bezoekers|paspoorten|verhuizingen|collega's", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Papers:
    """Required and wished, in a fixed order; `raw` is the first clause that asked."""

    required: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    raw: str = ""


def read_licences(text: str) -> Papers:
    """Read `rijbewijs B en C` as B and C; `rijbewijs B is een pré` as a wish for B."""
    found = [item for c in clauses(text) for item in _licences_in(c.text)]
    return _papers(found, LICENCE_ORDER)


def read_certificates(text: str) -> Papers:
    """Read `VCA is een pré` as a wish; what one may still obtain is a wish too."""
    order = tuple(name for _, name in CERTIFICATES)
    found = [item for c in clauses(text) for item in _certificates_in(c.text)]
    return _papers(found, order)


Asked = tuple[str, bool, str]  # name, required, clause


def _papers(found: list[Asked], order: tuple[str, ...]) -> Papers:
    required = {name for name, needed, _ in found if needed}
    wished = {name for name, needed, _ in found if not needed} - required
    return Papers(
        tuple(name for name in order if name in required),
        tuple(name for name in order if name in wished),
        found[0][2] if found else "",
    )


def _licences_in(clause: str) -> Iterator[Asked]:
    for match in LICENCE.finditer(re.sub(r"(?i)rijbewij", "rijbewij", clause)):
        if _is_denied(match, clause):
            continue
        printed = match.group("after") or match.group("before") or "B"
        names = [re.sub(r"[\s+1]", "", n) for n in re.findall(LICENCE_CLASS, printed)]
        wished = _is_wish(match, clause, len(clause))
        # "rijbewijs B, BE is een pré": the wish is for the last one only.
        only_last = wished and not re.search(r"en|of|/|&", printed)
        for number, name in enumerate(names, start=1):
            needed = not wished or (only_last and number < len(names))
            yield name, needed, clause


def _certificates_in(clause: str) -> Iterator[Asked]:
    matches = [
        (match, name)
        for pattern, name in CERTIFICATES
        for match in re.finditer(pattern, clause, re.IGNORECASE)
    ]
    for match, name in matches:
        later = [m.start() for m, _ in matches if m.start() > match.start()]
        if not _is_denied(match, clause):
            end = min(later, default=len(clause))
            # "PDL of VPS" share what follows the last of them.
            if end - match.end() < 6:
                end = len(clause)
            yield (
                name,
                not _is_wish(match, clause, end) and not _or(match, clause),
                clause,
            )


def _or(match: re.Match[str], clause: str) -> bool:
    """One of several ways in is no requirement."""
    return bool(
        re.search(r"\bof\s*$", clause[: match.start()])
        or re.match(
            r"\W*(?:of\b|\w+ afgerond, of)", clause[match.end() :], re.IGNORECASE
        )
    )


def _is_wish(match: re.Match[str], clause: str, end: int) -> bool:
    behind = _until_next_point(clause[match.end() : min(end, match.end() + 90)])
    before = clause[max(0, match.start() - 45) : match.start()]
    return bool(WISH.search(behind) or WISH_BEFORE.search(before))


def _until_next_point(behind: str) -> str:
    """The words that still belong to what stands before them."""
    first, *rest = re.split(r"[,;(]", behind)
    if rest and GOES_ON.match(rest[0]):
        return f"{first},{rest[0]}"
    return first


def _is_denied(match: re.Match[str], clause: str) -> bool:
    before, behind = clause[: match.start()], clause[match.end() :]
    return bool(
        DENIED.search(before[-40:])
        or NOT_NEEDED.match(behind)
        or NOT_OURS.search(before)
    )
