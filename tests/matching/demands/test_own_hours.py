"""Evenings, nights and weekends that an advert names and that are not yours to work."""

from pathlib import Path

import pytest

from matching.demands import asked_of, demands_of

TABLE = Path(__file__).parents[2] / "data" / "not_your_hours.txt"


@pytest.mark.parametrize("sentence", TABLE.read_text("utf-8").splitlines())
def test_hours_of_others_and_of_choice_are_not_asked(sentence: str) -> None:
    assert set(asked_of("", sentence).shifts) <= {"day"}


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Nachten en zondagen heb je vrij.", "shift_night"),
        ("'s Avonds en in het weekend zijn wij gesloten.", "shift_evening"),
        ("Avonden, nachten en weekenden zijn voor jezelf.", "shift_night"),
    ],
)
def test_who_is_free_then_is_not_asked_to_work_then(sentence: str, field: str) -> None:
    read = {one.field: one.polarity for one in demands_of("", sentence)}
    assert read[field] == "absent"


@pytest.mark.parametrize(
    ("sentence", "shift"),
    [
        ("Drieploegendienst, weekend vrij.", "night"),
        ("Fulltime, inclusief de zaterdag, met een doordeweekse vrije dag.", "weekend"),
        ("U hebt eens in de vijf weken de wacht thuis.", "standby"),
        ("Je draait avonddiensten met 30% toeslag.", "evening"),
        ("De nachtploeg begint om 22.45 uur en eindigt om 6.45 uur.", "night"),
    ],
)
def test_your_own_hours_stay_yours(sentence: str, shift: str) -> None:
    assert shift in asked_of("", sentence).shifts


def test_what_one_may_choose_asks_and_never_excludes() -> None:
    (one,) = demands_of("", "Af en toe werk je op vrijwillige basis een zaterdag.")
    assert one.strength == 1


def test_how_often_counts_behind_a_comma_too() -> None:
    text = "Daarnaast organiseer je trainingsavonden, een keer of zes per jaar."
    (one,) = (d for d in demands_of("", text) if d.field == "shift_evening")
    assert one.strength == 2
