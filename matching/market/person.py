"""One person against the open market: limits, scores, and which rows to judge."""

from dataclasses import dataclass

from matching.encoder import Encoder
from matching.market.coded import Rows
from matching.market.held import OpenMarket
from matching.market.limits import Sieved, may_be_near
from matching.market.objecting import Person
from matching.market.scores import highest_scores
from matching.market.shelves import Sides
from matching.scoring.scoring import Sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person in a market: what is left for them, and what else is in reach."""

    person: Person
    sieved: Sieved
    reach: Rows


def sides(
    market: OpenMarket, standing: Standing, sought: Sought, encoder: Encoder
) -> Sides:
    """What is left and what is out, with the most that each can score."""
    left, out, person = standing.sieved.left, standing.reach, standing.person
    return Sides(
        left=left,
        left_highest=highest_scores(market, left, person, sought, encoder),
        out=out,
        out_highest=highest_scores(market, out, person, sought, encoder),
        near=may_be_near(market.columns, person, out, standing.sieved.found),
    )
