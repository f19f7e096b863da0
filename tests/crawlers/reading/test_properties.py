"""What holds for every reader on any text: no fall, sane values, the same again."""

import string
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.clauses import cut
from crawlers.reading.closing import closing_day
from crawlers.reading.contract import read_employment_types
from crawlers.reading.dates import read_date
from crawlers.reading.days_in_text import year_filled_in
from crawlers.reading.education import read_education_field
from crawlers.reading.facts import facts_of
from crawlers.reading.full_week import full_week
from crawlers.reading.hours import read_hours_field
from crawlers.reading.intermediaries import is_intermediary
from crawlers.reading.numbers import read_count, read_number
from crawlers.reading.remote import read_remote_field
from crawlers.reading.salary import read_salary_fields
from crawlers.reading.wage_periods import PLAUSIBLE

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)
EXAMPLES = settings(max_examples=150, deadline=None)
DUTCH = st.lists(
    st.sampled_from(
        ["32", "-", "–", "tot", "uur", "uren", "€", "2.400", "14,50", ",-", "per", "maand",
         "week", "mbo", "hbo", "4", "3", "of", "en", "rijbewijs", "B", "CE", "VCA", "BHV",
         "pré", "geen", "niet", "jaarcontract", "vast", "contract", "na", "een", "jaar",
         "\n", "\u00a0", "Bel", "fte", "0,6", "1", "dagen", "Nederlands", "goed", ".",
         "diploma", "afgeronde", "opleiding", "niveau", "(", ")", "daarna", "1.000.000",
         "thuis", "maart", "t/m", "oktober", "2027", "31-02-2026", "reageer", "start",
         "schaal", "cao", "BIG", "heftruck", "certificaat", "bbl", "18 jaar", "?", "•"]
    ),
    max_size=50,
).map(" ".join)  # fmt: skip
FIGURES = st.text(alphabet=string.digits + "€$£.,-–/ ukm:", max_size=60)
ANY_TEXT = st.text() | DUTCH | FIGURES


@EXAMPLES
@given(ANY_TEXT, ANY_TEXT)
def test_any_advert_is_read_and_read_the_same_again(title, text):
    first = facts_of(title, text)
    cut.cache_clear()
    full_week.cache_clear()
    assert facts_of(title, text) == first


@EXAMPLES
@given(ANY_TEXT)
def test_hours_are_those_of_a_week(text):
    found = facts_of("", text).hours
    bounds = [n for n in (found.low, found.high) if n is not None] if found else []
    assert all(0.5 <= hours <= 60 for hours in bounds)
    assert bounds == sorted(bounds)
    week = full_week(text)
    assert week is None or 32 <= week <= 42


@EXAMPLES
@given(ANY_TEXT)
def test_a_wage_is_one_that_can_be_earned(text):
    found = facts_of("", text).salary
    if found is None:
        return
    least, most = PLAUSIBLE[found.period]
    amounts = [n for n in (found.low, found.high) if n is not None]
    assert amounts
    assert amounts == sorted(amounts)
    assert all(least <= amount <= most for amount in amounts)


@EXAMPLES
@given(ANY_TEXT)
def test_papers_are_demanded_or_wished_and_not_both(text):
    facts = facts_of("", text)
    for papers in (facts.licences, facts.certificates):
        assert not set(papers.required) & set(papers.wished)


@EXAMPLES
@given(ANY_TEXT)
def test_a_contract_lasts_a_while_and_a_level_is_strict_only_where_one_is_asked(text):
    facts = facts_of("", text)
    months = facts.contract.months if facts.contract else None
    assert months is None or 1 <= months <= 99
    assert not (
        facts.education and facts.education.lowest == "none" and facts.education.strict
    )


@EXAMPLES
@given(ANY_TEXT)
def test_the_words_of_proof_stand_in_the_text(text):
    facts = facts_of("", text)
    read = (facts.salary, facts.education, facts.contract, facts.closing, facts.start)
    raws = [fact.raw for fact in read if fact]
    raws += [p.raw for p in (facts.licences, facts.certificates)]
    raws += [words for words in (facts.scale, facts.agreement) if words]
    raws += [told[1] for told in (facts.dutch_level, facts.remote) if told]
    assert [raw for raw in raws if raw not in text] == []


@EXAMPLES
@given(ANY_TEXT)
def test_fields_and_small_readers_never_fall(text):
    for reader in (
        read_hours_field, read_education_field, read_remote_field, read_number, read_count,
    ):  # fmt: skip
        assert reader(text) == reader(text)
    read_employment_types([text])
    found = read_salary_fields(text, text[::-1], text)
    assert found is None or found.period in PLAUSIBLE
    assert is_intermediary(text, text) == is_intermediary(text, text)


@EXAMPLES
@given(ANY_TEXT)
def test_days_are_days_of_the_calendar(text):
    read = read_date(text, NOW)
    assert read is None or isinstance(read.day, date)
    facts = facts_of("", text)
    if facts.closing:
        closes = closing_day(facts.closing, TODAY)
        assert closes is None or isinstance(closes.day, date)
    if facts.start and facts.start.printed:
        starts = year_filled_in(facts.start.printed, TODAY)
        assert starts is None or isinstance(starts.day, date)
