"""What stands in the menu, per persona."""

from flask import Flask, g, request, url_for

MENU: dict[str, tuple[tuple[str, str], ...]] = {
    "adviser": (
        ("Kandidaten", "candidates.index"),
        ("Koude acquisitie", "companies.index"),
        ("Bewaartermijn", "retention.index"),
        ("Bronnen", "sources.index"),
    ),
    "candidate": (
        ("Mijn zoektocht", "portal.home"),
        ("Mijn gegevens", "own_data.home"),
    ),
    "opdrachtgever": (("Mijn trajecten", "insight.home"),),
    "coordinator": (
        ("Trajecten", "coordination.index"),
        ("Bewaartermijn", "retention.index"),
        ("Uitnodigen", "inviting.colleagues"),
    ),
    "admin": (
        ("Accounts", "managing.index"),
        ("Uitnodigen", "inviting.colleagues"),
        ("Logboek", "log.index"),
        ("Opruimen", "tidying.index"),
    ),
}


def entries() -> tuple[tuple[str, str], ...]:
    """(label, endpoint) of everything in this persona's menu."""
    return MENU[g.me.persona] if g.me else ()


def current_entry() -> str | None:
    """The endpoint of the entry that this page belongs to: the longest that fits."""
    found = [one for _, one in entries() if request.path.startswith(url_for(one))]
    return max(found, key=lambda one: len(url_for(one)), default=None)


def init(app: Flask) -> None:
    """Give the templates the menu."""
    app.context_processor(
        lambda: {"navigation": entries, "current_entry": current_entry}
    )
