"""The database server of our own, in a home that is of use for a while."""

import subprocess
import sys
import tempfile
from pathlib import Path

FOR_A_WHILE = """
import sys
from pathlib import Path
from schemas import embedded

with embedded.passing_home(Path(sys.argv[1])) as home:
    embedded.start(home).cleanup()
"""


def test_of_a_server_for_a_while_nothing_stays():
    """Each run of the tests and of a bench left a folder behind."""
    with tempfile.TemporaryDirectory() as inside:  # a short name, as it has in earnest
        subprocess.run([sys.executable, "-c", FOR_A_WHILE, inside], check=True)
        assert not any(Path(inside).iterdir())
