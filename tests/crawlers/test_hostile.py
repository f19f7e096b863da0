"""Sites that mean harm: nothing inside is reached, nothing breaks, nothing that runs is kept."""

import json
import re
import socket
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawlers.fetching.asking import UnansweredError, ask
from crawlers.fetching.reactor import run_once
from crawlers.fetching.settings import scrapy_settings
from schemas.database import connect
from schemas.tables import sources as source_table
from tests.crawlers import traps
from tests.crawlers.adverts import job, page, sitemap
from tests.crawlers.crawling import FORKS, crawled, export, finish, source, start
from tests.crawlers.floods import DEEP, DOCTYPE, PERSONIO, RSS, floods, sitemaps
from tests.crawlers.payloads import PAYLOADS, hostile_pages, offers
from tests.crawlers.site import Reply, served
from tests.crawlers.stored import is_only_text, is_web_address, stored_texts
from tests.crawlers.traps import XML, trap, whole

MOST_MEMORY = 400  # megabytes of the crawling process, at its largest


@dataclass(frozen=True)
class Watched:
    """A crawl and how much memory it took at most, in megabytes."""

    run: dict
    memory: float


def watched(database, one):
    """Crawl a source while its memory is looked at."""
    with connect(database.role("crawler")) as db:
        source_table.add(db, one)
    crawling = start(database, names=[one.name])
    most = 0.0
    for _ in range(1_600):
        most = max(most, _peak(crawling.pid))
        if crawling.answer.poll(0.05):
            break
    [run] = finish(crawling)
    return Watched(run, most)


def _peak(pid):
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found.group(1)) / 1024 if found else 0.0


def advert(number):
    return page(job(number + 1_000, title=f"Goede baan {number}"))


def among_good_ones(bad):
    """A trap's answers: each bad vacancy between two good ones, all in its sitemap."""
    answers = {}
    for number, answer in enumerate(bad):
        answers[f"/vacatures/kwaad-{number}-a"] = answer
        answers[f"/vacatures/goed-{number}-b"] = whole(advert(number))
    return answers


def with_sitemap(made):
    urls = [f"{made.address}{path}" for path in made.answers if "/vacatures/" in path]
    made.answers["/sitemap.xml"] = whole(sitemap(urls), kind=XML)
    return source("kwaad", made.address + "/sitemap.xml")


# Other ways of writing this machine and its surroundings; {port} is where a trap listens.
INWARD = (
    "http://127.0.0.2:{port}/",
    "http://127.1:{port}/",
    "http://127.255.255.254:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0x7f.0.0.1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://017700000001:{port}/",
    "http://0.0.0.0:{port}/",
    "http://0:{port}/",
    "http://[::1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://localhost.:{port}/",
    "http://LOCALHOST.localdomain:{port}/",
    "http://ip6-localhost:{port}/",
    "http://\uff11\uff12\uff17.0.0.2:{port}/",
    "http://127\u30020\u30020\u30022:{port}/",
    "http://wilg.nl@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}@127.0.0.2:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://10.0.0.8/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://[::ffff:10.0.0.8]/",
    "file:///etc/hostname",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_GET",
    "data:text/html,geheim",
    "javascript:alert(1)",
    "http://",
    "http://[::1",
)


@pytest.mark.asvs("1.3.6 15.3.2")
def test_no_redirect_leads_inward(database):
    own = f"http://{socket.gethostbyname(socket.gethostname())}:{{port}}/"
    with trap({"/": whole("geheim")}, everywhere=True) as inner:
        doors = [address.format(port=inner.port) for address in (*INWARD, own)]
        bad = [traps.redirect(door.encode().decode("latin-1")) for door in doors]
        with trap(among_good_ones(bad)) as site:
            [run] = crawled(database, [with_sitemap(site)])
        assert inner.knocks == []
    assert run["found"] == len(doors)
    assert {vacancy["title"][:9] for vacancy in export(database)} == {"Goede baa"}


@pytest.mark.parametrize("status", [301, 303, 307, 308])
def test_no_kind_of_redirect_leads_inward(database, status):
    with trap(everywhere=True) as inner:
        door = f"http://127.0.0.2:{inner.port}/geheim"
        bad = [
            traps.redirect(door, status=status),
            whole("", more=f"Refresh: 0; url={door}\r\n"),
            whole(f'<meta http-equiv="refresh" content="0;url={door}">'),
            whole(
                "",
                more=f"Content-Location: {door}\r\nLink: <{door}>; rel=canonical\r\n",
            ),
        ]
        with trap(among_good_ones(bad)) as site:
            crawled(database, [with_sitemap(site)])
        assert inner.knocks == []


