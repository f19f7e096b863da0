"""`python -m webapp.benchmark.serve DATABASE BIND CONNECTIONS`: a site to measure."""

import sys

from schemas.settings import read_settings
from webapp.site.serving import Site

if __name__ == "__main__":
    _, url, bind, connections = sys.argv
    sys.argv = sys.argv[:1]
    Site(read_settings({}), url, bind=bind, connections=int(connections)).run()
