"""Serves the site with gunicorn: one process that answers in threads."""

from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from schemas.pools import web_pools
from schemas.settings import Settings
from webapp.application import create_app

THREADS = 8


class Site(BaseApplication):  # type: ignore[misc]
    """gunicorn told by values instead of by its own command line."""

    def __init__(self, settings: Settings, url: str, *, bind: str) -> None:
        self._settings = settings
        self._url = url
        self._bind = bind
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
            "graceful_timeout": 5,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Build the site after the fork, so that no connection is shared."""
        return create_app(
            self._settings, web_pools(self._settings, self._url, size=THREADS)
        )
