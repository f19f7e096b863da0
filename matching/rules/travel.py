"""The rule for the way to work: a straight line against modes and minutes."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from matching.case import Case
from matching.demands.phrasing import plain
from matching.demands.sections import sentences
from matching.demands.stretches import Stretch, stretches
from matching.rules.proof import ask, finding, from_fact
from schemas.match import Finding
from schemas.place import distance_km

# Straight-line kilometres a minute, door to door: what is comfortably made …
EASY = {"bike": 0.22, "ov": 0.45, "car": 0.8}
# … and what nobody makes (fast train beside both doors, empty motorway).
UTMOST = {"bike": 0.45, "ov": 1.7, "car": 1.7}
# Below this a car or train may always do it in the time that people really accept.
NEVER_OUT_BELOW = {"bike": 0.0, "ov": 100.0, "car": 100.0}
# Before this hour there is seldom a train or bus that is there in time.
FIRST_TRAIN = 6.0
ADVERTS_REMEMBERED = 100_000  # the same adverts come back for every candidate
_MAY_BE_EARLY = re.compile(
    r"(?<![\d€.,])0?[0-5][.:][0-5]\d(?!\d)|\b(?:vier|vijf|[345]) uur|half (?:zes|vijf)",
    re.IGNORECASE,
)


def travel(case: Case) -> Iterator[Finding]:
    """Far out of reach is out; within reach but not easy is shown to be worked out.

    No employer can answer how long the way takes, so it is no question.
    """
    if case.vacancy.remote == "full":
        yield finding("reason", "distance", "Het werk kan volledig thuis.")
        return
    minutes, modes = case.profile.travel_minutes, case.profile.travel_modes
    far = _distance(case)
    if far is None:
        yield ask("distance")
        return
    if not modes or minutes is None:
        return
    said = f"{case.vacancy.place or 'de werkplek'}: {far:.0f} km in een rechte lijn"
    if far <= max(EASY[mode] * minutes for mode in modes):
        yield finding("reason", "distance", f"Goed te bereiken ({said}).")
    elif far <= utmost_km(modes, minutes):
        likely = far <= max(UTMOST[mode] * minutes for mode in modes)
        first = "Reken" if likely else "Waarschijnlijk te ver: reken"
        text = f"{first} de reistijd na ({said}; {minutes} minuten is afgesproken)."
        yield finding("assumption", "distance", text)
    else:
        made = finding(
            "objection",
            "distance",
            f"Te ver reizen ({said}).",
            limit=f"reistijd tot {minutes} minuten ({_modes(case)})",
        )
        yield from_fact(case.vacancy, made, case.vacancy.place or "")


def early_start(case: Case) -> Iterator[Finding]:
    """Work that begins before the first train, for who has no other way."""
    if case.vacancy.remote == "full" or _can_go_by_oneself(case):
        return
    early = _starts_early(case.vacancy.text)
    if early is not None:
        yield Finding(
            kind="question",
            field="distance",
            text=EARLY,
            quote=case.vacancy.text[early.span[0] : early.span[1]],
            part="text",
            offset=early.span[0],
        )


EARLY = (
    "Hoe laat begint de vroegste dienst, en is de werkplek dan te bereiken met het "
    "openbaar vervoer of met een collega?"
)


def _can_go_by_oneself(case: Case) -> bool:
    """By car, or by bicycle where that is near enough."""
    modes, minutes = case.profile.travel_modes, case.profile.travel_minutes
    if "ov" not in modes or "car" in modes:
        return True
    far = _distance(case)
    near = far is not None and minutes is not None and far <= EASY["bike"] * minutes
    return "bike" in modes and near


@lru_cache(maxsize=ADVERTS_REMEMBERED)
def _starts_early(text: str) -> Stretch | None:
    if not _MAY_BE_EARLY.search(text):
        return None
    easy = plain(text)
    return next(
        (
            one
            for part in sentences(text)
            if part.section != "bedrijf"
            for one in stretches(easy, (part.start, part.end))
            if one.begin is not None and one.begin < FIRST_TRAIN and one.edge != "until"
        ),
        None,
    )


def _distance(case: Case) -> float | None:
    home, work = case.profile, case.vacancy
    if home.lat is None or home.lon is None:
        return None
    if work.lat is None or work.lon is None:
        return None
    return distance_km((home.lat, home.lon), (work.lat, work.lon))


def utmost_km(modes: Sequence[str], minutes: int) -> float:
    """Kilometres in a straight line beyond which work is out."""
    return max(max(UTMOST[mode] * minutes, NEVER_OUT_BELOW[mode]) for mode in modes)


def _modes(case: Case) -> str:
    words = {"bike": "fiets", "ov": "OV", "car": "auto"}
    return ", ".join(words[mode] for mode in case.profile.travel_modes)
