"""A browser by its family and its system: enough to know one's own by."""

# The first that is found counts: most browsers also claim to be another.
FAMILIES = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "een iPhone"),
    ("iPad", "een iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "een Mac"),
    ("CrOS", "een Chromebook"),
    ("Linux", "Linux"),
)


def described(user_agent: str) -> str:
    """`Firefox op Windows`; of an unknown one nothing is kept."""
    family = _first(FAMILIES, user_agent) or "Een browser"
    system = _first(SYSTEMS, user_agent)
    return f"{family} op {system}" if system else family


def _first(known: tuple[tuple[str, str], ...], text: str) -> str | None:
    return next((name for mark, name in known if mark in text), None)
