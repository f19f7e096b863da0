"""The lexicon and the small language it is written in."""

import pytest

from matching.demands.lexicon import Group, lexicon, phrase_count
from matching.demands.numerals import number
from matching.demands.phrasing import compile_phrase, plain
from matching.demands.scope import SAID, around
from matching.demands.shaping import WORD, shapes
from matching.demands.signs import DEGREE, TURNED
from matching.demands.spotting import spotted
from schemas.capacity_fields import capacity_fields

SHIFTS = {"shift_evening", "shift_night", "shift_weekend", "shift_standby"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("staand werk", "het is staand werk", "staand werk"),
        ("til|tillen ..2 # kg|kilo", "tillen tot wel 20 kg", "tillen tot wel 20 kg"),
        ("# kg", "zakken van 20kg", "20kg"),
        ("*dienst ?en nacht", "avonddienst nacht", "avonddienst nacht"),
        ("# kg", "kratten van drieentwintig kg", "drieentwintig kg"),
        ("op_de been", "de hele dag op de been", "op de been"),
        ("til*", "tilwerkzaamheden", "tilwerkzaamheden"),
    ],
)
def test_a_phrase_finds_its_words(phrase: str, text: str, found: str) -> None:
    match = compile_phrase(phrase, {}).search(text)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize("text", ["wonen in tilburg", "een subtiel verschil"])
def test_a_phrase_does_not_find_look_alikes(text: str) -> None:
    assert compile_phrase("til|tillen", {}).search(text) is None


def test_a_set_stands_for_its_words() -> None:
    assert compile_phrase("<dieren> voeren", {"dieren": "kat|hond"}).search(
        "hond voeren"
    )


def test_a_phrase_without_a_fixed_word_is_refused() -> None:
    with pytest.raises(ValueError, match="zonder vast woord"):
        list(shapes("# ..2", {}))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("25", 25.0),
        ("31,5", 31.5),
        ("1.250", 1250.0),
        ("twintig", 20.0),
        ("drieentwintig", 23.0),
        ("x", None),
    ],
)
def test_numbers_are_read_as_the_dutch_write_them(words: str, value: float) -> None:
    assert number(words) == value


def test_plain_text_keeps_every_offset() -> None:
    text = "Één cliënt – İstanbul’s hoogte"
    assert len(plain(text)) == len(text)
    assert plain("Één cliënt") == "een client"


def test_every_field_of_the_lexicon_is_a_field_we_know() -> None:
    known = set(capacity_fields()) | SHIFTS
    assert {field for one in lexicon().phrases for field in one.asks} <= known


def test_the_lexicon_is_large_enough_to_read_adverts() -> None:
    assert phrase_count() >= 600


def test_every_strength_is_one_two_or_three() -> None:
    assert {one.strength for one in lexicon().phrases} <= {1, 2, 3}


SENTENCES = [
    "je tilt dozen van 12 kg en trekt rolcontainers",
    "je helpt bewoners met wassen, ook in het weekend",
    "om half zes 's ochtends rijd je met de bestelbus naar klanten",
    "er hangt meelstof in de lucht; gehoorbescherming is verplicht",
    "je schakelt tussen telefoon, balie en mail in een kantoortuin",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_sifting_by_shapes_loses_no_phrase(text: str) -> None:
    tried = lexicon().sieve.heard(WORD.findall(text)).standing(Group.TITLE)
    standing = {
        number
        for number, one in enumerate(lexicon().phrases)
        if one.words.pattern.search(text)
    }
    assert standing <= tried.keys()


@pytest.mark.parametrize(
    "text",
    [
        "je tilt niet",
        "je hoeft niet te tillen",
        "tillen is niet jouw taak",
        "tillen wordt door een collega gedaan",
        "de chauffeur die tilt is een ander",
        "het tillen ligt bij het magazijn",
        "soms tillen",
        "weleens tillen",
        "hooguit een keer per jaar tillen",
        "alleen rond de feestdagen tillen",
        "alleen op maandagochtend tillen",
        "tillen, als je dat wilt",
        "de hele dag tillen",
        "tillen is mooi meegenomen",
    ],
)
def test_a_sentence_with_a_telling_sign_is_never_read_flatly(text: str) -> None:
    at = text.index("til")
    whole = (0, len(text))
    assert around(text, (at, at + 4), whole) != SAID
    assert spotted(text) & (TURNED | DEGREE)


def test_words_joined_by_an_ampersand_stand_in_either_order() -> None:
    pattern = compile_phrase("zit & bureau", {})
    assert pattern.search("je zit achter een bureau")
    assert pattern.search("achter het bureau zit jij")
    assert not pattern.search("zit een twee drie vier vijf zes bureau")


def test_the_heaviest_of_two_numbers_counts() -> None:
    cold = next(one for one in lexicon().phrases if one.asks == ("cold_limited",))
    lift = next(one for one in lexicon().phrases if one.asks == ("lift_kg",))
    assert (cold.lower_is_heavier, lift.lower_is_heavier) == (True, False)


def test_a_wide_wording_asks_and_never_excludes() -> None:
    weak = [one for one in lexicon().phrases if one.weak]
    assert weak
    assert {one.polarity for one in weak} == {"demanded"}
