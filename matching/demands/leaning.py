"""What a sentence leans on: the few words before it that change what it says."""

import re

from matching.demands.amounts import is_led_to
from matching.demands.degree import MAY_CHOOSE
from matching.demands.numerals import NUMBER
from matching.demands.phrasing import plain
from matching.demands.signs import AMOUNT, DEGREE, TIMED
from matching.demands.stretches import HINTS, NEAR

_MINUS = 1 << 31  # beside the signs: below zero, if a line begins with it
_BEGINS = re.compile(rf"(?:min |minus |-)?(?:{NUMBER}|half|kwartier)")
_LAST_WORDS = 30  # letters


def leaning(easy: str, signs: int) -> int:
    """In which ways a sentence made `plain`, with these signs, may lean on others."""
    leans = signs & TIMED
    if signs & AMOUNT and _BEGINS.match(easy):
        leans |= AMOUNT
    if signs & DEGREE and " of " in easy:
        leans |= DEGREE
    return leans | (_MINUS if easy[:1] == "-" and easy[1:2].isdigit() else 0)


def words_before(leans: int, text: str, start: int) -> str:
    """What counts of the words before `start`, for a sentence that leans so."""
    near = plain(text[max(0, start - NEAR) : start])
    hints = [hint for hint in HINTS if leans & TIMED and hint in near]
    last = near[-_LAST_WORDS:]
    led = leans & AMOUNT and is_led_to(last)
    if led or (leans & DEGREE and MAY_CHOOSE.search(last)):
        return " ".join([*hints, last])
    return " ".join(hints) + near[-1:] if hints or leans & _MINUS else ""
