"""What stands in the menu, per persona."""

from flask import Flask, g

MENU: dict[str, tuple[tuple[str, str], ...]] = {
    "adviser": (
        ("Kandidaten", "candidates.index"),
        ("Koude acquisitie", "companies.index"),
        ("Bronnen", "sources.index"),
    ),
    "candidate": (("Mijn zoektocht", "portal.home"),),
    "opdrachtgever": (("Mijn trajecten", "insight.home"),),
    "coordinator": (
        ("Trajecten", "coordination.index"),
        ("Uitnodigen", "inviting.colleagues"),
    ),
    "admin": (("Accounts", "managing.index"), ("Uitnodigen", "inviting.colleagues")),
}


def entries() -> tuple[tuple[str, str], ...]:
    """(label, endpoint) of everything in this persona's menu."""
    return MENU[g.me.persona] if g.me else ()


def init(app: Flask) -> None:
    """Give the templates the menu."""
    app.context_processor(lambda: {"navigation": entries})
