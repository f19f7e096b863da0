"""Which Dutch the work asks, as CEFR level; and in which language an advert is."""

import re

from crawlers.reading.clauses import clauses_asked

CEFR = r"\b([ABC][12])\b"
DUTCH = r"Nederlands\w*|Dutch|\btaal\b|schriftelijke"
LEVELS: tuple[tuple[str, str], ...] = (
    (
        r"uitstekend\w*|foutlo|perfect|vlekkeloos|excellent|native|moedertaal"
        r"|zeer goed",
        "C1",
    ),
    (
        r"\bgoed|in woord en geschrift|vloeiend|\bvlot\b|fluent|uitdrukkingsvaardig",
        "B2",
    ),
    (r"eenvoudig|basis|(?<!een )beetje|beetje Nederlands|etiketten|lezen|basic", "A2"),
    (
        r"voldoende|redelijk|spre[ek]|spreken|verstaan|gesprek|beheers|machtig"
        r"|verstaan|begrijp|Nederlands kunt|taal",
        "B1",
    ),
)
OTHER_LANGUAGE = re.compile(
    r"Nederlands\w*\W+(?:of|or|/)\W*(?:het |een beetje )?(?:Engels|Duits|Pools"
    r"|Vlaams|English)"
    r"|Nederlands, \w+ (?:of|or) \w+|(?:Engels|English) (?:of|or) (?:Nederlands|Dutch)",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"(?:geen|niet)(?: \w+){0,4} Nederlands|Nederlandse (?:bedrijven|markt|klant)",
    re.IGNORECASE,
)
DUTCH_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "van",
        "je",
        "wij",
        "voor",
        "met",
        "zijn",
        "bij",
        "naar",
        "ook",
        "jij",
        "onze",
    ]
)
ENGLISH_WORDS = frozenset(
    [
        "the",
        "and",
        "of",
        "you",
        "we",
        "for",
        "with",
        "are",
        "our",
        "your",
        "will",
        "to",
        "is",
        "in",
    ]
)
FEWEST_WORDS = 8


def read_dutch_level(text: str) -> tuple[str, str] | None:
    """Read `goed Nederlands` as B2; returns the level and the words.

    Levels: uitstekend or foutloos C1, goed B2, spreekt or voldoende B1, eenvoudig A2.
    """
    for clause in clauses_asked(text):
        if not re.search(DUTCH, clause.text, re.IGNORECASE):
            continue
        if level := _level(clause.text):
            return level, clause.text
    return None


def _level(clause: str) -> str | None:
    if OTHER_LANGUAGE.search(clause) or DENIED.search(clause):
        return None
    if match := re.search(rf"{CEFR}", clause):
        return match.group(1)
    if not re.search(r"Nederlands|Dutch", clause, re.IGNORECASE):
        return None
    named = re.search(r"Nederlands\w*|Dutch", clause, re.IGNORECASE)
    assert named is not None  # noqa: S101 - searched just above
    near = clause[max(0, named.start() - 75) : named.end() + 45]
    for pattern, level in LEVELS:
        if re.search(pattern, near, re.IGNORECASE):
            return level
    return None


def guess_language(text: str) -> str | None:
    """`nl` or `en` by the commonest small words; None when too short or neither."""
    words = re.findall(r"[a-z]+", text.lower())
    dutch = sum(word in DUTCH_WORDS for word in words)
    english = sum(word in ENGLISH_WORDS for word in words)
    if len(words) < FEWEST_WORDS or dutch == english:
        return None
    return "nl" if dutch > english else "en"


def language_of(printed: str | None) -> str | None:
    """Read `nl-NL` as nl."""
    match = re.match(r"[a-z]{2}\b|[a-z]{2}(?=[-_])", (printed or "").lower())
    return match.group(0) if match else None
