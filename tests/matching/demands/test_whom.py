"""Residents and clients are cared for in care, and customers everywhere else."""

import pytest

from matching.demands import demands_of

PAINTER = (
    "Je schuurt, plamuurt en lakt kozijnen en deuren van huurwoningen in de stad. "
    "Je werkt met een vaste maat en een bus vol gereedschap, van april tot oktober "
    "buiten en in de winter binnen. {} Je hebt een diploma schilder, een rijbewijs en "
    "zin om je in het vak te bekwamen; wij leren je graag de rest."
)
HOME = (
    "Ons woonzorgcentrum ligt midden in het dorp en heeft vier kleine huiskamers. "
    "Samen met het team maak je er iedere dag iets van, met muziek, bloemen en een "
    "kop soep. {} Je hebt een diploma op niveau 3 en werkt graag in een klein team, "
    "waarin iedereen doet waar hij goed in is."
)


def asked(text: str) -> set[str]:
    return {one.field for one in demands_of("", text)}


@pytest.mark.parametrize("sentence", ["Je helpt bewoners.", "Je ontvangt cliënten."])
def test_outside_care_they_are_customers(sentence: str) -> None:
    read = asked(PAINTER.format(sentence))
    assert "needs_little_customer_contact" in read
    assert "needs_little_patient_contact" not in read


def test_in_care_they_are_cared_for() -> None:
    read = asked(HOME.format("Je helpt bewoners bij het opstaan."))
    assert "needs_little_patient_contact" in read


def test_who_is_washed_is_cared_for_whatever_else_is_said() -> None:
    read = asked(PAINTER.format("Je wast bewoners en geeft medicijnen."))
    assert "needs_little_patient_contact" in read


def test_a_sentence_alone_does_not_tell_where_the_work_is() -> None:
    assert "needs_little_patient_contact" in asked("Je helpt bewoners de dag door.")
