"""Questions to an employer, per field: about the job, never about the person."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

ANY_OTHER = "Wat vraagt het werk op dit punt precies?"


def question_about(field: str) -> str:
    """The question for a field; it must never tell why it is asked."""
    return questions().get(field, ANY_OTHER)


def place_in_line(field: str) -> int:
    """Fields earlier in the file are asked first."""
    return _places().get(field, len(_places()))


@cache
def questions() -> Mapping[str, str]:
    """All questions by field, in the order in which they are asked."""
    text = files("matching.rules").joinpath("questions.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def _places() -> Mapping[str, int]:
    return {field: place for place, field in enumerate(questions())}
