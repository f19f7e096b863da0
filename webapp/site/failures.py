"""What goes wrong, said in plain Dutch: a title, a sentence, a way back."""

import sys
from collections.abc import Mapping

from flask import Flask, current_app, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from schemas.pools import GAVE_UP, IS_GONE, DatabaseBusyError

Page = tuple[str, int]

BAD_REQUEST, GONE, INTERNAL, BUSY = 400, 410, 500, 503
TEXTS: Mapping[int, tuple[str, str]] = {
    400: ("Dat lukte niet", "Uw verzoek klopt niet. Ga terug en probeer het weer."),
    403: ("Dat mag niet", "Dit verzoek kwam niet van deze site."),
    404: (
        "Deze pagina is er niet",
        "Misschien klopt het adres niet. Of u mag de pagina niet zien.",
    ),
    405: ("Dat kan hier niet", "Deze pagina kan dit verzoek niet aan."),
    409: (
        "Dit is intussen veranderd",
        "Iemand anders was u voor. Ga terug en kijk wat er nu staat.",
    ),
    413: ("Dat is te groot", "Wat u stuurde is te groot. Maak de tekst korter."),
    500: ("Er ging iets mis", "Dat ligt aan ons. Probeer het over 5 minuten weer."),
    503: ("Het is even druk", "Probeer het over een minuut weer. Er is niets weg."),
}
EXPIRED = (
    "Dit formulier is verlopen",
    "Ga terug, laad de pagina opnieuw en verstuur het nog eens.",
)
ERASED = (
    "Dit is er niet meer",
    "Waar dit bij hoort, is intussen gewist of niet meer van u. "
    "Er is niets opgeslagen.",
)
# asked for by a name that is not ours: then no page can be linked to either
UNKNOWN_HOST = ("Deze site heet anders.", BAD_REQUEST, {"Content-Type": "text/plain"})


def init(app: Flask) -> None:
    """Answer every failure with a page of our own."""
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(CSRFError, lambda _: _page(BAD_REQUEST, EXPIRED))
    app.register_error_handler(SecurityError, lambda _: UNKNOWN_HOST)
    app.register_error_handler(DatabaseBusyError, lambda _: _page(BUSY, TEXTS[BUSY]))
    for gave_up in GAVE_UP:
        app.register_error_handler(gave_up, _on_giving_up)
    for is_gone in IS_GONE:
        app.register_error_handler(is_gone, _on_gone)
    app.register_error_handler(INTERNAL, lambda _: _page(INTERNAL, TEXTS[INTERNAL]))


def _on_giving_up(_: Exception) -> Page:
    """Nothing was kept; the log tells which page took too long."""
    current_app.log_exception(sys.exc_info())
    return _page(BUSY, TEXTS[BUSY])


def _on_gone(_: Exception) -> Page:
    return gone_page()


def gone_page() -> Page:
    """It was there when the request began; the log tells where, were it to be ours."""
    current_app.log_exception(sys.exc_info())
    return _page(GONE, ERASED)


def _on_http_error(error: HTTPException) -> Page:
    status = error.code or INTERNAL
    return _page(status, TEXTS.get(status, TEXTS[BAD_REQUEST]))


def _page(status: int, texts: tuple[str, str]) -> Page:
    title, text = texts
    return render_template("error.html", title=title, text=text), status
