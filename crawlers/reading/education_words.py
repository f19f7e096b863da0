"""The words for levels of education, and for not asking any."""

import re

from schemas.vacancy import Education

# "mbo met 2 jaar ervaring" names no level 2.
NO_YEARS = r"(?!\s*(?:[-–/]|à|tot|of)?\s*\d*\s*(?:jaar|jaren|jr|maand|uur|dag|week))"
LEVELS: tuple[tuple[str, Education], ...] = (
    (r"v?mbo[\s/-]*(?:niveau\s*)?(?:1\b|entree)|\bentree-?opleiding", "mbo1"),
    (
        rf"\bmbo\b[^.,;\n]{{0,22}}?\b(?:2|twee)\b{NO_YEARS}|\bmbo-?2|niveau 2\b"
        r"|startkwalificatie",
        "mbo2",
    ),
    (rf"\bmbo\b[^.,;\n]{{0,22}}?\b(?:3|drie)\b{NO_YEARS}|\bmbo-?3|niveau 3\b", "mbo3"),
    (
        rf"\bmbo\b[^.,;\n]{{0,22}}?\b(?:4|vier)\b{NO_YEARS}|\bmbo-?4|niveau 4\b"
        r"|\bmbo\s*\+|\bhavo\b|\bmts\b|\bmeao\b",
        "mbo4",
    ),
    (
        r"\bvmbo|\bmavo\b|\blbo\b|\bvbo\b|\blts\b|\bleao\b|\bmulo\b"
        r"|middelbare ?school(?=.{0,20}(?:diploma|afgerond|niveau))"
        r"|(?:afgeronde|diploma (?:van de )?) ?middelbare school"
        r"|lager beroepsonderwijs|basisberoeps",
        "vmbo",
    ),
    (
        r"\bh\.?b\.?o\b|\bhogeschool(?:opleiding|diploma|niveau)|\bbachelor"
        r"|\bassociate degree|\bad-(?:diploma|niveau|opleiding)|\bhts\b"
        r"|\bheao\b|\bvwo\b|\bgymnasium\b|\batheneum\b"
        r"|hoger (?:beroeps)?onderwijs",
        "hbo",
    ),
    (
        r"\bwo\b|\bacademisch\w* (?:werk|denk|opleid|diploma|niveau|studie|geschoold)"
        r"|\buniversitaire?\b.{0,6}(?:werk|denk|opleid|diploma|niveau|studie|geschoold"
        r"|master|bachelor|graad)|\buniversity degree"
        r"|\bmaster(?:diploma|opleiding|studie|titel|graad|niveau|'?s? degree)\b"
        r"|afgeronde master|\been master (?:in|of)\b|wetenschappelijke opleiding",
        "wo",
    ),
)
# A bare "mbo" names no level; the ladder reads it as the one most adverts mean.
BARE_MBO = re.compile(
    r"\bmbo\b|\bmbo-|middelbaar (?:beroepsonderwijs|werk|denk|niveau)", re.IGNORECASE
)
SCHOOLING = re.compile(
    r"mbo|diploma|opleid|school|kwalific|afgerond|\bbbl\b|verpleegk|verzorgende"
    r"|helpende|pedagogisch",
    re.IGNORECASE,
)
SCHOOL = r"(?:v?mbo|hbo|wo|havo|vwo|mavo)"
# A school, its people and its wages: levels that nobody asks.
NO_LEVEL = re.compile(
    rf"\b{SCHOOL}[- ]?(?:scho(?:ol|len)\b|leerling\w*|student\w*|stagiair\w*"
    r"|scholier\w*|docent\w*|college|instelling\w*|afdeling\w*|raad\b|klas\w*|instituut)"
    rf"|\b(?:in|op|aan|van|vanuit|uit|binnen|voor) het {SCHOOL}\b(?![- ]?(?:niveau|denk"
    rf"|werk- en))(?:(?:,| en| of|/)\s*(?:het )?{SCHOOL}\b)*"
    r"|\bcao[- ](?:mbo|hbo|wo)\b"
    r"|\b(?:ma|di|do|vr)(?:,| en|,? ?-|/)? ?wo\b|\bwo(?:,| en|/| t/m)? ?(?:do|vr|za)\b",
    re.IGNORECASE,
)
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
ONLY_WISHED = re.compile(
    r"\bpr[eé]\b|pluspunt|meegenomen|voordeel|\bhoe(?:ft|ven) niet|niet per se"
    r"|(?:niet|geen) (?:\w+ )?(?:nodig|vereist|verplicht|must|eis)\w*",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\s*(?:is |zijn )?(?:hoe(?:ft|ven) |geen |niet |een pr[eé]|pr[eé]\b)",
    re.IGNORECASE,
)
PAPERS = (
    r"(?:\b(?:vak|school|voor|beroeps)?(?:opleiding|diploma)(?:'?s|en)?\b|\bpapieren\b"
    r"|\bscholing\b|\bstartkwalificatie\b|\bopleidings(?:niveau|eis\w*)|mbo-?diploma\b)"
)
IS_NOT_NEEDED = (
    r"(?:\b(?:niet|geen)\b(?: \w+){0,2} ?(?:nodig|belang\w*|vereiste?|verplicht"
    r"|noodzakelijk|must|eis|rol)\b|\bhoe(?:ft|ven) niet|\bniet te hebben"
    r"|\b(?:maakt|doet)\b[^.,;]{0,12}\b(?:niet|minder)|\b(?:vragen|heb|hoef)\b"
    r"(?: (?:we|wij|je|u))? niet|\bzijn er niet|\btel(?:t|len) (?:hier |bij ons )?niet"
    r"|interess\w+ ons niet|minder belangrijk|onbelangrijk|overbodig|bijzaak)"
)
NONE_ASKED = re.compile(
    rf"\b(?:geen|zonder)(?: \w+){{0,3}} {PAPERS}(?! (?:hebben|te hebben),? maar)"
    rf"|{PAPERS}[^.;]{{0,30}}?{IS_NOT_NEEDED}|{PAPERS} niet(?=[.,;]?$)"
    rf"|{PAPERS}\s*:\s*(?:geen\b|niet\b|n\.?v\.?t|onbelangrijk)"
    rf"|\bniet (?:naar|op|om) (?:\w+ )?{PAPERS}|ongeacht (?:je )?{PAPERS}"
    rf"|\b(?:belangrijker|zwaarder|meer) dan (?:\w+ )?{PAPERS}"
    r"|stellen (?:we|wij) (?:geen|niet)[^.,;]{0,12}opleiding"
    r"|niet (?:(?:er)?voor )?ge(?:leerd|studeerd) te"
    r"|wat je (?:ge(?:leerd|studeerd) hebt|hebt ge(?:leerd|studeerd)) maakt"
    r"|basis(?:onderwijs|school) is (?:genoeg|voldoende)",
    re.IGNORECASE,
)
ASKED_AND_DENIED = re.compile(
    r"\b(?:diploma|opleiding)(?:'s|en)?\? *(?:\w+ ){0,3}(?:niet|geen|onbelangrijk"
    r"|hoeft)[^.!?\n]{0,30}",
    re.IGNORECASE,
)
NOT_ASKED_HERE = re.compile(
    r"betalen (?:we |wij )?(?:de|je|jouw|uw) [\w-]*opleiding|via ons"
    r"|leiden (?:je|jou|u) op|school voor|doorgroei|interne opleiding"
    r"|kun je|je haalt|volg je|volgt? (?:bij ons )?een (?:mbo|hbo)|collega|leerlingen"
    r"|studenten|stagiair|bijvoorbeeld een opleiding tot|de kans\b|tot de mogelijkheden"
    r"|bieden (?:we |wij |je )*een [\w-]*opleiding|\bbbl-(?:opleiding|traject|plek)"
    r"|opleiding[^.;]{0,30}\bbetalen",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"je hebt|jij hebt|u heeft|minimaal|ten minste|tenminste|vragen"
    r"|\bhebt\b|in (?:het )?bezit|\bof (?:gaat?|bent?|wilt?|be)",
    re.IGNORECASE,
)
DIRECT_FIELD: tuple[tuple[str, Education], ...] = (
    (r"bachelor|professional|hbo", "hbo"),
    (r"post ?graduate|master|doctor|universit|\bwo\b", "wo"),
    (r"vocational|associate|mbo", "mbo4"),
    (r"high ?school|vmbo|mavo|secondary", "vmbo"),
    (r"no requirements|none|geen", "none"),
)
