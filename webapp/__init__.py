"""Where people read, judge and record."""

from webapp.application import create_app

__all__ = ["create_app"]
