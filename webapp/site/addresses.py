"""Addresses that came from outside: only web pages become links."""

from urllib.parse import urlsplit

from flask import Flask


def web_address(url: str) -> str | None:
    """The address if it is http or https; None for `javascript:` and its like."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def site_name(url: str) -> str:
    """The host of an address, without `www.`."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or "onbekende site"


def init(app: Flask) -> None:
    """Give the templates both."""
    app.add_template_filter(web_address)
    app.add_template_filter(site_name)
