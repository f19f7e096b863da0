"""The most that a score can be, for many rows at once, before anything is judged.

All but the verdict and the aids is known from the columns; those two are taken at their
best. So no row can turn out higher than is said here, and few turn out much lower.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from matching.encoder import Encoder
from matching.likeness.comparing import sights
from matching.likeness.documents import queries_of
from matching.market.coded import Coded, Rows
from matching.market.columns import EPOCH, LONG_AGO
from matching.market.held import OpenMarket
from matching.market.limits import kilometres
from matching.market.objecting import Person, blank_case, education_of
from matching.scoring.facts import FACTS, FAR_KM, FRESH_DAYS, STALE_DAYS
from matching.scoring.occupations import related
from matching.scoring.scoring import OF_LIKENESS, Sought
from matching.scoring.transferable import taking_over
from schemas.match import Aspect

DIGITS = 4  # of a score
ROOM = 1e-9  # for what adding in another order may change

Values = NDArray[np.float64]


def highest_scores(
    market: OpenMarket, rows: Rows, person: Person, sought: Sought, encoder: Encoder
) -> Values:
    """From 0 to 1, in the digits of a score and never below it."""
    weights = sought.weights.of
    total = np.full(len(rows), sought.weights.base + ROOM)
    for aspect, value in {
        **_alike(market, rows, person, encoder),
        **_work(market, rows, sought),
        **_facts(market, rows, person),
    }.items():
        total += weights[aspect] * value
    for aspect in UNKNOWN:
        total += max(weights[aspect], 0.0)
    chance = 1 / (1 + np.exp(-total))
    step = 10**DIGITS
    return np.asarray(np.ceil(chance * step - ROOM) / step + ROOM)


UNKNOWN: tuple[Aspect, ...] = ("questions", "aid")


def _alike(
    market: OpenMarket, rows: Rows, person: Person, encoder: Encoder
) -> Mapping[Aspect, Values]:
    queries = queries_of(person.profile)
    if not queries or not len(rows):
        return {}
    seen = sights(queries, market.described(rows), encoder)
    return {aspect: getattr(seen, aspect) for aspect in OF_LIKENESS}


def _work(market: OpenMarket, rows: Rows, sought: Sought) -> Mapping[Aspect, Values]:
    def occupation(isco: str) -> float:
        found = related(isco or None, sought.known)
        return found.value if found else 0.0

    def transferable(isco: str) -> float:
        found = taking_over(isco or None, sought.taken)
        return found[1] if found else 0.0

    groups = market.columns.listed["isco"]
    return {
        "occupation": _by_word(groups, rows, occupation),
        "transferable": _by_word(groups, rows, transferable),
    }


def _facts(market: OpenMarket, rows: Rows, person: Person) -> Mapping[Aspect, Values]:
    columns, week = market.columns, person.hours("hours_week")
    far = kilometres(columns, person, rows)
    most = columns.facts["hours_max"][rows]

    def education(word: str) -> float:
        return FACTS["education"](blank_case(person, education_of(word)))

    return {
        "education": _by_word(columns.listed["education"], rows, education),
        "hours": (most <= week.value).astype(float) if week else np.zeros(len(rows)),
        "travel": np.nan_to_num(np.minimum(far / FAR_KM, 1.0), nan=0.0),
        "freshness": _freshness(columns.facts["posted"][rows], person),
    }


def _freshness(posted: NDArray[np.int32], person: Person) -> Values:
    days = person.today.toordinal() - EPOCH - posted.astype(np.int64)
    found = np.where(days <= FRESH_DAYS, 1.0, np.where(days > STALE_DAYS, -1.0, 0.0))
    return np.where(posted == LONG_AGO, 0.0, found)


def _by_word(coded: Coded, rows: Rows, value: Callable[[str], float]) -> Values:
    return np.array([value(word) for word in coded.values] or [0.0])[coded.codes[rows]]
