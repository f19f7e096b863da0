"""Finds the hours between which work is done, whether in digits or in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matching.demands.numerals import TO_TWENTY

Edge = Literal["range", "until", "from"]

_WORDS = TO_TWENTY[:12]  # the hours of a clock
_HOURS = {word: hour for hour, word in enumerate(_WORDS, 1)}
_PART = r"'?s (?:ochtends|morgens|middags|avonds|nachts)" + (
    r"|in de (?:vroege |late )?(?:ochtend|morgen|middag|namiddag|avond|nacht)"
)
_TIME = (
    r"(?:(?<![\d€.,])\d{1,2}[.:u][0-5]\d(?!\d|[.,]\d)|middernacht"
    rf"|(?:(?:kwart|vijf|tien) (?:voor|over) )?(?:half )?(?:{'|'.join(_WORDS)}"
    r"|(?<![\d€.,])\d{1,2})(?!\d|[.,]\d)(?:en|n)?\b)"
    rf"(?:\s*(?:uur|u)\b)?(?:\s*(?:{_PART}))?"
)
_RANGE = re.compile(
    rf"(?:\b(van|vanaf|tussen)\s+)?({_TIME})"
    r"\s*(?:\b(?:tot(?: en met| ongeveer| circa| rond| uiterlijk)?|en|t/m)\b|-|–|—)"
    rf"\s*({_TIME})"
)
_ONE = re.compile(
    rf"\b(tot|om|vanaf|rond|omstreeks|rond een uur of|begintijd|begin|start|aanvang"
    rf"|van|tegen)"
    rf"(?: en met| na| ver na| uiterlijk| ongeveer| circa| zo'n|:)? ({_TIME})"
)
_STARTED = re.compile(rf"({_TIME}) (?:beginnen|starten|begin|start)\b")
_READ = re.compile(
    r"(?:(?P<minutes>kwart|vijf|tien) (?P<side>voor|over) )?(?P<half>half )?"
    rf"(?P<hour>{'|'.join(_WORDS)}|\d{{1,2}})(?:[.:u](?P<past>\d\d))?(?:en|n)?(?:\s*(?:uur|u))?"
    rf"(?:\s*(?P<part>{_PART}))?"
)
# Hours of a week or a day, money, and things that are counted, are no times.
_COUNTED = re.compile(
    r"\s*(?:uur|uren)?\s*(?:per|p/|in de week|euro|bruto|procent|%|kilo|kg|km|meter"
    r"|graden|dagen|weken|maanden|jaar|keer|mensen|stuks|dagdelen|uren|uurs|-urig|werk"
    r"|fte)"
)
_OPENING = re.compile(r"\bopen|dienst|avond|sluit|rooster|begin|start")
_STOPPING = re.compile(r"\b(?:stop\w*|klaar|eindig\w*|vrij|naar huis)\b")
_A_WEEK = re.compile(
    r"(?:baan|functie|contract|aanstelling|dienstverband|werkweek|inzet|omvang|€)\s*$"
)
# "De late van twee tot tien", "beginnen tussen zeven en negen", "open: 9-17 uur".
_SHIFT_NAMED = re.compile(
    r"\b(?:late|laat|vroege?|avond|ochtend|middag|nacht)\w*(?: is| loopt| duurt)?:? $"
    r"|\b(?:begin\w*|start\w*|aanvang) (?:je )?$|\b(?:open|werktijd(?:en)?),? ?:? ?$"
)
_ENDED = re.compile(r"\s*(?:[.,;)]|$|op\b|en\b)")  # "van 9 tot 17."
_EARLY = re.compile(r"nacht|wekker|vroeg|oven|deeg|bakk|krant|brood|melk|veiling")
_MINUTES = {"kwart": 15, "tien": 10, "vijf": 5}
_TIMED = re.compile(
    r"uur|\d[.:u]\d\d|\b(?:half|kwart|middernacht)\b"
    r"|'?s (?:ochtend|morgen|middag|avond)"
    r"|(?:van|tussen) (?:\d\d?|\w{3,6}) (?:tot|en) "
)
TIMES = (_TIMED,)  # without it there is no stretch
_DAYBREAK, _NOON, _MIDNIGHT = 6, 12, 24
NEAR = 200  # letters before a sentence that tell whether it speaks of the night
HINTS = ("nacht", "ochtend")  # by these


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours of work; `begin` or `end` is None where only the other was said."""

    edge: Edge
    lead: str
    begin: float | None
    end: float | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Time:
    hour: float
    sure: bool  # on the clock of 24 hours, or with the part of the day
    shaped: bool  # looks like a time and nothing else


def is_timed(easy: str, sentence: tuple[int, int]) -> bool:
    """Whether a sentence may hold a time; most hold none."""
    return _TIMED.search(easy, *sentence) is not None


def stretches(easy: str, sentence: tuple[int, int]) -> Iterator[Stretch]:
    """The stretches of a sentence of a text made `plain`, as far as they are sure."""
    if not is_timed(easy, sentence):
        return
    said = easy[sentence[0] : sentence[1]]
    at, taken = sentence[0], set[int]()
    for found in _RANGE.finditer(said):
        taken.update(range(*found.span()))
        if both := _range(said, found, easy[max(0, at - NEAR) : sentence[1]]):
            span = (at + found.start(), at + found.end())
            yield Stretch("range", found[1] or "", *both, span)
    for found in [*_ONE.finditer(said), *_STARTED.finditer(said)]:
        if found.end() - 1 in taken or found.start() in taken:
            continue
        if (one := _single(said, found)) is not None:
            yield _placed(one, found, at)


