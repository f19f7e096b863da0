"""The authorisation document, from the table of rights and the routes of the site."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask

from schemas.account import PERSONAS, Persona
from schemas.rights import matrix
from webapp.site.access import DATA, HALFWAY, MARK, PUBLIC

SHOWN_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})
WHO = {PUBLIC: "everybody", HALFWAY: "whoever gave a right password"}
HEAD = """\
# Who may do what?

Written by `spoorzoeker users matrix docs/authorisation.md` from `schemas/rights/` and
the routes of the site: mend those, not this page. Tests hold the table against the
database, column by column and both ways, and against every page. What people see of it
is in [who sees what](who-sees-what.md).

R read, W add and change, C only of oneself, S a summary (numbers, dates, names),
– nothing. An adviser reaches only trajects in the own hands, an opdrachtgever only
those it pays for.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One address of the site, and who may use it for what."""

    address: str
    methods: tuple[str, ...]
    endpoint: str
    personas: tuple[str, ...]
    data: str


def routes(app: Flask) -> list[Route]:
    """Every route but that of the files, by address; public ones are for everybody."""
    found = [
        _route(app, rule)
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
    ]
    return sorted(found, key=lambda route: (route.address, route.methods))


def _route(app: Flask, rule: Any) -> Route:  # noqa: ANN401 - a rule of werkzeug
    view = app.view_functions[rule.endpoint]
    allowed = getattr(view, MARK)
    return Route(
        address=rule.rule,
        methods=tuple(sorted(rule.methods & SHOWN_METHODS)),
        endpoint=rule.endpoint,
        personas=(WHO[allowed],)
        if allowed in WHO
        else tuple(one for one in PERSONAS if one in allowed),
        data=getattr(view, DATA, ""),
    )


def page(app: Flask) -> str:
    """The whole document, ready to be written."""
    head = ("data", *PERSONAS)
    kinds = [
        (one.words, *(one.letters[persona].replace("-", "–") for persona in PERSONAS))
        for one in matrix.kinds().values()
    ]
    return "\n".join(
        [
            HEAD,
            "## The matrix\n\n" + _table(head, kinds),
            "## The columns of the database\n\n" + _columns(),
            "## Functions with the rights of the owner\n\n" + _functions(),
            "## The pages\n\n" + _routes(app),
        ]
    )


def _columns() -> str:
    rows: dict[tuple[str, ...], list[str]] = {}
    for (table, name), right in matrix.columns().items():
        verbs = tuple(_verbs(right, persona) for persona in PERSONAS)
        rows.setdefault((right.data, table, *verbs), []).append(name)
    listed = [(data, table, ", ".join(names), *verbs)
              for (data, table, *verbs), names in rows.items()]  # fmt: skip
    return _table(("kind", "table", "columns", *PERSONAS), listed)


def _verbs(right: matrix.ColumnRight, persona: Persona) -> str:
    given = right.verbs.get(persona, frozenset())
    return " ".join(verb for verb in ("read", "add", "change") if verb in given) or "–"


def _functions() -> str:
    rows = [
        (name, right.data, ", ".join(one for one in PERSONAS if one in right.personas))
        for name, right in matrix.functions().items()
    ]
    return _table(("function", "kind", "who"), rows)


def _routes(app: Flask) -> str:
    rows = [
        (f"`{route.address}`", " ".join(route.methods), ", ".join(route.personas),
         route.data or "–")
        for route in routes(app)
    ]  # fmt: skip
    return _table(("address", "methods", "who", "kind"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_lines(head, rows)) + "\n"


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + " --- |" * len(head)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def as_lines(app: Flask) -> str:
    """The routes as a table with tabs, one per line, for the committed list."""
    lines = [
        "\t".join((r.address, " ".join(r.methods), r.endpoint, " ".join(r.personas),
                   r.data))
        for r in routes(app)
    ]  # fmt: skip
    return "\n".join(("address\tmethods\tendpoint\twho\tkind", *lines)) + "\n"


def as_data(app: Flask) -> dict[str, Any]:
    """The document for a program: matrix, columns, functions, routes."""
    return {
        "data": {
            one.name: {"is": one.words, **one.letters}
            for one in matrix.kinds().values()
        },
        "columns": [
            {"table": table, "column": name, "data": right.data}
            | {persona: sorted(verbs) for persona, verbs in right.verbs.items()}
            for (table, name), right in matrix.columns().items()
        ],
        "functions": {
            name: {"data": right.data, "personas": sorted(right.personas)}
            for name, right in matrix.functions().items()
        },
        "routes": [
            {
                "address": route.address,
                "methods": list(route.methods),
                "endpoint": route.endpoint,
                "personas": list(route.personas),
                "data": route.data,
            }
            for route in routes(app)
        ],
    }
