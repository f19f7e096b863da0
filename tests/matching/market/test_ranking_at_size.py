"""Through the market or by judging everything: the same ranking, byte for byte."""

from dataclasses import asdict, replace
from functools import cache
from random import Random

import numpy as np
import pytest

from matching.benchmark.adverts import adverts
from matching.demands import demands_of, shifts_of
from matching.judged import Market, ranked
from matching.likeness.comparing import described, vacancy_vectors
from matching.likeness.documents import queries_of, vacancy_text
from matching.market.ahead import look_ahead
from matching.market.columns import columns_of
from matching.market.counting import counted, pieces_of
from matching.market.held import OpenMarket
from matching.market.limits import sieve
from matching.market.objecting import Person
from matching.market.search import nth
from matching.market.vectors import packed, rough
from matching.ranking import Stall, kept, ranked_in
from matching.scoring.seeker import Seeker
from schemas.capacity import Capacity
from tests.builders import NOW, vacancy
from tests.matching.fake_encoder import FakeEncoder
from tests.matching.people import capacity, item, profile

SIZE, ADVERTS = 1_000, 100  # each advert ten times, with other facts
KEPT = 30
PLACES = [(52.09, 5.12), (51.44, 5.47), (53.2, 6.57), (52.37, 4.9), (None, None)]
GROUPS = ["4110", "9333", "5223", "8322", None, "9112", "4321"]


def made(number, title, text, asked):
    dice = Random(number)
    lat, lon = dice.choice(PLACES)
    least = dice.choice([None, 8.0, 16.0, 24.0, 32.0, 40.0])
    job = vacancy(
        source_key=str(number),
        title=title,
        text=text,
        employer=f"Bedrijf {dice.randrange(40)}",
        isco=dice.choice(GROUPS),
        shifts=shifts_of(asked),
        lat=lat,
        lon=lon,
        hours_min=least,
        hours_max=least and least + dice.choice([0, 8]),
        hours_negotiable=dice.random() < 0.2,
        education_min=dice.choice([None, "vmbo", "mbo2", "mbo4", "hbo"]),
        education_strict=dice.random() < 0.4,
        licences=dice.choice([(), (), ("B",), ("CE",)]),
        date_posted=dice.choice([None, NOW.date().replace(month=dice.randint(7, 11))]),
    )
    return job, asked


@cache
def whole():
    jobs = [made(*one) for one in enumerate_adverts()]
    return jobs, described_by([job for job, _ in jobs])


def enumerate_adverts():
    read = [
        (title, text, demands_of(title, text)) for title, text in adverts(11, ADVERTS)
    ]
    for number in range(SIZE):
        yield number, *read[number % ADVERTS]


def described_by(jobs):
    texts = [vacancy_text(job) for job in jobs]
    return texts, described(texts, vacancy_vectors(texts, FakeEncoder()))


@cache
def held():
    jobs, (texts, seen) = whole()
    letters, words = pieces_of(
        [text.title for text in texts], [text.tasks for text in texts]
    )
    return OpenMarket(
        model="fake-1",
        columns=columns_of(jobs),
        vectors=packed(seen.vectors),
        pieces=(letters, words),
        letters=counted(letters),
        words=counted(words),
    )


def everything():
    jobs, (_, seen) = whole()
    return Market(
        vacancies=[job for job, _ in jobs],
        demands=[asked for _, asked in jobs],
        described=seen,
    )


def stall(market, begun=()):
    jobs, _ = whole()

    def read(rows):
        return Market(
            vacancies=[jobs[row][0] for row in rows],
            demands=[jobs[row][1] for row in rows],
            described=market.described(rows),
        )

    return Stall(held=market, read=read, begun=begun)


PEOPLE = {
    "hardly limited": ((), {}),
    "hours": ((item("hours_week", 1, 20.0), item("hours_day", 1, 4.0)), {}),
    "lifting and standing": (
        (item("lift_kg", 2, 5.0), item("stand_hours_day", 2, 1.0), item("hand_use", 2)),
        {"travel_modes": ("bike",), "travel_minutes": 30},
    ),
    "much": (
        (
            item("hours_week", 1, 16.0),
            item("lift_kg", 2, 5.0),
            item("conflict", 2),
            item("needs_no_deadlines_peaks", 1),
            item("professional_driving", 1),
            item("no_night", 1),
        ),
        {"education": "vmbo", "licences": (), "excluded_shifts": ("weekend",)},
    ),
    "without a wish": ((), {"search_directions": (), "former_jobs": ()}),
}


