"""What stands around a phrase: denial, delegation, how often, wish or requirement."""

import re
from dataclasses import dataclass
from typing import Literal

from matching.demands.degree import degree
from matching.demands.denied_after import denied_after, put_aside
from matching.demands.denied_before import (
    COMMA,
    denied_before,
    has_denial,
    not_without,
    spared,
)
from matching.demands.others import handed_over, is_theirs, told_of_them

Stance = Literal["said", "denied", "delegated", "told"]

_EDGE = re.compile(
    r"[;:()!?\n]|\s[–—-]\s|, dus\b|\ben (?:je|jij|u|er|we|wij|het|dat)\b"
    r"|\b(?:maar|want|terwijl|omdat|zodat|wel|behalve|mits)\b"
)
_FULL_STOP = re.compile(r"[;!?\n]|\s[–—]\s|\b(?:maar|want|terwijl|omdat|zodat)\b")
PARTING = (_FULL_STOP,)  # all that `crosses` looks for


@dataclass(frozen=True, slots=True)
class Around:
    """How a phrase is meant where it stands; `shift` goes on top of its strength."""

    stance: Stance
    shift: int


SAID = Around("said", 0)
DENIED_AROUND = Around("denied", 0)


def around(text: str, span: tuple[int, int], sentence: tuple[int, int]) -> Around:
    """Judge the words around a phrase, in a text made `plain`."""
    start, end = clause(text, span, sentence)
    before, phrase = text[start : span[0]], text[slice(*span)]
    rest = text[span[1] : sentence[1]]
    if has_denial(text[slice(*sentence)]):
        if not_without(before, text[span[1] : end]):
            return SAID
        if denied_before(text[sentence[0] : span[0]], before) or denied_after(
            text[span[1] : end], rest
        ):
            return DENIED_AROUND
    if spared(before) or put_aside(before, phrase, rest):
        return DENIED_AROUND
    if handed_over(before, phrase, rest) or is_theirs(text[start:end]):
        return Around("delegated", 0)
    if told_of_them(text[slice(*comma_clause(text, span, sentence))]):
        return Around("told", 0)
    shift = degree(text, span, (start, end))
    return Around("said", shift) if shift else SAID


def crosses(words: str) -> bool:
    """Whether words that would form a phrase stand in two different clauses."""
    return _FULL_STOP.search(words) is not None


def comma_clause(
    text: str, span: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """The words around a phrase up to the nearest comma or harder break."""
    return between(COMMA, text, span, clause(text, span, sentence))


def clause(
    text: str, span: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """The words around a phrase that it is said together with."""
    return between(_EDGE, text, span, sentence)


def between(
    edge: re.Pattern[str], text: str, span: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """The words around a phrase up to the nearest edges of this kind."""
    start, end = sentence
    for left in edge.finditer(text, sentence[0], span[0]):
        start = left.end()
    right = edge.search(text, span[1], end)
    return start, right.start() if right else end
