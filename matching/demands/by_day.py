"""Whether an advert says that there is work by day; nobody is kept from that."""

import re
from collections.abc import Sequence

from matching.demands.sections import Sentence

_BY_DAY = re.compile(
    r"\bkantoor(?:tijd|tijden|uren)\b|\boverdag\b|\bhele dagen\b|\bdiensten: dag"
    r"|\bdag(?:dienst\w*|ploeg|route\w*|uren)\b|\bdag- en\b|\bdag,? (?:en |- )?avond"
    r"|(?<![a-z])(?:ochtend|middag)(?:en|ploeg|dienst\w*)?\b"
    r"|\b'?s (?:ochtends|morgens|middags)\b"
    r"|\b\w*ploegen\w*\b|\bvroeg(?:e)?\b(?=.{0,40}\b(?:laat|late)\b)"
    r"|\b(?:begin|begint|start|beginnen|starten)\b[^.]{0,30}\bom (?:[6-9]|10)[.:]\d\d"
)
_RANGE = re.compile(
    r"\b(\d{1,2})[.:](\d\d)\s*(?:uur)?\s*(?:tot|-|–|—|en)\s*(\d{1,2})[.:](\d\d)"
)
_NOT_YOURS = re.compile(
    r"\b(?:bel|bellen|reageren|sollicit\w+|telefonisch bereikbaar|vragen)\b"
    r"|\b(?:ochtend|middag) mee(?:lopen|draaien)"
)
_EARLIEST, _LATEST_START, _LATEST = 5, 13, 19


def is_by_day(easy: str, parts: Sequence[Sentence]) -> bool:
    """Whether a text made `plain` names hours of the day, or says them in words."""
    return any(_says(easy[part.start : part.end]) for part in parts)


def _says(words: str) -> bool:
    if _NOT_YOURS.search(words):
        return False
    if _BY_DAY.search(words):
        return True
    return any(
        _EARLIEST <= int(found[1]) <= _LATEST_START
        and int(found[1]) < int(found[3]) <= _LATEST
        for found in _RANGE.finditer(words)
    )
