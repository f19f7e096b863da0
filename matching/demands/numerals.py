"""Dutch numbers, in digits or words: `1.250`, `31,5`, `anderhalf`, `twaalfhonderd`."""

import re
from collections.abc import Mapping

TO_TWENTY = [
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien",
    "achttien", "negentien",
]  # fmt: skip
_TENS = [
    "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig",
    "negentig",
]  # fmt: skip
_TO_HUNDRED: Mapping[str, float] = {
    **{word: n for n, word in enumerate(TO_TWENTY, 1)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{
        f"{unit}en{ten}": 10 * n + digit
        for n, ten in enumerate(_TENS, 2)
        for digit, unit in enumerate(TO_TWENTY[:9], 1)
    },
}
_HALVES: Mapping[str, float] = {
    "anderhalf": 1.5,
    "anderhalve": 1.5,
    **{f"{word}{enhalf}": n + 0.5
       for n, word in enumerate(TO_TWENTY[:9], 1)
       for enhalf in ("eneenhalf", "enhalf", "eneenhalve")},
}  # fmt: skip
_HUNDRED, _THOUSAND = 100, 1000

_DIGITS = r"(?:(?<=\s)-(?=\d))?\d+(?:[.,]\d+)*"
_BELOW = (
    rf"(?:(?:{'|'.join(TO_TWENTY[:9])})en)?(?:{'|'.join(_TENS)})"
    rf"|{'|'.join(sorted(TO_TWENTY, key=len, reverse=True))}"
)
_COUNT = rf"(?:(?:{_BELOW})?honderd(?:en)?(?:{_BELOW})?|{_BELOW})"
NUMBER = (
    rf"{_DIGITS}(?: duizend\b)?"
    rf"|(?:{'|'.join(_HALVES)}|(?:{_COUNT})?duizend(?:{_COUNT})?|{_COUNT})(?![a-z])"
)

# Every number in words has one of these in it.
NUMBER_LETTERS = (*TO_TWENTY, *_TENS, "honderd", "duizend", "half", "halve")


def number(words: str) -> float | None:
    """The number that is written; None where it is none."""
    if words in _HALVES:
        return _HALVES[words]
    if words.endswith(" duizend"):
        return _digits(words.removesuffix(" duizend"), _THOUSAND)
    if words[:1].isdigit() or words[:1] == "-":
        return _digits(words)
    return _spelled(words)


def _digits(words: str, times: int = 1) -> float | None:
    bare = re.sub(r"\.(?=\d{3}\b)", "", words).replace(",", ".")
    try:
        return float(bare) * times
    except ValueError:
        return None


def _spelled(words: str) -> float | None:
    for word, size in (("duizend", _THOUSAND), ("honderd", _HUNDRED)):
        if word in words:
            before, after = words.split(word, 1)
            times = _spelled(before) if before else 1
            rest = _spelled(after.removeprefix("en")) if after else 0
            return None if times is None or rest is None else size * times + rest
    known = _TO_HUNDRED.get(words)
    return None if known is None else float(known)
