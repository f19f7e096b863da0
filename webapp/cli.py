"""`spoorzoeker web`."""

import click

from schemas.terminal import PORT, database, say


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=PORT)
def web(host: str, port: int) -> None:
    """Serve the site until Ctrl-C."""
    from schemas.rotation import vault_for
    from webapp.site.serving import Site, check

    with database() as opened:
        check(opened.settings, host)
        vault_for(opened)
        say(f"Spoorzoeker: http://{host}:{port}/")
        Site(opened.settings, opened.url, bind=f"{host}:{port}").run()
