"""An advert as sentences, each with the shingles of five words that stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from crawlers.clustering.letters import WORD, plain

SHINGLE = 5  # words
FEWEST_WORDS = 3  # a shorter line (`Over ons`) tells no job from another
MOST_SHINGLES = 4_000  # ten times a long advert; what comes after is not looked at
MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|mar|apr(?:il)?|mei|may"
    r"|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# Dates and references: what alone changes when an advert is put up again.
PASSING = re.compile(
    rf"\b\d{{1,2}} ?{MONTH}\b\.?(?: ?20\d\d)?"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d\b"
    r"|\b20\d\d-\d\d-\d\d\b"
    r"|\b(?:vacature|referentie|functie|job|ref|vacancy)[ -]?"
    r"(?:nummer|nr|number|code|id)\b\W{0,3}[\w/-]*\d[\w/-]*"
    r"|\bjr[-_ ]?\d{3,}\b|\b\d{5,}\b"
)
PASSED = "\x1f"  # stands where a date stood
FEW_WORDS = 6  # beside a date: `reageer uiterlijk`, `de vacature sluit op`
END = re.compile(r"\n|(?<=[.!?;:])\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`mark` is the same for the same words; a short sentence has no shingles."""

    mark: int  # 64 bits
    shingles: tuple[int, ...]  # 32 bits each


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences and lines of an advert, without its dates and references.

    A shingle never runs over the end of a sentence, so that a paragraph that is left
    out or moved takes only its own shingles with it.
    """
    made: list[Sentence] = []
    shingles = 0
    for piece in _pieces(text):
        if shingles >= MOST_SHINGLES:
            break
        found = tuple(_shingles(piece)) if len(piece) >= FEWEST_WORDS else ()
        shingles += len(found)
        mark = blake2b(" ".join(piece).encode("utf-8", "replace"), digest_size=8)
        made.append(Sentence(int.from_bytes(mark.digest()), found))
    return tuple(made)


def _pieces(text: str) -> Iterator[list[str]]:
    for piece in END.split(PASSING.sub(PASSED, plain(text).replace(PASSED, " "))):
        found = WORD.findall(piece)
        if found and not (PASSED in piece and len(found) <= FEW_WORDS):
            yield found[:MOST_SHINGLES]


def _shingles(piece: list[str]) -> Iterator[int]:
    for start in range(max(1, len(piece) - SHINGLE + 1)):
        yield crc32(" ".join(piece[start : start + SHINGLE]).encode("utf-8", "replace"))
