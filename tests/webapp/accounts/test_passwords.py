"""What may be a password: long enough, not what others guess, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.accounts import guessable, passwords
from webapp.accounts.passwords import WeakPasswordError

ABOUT = ("Anna Zwaluwstaart", "anna@bureaulinde.nl", "spoor.example")
ENDINGS = (
    "123",
    "1234",
    "12345",
    "123456",
    "2025",
    "2026",
    "01!",
    "!!!",
    "2026!",
    "@123",
)


@pytest.mark.asvs("6.2.1", "6.2.9")
@pytest.mark.parametrize("length", [12, 64, 200, 1000])
def test_any_length_from_twelve_on_is_fine(length):
    passwords.check_new(("kbvxz wqpfj mtrhd " * 60)[:length], ABOUT)


@pytest.mark.asvs("6.2.1")
@pytest.mark.parametrize("password", ["", "elf tekens!", "x" * 1001])
def test_too_short_or_endless_is_refused(password):
    with pytest.raises(WeakPasswordError):
        passwords.check_new(password)


@pytest.mark.asvs("6.2.5", "6.2.8")
@pytest.mark.parametrize(
    "password",
    [
        "ёжик-в-тумане-42",
        "🐘🦩🪁🧭🪵🧶🪲🦔🪐🧿🫖🪀",
        "  spaties tellen  ",
        "KLEINENGROOTzxwvq",
    ],
)
def test_any_character_counts_and_none_is_asked_for(password):
    passwords.check_new(password, ABOUT)
    assert passwords.is_right(passwords.hash_password(password), password)
    assert not passwords.is_right(
        passwords.hash_password(password), password.strip() + "x"
    )


@pytest.mark.asvs("6.2.4")
def test_thousands_of_common_ones_are_refused():
    made = {
        f"{word}{ending}"
        for word in guessable.common_words()
        for ending in ENDINGS
        if len(f"{word}{ending}") >= passwords.SHORTEST
    }
    doubled = {w * 2 for w in guessable.common_words() if len(w) >= 6}
    assert len(made | doubled) >= 1000
    missed = [one for one in made | doubled if not guessable.is_guessable(one)]
    assert missed == []
    capitals = [one.capitalize() for one in made]
    assert all(map(guessable.is_guessable, capitals))


@pytest.mark.asvs("6.2.4", "6.2.11")
@pytest.mark.parametrize(
    "password",
    [
        "wachtwoordwachtwoord", "W@chtw00rd2026", "qwertyuiop12", "1q2w3e4r5t6y",
        "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijklm", "098765432109", "reintegratie2026",
        "spoorzoeker1234", "Anna.Zwaluwstaart", "bureaulinde2026", "zwaluwstaart1980",
        "31121980 anna", "Zomer2026Zomer!",
    ],
)  # fmt: skip
def test_what_others_guess_is_refused(password):
    with pytest.raises(WeakPasswordError):
        passwords.check_new(password, ABOUT)


@pytest.mark.parametrize(
    "password",
    [
        "vier losse lantaarns zingen",
        "kapstok wolkbreuk zebra pad",
        "Xk9#mQ2$vL7p",
        "h7Gd2kQp9sXw",
    ],
)
def test_what_nobody_guesses_is_fine(password):
    passwords.check_new(password, ABOUT)


@given(st.text(min_size=0, max_size=300), st.lists(st.text(max_size=30), max_size=3))
def test_whatever_is_typed_gets_an_answer(password, about):
    assert guessable.is_guessable(password, about) in (True, False)
