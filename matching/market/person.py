"""One person against the open market: limits, scores, and which rows to judge."""

from collections.abc import Sequence

from matching.encoder import Encoder
from matching.likeness.documents import Query, queries_of
from matching.market.coded import Rows
from matching.market.held import OpenMarket
from matching.market.limits import Sieved, may_be_near
from matching.market.objecting import Person
from matching.market.scores import highest_scores
from matching.market.search import nth
from matching.market.shelves import REACH, Sides
from matching.market.vectors import rough
from matching.scoring.scoring import Sought


def sides(
    market: OpenMarket,
    sieved: Sieved,
    person: Person,
    sought: Sought,
    encoder: Encoder,
) -> Sides:
    """What is left and what is out, with the most that each can score."""
    left = sieved.left
    out = within_reach(market, sieved.out, queries_of(person.profile), encoder)
    return Sides(
        left=left,
        left_highest=highest_scores(market, left, person, sought, encoder),
        out=out,
        out_highest=highest_scores(market, out, person, sought, encoder),
        near=may_be_near(market.columns, person, out, sieved.found),
    )


def within_reach(
    market: OpenMarket, rows: Rows, queries: Sequence[Query], encoder: Encoder
) -> Rows:
    """Those of which the vector resembles some query most: about `REACH` of them."""
    if len(rows) <= REACH or not queries:
        return rows
    asked = encoder.encode_query([query.text for query in queries])
    points = rough(market.vectors, rows, asked).cosines.max(axis=1)
    near: Rows = rows[points >= nth(points, REACH)]
    return near
