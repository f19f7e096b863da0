"""MinHash and its index: which adverts have much of their wording in common."""

from collections.abc import Collection

from datasketch import LeanMinHash, MinHash, MinHashLSH

PERMUTATIONS = 128
SEED = 20_261_121  # any number, but for ever the same: sketches are stored
BYTE_ORDER = "<"
BANDS, ROWS = 42, 3  # finds 94 % of the pairs at a likeness of 0.4, 99.6 % at 0.5

_EMPTY = MinHash(num_perm=PERMUTATIONS, seed=SEED, hashfunc=int)


class Sketch:
    """A set of 32-bit numbers in half a kilobyte, to guess how alike two sets are.

    `packed` is the same on every machine.
    """

    __slots__ = ("_minhash", "packed")

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        self._minhash: LeanMinHash | None = None

    @classmethod
    def of(cls, shingles: Collection[int]) -> "Sketch":
        """The sketch of a set."""
        made = MinHash(
            num_perm=PERMUTATIONS,
            seed=SEED,
            hashfunc=int,
            permutations=_EMPTY.permutations,
            scheme=_EMPTY.scheme,
        )
        made.update_batch(shingles)
        lean = LeanMinHash(made)
        packed = bytearray(lean.bytesize(BYTE_ORDER))
        lean.serialize(packed, BYTE_ORDER)
        return cls(bytes(packed))

    @property
    def minhash(self) -> LeanMinHash:
        """Unpacked when first asked for: of most sketches nobody asks."""
        if self._minhash is None:
            self._minhash = LeanMinHash.deserialize(self.packed, BYTE_ORDER)
        return self._minhash

    def likeness(self, other: "Sketch") -> float:
        """About how large a part of all their numbers both have; 0.04 off or so."""
        return float(self.minhash.jaccard(other.minhash))


class SketchIndex:
    """Sketches by number; asked for those that are probably half alike or more."""

    def __init__(self) -> None:
        self._index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))

    def add(self, number: int, sketch: Sketch) -> None:
        """Keep a sketch under a number of its own."""
        self._index.insert(number, sketch.minhash)

    def like(self, sketch: Sketch) -> list[int]:
        """The numbers of the sketches that share at least one band with this one."""
        return sorted(self._index.query(sketch.minhash))
