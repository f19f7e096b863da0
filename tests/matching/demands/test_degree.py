"""How often and how much: words around a phrase that make it weigh less."""

import pytest

from matching.demands.reader import demands_of


def strength(text: str, field: str) -> int:
    (found,) = [one for one in demands_of("Medewerker", text) if one.field == field]
    return found.strength


@pytest.mark.parametrize(
    ("often", "seldom", "field"),
    [
        ("Je tilt dozen van 20 kg.", "Je tilt soms dozen van 20 kg.", "lift_kg"),
        (
            "Je tilt dozen van 20 kg.",
            "Op rustige momenten til je dozen van 20 kg.",
            "lift_kg",
        ),
        (
            "Een boze klant scheldt je uit.",
            "Een enkele boze klant scheldt je uit.",
            "conflict",
        ),
        (
            "Je doet spreekuur (bloeddruk meten, oren uitspuiten).",
            "Je doet af en toe spreekuur (bloeddruk meten, oren uitspuiten).",
            "needs_little_patient_contact",
        ),
        (
            "Twee keer per week doe je de hele dag spreekuur: bloeddruk meten.",
            "Twee keer per week doe je een uurtje spreekuur (bloeddruk meten).",
            "needs_little_patient_contact",
        ),
    ],
)
def test_what_is_seldom_weighs_less(often: str, seldom: str, field: str) -> None:
    assert strength(seldom, field) < strength(often, field)


@pytest.mark.parametrize(
    ("task", "all_day", "field"),
    [
        ("Je neemt de telefoon aan.", "Je werkt met een headset op.", "hearing"),
        ("Je hebt een portofoon bij je.", "Je hangt de hele dag aan de telefoon.",
         "hearing"),
        ("Je kunt snel schakelen.", "Je kunt goed multitasken.", "divided_attention"),
    ],
)  # fmt: skip
def test_a_task_among_others_is_clear_and_a_day_full_of_it_explicit(
    task: str, all_day: str, field: str
) -> None:
    assert (strength(task, field), strength(all_day, field)) == (2, 3)