def _placed(hour: float, found: re.Match[str], at: int) -> Stretch:
    span = (at + found.start(), at + found.end())
    lead = found[1] if len(found.groups()) > 1 else "start"
    if lead == "tot":
        return Stretch("until", lead, None, hour, span)
    return Stretch("from", lead, hour, None, span)


def _range(said: str, found: re.Match[str], near: str) -> tuple[float, float] | None:
    begin, end = _read(found[2]), _read(found[3])
    if begin is None or end is None or _is_no_time(said, found):
        return None
    if found[1] != "tussen" and " en " in found[0].removeprefix(found[2]):
        return None
    bare = not (begin.shaped or end.shaped or _part_before(said, found))
    if bare and not _spoken(said, found, begin, end):
        return None
    return _resolved(begin, end, near)


def _spoken(said: str, found: re.Match[str], begin: _Time, end: _Time) -> bool:
    """Whether two bare numbers are hours: "van 9 tot 5", not "8 tot 12 uur"."""
    before = said[max(0, found.start() - 25) : found.start()]
    if _SHIFT_NAMED.search(before):
        return True
    rest = said[found.end() :]
    if found[1] == "van" and begin.hour < _NOON < end.hour and _ENDED.match(rest):
        return True
    hours = "uur" in found[0] and begin.hour < _NOON
    return bool(found[1]) and (end.hour < begin.hour or hours)


def _is_no_time(said: str, found: re.Match[str]) -> bool:
    if _COUNTED.match(said, found.end()) and not _digital(found[3]):
        return True
    after = said[found.end() : found.end() + 12]
    if re.match(r"\s*(?:euro|per uur|bruto)", after):
        return True
    return _A_WEEK.search(said[: found.start()]) is not None


def _digital(time: str) -> bool:
    return re.match(r"\d{1,2}[.:u]\d", time) is not None


def _single(said: str, found: re.Match[str]) -> float | None:
    time = found.groups()[-1]
    read = _read(time)
    if read is not None and found[1] == "van" and not read.shaped:
        return None  # "een baan van acht uur"
    if read is None or (_COUNTED.match(said, found.end()) and not read.shaped):
        return None
    if read.shaped and read.sure:
        return read.hour
    if read.hour > _NOON and not _OPENING.search(said):
        return None
    if not read.shaped and "uur" not in time and not _part_before(said, found):
        return None
    return _by_hint(read.hour, said, found)


def _part_before(said: str, found: re.Match[str]) -> bool:
    near = said[max(0, found.start() - 40) : found.start()]
    return (
        re.search(r"'?s (?:middags|avonds|ochtends|morgens|nachts)", near) is not None
    )


def _by_hint(hour: float, said: str, found: re.Match[str]) -> float | None:
    """What a word such as "negen" means, by the part of the day named before it."""
    near = said[max(0, found.start() - 40) : found.start()]
    if _STOPPING.search(near[-20:]) and hour < _DAYBREAK:
        return hour + _NOON
    late = re.search(r"avond|middags|\blaat\b|\blate\b|open", near)
    if late and hour < _NOON and found[1] == "tot":
        return hour + _NOON
    if re.search(r"avond", near) and hour < _NOON:
        return hour + _NOON
    early = _EARLY.search(said) or re.search(r"ochtends|morgens", near)
    if hour >= 6 or early:
        return hour
    return None


def _resolved(begin: _Time, end: _Time, near: str) -> tuple[float, float]:
    first, last = begin.hour, end.hour
    if not begin.sure and _is_later_half(first, last, near):
        first += _NOON
    if not end.sure and last <= first < last + _NOON:
        last += _NOON
    return first, last


def _is_later_half(first: float, last: float, near: str) -> bool:
    """Whether "vier" is four in the afternoon, and "elf" eleven at night."""
    night, morning = (hint in near for hint in HINTS)
    if night:
        return _DAYBREAK <= first < _NOON and last > _DAYBREAK - 1
    return first < _DAYBREAK and not morning


def _read(time: str) -> _Time | None:
    if time.startswith("middernacht"):
        return _Time(_MIDNIGHT, sure=True, shaped=True)
    found = _READ.fullmatch(time.strip())
    if found is None:
        return None
    spelled = found["hour"] in _HOURS
    hour = float(_HOURS[found["hour"]]) if spelled else float(found["hour"])
    shaped = bool(found["past"] or found["half"] or found["side"] or found["part"])
    if hour > _MIDNIGHT:
        return None
    hour += _minutes(found)
    sure = bool(found["past"]) or hour > _NOON or bool(found["part"])
    return _Time(_in_part(hour, found["part"] or ""), sure=sure, shaped=shaped)


def _minutes(found: re.Match[str]) -> float:
    some = int(found["past"] or 0)
    if found["side"]:
        some = _MINUTES[found["minutes"]] * (1 if found["side"] == "over" else -1)
    return some / 60 - (0.5 if found["half"] else 0)


def _in_part(hour: float, part: str) -> float:
    if "avond" in part and hour < _NOON:
        return hour + _NOON
    if "middag" in part and hour <= 7:
        return hour + _NOON
    if "nacht" in part and hour > 8:
        return hour if hour > _NOON else hour + _NOON
    return hour
