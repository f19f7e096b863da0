"""The page that a candidate takes along: what is in it first, then list after list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

IN_SIGHT = 10  # rows of a table; the others open below them
ON_THE_PAGE = 300  # rows of a table; the file for a computer has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table on the page: the first rows in words, and how many there are."""

    name: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    count: int


def page(sections: Sequence[Section], now: datetime) -> str:
    """The page to read; every value is escaped."""
    known = [one for one in sections if one.count]
    unknown = [one.title for one in sections if not one.count]
    parts = [HEAD.format(day=now.strftime("%d-%m-%Y")), *_contents(known)]
    for section in known:
        parts.append(SECTION.format(name=section.name, title=section.title))
        parts += [*_body(section), END]
    parts += [NOTHING.format(_items(ITEM.format(one) for one in unknown)), NOT_IN_IT]
    return str(Markup("\n").join(parts)) + "</body></html>\n"


def _contents(sections: Sequence[Section]) -> Iterator[Markup]:
    links = (
        LINK.format(name=one.name, title=one.title, count=one.count) for one in sections
    )
    yield CONTENTS.format(_items(links))


def _items(items: Iterator[Markup]) -> Markup:
    return Markup("\n").join(items)


def _body(section: Section) -> Iterator[Markup]:
    if not section.head:
        yield COUNT.format(count=section.count)
        return
    rows = [_row(section.head, row) for row in section.rows]
    yield from rows[:IN_SIGHT]
    if rest := rows[IN_SIGHT:]:
        yield REST.format(count=len(rest), rows=Markup("\n").join(rest))
    if section.count > len(rows):
        yield MORE.format(shown=len(rows))


def _row(head: Sequence[str], row: Sequence[str]) -> Markup:
    pairs = (
        PAIR.format(label=label, value=value)
        for label, value in zip(head, row, strict=True)
        if value
    )
    return Markup("<dl>{}</dl>").format(Markup("").join(pairs))


HEAD = Markup(
    '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>Uw gegevens</title><style>body{{font-family:sans-serif;max-width:42rem;"
    "margin:2rem auto;padding:0 1rem;line-height:1.5;overflow-wrap:anywhere}}"
    "dl{{border-top:1px solid #999;padding-top:.5rem}}dt{{font-weight:bold}}"
    "dd{{margin:0 0 .5rem;white-space:pre-wrap}}h2{{margin-top:2.5rem}}"
    "summary{{padding:.5rem 0;cursor:pointer}}</style></head>"
    "<body><h1>Uw gegevens</h1>"
    "<p>Dit is wat wij over u opschreven. Wij maakten dit bestand op {day}.</p>"
    "<p>Klopt er iets niet? Zeg het uw adviseur.</p>"
    "<p>In <b>gegevens.json</b> staat hetzelfde voor een computer, met alle nummers "
    "en versies.</p>"
)
CONTENTS = Markup(
    "<nav><h2>Wat u hier leest</h2><ul>\n{}\n</ul>"
    '<p>Niet alles staat erin. <a href="#niets">Waar er niets over staat</a>, en '
    '<a href="#niet-erin">wat wij niet meegeven</a>, leest u onderaan.</p></nav>'
)
LINK = Markup('<li><a href="#{name}">{title}</a> ({count})</li>')
SECTION = Markup('<section id="{name}"><h2>{title}</h2>')
END = Markup("</section>")
COUNT = Markup("<p>Wij hebben hier {count} keer iets opgeschreven.</p>")
REST = Markup("<details><summary>Toon de andere {count}</summary>\n{rows}</details>")
MORE = Markup("<p>Hier staan de eerste {shown}. Alles staat in gegevens.json.</p>")
PAIR = Markup("<dt>{label}</dt><dd>{value}</dd>")
ITEM = Markup("<li>{}</li>")
NOTHING = Markup(
    '<section id="niets"><h2>Hierover staat er niets</h2><ul>\n{}\n</ul></section>'
)
NOT_IN_IT = Markup(
    '<section id="niet-erin"><h2>Wat er niet in staat</h2><ul>'
    "<li>Uw wachtwoord, codes en sleutels, en de links in onze mails. Die houden wij "
    "geheim. Zo kan niemand anders bij uw gegevens.</li>"
    "<li>Het logboek van het inloggen: elke keer dat u inlogde, en elke keer dat het "
    "niet lukte. Hierboven staat alleen waar u de laatste tijd inlogde.</li>"
    "<li>Wat er precies in onze mails aan u stond. Dat bewaren wij niet.</li>"
    "<li>Uitnodigingen die niemand gebruikte, aan een ander adres dan uw eigen. Dat "
    "adres kan van iemand anders zijn.</li>"
    "<li>Mails van langer dan 3 maanden geleden. Die zijn weg.</li>"
    "<li>Wat alleen over iemand anders gaat. Bijvoorbeeld waarom uw adviseur er niet "
    "was, of het telefoonnummer van iemand bij een bedrijf.</li>"
    "<li>De tekst van een vacature die uw adviseur voor u plakte. Daar kunnen namen "
    "in staan. Wij halen die tekst weg als hij gelezen is.</li>"
    "<li>Hoe het programma zijn werk doet. Bijvoorbeeld wat er in de wachtrij staat."
    "</li>"
    "<li>Eerdere bestanden zoals dit. Wel wanneer u erom vroeg.</li>"
    "<li>Reservekopieën. Die maken wij voor als er iets stukgaat. Daarin staan "
    "dezelfde soorten gegevens, van een eerdere dag.</li></ul>"
    "<p>Wilt u hier iets over weten of van zien? Vraag het uw adviseur.</p></section>"
)
