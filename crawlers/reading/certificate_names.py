"""The papers of Dutch trades, by the words they go under, in small letters."""

import re
from itertools import islice

from crawlers.reading.keyed import keyed, tried_on

# Machines one may drive with a paper only; the bare name asks for no paper.
MACHINE = r"(?:(?:vork)?heftruck|reach-?(?:truck|stacker)|hoogwerker|kettingzaag|ept)"
PAPER = r"(?:certifica\w*|diploma\w*|rijbewijs|papieren|bewijs\b|pas(?:je)?\b)"
LISTED = rf"(?:{MACHINE}|en/of|en|of|[-\s/,()])"
PAPER_BEHIND = re.compile(rf"{LISTED}{{0,12}}{PAPER}")
PAPER_BEFORE = re.compile(
    rf"(?:certifica\w*|diploma'?s?|papieren) (?:voor |van )?(?:de |een )?{LISTED}*$"
)
MACHINES = {"heftruck", "reachtruck", "hoogwerker", "kettingzaag"}
MOST_OF_ONE = 6  # times that one paper is named in a clause
NEAR = 40  # characters before a machine in which its paper may be named
# What a clause must hold for a pattern to be tried, the pattern, and the paper.
NAMES: tuple[tuple[str, str, str], ...] = (
    ("vca", r"\bvca\b(?:[- ]?(?:vol|b(?:asis)?)\b)?", "VCA"),
    ("bhv", r"\bbhv\b", "BHV"),
    ("bedrijfshulp", r"bedrijfshulpverlen", "BHV"),
    ("ehbo", r"\behbo\b", "EHBO"),
    ("vog", r"\bvog\b", "VOG"),
    ("omtrent", r"verklaring omtrent (?:het )?gedrag", "VOG"),
    ("big", r"\bbig\b", "BIG"),
    ("skj", r"\bskj\b", "SKJ"),
    ("haccp", r"\bhaccp\b", "HACCP"),
    ("heftruck", rf"(?:vork)?heftruck-?(?P<paper>{PAPER})?", "heftruck"),
    ("reach", rf"reach ?-?truck-?(?P<paper>{PAPER})?", "reachtruck"),
    ("hoogwerker", rf"hoogwerker-?(?P<paper>{PAPER})?", "hoogwerker"),
    ("3140", r"\bnen[- ]?3140\b", "NEN 3140"),
    ("svh", r"\bsvh\b", "SVH"),
    ("hygi", r"sociale hygi[eë]ne", "SVH"),
    ("boa", r"\bboa\b(?:[- ](?:diploma|akte|bevoegdheid|certificaat))", "BOA"),
    ("wft", r"\bwft\b", "Wft"),
    ("95", r"\bcode[- ]?95\b", "code 95"),
    ("adr", r"\badr\b", "ADR"),
    ("pdl", r"\bpdl\b", "PDL"),
    ("vps", r"\bvps\b", "VPS"),
    ("las", r"\blas(?:sers?)?(?:certificaat|diploma)", "lascertificaat"),
    (
        "bevoegd",
        r"(?:onderwijs|les)?(?<!boa-)(?<!boa )bevoegdheid\b(?! om| tot| te\b)"
        r"|bevoegd docent",
        "bevoegdheid",
    ),
    ("helpende plus", r"certificaat helpende plus", "Helpende Plus"),
    (
        "drogist",
        r"diploma assistent-drogist|assistent-drogist\w* diploma",
        "assistent-drogist",
    ),
    (
        "beveilig",
        r"beveiligings?(?:diploma|pas)|beveiligersdiploma|diploma beveiliger",
        "beveiligingsdiploma",
    ),
    ("grijze", r"grijze pas", "beveiligingsdiploma"),
    ("taxipas", r"taxipas", "taxipas"),
    ("chauffeurskaart", r"chauffeurskaart", "taxipas"),
    ("kettingzaag", rf"kettingzaag-?(?P<paper>{PAPER})?", "kettingzaag"),
    ("spuitlicentie", r"spuitlicentie", "spuitlicentie"),
    ("bestuurderskaart", r"bestuurderskaart", "bestuurderskaart"),
    ("triage", r"triage-?(?:diploma|certificaat)|diploma triagist", "triagediploma"),
    ("hijs", r"hijs(?:bewijs|certificaat)", "hijscertificaat"),
    ("tcvt", r"\btcvt\b", "TCVT"),
    ("gassen", r"\bf-gassen", "F-gassen"),
    ("viag", r"\bviag\b", "VIAG"),
    ("co-", r"\bco-(?:certificaat|vakman\w*)", "CO-certificaat"),
    ("apk-keur", r"apk-keurmeester(?= zijn|\W+(?:is|of|bevoegd)|$)", "APK-keurmeester"),
    ("svs", r"\bsvs\b(?=-?diploma|-?certifica)", "SVS"),
    ("sir", r"\bsir\b(?=-?diploma|-?certifica)", "SIR"),
    ("vapro", r"\bvapro(?:-[abc])?\b", "VAPRO"),
)
ORDER = tuple(dict.fromkeys(name for _, _, name in NAMES))
PATTERNS = keyed(NAMES)


def names_in(low: str) -> list[tuple[re.Match[str], str]]:
    """The papers named in a clause in small letters, in reading order."""
    found = [
        (match, name)
        for pattern, name in tried_on(low, PATTERNS)
        for match in islice(pattern.finditer(low), MOST_OF_ONE)
        if name not in MACHINES or _is_paper(match)
    ]
    return sorted(found, key=lambda named: named[0].start())


def _is_paper(machine: re.Match[str]) -> bool:
    """`heftruckcertificaat` or `certificaat voor de heftruck`, not `de heftruck`."""
    low, start, end = machine.string, *machine.span()
    return bool(
        machine["paper"]
        or PAPER_BEHIND.match(low, end)
        or PAPER_BEFORE.search(low[max(0, start - NEAR) : start])
    )
