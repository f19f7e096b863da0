"""From one piece of text to drafts: a field, how heavy, and where that stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.documents.amounts import Bound
from matching.documents.coding import families_of, fields_of
from matching.documents.measuring import Measure, measures
from matching.documents.saying import limiting_words, says_no, says_yes
from matching.documents.scoring import (
    level_of_value,
    level_of_words,
    stated_level,
    written_score,
)
from matching.documents.usual import HOURS, is_usual
from matching.documents.vocabulary import Family, Mention, mentions
from schemas.capacity import FormVersion
from schemas.capacity_fields import CapacityField, capacity_fields

LEAST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One limit as read; `evidence` are the offsets of the words that say it.

    `by_code`: at its own number of the list; `scored`: by a score that stands there;
    `certain`: nothing else in the piece speaks against it.
    """

    field: CapacityField
    level: int
    value: float | None
    bound: Bound
    choices: Sequence[str]
    evidence: tuple[int, int]
    by_code: bool
    certain: bool
    scored: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A piece of text in a form; `code` when it is an item of the list."""

    text: str
    code: str | None
    version: FormVersion

    @property
    def fields(self) -> frozenset[str]:
        """The fields of its number."""
        if self.code is None:
            return frozenset()
        return frozenset(one.name for one in fields_of(self.code, self.version))

    @property
    def unnumbered(self) -> str:
        """The text with blanks for its number: `6.2 Uren per dag` is no amount."""
        hidden = len(self.code or "")
        return " " * hidden + self.text[hidden:]

    def level_for(self, field: CapacityField, level: int | None) -> int | None:
        """A score counts for the item's own fields that have levels."""
        own = self.code is None or field.name in self.fields
        return level if own and field.scale != "number" else None


def drafts(piece: Coded) -> tuple[Draft, ...]:
    """What a piece limits, one draft for each field; numbers before words."""
    named = _named(piece)
    level = _level_of_item(piece, named)
    if level == 0:
        return ()
    found: dict[str, Draft] = {}
    usual: set[str] = set()
    for one in measures(piece.unnumbered, named, piece.fields):
        scored = piece.level_for(one.field, level)
        if not scored and is_usual(one.field, one.value, piece.text, piece.version):
            usual.add(one.field.name)
        else:
            found.setdefault(one.field.name, _measured(piece, one, scored))
    for draft in _said(piece, named, level):
        if draft.field.name not in usual:
            found.setdefault(draft.field.name, draft)
    return tuple(found.values())


def _named(piece: Coded) -> tuple[Mention, ...]:
    """The mentions; without a name that fits, the number stands for its families."""
    found = mentions(piece.text)
    if piece.code is None or any(one.family.fields & piece.fields for one in found):
        return found
    known = families_of(piece.code, piece.version)
    end, guessed = len(piece.code), len(known) > 1
    by_number = (
        Mention(family=one, start=0, end=end, guessed=guessed) for one in known
    )
    return (*by_number, *found)


def _level_of_item(piece: Coded, named: Sequence[Mention]) -> int | None:
    """The score of what a piece is about; 0 also for an answer that says no."""
    if piece.code is None:
        return written_score(piece.text) if len(named) == 1 else None
    own = [one for one in named if one.family.fields & piece.fields]
    names = [one.end for one in own] or [len(piece.code)]
    stated = stated_level(piece.text, names)
    return 0 if stated is None and says_no(piece.text) else stated


def _measured(piece: Coded, one: Measure, scored: int | None) -> Draft:
    by_value = level_of_value(one.field, one.value, piece.version)
    agree = scored in (None, by_value)
    return Draft(
        field=one.field,
        level=min(scored or by_value or 1, one.field.top_level or 1),
        value=one.value,
        bound=one.amount.bound,
        choices=(),
        evidence=_around(one.mention, (one.amount.start, one.amount.end)),
        by_code=one.field.name in piece.fields and not one.mention.guessed,
        certain=agree and not (one.amount.is_range or one.mention.guessed),
        scored=scored is not None,
    )


def _said(piece: Coded, named: Sequence[Mention], level: int | None) -> Iterator[Draft]:
    """Limits in words, or by the score of the item."""
    for mention in named:
        own = bool(mention.family.fields & piece.fields)
        if piece.code is not None and not own:
            continue  # a remark beside the item itself
        words = limiting_words(piece.text, mention)
        implied = mention.family.implied or (own and says_yes(piece.text))
        if level is None and words is None and not implied:
            continue
        yield from _draft_in_words(piece, mention, words, level)


def _draft_in_words(
    piece: Coded, mention: Mention, words: tuple[int, int] | None, level: int | None
) -> Iterator[Draft]:
    field = _field_of(piece, mention.family)
    if field.scale == "number" or field.name in HOURS:
        return
    if field.scale == "text" and len(piece.text) - mention.end < LEAST_WORDS:
        return
    near = () if words is None else (piece.text[slice(*_around(mention, words))],)
    said = level_of_words(field, (*near, piece.text), mention.family, piece.version)
    yield Draft(
        field=field,
        level=min(level or said, field.top_level or 1),
        value=None,
        bound="",
        choices=_choices(piece.text, mention.family),
        evidence=_around(mention, words or (mention.start, mention.end)),
        by_code=field.name in piece.fields and not mention.guessed,
        certain=(field.condition or level is not None) and not mention.guessed,
        scored=level is not None,
    )


def _field_of(piece: Coded, family: Family) -> CapacityField:
    """What words without a number stand for: at an item of the list, its own field."""
    own = sorted(family.fields & piece.fields)
    name = family.default if family.default in own or not own else own[0]
    return capacity_fields()[name]


def _choices(text: str, family: Family) -> tuple[str, ...]:
    return tuple(key for key, pattern in family.choices.items() if pattern.search(text))


def _around(mention: Mention, span: tuple[int, int]) -> tuple[int, int]:
    return min(mention.start, span[0]), max(mention.end, span[1])
