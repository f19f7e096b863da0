"""The headers every answer carries, and a second look at where a form came from."""

from flask import Flask, Response, abort, request

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def harden(response: Response) -> Response:
    """Add the headers; a page with somebody's data is never kept by a cache."""
    response.headers.update(
        {
            "Content-Security-Policy": CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options": "nosniff",
            # `no-referrer` would make Flask-WTF refuse every form on https
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }
    )
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = (
            "max-age=31536000; includeSubDomains"
        )
    return response


def refuse_other_sites() -> None:
    """A browser says itself when another site sent the form."""
    if (
        request.method not in SAFE_METHODS
        and request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site"
    ):
        abort(403)


def init(app: Flask) -> None:
    """Hang both around every request."""
    app.before_request(refuse_other_sites)
    app.after_request(harden)
