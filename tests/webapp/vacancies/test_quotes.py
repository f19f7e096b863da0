"""Marking quotes: the text stays whole, and every quote that stands there is marked."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.match import Finding
from schemas.vacancy import Demand
from tests.builders import vacancy
from webapp.vacancies.quotes import FIRST, Mark, Piece, jump_to, marks_of, pieces

marks = st.builds(
    Mark,
    start=st.integers(-5, 60),
    end=st.integers(-5, 60),
    kind=st.sampled_from(FIRST),
)


@given(st.text(max_size=50), st.lists(marks, max_size=12))
def test_the_pieces_joined_are_the_text(text, some):
    assert "".join(p.text for p in pieces(text, "text", some)) == text


@given(st.text(max_size=50), st.lists(marks, max_size=12))
def test_every_mark_inside_covers_its_own_characters(text, some):
    covered: set[int] = set()
    at = 0
    for piece in pieces(text, "text", some):
        if piece.kind:
            covered.update(range(at, at + len(piece.text)))
        at += len(piece.text)
    inside = [m for m in some if 0 <= m.start < m.end <= len(text)]
    assert covered == {c for m in inside for c in range(m.start, m.end)}


@given(st.text(max_size=50), st.lists(marks, max_size=12))
def test_every_start_has_a_name_and_no_name_is_there_twice(text, some):
    names = [p.name for p in pieces(text, "text", some) if p.name]
    inside = {m.start for m in some if 0 <= m.start < m.end <= len(text)}
    assert sorted(names) == sorted(f"citaat-text-{start}" for start in inside)


def test_an_answer_stands_outside_the_advert():
    told = Demand(
        field="lift_kg", polarity="absent", strength=3, quote="Nee.", offset=0, part="answer"
    )  # fmt: skip
    found = Finding(kind="reason", field="climb", text="", quote="Nee.", part="answer", offset=0)  # fmt: skip
    assert marks_of("Nee.", "text", [told], [found]) == ()
    assert jump_to(vacancy(text="Nee."), "answer", 0, "Nee.") is None
    assert jump_to(vacancy(text="Nee."), "text", 0, "Nee.") == "citaat-text-0"


def test_on_the_same_words_a_demand_shows_through():
    absent = Mark(start=0, end=4, kind="absent")
    demanded = Mark(start=2, end=6, kind="demanded")
    assert pieces("abcdefgh", "text", [absent, demanded]) == (
        Piece(text="ab", kind="absent", name="citaat-text-0"),
        Piece(text="cd", kind="demanded", name="citaat-text-2"),
        Piece(text="ef", kind="demanded"),
        Piece(text="gh"),
    )


def demand(quote: str, offset: int) -> Demand:
    return Demand(
        field="lift_kg", polarity="demanded", strength=3, quote=quote, offset=offset
    )


def test_a_quote_that_is_no_longer_there_has_no_mark():
    assert marks_of("Je sorteert post.", "text", [demand("tilt dozen", 3)], []) == ()


def test_a_quote_of_the_title_is_not_marked_in_the_text():
    title = Finding(
        kind="objection", field="x", text="", quote="Je", part="title", offset=0
    )
    assert marks_of("Je tilt.", "text", [], [title]) == ()
    assert len(marks_of("Je tilt.", "title", [], [title])) == 1


def test_an_empty_text_has_no_pieces():
    assert pieces("", "text", []) == ()
