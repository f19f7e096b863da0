"""What reaches a model: the work and the wish; never the body, never an address."""

import pytest

from matching.likeness.documents import queries_of, vacancy_text, without_health
from schemas.candidate import SearchProfile
from tests.builders import vacancy

ADVERT = """Wat ga je doen?
Je verzamelt orders met een scanner.
Je controleert pakbonnen.

Wat bieden wij?
Een marktconform salaris en een leuk team.

Over ons
Wij zijn een familiebedrijf.
Bel Jan op 06-12345678 of mail jan@bedrijf.nl.
"""


def profile(**facts: object) -> SearchProfile:
    plain: dict[str, object] = {
        "former_jobs": (),
        "education": None,
        "education_text": "",
        "experience": "",
        "wishes": "",
        "search_directions": (),
        "place": "Utrecht",
        "postcode4": None,
        "lat": None,
        "lon": None,
        "travel_modes": (),
        "travel_minutes": None,
        "licences": (),
        "certificates": (),
        "dutch_level": None,
        "excluded_shifts": (),
    }
    return SearchProfile(**{**plain, **facts})  # type: ignore[arg-type]


def test_a_vacancy_is_its_work_and_not_its_offer_or_its_company():
    text = vacancy_text(vacancy(title="Orderpicker (m/v) 32 uur", text=ADVERT))
    assert text.title == "Orderpicker"
    assert "orders met een scanner" in text.tasks
    assert "salaris" not in text.tasks
    assert "familiebedrijf" not in text.tasks


def test_contact_data_never_reaches_a_model():
    text = "Je belt klanten.\nMail piet@x.nl, bel 030 123 45 67 of +31 6 12345678."
    tasks = vacancy_text(vacancy(text=text)).tasks
    assert "Je belt klanten" in tasks
    assert not any(part in tasks for part in ("piet", "123", "5678"))


def test_every_direction_and_job_is_a_query_of_its_own():
    asked = queries_of(
        profile(
            former_jobs=("kok",),
            search_directions=("planner", "receptie"),
            experience="Tien jaar in de keuken gewerkt.",
        )
    )
    assert [(query.kind, query.text) for query in asked] == [
        ("direction", "planner"),
        ("direction", "receptie"),
        ("job", "kok"),
        ("experience", "Tien jaar in de keuken gewerkt."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kan door rugklachten niet lang staan.",
        "Herstelt van een burn-out.",
        "Wil afwisseling tussen zitten en staan.",
        "De bedrijfsarts adviseert rustig werk.",
        "Heeft een beperkte belastbaarheid.",
        "Is snel moe en heeft moeite met prikkels.",
        "Zoekt werk zonder zwaar tillen.",
        "Volgt therapie op dinsdag.",
        "Slaapt slecht door medicijnen.",
    ],
)
def test_sentences_about_body_and_mind_are_left_out(sentence):
    assert without_health(f"Werkt graag met mensen. {sentence}") == (
        "Werkt graag met mensen."
    )


def test_an_empty_profile_asks_nothing():
    assert queries_of(profile()) == ()
