"""A wage in every shape it is printed in; what a board thinks is no wage."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.wages import Wage, estimate_of, wage_of
from tests.crawlers.adverts import page


@pytest.mark.parametrize(
    ("printed", "wage"),
    [
        ({"value": {"value": "55", "unitText": "HOUR"}}, Wage("55", "55", "HOUR")),
        ({"value": 2500, "unitText": "MONTH", "currency": "EUR"},
         Wage("2500", "2500", "MONTH", currency="EUR")),
        ({"minValue": 2500, "maxValue": 3000}, Wage("2500", "3000")),
        ({"value": [{"minValue": 2500, "maxValue": 3000, "unitCode": "MON"}]},
         Wage("2500", "3000", "MON")),
        ({"value": "3000 - 3500", "unitText": "MONTH"}, Wage("3000", "3500", "MONTH")),
        ({"value": "€ 2.864,- en meer"}, Wage(text="€ 2.864,- en meer")),
        ({"value": "€ 2.864,-"}, Wage("€ 2.864,-", "€ 2.864,-")),
        ({"value": {"value": "In consultation", "unitText": "YEAR"}, "currency": "euro"},
         Wage(unit="YEAR", text="In consultation", currency="euro")),
        ([{"value": 2500}], Wage("2500", "2500")),
        (2500, Wage("2500", "2500")),
        ("€ 2.500", Wage(text="€ 2.500")),
        (None, Wage()),
        ([], Wage()),
        ({"value": float("nan")}, Wage()),
        ({"@type": "MonetaryAmountDistribution", "median": 3100, "duration": "P1M"}, Wage()),
        ({"percentile10": 2500, "percentile90": 4000, "currency": "EUR"}, Wage()),
    ],
)  # fmt: skip
def test_the_shapes_of_a_wage(printed, wage):
    assert wage_of(printed) == wage


ESTIMATE = {
    "@type": "MonetaryAmountDistribution",
    "currency": "EUR",
    "duration": "P1M",
    "minValue": 3757.46,
    "maxValue": 5000.8,
}
SAID = "3757.46 - 5000.8 EUR P1M"


@pytest.mark.parametrize(
    ("job", "other", "said"),
    [
        ({"estimatedSalary": ESTIMATE}, {}, SAID),
        ({"estimatedSalary": [ESTIMATE]}, {}, SAID),
        ({"baseSalary": ESTIMATE}, {}, SAID),
        (
            {"baseSalary": None},
            {"@type": "Occupation", "estimatedSalary": [ESTIMATE]},
            SAID,
        ),
        ({"baseSalary": {"value": 2500}}, {}, None),
        ({}, {"@type": "Occupation", "name": "Kok"}, None),
    ],
)
def test_an_estimate_is_called_one(job, other, said):
    assert estimate_of(job, page(other)) == said


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["value", "minValue", "unitText", "@type", "median"]),
                inner,
            )
        ),
    )
)
def test_any_wage_is_survived(value):
    assert isinstance(wage_of(value), Wage)
    estimate_of({"estimatedSalary": value, "baseSalary": value}, "estimatedSalary")
