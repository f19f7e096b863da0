import time, statistics, subprocess, sys, os, json
from datetime import timedelta
from psycopg.types.json import Jsonb
from tests import builders
from tests.webapp.conftest import app, people, browser_of
from tests.conftest import *
from webapp.request import now
from tests.crawlers.site import served
from tests.crawlers.adverts import job, page
from tests.crawlers.crawling import crawled, export, source

def test_measure(database, browser_of, people):
    with database.connect() as db:
        for n in range(60):
            builders.add_source(db, f"bron{n}")
            for d in range(31):
                m = now() - timedelta(days=d, minutes=3)
                db.execute("insert into crawl_run (source, started_at, finished_at, status, found, expected, quality) values (%s,%s,%s,%s,40,42,%s)", (f"bron{n}", m, m, "failed" if n % 9 == 0 and d < 2 else "ok", Jsonb({"hours": .8, "salary": .4, "place": 1.0, "text": .9, "repaired": 0.0})))
        ids = [builders.add_vacancy(db, builders.vacancy(title=f"Baan {n}")) for n in range(200)]
        builders.add_match(db, people.samira, *((i, "past", .9) for i in ids))
    anna = browser_of("Anna")
    for path in ("/bronnen", f"/kandidaten/{people.samira}/vacatures", f"/kandidaten/{people.samira}/vacatures/{ids[0]}"):
        took = []
        for _ in range(15):
            b = time.perf_counter(); anna.client.get(path); took.append((time.perf_counter() - b) * 1000)
        print(path[-30:], "median ms", round(statistics.median(took), 1), "max", round(max(took), 1), file=sys.stderr)
    with served({}) as site:
        site.pages["/v/7"] = page(job(7))
        site.pages["/sitemap.xml"] = f"<urlset><url><loc>{site.address}/v/7</loc></url></urlset>"
        crawled(database, [source("wilg", f"{site.address}/sitemap.xml")])
        [known] = [v for v in export(database) if v["source"] == "wilg"]
        for _ in range(3):
            b = time.perf_counter()
            subprocess.run([sys.executable, "-m", "spoorzoeker", "vacancies", "check", str(known["id"]), "--allow-loopback", "--json"], env={**os.environ, "DATABASE_URL": database.url}, check=True, capture_output=True)
            print("check CLI s", round(time.perf_counter() - b, 2), file=sys.stderr)
