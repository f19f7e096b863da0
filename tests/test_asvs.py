"""Which security requirements the tests show is kept up, and never sinks."""

from tests.asvs import AUTOMATABLE, shown

ENOUGH = 100


def test_a_hundred_requirements_are_shown():
    assert len(AUTOMATABLE.keys() & shown().keys()) >= ENOUGH


def test_no_test_names_a_requirement_that_we_do_not_know():
    assert shown().keys() - AUTOMATABLE.keys() == set()
