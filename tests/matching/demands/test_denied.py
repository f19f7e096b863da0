"""What is said not to be asked: before it is named, and after."""

import pytest

from matching.demands.answers import is_answered_no
from matching.demands.denied_after import denied_after, put_aside, told_of
from matching.demands.denied_before import (
    denied_before,
    has_denial,
    not_without,
    spared,
)


@pytest.mark.parametrize(
    ("opening", "before"),
    [
        ("geen ", "geen "),
        ("je hoeft niet te ", "je hoeft niet te "),
        ("zonder rennen, jagen of ", "zonder rennen, jagen of "),
        ("wat wij niet vragen: avonden, ", " avonden, "),
        ("je hoeft niet: ", " "),
    ],
)
def test_a_denial_may_come_before(opening: str, before: str) -> None:
    assert denied_before(opening, before)


@pytest.mark.parametrize(
    "before",
    [
        "je bent niet bang voor ",
        "geen moeite met ",
        "niet alleen ",
        "zonder mopperen doe je ",
        "je hoeft niet te koken, maar wel elke dag goed te kunnen ",
        "wat wij vragen: ",
    ],
)
def test_what_looks_like_a_denial_may_be_none(before: str) -> None:
    assert not denied_before(before, before.rsplit("maar", 1)[-1])


def test_what_cannot_be_done_without_is_asked() -> None:
    assert not_without("zonder ", " kom je het terrein niet op")
    assert not_without("zonder goede ", " mag u hier niet naar binnen")
    assert not_without("zonder ", " is het een rustige plek") is False


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("de winkel is open op zaterdag.", " dat hoef jij niet."),
        ("de verhuizers dragen kasten.", " jij niet."),
        ("soms is er een avonddienst.", " dat is niet verplicht."),
    ],
)
def test_what_is_told_of_others_may_be_taken_back(said: str, answer: str) -> None:
    assert is_answered_no(said, answer)


def test_what_is_told_of_you_is_not_taken_back_so_easily() -> None:
    assert not is_answered_no("je tilt zware kisten.", " die hoef je niet te laden.")


def test_a_sentence_without_such_a_word_denies_nothing() -> None:
    assert has_denial("tillen hoeft niet")
    assert not has_denial("tillen hoort erbij")


def test_something_else_may_come_in_its_place() -> None:
    assert spared("in plaats van ")
    assert spared("je bent verlost van ")
    assert not spared("je houdt van ")


@pytest.mark.parametrize(
    "rest",
    [
        " komt bij ons niet voor",
        " is verleden tijd",
        " is overbodig",
        " hoort er niet bij",
        " hoef je niet",
        ", bukken en knielen zijn niet aan de orde",
        " wordt niet gevraagd",
        " vind je hier niet",
        " is er nauwelijks bij",
        " is niet aan jou",
        " is verboden",
        " mag je niet",
        " daar heb je niets mee te maken",
        " blijft achter slot",
    ],
)
def test_what_follows_may_put_it_aside(rest: str) -> None:
    assert put_aside("", "tillen", rest)


@pytest.mark.parametrize(
    "rest", [" hoort erbij", " is dagelijkse kost", " doe je samen, maar niet alleen"]
)
def test_what_follows_may_leave_it_standing(rest: str) -> None:
    assert not put_aside("", "tillen", rest)


@pytest.mark.parametrize(
    "after",
    [
        " kom je hier niet tegen",
        " doen we niet",
        " zie je zelden",
        " heb je hier nooit",
    ],
)
def test_a_denial_may_come_after(after: str) -> None:
    assert denied_after(after, after)


@pytest.mark.parametrize(
    "after", [" schrikt je niet af", " vind je niet erg", " wat je niet verwacht"]
)
def test_a_denial_after_it_may_be_of_something_else(after: str) -> None:
    assert not denied_after(after, after)


def test_a_comma_ends_what_you_do() -> None:
    rest = " dozen, de telefoon hoef je niet op te nemen"
    assert told_of("je ", "tilt", rest) == " dozen"
    assert not put_aside("je ", "tilt", rest)
