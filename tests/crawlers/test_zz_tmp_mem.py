from tests.crawlers.test_hostile import *
from tests.crawlers import test_hostile as H


def test_mem(database):
    with trap(among_good_ones(FLOODS.values())) as site:
        for path, answer in site.answers.items():
            if answer is None:
                site.answers[path] = traps.redirect(f"{site.address}{path}")
        seen = watched(database, with_sitemap(site))
    print("FLOODS", len(FLOODS), seen.memory, seen.run["status"], seen.run["error"])


def test_mem2(database):
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
        site.answers["/sitemap.xml"] = whole(
            f"<sitemapindex>{entries}</sitemapindex>", kind=XML
        )
        seen = watched(database, source("kwaad", site.address + "/sitemap.xml"))
    print("SITEMAPS", seen.memory, seen.run["status"], seen.run["error"], site.knocks)


def test_mem3(database):
    with served({}) as site:
        from tests.crawlers.adverts import career_site

        career_site(site, 3)
        seen = watched(database, source("goed", site.address + "/sitemap.xml"))
    print("ORDINARY", seen.memory)
