"""`spoorzoeker web`."""

import socket

import click

from schemas.errors import NotThereError
from schemas.terminal import PORT, database, say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=PORT)
def web(host: str, port: int) -> None:
    """Serve the site until Ctrl-C.

    Links in mails lead to SPOORZOEKER_ADDRESS, or to the first of SPOORZOEKER_HOSTS,
    or to http://127.0.0.1:8000/. Set it for the worker too: that one sends them.
    """
    from schemas.rotation import vault_for
    from webapp.site.serving import Site, check

    with database() as opened:
        check(opened.settings, host)
        vault_for(opened)
        _demand_free(host, port)
        here = f"http://{host}:{port}/"
        say(f"Spoorzoeker: {here}")
        if opened.settings.address != here:
            say(f"Links in mails lead to {opened.settings.address}: see --help.")
        Site(opened.settings, opened.url, bind=f"{host}:{port}").run()


def _demand_free(host: str, port: int) -> None:
    """Gunicorn would try five times, and then say it in ten lines."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host.strip("[]"), port), family=family).close()
    except OSError as refused:
        why = str(refused.strerror).partition(" (")[0]  # Python adds the address to it
        raise NotThereError(
            f"cannot serve on {host}:{port} ({why}): see --port"
        ) from refused
