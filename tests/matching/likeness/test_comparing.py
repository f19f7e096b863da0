"""Likeness: what somebody looks for comes first, the same at every run."""

from matching.likeness.comparing import described, likeness, vacancy_vectors
from matching.likeness.documents import Query, VacancyText
from tests.matching.fake_encoder import FakeEncoder

TEXTS = [
    VacancyText(title="Magazijnmedewerker", tasks="Je verzamelt orders."),
    VacancyText(title="Tandarts", tasks="Je behandelt gebitten."),
    VacancyText(title="Administratief medewerker", tasks="Je verwerkt facturen."),
]
WAREHOUSE = Query(kind="job", text="magazijnmedewerker")
OFFICE = Query(kind="direction", text="administratief medewerker")


def found(queries, texts=TEXTS):
    encoder = FakeEncoder()
    vacancies = described(texts, vacancy_vectors(texts, encoder))
    return likeness(queries, vacancies, encoder)


def scores(*queries: Query) -> list[float]:
    return [one.score for one in found(queries)]


def test_the_same_work_is_most_alike_and_scores_stay_between_nought_and_one():
    first, second, third = scores(WAREHOUSE)
    assert first > 0.7 > third > second
    assert all(0 <= score <= 1 for score in (first, second, third))


def test_several_directions_each_find_their_own():
    warehouse, dentist, office = scores(WAREHOUSE, OFFICE)
    assert min(warehouse, office) > dentist


def test_a_vacancy_names_what_it_resembles():
    wish = Query(kind="wish", text="magazijnmedewerker")
    closest = [one.closest for one in found([WAREHOUSE, OFFICE, wish])]
    assert closest[::2] == [WAREHOUSE, OFFICE]


def test_without_a_wish_nothing_is_alike():
    assert scores() == [0.0, 0.0, 0.0]


def test_without_vacancies_there_is_nothing_to_compare():
    assert found([OFFICE], []) == []


def test_a_text_without_words_gives_a_number():
    assert found([OFFICE], [VacancyText(title="", tasks=""), *TEXTS])[0].score < 0.1


def test_the_same_input_gives_the_same_likeness():
    assert scores(WAREHOUSE, OFFICE) == scores(WAREHOUSE, OFFICE)