@pytest.mark.asvs("1.3.6")
def test_nothing_that_a_page_names_is_fetched_from_inside(database):
    with trap(everywhere=True) as inner:
        door = f"http://127.0.0.2:{inner.port}/geheim"
        advert_there = page(
            job(
                1, url=door, image=door, hiringOrganization={"name": "X", "logo": door}
            ),
            body=f"<base href='{door}'><img src='{door}'><a rel=next href='{door}'>2</a>"
            f"<iframe src='{door}'></iframe><a href='{door}/vacatures/een'>een</a>",
        )
        pages = {
            "/robots.txt": f"Sitemap: {door}\nSitemap: /sitemap.xml",
            "/vacatures/een": advert_there,
        }
        with served(pages) as site:
            site.pages["/sitemap.xml"] = sitemap(
                [f"{site.address}/vacatures/een", f"{door}/vacatures/twee", door]
            )
            [run] = crawled(database, [source("wilg", site.address + "/")])
        assert inner.knocks == []
    assert run["found"] == 1
    assert export(database)[0]["url"] == f"{site.address}/vacatures/een"


def _with_names(answer, dsn, names):
    """Crawl in a world where the names lead to those addresses, in turn."""
    from crawlers.run import CrawlOptions, crawl

    ask_system = socket.getaddrinfo

    def getaddrinfo(name, port, *arguments, **options):
        addresses = names.get(name, [name])
        names[name] = [*addresses[1:], addresses[0]]
        return ask_system(addresses[0], port, *arguments, **options)

    socket.getaddrinfo = getaddrinfo  # of this process alone
    with connect(dsn) as db:
        known = source_table.by_name(db, "wilg")
    options = CrawlOptions(user_agent="TestBot/1.0", allow_loopback=True)
    [run] = crawl(dsn, [known], options)
    answer.send((run.status, run.error))


@pytest.mark.asvs("1.3.6")
@pytest.mark.parametrize(
    "addresses", [["127.0.0.1"], ["10.0.0.8", "127.0.0.1"], ["192.0.0.8", "127.0.0.2"]]
)
def test_a_name_that_comes_to_mean_this_machine_leads_nowhere(database, addresses):
    """Rebinding: what is checked is the very address that would be connected to."""
    with trap(everywhere=True) as inner:
        url = f"http://werkenbij.example:{inner.port}/"
        with connect(database.role("crawler")) as db:
            source_table.add(db, source("wilg", url))
        mine, theirs = FORKS.Pipe(duplex=False)
        names = {"werkenbij.example": addresses}
        arguments = (theirs, database.role("crawler"), names)
        process = FORKS.Process(target=_with_names, args=arguments)
        process.start()
        assert mine.poll(60), "no end to this crawl"
        told = mine.recv()
        process.join()
        mine.close()
        theirs.close()
        assert inner.knocks == []
    assert told == (
        "failed",
        "dit adres halen wij niet op: het is geen openbaar internetadres",
    )


@pytest.mark.asvs("5.2.3 15.2.2")
def test_no_flood_or_bomb_stops_a_crawl_or_fills_the_memory(database):
    bad = floods()
    with trap(among_good_ones(bad.values())) as site:
        for path, answer in site.answers.items():
            if answer is None:
                site.answers[path] = traps.redirect(f"{site.address}{path}")
        seen = watched(database, with_sitemap(site))
    good = [v for v in export(database) if v["title"].startswith("Goede baan")]
    assert len(good) == len(bad)
    assert seen.memory < MOST_MEMORY
    assert seen.memory > 40
    assert "interne fout" not in (seen.run["error"] or "")
    for vacancy in export(database):
        assert len(vacancy["title"]) <= 300
        assert len(vacancy["source_key"]) <= 200
        assert len(vacancy["place"] or "") <= 2_000


@pytest.mark.asvs("1.5.1")
def test_no_sitemap_blows_up_reads_a_file_or_fetches_an_entity(database):
    with trap(everywhere=True) as inner, trap() as site:
        good = f"{site.address}/vacatures/goed"
        door = f"http://127.0.0.1:{inner.port}/entiteit"
        site.answers |= sitemaps(door, good)
        for number in range(3):
            site.answers[f"/vacatures/goed-{number}"] = whole(advert(number))
        entries = "".join(
            f"<sitemap><loc>{site.address}{path}</loc></sitemap>"
            for path in site.answers
            if ".xml" in path
        )
        index = f"<sitemapindex>{entries}</sitemapindex>"
        site.answers["/sitemap.xml"] = whole(index, kind=XML)
        seen = watched(database, source("kwaad", site.address + "/sitemap.xml"))
        assert inner.knocks == []
        assert not any("root:" in path for path in site.knocks)
    assert len(export(database)) == 3
    assert seen.memory < MOST_MEMORY


