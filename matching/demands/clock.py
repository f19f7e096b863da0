"""Reads working times: what clock times and day lengths say about shifts and hours."""

import re
from collections.abc import Iterator, Sequence

from matching.demands.numerals import number
from matching.demands.own_hours import own
from matching.demands.reading import Reading, Wording
from matching.demands.scope import comma_clause
from matching.demands.signs import LENGTH, TIMED
from matching.demands.stretches import Stretch, is_timed

_NOT_YOURS = re.compile(
    r"\b(?:flexibel|reageren|reageer|sollicit\w+|telefonisch bereikbaar|open dag"
    r"|informatie|inloop\w*|vragen over|onderwijs|cursus|opleiding|concert\w*)\b"
    r"|\bbellen kan\b|\bbel (?:met|naar|ons|gerust|even|voor|me)\b|\b(?:kunt|kan"
    r"|mag) (?:je|u) \w*bel"
    r"|\b(?:gesprekken|gesprek) (?:zijn|is|vind\w*|wordt|worden|staan|plannen)\b"
    r"|\b(?:eerste|selectie)?gesprek(?:ken)? (?:vind|plaats)\w*|\beerste gesprek\w*"
    r"|\bkennismaking\w*|\bmeeloopdag|\bproefdag|\bdan kan dat\b|\bdagstart\b"
)
# "Onze bakker staat om vier uur op": that is their day.
_THEIRS = re.compile(
    r"\W*(?:(?:en|want|maar) )?(?:onze|ons|hun|de klanten?) (?!\w*dienst)"
)
_FOR_YOU = re.compile(r"\b(?:je|jij|u|we|wij)\b")
_UNTIL = re.compile(r"\b(?:eindig\w*|stop\w*|sluit\w*|klaar|afgelopen)\b[^,;]{0,20}$")
_BEGINS = re.compile(
    r"\b(?:begin\w*|start\w*|aanvang|vertrek\w*|wekker|opstaan|op pad|werk\w*|dienst\w*"
    r"|vroeg\w*|gaat \w+ \w+ aan|bakken|bakt?|laadt?|laden|lost?|lossen|sta|staat"
    r"|rijd|rijdt"
    r"|vang\w*)\b"
)
_STARTS = re.compile(r"\b(?:begin|begint|beginnen|start|starten|aanvang)\b")
_WORK = re.compile(r"\b(?:werk\w*|dienst\w*|beschikbaar|inzetbaar|rijdt?|bezorgt?)\b")
_ENDS = re.compile(
    r"\b(?:sluit\w*|slot|klaar|dicht|eind\w*|afsluit\w*|thuis|naar huis|laatste"
    r"|werk\w*|dienst\w*)\b"
)
# "De laatste bus is om 0.50 uur binnen": that is how late it gets.
_LAST = re.compile(
    r"\b(?:sluit\w*|klaar|laatste|binnen|eind\w*|naar huis|uit bed|wakker|gebeld)\b"
)
_NOT_AT_ALL = re.compile(r"\b(?:niet|nooit|geen|zonder)\b(?! alleen)")
_NEVER_ELSE = re.compile(r"\b(?:uitsluitend|alleen|altijd|enkel|steeds) $")
_N = r"(\d+(?:[.,]\d+)?|[a-z]+)"
# "Acht tot tien uur": a day as long as its longest.
_UP_TO = rf"(?:{_N[1:-1]})(?: tot | a |-| - | of ){_N}"
_DAY_LENGTH = re.compile(
    rf"\b{_N} uur (?:per|op een) (?:(?:werk)?dag|dienst|shift|dagdeel|etmaal"
    r"|ochtend|middag|avond|nacht)\b"
    r"|\b(?:twee|drie|vier|vijf|zes|[2-6]) (?:keer|maal) (?:per|in de) week"
    rf" (?:ongeveer )?{_N} uur\b"
    rf"|\bdagen: (?:twee|drie|vier|vijf|[2-6]) van {_N} uur\b"
    rf"|\b(?:ochtend|middag|dagdeel|dagdel|avond)(?:en)? van {_N} uur\b"
    rf"|\b(?:werk)?dag(?:en)?,? (?:van|met) {_N} uur\b|\bdiensten van {_N} uur\b"
    r"|\b(?:dienst|werkdag|dag|shift)(?:en)? "
    r"(?:telt|duurt|is|beslaat|tellen|duren|zijn)"
    rf" (?:\w+ ){{0,3}}?{_N} uur\b|\bdagelijks (?:\w+ )?{_N} uur\b"
    rf"|\bper (?:werk)?dag (?:\w+ ){{0,3}}?{_N} uur\b"
    rf"|\b(?:elke|iedere) (?:werkdag|dag|ochtend|middag|avond|nacht) {_N} uur\b"
    r"|\b(?:dienst|werkdag|dag|shift)(?:en)? (?:telt|duurt|tellen|duren)"
    rf" (?:\w+ )?{_UP_TO} uur\b"
    rf"|\b{_N}[- ]?uurs(?:dienst|dag|shift|rooster)(?:en)?\b"
    r"|\b(?:[2-6]|twee|drie|vier|vijf|zes) ?(?:x|maal|keer)"
    rf" ?{_N} uur\b(?! of [2-6] ?x)"
    r"|\b(?:[2-6]|twee|drie|vier|vijf|zes) (?:werk)?dagen "
    rf"(?:x |a |maal ){_N} uur\b"
    rf"|\b[2-6] ?x ?{_N} uur of [2-6] ?x ?{_N} uur\b"
)
_OVER_DAYS = re.compile(
    rf"\b{_N} uur(?: per week)?,? (?:te werken )?"
    rf"(?:in|over) {_N} (?:hele |volle )?(?:werk)?dag(?:en)?\b"
    rf"|\b{_N} uur(?: per week)?,? (?:verdeeld over|verspreid over|op|in|over) "
    rf"{_N} (?:ochtend|middag|avond)en\b(?! of\b)"
)
# Days of which the hours are those of every day.
_EVERY_DAY = re.compile(
    r"\b(?:elke|iedere|alle) (?:werk|school)?(?:dag|dagen|ochtend|middag)\b|\bwerkdagen"
    r"|\b(?:vaste?|halve) (?:ochtend|middag|dag|dagen|dagdeel)\b"
    r"|\b(?:maandag|ma) ?(?:tot en met|t/m|tot|-|–) ?(?:vrijdag|donderdag|vr|do)\b"
    r"|\bblokken\b|\bochtenden\b|\bmiddagen\b|\bochtendbaan\b|\bdagelijks\b"
)
LENGTHS = (_DAY_LENGTH, _OVER_DAYS)
# So many hours a day of this is no length of a working day.
_DOING = re.compile(
    r"\b(?:zit|zitten|sta|staat|staan|loop|loopt|lopen|rijd|rijdt|scherm\w*"
    r"|beeldscherm\w*"
    r"|computer|telefoon|bellen|buiten|thuis|typ\w*|reis\w*|open|geopend)\b"
)
_EVENING_FROM, _LATE_EVENING = 19.0, 19.5
_START_OF_EVENING, _STOP_IN_EVENING, _LATE_SHIFT = 16.9, 18.5, 22.0
_NIGHTCAP = 3.0  # who works until then began in the evening
_BEDTIME = 21.6  # who starts later than this works by night
# Work between 22.00 and 6.00 touches the night; more than an hour between midnight and
# six is night work by law (Arbeidstijdenwet).
_NIGHT_FROM, _DEEP_NIGHT, _SMALL_HOURS, _NIGHT_UNTIL = 22.5, 23.5, 0.5, 5.0
_LEAST_DAY, _SHORT_DAY, _LONGEST_DAY = 2, 5, 13


