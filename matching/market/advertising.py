"""What the open adverts of each unit group tell somebody, over the whole market."""

from collections.abc import Mapping, Sequence

import numpy as np

from matching.encoder import Encoder
from matching.likeness.comparing import share, told_by
from matching.likeness.cosines import cosines
from matching.likeness.documents import Query
from matching.market.held import OpenMarket
from matching.scoring.transferable import Advertised


def open_now(
    market: OpenMarket, queries: Sequence[Query], encoder: Encoder
) -> Mapping[str, Advertised]:
    """As `scoring.transferable.advertised`, from the vectors at hand."""
    text = told_by(queries)
    told = np.zeros(len(market))
    if text and len(market):
        told = share(cosines(market.vectors.whole, encoder.encode_query([text]))[:, 0])
    groups = market.columns.listed["isco"]
    counts = np.bincount(groups.codes, minlength=len(groups.values))
    sums = np.bincount(groups.codes, weights=told, minlength=len(groups.values))
    return {
        isco: Advertised(count=int(counts[code]), told=float(sums[code] / counts[code]))
        for code, isco in enumerate(groups.values)
        if isco and counts[code]
    }
