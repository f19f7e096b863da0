"""Remembers the wordings that come back: what each says was found out once."""

from matching.demands.phrasing import plain
from matching.demands.reading import Wording
from matching.demands.remembering import Memory
from matching.demands.spotting import spotted

REMEMBERED = 32_768  # wordings of a generation; some 2 kB each


def _wording(text: str) -> Wording:
    easy = plain(text)
    return Wording(text, easy, spotted(easy))


wordings = Memory(_wording, REMEMBERED)
