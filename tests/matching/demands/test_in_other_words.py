"""What the work asks of the body, said in one or two of the many other ways."""

import pytest

from matching.demands import demands_of
from tests.matching.demands.tables import signed_sentences

POLARITIES = {"+": "demanded", "=": "demanded", "~": "mitigated", "-": "absent"}


TABLE = list(signed_sentences("in_other_words.txt"))


@pytest.mark.parametrize(("field", "sign", "sentence"), TABLE)
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
    for _, _, sentence in TABLE:
        for one in demands_of("", sentence):
            assert sentence.startswith(one.quote, one.offset)
