"""Working from home."""

from crawlers.reading.remote import read_remote


def test_working_from_home():
    assert read_remote("Deels thuiswerken is bespreekbaar")[0] == "hybrid"
    assert read_remote("Je werkt volledig vanuit huis")[0] == "full"
    assert read_remote("Thuiswerken is niet mogelijk")[0] == "none"
    assert read_remote("Je werkt in de winkel") is None
