"""Which opdrachtgever somebody means: the known one, however its name is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEGAL_FORM = re.compile(r"[\s,]+(b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f)\.?$")
NO_LETTER = re.compile(r"[\s.]+")


@dataclass(frozen=True, slots=True)
class _Written:
    stem: str
    form: str  # bv, nv, vof; empty when the name does not say


def known_as(typed: str, known: Iterable[str]) -> str | None:
    """The known name that is meant by what was typed; None when it is another one.

    Case, spaces, dots and a legal form that one of the two leaves out make no
    difference. `Jansen B.V.` is not `Jansen VOF`, and plain `Jansen` is neither of
    them when both are known: a traject must not be shown to a stranger's employer.
    """
    wanted = _read(typed)
    alike = [name for name in dict.fromkeys(known) if _read(name).stem == wanted.stem]
    exact = [name for name in alike if name.casefold() == typed.casefold()]
    same = [name for name in alike if _read(name).form == wanted.form]
    if exact or same:
        return (exact or same)[0]
    may_be = [name for name in alike if not (wanted.form and _read(name).form)]
    return may_be[0] if len({_read(name).form for name in may_be}) == 1 else None


def _read(name: str) -> _Written:
    plain = name.casefold().strip()
    form = LEGAL_FORM.search(plain)
    stem = plain[: form.start()] if form else plain
    return _Written(
        stem=NO_LETTER.sub("", stem),
        form=NO_LETTER.sub("", form.group(1)) if form else "",
    )
