"""create_app: the site, with its rules hung around every request."""

import secrets
from functools import cache, partial

from flask import Blueprint, Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from schemas import seeds
from schemas.errors import BadInputError
from schemas.keys import vault_of
from schemas.pools import Pools
from schemas.settings import Settings
from webapp.accounts import (
    inviting_pages,
    joining_pages,
    link_pages,
    name_pages,
    news_pages,
    own_pages,
    second_pages,
    wording,
)
from webapp.accounts import pages as login
from webapp.answers import pages as answers
from webapp.attempts import pages as attempts
from webapp.attempts import words as dossier_words
from webapp.candidates import pages as candidates
from webapp.candidates import profiles
from webapp.capacities import pages as capacities
from webapp.capacities import reading as capacity_reading
from webapp.capacities import versions as capacity_versions
from webapp.capacities import words as document_words
from webapp.changes import known_words
from webapp.changes import pages as changes
from webapp.companies import pages as companies
from webapp.coordination import pages as coordination
from webapp.exports import pages as exports
from webapp.insight import pages as insight
from webapp.managing import pages as managing
from webapp.portal import asked_vacancies
from webapp.portal import pages as portal
from webapp.record import admin as log_pages
from webapp.record import consents, looks, own_data, reactions
from webapp.record import declaring as log_declaring
from webapp.record import words as log_words
from webapp.record import writing as log_writing
from webapp.retention import admin as tidying
from webapp.retention import erasing
from webapp.retention import pages as retention
from webapp.site import (
    access,
    addresses,
    failures,
    formats,
    headers,
    incoming,
    logs,
    navigation,
    request,
)
from webapp.sources import pages as sources
from webapp.sources import words as source_words
from webapp.tasks import pages as tasks
from webapp.trajects import pages as trajects
from webapp.vacancies import adding as added_vacancies
from webapp.vacancies import checks as vacancy_checks
from webapp.vacancies import judgements, overrules, searching, why_here
from webapp.vacancies import pages as vacancies
from webapp.vacancies import standing as standing_words
from webapp.writing import words

MEGABYTE = 1024 * 1024
SHORTEST_SECRET = 32


class UnsafeSettingsError(BadInputError):
    """Settings with which a site for health data must not start."""


def check_safe(settings: Settings) -> None:
    """UnsafeSettingsError in production without a secret, a key or host names."""
    if settings.production and not settings.secret:
        raise UnsafeSettingsError("SPOORZOEKER_SECRET is needed in production")
    if settings.production and settings.kek is None:
        raise UnsafeSettingsError("SPOORZOEKER_KEK is needed in production")
    if settings.production and not settings.hosts:
        raise UnsafeSettingsError(
            "SPOORZOEKER_HOSTS is needed in production: the names of the site, "
            "with a comma between"
        )


def create_app(settings: Settings, pools: Pools) -> Flask:
    """Build the site on `pools`; UnsafeSettingsError as `check_safe` has it."""
    check_safe(settings)
    app = Flask(__name__)
    app.request_class = incoming.IncomingRequest
    app.config.update(
        SECRET_KEY=settings.secret or secrets.token_hex(SHORTEST_SECRET),
        PRODUCTION=settings.production,
        MAX_CONTENT_LENGTH=MEGABYTE,
        MAX_FORM_MEMORY_SIZE=MEGABYTE,
        MAX_FORM_PARTS=500,
        TRUSTED_HOSTS=list(settings.hosts) or None,
        SESSION_COOKIE_NAME=request.host_cookie(
            "formulier", production=settings.production
        ),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.production,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session that holds the token
        WTF_I18N_ENABLED=False,
    )
    if settings.production:
        # https ends at one proxy before us, which says where a request came from
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
    app.extensions["pools"] = pools
    app.extensions["sealer"] = seeds.sealer_of(settings)
    app.extensions["vault"] = cache(partial(vault_of, settings))
    logs.init(app)
    request.init(app)
    log_writing.init(app)  # within the transaction that `request` settles
    headers.init(app)
    app.before_request(capacity_reading.make_room)  # the token is in the form
    CSRFProtect(app)
    app.before_request(access.guard)
    _give_words(app)
    for blueprint in _blueprints():
        app.register_blueprint(blueprint)
    failures.init(app)
    access.check_all_declared(app)
    log_declaring.check_all_declared(app)
    return app


def _give_words(app: Flask) -> None:
    """The filters and names that templates use."""
    formats.init(app)
    words.init(app)
    standing_words.init(app)
    source_words.init(app)
    addresses.init(app)
    dossier_words.init(app)
    document_words.init(app)
    known_words.init(app)
    why_here.init(app)
    log_words.init(app)
    reactions.init(app)
    navigation.init(app)
    wording.init(app)


def _blueprints() -> tuple[Blueprint, ...]:
    return (
        login.pages,
        second_pages.pages,
        link_pages.pages,
        joining_pages.pages,
        own_pages.pages,
        name_pages.pages,
        news_pages.pages,
        inviting_pages.pages,
        candidates.pages,
        trajects.pages,
        profiles.pages,
        capacities.pages,
        capacity_reading.pages,
        capacity_versions.pages,
        vacancies.pages,
        changes.pages,
        vacancy_checks.pages,
        added_vacancies.pages,
        sources.pages,
        judgements.pages,
        answers.pages,
        overrules.pages,
        searching.pages,
        attempts.pages,
        companies.pages,
        exports.pages,
        tasks.pages,
        portal.pages,
        asked_vacancies.pages,
        insight.pages,
        coordination.pages,
        managing.pages,
        *_of_the_record(),
    )


def _of_the_record() -> tuple[Blueprint, ...]:
    """Who looked, how long it is kept, and what the candidate says of it."""
    return (
        looks.pages,
        looks.overseen,
        log_pages.pages,
        retention.pages,
        erasing.pages,
        tidying.pages,
        own_data.pages,
        reactions.pages,
        consents.pages,
    )
