"""Reads the text of a capacity document: proposals, and nothing that is not there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from matching.documents import about, building_up
from matching.documents.causes import CausesIn, without_causes
from matching.documents.coding import only_form_of, version_of
from matching.documents.drafting import Coded, Draft, drafts
from matching.documents.pieces import Piece, chosen, pieces
from matching.documents.proposals import (
    FactProposal,
    ItemProposal,
    Reading,
    Source,
    StepProposal,
    Surety,
)
from matching.documents.usual import HOURS
from schemas.capacity import CapacityItem, FormVersion

LONGEST_TEXT = 200_000
MOST_PROPOSALS = 150
ONE_LINE = str.maketrans("\n\r\f\t", "    ")
IN_STEPS = {*HOURS, "hours_other"}  # said by a step already


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The whole text, and which words in it tell why."""

    text: str
    causes_in: CausesIn

    def said(self, piece: Piece) -> str:
        """What a piece tells, on one line; every letter stays in its place."""
        return chosen(self.text[piece.start : piece.end].translate(ONE_LINE))

    def source(self, piece: Piece, evidence: tuple[int, int]) -> Source:
        """The sentence of a piece, cut down to what tells no cause."""
        said = self.said(piece)
        kept = without_causes(said, evidence, self.causes_in)
        start, end = (evidence[0], evidence[0]) if kept is None else kept
        cut = kept != (0, len(said))
        return self.at(piece.start + start, piece.start + end, cut=cut)

    def at(self, start: int, end: int, *, cut: bool = False) -> Source:
        """A stretch of the text with its page and line."""
        before = self.text[:start]
        page = before.count("\f") + 1
        line = before[before.rfind("\f") + 1 :].count("\n") + 1
        sentence = self.text[start:end]
        return Source(sentence=sentence, start=start, page=page, line=line, cut=cut)


def read_document(text: str, *, causes_in: CausesIn) -> Reading:
    """Everything `text` seems to say; its pages are parted by form feeds.

    `causes_in` tells where a text names an illness or a treatment: such words do not
    come along in any sentence. Reads at most LONGEST_TEXT characters.
    """
    whole = _Text(text=text[:LONGEST_TEXT], causes_in=causes_in)
    found = tuple(pieces(whole.text))
    version = version_of((one.code, whole.said(one)) for one in found if one.code)
    told = tuple(_facts(whole, found, version))
    steps = tuple(islice(_steps(whole, found, told), MOST_PROPOSALS))
    stepped = {_line(one.source): one.source.start for one in reversed(steps)}
    items = (
        item
        for piece in found
        for item in _items(whole, piece, version)
        if item.item.field not in IN_STEPS or not _is_step(item.source, stepped)
    )
    return Reading(facts=told, items=tuple(islice(items, MOST_PROPOSALS)), steps=steps)


def _line(source: Source) -> tuple[int, int]:
    return source.page, source.line


def _is_step(source: Source, stepped: Mapping[tuple[int, int], int]) -> bool:
    """Whether it is on a line with steps, and not said before the first of them."""
    first = stepped.get(_line(source))
    return first is not None and source.start + len(source.sentence) > first


def _facts(
    whole: _Text, found: tuple[Piece, ...], version: FormVersion
) -> Iterator[FactProposal]:
    for name, value, start, end in about.facts(whole.text):
        source = whole.at(start, end)
        if not whole.causes_in(source.sentence):
            yield FactProposal(name=name, value=value, source=source, surety="likely")
    telling = next(
        (
            (piece, piece.code)
            for piece in found
            if piece.code and only_form_of(piece.code, whole.said(piece)) == version
        ),
        None,
    )
    if telling is not None:
        source = whole.source(telling[0], (0, len(telling[1])))
        yield FactProposal(
            name="version", value=version, source=source, surety="likely"
        )


def _items(whole: _Text, piece: Piece, version: FormVersion) -> Iterator[ItemProposal]:
    said = whole.said(piece)
    found = drafts(Coded(text=said, code=piece.code, version=version))
    of_now = [one for one in found if not _is_ahead(one, said)]
    if (building_up.says_build_up(said) or len(of_now) < len(found)) and not any(
        one.field.name == "hours_other" for one in found
    ):
        yield _build_up(whole, piece, said)
    for draft in of_now:
        source = whole.source(piece, draft.evidence)
        yield ItemProposal(
            item=_item(draft, source.sentence, version),
            source=source,
            surety=_surety(draft),
        )


def _is_ahead(draft: Draft, said: str) -> bool:
    return draft.field.name in HOURS and building_up.is_ahead(
        said, draft.evidence, draft.value
    )


def _build_up(whole: _Text, piece: Piece, said: str) -> ItemProposal:
    """A build-up in words, for when no steps can be reckoned."""
    source = whole.source(piece, building_up.evidence(said))
    item = CapacityItem(field="hours_other", level=1, sentence=source.sentence)
    return ItemProposal(item=item, source=source, surety="likely")


def _item(draft: Draft, sentence: str, version: FormVersion) -> CapacityItem:
    value = _value(draft, version)
    return CapacityItem(
        field=draft.field.name,
        level=draft.level,
        value=value,
        unit=draft.field.unit if value is not None else None,
        is_max=draft.field.name in HOURS and draft.bound == "max",
        sentence=sentence,
        choices=draft.choices,
    )


def _value(draft: Draft, version: FormVersion) -> float | None:
    """The number of the text, else what its score stands for in its own form."""
    if draft.value is not None or not (draft.scored or version == "old"):
        return draft.value
    levels = draft.field.levels_in(version)
    return next((one.value for one in levels if one.level == draft.level), None)


def _surety(draft: Draft) -> Surety:
    if draft.by_code and draft.certain:
        return "sure"
    return "likely" if draft.certain or draft.by_code else "unsure"


def _steps(
    whole: _Text, found: tuple[Piece, ...], told: tuple[FactProposal, ...]
) -> Iterator[StepProposal]:
    known = next((one.value for one in told if one.name == "assessed_on"), None)
    document_day = date.fromisoformat(known) if known else None
    for piece in found:
        said = whole.said(piece)
        for built in building_up.steps(said, document_day):
            yield StepProposal(
                step=built.step,
                source=whole.source(piece, building_up.evidence(said)),
                surety="likely" if built.dated else "unsure",
            )
