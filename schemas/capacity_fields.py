"""The fields of the belastbaarheid, read from the one file that names them all."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from schemas.capacity import FormVersion

ScaleKind = Literal["ordinal", "alternatives", "multi", "bool", "text", "number"]
Heavier = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a level of a field means; `value` is in the unit of the field."""

    level: int
    text: str
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One part of a field of several parts."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityField:
    """One item of the list. `old_code` is its number in the form used up to 2020.

    A code is empty when that form has no such item; `also_old` are further numbers
    of the old form. `old_levels` stand where the old form means something else.
    `block` is its group on the short form (None: long form only); `condition`
    marks a condition for fitting work instead of a measure; `heavier` tells
    which side of a number asks more of a person.
    """

    name: str
    code: str
    old_code: str
    label: str
    hint: str
    scale: ScaleKind
    unit: str | None = None
    norm: float | None = None
    levels: Sequence[Level] = ()
    old_levels: Sequence[Level] = ()
    choices: Sequence[Choice] = ()
    also_old: Sequence[str] = ()
    block: str | None = None
    condition: bool = False
    heavier: Heavier = "higher"

    @property
    def top_level(self) -> int:
        """The heaviest limit that the list knows for this field."""
        return max((level.level for level in self.levels), default=0)

    def levels_in(self, version: FormVersion) -> Sequence[Level]:
        """What the levels mean in the form that a document used."""
        return (version == "old" and self.old_levels) or self.levels

    def norm_in(self, version: FormVersion) -> float | None:
        """What the form takes everybody to manage."""
        levels = self.levels_in(version)
        return levels[0].value if levels is self.old_levels and levels else self.norm

    def codes_in(self, version: FormVersion) -> tuple[str, ...]:
        """Its numbers in a form; none when the form has no such item."""
        codes = (self.code,) if version != "old" else (self.old_code, *self.also_old)
        return tuple(code for code in codes if code)


@cache
def capacity_fields() -> Mapping[str, CapacityField]:
    """All fields by name, in the order of the list."""
    text = files("schemas").joinpath("capacity_fields.toml").read_text("utf-8")
    return MappingProxyType(
        {name: _field(name, row) for name, row in tomllib.loads(text).items()}
    )


@cache
def short_form() -> Mapping[str, tuple[CapacityField, ...]]:
    """The fields of the short form by block, in the order of the list."""
    blocks: dict[str, list[CapacityField]] = {}
    for one in capacity_fields().values():
        if one.block is not None:
            blocks.setdefault(one.block, []).append(one)
    return MappingProxyType({name: tuple(fields) for name, fields in blocks.items()})


def _field(name: str, row: Mapping[str, Any]) -> CapacityField:
    rest = {k: v for k, v in row.items() if k not in _READ_APART}
    rest.setdefault("old_code", rest["code"])
    return CapacityField(
        name=name,
        levels=_levels(row, "levels", "values"),
        old_levels=_levels(row, "old_levels", "old_values"),
        choices=tuple(
            Choice(key=key, label=label)
            for key, label in row.get("choices", {}).items()
        ),
        also_old=tuple(row.get("also_old", ())),
        **rest,
    )


_READ_APART = {"levels", "values", "old_levels", "old_values", "choices", "also_old"}


def _levels(row: Mapping[str, Any], texts: str, values: str) -> tuple[Level, ...]:
    said: list[str] = row.get(texts, [])
    meant: list[float | None] = list(row.get(values, [])) or [None] * len(said)
    return tuple(
        Level(level=number, text=text, value=value)
        for number, (text, value) in enumerate(zip(said, meant, strict=True))
    )
