"""Settings, read once from the environment; everything deeper gets values."""

import base64
import binascii
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from schemas.errors import BadInputError

KEY_BYTES = 32
DEFAULT_ADDRESS = "http://127.0.0.1:8000/"
MAIL_SCHEMES = frozenset({"smtp", "smtps", "smtp+starttls"})


class SettingError(BadInputError):
    """A setting has a value that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that an installation may set.

    `database_url` None means: the embedded PostgreSQL under `home`. `role_urls` name
    another address for one role (DATABASE_URL_CRAWLER …). `model` is None for the
    bundled embedding, else a sentence-transformers name or folder. `secret` signs
    forms; without one the web makes its own at each start. `hosts` are the names by
    which browsers may ask for the site; none: any name. `kek` is the key that other
    keys are wrapped in (None: a file under `home`), `kek_old` are those it replaced.
    `address` is where people find the site, for links in mails.
    `smtp` is the mail server (smtp://, smtps:// or smtp+starttls://, with name and
    password if it asks for them), None for a folder; `mail_from` is the sender.
    `seals` repeats the seals of the log outside the database; None: `seals.log` in
    `home`.
    """

    home: Path
    database_url: str | None
    role_urls: Mapping[str, str]
    model: str | None
    secret: str | None
    user_agent: str
    production: bool
    hosts: tuple[str, ...] = ()
    seals: Path | None = None
    kek: bytes | None = field(default=None, repr=False)
    kek_old: tuple[bytes, ...] = field(default=(), repr=False)
    address: str = DEFAULT_ADDRESS
    smtp: str | None = None
    mail_from: str = ""

    @property
    def seals_file(self) -> Path:
        """Where the seals of the log are repeated."""
        return self.seals or self.home / "seals.log"


FEWEST_BYTES = 20
DEFAULT_USER_AGENT = "SpoorzoekerBot/0.1 (+https://spoorzoeker.example/bot)"
ROLES = (
    "crawler",
    "matcher",
    "worker",
    "sealer",
    "mailer",
    "web_auth",
    "web_adviser",
    "web_candidate",
    "web_opdrachtgever",
    "web_coordinator",
    "web_admin",
    "maintenance",
)


def from_environment() -> Settings:
    """Read the settings of this process."""
    return read_settings(os.environ)


def child_environment(settings: Settings, database_url: str) -> dict[str, str]:
    """The environment for a program we start ourselves, on this same database."""
    return {
        **os.environ,
        "DATABASE_URL": database_url,
        "SPOORZOEKER_HOME": str(settings.home),
        "SPOORZOEKER_ADDRESS": settings.address,
    }


# By which PostgreSQL itself lets somebody in as another than the address says.
OF_POSTGRESQL = ("PGPASSWORD", "PGPASSFILE", "PGSERVICE", "PGSERVICEFILE", "PGUSER")


def crawl_environment(settings: Settings, crawler_url: str) -> dict[str, str]:
    """The environment for a program of ours that reads what strangers wrote.

    Of our own settings only what a crawl needs: nobody has to remember to leave out a
    secret. What is not ours (proxies, certificates, the language) is as it was.
    """
    left_out = [name for name in os.environ if _is_ours(name) or name in OF_POSTGRESQL]
    not_ours = {name: os.environ[name] for name in os.environ if name not in left_out}
    return {
        **not_ours,
        "DATABASE_URL": crawler_url,
        "DATABASE_URL_CRAWLER": crawler_url,
        "SPOORZOEKER_HOME": str(settings.home),
        "SPOORZOEKER_PRODUCTION": "1" if settings.production else "0",
        "SPOORZOEKER_USER_AGENT": settings.user_agent,
    }


def forget_environment() -> None:
    """Leave our own settings, which were read, to no process that starts after this."""
    for name in [*filter(_is_ours, os.environ)]:
        del os.environ[name]


