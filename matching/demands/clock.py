"""Reads working times: what clock times and day lengths say about shifts and hours."""

import re
from collections.abc import Iterator, Sequence

from matching.demands.phrasing import number
from matching.demands.reading import Reading
from matching.demands.sections import Sentence

_TIME = r"(\d{1,2})(?:[.:](\d{2}))?"
_RANGE = re.compile(
    rf"{_TIME}\s*(?:uur)?\s*(?:tot|-|–|—|en)\s*{_TIME}(?!\d)(?=\s*(?:uur|u\b|[,;.)]|$))"
)
_START = re.compile(rf"\bvanaf {_TIME} uur|\bstart\w* (?:om|rond|vanaf) {_TIME} uur")
_NOT_YOURS = re.compile(
    r"\b(?:tussen|flexibel|open|geopend|bereikbaar|bellen|telefonisch|reageren|solliciteren|loopt)\b"
)
_N = r"(\d+(?:[.,]\d+)?|[a-z]+)"
_DAY_LENGTH = re.compile(
    rf"\b{_N} uur per dag\b"
    rf"|\b(?:ochtenden|middagen|dagdelen|avonden) van {_N} uur\b"
    rf"|\b(?:dag(?:en)?|diensten) van {_N} uur\b"
    rf"|\b{_N}[- ]?uurs(?:diensten|dienst|dagen)\b"
    rf"|\b[2-6] ?x ?{_N} uur\b"
)
# So many hours a day of this is no length of a working day.
_DOING = re.compile(
    r"\b(?:zit|zitten|sta|staat|staan|loop|loopt|lopen|rijd|rijdt|scherm\w*|beeldscherm\w*"
    r"|computer|telefoon|bellen|buiten|thuis|typ\w*|reis\w*|open|geopend)\b"
)
_CLOCK = re.compile(r"\d[.:]\d\d")
_EVENING_FROM = 19.0
_LATE_EVENING = 20.0
# Work between 22.00 and 6.00 touches the night; more than an hour between midnight and
# six is night work by law (Arbeidstijdenwet).
_NIGHT_FROM, _DEEP_NIGHT, _SMALL_HOURS, _NIGHT_UNTIL = 22.5, 23.5, 0.5, 5.0


def clock_readings(easy: str, parts: Sequence[Sentence]) -> Iterator[Reading]:
    """Shifts and hours a day that follow from numbers in a text made `plain`."""
    for part in parts:
        sentence = (part.start, part.end)
        if part.section == "bedrijf" or not _timed(easy[part.start : part.end]):
            continue
        yield from _day_lengths(easy, sentence)
        if not _NOT_YOURS.search(easy, *sentence):
            yield from _ranges(easy, sentence)
            yield from _starts(easy, sentence)


def _timed(words: str) -> bool:
    """Day lengths and clock times have one of these; most sentences have none."""
    return "uur" in words or _CLOCK.search(words) is not None


def _day_lengths(easy: str, sentence: tuple[int, int]) -> Iterator[Reading]:
    if _DOING.search(easy, *sentence):
        return
    for found in _DAY_LENGTH.finditer(easy, *sentence):
        value = number(next(filter(None, found.groups())))
        if value is not None and 1 <= value <= 13:
            yield _reading("hours_day", 3, found.span(), sentence, value)


def _ranges(easy: str, sentence: tuple[int, int]) -> Iterator[Reading]:
    for found in _RANGE.finditer(easy, *sentence):
        begin, end = _hour(found[1], found[2]), _hour(found[3], found[4])
        if begin is None or end is None:
            continue
        if found[2] and found[4]:
            yield from _shifts(begin, end, found.span(), sentence)
        if re.search(r"ochtend|middag", easy[sentence[0] : found.start()]):
            length = end - begin
            if 1 <= length <= 5:
                yield _reading("hours_day", 3, found.span(), sentence, length)


def _shifts(
    begin: float, end: float, span: tuple[int, int], sentence: tuple[int, int]
) -> Iterator[Reading]:
    if strength := _night(begin, end):
        yield _reading("shift_night", strength, span, sentence)
    if begin < _LATE_EVENING and (end >= _EVENING_FROM or end < begin):
        strength = 3 if end >= _LATE_EVENING or end < begin else 2
        yield _reading("shift_evening", strength, span, sentence)


def _night(begin: float, end: float) -> int:
    """A late shift that ends at eleven is no night, but worth a question."""
    if begin < _NIGHT_UNTIL or (end < begin and end > _SMALL_HOURS):
        return 3
    if end < begin or end > _DEEP_NIGHT:
        return 2
    return 1 if end > _NIGHT_FROM else 0


def _starts(easy: str, sentence: tuple[int, int]) -> Iterator[Reading]:
    for found in _START.finditer(easy, *sentence):
        begin = _hour(found[1] or found[3], found[2] or found[4])
        if begin is not None and begin < _NIGHT_UNTIL:
            yield _reading("shift_night", 3, found.span(), sentence)


def _hour(hours: str, minutes: str | None) -> float | None:
    value = int(hours) + int(minutes or 0) / 60
    return value if value <= 24 else None


def _reading(
    field: str,
    strength: int,
    span: tuple[int, int],
    sentence: tuple[int, int],
    value: float | None = None,
) -> Reading:
    return Reading(
        asks=(field,),
        polarity="demanded",
        strength=strength,
        span=span,
        sentence=sentence,
        value=value,
        unit=None if value is None else "h",
    )
