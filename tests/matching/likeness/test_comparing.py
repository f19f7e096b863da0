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


def alike(*queries: Query) -> list[float]:
    return [one.overall for one in found(queries)]


def test_the_same_work_is_most_alike_and_scores_stay_between_nought_and_one():
    first, second, third = alike(WAREHOUSE)
    assert first > 0.6 > third > second
    assert all(0 <= score <= 1 for score in (first, second, third))


def test_several_directions_each_find_their_own():
    warehouse, dentist, office = alike(WAREHOUSE, OFFICE)
    assert min(warehouse, office) > dentist


def test_a_vacancy_names_what_it_resembles():
    wish = Query(kind="wish", text="magazijnmedewerker")
    closest = [one.closest for one in found([WAREHOUSE, OFFICE, wish])]
    assert closest[::2] == [WAREHOUSE, OFFICE]


def test_without_a_wish_nothing_is_alike():
    assert alike() == [0.0, 0.0, 0.0]


def test_without_vacancies_there_is_nothing_to_compare():
    assert found([OFFICE], []) == []


def test_a_text_without_words_gives_a_number():
    assert found([OFFICE], [VacancyText(title="", tasks=""), *TEXTS])[0].overall < 0.1


def test_the_same_input_gives_the_same_likeness():
    assert found([WAREHOUSE, OFFICE]) == found([WAREHOUSE, OFFICE])


def test_a_direction_that_is_possible_too_counts_less():
    second = Query(kind="direction", text=OFFICE.text, weight=0.8)
    assert found([second])[2].meaning < found([OFFICE])[2].meaning


def test_what_is_told_shares_its_words_with_the_advert_and_a_direction_tells_nothing():
    told = Query(kind="experience", text="Tien jaar facturen verwerkt")
    assert found([told])[2].shared == ("facturen", "verwerkt")
    assert found([told])[2].skills > found([told])[1].skills == 0
    only = found([OFFICE])[2]
    assert (only.told, only.skills, only.shared) == (0.0, 0.0, ())
