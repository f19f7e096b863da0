"""Which Dutch the work asks, as CEFR level; and in which language an advert is."""

import re

from crawlers.reading.clauses import Clause, cut, once_per_clause

CEFR = re.compile(r"\b([ABC][12])\b")
DUTCH = re.compile(r"nederlands\w*|dutch")
BEFORE, BEHIND = 75, 45  # characters around "Nederlands" in which a level stands
LEVEL_WORDS: tuple[tuple[str, str], ...] = (
    (
        r"uitstekend\w*|foutlo|perfect|vlekkeloos|excellent|native|moedertaal"
        r"|zeer goed",
        "C1",
    ),
    (
        r"\b(?:goed|good)(?! genoeg)|in woord en geschrift|vloeiend|\bvlot\b|fluent"
        r"|uitdrukkingsvaardig",
        "B2",
    ),
    (
        r"eenvoudig|basis|(?<!een )beetje|beetje nederlands|etiketten|basic"
        r"|lezen(?! en schrijven)"
        r"|paar woord\w* nederlands|nederlands: zoveel"
        r"|(?:woordje|simpel|beperkt|enige?|weinig)(?: kennis van het)? nederlands",
        "A2",
    ),
    (
        r"voldoende|redelijk|spre[ek]|spreken|verstaan|gesprek|beheers|machtig"
        r"|begrijp|nederlands kunt|taal|talig|pra(?:at|ten)\b|redden|\bredt\b|volgen\b"
        r"|uit de voeten|genoeg|behoorlijk|communice|uitleg|schrijven|\bmust\b|vereist"
        r"|required",
        "B1",
    ),
)
LEVELS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words), level) for words, level in LEVEL_WORDS
)
OTHER_LANGUAGE = re.compile(
    r"nederlands\w*\W+(?:of|or|/)\W*(?:het |een beetje )?(?:engels|duits|pools"
    r"|vlaams|english)"
    r"|nederlands(?:, \w+)+,? (?:of|or) \w+|(?:engels|english|duits|pools|frans) (?:of"
    r"|or) (?:het )?(?:nederlands|dutch)"
)
# "Je hoeft geen perfect Nederlands te spreken" still asks some.
NOT_PERFECT = re.compile(
    r"(?:geen|niet)(?: \w+){0,2} (?:perfect|foutloos|vloeiend|accentloos)\w*"
    r"(?: \w+){0,2} nederlands\w*"
    r"|(?:perfect|foutloos|vloeiend|accentloos)\w* nederlands (?:hoeft|is) niet"
    r"|nederlands\w*(?: \w+){0,4} niet(?: \w+){0,2}"
    r" (?:perfect|foutloos|vloeiend|accentloos)\w*"
)
# Flawless writing asks for C1, whether or not it says in which language …
FLAWLESS = re.compile(
    r"(?:uitstekend|foutlo|vlekkeloos|vlekkeloze|perfecte?)\w* (?:\w+ (?:en|of) )?"
    r"(?:mondelinge|schriftelijke|taal|spelling|schrijf)"
    r"|schrij\w+ (?:\w+[ -]){0,5}(?:foutloo?s|vlekkeloos|zonder (?:\w{0,8})fouten)"
    r"|(?:foutloo?s|vlekkeloos|zonder (?:\w{0,8})fouten) (?:kunt |kan )?schrij"
    r"|foutloze (?:teksten|e-?mails?|mails?|brieven|rapport|verslag)"
)
# … unless it says so.
NEVER = re.compile(r"\b(?:geen|niet|hoef)\b")
IN_ANOTHER = re.compile(r"engels|duits|frans|pools|spaans|turks|arabisch|english")
# A little Dutch that is only handy is not asked, nor is Dutch that is only a wish.
ONLY_HANDY = re.compile(
    r"nederlands\w*(?: \w+){0,3} (?:(?:is|zijn) (?:een (?:pr[eé]|plus\w*|voordeel)"
    r"|mooi meegenomen|geen (?:vereiste|eis|must)|niet (?:nodig|vereist|verplicht))"
    r"|hoeft niet\b(?! (?:\w+ ){0,2}(?:perfect|foutloos|vloeiend|accentloos)))|"
    r"(?:beetje|woordje) nederlands (?:\w+ ){0,2}is (?:handig|fijn|meegenomen|mooi"
    r"|een (?:pr[eé]|plus))"
)
DENIED = re.compile(
    r"(?:geen|niet)(?: \w+){0,4} nederlands|nederlandse (?:bedrijven|markt|klant)"
)
DUTCH_WORDS = b"de het een en van je wij voor met zijn bij naar ook jij onze".split()
ENGLISH_WORDS = b"the and of you we for with are our your will to is in".split()
# Which way a word leans.
LEANS = dict.fromkeys(DUTCH_WORDS, 1) | dict.fromkeys(ENGLISH_WORDS, -1)
FEWEST_WORDS = 8
ENOUGH = 1_500  # characters in which a language shows
CODE = re.compile(r"[a-z]{2}\b|[a-z]{2}(?=[-_])")


def read_dutch_level(text: str) -> tuple[str, str] | None:
    """Read `goed Nederlands` as B2; returns the level and the words.

    Levels: uitstekend or foutloos C1, goed B2, spreekt or voldoende B1, eenvoudig A2.
    """
    for clause in cut(text).telling("dutch"):
        if level := _level(clause):
            return level, clause.text
    return None


@once_per_clause
def _level(clause: Clause) -> str | None:
    low, imperfect = NOT_PERFECT.subn(" nederlands", clause.low)
    if any(words.search(low) for words in (OTHER_LANGUAGE, DENIED, ONLY_HANDY)):
        return None
    if match := CEFR.search(clause.text):
        return match[1]
    if not (named := DUTCH.search(low)):
        flawless = FLAWLESS.search(low) and not IN_ANOTHER.search(low)
        return "C1" if flawless and not NEVER.search(low) else None
    near = low[max(0, named.start() - BEFORE) : named.end() + BEHIND]
    found = next((level for words, level in LEVELS if words.search(near)), None)
    return found or ("A2" if imperfect else None)


def guess_language(text: str) -> str | None:
    """`nl` or `en` by the commonest small words; None when too short or neither."""
    # In bytes letters are made small several times as quickly.
    words = text[:ENOUGH].encode(errors="surrogatepass").lower().split()
    leaning = sum(filter(None, map(LEANS.get, words)))  # the others say nothing
    if len(words) < FEWEST_WORDS or not leaning:
        return None
    return "nl" if leaning > 0 else "en"


def language_of(printed: str | None) -> str | None:
    """Read `nl-NL` as nl."""
    match = CODE.match((printed or "").lower())
    return match.group(0) if match else None
