"""Reading what stands in an answer of JSON, whatever that turns out to be."""

import json
import re
from typing import Any

from crawlers.pages.jobposting_fields import words
from crawlers.platforms.base import Answer, UnexpectedAnswerError

Json = dict[str, Any]
ESCAPED = re.compile(r"\\u(?:0000|d[89a-f])", re.IGNORECASE)
NO_LETTER = re.compile("[\x00\ud800-\udfff]")
MOST_DIGITS = 12  # of an amount; a wage has fewer


def json_of(answer: Answer, label: str) -> Any:  # noqa: ANN401 - whatever it holds
    """The answer as JSON; UnexpectedAnswerError when it is something else."""
    try:
        found = json.loads(answer.page.text)
        return _storable(found) if ESCAPED.search(answer.page.text) else found
    except (ValueError, RecursionError) as broken:
        raise UnexpectedAnswerError(f"geen JSON van {label}") from broken


def _storable(value: object) -> object:
    """Without the letters that no database takes: NUL, and halves of a letter."""
    if isinstance(value, str):
        return NO_LETTER.sub("", value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    return value


def rows_at(value: object, *keys: str) -> list[Json]:
    """The objects of the list at `keys`; UnexpectedAnswerError without such a list.

    A list without a single object is one of something else, unless it is empty.
    """
    found = inside(value, *keys)
    rows = objects(found)
    if not isinstance(found, list) or bool(found) != bool(rows):
        raise UnexpectedAnswerError("JSON zonder lijst van vacatures")
    return rows


def inside(value: object, *keys: str) -> Any:  # noqa: ANN401 - whatever it holds
    """What stands at `keys`, from the outside in; None when a step is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def objects(value: object) -> list[Json]:
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, dict)]


def said(value: object, *keys: str) -> str | None:
    """The words at `keys`."""
    return words(inside(value, *keys))


def told(*values: str | None) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(value for value in values if value)


def number_at(value: object, *keys: str) -> int | None:
    found = inside(value, *keys)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def amount(value: object, *, cents: bool = False) -> str | None:
    """A JSON number as a wage is printed: `3812.125` would read as three million."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return words(value)
    if not abs(value) < 10**MOST_DIGITS:
        return None
    return f"{value / 100 if cents else value:.2f}"
