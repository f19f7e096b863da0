"""Recruiters' names, telephone numbers and mail addresses are cut before storing."""

import re

MAIL = re.compile(
    r"(?:mailto:)?[\w.+'-]{1,64}(?:@|\(at\)|\[at\]|&#64;|%40)(?:[\w-]{1,63}\.){1,5}[a-z]{2,18}",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w/=.€-])(?!\(?\d{1,2}[.:]\d{2}(?!\d)(?![.:]\d))"
    r"(?![0-3]\d[-/.][01]\d[-/.](?:19|20)\d{2}(?![\s.-]{0,3}\d))"  # a day, no number
    r"(?:tel:)?(?:(?:\+|00)\d{2}[\s.()-]{0,3}(?:\(0\)\s?)?\d|\(?0[1-9]\d{0,2}\)?)"
    r"(?:[\s.-]{0,3}\d){6,9}(?!\d)"
)
CUT_MAIL = "[e-mailadres]"
CUT_PHONE = "[telefoonnummer]"
CUT_NAME = "[naam]"

# Words that open a sentence or name a function, not a person.
NOT_A_NAME = (
    r"(?!(?:Ons|Onze|Je|Jij|Wij|We|De|Het|Een|Dan|Voor|Op|In|Als|Of|En|Meer|Deze|Dit|Heb"
    r"|Ben|Stuur|Mail|Bel|App|Via|Tel|Telefoon\w*|Solliciteer|Upload|Acquisitie|HR|P&O"
    r"|Recruitment\w*|Recruiter|Manager|Team\w*|Afdeling|Contact|Vragen|Interesse|Neem|U"
    r"|Uw|Jouw|Nederland\w*|Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Sollicit\w+"
    r"|Functie\w*|Business|Corporate|Senior|Junior|E-mail\w*|Klik|Direct|Nu|Meteen|Wil"
    r"|Kom|Kijk|Adviseur|Hoofd|Directeur|Reageer|Reageren|Wat|Wie|Waar)\b)"
)
NAME = (
    rf"{NOT_A_NAME}(?:(?:de heer|mevrouw|mevr\.|dhr\.|mw\.) +)?"
    r"(?:(?:[A-Z]\.){1,4} ?)?[A-ZÀ-Þ][\w'’À-ÿ-]+"
    r"(?: +(?:van|de|der|den|het|ter|ten|te|el|al|la|le|du|von|'t|in)){0,3}"
    r"(?: +[A-ZÀ-Þ][\w'’À-ÿ-]+){0,2}"
)
FULL_NAME = (
    rf"{NOT_A_NAME}(?:(?:[A-Z]\.){{1,4}} ?)?[A-ZÀ-Þ][\w'’À-ÿ-]+"
    r"(?: +(?:van|de|der|den|het|ter|ten|te|el|al|la|le|du|von|'t|in)){0,3}"
    r"(?: +[A-ZÀ-Þ][\w'’À-ÿ-]+){1,2}"
)
FUNCTION = (
    r"(?:corporate |senior |onze |de |jouw |uw )*(?:recruiter|recruitment\w*|teamleider"
    r"|teammanager|teamcoach|manager|leidinggevende|HR[- ]\w+|personeels\w+"
    r"|P&O[- ]\w+|adviseur"
    r"|hoofd|directeur|afdelingshoofd|contactpersoon|vacaturehouder|hiring "
    r"manager|planner"
    r"|coördinator|co[oö]rdinator|eigenaar|bedrijfsleider|intercedent\w*|consultant|collega)"
)
# A function that is followed by a name, not by more of a job's title.
PERSON = (
    r"(?:(?:corporate|senior|onze|de|jouw|uw) )*(?:recruiter|teamleider|teamcoach"
    r"|leidinggevende|contactpersoon|vacaturehouder|hiring manager|intercedent\w*"
    r"|collega"
    r"|directeur|eigenaar|bedrijfsleider|afdelingshoofd)"
)
ASKS = (
    r"(?i:bel|mail|app|whatsapp|neem(?: \w+){0,4} contact op met"
    r"|contact(?:persoon)?(?: opnemen)?"
    r"(?: met)?|bellen(?: met| naar)?|mailen(?: met| naar)?|vraag(?: het)?(?: "
    r"naar| aan)"
    r"|informatie(?: bij)?|terecht bij|bereiken|gesproken met|stuur(?: \w+){0,5} "
    r"(?:naar|aan)"
    r"|t\.a\.v\.|ter attentie van|gericht aan|vragen\?|contact)"
)
RULES: tuple[re.Pattern[str], ...] = (
    # "Bel Noor Dijkhuis", "contact op met onze recruiter Naam Verzonnen"
    re.compile(
        rf"(?P<keep>\b{ASKS}[\s:,]+(?:(?i:gerust|even|dan|met|naar|voor meer|op"
        rf"|{FUNCTION})[\s:,]+)*)"
        rf"(?P<name>{NAME})(?=[\s,.(:;!?]|$)"
    ),
    # The name after a function: recruiter Anna Jansen
    re.compile(
        rf"(?P<keep>\b(?i:{PERSON})[\s:,(]+)(?P<name>{FULL_NAME})(?=[\s,.(:;!?)]|$)"
    ),
    # The name before a function: Anna Jansen (teamleider)
    re.compile(
        rf"(?P<keep>)(?P<name>\b{FULL_NAME})(?= ?[,(–-] ?(?:[A-Z]\w+ )"
        rf"{{0,2}}(?i:{PERSON}|manager)\b)"
    ),
    # The name before a number that was cut
    re.compile(
        rf"(?P<keep>)(?P<name>\b{NAME})(?=\s*[,(:–-]?\s*(?:(?i:via|op|tel\.?\w*"
        rf"|mail|bereikbaar(?: via| op)?)"
        rf"\s*:?\s*)?(?:\[telefoonnummer\]|\[e-mailadres\]))"
    ),
    # "#1049921 - Naam Verzonnen" at the end
    re.compile(
        rf"(?P<keep>#\d{{4,}}\s*[-–]\s*)(?P<name>{FULL_NAME})(?=\s*$)", re.MULTILINE
    ),
)
# In a sentence with a number or mail address every full name is a contact person.
BESIDE_ADDRESS = re.compile(
    r"[^\n.!?]{0,200}(?:\[telefoonnummer\]|\[e-mailadres\])[^\n.!?]{0,80}"
)
ANY_NAME = re.compile(rf"\b{FULL_NAME}")
LABEL_LINE = re.compile(
    rf"^\W*(?:{FUNCTION}|naam|contact|contactpersoon)\W*$", re.IGNORECASE
)
LONE_NAME = re.compile(rf"^\W*{FULL_NAME}\W*$")


def without_addresses(text: str) -> str:
    """Cut mail addresses and telephone numbers; safe on raw HTML and JSON as well."""
    return PHONE.sub(CUT_PHONE, MAIL.sub(CUT_MAIL, text))


def without_contact(text: str) -> str:
    """Cut addresses, and the names that stand beside them or beside a recruiter."""
    text = without_addresses(text)
    for rule in RULES:
        text = rule.sub(_cut, text)
    text = BESIDE_ADDRESS.sub(
        lambda found: ANY_NAME.sub(CUT_NAME, found.group(0)), text
    )
    return "\n".join(_without_lone_names(text.split("\n")))


def _cut(match: re.Match[str]) -> str:
    return f"{match.group('keep')}{CUT_NAME}"


def _without_lone_names(lines: list[str]) -> list[str]:
    """A name on a line of its own under "Recruiter" or above a cut number."""
    kept = list(lines)
    for number, line in enumerate(lines):
        around = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
        beside = any(LABEL_LINE.match(near) or CUT_PHONE in near for near in around)
        if beside and LONE_NAME.match(line):
            kept[number] = CUT_NAME
    return kept
