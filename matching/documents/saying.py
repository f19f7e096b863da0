"""Whether a text calls something limited, or says that nothing is the matter."""

import re

from matching.documents.vocabulary import Mention

Span = tuple[int, int]

NORMAL = re.compile(
    r"\b(?:geen\s+(?:specifieke\s+|bijzondere\s+|duidelijke\s+|noemenswaardige\s+)?"
    r"(?:beperking(?:en)?|bijzonderheden|belemmering(?:en)?|problemen|voorwaarde)"
    r"|niet\s+(?:specifiek\s+|noemenswaardig\s+)?beperkt|onbeperkt|ongestoord|normaal"
    r"|normale|niet\s+van\s+toepassing|n\.?v\.?t\b\.?|zonder\s+beperking(?:en)?"
    r"|(?:score|niveau)\s*[:=]?\s*0)(?!\w)",
    re.IGNORECASE,
)
LIMITED = re.compile(
    r"\b(?:beperk\w*|geen|niet|nooit|zonder|weinig|vermij\w+|vermeden|voorkom\w+|ontzien"
    r"|nauwelijks|moeite|lukt|moeilijk\w*|onmogelijk|gecontra-?indiceerd|ongeschikt"
    r"|aangewezen|voorwaarde|moet\w*|dient|dienen|noodzakelijk|nodig|problemen"
    r"|uitgesloten|ontraden|afgeraden|af\s+te\s+raden|verminderd\w*|verstoord|maximaal|kortdurend|incidenteel|vertraagd)"
    r"(?!\w)",
    re.IGNORECASE,
)
# The answer that closes an item of a list.
NO = re.compile(
    r"(?:[:\s|–-]|^)(?:nee|n\.?v\.?t\.?|niet van toepassing|geen(?: voorwaarde)?"
    r"|normaal|niet beperkt|geen beperking(?:en)?|geen bijzonderheden)\s*[.)]?\s*$",
    re.IGNORECASE,
)
YES = re.compile(
    r"[:\s|–-](?:ja|van toepassing|voorwaarde|x)\s*[.)]?\s*$", re.IGNORECASE
)
SCOPE_ENDS = re.compile(r";|\.\s|\bmaar\b", re.IGNORECASE)
NEXT_CLAUSE = re.compile(r"[,:;(]")
PENALTY = 25


def limiting_words(text: str, mention: Mention) -> Span | None:
    """The words nearest to a mention that limit it; None when it is called normal."""
    low, high = _scope(text, mention)
    normal = [match.span() for match in NORMAL.finditer(text, low, high)]
    limits = [
        match.span()
        for match in LIMITED.finditer(text, low, high)
        if not any(start <= match.start() < end for start, end in normal)
    ]
    nearest = min(limits, key=lambda span: gap(text, mention, span), default=None)
    if nearest is None or _is_normal(text, mention, nearest, normal):
        return None
    return nearest


def _is_normal(text: str, mention: Mention, limit: Span, normal: list[Span]) -> bool:
    how_near = gap(text, mention, limit)
    return any(gap(text, mention, span) < how_near for span in normal)


def says_no(text: str) -> bool:
    """Whether an item of a list ends in an answer that nothing is limited."""
    return bool(NO.search(text))


def says_yes(text: str) -> bool:
    """Whether an item of a list ends in an answer that it holds."""
    return bool(YES.search(text))


def gap(text: str, mention: Mention, span: Span) -> int:
    """How far words stand from a mention; another clause is further."""
    start, end = min(mention.end, span[1]), max(mention.start, span[0])
    between = text[start:end]
    return max(0, end - start) + PENALTY * len(NEXT_CLAUSE.findall(between))


def _scope(text: str, mention: Mention) -> Span:
    low, high = 0, len(text)
    for stop in SCOPE_ENDS.finditer(text):
        if stop.end() <= mention.start:
            low = stop.end()
        elif stop.start() >= mention.end:
            return low, stop.start()
    return low, high
