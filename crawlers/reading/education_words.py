"""The words for levels of education, and for not asking any, in small letters."""

import re
from collections.abc import Mapping

from crawlers.reading.keyed import keyed
from schemas.vacancy import Education

# Words that name a level by themselves.
WORDS_OF_LEVEL: Mapping[Education, str] = {
    "vmbo": "mavo lbo vbo lts leao mulo lhno",
    "mbo2": "startkwalificatie",
    "mbo4": "havo mts meao",
    "hbo": "hbo hts heao vwo gymnasium atheneum",
    "wo": "wo",
}
LEVEL_OF_WORD: Mapping[str, Education] = {
    word: level for level, words in WORDS_OF_LEVEL.items() for word in words.split()
}
# "mbo met 2 jaar ervaring" names no level 2.
NO_YEARS = r"(?!\s*(?:[-/]|à|tot|of)?\s*\d*\s*(?:jaar|jaren|jr|maand|uur|dag|week))"
# A step of the mbo may stand a few words behind it: "mbo werk- en denkniveau 3/4".
MBO = re.compile(r"mbo(?<!vmbo)(?:-?(?P<glued>[234])|\b)(?:niv\.|[^.,;]){0,28}")
STEP = re.compile(rf"\b(?:[234]|twee|drie|vier)\b{NO_YEARS}")
LEVEL_OF_STEP: Mapping[str, Education] = {
    "2": "mbo2", "3": "mbo3", "4": "mbo4", "twee": "mbo2", "drie": "mbo3",
    "vier": "mbo4",
}  # fmt: skip
# What a text must hold for a pattern to be tried, the pattern, and its level.
LEVEL_WORDS: tuple[tuple[str, str, Education], ...] = (
    (
        "onderwijs",
        r"(?:minimaal|niveau|afgerond|diploma) (?:van )?(?:het )?"
        r"(?:praktijk|basis)onderwijs"
        r"|praktijkonderwijs(?=/| of | ?, ?v?mbo|-?niveau|-?diploma)"
        r"|(?:/|of )praktijkonderwijs"
        r"|(?:basis|praktijk)onderwijs (?:afgerond|voltooid)",
        "none",
    ),
    ("entree", r"entree-?(?:opleiding|diploma|niveau)|mbo[\s/-]*entree", "mbo1"),
    ("1", r"mbo[\s/-]*(?:niveau\s*)?1\b", "mbo1"),
    ("niveau 2", r"niveau 2\b", "mbo2"),
    ("niveau 3", r"niveau 3\b", "mbo3"),
    ("niveau 4", r"niveau 4\b", "mbo4"),
    ("vmbo", r"vmbo", "vmbo"),
    (
        "middelbare",
        r"middelbare ?school(?=.{0,20}(?:diploma|afgerond|niveau))"
        r"|(?:afgeronde|diploma (?:van de )?) ?middelbare school",
        "vmbo",
    ),
    ("beroeps", r"lager beroepsonderwijs|basisberoeps", "vmbo"),
    ("onderwijs", r"hoger (?:beroeps)?onderwijs", "hbo"),
    ("h.b", r"\bh\.b\.?o\b", "hbo"),
    ("hogeschool", r"hogeschool(?:opleiding|diploma|niveau)", "hbo"),
    ("bachelor", r"bachelor", "hbo"),
    ("ad-", r"\bad-(?:diploma|niveau|opleiding)", "hbo"),
    ("associate", r"associate degree", "hbo"),
    (
        "academisch",
        r"academisch\w* (?:werk|denk|opleid|diploma|niveau|studie|geschoold)",
        "wo",
    ),
    (
        "universit",
        r"universitaire?\b.{0,6}(?:werk|denk|opleid|diploma|niveau|studie|geschoold"
        r"|master|bachelor|graad)|university degree",
        "wo",
    ),
    (
        "master",
        r"\bmaster(?:diploma|opleiding|studie|titel|graad|niveau|'?s? degree)\b"
        r"|afgeronde master|\been master (?:in|of)\b",
        "wo",
    ),
    ("wetenschappelijke", r"wetenschappelijke opleiding", "wo"),
)
LEVELS = keyed(LEVEL_WORDS)
WORD = re.compile(r"[a-zß-ÿ]+")
# A bare "mbo" names no level; the ladder reads it as the one most adverts mean.
BARE_MBO = re.compile(
    r"mbo\b(?<!vmbo)|middelbaar (?:beroepsonderwijs|werk|denk|niveau)"
)
SCHOOLING = re.compile(
    r"mbo|diploma|opleid|school|kwalific|afgerond|\bbbl\b|verpleegk|verzorgende"
    r"|helpende|pedagogisch|havo|\bmts\b|meao|middelbaar"
)
SCHOOL = r"(?:v?mbo|hbo|wo|havo|vwo|mavo)"
# Without one of these a text tells of no school.
AT_A_SCHOOL = re.compile(
    r"school|schol|leerling|student|stagiair|docent|college|instelling|afdeling|raad"
    r"|klas|instituut|het |cao|wo\b"
)
# A school, its people and its wages: levels that nobody asks.
NO_LEVEL = re.compile(
    rf"\b{SCHOOL}[- ]?(?:scho(?:ol|len)\b|leerling\w*|student\w*|stagiair\w*"
    r"|scholier\w*|docent\w*|college|instelling\w*|afdeling\w*|raad\b|klas\w*|instituut)"
    rf"|(?<!studeerd )\b(?:in|op|aan|van|vanuit|uit|binnen|voor) het {SCHOOL}\b"
    rf"(?![- ]?(?:niveau|denk|werk- en))(?:(?:,| en| of|/)\s*(?:het )?{SCHOOL}\b)*"
    r"|\bcao[- ](?:mbo|hbo|wo)\b"
    r"|dag \(wo\)|\b(?:ma|di|do|vr)(?:,| en|,? ?-|/)? ?wo\b"
    r"|\bwo(?:,| en|/| t/m)? ?(?:do|vr|za)\b"
)
DIPLOMA = re.compile(
    r"diploma|afgerond|voltooid|gediplomeerd|behaald|in (?:het )?bezit van"
    r"|\bgraad\b|degree|gekwalificeerd|bevoegd|afgestudeerd"
)
LEVEL_ONLY = re.compile(
    r"niveau|denk|of (?:een paar|vergelijkbare|enkele) (?:jaar )?ervaring"
)
DIPLOMA_LEVEL = re.compile(
    r"(?:afgeronde?|voltooide?)[^.;,]{0,40}(?:opleiding|diploma|studie|master|bachelor)"
    r"|diploma (?:op )?niveau|diploma\b[^,;]{0,40}niveau"
)
OR_WITHOUT = re.compile(
    r"diploma gewenst|geen[^,.;]{0,20}diploma|diploma[^,.;]{0,20}(?:pré|pre\b|niet)"
    r"|of (?:gaat|bereid|je gaat|een paar jaar|vergelijkbare|gelijkwaardige|haal)"
    r"|of (?:je )?(?:bent|ben) (?:bijna|bezig|druk|nog|in opleiding)"
    r"|ervaring telt|of[^.;]{0,30}ervaring"
)
ONLY_WISHED = re.compile(
    r"pr[eé]\b|pluspunt|meegenomen|voordeel|hoe(?:ft|ven) niet|niet per se"
    r"|(?:niet|geen) (?:\w+ )?(?:nodig|vereist|verplicht|must|eis)\w*"
)
GOES_ON = re.compile(
    r"\s*(?:is |zijn )?(?:hoe(?:ft|ven) |geen |niet |een pr[eé]|pr[eé]\b)"
)
PAPERS = (
    r"(?:\b(?:vak|school|voor|beroeps)?(?:opleiding|diploma)(?:'?s|en)?\b"
    r"|\b(?:school)?papier(?:en|tjes?)\b"
    r"|\bscholing\b|\bstartkwalificatie\b|\bopleidings(?:niveau|eis\w*)|mbo-?diploma\b)"
)
IS_NOT_NEEDED = (
    r"(?:\b(?:niet|geen)\b(?: \w+){0,2} ?(?:nodig|belang\w*|vereiste?|verplicht"
    r"|relevant|noodzakelijk|must|eis|rol|voorwaarde|doorslaggevend)\b"
    r"|\bhoe(?:ft|ven) niet"
    r"|\bniet te hebben"
    r"|\b(?:maak(?:t|en)|doe(?:t|n))\b[^.,;]{0,12}\b(?:niet|niks|minder)"
    r"|\b(?:vragen|heb|hoef|eisen|verwachten)\b(?: (?:we|wij|je|u))? niet"
    r"|\bzijn er niet|\btel(?:t|len) (?:hier |bij ons )?niet"
    r"|spel(?:en|t) (?:hier |bij ons )?geen rol|laat maar|hoe(?:ft|ven) (?:we|wij) niet"
    r"|interess\w+ ons niet|minder belangrijk|onbelangrijk|overbodig|bijzaak)"
)
# Without one of these no clause denies anything.
DENIAL = re.compile(
    r"geen|zonder|niet|niks|hoef|hoev|minder|geen rol|laat maar|onbelang|overbod"
    r"|bijzaak|n\.?v\.?t|ongeacht"
    r"|dan |maakt|genoeg|voldoende"
)
NONE_ASKED = re.compile(
    rf"\b(?:geen|zonder)(?: \w+){{0,3}} {PAPERS}(?! (?:hebben|te hebben),? maar)"
    rf"|{PAPERS}[^.;]{{0,30}}?{IS_NOT_NEEDED}|{PAPERS} niet(?=[.,;]?$)"
    rf"|{PAPERS}\s*:\s*(?:geen\b|niet\b|n\.?v\.?t|onbelangrijk)"
    rf"|\bniet (?:naar|op|om) (?:\w+ )?{PAPERS}|ongeacht (?:je )?{PAPERS}"
    rf"|\b(?:belangrijker|zwaarder|meer) dan (?:\w+ )?{PAPERS}"
    r"|\b(?:school|opleiding|diploma)\s*[:?]\s*(?:dat )?(?:maakt niet uit|niet nodig"
    r"|geen)"
    r"|stellen (?:we|wij) (?:geen|niet)[^.,;]{0,12}opleiding"
    r"|niet (?:(?:er)?voor )?ge(?:leerd|studeerd) te"
    r"|wat je (?:ge(?:leerd|studeerd) hebt|hebt ge(?:leerd|studeerd)) maakt"
    r"|(?:basis|praktijk)(?:onderwijs|school) is (?:genoeg|voldoende)"
)
NOT_ASKED_HERE = re.compile(
    r"betalen (?:we |wij )?(?:de|je|jouw|uw) [\w-]*opleiding|via ons"
    r"|leiden (?:je|jou|u) op|school voor|doorgroei|interne opleiding"
    r"|kun je|je haalt|haal je|behaal je|je behaalt|opgeleid|(?:leer|opleidings)traject"
    r"|omscholing|scholen (?:je|we|wij)|volg je|volgt? (?:bij ons )?een (?:mbo|hbo)"
    r"|collega|leerlingen"
    r"|studenten|stagiair|bijvoorbeeld een opleiding tot|de kans\b|tot de mogelijkheden"
    r"|bieden (?:we |wij |je )*een [\w-]*opleiding|bbl-(?:opleiding|traject|plek)"
    r"|opleiding[^.;]{0,30}\bbetalen|krijg\w* (?:je |u |jij )?(?:van ons )?(?:een|de) "
    r"[\w-]*opleiding|geven (?:we |wij |je |jou )*een [\w-]*opleiding"
)
ASKED = re.compile(
    r"je hebt|jij hebt|u heeft|minimaal|ten minste|tenminste|vragen"
    r"|hebt\b|in (?:het )?bezit|of (?:gaat?|bent?|wilt?|be)"
)
DIRECT_FIELD_WORDS: tuple[tuple[str, Education], ...] = (
    (r"bachelor|professional|hbo", "hbo"),
    (r"post ?graduate|master|doctor|universit|\bwo\b", "wo"),
    (r"vocational|associate|mbo", "mbo4"),
    (r"high ?school|vmbo|mavo|secondary", "vmbo"),
    (r"no requirements|none|geen", "none"),
)
DIRECT_FIELD: tuple[tuple[re.Pattern[str], Education], ...] = tuple(
    (re.compile(words), level) for words, level in DIRECT_FIELD_WORDS
)
