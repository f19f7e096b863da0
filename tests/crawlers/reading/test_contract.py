"""Dutch words to kinds of contract."""

import pytest

from crawlers.reading.contract import read_contract, read_employment_types


@pytest.mark.parametrize(
    ("text", "kind", "months"),
    [
        ("jaarcontract met uitzicht op vast", "temporary", 12),
        ("een contract voor zeven maanden, daarna vast", "temporary", 7),
        ("halfjaarcontract", "temporary", 6),
        ("een vast contract", "permanent", None),
        ("Direct een vast dienstverband voor onbepaalde tijd", "permanent", None),
        ("uitzendbasis, fase A", "agency", None),
        ("op oproepbasis", "on_call", None),
        ("contract voor bepaalde tijd", "temporary", None),
        ("bbl-overeenkomst van twee jaar", "apprenticeship", 24),
    ],
)
def test_contracts(text, kind, months):
    found = read_contract("Medewerker", text)
    assert found is not None
    assert (found.kind, found.months) == (kind, months)


def test_contracts_in_fields():
    assert read_employment_types(["FULL_TIME", "TEMPORARY"]).kind == "temporary"
    assert read_employment_types(["fulltime_permanent"]).kind == "permanent"
    assert read_employment_types(["FULL_TIME"]) is None
