"""Codes of an authenticator app (RFC 6238): six digits, a new one each half minute."""

import base64
import secrets
from datetime import datetime

import pyotp
from markupsafe import Markup

SEED_BYTES = 20  # 160 bits, what RFC 4226 recommends
STEP_SECONDS = 30
DRIFT = 1  # steps that a telephone's clock may be off
ISSUER = "Spoorzoeker"
QR_MODULE = 5  # pixels


def new_seed() -> bytes:
    """A secret for an app that is set up."""
    return secrets.token_bytes(SEED_BYTES)


def as_text(seed: bytes) -> str:
    """The secret as one types it into an app, in groups of four."""
    letters = _base32(seed)
    return " ".join(letters[i : i + 4] for i in range(0, len(letters), 4))


def step_of(seed: bytes, code: str, at: datetime) -> int | None:
    """The time step whose code this is, one step early or late; None for none.

    A step is good for one code once: the caller remembers the last that was used.
    """
    app = pyotp.TOTP(_base32(seed), interval=STEP_SECONDS)
    now = int(at.timestamp()) // STEP_SECONDS
    found = [
        step
        for step in range(now - DRIFT, now + DRIFT + 1)
        if secrets.compare_digest(
            app.generate_otp(step).encode(), code.encode(errors="replace")
        )
    ]
    return found[-1] if found else None


def code_at(seed: bytes, at: datetime) -> str:
    """The code that an app shows at this moment."""
    return pyotp.TOTP(_base32(seed), interval=STEP_SECONDS).at(at)


def picture(seed: bytes, email: str) -> Markup:
    """The QR code that an app reads, as an SVG within the page."""
    import segno  # only here: the site starts without it

    address = pyotp.TOTP(_base32(seed)).provisioning_uri(name=email, issuer_name=ISSUER)
    drawn = segno.make(address, error="m").svg_inline(
        scale=QR_MODULE, light="#fff", title="QR-code voor uw app"
    )
    return Markup(drawn)  # noqa: S704 - drawn by us: squares, no text of anybody


def _base32(seed: bytes) -> str:
    return base64.b32encode(seed).decode()
