"""`python -m webapp.benchmark.serve HOME DATABASE BIND CONNECTIONS`, to measure."""

import sys

from schemas.settings import read_settings
from webapp.site.serving import Site

if __name__ == "__main__":
    _, home, url, bind, connections = sys.argv
    sys.argv = sys.argv[:1]
    settings = read_settings({"SPOORZOEKER_HOME": home})
    Site(settings, url, bind=bind, connections=int(connections)).run()
