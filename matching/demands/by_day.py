"""Whether a sentence says that there is work by day; nobody is kept from that."""

import re

from matching.demands.others_hours import is_kept_by_others
from matching.demands.reading import Wording
from matching.demands.signs import BY_DAY, TIMED
from matching.demands.stretches import Stretch

_BY_DAY = re.compile(
    r"\bkantoor(?:tijd|tijden|uren|uur)\b|\boverdag(?! tijd)\b|\bhele dagen\b"
    r"|\bdiensten: dag|\bdag(?:dienst\w*|ploeg|route\w*|uren|baan)\b|\bdag- en\b"
    r"|\bdag-?,? (?:en |- )?avond|\bdag-dag\b"
    r"|\b(?:\w+dag|\w+ploeg|\w*dienst)?(?:ochtenden|middagen)\b(?!.{0,12}\bvrij\b)"
    r"|\b(?:alleen|uur|uren|week|werkt?|werken) (?:in de )?"
    r"(?:ochtend|middag)(?:uren)?\b"
    r"|\b(?:week|dag), (?:\w+ ){0,2}in de (?:ochtend|middag)\b|\bochtenduren\b"
    r"|\b(?:onder|binnen|tijdens) school(?:tijd|tijden|uren)\b"
    r"|\bbaan van (?:negen|9|acht|8) tot vijf\b|\b(?:negen|9)-tot-(?:vijf|5)-?baan\b"
    r"|\bweek '?s (?:ochtends|morgens)\b"
    r"|(?<!\btot )(?<!t/m )(?<!en met )"
    r"\b\w+dag(?:ochtend|middag)\b(?!.{0,20}\bvrij\b)"
    r"|'s (?:ochtends|morgens)\b.{0,60}'s middags\b"
    r"|\b(?:ochtend|middag)(?:ploeg|dienst\w*|shift)\b"
    r"|(?<!niet in )\b\w*ploegen(?!chef|baas|stelsel)\w*\b"
    r"|\b(?:vroege?|ochtend)\b(?=.{0,40}\b(?:laat|late|avond|middag)\b)"
)
DAYS = (_BY_DAY,)
DAY_SIGNS = BY_DAY | TIMED  # without one of these there is nothing to tell
_NOT_YOURS = re.compile(
    r"\b(?:bel|reageren|sollicit\w+|telefonisch bereikbaar|vragen over|meelopen)\b"
    r"|\b(?:ochtend|middag) mee(?:lopen|draaien)|\bbuiten kantoor"
    r"|\b(?:borrel\w*|vrijmibo\w*|sluiten (?:we|wij) de week|taart|drinken we"
    r"|gesprek\w*|(?:werk|team|week)overleg|nemen (?:we|wij)|kinderopvang"
    r"|inwerk\w*|kennismak\w*"
    r"|training\w*|cursus\w*|opleiding\w*|bijpraa\w+|vergelijkt|evaluat\w+)\b"
    r"|\b(?:zit|sta|staat|doen|slaap\w*|deelt?)\b.{0,20}\boverdag\b"
    r"|\boverdag (?:zit|sta|staat|doen|slaap\w*|deelt?|ben|bent|heb|hebt"
    r"|hebben (?:we|wij)"
    r"|werken (?:er|hier|is)|draait (?:er|hier))\b"
    r"|\boverdag \w+ (?:we|wij) (?:vooral|ook|veel)\b"
    r"|\btot (?:\w+ )?uur in de ochtend\b"
    r"|\b(?:die|ouders|mensen) overdag\b|\boverdag \w+ (?:niet|nooit|nauwelijks)\b"
)
_START = re.compile(
    r"\b(?:begin\w*|start\w*|aanvang|vroeg\w*|ploeg|dienst\w*|werk\w*|ochtends|morgens"
    r"|beschikbaar|inzetbaar"
    r"|sta|staat|staan|aanwezig|rijdt?|op pad"
    r"|klaar|vertrek\w*|laad|laden|verzamel\w*|je|jij|u|we|wij)\b"
)
_WORDS_OF_WORK = re.compile(
    r"\b(?:je|jij|u|we|wij|week|werk\w*|dienst\w*|rooster\w*|inzetbaar|uren|schooldag"
    r"|lesdag)\b|\d"
)
# A day that is told as a timetable: "09.00 wagen vullen", "~ 11.45 uur: inladen".
_TIMETABLE = re.compile(
    r"\W*(?:0?[6-9]|1[0-5])[.:u][0-5]\d(?: ?uur| ?u)?\b(?!\s*(?:-|–|tot\b|euro))"
)
# "Om half zeven weer binnen": who is home by then worked at night.
_HOME = re.compile(
    r"[^,;]{0,15}\b(?:binnen\w*|terug|thuis|klaar|naar huis|afgelopen|op bed)\b"
)
_DONE = re.compile(r"\b(?:(?:je|u|jij) (?:\w+ )?klaar|klaar (?:met|ben|bent))\b")
_ENDS = re.compile(r"\b(?:eindig\w*|stop\w*|sluit\w*)\b[^,;]{0,15}$")
_EARLIEST, _LATEST_START, _NOON, _LATEST = 5, 16, 12, 19
_MORNING = 10


def is_by_day(wording: Wording) -> bool:
    """Whether a wording names hours of the day, or says them in words."""
    if wording.by_day is None:
        wording.by_day = bool(wording.signs & DAY_SIGNS) and _says(wording)
    return wording.by_day


def _says(wording: Wording) -> bool:
    start, end = wording.span
    words = wording.easy[start:end]
    if _NOT_YOURS.search(words):
        return False
    said = _BY_DAY.search(wording.easy, start, end)
    if said and not is_kept_by_others(wording.easy, said.span(), (start, end)):
        return True
    if _TIMETABLE.match(words):
        return True
    return any(
        _is_day(one, words, wording.easy[one.span[1] : end])
        and not is_kept_by_others(wording.easy, one.span, (start, end))
        for one in wording.stretches
        if not _ENDS.search(wording.easy[start : one.span[0]])
    )


def _is_day(one: Stretch, words: str, after: str) -> bool:
    begin, end = one.begin, one.end
    if begin is None or not _WORDS_OF_WORK.search(words):
        return False
    if end is None:
        if begin < _MORNING and _HOME.match(after):
            return False
        until = _LATEST if _DONE.search(words) else _NOON
        return _START.search(words) is not None and _EARLIEST <= begin < until
    if end < begin or end > _LATEST:
        return _EARLIEST <= begin <= _NOON
    return _EARLIEST <= begin <= _LATEST_START
