"""Dutch numbers."""

import pytest

from crawlers.reading.numbers import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("3.750", 3750), ("2.743", 2743), ("15,38", 15.38), ("14.71", 14.71),
     ("2.864,-", 2864), ("€ 1.234,50", 1234.5), ("115000", 115000), ("55", 55),
     ("3,750", 3750), ("1.234.567", 1234567), ("", None), ("geen", None)],
)  # fmt: skip
def test_numbers(text, number):
    assert read_number(text) == number
