"""Marks quotes in an advert's text: pieces of text, each with what stands on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from schemas.match import Finding
from schemas.vacancy import Demand, Polarity, Vacancy
from schemas.vacancy import Part as AnyPart

Part = Literal["text", "title"]  # of the advert; an answer stands outside it
MarkKind = Polarity | Literal["named"]
# What is asked is seen through what is softened, denied or only named.
FIRST: tuple[MarkKind, ...] = ("demanded", "mitigated", "absent", "named")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a quote stands: characters `start` up to `end` of a part."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text under the same marks; without marks `kind` is None.

    `name` is there where a mark begins, so that a table can jump to it.
    """

    text: str
    kind: MarkKind | None = None
    name: str | None = None


def mark_name(part: Part, offset: int) -> str:
    """The id by which a table jumps to a quote."""
    return f"citaat-{part}-{offset}"


def jump_to(
    vacancy: Vacancy, part: AnyPart | None, offset: int | None, quote: str | None
) -> str | None:
    """The mark on a quote; only where it still stands is there one to jump to."""
    if part is None or part == "answer" or offset is None or not quote:
        return None
    text = vacancy.title if part == "title" else vacancy.text
    stands = text[offset : offset + len(quote)] == quote
    return mark_name(part, offset) if stands else None


def marks_of(
    text: str, part: Part, demands: Iterable[Demand], findings: Iterable[Finding]
) -> tuple[Mark, ...]:
    """Where the quotes stand in one part of the advert; an objection's was demanded.

    A quote that is no longer there (the advert has changed since) has no mark.
    """
    marks = [*_of_demands(part, demands), *_of_findings(part, findings)]
    return tuple(
        mark for mark, quote in marks if text[mark.start : mark.end] == quote != ""
    )


def _of_demands(part: Part, demands: Iterable[Demand]) -> Iterator[tuple[Mark, str]]:
    for one in demands:
        if one.part == part:
            end = one.offset + len(one.quote)
            yield Mark(start=one.offset, end=end, kind=one.polarity), one.quote


def _of_findings(part: Part, findings: Iterable[Finding]) -> Iterator[tuple[Mark, str]]:
    for one in findings:
        if one.part == part and one.offset is not None and one.quote:
            end = one.offset + len(one.quote)
            kind: MarkKind = "demanded" if one.kind == "objection" else "named"
            yield Mark(start=one.offset, end=end, kind=kind), one.quote


def pieces(text: str, part: Part, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut `text` at every edge of a mark; joined, the pieces are the text again."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    starts = {mark.start for mark in inside}
    edges = sorted({0, len(text)} | starts | {mark.end for mark in inside})
    return tuple(
        Piece(
            text=text[start:end],
            kind=_strongest(m for m in inside if m.start <= start and end <= m.end),
            name=mark_name(part, start) if start in starts else None,
        )
        for start, end in pairwise(edges)
    )


def _strongest(over: Iterable[Mark]) -> MarkKind | None:
    return min((mark.kind for mark in over), key=FIRST.index, default=None)
