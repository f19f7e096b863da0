"""The rule for the way to work: a straight line against modes and minutes."""

from collections.abc import Iterator

from matching.case import Case
from matching.rules.proof import ask, finding, from_fact
from schemas.match import Finding
from schemas.place import distance_km

# Straight-line kilometres a minute, door to door: what is comfortably made …
EASY = {"bike": 0.22, "ov": 0.45, "car": 0.8}
# … and what nobody makes (fast train beside both doors, empty motorway).
UTMOST = {"bike": 0.45, "ov": 1.7, "car": 1.7}
# Below this a car or train may always do it in the time that people really accept.
NEVER_OUT_BELOW = {"bike": 0.0, "ov": 100.0, "car": 100.0}


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
    elif far <= max(_utmost(mode, minutes) for mode in modes):
        text = f"Reken de reistijd na ({said}; {minutes} minuten is afgesproken)."
        yield finding("assumption", "distance", text)
    else:
        made = finding(
            "objection",
            "distance",
            f"Te ver reizen ({said}).",
            limit=f"reistijd tot {minutes} minuten ({_modes(case)})",
        )
        yield from_fact(case.vacancy, made, case.vacancy.place or "")


def _distance(case: Case) -> float | None:
    home, work = case.profile, case.vacancy
    if home.lat is None or home.lon is None:
        return None
    if work.lat is None or work.lon is None:
        return None
    return distance_km((home.lat, home.lon), (work.lat, work.lon))


def _utmost(mode: str, minutes: int) -> float:
    return max(UTMOST[mode] * minutes, NEVER_OUT_BELOW[mode])


def _modes(case: Case) -> str:
    words = {"bike": "fiets", "ov": "OV", "car": "auto"}
    return ", ".join(words[mode] for mode in case.profile.travel_modes)
