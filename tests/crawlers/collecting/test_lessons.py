"""How a site says "gone" without a 404: its page for nonsense, and its redirects."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.collecting.lessons import (
    Redirects,
    is_due,
    lesson_of,
    mark_of,
    nonsense_address,
)
from tests.crawlers.adverts import page
from tests.crawlers.collecting.driving import fetched

HOST = "https://wilg.example"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
WORDS = "Deze pagina kennen wij niet, kijk bij onze andere vacatures. " * 3


def oops(words=WORDS):
    return page(body=f"<main><h1>Oeps</h1><p>{words}</p></main>")


def test_nonsense_stands_beside_a_real_page_and_needs_room():
    made = nonsense_address(f"{HOST}/vacatures/kok?x=1", 7)
    assert made == f"{HOST}/vacatures/bestaat-niet-7"
    assert nonsense_address(f"{HOST}/", 7) is None


def test_an_honest_404_and_a_redirect_teach_nothing():
    nonsense = f"{HOST}/vacatures/bestaat-niet-7"
    assert lesson_of(fetched(nonsense, oops(), status=404)) is None
    assert lesson_of(fetched(nonsense, oops(), end=f"{HOST}/vacatures")) is None
    assert lesson_of(fetched(nonsense, oops())) is not None


def test_the_mark_does_not_mind_the_address_and_numbers_and_does_mind_words():
    lesson = mark_of(fetched(f"{HOST}/v/bestaat-niet-7", oops(WORDS + "nr. 7")))
    assert mark_of(fetched(f"{HOST}/v/kok-12", oops(WORDS + "nr. 12"))) == lesson
    assert mark_of(fetched(f"{HOST}/v/kok-12", oops("Bijna klaar. " * 20))) != lesson
    assert mark_of(fetched(f"{HOST}/v/kok-12", "")) is None


def test_a_lesson_is_learnt_anew_each_week():
    assert is_due(None, NOW)
    assert is_due(NOW - timedelta(days=8), NOW)
    assert not is_due(NOW - timedelta(days=6), NOW)


def leads_away(asked, end, *, start=f"{HOST}/werken-bij"):
    return Redirects(start).leads_away(fetched(asked, oops(), end=end))


def test_a_redirect_upwards_or_to_the_start_leads_away():
    kok = f"{HOST}/werken-bij/vacatures/kok"
    assert leads_away(kok, f"{HOST}/werken-bij/vacatures")
    assert leads_away(kok, f"{HOST}/")
    assert leads_away(f"{HOST}/v/kok", f"{HOST}/werken-bij")
    assert not leads_away(kok, f"{HOST}/werken-bij/vacatures/kok-utrecht")
    assert not leads_away(kok, kok)


def test_where_many_addresses_end_is_no_page_of_any_of_them():
    redirects = Redirects(f"{HOST}/werken-bij")
    came = [
        redirects.leads_away(fetched(f"{HOST}/v/{n}", oops(), end=f"{HOST}/sorry"))
        for n in range(4)
    ]
    assert came == [False, False, True, True]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_no_address_and_no_page_makes_it_stumble(address, text):
    url = f"{HOST}/{address}"
    nonsense_address(url, 1)
    mark_of(fetched(url, text))
    Redirects(HOST).leads_away(fetched(url, text, end=f"{HOST}/elders"))