def clock_readings(wording: Wording) -> Sequence[Reading]:
    """Shifts and hours a day that follow from numbers in a wording."""
    if wording.hours is None:
        told = wording.signs & TIMED and is_timed(wording.easy, wording.span)
        read = (own(wording, one) for one in _readings(wording)) if told else ()
        wording.hours = tuple(one for one in read if one is not None)
    return wording.hours


def _readings(wording: Wording) -> Iterator[Reading]:
    easy, sentence = wording.easy, wording.span
    if wording.signs & LENGTH:
        yield from _day_lengths(easy, sentence)
    if (found := wording.stretches) and not _NOT_YOURS.search(easy, *sentence):
        yield from _times(easy, sentence, found)


def _day_lengths(easy: str, sentence: tuple[int, int]) -> Iterator[Reading]:
    for found in _DAY_LENGTH.finditer(easy, *sentence):
        if _DOING.search(easy, *comma_clause(easy, found.span(), sentence)):
            continue
        # "5x4 uur of 4x5 uur": who may choose works the shorter days.
        lengths = [number(told) for told in found.groups() if told]
        value = min((one for one in lengths if one is not None), default=None)
        if value is not None and _LEAST_DAY <= value <= _LONGEST_DAY:
            yield _reading("hours_day", 3, found.span(), value)
    for found in _OVER_DAYS.finditer(easy, *sentence):
        told = [number(one) for one in found.groups() if one]
        hours, days = told
        if hours and days and 1 <= hours / days <= _LONGEST_DAY:
            yield _reading("hours_day", 3, found.span(), hours / days)


