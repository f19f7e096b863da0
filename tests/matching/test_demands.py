"""What adverts ask, with proof; the sentences are invented for these tests."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.demands import demands_of, shifts_of
from schemas.vacancy import Demand


def asked(text: str, title: str = "") -> dict[str, Demand]:
    return {demand.field: demand for demand in demands_of(title, text)}


def polarity(text: str, field: str) -> str | None:
    found = asked(text).get(field)
    return found.polarity if found else None


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Je tilt dozen van 12 kg.", "lift_kg", 12),
        ("Zakken tot 25 kilo horen erbij.", "lift_kg", 25),
        ("Je tilt 20-25 kg.", "lift_kg", 25),
        ("Je tilt kratten van twintig kilo.", "lift_kg", 20),
        ("Je loopt 14.000 stappen per dag.", "walk_hours_day", 14000),
        ("In de vriescel is het -18 graden.", "cold_limited", -18),
        ("Je werkt diensten van 9 uur.", "hours_day", 9),
        ("De norm is 100 picks per uur.", "needs_no_high_pace", 100),
    ],
)
def test_measures_are_explicit_and_carry_their_number(
    text: str, field: str, value: float
) -> None:
    found = asked(text)[field]
    assert (found.value, found.strength) == (value, 3)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Het is staand werk.", "stand_hours_day"),
        ("Je sjouwt met meubels.", "carry_kg"),
        ("Je duwt rolcontainers de winkel in.", "push_pull_kgf"),
        ("Je bukt en knielt.", "kneel_per_hour"),
        ("Je werkt op een ladder.", "climb"),
        ("Je werkt boven schouderhoogte.", "overhead_minutes"),
        ("Je staat aan de lopende band.", "reach_per_hour"),
        ("Je voert gegevens in: data-invoer.", "keyboard_hours_day"),
        ("Je gaat om met agressie.", "conflict"),
        ("Je helpt klanten aan de balie.", "needs_little_customer_contact"),
        ("Je helpt bewoners met wassen.", "needs_little_patient_contact"),
        ("Er zijn strakke deadlines.", "needs_no_deadlines_peaks"),
        ("Je werkt aan draaiende machines.", "needs_no_personal_risk"),
        ("Je kunt goed multitasken.", "needs_few_interruptions"),
        ("Je werkt in een kantoortuin.", "needs_low_distraction"),
        ("Je werkt met een headset.", "hearing"),
        ("Gehoorbescherming is verplicht.", "noise_limited"),
        ("Je werkt met schoonmaakmiddelen.", "skin_contact_limited"),
        ("Er is veel lasrook.", "airborne_limited"),
        ("Je geeft leiding aan zes collega's.", "needs_no_leadership"),
        ("Je werkt in ploegen, ook nachtdiensten.", "shift_night"),
        ("Je werkt ook avonddiensten.", "shift_evening"),
        ("Je werkt om het weekend.", "shift_weekend"),
        ("Je draait storingsdienst.", "shift_standby"),
    ],
)
def test_plain_demands_are_read(text: str, field: str) -> None:
    assert polarity(text, field) == "demanded"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Geen fysiek zwaar werk.", "lift_kg"),
        ("Klantcontact heb je niet.", "needs_little_customer_contact"),
        ("Er zijn geen nachtdiensten.", "shift_night"),
        ("Je werkt op kantoortijden.", "shift_evening"),
        ("Zware dozen tillen doet een ander team.", "lift_kg"),
        ("Er wordt niets getild.", "lift_kg"),
    ],
)
def test_what_is_not_asked_is_absent(text: str, field: str) -> None:
    assert polarity(text, field) == "absent"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Geen bureaubaan, maar wel tillen.", "lift_kg"),
        ("Je gaat niet alleen tillen maar ook sjouwen.", "lift_kg"),
        ("Je hebt geen moeite met werken op hoogte.", "climb"),
        ("Je bent niet bang voor agressie.", "conflict"),
    ],
)
def test_some_denials_deny_nothing(text: str, field: str) -> None:
    assert polarity(text, field) == "demanded"


@pytest.mark.parametrize(
    "text",
    [
        "Een openstaande vacature bij een bestaand team.",
        "Onder alle omstandigheden blijf je vriendelijk.",
        "Je houdt collega's op de hoogte van lopende zaken.",
        "Onze vestiging in Tilburg groeit, een subtiel verschil.",
        "Je zoekt draagvlak en draagt verantwoordelijkheid.",
        "Bij ons in de stoffenwinkel ben je warm welkom.",
    ],
)
def test_look_alikes_ask_nothing_of_the_body(text: str) -> None:
    body = {"stand_minutes", "walk_minutes", "climb", "lift_kg", "carry_kg"}
    senses = {"airborne_limited", "heat_limited", "cold_limited"}
    assert not (body | senses) & set(asked(text))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Je tilt bewoners; een tillift is aanwezig.", "lift_kg"),
        ("Je werkt met een elektrische pompwagen.", "push_pull_kgf"),
        ("Het is inpakwerk met taakroulatie.", "reach_per_hour"),
        ("Je werkt afwisselend zittend en staand.", "stand_minutes"),
    ],
)
def test_aids_mitigate(text: str, field: str) -> None:
    assert polarity(text, field) == "mitigated"


def test_frequency_words_change_the_strength() -> None:
    assert asked("Soms til je een doos.")["lift_kg"].strength == 1
    assert asked("Je staat de hele dag aan de lijn.")["stand_minutes"].strength == 3


def test_boilerplate_is_weak() -> None:
    weak = asked("Je bent stressbestendig en klantgericht.")
    assert weak["needs_no_deadlines_peaks"].strength == 1
    assert weak["needs_little_customer_contact"].strength == 1


def test_only_working_times_count_under_what_is_offered() -> None:
    found = asked("Wat bieden wij?\n- tillen tot 25 kg\n- ook avonddiensten")
    assert set(found) == {"shift_evening"}


def test_other_people_of_the_firm_ask_nothing() -> None:
    assert asked("Onze magazijnmedewerkers tillen zakken van 25 kg.") == {}


def test_a_wish_for_a_licence_is_no_demand() -> None:
    assert "professional_driving" not in asked("Rijbewijs B is een pré.")


def test_a_title_that_is_the_work_itself_counts() -> None:
    driving = asked("", "Vrachtwagenchauffeur")["professional_driving"]
    assert (driving.part, driving.quote) == ("title", "Vrachtwagenchauffeur")


def test_shifts_follow_from_clear_demands() -> None:
    found = demands_of("", "Je werkt van 14.00 tot 22.00 uur en om het weekend.")
    assert set(shifts_of(found)) == {"evening", "weekend"}


def _exact(title: str, text: str, found: Iterable[Demand]) -> bool:
    parts = {"title": title, "text": text}
    return all(
        d.quote and parts[d.part][d.offset : d.offset + len(d.quote)] == d.quote
        for d in found
    )


STRETCHES = (
    "Je|tilt|geen|dozen|van|25 kg,|maar|wel\n-|Wat bieden wij?\n|’s avonds|staan|İ"
    "|niet alleen|de hele dag|22.00–06.00 uur|.|!|één|cliënt|zwaar"
)
WORDS = st.sampled_from(STRETCHES.split("|"))


@given(st.text(max_size=60), st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_quotes_are_exact_on_any_text(title: str, text: str) -> None:
    assert _exact(title, text, demands_of(title, text))


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_reading_never_fails(text: str) -> None:
    assert _exact(text, text, demands_of(text, text))
