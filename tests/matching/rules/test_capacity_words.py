"""What a capacity finding says must not read as its opposite."""

from matching.judging import findings
from tests.matching.people import case, item, vacancy

CONDITION = item("needs_no_deadlines_peaks", 1)


def said(text: str) -> list[tuple[str, str]]:
    found = findings(case(vacancy(f"Wat ga je doen:\n{text}"), CONDITION))
    return [(one.kind, one.text) for one in found if one.field == CONDITION.field]


def test_a_condition_that_is_broken_says_that_it_is_broken() -> None:
    ((kind, text),) = said("Je werkt onder hoge tijdsdruk met strakke deadlines.")
    assert kind == "objection"
    assert text.startswith("Tegen de voorwaarde “geen ")


def test_a_condition_that_is_met_says_that_it_is_met() -> None:
    ((kind, text),) = said("Je werkt zonder deadlines.")
    assert kind == "reason"
    assert text.endswith("is voldaan.")
