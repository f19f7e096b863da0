"""What stands around a name and tells whether it is a person's."""

import re

FUNCTIONS = (
    r"(?:corporate |senior |junior |hr[ -]|it[ -])?(?:recruit(?:er|ster)s?"
    r"|recruitment ?(?:adviseur|medewerker|consultant|specialist|partner)"
    r"|contactpersoon|vacaturehouder|hiring manager|intercedente?|leidinggevende"
    r"|teamleid(?:er|ster)|teamcoach|teammanager|afdelingshoofd|bedrijfsleid(?:er|ster)"
    r"|praktijkmanager|locatiemanager|filiaalmanager|winkelmanager|personeelsfunctionaris"
    r"|loopbaanadviseur|matcher)"
)
WEAK_FUNCTIONS = (
    r"(?:\w{0,20}manager|directeur|directrice|eigena(?:ar|resse)|co[oö]rdinator\w*"
    r"|adviseur|consultant|hoofd(?: \w{1,20}){0,2}|planner|collega|medewerker|chef"
    r"|hr|p&o|hrm|bestuurder|voorzitter|clustermanager|zorgmanager|afdelingsmanager)"
)
POLITE = r"(?:dan|even|gerust|gewoon|snel|direct|vrijblijvend|ook|altijd|eerst|ons)"
TITLES_OF_PEOPLE = (
    r"(?<!\w)(?:de heer|dhr\.?|mevrouw|mevr\.?|mw\.?|meneer|ing\.|ir\.|drs\.|dr\.)"
)
TITLE_BEFORE = re.compile(rf"{TITLES_OF_PEOPLE}\s\Z")
# Each on the lower-case words before a name, up to the name itself.
ALWAYS = re.compile(
    rf"(?:t\.a\.v\.|ter attentie van|{TITLES_OF_PEOPLE}|naam:"
    r"|contactpersoon(?: is|\b.{0,30}:)?"
    rf"|vraag(?: {POLITE}){{0,2}} naar"
    rf"|(?:^|\W)(?:bel|bellen|app|appen|mail|mailen|overleg)(?: {POLITE}){{0,3}} met"
    r"|groet(?:en|jes)?,?|mijn naam is|ik ben|geplaatst door:?"
    r"|contact (?:us|me) via)[\s:,(–-]{0,4}\Z"
)
ASKED = re.compile(
    rf"(?:(?:^|\W)neem\b.{{0,40}}contact op(?: met)?"
    r"|contact op(?:te)?nemen met|contact op te nemen met|contact zoeken met"
    r"|contact(?:gegevens|informatie)?:|^\W{0,3}contact|opnemen met"
    rf"|(?:^|[.!?,:;(] ?|\b(?:of|en|je|u|kun je|kunt u|mag|please) )"
    rf"(?:bel|app|mail|bellen|appen|mailen|call|whatsapp|sms)(?: {POLITE}){{0,3}}"
    r"(?: (?:met|naar|of mail|of app|of bel|en vraag naar))?"
    r"|(?:^|\W)(?:bel|mail|app|contact|vragen|informatie|inlichtingen)\b.{0,50}"
    r"\b(?:op met|bellen met|mailen met|terecht bij|stellen aan)"
    r"|appje (?:naar|aan)|mailtje (?:naar|aan)|berichtje (?:naar|aan)"
    r"|vra(?:ag|gen)\b.{0,25}\b(?:aan|naar)|vragen\?|inlichtingen:?|informatie:?"
    r"|reach out to"
    r"|(?:^|\W)stuur\b.{0,60} (?:naar|aan)|(?:^|\W)richt\b.{0,40} aan|gericht aan"
    r"|solliciteer\w*\b.{0,40}(?:bij|naar)|kennis ?maken met|gesprek(?: \w+){0,3} met"
    r"|koffie met"
    rf"|{FUNCTIONS})"
    rf"(?: (?:onze|de|jouw|je|uw|mijn|collega|our))?(?: {FUNCTIONS})?"
    rf"(?: {WEAK_FUNCTIONS})?[\s:,(–-]{{0,4}}\Z"
)
HINTED = re.compile(
    rf"(?:\b(?:bij|via)|terecht|vragen|{WEAK_FUNCTIONS})[\s:,(–-]{{0,4}}\Z"
)
# In a line that is about asking, these lead to a person as well.
LEADING = re.compile(
    r"\b(?:naar|van|door|wordt|is|ontvangt|aan|met|en|of|het|wij|laat)[\s:,(–-]{0,4}\Z"
)
ABOUT_ASKING = re.compile(
    r"\b(?:bel|bellen|app|appen|mail|mailen|e-?mail|contact\w*|vragen|vraag|informatie"
    r"|inlichtingen|solliciteer|solliciteren|sollicitaties?|interesse|meer weten|brief"
    r"|motivatie|cv|je hoort|begeleid|leidinggevende|recruiters?|vacaturehouder)\b"
    r"|\[(?:telefoon|e-mail)|t\.a\.v\.",
    re.IGNORECASE,
)
# Each on the words behind a name.
REACHED = re.compile(
    r"[\s,:;(|–-]{0,4}(?:(?:via|op|onder|tel\w*|mobiel|mail\w*|e-mail\w*|bereikbaar|app"
    r"|whatsapp|[tme])\b[\s.:]{0,3}){0,3}\[(?:telefoonnummer|e-mailadres|profiel)\]",
    re.IGNORECASE,
)
IN_FUNCTION = re.compile(
    rf"\s?[,(–|-]\s?(?:[\w&/-]{{1,20}} ){{0,2}}?(?:{FUNCTIONS}|{WEAK_FUNCTIONS})\b",
    re.IGNORECASE,
)
THEN_FUNCTION = re.compile(rf"\s{FUNCTIONS}\b", re.IGNORECASE)
WILL_HELP = re.compile(
    r"[^.!?\n]{0,40}?\b(?:vertelt|beantwoordt|helpt|hoort|denkt|praat|geeft|staat|kijkt)"
    r"(?: \w{1,12}){0,3} (?:je|jou|jouw|u|uw)\b|\s(?:neemt|is)(?: \w{1,12}){0,4}"
    r" (?:contact|bereikbaar)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?](?:\s|\Z)")
