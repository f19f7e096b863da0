"""The typed facts of an advert as a table shows them."""

from tests.builders import vacancy
from webapp.vacancies.printed_facts import PrintedFact, printed_facts


def facts_of(**provenance: dict[str, str]) -> dict[str, PrintedFact]:
    facts = printed_facts(vacancy(provenance=provenance))
    return {fact.label: fact for fact in facts}


def test_a_scale_a_cao_and_a_start_stand_there_in_the_words_of_the_advert():
    shown = facts_of(
        salary_scale={"part": "text", "path": "scale", "raw": "FWG 45"},
        cao={"part": "text", "path": "cao", "raw": "cao VVT"},
        start_date={"part": "text", "path": "start", "raw": "per direct"},
    )
    assert shown["Schaal"].value == "FWG 45"
    assert shown["Cao"].value == "cao VVT"
    assert shown["Begin"].value == "per direct"


def test_a_printed_day_to_start_stands_beside_its_words():
    shown = facts_of(
        start_date={
            "part": "text",
            "path": "start",
            "raw": "per 1 januari 2099",
            "value": "2099-01-01",
        }
    )
    assert (shown["Begin"].value, shown["Begin"].raw) == (
        "1 jan 2099",
        "per 1 januari 2099",
    )


def test_what_the_page_does_not_say_is_not_there():
    assert not {"Schaal", "Cao", "Begin", "Salaris"} & facts_of().keys()
