"""create_app: the site, with its rules hung around every request."""

import secrets

from flask import Blueprint, Flask
from flask_wtf.csrf import CSRFProtect

from schemas.pools import Pools
from schemas.settings import Settings
from webapp import (
    access,
    addresses,
    attempts,
    candidates,
    capacities,
    companies,
    dossier_words,
    failures,
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
    failures.init(app)
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
