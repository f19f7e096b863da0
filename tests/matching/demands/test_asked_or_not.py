"""Sentences of adverts that ask something, and their look-alikes that ask nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from matching.demands import demands_of

What = tuple[str, str]


def table(name: str) -> dict[What, list[str]]:
    """The sentences under each field and polarity; all of them are invented here."""
    found: dict[What, list[str]] = {}
    under: list[str] = []
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    for line in filter(None, lines):
        if line.startswith("## "):
            field, polarity = line.removeprefix("## ").split()
            under = found.setdefault((field, polarity), [])
        elif not line.startswith("# "):
            under.append(line)
    return found


def reads(what: What, sentence: str) -> bool:
    return what in {(one.field, one.polarity) for one in demands_of("", sentence)}


@pytest.mark.parametrize(("what", "sentences"), table("asked.txt").items())
def test_all_of_these_are_read(what: What, sentences: Sequence[str]) -> None:
    assert [sentence for sentence in sentences if not reads(what, sentence)] == []


@pytest.mark.parametrize(("what", "sentences"), table("not_asked.txt").items())
def test_none_of_these_is_read(what: What, sentences: Sequence[str]) -> None:
    assert [sentence for sentence in sentences if reads(what, sentence)] == []
