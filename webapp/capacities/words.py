"""Names a capacity document in a few words: which kind, of which day."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date
from flask import Flask

SHORT: Mapping[str, str] = {
    "fml": "FML",
    "izp": "IZP",
    "lab": "LAB",
    "bar": "BAR",
    "ad_report": "AD-rapport",
    "other": "document",
}
WITH_HET = {"izp", "ad_report", "other"}
NONE = "geen belastbaarheid"


def document_name(kind: str | None, assessed_on: date | None) -> str:
    """`FML 12-03-2026`, or that there was none."""
    if kind is None or assessed_on is None:
        return NONE
    return f"{SHORT.get(kind, kind)} {assessed_on:%d-%m-%Y}"


def the_document(kind: str, assessed_on: date) -> str:
    """`de FML van 12 maart 2026`."""
    article = "het" if kind in WITH_HET else "de"
    on = format_date(assessed_on, "d MMMM y", locale="nl")
    return f"{article} {SHORT.get(kind, kind)} van {on}"


def init(app: Flask) -> None:
    """Give the templates the short name."""
    app.add_template_global(document_name)
