"""Eight invented people against invented adverts: who must be shown what."""

import pytest

from matching.judging import judge
from schemas.candidate import SearchProfile
from schemas.capacity import CapacityItem
from schemas.match import Match
from tests.matching.people import case, item, profile, vacancy

Person = tuple[SearchProfile, tuple[CapacityItem, ...]]

BACK: Person = (
    profile(education="mbo2", travel_modes=("bike", "ov"), travel_minutes=45),
    (
        item("lift_kg", 1, 10, unit="kg"),
        item("push_pull_kgf", 1, 15, unit="kgf"),
        item("bend_per_hour", 2, 150),
        item("stand_minutes", 1, 30),
        item("sit_minutes", 1, 60),
        item("walk_hours_day", 1, 4),
        item("needs_posture_change"),
        item("hours_week", 2, 32),
    ),
)
STRAIN: Person = (
    profile(education="mbo4", excluded_shifts=("night",)),
    (
        item("conflict", 1),
        item("others_emotions", 3),
        item("needs_little_patient_contact"),
        item("needs_few_interruptions"),
        item("needs_no_deadlines_peaks"),
        item("no_night"),
        item("hours_day", 3, 4, is_max=True),
        item("hours_week", 3, 20, is_max=True),
    ),
)
RISK: Person = (
    profile(education="vmbo", travel_modes=("ov",), licences=("B", "C", "CE")),
    (
        item("professional_driving"),
        item("commute_independent"),
        item("needs_no_personal_risk"),
        item("needs_backup_colleague"),
        item("no_night"),
    ),
)
SKIN: Person = (
    profile(education="mbo3"),
    (
        item("skin_contact_limited"),
        item("airborne_limited"),
        item("ppe_limited", sentence="Geen handschoenen en geen mondmasker."),
    ),
)
ENERGY: Person = (
    profile(education="hbo"),
    (
        item("divided_attention", 1),
        item("needs_no_deadlines_peaks"),
        item("needs_low_distraction"),
        item("keyboard_hours_day", 1, 4),
        item("hours_day", 3, 4),
        item("hours_week", 3, 20),
    ),
)
SHOULDER: Person = (
    profile(education="none", dutch_level="A2"),
    (
        item("reach_per_hour", 2, 300),
        item("overhead_minutes", 2),
        item("hand_use", 1),
        item("keyboard_hours_day", 2, 1),
        item("lift_kg", 2, 5, unit="kg"),
    ),
)
HEARING: Person = (
    profile(education="hbo", excluded_shifts=("night",)),
    (
        item("conflict", 2),
        item("hearing"),
        item("noise_limited"),
        item("needs_low_distraction"),
        item("needs_no_leadership"),
        item("no_night"),
    ),
)
KNEE: Person = (
    profile(education="mbo3", certificates=("VCA",)),
    (
        item("kneel_per_hour", 3, 0),
        item("climb", 2),
        item("stair_steps", 1, 30),
        item("walk_hours_day", 2, 1),
        item("stand_minutes", 2, 15),
        item("stand_hours_day", 2, 1),
        item("lift_kg", 1, 10, unit="kg"),
    ),
)


def judged(person: Person, text: str, **facts) -> Match:
    who, items = person
    facts.setdefault("hours_min", 16)
    facts.setdefault("hours_max", 20)
    return judge(case(vacancy(text, **facts), *items, who=who), score=0.5)


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (BACK, "Je werkt aan een bureau, afwisselend zittend en staand."),
        (
            BACK,
            "Je controleert kleine producten tot 5 kg, afwisselend zittend en staand.",
        ),
        (BACK, "Geen fysiek zwaar werk."),
        (STRAIN, "Je verwerkt declaraties, vier ochtenden van 4 uur, vaste taken."),
        (RISK, "Je plant ritten op kantoor; het kan hectisch zijn."),
        (RISK, "Je verwerkt vrachtdocumenten. Rijbewijs B is een pré."),
        (SKIN, "Je verkoopt kleding in onze stoffenwinkel."),
        (ENERGY, "Je beheert subsidies, vijf ochtenden van 4 uur, in een eigen kamer."),
        (SHOULDER, "Je loopt rondes in ploegendienst, zonder tilwerk."),
        (HEARING, "Je redigeert lesmateriaal in een stille ruimte."),
        (HEARING, "Je rapporteert aan de teamleider."),
        (KNEE, "Je maakt calculaties en houdt de bouw op de hoogte."),
    ],
)
def test_fitting_work_is_never_excluded(person: Person, text: str) -> None:
    assert judged(person, text).verdict != "past_niet"


