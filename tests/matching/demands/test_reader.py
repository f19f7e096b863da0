"""What adverts ask, with proof; the sentences are invented for these tests."""

import time
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
        ("Je loopt zo'n 12.000 stappen op een dag.", "walk_hours_day", 12000),
        ("Je tilt tot 25 kg.", "lift_kg", 25),
        ("De dozen (6 kg) zet je op een pallet.", "lift_kg", 6),
        ("Kratten van drieëntwintig kilo.", "lift_kg", 23),
        ("Nooit meer dan 10 kg.", "lift_kg", 10),
        ("Meer dan 4 kilo per stuk wegen ze niet.", "lift_kg", 4),
        ("Een tray weegt nog geen 3 kilo.", "lift_kg", 3),
        ("Een rol van een kilo of acht.", "lift_kg", 8),
        ("Het is er 20 graden onder nul.", "cold_limited", -20),
        ("Je werkt vier ochtenden van 9 tot 12 uur.", "hours_day", 3),
        ("Dozen tot 15 kg, 32 uur per week.", "lift_kg", 15),
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


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Je repareert een lekkende kraan.", "needs_no_personal_risk"),
        ("We volgen de cao Zorgvervoer en Taxi.", "professional_driving"),
        ("Zorgvervoer Voorbeeld brengt mensen naar school.", "professional_driving"),
        ("We lassen elk uur een korte pauze in.", "airborne_limited"),
        ("Je kunt drie borden tegelijk dragen.", "divided_attention"),
        ("Je schakelt waar nodig een expert in.", "divided_attention"),
        ("De bel gaat en de klas loopt leeg.", "hearing"),
        ("Stuur je cv, wij bellen je terug.", "hearing"),
        ("Vet gedrukte regels controleer je.", "skin_contact_limited"),
        ("Wij rekenen aan sanitair voor scholen.", "skin_contact_limited"),
        ("Je controleert flesjes en potjes.", "needs_little_patient_contact"),
        ("Je verschoont de bedden in het hotel.", "needs_little_patient_contact"),
        ("Je geeft een seintje aan de operator.", "needs_no_personal_risk"),
        ("Je vraagt advies bij de brandweer.", "needs_no_personal_risk"),
        (
            "Je kent de weg in de bibliotheek en werkt precies.",
            "needs_no_personal_risk",
        ),
        ("Je keurt ladders en trappen.", "climb"),
        ("Je bedient het licht en geluid.", "noise_limited"),
        (
            "De chauffeurs staan aan het loket: daar staan de chauffeurs.",
            "stand_minutes",
        ),
        ("Klinkt als veel, maar het staat op een lijst.", "stand_minutes"),
        ("Je staat er meestal alleen voor.", "stand_minutes"),
        ("Machine 6 vult elke minuut bakjes.", "reach_per_hour"),
        ("Je staat de hele dienst, zitten doe je in de pauze.", "sit_minutes"),
        ("Een bed met een patiënt weegt 90 kg.", "lift_kg"),
    ],
)
def test_words_that_only_look_like_a_demand(text: str, field: str) -> None:
    assert polarity(text, field) is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Handhaven is niet jouw taak.", "conflict"),
        ("De adviseur die de moeilijke gesprekken voert, helpt je.", "conflict"),
        ("Ook timmerlieden die van de steiger af willen, slagen hier.", "climb"),
        ("Kun je het zware werk niet meer doen?", "lift_kg"),
        ("Je avonden zijn vrij.", "shift_evening"),
        ("Je werkt in 2 ploegen, laat is van 14.30 tot 23.00 uur.", "shift_night"),
    ],
)
def test_what_others_do_is_not_asked(text: str, field: str) -> None:
    assert polarity(text, field) in {"absent", None}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Boven de 25 kilo til je samen.", "lift_kg"),
        ("Zware dozen gaan met de lift.", "lift_kg"),
    ],
)
def test_help_with_what_is_heavy_mitigates(text: str, field: str) -> None:
    assert polarity(text, field) == "mitigated"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Handschoenen liggen klaar.", "ppe_limited"),
        ("Je tilt weleens een peuter.", "lift_kg"),
        ("Een paar avonden per jaar is er een ouderavond.", "shift_evening"),
        ("Avonden doe je alleen als het rooster vastloopt.", "shift_evening"),
        ("Alleen rond de maandafsluiting is het aanpoten.", "needs_no_deadlines_peaks"),
        ("Je werkt laat: van 14.30 tot 23.00 uur.", "shift_night"),
    ],
)
def test_what_is_seldom_or_optional_never_excludes(text: str, field: str) -> None:
    found = asked(text)[field]
    assert (found.polarity, found.strength) == ("demanded", 1)


def test_how_often_speaks_of_its_own_half_of_the_sentence() -> None:
    found = asked("Je staat de hele dag en op zaterdag kan het flink druk zijn.")
    assert found["stand_minutes"].strength == 3
    assert found["needs_no_deadlines_peaks"].strength == 2


def test_the_title_of_a_planner_is_no_work_with_the_goods() -> None:
    assert asked("", "Bezorgplanner meubels en witgoed") == {}
    assert "lift_kg" in asked("Je bezorgt meubels en witgoed.")


@pytest.mark.parametrize(
    ("text", "field", "quote"),
    [
        (
            "De aanstelling is voor 0,6 tot 0,8 fte en alleen in dagdienst.",
            "shift_evening",
            "De aanstelling is voor 0,6 tot 0,8 fte en alleen in dagdienst",
        ),
        ("- tillen tot 20 kg", "lift_kg", "tillen tot 20 kg"),
        ("Je loopt, en tilt 20kg.", "lift_kg", "en tilt 20kg"),
        ("'s Nachts werk je soms.", "shift_night", "s Nachts werk je soms"),
        ("Er is een zit-stabureau.", "sit_minutes", "Er is een zit-stabureau"),
    ],
)
def test_a_quote_is_whole_words_of_one_clause(
    text: str, field: str, quote: str
) -> None:
    assert asked(text)[field].quote == quote


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


@pytest.mark.parametrize(
    "text",
    ["Het is een kantoorfunctie.", "Het is er 20 graden onder nul.", "Er is lawaai."],
)
def test_a_sentence_that_starts_with_het_is_not_about_a_firm(text: str) -> None:
    assert asked(text)


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


def test_a_text_without_sentences_is_still_read() -> None:
    endless = f"Je tilt dozen van 12 kg {'en nog wat ' * 200}{'x' * 5000}"
    assert asked(endless)["lift_kg"].value == 12


def seconds_for(sentences: int) -> float:
    hours = "op zaterdag een " * 60
    text = "Over ons\n" + "\n".join(f"Dienst {n} {hours}." for n in range(sentences))
    began = time.process_time()
    assert asked(text)["shift_weekend"]
    return time.process_time() - began


def test_a_firm_that_tells_of_hours_without_end_is_listened_to_for_so_long() -> None:
    asked("Je werkt op zaterdag.")  # phrases are compiled when they are first met
    assert seconds_for(40) < 2.5 * seconds_for(10)
