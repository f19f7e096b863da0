"""One or two ways of saying each thing; all sentences are invented here."""

import pytest

from matching.demands import demands_of
from tests.matching.demands import said_of_body, said_of_conditions, said_of_mind

SAID = [*said_of_mind.SAID, *said_of_body.SAID, *said_of_conditions.SAID]


@pytest.mark.parametrize(("text", "field", "polarity", "value"), SAID)
def test_work_is_read_however_it_is_said(
    text: str, field: str, polarity: str, value: float | None
) -> None:
    found = {one.field: one for one in demands_of("", text)}
    assert field in found
    assert found[field].polarity == polarity
    if value is not None:
        assert found[field].value == value
