"""Which pairs of adverts in one place, or of one employer, deserve to be read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crawlers.clustering.advert import Advert
from crawlers.clustering.same_job import may_be_same, worth_reading
from crawlers.clustering.sketch import SketchIndex
from crawlers.clustering.titles import telling_words

# A crowd says nothing: so many with one word in the title, or so many as alike as
# this, are told apart in their own place, or not at all.
CROWD = 1_000
CROWD_OF_LIKES = 200


def pairs_to_read(
    adverts: Sequence[Advert], *, in_place: bool
) -> Iterator[tuple[Advert, Advert]]:
    """Each pair once, of which at least one is fresh and the facts may fit.

    They share a word of the title or a reference. `in_place`: these are all adverts of
    one place; then also those with much of their wording in common. Elsewhere two of
    one place are left out, for they meet there.
    """
    blocks = _Blocks(adverts)
    alike = _likes(adverts) if in_place else {}
    for number, one in enumerate(adverts):
        if not one.is_fresh:
            continue
        for near in sorted(blocks.near(one) | alike.get(number, set())):
            other = adverts[near]
            seen = near == number or (other.is_fresh and near < number)
            if seen or not (in_place or _places_differ(one, other)):
                continue
            if may_be_same(one, other) and worth_reading(one, other):
                yield one, other


def _places_differ(one: Advert, other: Advert) -> bool:
    return not one.spot.place or one.spot.place != other.spot.place


def _likes(adverts: Sequence[Advert]) -> dict[int, set[int]]:
    """Per fresh advert those with a wording like it; only the fresh are indexed."""
    index = SketchIndex()
    for number, advert in enumerate(adverts):
        if advert.is_fresh:
            index.add(number, advert.sketch)
    found: dict[int, set[int]] = defaultdict(set)
    for number, advert in enumerate(adverts):
        likes = index.like(advert.sketch) if advert.size else []
        for fresh in likes if len(likes) <= CROWD_OF_LIKES else []:
            found[fresh].add(number)
    return found


class _Blocks:
    """Adverts by the telling words of their title and by reference."""

    def __init__(self, adverts: Sequence[Advert]) -> None:
        self._blocks: dict[str, set[int]] = defaultdict(set)
        for number, advert in enumerate(adverts):
            for block in _blocks_of(advert):
                self._blocks[block].add(number)

    def near(self, advert: Advert) -> set[int]:
        """The numbers of those in a block with it, crowds left out."""
        blocks = (self._blocks[block] for block in _blocks_of(advert))
        return set().union(*(block for block in blocks if len(block) <= CROWD))


def _blocks_of(advert: Advert) -> list[str]:
    words = [f"title {word}" for word in sorted(telling_words(advert.title))]
    return [*words, f"reference {advert.reference}"] if advert.reference else words
