"""The words for who else is around the work, and the patterns that read them."""

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from matching.demands.naming import tells_of_the_past
from matching.demands.others import is_theirs
from matching.demands.people import any_of, many, one

GROUPS = tomllib.loads(
    files("matching.demands").joinpath("people.toml").read_text("utf-8")
)
PEOPLE = ("colleagues", "stand_ins", "chiefs", "staff", "trades")


def words(group: str) -> list[str]:
    """The words of a group as the file has them."""
    said = GROUPS[group]
    parts = [said] if isinstance(said, str) else [*said.keys(), *said.values()]
    return "|".join(parts).split("|")


@pytest.mark.parametrize("group", GROUPS)
def test_words_are_written_as_a_text_made_plain(group: str) -> None:
    said = words(group)
    assert [w for w in said if not re.fullmatch(r"\*?[a-z'-]+\*?", w)] == []
    assert len(said) == len(set(said))


def test_nobody_stands_in_two_groups() -> None:
    times = Counter(word for group in PEOPLE for word in words(group))
    assert [word for word, often in times.items() if often > 1] == []


def test_one_is_told_from_several_and_a_compound_from_another_word() -> None:
    assert re.fullmatch(one("staff"), "servicemonteur")
    assert re.fullmatch(many("staff"), "servicemonteurs")
    assert not re.fullmatch(many("staff"), "servicemonteur")
    assert re.fullmatch(any_of("staff"), "servicemonteur")
    assert re.fullmatch(one("departments"), "it-afdeling")
    assert not re.fullmatch(one("departments"), "dagplanning")


def test_so_many_of_any_trade_are_others() -> None:
    for group in ("colleagues", "staff", "trades", "stand_ins"):
        for several in "|".join(GROUPS[group].values()).split("|"):
            said = f"in de hal staan twaalf {several.replace('*', 'x')}"
            assert tells_of_the_past(said), said


@pytest.mark.parametrize("group", ["chiefs", "staff", "kin", "departments", "firms"])
def test_whoever_is_named_may_see_to_it(group: str) -> None:
    for whom in words(group):
        said = f"storing zoek je in alle rust, de {whom.replace('*', 'x')} vangt ze op"
        assert is_theirs(said), said
