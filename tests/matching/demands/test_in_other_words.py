"""What the work asks of the body, said in one or two of the many other ways."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from matching.demands import demands_of

POLARITIES = {"+": "demanded", "=": "demanded", "~": "mitigated", "-": "absent"}


def table() -> Iterator[tuple[str, str, str]]:
    """Field, sign and sentence of every line; all of them are invented here."""
    field = ""
    lines = Path(__file__).with_name("in_other_words.txt").read_text("utf-8")
    for line in lines.splitlines():
        if line.startswith("## "):
            field = line.removeprefix("## ")
        elif line and not line.startswith("# "):
            sign, sentence = line.split(" ", 1)
            yield field, sign, sentence


@pytest.mark.parametrize(("field", "sign", "sentence"), list(table()))
def test_work_is_read_in_other_words(field: str, sign: str, sentence: str) -> None:
    found = {one.field: one for one in demands_of("", sentence)}.get(field)
    if sign == "!":
        assert found is None
        return
    assert found is not None
    assert found.polarity == POLARITIES[sign[0]]
    if sign[0] == "=":
        assert found.value == float(sign[1:])


def test_every_quote_stands_in_its_sentence() -> None:
    for _, _, sentence in table():
        for one in demands_of("", sentence):
            assert sentence.startswith(one.quote, one.offset)
