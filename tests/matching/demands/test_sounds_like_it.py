"""What work asks of body and surroundings, and what only sounds like it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from matching.demands import demands_of

POLARITIES = {"+": "demanded", "~": "mitigated", "-": "absent"}


def table() -> Iterator[tuple[str, str, str]]:
    """Field, sign and sentence of every line; all of them are invented here."""
    field = ""
    lines = Path(__file__).with_name("sounds_like_it.txt").read_text("utf-8")
    for line in lines.splitlines():
        if line.startswith("## "):
            field = line.removeprefix("## ")
        elif line and not line.startswith("# "):
            sign, sentence = line.split(" ", 1)
            yield field, sign, sentence


SAID = [row for row in table() if row[1] != "!"]
ONLY_SOUNDS_LIKE_IT = [sentence for _, sign, sentence in table() if sign == "!"]
OF_BODY_AND_SURROUNDINGS = {field for field, _, _ in SAID}


@pytest.mark.parametrize(("field", "sign", "sentence"), SAID)
def test_plain_words_are_read(field: str, sign: str, sentence: str) -> None:
    found = {one.field: one.polarity for one in demands_of("", sentence)}
    assert found.get(field) == POLARITIES[sign]


@pytest.mark.parametrize("sentence", ONLY_SOUNDS_LIKE_IT)
def test_what_only_sounds_like_it_asks_nothing(sentence: str) -> None:
    found = {one.field for one in demands_of("", sentence)}
    assert not found & OF_BODY_AND_SURROUNDINGS
