"""Read TOML with errors that name the file, the entry and the key."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


class BadDataError(ValueError):
    """The demo's own data does not hold what its format promises."""


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table; `where` says in words which one, for the error."""

    where: str
    values: Mapping[str, object]

    def bad(self, problem: str) -> BadDataError:
        return BadDataError(f"{self.where}: {problem}")

    def only(self, keys: Collection[str]) -> None:
        """Refuse a key that nobody reads: most often it is a slip of the pen."""
        if unknown := sorted(set(self.values) - set(keys)):
            raise self.bad(f"unknown key {', '.join(unknown)}")

    def maybe(self, key: str, kind: type[T]) -> T | None:
        value = self.values.get(key)
        if value is None:
            return None
        # bool is an int to Python, not to us
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise self.bad(f"{key} must be {kind.__name__}, is {value!r}")
        return value

    def get(self, key: str, kind: type[T]) -> T:
        if (value := self.maybe(key, kind)) is None:
            raise self.bad(f"{key} is missing")
        return value

    def text(self, key: str) -> str:
        if not (value := self.get(key, str).strip()):
            raise self.bad(f"{key} is empty")
        return value

    def text_or(self, key: str, default: str = "") -> str:
        return (self.maybe(key, str) or default).strip()

    def count(self, key: str) -> int:
        """A whole number that is not negative."""
        if (value := self.get(key, int)) < 0:
            raise self.bad(f"{key} must not be negative, is {value}")
        return value

    def number(self, key: str) -> float | None:
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.bad(f"{key} must be a number, is {value!r}")
        return float(value)

    def choice(self, key: str, among: Sequence[T]) -> T:
        value = self.values.get(key)
        for option in among:
            if option == value and type(option) is type(value):
                return option
        allowed = ", ".join(str(option) for option in among)
        raise self.bad(f"{key} must be one of {allowed}; is {value!r}")

    def choice_or_none(self, key: str, among: Sequence[T]) -> T | None:
        return None if key not in self.values else self.choice(key, among)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise self.bad(f"{key} must be a list of texts")
        return tuple(values)

    def choices(self, key: str, among: Sequence[T]) -> tuple[T, ...]:
        """Texts, each of them one of a few."""
        values = self.texts(key)
        known = {str(option): option for option in among}
        if odd := sorted(set(values) - set(known)):
            raise self.bad(f"{key} does not know {', '.join(odd)}")
        return tuple(known[value] for value in values)

    def has(self, key: str) -> bool:
        return key in self.values

    def inner(self, key: str) -> "Table":
        return Table(f"{self.where}, {key}", self.get(key, dict))

    def tables(self, key: str, called: str) -> tuple["Table", ...]:
        """The tables of an array, each called by its own `called` value."""
        rows = self.values.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
            raise self.bad(f"{key} must be a list of tables")
        return tuple(
            Table(f"{self.where}, {key} {row.get(called, number)}", row)
            for number, row in enumerate(rows, start=1)
        )


def read_toml(path: Path) -> Table:
    try:
        return Table(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise BadDataError(f"{path.name}: not readable as TOML: {broken}") from broken


def refuse_twice(where: str, names: Sequence[str]) -> None:
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise BadDataError(f"{where}: {', '.join(twice)} occurs more than once")
