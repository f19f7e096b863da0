"""Other work: near to what somebody did, not heavier, and never from health."""

from collections import Counter

import pytest

from matching.likeness.comparing import Likeness
from matching.likeness.documents import Query
from matching.priors.naming import named_jobs
from matching.scoring.occupations import Known
from matching.scoring.transferable import (
    MOST,
    advertised,
    suggested,
    taken_over,
    taking_over,
)
from matching.scoring.transfers import brought, transfers
from tests.matching.fake_encoder import FakeEncoder

CARER = Known(query=Query(kind="job", text="verzorgende IG"), isco="5321")
OFFICE = Known(query=Query(kind="direction", text="administratie"), isco="4110")


def found(*known: Known, open_now=None):
    return taken_over(known, open_now or {}, FakeEncoder())


def test_former_work_gives_other_work_with_what_comes_along():
    taken = found(CARER)
    assert 0 < len(taken) <= MOST
    (secretary,) = [one for one in taken if one.isco == "3344"]
    assert secretary.reason.startswith(
        "Neemt mee van verzorgende IG: kennis van zorg en dossiers"
    )
    assert "minder tillen" in secretary.reason


def test_who_has_no_former_job_gets_no_suggestion():
    assert found(OFFICE) == found() == ()


def test_what_is_sought_or_was_done_already_is_no_suggestion():
    sought = Known(query=Query(kind="direction", text="secretariaat"), isco="3344")
    groups = {one.isco for one in found(CARER, sought)}
    assert not groups & {"3344", "5321"}


def test_work_that_is_usually_heavier_is_not_suggested():
    clerk = Known(query=Query(kind="job", text="orderadministratie"), isco="4110")
    assert not {"9333", "9312", "9329"} & {one.isco for one in found(clerk)}


def test_the_number_of_open_vacancies_is_told():
    likes = [Likeness(told=0.5)] * 4
    open_now = advertised(["3344", "3344", "3344", None], likes)
    assert (open_now["3344"].count, len(open_now)) == (3, 1)
    (secretary,) = [o for o in found(CARER, open_now=open_now) if o.isco == "3344"]
    assert secretary.reason.endswith("nu 3 vacatures.")


def test_of_each_group_there_is_one_and_the_same_input_gives_the_same():
    taken = found(CARER)
    assert max(Counter(one.isco for one in taken).values()) == 1
    assert taken == found(CARER)
    assert [one.value for one in taken] == sorted(
        (one.value for one in taken), reverse=True
    )
    assert [one.direction for one in suggested(taken)] == [o.direction for o in taken]


def test_kin_counts_half_and_other_work_nothing():
    taken = [one for one in found(CARER) if one.isco == "3344"]
    (itself,) = taken
    assert taking_over("3344", taken) == (itself, itself.value)
    assert taking_over("3343", taken) == (itself, itself.value / 2)
    assert taking_over("9112", taken) is None
    assert taking_over(None, taken) is None


def test_the_table_names_known_jobs_of_other_groups_once_each():
    jobs = {job.job: job.isco for job in named_jobs()}
    for isco, transfer in transfers().items():
        assert set(transfer.jobs) <= jobs.keys(), isco
        assert len(set(transfer.jobs)) == len(transfer.jobs), isco
        assert any(jobs[name] != isco for name in transfer.jobs), isco


def test_most_well_known_work_is_in_the_table():
    groups = {job.isco for job in named_jobs()}
    assert len(groups & transfers().keys()) / len(groups) >= 0.9


@pytest.mark.parametrize(("isco", "job"), [("5321", "slager"), ("0000", "slager")])
def test_what_the_table_does_not_name_brings_nothing(isco, job):
    assert brought(isco, job) is None
