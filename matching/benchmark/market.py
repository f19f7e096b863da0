"""A made-up market of any size, and people with limits: one seed, one market."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from matching.likeness.comparing import Vectors
from matching.market.columns import Columns, Words, columns
from matching.market.objecting import Person
from matching.market.signs import signs_of
from matching.market.vectors import Packed, packed
from schemas.candidate import SearchProfile, TravelMode
from schemas.capacity import Capacity, CapacityItem
from schemas.vacancy import EDUCATION_LADDER, Demand, Shift

SEED, WIDTH = 7, 256
TODAY = date(2026, 11, 21)
SPOTS = 500  # places where there is work
KINDS = 400  # kinds of work: vectors of one kind lie together
SPREAD = 0.9  # how far vectors of one kind lie apart, beside a length of one
BOX = (50.8, 53.4, 3.6, 7.1)  # about the Netherlands: latitudes and longitudes
LICENCES: tuple[tuple[str, ...], ...] = ((), ("B",), ("C",), ("CE",))
LICENCE_SHARES = (0.7, 0.2, 0.05, 0.05)
SHIFTS: tuple[Shift, ...] = ("evening", "night", "weekend", "standby")
SHIFT_SHARE = 0.18
# Demands that are there or not, with the share of adverts that has them.
ASKED = {
    "conflict": 0.15, "needs_no_deadlines_peaks": 0.2, "needs_no_leadership": 0.08,
    "needs_little_customer_contact": 0.3, "professional_driving": 0.1, "climb": 0.08,
}  # fmt: skip
WEIGHTS = (5.0, 10.0, 15.0, 25.0, 35.0)  # kilograms, for a third of the adverts
LIFTING = 0.33


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """`numbers` are the same facts as plain columns, for whoever compares in SQL."""

    columns: Columns
    vectors: Packed
    numbers: dict[str, NDArray[Any]]
    kinds: NDArray[np.intp]


def market(count: int, *, seed: int = SEED, width: int = WIDTH) -> Market:
    """So many vacancies with facts, demands and vectors."""
    dice = np.random.default_rng(seed)
    numbers = _numbers(dice, count)
    kinds = dice.integers(0, KINDS, count)
    return Market(
        columns=columns(_facts(dice, numbers), _words(numbers)),
        vectors=packed(vectors(dice, kinds, width)),
        numbers=numbers,
        kinds=kinds,
    )


def vectors(dice: np.random.Generator, kinds: NDArray[np.intp], width: int) -> Vectors:
    """Unit vectors, those of one kind of work near each other."""
    middles = _unit(np.random.default_rng(SEED).standard_normal((KINDS, width)))
    made = dice.standard_normal((len(kinds), width), dtype=np.float32)
    made *= np.float32(SPREAD / np.sqrt(width))
    made += middles[kinds]
    return _unit(made)


def _unit(rows: NDArray[Any]) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / lengths, dtype=np.float32)


def _numbers(dice: np.random.Generator, count: int) -> dict[str, NDArray[Any]]:
    spots = np.stack([dice.uniform(*BOX[:2], SPOTS), dice.uniform(*BOX[2:], SPOTS)], 1)
    places = spots[dice.integers(0, SPOTS, count)]
    places[dice.random(count) < 0.05] = np.nan
    lifts = dice.choice(WEIGHTS, count)
    lifts[dice.random(count) >= LIFTING] = np.nan
    bits = 1 << np.arange(len(SHIFTS))
    return {
        "lat": places[:, 0],
        "lon": places[:, 1],
        "remote": dice.random(count) < 0.03,
        "hours_min": dice.choice([8.0, 12, 16, 20, 24, 28, 32, 36, 40], count),
        "negotiable": dice.random(count) < 0.1,
        "education": dice.integers(0, len(EDUCATION_LADDER), count),
        "strict": dice.random(count) < 0.5,
        "licences": dice.choice(len(LICENCES), count, p=LICENCE_SHARES),
        "shifts": (dice.random((count, len(SHIFTS))) < SHIFT_SHARE) @ bits,
        "lift_kg": lifts,
        **{field: dice.random(count) < share for field, share in ASKED.items()},
    }


def _facts(
    dice: np.random.Generator, numbers: dict[str, NDArray[Any]]
) -> dict[str, NDArray[Any]]:
    count = len(numbers["lat"])
    ids = dice.bytes(16 * count)
    posted = (TODAY - date(2000, 1, 1)).days - dice.integers(0, 90, count)
    same = {name: numbers[name] for name in ("lat", "lon", "remote", "negotiable")}
    return {
        "id": np.frombuffer(ids, "S16"),
        "stamp": np.zeros(count, "i8"),
        **same,
        "hours_min": numbers["hours_min"],
        "hours_max": numbers["hours_min"] + 8,
        "closes": np.full(count, 2**31 - 1, "i4"),
        "posted": posted.astype("i4"),
        "told": np.zeros(count, "?"),
    }


def _words(numbers: dict[str, NDArray[Any]]) -> Words:
    education = [
        f"{level}\t{strict}" for level in EDUCATION_LADDER for strict in ("", "strict")
    ]
    shifts = [
        "\t".join(name for at, name in enumerate(SHIFTS) if bits >> at & 1)
        for bits in range(1 << len(SHIFTS))
    ]
    licences = ["\t".join(one) for one in LICENCES]
    levels = numbers["education"] * 2 + numbers["strict"]
    nothing = [""] * len(levels)
    return Words(
        licences=[licences[one] for one in numbers["licences"].tolist()],
        certificates=nothing,
        shifts=[shifts[times] for times in numbers["shifts"].tolist()],
        education=[education[level] for level in levels.tolist()],
        dutch=nothing,
        isco=nothing,
        diplomas=nothing,
        signs=_signs(numbers),
    )


def _signs(numbers: dict[str, NDArray[Any]]) -> list[str]:
    """The demands of each row; there are few combinations, so each is written once."""
    yes = np.stack([numbers[field] for field in ASKED], 1) @ (
        1 << np.arange(len(ASKED))
    )
    known: dict[tuple[int, float], str] = {}
    pairs = zip(yes.tolist(), np.nan_to_num(numbers["lift_kg"]).tolist(), strict=True)
    return [
        known[pair] if pair in known else known.setdefault(pair, _written(*pair))
        for pair in pairs
    ]


def _written(bits: int, lifting: float) -> str:
    asked = [field for at, field in enumerate(ASKED) if bits >> at & 1]
    made = [_demand(field, None) for field in asked]
    return "\n".join(
        signs_of([*made, *([_demand("lift_kg", lifting)] if lifting else [])])
    )


def _demand(field: str, value: float | None) -> Demand:
    return Demand(
        field=field,
        polarity="demanded",
        strength=3,
        quote="gevraagd",
        offset=0,
        value=value,
        unit="kg" if value is not None else None,
    )


def people(count: int, *, seed: int = SEED) -> Sequence[Person]:
    """So many people, from hardly to severely limited."""
    dice = np.random.default_rng(seed + 1)
    return [_person(dice, number / max(count - 1, 1)) for number in range(count)]


def _person(dice: np.random.Generator, severity: float) -> Person:
    fields = [field for field in ASKED if dice.random() < severity]
    limits = [CapacityItem(field=field, level=2) for field in fields]
    kilograms = float(dice.choice([30, 15, 10, 5]))
    hours = float(dice.choice([40, 32, 24] if severity < 0.4 else [24, 20, 16, 12]))
    limits += [
        CapacityItem(field="lift_kg", level=1, value=kilograms, unit="kg"),
        CapacityItem(field="hours_week", level=1, value=hours, is_max=True),
    ]
    mode: TravelMode = "car" if dice.random() > severity else "bike"
    excluded = [shift for shift in SHIFTS if dice.random() < severity / 2]
    level = EDUCATION_LADDER[int(dice.integers(1, len(EDUCATION_LADDER)))]
    return Person(
        profile=SearchProfile(
            former_jobs=(), education=level, education_text="", experience="",
            wishes="", search_directions=(), place="", postcode4=None,
            lat=float(dice.uniform(*BOX[:2])), lon=float(dice.uniform(*BOX[2:])),
            travel_modes=(mode,), travel_minutes=int(dice.choice([60, 90, 120])),
            licences=("B",) if dice.random() > severity / 2 else (), certificates=(),
            dutch_level="C1", excluded_shifts=tuple(excluded),
        ),
        capacity=Capacity(
            id=UUID(int=2), candidate_id=UUID(int=1), kind="fml",
            author_role="bedrijfsarts", assessed_on=TODAY, valid_until=None,
            items=tuple(limits),
        ),
        today=TODAY,
    )  # fmt: skip
