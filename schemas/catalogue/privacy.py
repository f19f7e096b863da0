"""`docs/privacy.md`, written from the catalogue so that it cannot lag behind."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from schemas.catalogue.columns import Class, Column, LeftOut, catalogue
from schemas.retention import terms

HEAD = """\
# What is stored, why, for how long, and who sees it?

Written by `spoorzoeker db privacy docs/privacy.md` from `schemas/catalogue/` and
`schemas/retention.toml`: mend those, not this page. Tests hold the catalogue against
the database: a column without an entry fails, and so does a right that the entry does
not name.

"Who sees it" is what the database lets a persona or program read, and of a row only
when it is of an own traject; what a page makes of it is in
[who sees what](who-sees-what.md). The operator's role, which reads every table, is
left out. What is "sealed" is encrypted by a key per candidate
([how](how-are-the-keys-kept.md)): a stolen copy of the database does not tell it.
"Own file" is whether a candidate takes it along (Mijn gegevens), of the own rows only,
and why not; the file says in words what is not in it.
"""
KINDS: Mapping[Class, str] = {
    "health": "Health",
    "confidential": "In confidence",
    "personal": "About a person",
    "log": "The record of who did what",
    "account": "About users of the site",
}
MEANING: Mapping[Class, str] = {
    "health": "Special category (GDPR art. 9), or what gives it away. "
    "A diagnosis is never stored.",
    "confidential": "What somebody said or wrote in confidence.",
    "personal": "Facts about a candidate or about somebody at an employer.",
    "log": "Ids only: no names, no content.",
    "account": "Whoever signs in, and what keeps signing in safe.",
}
WHY_NOT: Mapping[LeftOut, str] = {
    "secret": "a secret, or what one is checked by",
    "others": "about somebody else",
    "nobody": "about no candidate",
    "program": "how the program goes about it",
    "itself": "it is that file",
}
READERS: Mapping[str, str] = {"auth": "signing in", "matcher": "the ranking"}


def page() -> str:
    """The whole page, ready to be written."""
    parts = [HEAD, _terms(), *(_kind(kind) for kind in KINDS), _nobody()]
    return "\n".join(part for part in parts if part)


def _terms() -> str:
    rows = [
        (term.name, term.in_words, term.source)
        for term in terms().values()
        if term.name in {column.keep for column in catalogue().values()}
    ]
    return "## For how long\n\n" + _table(("term", "kept until", "why so long"), rows)


def _kind(kind: Class) -> str:
    found = [column for column in catalogue().values() if column.kind == kind]
    if not found:
        return ""
    rows = [
        (table, _names(group), one.purpose, one.keep, _sees(one), _own_file(one))
        for table, group in _groups(found)
        for one in group[:1]
    ]
    head = ("table", "columns", "why", "term", "who sees it", "own file")
    return f"## {KINDS[kind]}\n\n{MEANING[kind]}\n\n" + _table(head, rows)


def _groups(columns: Sequence[Column]) -> Iterator[tuple[str, list[Column]]]:
    """Columns of one table that are alike in all that is said of them."""
    alike = groupby(
        columns, lambda c: (c.table, c.purpose, c.keep, c.sees, c.export, c.left_out)
    )
    for key, group in alike:
        yield key[0], list(group)


def _names(group: Sequence[Column]) -> str:
    names = ", ".join(column.name for column in group)
    return f"{names} (sealed)" if group[0].sealed else names


def _sees(column: Column) -> str:
    return ", ".join(sorted(READERS.get(who, who) for who in column.sees)) or "nobody"


def _own_file(column: Column) -> str:
    if column.left_out:
        return f"no: {WHY_NOT[column.left_out]}"
    return "yes" if column.export else "no"


def _nobody() -> str:
    rows = [
        (table, group[0].purpose, _own_file(group[0]))
        for table, group in _groups(
            [column for column in catalogue().values() if column.kind == "none"]
        )
    ]
    return "## About nobody\n\n" + _table(("table", "why", "own file"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
