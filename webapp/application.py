"""create_app: the site, with its rules hung around every request."""

import secrets

from flask import Blueprint, Flask, render_template
from flask_wtf.csrf import CSRFError, CSRFProtect
from werkzeug.exceptions import HTTPException

from schemas.pools import DatabaseBusyError, Pools
from schemas.settings import Settings
from webapp import (
    access,
    addresses,
    attempts,
    candidates,
    capacities,
    companies,
    dossier_words,
    formats,
    headers,
    insight,
    judgements,
    login,
    navigation,
    portal,
    profiles,
    request,
    tasks,
    trajects,
    vacancies,
    words,
)

MEGABYTE = 1024 * 1024
SHORTEST_SECRET = 32


class UnsafeSettingsError(RuntimeError):
    """Settings with which a site for health data must not start."""


def create_app(settings: Settings, pools: Pools) -> Flask:
    """Build the site on `pools`; UnsafeSettingsError in production without a secret."""
    if settings.production and not settings.secret:
        raise UnsafeSettingsError("SPOORZOEKER_SECRET is needed in production")
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=settings.secret or secrets.token_hex(SHORTEST_SECRET),
        PRODUCTION=settings.production,
        MAX_CONTENT_LENGTH=MEGABYTE,
        MAX_FORM_MEMORY_SIZE=MEGABYTE,
        MAX_FORM_PARTS=500,
        SESSION_COOKIE_NAME="formulier",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.production,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session that holds the token
        WTF_I18N_ENABLED=False,
    )
    app.extensions["pools"] = pools
    request.init(app)
    app.before_request(access.guard)
    headers.init(app)
    CSRFProtect(app)
    formats.init(app)
    words.init(app)
    addresses.init(app)
    dossier_words.init(app)
    navigation.init(app)
    for blueprint in _blueprints():
        app.register_blueprint(blueprint)
    _say_errors_in_dutch(app)
    access.check_all_declared(app)
    return app


def _blueprints() -> tuple[Blueprint, ...]:
    return (
        login.pages,
        candidates.pages,
        trajects.pages,
        profiles.pages,
        capacities.pages,
        vacancies.pages,
        judgements.pages,
        attempts.pages,
        companies.pages,
        tasks.pages,
        portal.pages,
        insight.pages,
    )


def _say_errors_in_dutch(app: Flask) -> None:
    texts = {
        400: ("Dat lukte niet", "Uw verzoek klopt niet. Ga terug en probeer het weer."),
        403: ("Dat mag niet", "Dit verzoek kwam niet van deze site."),
        404: (
            "Deze pagina is er niet",
            "Deze pagina is er niet. Of u mag hem niet zien.",
        ),
        405: ("Dat kan hier niet", "Deze pagina kan dit verzoek niet aan."),
        409: (
            "Dit is intussen veranderd",
            "Iemand anders was u voor. Ga terug en kijk wat er nu staat.",
        ),
        413: ("Dat is te groot", "Wat u stuurde is te groot. Maak de tekst korter."),
    }

    def page(status: int, title: str, text: str) -> tuple[str, int]:
        return render_template("error.html", title=title, text=text), status

    def on_http_error(error: HTTPException) -> tuple[str, int]:
        status = error.code or 500
        return page(status, *texts.get(status, texts[400]))

    def on_csrf_error(_error: CSRFError) -> tuple[str, int]:
        return page(
            400,
            "Dit formulier is verlopen",
            "Ga terug, laad de pagina opnieuw en verstuur het nog eens.",
        )

    def on_busy(_error: DatabaseBusyError) -> tuple[str, int]:
        return page(
            503,
            "Het is even druk",
            "Probeer het over een minuut weer. Er is niets weg.",
        )

    def on_failure(_error: Exception) -> tuple[str, int]:
        return page(
            500,
            "Er ging iets mis",
            "Dat ligt aan ons. Probeer het over 5 minuten weer.",
        )

    app.register_error_handler(HTTPException, on_http_error)
    app.register_error_handler(CSRFError, on_csrf_error)
    app.register_error_handler(DatabaseBusyError, on_busy)
    app.register_error_handler(500, on_failure)