@pytest.mark.parametrize(
    ("person", "text", "field"),
    [
        (BACK, "Je tilt artikelen tot 23 kg.", "lift_kg"),
        (BACK, "Je staat de hele dag aan de lijn.", "stand_minutes"),
        (STRAIN, "Je helpt bewoners met wassen.", "needs_little_patient_contact"),
        (STRAIN, "Je past ad hoc roosters aan.", "needs_few_interruptions"),
        (STRAIN, "Klachtenafhandeling aan de balie.", "conflict"),
        (RISK, "Je rijdt met een vrachtwagen.", "professional_driving"),
        (RISK, "Je werkt aan draaiende machines.", "needs_no_personal_risk"),
        (RISK, "Je werkt op een steiger.", "needs_no_personal_risk"),
        (RISK, "In de nacht ben je alleen op locatie.", "needs_backup_colleague"),
        (SKIN, "Je werkt met schoonmaakmiddelen.", "skin_contact_limited"),
        (SKIN, "Er hangt meelstof in de lucht.", "airborne_limited"),
        (SKIN, "Handschoenen dragen is verplicht.", "ppe_limited"),
        (ENERGY, "Maandafsluiting onder tijdsdruk.", "needs_no_deadlines_peaks"),
        (ENERGY, "Je schaakt op meer borden tegelijk.", "divided_attention"),
        (SHOULDER, "Je pakt in aan de lopende band.", "reach_per_hour"),
        (SHOULDER, "Je werkt bij hoge stellingen.", "overhead_minutes"),
        (SHOULDER, "Je doet de hele dag data-invoer.", "keyboard_hours_day"),
        (HEARING, "Je belt met een headset.", "hearing"),
        (HEARING, "Je gaat om met agressie.", "conflict"),
        (HEARING, "Je geeft leiding aan een team.", "needs_no_leadership"),
        (HEARING, "Gehoorbescherming is verplicht.", "noise_limited"),
        (KNEE, "Je knielt om vloeren te leggen.", "kneel_per_hour"),
        (KNEE, "Je staat dagelijks op de steiger.", "climb"),
        (KNEE, "Je loopt de hele dag.", "walk_hours_day"),
    ],
)
def test_unfit_work_is_excluded_with_quote_and_document(
    person: Person, text: str, field: str
) -> None:
    found = judged(person, text)
    (objection,) = [one for one in found.objections if one.field == field]
    assert found.verdict == "past_niet"
    assert objection.quote
    assert objection.limit is not None
    assert objection.limit.endswith("FML 12-03-2026")


@pytest.mark.parametrize(
    ("person", "text", "field"),
    [
        (BACK, "Je verzamelt orders en tilt dozen.", "lift_kg"),
        (STRAIN, "Je bent stressbestendig.", "needs_no_deadlines_peaks"),
        (STRAIN, "Je werkt twee dagen van 8 uur.", "hours_day"),
        (RISK, "Rijbewijs B is vereist.", "professional_driving"),
        (ENERGY, "Je werkt in een kantoortuin.", "needs_low_distraction"),
        (HEARING, "Je werkt in een kantoortuin.", "needs_low_distraction"),
    ],
)
def test_what_the_advert_leaves_open_is_asked(
    person: Person, text: str, field: str
) -> None:
    found = judged(person, text)
    assert found.verdict == "uitzoeken"
    assert field in [one.field for one in found.questions]


def test_language_and_hours_have_reasons_of_their_own() -> None:
    speaking = judged(SHOULDER, "uitstekend Nederlands", dutch_level="C1")
    longer = judged(STRAIN, "24 uur per week", hours_min=24, hours_max=24)
    assert [one.field for one in speaking.objections] == ["dutch_level"]
    assert [one.field for one in longer.objections] == ["hours_min"]


def test_the_same_advert_differs_from_person_to_person() -> None:
    text = "Je tilt dozen tot 8 kg in 2 ploegen, gehoorbescherming is verplicht."
    people = [BACK, SHOULDER, HEARING, KNEE]
    assert {judged(person, text).verdict for person in people} >= {"past_niet", "past"}