def seeker(items, facts):
    document: Capacity | None = capacity(*items) if items else None
    looks = {
        "search_directions": ("administratief medewerker", "receptionist"),
        "former_jobs": ("magazijnmedewerker", "chauffeur"),
        "wishes": "Werken met mensen in een klein team.",
    }
    return Seeker(
        profile=profile(**(looks | facts)),
        capacity=document,
        groups={"administratief medewerker": "4110", "magazijnmedewerker": "9333"},
    )


@pytest.mark.parametrize(
    ("who", "width"), [*((who, 0) for who in PEOPLE), ("hours", 2)]
)
def test_the_same_ranking_as_by_judging_everything(who, width, monkeypatch) -> None:
    monkeypatch.setattr("matching.ranking.KEPT", KEPT)
    one = seeker(*PEOPLE[who])
    one = replace(one, profile=replace(one.profile, search_width=width))
    begun = {whole()[0][row][0].id for row in (3, 850)}
    by_all = ranked(one, everything(), FakeEncoder(), NOW)
    others = [seeker(*facts) for facts in PEOPLE.values()]
    ahead = look_ahead(held(), [*others, one], FakeEncoder(), NOW.date())[-1]
    through = replace(stall(held(), begun), ahead=ahead)
    by_market = ranked_in(one, through, FakeEncoder(), NOW)
    assert by_market.excluded == by_all.excluded
    assert by_market.suggestions == by_all.suggestions
    here = [asdict(match) for match in kept(by_market.matches, begun)]
    there = [asdict(match) for match in kept(by_all.matches, begun)]
    assert here == there


def test_what_several_find_at_once_each_finds_alone() -> None:
    market, encoder = held(), FakeEncoder()
    everybody = [seeker(*facts) for facts in PEOPLE.values()]
    at_once = look_ahead(market, everybody, encoder, NOW.date(), most=40)
    for one, ahead in zip(everybody, at_once, strict=True):
        (alone,) = look_ahead(market, [one], encoder, NOW.date(), most=40)
        assert alone.advertised == ahead.advertised
        assert alone.reach.tolist() == ahead.reach.tolist()
        person = Person(profile=one.profile, capacity=one.capacity, today=NOW.date())
        out = sieve(market.columns, person).out
        if asked := [query.text for query in queries_of(one.profile)]:
            near = rough(market.vectors, out, encoder.encode_query(asked))
            points = near.cosines.max(axis=1)
            out = out[points >= nth(points, 40)]
            assert 40 <= len(out) < 400
        assert ahead.reach.tolist() == out.tolist()


def test_who_changed_since_is_looked_for_again(monkeypatch) -> None:
    monkeypatch.setattr("matching.ranking.KEPT", KEPT)
    before, after = seeker(*PEOPLE["hours"]), seeker(*PEOPLE["much"])
    (stale,) = look_ahead(held(), [before], FakeEncoder(), NOW.date())
    found = ranked_in(after, replace(stall(held()), ahead=stale), FakeEncoder(), NOW)
    assert found == ranked_in(after, stall(held()), FakeEncoder(), NOW)


def test_few_of_many_are_judged(monkeypatch) -> None:
    monkeypatch.setattr("matching.ranking.KEPT", 10)
    looked: list[int] = []
    counted_stall = stall(held())

    def read(rows):
        looked.extend(rows.tolist())
        return counted_stall.read(rows)

    ranked_in(
        seeker(*PEOPLE["hours"]),
        replace(counted_stall, read=read),
        FakeEncoder(),
        NOW,
    )
    assert len(looked) == len(set(looked)) < SIZE / 3


def test_the_order_of_the_rows_does_not_matter(monkeypatch) -> None:
    monkeypatch.setattr("matching.ranking.KEPT", KEPT)
    market = held()
    turned = np.arange(SIZE)[::-1]
    other = replace(
        market,
        columns=market.columns.taken(turned),
        vectors=market.vectors.taken(turned),
        letters=replace(market.letters, table=market.letters.table[turned]),
        words=replace(market.words, table=market.words.table[turned]),
    )

    def read(rows):
        return stall(market).read(turned[rows])

    who = seeker(*PEOPLE["much"])
    first = ranked_in(who, stall(market), FakeEncoder(), NOW)
    second = ranked_in(who, Stall(held=other, read=read), FakeEncoder(), NOW)
    assert first == second