@pytest.mark.asvs("1.5.1")
@pytest.mark.parametrize(
    ("platform", "path", "feed"),
    [
        ("teamtailor", "/jobs.rss", RSS),
        ("personio", "/xml", PERSONIO),
        ("feed", "/rss", RSS),
    ],
)
def test_no_feed_blows_up_reads_a_file_or_fetches_an_entity(
    database, platform, path, feed
):
    with trap(everywhere=True) as inner, trap() as site:
        doctype = DOCTYPE.format(door=f"http://127.0.0.1:{inner.port}/entiteit")
        body = whole(doctype + feed.replace("{site}", site.address), kind=XML)
        site.answers |= {path: body, f"{path}?language=nl": body}
        at = site.address + ("/rss" if platform == "feed" else "/")
        seen = watched(database, source("kwaad", at, platform))
        assert inner.knocks == []
    assert seen.memory < MOST_MEMORY
    for vacancy in export(database):
        assert "root:" not in json.dumps(vacancy, default=str)
        assert "haha" not in vacancy["title"]


@pytest.mark.asvs("1.5.2 2.2.1")
def test_json_from_a_board_cannot_break_a_crawl(database):
    for number, body in enumerate(
        (DEEP, '{"offers": ' + DEEP, '{"offers": [{"id": 9' + "9" * 5_000)
    ):
        with trap({"/api/offers/": whole(body, kind="application/json")}) as site:
            [run] = crawled(
                database, [source(f"kwaad{number}", site.address + "/", "recruitee")]
            )
        assert run["status"] in {"changed", "failed"}
    assert export(database) == []


def _with_little_patience(answer, urls):
    settings = scrapy_settings("TestBot/1.0", allow_loopback=True)
    settings |= {"DOWNLOAD_TIMEOUT": 1, "RETRY_TIMES": 0}

    async def question(fetch):
        told = []
        for url in urls:
            try:
                told.append((await fetch(url)).status)
            except UnansweredError as silence:
                told.append(silence.trouble.error)
        return told

    answer.send(run_once(settings, lambda process: ask(process, question)))


@pytest.mark.asvs("15.2.2 16.5.2")
def test_whoever_keeps_us_waiting_is_left_after_a_while():
    """One second here; `crawlers.fetching.settings.TIMEOUT` on the road."""
    waits = {
        "/druppel": traps.dripping(),
        "/kop": traps.slow_head,
        "/stil": traps.silent,
        "/goed": whole("<p>goed</p>"),
        "/robots.txt": whole("User-agent: *"),
    }
    with trap(waits) as site:
        mine, theirs = FORKS.Pipe(duplex=False)
        urls = [site.address + path for path in ("/druppel", "/kop", "/stil", "/goed")]
        process = FORKS.Process(target=_with_little_patience, args=(theirs, urls))
        process.start()
        assert mine.poll(60), "somebody waited for ever"
        told = mine.recv()
        process.join()
        mine.close()
        theirs.close()
    assert told == ["de website antwoordt niet op tijd"] * 3 + [200]


@pytest.mark.asvs("1.3.1 1.3.3 1.3.4")
def test_nothing_that_could_run_is_stored(database):
    assert len(PAYLOADS) >= 60
    board = Reply(offers(), kind="application/json")
    with served(hostile_pages()) as site, served({"/api/offers/": board}) as other:
        urls = [site.address + path for path in site.pages]
        site.pages["/sitemap.xml"] = sitemap(urls)
        runs = crawled(
            database,
            [
                source("pagina", site.address + "/sitemap.xml"),
                source("bord", other.address + "/", "recruitee"),
            ],
        )
    assert [run["status"] for run in runs] == ["ok", "ok"], [r["error"] for r in runs]
    vacancies = export(database)
    assert len([v for v in vacancies if v["title"].startswith("Baan ")]) == len(
        PAYLOADS
    )
    seen = list(stored_texts(database))
    assert len(seen) > 20 * len(PAYLOADS)
    executable = [found for found in seen if not is_only_text(found[2])]
    assert executable == []
    addresses = [t for _, column, t in seen if column in {"url", "page_url"}]
    assert len(addresses) > len(PAYLOADS)
    assert [url for url in addresses if not is_web_address(url)] == []
    read = [vacancy["url"] for vacancy in vacancies if vacancy["source"] == "pagina"]
    assert all(url.startswith(site.address) for url in read)
