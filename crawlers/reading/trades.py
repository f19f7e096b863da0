"""Diplomas that are called by their trade, and the level each stands for.

The levels are those of the public qualification files of Dutch vocational education
(kwalificatiedossiers); a trade that exists on several levels has the lowest.
"""

import re

from schemas.vacancy import Education

# Specific before general: what one pattern took is not read again.
TRADE_WORDS: tuple[tuple[Education, str], ...] = (
    (
        "wo",
        r"geneeskunde|\bbasisarts\b|rechtenstudie|rechtsgeleerdheid"
        r"|(?:studie|opleiding|nederlands) rechten\b",
    ),
    (
        "hbo",
        r"\bpabo|leraren?opleiding|(?:onderwijs|les)bevoegdheid|(?:eerste|tweede)graads"
        r"|hbo-?v\b|hbo-verpleegkund\w*|wijkverpleegkund\w*|fysiotherap\w*"
        r"|ergotherap\w*|logoped\w*|di[eë]tist\w*|verloskund\w*|\bsjd\b|\bsph\b|\bmwd\b"
        r"|maatschappelijk werk\b|social work|leerkracht|mondhygi[eë]n\w*",
    ),
    (
        "mbo4",
        r"verpleegkund\w*|dokters?assistent\w*|apothekersassistent\w*"
        r"|tandartsassistent\w*|medisch secretar\w*|onderwijsassistent\w*"
        r"|persoonlijk begeleider|laborant\w*|gespecialiseerd pedagogisch \w+"
        r"|directiesecretar\w*|opticien|dierenartsassistent\w*|jeugdzorgwerker"
        r"|sociaal-juridisch\w*",
    ),
    (
        "mbo3",
        r"zelfstandig werkend \w+|\bvig\b|verzorgenden?\b|verzorging\b"
        r"|kraamverzorg\w*|pedagogisch (?:werk|medewerk)\w*|\bkapp(?:er|ster)s?\w*"
        r"|maatschappelijke zorg|\bhandhav\w+|\bboa\b|schoonheidsspecialist\w*"
        r"|pedicure\w*|\bspw\b|\bmz\b|kraamzorg|eerste (?:auto)?monteur"
        r"|eerste autotechnicus",
    ),
    (
        "mbo2",
        r"\bhelpende\b|\b(?:object)?beveilig(?:er|ing)\w*|\bkok(?:s\w*)?\b|bakkers?\w*|slagers?\w*"
        r"|timmer\w*|metsel\w*|schilder\w*|loodgiet\w*|\blasser\w*|hovenier\w*"
        r"|stukado\w*|automonteur|elektromonteur|gastouder\w*|autotechnicus|stratenmaker"
        r"|tegelzetter",
    ),
)
TRADES: tuple[tuple[Education, re.Pattern[str]], ...] = tuple(
    (level, re.compile(words)) for level, words in TRADE_WORDS
)
PAPER = re.compile(
    r"diploma|gediplomeerd|bevoegd|opleiding|gekwalificeerd|kwalificatie|geregistreerd"
    r"|big\b|papieren|afgerond|afgestudeerd|geschoold|studie\b|graads\b"
)
# Nobody may call himself one of these without the diploma.
PROTECTED = re.compile(
    r"\b(?:je|jij|u) (?:bent|ben) (?:een |als )?(?:[\w-]+ ){0,2}(?:verzorgende|helpende"
    r"|verpleegkund|dokters?assistent|apothekersassistent|fysiotherap|verloskund)"
    r"|(?:minimaal|ten ?minste) (?:een )?(?:verzorgende|helpende|verpleegkund"
    r"|dokters?assistent)"
)
DENIED = re.compile(
    r"\bgeen\b|\bhoe(?:f|ft|ven)\b|\bleid(?:t|en)\b|(?:via|bij) ons|in opleiding"
    r"|\bbegeleid(?:t|en|ing)\b|collega"
)
OR_A_LEVEL = re.compile(r" of (?:een )?(?=v?mbo|hbo)")


def names_a_paper(text: str) -> bool:
    """Whether a few small words ask for a diploma, or for one who must have it."""
    return bool(PAPER.search(text) or PROTECTED.search(text))


def trades_named(text: str) -> set[Education]:
    """The levels of the diplomas that a few small words ask for by their trade."""
    if not names_a_paper(text) or DENIED.search(text):
        return set()
    return _levels(text)


def trade_or_level(text: str) -> set[Education]:
    """`minimaal verzorgende IG of mbo-4 …`: a trade that will do beside a level."""
    either = OR_A_LEVEL.search(text)
    return trades_named(text[: either.start()]) if either else set()


def _levels(text: str) -> set[Education]:
    found: set[Education] = set()
    for level, words in TRADES:
        text, times = words.subn(" ", text)
        if times:
            found.add(level)
    return found
