"""Reading a gold set, and refusing what is not one."""

import pytest

from matching.evaluation.gold import only, read_gold
from schemas.errors import BadInputError
from tests.matching.evaluation.small_gold import ADVERTS, PERSON, write


def test_a_set_is_read_with_its_answers_apart(tmp_path) -> None:
    gold = read_gold(write(tmp_path))
    assert [advert.id for advert in gold.adverts] == ["v1", "v2"]
    assert not hasattr(gold.adverts[0], "gold")
    assert gold.truths["v1"].demands[0].value == 20
    assert gold.truths["v1"].isco == "9333"
    assert "demands" not in gold.truths["v1"].facts
    assert gold.judgements[0].verdict == "past_niet"


def test_a_half_keeps_its_own_judgements(tmp_path) -> None:
    half = only(read_gold(write(tmp_path)), lambda key: key == "v1")
    assert list(half.truths) == ["v1"]
    assert [one.vacancy for one in half.judgements] == ["v1"]


def test_a_missing_file_is_one_clear_error(tmp_path) -> None:
    with pytest.raises(BadInputError, match=r"vacancies\.jsonl"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("vacancies.jsonl", "{no json", "vacancies.jsonl line 1"),
        ("vacancies.jsonl", "[1]", "vacancies.jsonl line 1"),
        ("vacancies.jsonl", '{"id": "v1"}', "no 'title'"),
        ("candidates.jsonl", '{"name": "x"}', "no 'id'"),
        ("judgements.tsv", "candidate\tvacancy\nk1\tv1", "no column"),
        (
            "judgements.tsv",
            "candidate\tvacancy\trelevance\tverdict\treason\nk1\tv1\t7\tpast\t",
            "relevance 7",
        ),
        (
            "judgements.tsv",
            "candidate\tvacancy\trelevance\tverdict\treason\nk1\tv9\t1\tpast\t",
            "k1 with v9",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path, name: str, line: str, said: str) -> None:
    write(tmp_path)
    (tmp_path / name).write_text(line, encoding="utf-8")
    with pytest.raises(BadInputError, match=said.replace("(", r"\(")):
        read_gold(tmp_path)


def test_letters_that_are_no_utf8_are_refused(tmp_path) -> None:
    write(tmp_path)
    (tmp_path / "candidates.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(BadInputError, match=r"candidates\.jsonl"):
        read_gold(tmp_path)


def test_an_id_stands_once(tmp_path) -> None:
    twice = write(tmp_path, adverts=[*ADVERTS, ADVERTS[0]], people=[PERSON])
    with pytest.raises(BadInputError, match="twice"):
        read_gold(twice)
