"""Keeps out why somebody is limited: a sentence is cut down to what does not tell.

Which words tell, the caller knows.
"""

import re
from collections.abc import Callable, Iterator, Sequence

Span = tuple[int, int]
CausesIn = Callable[[str], Sequence[Span]]

# A clause may begin or end here; a word that gives a reason begins one.
BREAK = re.compile(
    r"[,;:()|\n\f\r–]|\s-\s|\.\s|\b(?=(?:vanwege|wegens|door|doordat|omdat|aangezien|gezien|"
    r"i\.v\.m|in verband met|ten gevolge van|als gevolg van|op basis van|bekend met|"
    r"bij|na|sinds|maar|waardoor|zodat|daarom|en)\b)",
    re.IGNORECASE,
)
SHORTEST = 8
EDGES = " \t\n\f\r,;:()|–-"


def without_causes(text: str, evidence: Span, causes_in: CausesIn) -> Span | None:
    """The longest stretch around `evidence` that names no cause; None without one.

    The whole text when it names none.
    """
    told = causes_in(text)
    if not told:
        return (0, len(text))
    start, end = evidence
    if any(cause[0] < end and start < cause[1] for cause in told):
        return None
    for found in _stretches(text, evidence, told):
        kept = _trimmed(text, *found)
        whole = kept[0] <= start and end <= kept[1]
        long = kept[1] - kept[0] >= SHORTEST
        if whole and long and not causes_in(text[slice(*kept)]):
            return kept
    return None


def _stretches(text: str, evidence: Span, told: Sequence[Span]) -> Iterator[Span]:
    """From the cause before the evidence to the one after it, at whole clauses."""
    start, end = evidence
    low = max((cause[1] for cause in told if cause[1] <= start), default=0)
    high = min((cause[0] for cause in told if cause[0] >= end), default=len(text))
    breaks = [at for match in BREAK.finditer(text) for at in match.span()]
    first = min((at for at in breaks if low < at <= start), default=None)
    last = max((at for at in breaks if end <= at < high), default=None)
    begin = 0 if low == 0 else first
    close = len(text) if high == len(text) else last
    if begin is not None and close is not None:
        yield begin, close
    if low:  # "vanwege een hernia mag hij 10 kg tillen": the words after the cause
        after = _next_word(text, low)
        if after <= start and close is not None:
            yield after, close


def _next_word(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end
