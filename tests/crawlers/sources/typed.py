"""Runs `spoorzoeker sources …`: inside this process, or as a program of its own."""

import json
import os
import subprocess
import sys

from click.testing import CliRunner

from spoorzoeker import main


def ran(database, *arguments):
    """The verb inside this process; whatever asks the web needs `program`."""
    environment = {"DATABASE_URL": database.url}
    return CliRunner().invoke(main, ["sources", *arguments], env=environment)


def program(database, *arguments):
    """The verb as a program, for Scrapy's reactor starts once per process."""
    return subprocess.run(
        [sys.executable, "-m", "spoorzoeker", *arguments],
        env={**os.environ, "DATABASE_URL": database.url},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def probed(database, address, *options):
    """The report of a probe on loopback, and the exit code."""
    arguments = ("sources", "probe", address, "--json", "--allow-loopback", *options)
    done = program(database, *arguments)
    assert "Traceback" not in done.stderr, done.stderr
    return json.loads(done.stdout), done.returncode
