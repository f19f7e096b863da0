"""What work asks of body and surroundings, and what only sounds like it."""

import pytest

from matching.demands import demands_of
from tests.matching.demands.tables import signed_sentences

POLARITIES = {"+": "demanded", "~": "mitigated", "-": "absent"}


TABLE = list(signed_sentences("sounds_like_it.txt"))


SAID = [row for row in TABLE if row[1] != "!"]
ONLY_SOUNDS_LIKE_IT = [sentence for _, sign, sentence in TABLE if sign == "!"]
OF_BODY_AND_SURROUNDINGS = {field for field, _, _ in SAID}


@pytest.mark.parametrize(("field", "sign", "sentence"), SAID)
def test_plain_words_are_read(field: str, sign: str, sentence: str) -> None:
    found = {one.field: one.polarity for one in demands_of("", sentence)}
    assert found.get(field) == POLARITIES[sign]


@pytest.mark.parametrize("sentence", ONLY_SOUNDS_LIKE_IT)
def test_what_only_sounds_like_it_asks_nothing(sentence: str) -> None:
    found = {one.field for one in demands_of("", sentence)}
    assert not found & OF_BODY_AND_SURROUNDINGS
