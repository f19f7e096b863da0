"""`spoorzoeker demo`."""

import click

from schemas.terminal import PORT, database, say


@click.command()
@click.option("--port", type=PORT, help="Default: 8000, or the next one free.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@click.option("--remove", is_flag=True, help="Remove everything invented, and stop.")
def demo(port: int | None, *, no_browser: bool, remove: bool) -> None:
    """Try the whole product on an invented market with invented people."""
    from demo import loading, running

    with database() as opened:
        if remove:
            say(f"removed: {loading.remove(opened.role('maintenance'))}")
        else:
            running.run(opened, port=port, browser=not no_browser)
