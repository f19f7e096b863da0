"""Why a vacancy fits or does not, said so plainly that a candidate need not ask."""

import re
from statistics import mean
from typing import get_args

import pytest

from matching.near_misses import Adaptation
from matching.rules.questions import place_in_line
from schemas.capacity_fields import capacity_fields
from schemas.tables.responses import Told
from webapp.portal.plain_words import (
    ADVISER_ASKS,
    ADVISER_FITS,
    ADVISER_STOPS,
    ADVISERS,
    ASK,
    HELP,
    MOST,
    NO_WORDS,
    explain,
    plain_fields,
)
from webapp.writing import words

LONGEST, MEAN = 12, 9  # words in a sentence
STIFF = re.compile(
    r"\b(indien|betreffende|tevens|middels|dient|conform|reeds|worden|wordt|werden|werd"
    r"|echter|derhalve|teneinde|functie|functionaris|belast\w*|beperk\w*|taakstelling"
    r"|frequent\w*|statisch|dynamisch|hanteren|verrichten|aangewezen|voorwaarde\w*"
    r"|sociaal|persoonlijk functioneren|fml|izp|kgf|diagnose|handicap|ongeschikt"
    r"|zwak|gebrek\w*)\b",
    re.IGNORECASE,
)
ABOUT_THE_PERSON = re.compile(r"\bu (?:kunt|mag) (?:dit |dat |hier )?niet\b", re.IGNORECASE)  # fmt: skip


def sentences() -> list[str]:
    said = [*HELP.values(), *ADVISERS.values(), NO_WORDS]
    for field in plain_fields().values():
        said += [field.fits, ASK.format(what=field.ask), field.stops]
    return [one for text in said for one in re.split(r"(?<=[.!?])\s+", text)]


def test_every_field_a_finding_can_be_about_has_its_words():
    expected = {*capacity_fields(), *words.FIELDS}
    assert expected <= set(plain_fields())


def test_every_question_to_an_employer_can_be_told_to_the_candidate():
    asked = [name for name in plain_fields() if place_in_line(name) >= 0]
    assert len(asked) == len(plain_fields())


def test_every_sentence_is_short():
    lengths = {one: len(one.split()) for one in sentences()}
    assert len(lengths) > 250
    assert [one for one, length in lengths.items() if length > LONGEST] == []
    assert mean(lengths.values()) <= MEAN


def test_no_sentence_is_stiff_or_medical():
    assert [one for one in sentences() if STIFF.search(one)] == []


def test_what_the_employer_is_asked_is_about_the_work():
    """The candidate must not fear that the question tells of the dokter or the body."""
    health = re.compile(r"dokter|arts|huid|klacht|gezond|goed voor u|bij u past")
    assert [one for one in plain_fields().values() if health.search(one.ask)] == []


def test_every_sentence_is_whole():
    for one in sentences():
        assert re.fullmatch(r"[A-ZÀ-Ý][^{}]*[.?!]", one), one


def test_what_stops_is_about_the_work_and_not_about_the_person():
    stops = {name: field.stops for name, field in plain_fields().items()}
    del stops["commute_independent"]  # the way there is nobody's fault
    assert [one for one in stops.values() if ABOUT_THE_PERSON.search(one)] == []


def test_the_measures_see_a_long_a_stiff_and_a_hurtful_sentence():
    assert STIFF.search("Indien u beperkingen heeft.")
    assert ABOUT_THE_PERSON.search("U kunt niet tillen.")


def found(*fields):
    return [{"field": field, "limit": "tot 5 kg", "quote": "25 kg"} for field in fields]


def told(verdict, **facts):
    plain = {
        "capacity_id": None,
        "overruled": None,
        "reasons": (),
        "questions": (),
        "objections": (),
    }
    return Told(verdict=verdict, **{**plain, **facts})


def test_what_fits_is_said_once_and_never_as_a_limit():
    fields = ("hours_min", "hours_week", "lift_kg", "onbekend")
    said = explain(told("past", reasons=found(*fields)))
    assert said.fits == ["De uren passen bij u.", "U hoeft hier niet zwaar te tillen."]
    assert not said.does_not_fit


def test_no_more_than_a_few_sentences():
    everything = found(*plain_fields())
    assert len(explain(told("past", reasons=everything)).fits) == MOST


def test_what_is_asked_is_asked_of_the_employer():
    said = explain(told("uitzoeken", questions=found("lift_kg")))
    assert said.asks == ["Wij vragen de werkgever nog of u zwaar moet tillen."]


def test_what_does_not_fit_comes_with_what_may_help():
    blocked = told("past_niet", objections=found("lift_kg"), reasons=found("distance"))
    said = explain(blocked, ["aid", "aid"])
    assert said.stops == ["Bij dit werk moet u zwaar tillen."]
    assert said.could == ["Misschien is er een hulpmiddel."]
    assert said.fits == ["Het werk is dichtbij genoeg."]
    assert said.does_not_fit


def test_everything_that_may_help_has_its_words():
    assert set(HELP) == set(get_args(Adaptation))


def test_an_objection_without_words_is_still_told():
    assert explain(told("past_niet", objections=found("onbekend"))).stops == [NO_WORDS]


@pytest.mark.parametrize(
    ("machine", "adviser", "said"),
    [
        ("past_niet", "past", ADVISER_FITS),
        ("past", "past_niet", ADVISER_STOPS),
        ("past", "uitzoeken", ADVISER_ASKS),
        ("past", "past", None),
    ],
)
def test_what_an_adviser_decided_counts(machine, adviser, said):
    by_adviser = told(machine, objections=found("lift_kg"), overruled=adviser)
    assert explain(by_adviser).adviser == said
    assert explain(by_adviser).stops == ()
    assert explain(by_adviser).does_not_fit == (said == ADVISER_STOPS)


@pytest.mark.parametrize("nothing", [None, told(None)])
def test_what_was_not_judged_is_not_called_fitting(nothing):
    assert not explain(nothing).is_judged
    assert not explain(nothing).does_not_fit
