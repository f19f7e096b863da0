"""Whether anything that came since a ranking could stand high in it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from matching.encoder import Encoder
from matching.likeness.documents import queries_of
from matching.market.held import OpenMarket
from matching.market.limits import sieve
from matching.market.objecting import Person
from matching.market.scores import highest_scores
from matching.scoring.occupations import known_occupations
from matching.scoring.scoring import Sought
from matching.scoring.seeker import Seeker
from matching.scoring.weights import widened

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What came or changed after `since`, if on `today` it may score above `floor`."""

    since: datetime
    floor: float
    today: date


def has_news(market: OpenMarket, seeker: Seeker, encoder: Encoder, news: News) -> bool:
    """Whether there is any for this person, within the limits."""
    moment = int((news.since - EPOCH).total_seconds() * MICROSECONDS)
    new = market.columns.facts["stamp"] > moment
    if not new.any():
        return False
    person = Person(profile=seeker.profile, capacity=seeker.capacity, today=news.today)
    left = sieve(market.columns, person).left
    rows = left[new[left]]
    found = highest_scores(market, rows, person, _at_best(seeker), encoder)
    return bool((found > news.floor).any())


def _at_best(seeker: Seeker) -> Sought:
    """As if any work took over much of the former: that takes the whole market to know.

    So somebody for whom is searched wider is ranked again a little too often.
    """
    weights = widened(seeker.weights, seeker.profile.search_width)
    more = max(weights.of["transferable"], 0.0)
    return Sought(
        known=known_occupations(queries_of(seeker.profile), seeker.groups),
        taken=(),
        weights=replace(weights, base=weights.base + more),
    )
