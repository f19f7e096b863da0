"""The open vacancies as the hard limits go over them: by place, with all in marks.

Made of the columns once, some tenths of a second for hundreds of thousands of rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.market.coded import Coded, Codes, Rows, Several
from matching.market.ground import Ground, ground_of
from matching.market.marks import Marks, marks_of
from matching.market.signs import APART, BETWEEN
from matching.rules.facts import SHIFT_WORDS

PAPERS = ("licences", "certificates", "education", "dutch")
SHIFTS = {f"shift_{shift}": shift for shift in SHIFT_WORDS}

Facts = Mapping[str, NDArray[Any]]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """All columns but `told` (rows with answers) lie by place, as `ground` has them.

    `words` are those of each column of marks, by number; `signs_on` the numbers of the
    signs of a field. `lowest` is the fewest hours where they are firm, `least` the most
    where only those are told, and NaN, which is never more, elsewhere.
    """

    ground: Ground
    places: Codes
    marks: Marks
    words: Mapping[str, Sequence[str]]
    signs_on: Mapping[str, Sequence[int]]
    lowest: Numbers
    least: Numbers
    closes: NDArray[np.int32]
    told: Rows


def laid_out(
    facts: Facts, listed: Mapping[str, Coded], diplomas: Several, signs: Several
) -> Laid:
    """Columns laid out by place."""
    ground = ground_of(facts["lat"], facts["lon"], facts["remote"])
    order = ground.order.astype(np.intp)
    places = np.empty_like(ground.order)
    places[order] = np.arange(len(order), dtype=np.int32)
    low, high, firm = (
        facts[name][order] for name in ("hours_min", "hours_max", "negotiable")
    )
    signs = signs.taken(order)
    fields = _fields(signs)
    shifts = listed["shifts"].taken(order)
    one = {name: listed[name].taken(order) for name in PAPERS}
    one |= {
        field: times(field, shifts, signs, fields.get(field, ())) for field in SHIFTS
    }
    several = {"diplomas": diplomas.taken(order), "signs": signs}
    return Laid(
        ground=ground,
        places=places,
        marks=marks_of(one, several, len(order)),
        words={name: column.values for name, column in (one | several).items()},
        signs_on=fields,
        lowest=np.where(firm, np.nan, low),
        least=np.where(firm, np.nan, np.where(np.isnan(low), high, low)),
        closes=facts["closes"][order],
        told=np.flatnonzero(facts["told"]),
    )


def times(field: str, shifts: Coded, signs: Several, spoken: Sequence[int]) -> Coded:
    """Of one shift: whether an advert lists it, and after a break what it says."""
    has = np.array(
        [SHIFTS[field] in word.split(BETWEEN) for word in shifts.values] or [False]
    )
    table = np.zeros(max(len(signs.values), 1), np.uint64)
    table[list(spoken)] = np.arange(1, len(spoken) + 1)
    said = signs.folded(table).astype(np.int32)
    words = [
        f"{is_listed}{APART}{sign}"
        for sign in ("", *(signs.values[number] for number in spoken))
        for is_listed in ("", field)
    ]
    return Coded(tuple(words), 2 * said + has[shifts.codes])


def _fields(signs: Several) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for number, sign in enumerate(signs.values):
        found.setdefault(sign.partition(BETWEEN)[0], []).append(number)
    return found