CUT = re.compile(r"\[(?:telefoonnummer|e-mailadres|profiel)\]")
SENTENCE_BEFORE, SENTENCE_BEHIND = 200, 100
LEFT, RIGHT = 110, 90
SOMEBODY_IS_ASKED = 2
# The last word before a name, where that word can lead to a person at all.
LEADS = frozenset(
    """
    t.a.v. van heer dhr dhr. mevrouw mevr mevr. mw mw. meneer ing. ir. drs. dr. naam is
    naar met groet groeten groetjes ben door via op contact contactgegevens aan bel app
    contactinformatie mail bellen appen mailen call whatsapp sms bij vragen? informatie
    inlichtingen to onze de jouw je uw mijn our dan even gerust gewoon snel direct ook
    altijd eerst ons vrijblijvend terecht vragen wordt ontvangt en of het wij laat hr
    p&o hrm chef
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
LEADS_ENDING = (
    "manager", "leider", "leidster", "recruiter", "recruiters", "recruitster", "coach",
    "adviseur", "medewerker", "consultant", "specialist", "partner", "persoon",
    "houder", "intercedent", "intercedente", "leidinggevende", "hoofd",
    "functionaris", "matcher", "directeur", "directrice", "eigenaar", "eigenaresse",
    "ordinator", "planner", "collega", "bestuurder", "voorzitter", ":",
)  # fmt: skip
IN_A_PLACE = frozenset(
    """
    in te uit vanuit omgeving regio rond nabij gemeente provincie locatie vestiging
    kantoor afdeling team stad dorp huisartsenpraktijk praktijk school stichting
    """.split()  # noqa: SIM905
)
LABEL_LINE = re.compile(
    rf"\W{{0,4}}(?:(?:je|jouw|uw|onze) )?(?:{FUNCTIONS}|{WEAK_FUNCTIONS}|naam|contact"
    r"|contactpersoon|contactpersonen|contactgegevens|vragen\?"
    r"|(?:nog )?vragen over\b.{0,40}"
    r"|(?:met )?(?:vriendelijke|hartelijke|warme)? ?groet(?:en|jes)?|meer weten|meer"
    r" informatie|interesse|neem contact op(?: met)?|tot snel)\W{0,4}\Z",
    re.IGNORECASE,
)


def is_asked_for(line: str, start: int, end: int, needs: int) -> bool:
    """Whether the surroundings of a name make it a person's.

    `needs` is how much they must say: 3 that it is a person, 2 that somebody is asked
    something, 1 that it may be so.
    """
    left = line[max(0, start - LEFT) : start].lower()
    right = line[end : end + RIGHT]
    last = _last_word(left)
    leads = last.rstrip(":") in LEADS or last.endswith(LEADS_ENDING) or "hoofd" in left
    placed = last in IN_A_PLACE
    if REACHED.match(right) or (leads and not placed and ALWAYS.search(left)):
        return True
    if placed or needs > SOMEBODY_IS_ASKED:
        return False
    asked = leads and ASKED.search(left)
    if asked or IN_FUNCTION.match(right) or WILL_HELP.match(right):
        return True
    if _beside_an_address(line, start, end):
        return True
    hinted = THEN_FUNCTION.match(right) or (leads and HINTED.search(left))
    led = leads and LEADING.search(left)
    may_be = hinted or (led and ABOUT_ASKING.search(line))
    return needs < SOMEBODY_IS_ASKED and bool(may_be)


def is_about_asking(line: str, start: int) -> bool:
    """Whether a line tells whom to ask, so that a whole name in it is a person's."""
    placed = _last_word(line[max(0, start - LEFT) : start].lower()) in IN_A_PLACE
    return not placed and bool(ABOUT_ASKING.search(line))


def _last_word(left: str) -> str:
    return left.rstrip(" \t,(–-").rpartition(" ")[2]


def follows_a_title(line: str, start: int) -> bool:
    """Whether `mevrouw` or its like stands before a word."""
    return bool(TITLE_BEFORE.search(line[max(0, start - 20) : start].lower()))


def _beside_an_address(line: str, start: int, end: int) -> bool:
    """Whether a number or mail address was cut from the same sentence."""
    if "[" not in line:
        return False
    before = SENTENCE_END.split(line[max(0, start - SENTENCE_BEFORE) : start])[-1]
    behind = SENTENCE_END.split(line[end : end + SENTENCE_BEHIND])[0]
    return bool(CUT.search(before) or CUT.search(behind))
