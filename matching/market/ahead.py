"""What ranking needs of the whole market, for several people in one pass over it.

Ranking one person is the same pass for one. What each finds does not depend on who
else is there: eight bits add up exactly, and other sums are kept in the digits that
are the same in any company.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import torch
from numpy.typing import NDArray

from matching.encoder import Encoder
from matching.likeness.comparing import Vectors, share, told_by
from matching.likeness.cosines import cosines
from matching.likeness.documents import queries_of
from matching.market.coded import Rows
from matching.market.ground import Mask
from matching.market.held import OpenMarket
from matching.market.limits import sieve
from matching.market.objecting import Person
from matching.market.search import Points, nth
from matching.market.shelves import REACH
from matching.market.vectors import BLOCK, Packed, eighths, whole_products
from matching.scoring.seeker import Seeker
from matching.scoring.transferable import Advertised
from matching.threads import one_thread

PORTION = 16_384  # rows of which the sums are made together, whoever asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What was found for a seeker on a day.

    `advertised` is what the open adverts of each unit group tell; `reach` are the rows
    that are out and resemble some query most, about `REACH` of them.
    """

    seeker: Seeker
    today: date
    advertised: Mapping[str, Advertised]
    reach: Rows


def look_ahead(
    market: OpenMarket,
    seekers: Sequence[Seeker],
    encoder: Encoder,
    today: date,
    *,
    most: int = REACH,
) -> Sequence[Ahead]:
    """For each seeker, in their order; `most` are about as many as are in reach."""
    with one_thread():
        return [
            Ahead(seeker=seeker, today=today, advertised=told, reach=reach)
            for seeker, told, reach in zip(
                seekers,
                _advertised(market, seekers, encoder),
                _reaches(market, seekers, encoder, _Wanted(today, most)),
                strict=True,
            )
        ]


def _advertised(
    market: OpenMarket, seekers: Sequence[Seeker], encoder: Encoder
) -> Sequence[Mapping[str, Advertised]]:
    """As `scoring.transferable.advertised`, from the vectors at hand."""
    texts = [told_by(queries_of(seeker.profile)) for seeker in seekers]
    groups = market.columns.listed["isco"]
    counts = np.bincount(groups.codes, minlength=len(groups.values))
    sums = np.zeros((len(texts), len(groups.values)))
    speaking = [number for number, text in enumerate(texts) if text]
    if speaking and len(market):
        asked = encoder.encode_query([texts[number] for number in speaking])
        sums[speaking] = _sums(market.vectors.whole, asked, groups.codes, len(counts))
    return [
        {
            isco: Advertised(count=int(counts[code]), told=float(of_one / counts[code]))
            for code, (isco, of_one) in enumerate(zip(groups.values, row, strict=True))
            if isco and counts[code]
        }
        for row in sums
    ]


def _sums(
    whole: Vectors, asked: Vectors, codes: NDArray[np.int32], groups: int
) -> NDArray[np.float64]:
    """How much the rows of each group resemble each query, together."""
    sums = np.zeros((len(asked), groups))
    for start in range(0, len(whole), PORTION):
        part = slice(start, start + PORTION)
        for query, told in enumerate(share(cosines(whole[part], asked)).T):
            sums[query] += np.bincount(codes[part], weights=told, minlength=groups)
    return sums


@dataclass(frozen=True, slots=True)
class _Wanted:
    today: date
    most: int


@dataclass(slots=True, kw_only=True)
class _Reaching:
    """The best `most` so far of one seeker, whose queries stand at `place`."""

    place: slice
    out: Mask
    most: int
    floor: float = -np.inf
    rows: list[Rows] = field(default_factory=list)
    points: list[Points] = field(default_factory=list)
    kept: int = 0

    def see(self, start: int, cosines: Vectors) -> None:
        """What comes next, a row per query: what lies under the floor is let go."""
        points = cosines[self.place].max(axis=0)
        out = self.out[start : start + len(points)]
        found = np.flatnonzero((points >= self.floor) & out)
        self.rows.append(found + start)
        self.points.append(points[found])
        self.kept += len(found)
        if self.kept > 4 * self.most:
            self.settle()

    def settle(self) -> None:
        """Keep the best alone, and raise the floor to the last of them."""
        rows, points = np.concatenate(self.rows), np.concatenate(self.points)
        self.floor = nth(points, self.most)
        found = np.flatnonzero(points >= self.floor)
        self.rows, self.points, self.kept = [rows[found]], [points[found]], len(found)


def _reaches(
    market: OpenMarket, seekers: Sequence[Seeker], encoder: Encoder, wanted: _Wanted
) -> Sequence[Rows]:
    queries = [queries_of(seeker.profile) for seeker in seekers]
    ends = np.cumsum([0, *map(len, queries)]).tolist()
    outs = [_out(market, seeker, wanted.today) for seeker in seekers]
    reaching = {
        number: _Reaching(
            place=slice(ends[number], ends[number + 1]), out=out, most=wanted.most
        )
        for number, out in enumerate(outs)
        if queries[number] and np.count_nonzero(out) > wanted.most
    }
    if reaching:
        asked = encoder.encode_query([one.text for those in queries for one in those])
        _pass_over(market.vectors, asked, list(reaching.values()))
    return [
        reaching[number].rows[0] if number in reaching else np.flatnonzero(out)
        for number, out in enumerate(outs)
    ]


def _out(market: OpenMarket, seeker: Seeker, today: date) -> Mask:
    person = Person(profile=seeker.profile, capacity=seeker.capacity, today=today)
    out = np.ones(len(market), np.bool_)
    out[sieve(market.columns, person).left] = False
    return out


def _pass_over(vectors: Packed, asked: Vectors, seekers: Sequence[_Reaching]) -> None:
    """All rows with all queries, by eight bits alone, as `vectors.rough` has them."""
    small, scales = eighths(asked)
    turned = torch.from_numpy(small.T.copy(order="C"))
    room = np.empty((len(asked), BLOCK), np.float32)
    for start in range(0, len(vectors), BLOCK):
        part = slice(start, start + BLOCK)
        sums = whole_products(torch.from_numpy(vectors.small[part]), turned).numpy()
        made = room[:, : len(sums)]
        np.multiply(sums.T, vectors.scales[part], out=made)
        made *= scales[:, None]
        for seeker in seekers:
            seeker.see(start, made)
    for seeker in seekers:
        seeker.settle()
