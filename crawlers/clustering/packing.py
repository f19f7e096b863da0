"""Marks and shingles as bytes, the way the database keeps them."""

import struct
from collections.abc import Iterable, Sequence

from crawlers.clustering.wording import Sentence

MARK_BYTES = 8


def pack_marks(marks: Iterable[int]) -> bytes:
    """Eight bytes each, in the order given."""
    return b"".join(mark.to_bytes(MARK_BYTES) for mark in marks)


def unpack_marks(packed: bytes) -> tuple[int, ...]:
    """What `pack_marks` packed."""
    return struct.unpack(f">{len(packed) // MARK_BYTES}Q", packed)


def pack_shingles(sentences: Sequence[Sentence]) -> bytes:
    """How many shingles each sentence has (two bytes), then all of them (four)."""
    counts = [len(sentence.shingles) for sentence in sentences]
    shingles = [shingle for each in sentences for shingle in each.shingles]
    return struct.pack(f">{len(counts)}H{len(shingles)}I", *counts, *shingles)


def unpack_sentences(marks: bytes, shingles: bytes) -> list[Sentence]:
    """The sentences of an advert, from what was packed of them."""
    each = unpack_marks(marks)
    counts = struct.unpack_from(f">{len(each)}H", shingles)
    numbers = struct.unpack_from(f">{sum(counts)}I", shingles, 2 * len(each))
    made, start = [], 0
    for mark, count in zip(each, counts, strict=True):
        made.append(Sentence(mark, numbers[start : start + count]))
        start += count
    return made
