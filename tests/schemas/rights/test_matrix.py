"""The table of rights says one thing about everything, and gives no more than its letters."""

import pytest

from schemas.account import PERSONAS
from schemas.rights import matrix

HIDDEN = {"opdrachtgever", "coordinator", "admin"}

pytestmark = pytest.mark.asvs("8.1.1 8.1.2")


def test_every_letter_stands_for_something_in_the_database():
    """A right to read has a column or a function, a right to write one to write with."""
    idle = []
    for name, data in matrix.kinds().items():
        for persona in PERSONAS:
            verbs = {
                verb
                for right in matrix.columns().values()
                if right.data == name
                for verb in right.verbs.get(persona, ())
            }
            called = any(
                right.data == name and persona in right.personas
                for right in matrix.functions().values()
            )
            letters = data.letters[persona]
            if letters != "-" and not verbs and not called:
                idle.append((name, persona, letters))
            if "W" in letters and not verbs & {"add", "change"} and not called:
                idle.append((name, persona, letters))
    assert idle == []


def test_what_is_of_the_body_is_between_candidate_and_adviser():
    for name in ("capacity", "ranking", "talks", "responses", "diagnosis"):
        letters = matrix.data_of(name).letters
        assert {letters[persona] for persona in HIDDEN} == {"-"}, name


def test_a_candidate_reaches_only_the_own_things():
    assert {
        name
        for name, data in matrix.kinds().items()
        if data.letters["candidate"] in {"R", "RW"}
    } == {"vacancies"}


def test_a_summary_is_never_changed():
    for right in matrix.columns().values():
        for persona, verbs in right.verbs.items():
            if matrix.data_of(right.data).letters[persona] == "S":
                assert verbs == {"read"}


def test_a_kind_that_is_none_is_a_crash():
    with pytest.raises(matrix.RightsError, match="'atempts' is no kind of data"):
        matrix.may("adviser", "atempts", writing=False)


@pytest.mark.parametrize(
    ("persona", "name", "reads", "writes"),
    [
        ("adviser", "talks", True, True),
        ("adviser", "responses", True, False),
        ("candidate", "tasks", True, True),
        ("opdrachtgever", "attempts", True, False),
        ("coordinator", "talks", False, False),
        ("admin", "traject", False, False),
        ("admin", "accounts", True, True),
    ],
)
def test_the_letters_mean_what_they_say(persona, name, reads, writes):
    assert matrix.may(persona, name, writing=False) == reads
    assert matrix.may(persona, name, writing=True) == writes


GROUP = {"data": "talks", "columns": ["note"]}


@pytest.mark.parametrize(
    "group",
    [
        {**GROUP, "coordinator": "read"},
        {**GROUP, "adviser": "read erase"},
        {**GROUP, "adviseur": "read"},
        {**GROUP, "data": "talk"},
        {**GROUP, "data": "attempts", "opdrachtgever": "read change"},
    ],
)
def test_a_right_beyond_the_letters_is_refused(group):
    with pytest.raises(matrix.RightsError):
        matrix._right("attempt", group)