def _times(
    easy: str, sentence: tuple[int, int], found: Sequence[Stretch]
) -> Iterator[Reading]:
    for one in found:
        start, _ = comma_clause(easy, one.span, sentence)
        if _NOT_AT_ALL.search(easy, start, one.span[0]) or _theirs(easy, start, one):
            continue
        if one.begin is not None and one.end is not None:
            yield from _shifts(one)
            yield from _only(easy, one, sentence)
            yield from _short_day(easy, one, sentence)
        elif one.end is not None:
            yield from _untils(one.end, one)
        elif one.begin is not None:
            yield from _starts(easy, one.begin, one, sentence)


def _theirs(easy: str, start: int, one: Stretch) -> bool:
    before = easy[start : one.span[0]]
    return _THEIRS.match(before) is not None and not _FOR_YOU.search(before)


def _short_day(easy: str, one: Stretch, sentence: tuple[int, int]) -> Iterator[Reading]:
    """Mornings from nine to twelve are days of three hours."""
    begin, end = one.begin or 0.0, one.end or 0.0
    if not 1 <= end - begin <= _SHORT_DAY:
        return
    by_day = _NIGHT_UNTIL < begin < end < _EVENING_FROM
    if re.search(r"ochtenden|middagen", easy[sentence[0] : one.span[0]]) or (
        by_day and one.lead != "tussen" and _EVERY_DAY.search(easy, *sentence)
    ):
        yield _reading("hours_day", 3, one.span, round(end - begin, 2))


def _shifts(one: Stretch) -> Iterator[Reading]:
    begin, end = one.begin or 0.0, one.end or 0.0
    if strength := _night(begin, end):
        yield _reading("shift_night", strength, one.span)
    edge = _LATE_EVENING if one.lead == "tussen" else _EVENING_FROM
    if begin < _BEDTIME and (end >= edge or end < begin):
        strength = 3 if end >= _LATE_EVENING or end < begin else 2
        yield _reading("shift_evening", strength, one.span)


def _only(easy: str, one: Stretch, sentence: tuple[int, int]) -> Iterator[Reading]:
    """Read "uitsluitend tussen 8.00 en 18.00 uur" as never later, never at night."""
    before = easy[sentence[0] : one.span[0]]
    begin, end = one.begin or 0.0, one.end or 0.0
    if _NEVER_ELSE.search(before) and _NIGHT_UNTIL < begin < end < _EVENING_FROM:
        said = _reading("shift_evening", 2, one.span)
        yield said._replace(asks=("shift_evening", "shift_night"), polarity="absent")


def _untils(end: float, one: Stretch) -> Iterator[Reading]:
    """Work until nine, or until two at night."""
    if end >= _LATE_EVENING:
        yield _reading("shift_evening", 3, one.span)
    if _SMALL_HOURS < end < _NIGHT_UNTIL:
        yield _reading("shift_night", 3, one.span)
        if end <= _NIGHTCAP:
            yield _reading("shift_evening", 2, one.span)


def _night(begin: float, end: float) -> int:
    """A late shift that ends at eleven is no night, but worth a question."""
    if begin < _NIGHT_UNTIL or (end < begin and end > _SMALL_HOURS):
        return 3
    if end < begin or end > _DEEP_NIGHT:
        return 2
    return 1 if end > _NIGHT_FROM else 0


def _starts(
    easy: str, begin: float, one: Stretch, sentence: tuple[int, int]
) -> Iterator[Reading]:
    if _UNTIL.search(easy[sentence[0] : one.span[0]]):
        if begin >= _STOP_IN_EVENING:
            yield _reading("shift_evening", 3, one.span)
        return
    begins = _BEGINS.search(easy, *sentence) is not None
    ends = _LAST.search(easy, *sentence) is not None
    by_night = begin < _NIGHT_UNTIL or begin >= _LATE_SHIFT
    if (begins and by_night) or (ends and _SMALL_HOURS < begin < _NIGHT_UNTIL):
        yield _reading("shift_night", 3, one.span)
    if _reaches_evening(easy, begin, one, sentence):
        yield _reading("shift_evening", 3, one.span)


def _reaches_evening(
    easy: str, begin: float, one: Stretch, sentence: tuple[int, int]
) -> bool:
    """Whether work starts at the end of the afternoon, or stops in the evening."""
    if not _START_OF_EVENING <= begin < _LATE_SHIFT + 2:
        return False
    if _STARTS.search(easy, *sentence):
        return begin < _BEDTIME
    if one.lead == "vanaf" and _WORK.search(easy, *sentence):
        return begin < _BEDTIME
    return begin >= _STOP_IN_EVENING and _ENDS.search(easy, *sentence) is not None


def _reading(
    field: str,
    strength: int,
    span: tuple[int, int],
    value: float | None = None,
) -> Reading:
    return Reading(
        asks=(field,),
        polarity="demanded",
        strength=strength,
        span=span,
        value=value,
        unit=None if value is None else "h",
    )
