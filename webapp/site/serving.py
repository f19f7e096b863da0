"""Serves the site with gunicorn: one process that answers in threads."""

import ipaddress
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger

from schemas.pools import web_pools
from schemas.settings import Settings
from webapp.application import UnsafeSettingsError, check_safe, create_app
from webapp.site.logs import Discreet

THREADS = 8


def check(settings: Settings, host: str) -> None:
    """UnsafeSettingsError unless the site may be served like this on `host`.

    Beyond this machine only in production: elsewhere cookies travel readable.
    """
    check_safe(settings)
    if not settings.production and not _is_this_machine(host):
        raise UnsafeSettingsError(
            f"on {host} others can reach the site: set SPOORZOEKER_PRODUCTION=1 "
            "behind a proxy that speaks https, or keep to 127.0.0.1"
        )


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class DiscreetLog(Logger):  # type: ignore[misc]
    """gunicorn's own log, which repeats no values either."""

    def setup(self, cfg: Config) -> None:
        """Set up as gunicorn does, then change how failures are told."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Discreet(self.error_fmt, self.datefmt))


class Site(BaseApplication):  # type: ignore[misc]
    """gunicorn told by values instead of by its own command line."""

    def __init__(
        self, settings: Settings, url: str, *, bind: str, connections: int = THREADS
    ) -> None:
        self._settings = settings
        self._url = url
        self._bind = bind
        self._connections = connections
        super().__init__()

    def load_config(self) -> None:
        """One worker: the pools and the bound on password hashes are per process."""
        chosen: dict[str, Any] = {
            "bind": self._bind,
            "workers": 1,
            "worker_class": "gthread",
            "threads": THREADS,
            "control_socket_disable": True,
            "loglevel": "warning",
            "logger_class": DiscreetLog,
            "graceful_timeout": 5,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Build the site after the fork, so that no connection is shared."""
        return create_app(
            self._settings, web_pools(self._settings, self._url, size=self._connections)
        )
