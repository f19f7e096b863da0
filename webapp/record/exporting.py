"""Everything about a candidate in one zip: data for a computer, a page to read."""

import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from markupsafe import Markup

from schemas.catalogue.columns import Column, exported
from schemas.database import Db
from schemas.opened_rows import opened_row
from schemas.tables import personal_rows
from schemas.tables.candidate_keys import key_of
from schemas.vault import Vault
from webapp.record.export_values import Names, in_words

ON_THE_PAGE = 300  # rows of a table; the file for a computer has them all
DATA, PAGE = "gegevens.json", "lees-mij.html"
Rows = Iterable[Mapping[str, Any]]
Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table on the page: the first rows in words, and how many there are."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    count: int


def make(db: Db, candidate_id: UUID, *, now: datetime, vault: Vault) -> bytes:
    """The zip with all that the catalogue says is in an export; as maintenance.

    Rows are streamed, for a long traject has many rankings; the zip is in memory.
    """
    names = personal_rows.names_of(db, candidate_id)
    tables = _tables(db, candidate_id, vault)
    made = io.BytesIO()
    sections: list[Section] = []
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        with zipped.open(DATA, "w", force_zip64=True) as raw:
            file = io.TextIOWrapper(raw, encoding="utf-8")
            sections = list(_write_all(file, tables, names))
            file.flush()
        zipped.writestr(PAGE, page(sections, now))
    return made.getvalue()


def _tables(db: Db, candidate_id: UUID, vault: Vault) -> Iterator[tuple[str, Rows]]:
    key = key_of(db, vault, candidate_id)
    for table, group in groupby(_in_order(), key=lambda column: column.table):
        names = [column.name for column in group]
        rows = personal_rows.of_candidate(db, candidate_id, table, names)
        yield table, map(partial(opened_row, key, table), filter(_happened, rows))


def _in_order() -> list[Column]:
    """What is exported, in the order of the headings on the page."""
    place = {table: number for number, table in enumerate(words())}
    return sorted(exported(), key=lambda column: place[column.table])


def _happened(row: Mapping[str, Any]) -> bool:
    """Not a look that was refused: it showed nothing, and it was a stranger's."""
    return row.get("act") != "refused"


def _write_all(
    file: IO[str], tables: Iterable[tuple[str, Rows]], names: Names
) -> Iterator[Section]:
    """Write one JSON object of lists, and give each list as a section for the page."""
    file.write("{")
    for place, (table, rows) in enumerate(tables):
        file.write(f"{',' if place else ''}\n{json.dumps(table)}: [")
        yield _write(file, table, rows, names)
        file.write("]")
    file.write("\n}\n")


def _write(file: IO[str], table: str, rows: Rows, names: Names) -> Section:
    labels = {k: v for k, v in words().get(table, {}).items() if k != "_title"}
    shown: list[list[str]] = []
    count = 0
    for row in rows:
        file.write(f"{',' if count else ''}\n  ")
        json.dump(row, file, ensure_ascii=False, default=_as_json)
        count += 1
        if count <= ON_THE_PAGE:
            shown.append([in_words(table, one, row, names) for one in labels])
    title = words().get(table, {}).get("_title", table)
    return Section(title=title, head=list(labels.values()), rows=shown, count=count)


def _as_json(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"a {type(value).__name__} has no place in an export")


@cache
def words() -> Words:
    """The title and the labels of every table on the page."""
    path = Path(__file__).with_name("export_words.toml")
    with path.open("rb") as file:
        return tomllib.load(file)


HEAD = Markup(
    '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>Uw gegevens</title><style>body{{font-family:sans-serif;max-width:60rem;"
    "margin:2rem auto;padding:0 1rem;line-height:1.5}}dl{{border-top:1px solid #999;"
    "padding-top:.5rem}}dt{{font-weight:bold}}dd{{margin:0 0 .5rem;"
    "white-space:pre-wrap}}"
    "</style></head><body><h1>Uw gegevens</h1>"
    "<p>Dit is wat wij over u opschreven. Wij maakten dit bestand op {day}.</p>"
    "<p>Niet alles staat erin. Onderaan leest u "
    '<a href="#niet-erin">wat er niet in staat</a>.</p>'
    "<p>Klopt er iets niet? Zeg het uw adviseur.</p>"
    "<p>In <b>gegevens.json</b> staat hetzelfde voor een computer, met alle nummers "
    "en versies.</p>"
)
NOT_IN_IT = Markup(
    '<h2 id="niet-erin">Wat er niet in staat</h2><ul>'
    "<li>Uw wachtwoord, codes en sleutels, en de links in onze mails. Die houden wij "
    "geheim. Zo kan niemand anders bij uw gegevens.</li>"
    "<li>Het logboek van het inloggen: elke keer dat u inlogde, en elke keer dat het "
    "niet lukte. Hierboven staat alleen waar u de laatste tijd inlogde.</li>"
    "<li>Wat er precies in onze mails aan u stond. Dat bewaren wij niet.</li>"
    "<li>Post aan een ander adres dan uw e-mailadres van nu: mails, en uitnodigingen "
    "die niemand gebruikte. Dat adres kan van iemand anders zijn. En mails van langer "
    "dan vier weken geleden, of van voor u dit adres had.</li>"
    "<li>Wat alleen over iemand anders gaat. Bijvoorbeeld waarom uw adviseur er niet "
    "was, of het telefoonnummer van iemand bij een bedrijf.</li>"
    "<li>De tekst van een vacature die uw adviseur voor u plakte. Daar kunnen namen "
    "in staan. Wij halen die tekst weg als hij gelezen is.</li>"
    "<li>Hoe het programma zijn werk doet. Bijvoorbeeld wat er in de wachtrij staat."
    "</li>"
    "<li>Eerdere bestanden zoals dit. Wel wanneer u erom vroeg.</li>"
    "<li>Reservekopieën. Die maken wij voor als er iets stukgaat. Daarin staan "
    "dezelfde soorten gegevens, van een eerdere dag.</li></ul>"
    "<p>Wilt u hier iets over weten of van zien? Vraag het uw adviseur.</p>"
)
TITLE = Markup("<h2>{title}</h2>")
NOTHING = Markup("<p>Hierover weten wij niets.</p>")
COUNT = Markup("<p>Wij hebben hier {count} keer iets opgeschreven.</p>")
MORE = Markup("<p>Hier staan de eerste {shown}. Alles staat in gegevens.json.</p>")
PAIR = Markup("<dt>{label}</dt><dd>{value}</dd>")


def page(sections: Sequence[Section], now: datetime) -> str:
    """The page to read; every value is escaped."""
    parts = [HEAD.format(day=now.strftime("%d-%m-%Y"))]
    for section in sections:
        parts += [TITLE.format(title=section.title), *_body(section)]
    parts.append(NOT_IN_IT)
    return str(Markup("\n").join(parts)) + "</body></html>\n"


def _body(section: Section) -> Iterator[Markup]:
    if not section.rows:
        yield NOTHING
    elif not section.head:
        yield COUNT.format(count=section.count)
    for row in section.rows if section.head else ():
        pairs = [
            PAIR.format(label=label, value=value)
            for label, value in zip(section.head, row, strict=True)
            if value
        ]
        yield Markup("<dl>{}</dl>").format(Markup("").join(pairs))
    if section.head and section.count > len(section.rows):
        yield MORE.format(shown=len(section.rows))