def _is_ours(name: str) -> bool:
    return name.startswith(("DATABASE_URL", "SPOORZOEKER_"))


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read settings from `environment`; SettingError names the one that is wrong."""
    secret = environment.get("SPOORZOEKER_SECRET") or None
    if secret is not None and len(secret) < 32:
        raise SettingError("SPOORZOEKER_SECRET must be at least 32 characters")
    role_urls = {
        role: url
        for role in ROLES
        if (url := _database_url(environment, f"DATABASE_URL_{role.upper()}"))
    }
    hosts = tuple(_words(environment, "SPOORZOEKER_HOSTS"))
    return Settings(
        home=Path(environment.get("SPOORZOEKER_HOME") or _default_home()).absolute(),
        database_url=_database_url(environment, "DATABASE_URL"),
        role_urls=role_urls,
        model=environment.get("SPOORZOEKER_MODEL") or None,
        secret=secret,
        user_agent=environment.get("SPOORZOEKER_USER_AGENT") or DEFAULT_USER_AGENT,
        production=_is_on(environment, "SPOORZOEKER_PRODUCTION"),
        hosts=hosts,
        seals=_path(environment, "SPOORZOEKER_SEALS"),
        kek=_key_or_none(environment, "SPOORZOEKER_KEK"),
        kek_old=tuple(
            _key("SPOORZOEKER_KEK_OLD", word)
            for word in _words(environment, "SPOORZOEKER_KEK_OLD")
        ),
        address=_address(environment, hosts),
        smtp=_smtp(environment, "SPOORZOEKER_SMTP"),
        mail_from=environment.get("SPOORZOEKER_MAIL_FROM")
        or f"spoorzoeker@{hosts[0] if hosts else 'localhost'}",
    )


def _database_url(environment: Mapping[str, str], name: str) -> str | None:
    """Refused without repeating it: there may be a password in it."""
    value = environment.get(name)
    if not value:
        return None
    try:
        conninfo_to_dict(value)
    except ProgrammingError:
        raise SettingError(
            f"{name} must look like postgresql://name:word@server/database"
        ) from None
    return value


def _address(environment: Mapping[str, str], hosts: tuple[str, ...]) -> str:
    value = environment.get("SPOORZOEKER_ADDRESS")
    if not value:
        return f"https://{hosts[0]}/" if hosts else DEFAULT_ADDRESS
    if not value.startswith(("https://", "http://")):
        raise SettingError("SPOORZOEKER_ADDRESS must begin with https:// or http://")
    return f"{value.rstrip('/')}/"


def _smtp(environment: Mapping[str, str], name: str) -> str | None:
    """Refused without repeating it: there may be a password in it."""
    value = environment.get(name)
    if not value:
        return None
    with suppress(ValueError):
        parts = urlsplit(value)
        if parts.scheme in MAIL_SCHEMES and parts.hostname and parts.port != 0:
            return value
    raise SettingError(f"{name} must look like smtp+starttls://name:word@server:587")


def _path(environment: Mapping[str, str], name: str) -> Path | None:
    value = environment.get(name)
    return Path(value).absolute() if value else None


def _words(environment: Mapping[str, str], name: str) -> list[str]:
    return environment.get(name, "").replace(",", " ").split()


def _key_or_none(environment: Mapping[str, str], name: str) -> bytes | None:
    word = environment.get(name)
    return _key(name, word.strip()) if word else None


def _key(name: str, word: str) -> bytes:
    """A key in base64; SettingError, which does not repeat it, for one that is none."""
    try:
        key = base64.b64decode(word, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    # of 32 random bytes about 30 differ; a passphrase or a pattern is no key
    if len(key) != KEY_BYTES or len(set(key)) < FEWEST_BYTES or key.isascii():
        raise SettingError(f"{name} must be the base64 of 32 random bytes")
    return key


def _is_on(environment: Mapping[str, str], name: str) -> bool:
    """Only 1 and 0: with `true` taken for off, a site would run unprotected."""
    value = environment.get(name) or "0"
    if value not in {"0", "1"}:
        raise SettingError(f"{name} must be 1 or 0, not {value!r}")
    return value == "1"


def _default_home() -> Path:
    """Inside a checkout its own hidden folder, else the user's data folder."""
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").exists():
        return checkout / ".spoorzoeker"
    return platformdirs.user_data_path("spoorzoeker", appauthor=False)
