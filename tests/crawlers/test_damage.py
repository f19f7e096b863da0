"""The traps that vacancy sites hold, each with the tests that spring it.

The sentences are ours; where each trap was met is in the research behind the project.
Traps of liveness (soft-404 learned per host, redirects, honest lastmod, lists that
shrink, age) and of one job told twice have tests of their own in `collecting` and
`clustering`.
"""

import ast
import json
from datetime import date
from pathlib import Path

import pytest

from crawlers.pages.plain_text import plain_text
from schemas.gazetteer_source import dutch_places
from schemas.tables import pages as page_table
from schemas.tables import places
from tests.crawlers.adverts import TEXT, career_site, job, page, sitemap
from tests.crawlers.crawling import crawled, export, source
from tests.crawlers.site import Reply, served

HERE = Path(__file__).parent
LD, JOB, TXT = (
    "pages/test_ld_json.py",
    "pages/test_jobposting.py",
    "pages/test_plain_text.py",
)
WHO, KEY, HEAD = "pages/test_contact.py", "pages/test_identity.py", "pages/test_page.py"
MAP, SSRF, EVIL = (
    "platforms/test_sitemap.py",
    "fetching/test_addresses.py",
    "test_hostile.py",
)
HERE_TOO = "test_damage.py"

TRAPS = (
    ("raw new lines, trailing and missing commas, odd escapes, inner quotes, BOM, CDATA,"
     " comments, whole JSON escaped: a ladder of repairs, and the rung is kept",
     (LD, "test_damage_is_mended_by_the_first_rung_that_will_do"),
     (LD, "test_every_rung_of_the_ladder_is_needed"),
     (JOB, "test_the_rung_that_mended_a_page_is_its_origin")),
    ("one broken block spoils the good ones beside it",
     (LD, "test_a_broken_block_takes_no_other_along")),
    ("LD+JSON in capitals, with a charset, unquoted, with a nonce, in the body",
     (LD, "test_the_script_is_found_however_it_is_written_and_wherever")),
    ("text and IE comments before the doctype",
     (LD, "test_what_stands_before_the_doctype_hides_nothing"),
     (HEAD, "test_what_a_head_says_is_read_without_a_tree")),
    ("@graph, arrays, mainEntity", (LD, "test_it_is_found_wherever_it_is_nested")),
    ("@type as a list, a prefix or a full address",
     (LD, "test_the_type_may_be_written_in_several_ways")),
    ("keys in PascalCase", (LD, "test_pascal_case_and_prefixed_keys_are_read")),
    ("several postings on one page, a list page with all, no address of their own",
     (JOB, "test_several_jobs_on_one_page_have_keys_of_their_own"),
     (JOB, "test_several_jobs_with_addresses_keep_those"),
     (JOB, "test_one_reference_for_two_jobs_on_a_page_makes_two_keys")),
    ("other nodes, and an estimated salary that is nobody's offer",
     (LD, "test_other_nodes_are_left_alone"),
     ("pages/test_wages.py", "test_an_estimate_is_called_one"),
     (JOB, "test_an_estimated_salary_is_never_the_salary")),
    ("description escaped once or twice",
     (TXT, "test_escaped_markup_is_undone_at_most_twice"),
     (JOB, "test_an_escaped_description_is_unescaped_at_most_twice")),
    ("inline styles, scripts, iframes and trackers in it",
     (TXT, "test_scripts_styles_and_trackers_leave_nothing")),
    ("words glued together", (JOB, "test_words_glued_together_are_taken_apart"),
     (JOB, "test_a_page_with_its_lines_is_better_than_glued_words")),
    ("a teaser, or a text cut off with an ellipsis",
     (JOB, "test_a_teaser_or_a_cut_text_is_replaced_by_the_page")),
    ("jobLocation as string, list, NA, place name or with the employer before it",
     (JOB, "test_the_shapes_of_a_place"), (HERE_TOO, "test_every_damaged_page_is_stored")),
    ("MonetaryAmount, QuantitativeValue, number, words, unit outside or inside",
     ("pages/test_wages.py", "test_the_shapes_of_a_wage")),
    ("unavailable_after in a meta tag or an X-Robots-Tag header",
     (HEAD, "test_the_day_after_which_a_page_is_outdated"),
     (JOB, "test_a_page_that_names_its_last_day_closes_on_it"),
     (HERE_TOO, "test_every_damaged_page_is_stored")),
    ("a soft 404 with a real title", ("pages/test_gone.py",
     "test_the_page_has_the_last_word_over_its_linked_data")),
    ("linked data that outlives its vacancy: the text beats it",
     ("pages/test_gone.py", "test_the_page_has_the_last_word_over_its_linked_data"),
     (HERE_TOO, "test_linked_data_of_a_closed_vacancy_is_not_believed")),
    ("an advert that itself speaks of closing",
     ("pages/test_gone.py", "test_words_about_closing_close_nothing_by_themselves")),
    ("canonical: relative, of the list, of another job, with a base",
     (HEAD, "test_a_canonical_address_is_believed_on_its_own_site"),
     (JOB, "test_the_address_for_people_is_this_very_job")),
    ("tracking, session, language and slug in an address",
     (KEY, "test_an_address_to_print_has_no_campaign_and_no_markup"),
     (KEY, "test_language_slug_and_campaign_make_no_other_job"),
     (KEY, "test_the_number_of_a_job_as_each_platform_writes_it"),
     (JOB, "test_locale_and_slug_in_the_address_make_no_second_vacancy")),
    ("a Dutch and an English page of one job",
     (KEY, "test_of_a_page_and_its_translations_the_dutch_one_is_visited"),
     (JOB, "test_a_translation_has_the_key_of_its_dutch_page"),
     (HERE_TOO, "test_of_a_dutch_and_an_english_page_the_dutch_one_is_read")),
    ("recruiters in the text", (WHO, "test_nobody_can_be_found_by_a_contact_block"),
     (WHO, "test_what_the_work_is_and_where_stays_word_for_word"),
     (WHO, "test_no_advert_of_the_gold_set_loses_a_word")),
    ("mail addresses hidden by Cloudflare: never decoded",
     (WHO, "test_of_a_raw_page_no_number_mail_or_profile_is_kept")),
    ("charset wrong or missing, windows-1252, mojibake",
     ("pages/test_encoding.py", "test_a_wrong_or_missing_encoding_costs_no_letter"),
     (HERE_TOO, "test_every_damaged_page_is_stored")),
    ("letters that hide or turn the text",
     ("pages/test_letters.py", "test_letters_nobody_sees_or_that_turn_the_text_are_taken_out")),
    ("gzip bomb, giant answer, endless page, slow answer",
     (EVIL, "test_no_flood_or_bomb_stops_a_crawl_or_fills_the_memory"),
     (EVIL, "test_whoever_keeps_us_waiting_is_left_after_a_while")),
    ("huge or nested sitemap, loops, another host in it",
     (MAP, "test_no_sitemap_takes_minutes_or_fills_the_memory"),
     (MAP, "test_a_sitemap_longer_than_the_rules_allow_is_cut"),
     (EVIL, "test_no_sitemap_blows_up_reads_a_file_or_fetches_an_entity")),
    ("XML entities", (MAP, "test_what_can_define_entities_is_no_sitemap"),
     (EVIL, "test_no_feed_blows_up_reads_a_file_or_fetches_an_entity")),
    ("a consent wall or a challenge in the place of the page",
     ("pages/test_walls.py", "test_a_wall_is_known_and_named"),
     ("pages/test_walls.py", "test_a_page_that_only_names_a_guard_is_a_page"),
     (HERE_TOO, "test_a_wall_is_blocked_and_not_changed")),
    ("HTML where JSON was expected", (HERE_TOO, "test_html_where_json_belongs_is_changed")),
    ("an inner address in a source, a redirect, a name that changes its mind",
     (SSRF, "test_addresses_of_the_inside"), (EVIL, "test_no_redirect_leads_inward"),
     (EVIL, "test_a_name_that_comes_to_mean_this_machine_leads_nowhere")),
)  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap[0][:60])
def test_every_trap_has_its_tests(trap):
    _, *tests = trap
    assert tests
    for path, name in tests:
        functions = {
            node.name
            for node in ast.parse((HERE / path).read_text()).body
            if isinstance(node, ast.FunctionDef)
        }
        assert name in functions, f"{path} has no {name}"


LONG = TEXT.format(place="Zwolle")
FACTS = (
    "title",
    "place",
    "postcode",
    "source_key",
    "valid_through",
    "language",
    "salary_min",
)


def told(number, **expected):
    return {"source_key": f"w{number}", **expected}


def broken(number, old, new, **other):
    return page(json.dumps(job(number, **other)).replace(old, new, 1))


DAMAGED = {
    "comma": (broken(1, '"datePosted"', ', "datePosted"'), None),
    "missing": (
        page(json.dumps(job(2), indent=1).replace(",\n", "\n")),
        told(2, title="Winkelmedewerker 2"),
    ),
    "escaped": (
        page(json.dumps(job(3)).replace("<", "").replace('"', "&quot;")),
        told(3, title="Winkelmedewerker 3"),
    ),
    "graph": (page({"@graph": [{"@type": "WebSite"}, job(4)]}), told(4, place="Zwolle")),
    "pascal": (
        page({"@type": "JobPosting", "Title": "Kok", "Description": LONG,
              "Identifier": "w5", "JobLocation": "Zwolle"}),
        told(5, title="Kok", place="Zwolle"),
    ),
    "prefix": (
        page(job(6, jobLocation={"address": {"addressLocality": "Winkel De Wilg - Zwolle"}})),
        told(6, place="Zwolle"),
    ),
    "na": (
        page(job(7, jobLocation={"address": {"addressLocality": "NA", "postalCode": "8011"}})),
        told(7, place=None, postcode="8011"),
    ),
    "bidi": (page(job(8, title="Kok \u202ethcan\u202c\u200b dienst")), told(8, title="Kok thcan dienst")),
    "estimate": (
        page(job(9, description=LONG.replace("€ 15,20 per uur", "een goed loon")),
             {"@type": "Occupation", "estimatedSalary": [{"minValue": 3757, "maxValue": 5000}]}),
        told(9, salary_min=None),
    ),
    "cp1252": (
        Reply(page(job(10, title="Eén café-kok à la carte")).replace(r"\u00e9", "é")
              .replace(r"\u00e0", "à").encode("cp1252"), kind="text/html"),
        told(10, title="Eén café-kok à la carte"),
    ),
    "robots": (
        Reply(page(job(11)), headers={"X-Robots-Tag": "unavailable_after: 25-Dec-2099 15:00:00 GMT"}),
        told(11, valid_through=date(2099, 12, 25)),
    ),
    "meta": (
        page(job(12)).replace(
            "<head>", '<head><meta name=robots content="unavailable_after: 2099-11-16">'
        ),
        told(12, valid_through=date(2099, 11, 16)),
    ),
}  # fmt: skip


@pytest.fixture
def gazetteer(database):
    with database.connect() as db:
        places.store_places(db, list(dutch_places()))


@pytest.mark.usefixtures("gazetteer")
def test_every_damaged_page_is_stored(database):
    with served(
        {f"/vacatures/{name}-x": body for name, (body, _) in DAMAGED.items()}
    ) as site:
        site.pages["/sitemap.xml"] = sitemap(site.address + path for path in site.pages)
        crawled(database, [source("wilg", site.address + "/sitemap.xml")])
    stored = {
        v["source_key"]: {name: v[name] for name in FACTS} for v in export(database)
    }
    wanted = [want for _, want in DAMAGED.values() if want]
    read = [
        {name: stored.get(want["source_key"], {}).get(name) for name in want}
        for want in wanted
    ]
    assert read == wanted
    [estimate] = [v for v in export(database) if v["source_key"] == "w9"]
    assert estimate["provenance"]["salary_estimate"]["part"] == "estimate"


def test_linked_data_of_a_closed_vacancy_is_not_believed(database):
    closed = "<main><h1>Kok</h1><p>Deze vacature is inmiddels vervuld.</p></main>"
    with served({}) as site:
        paths = career_site(site, 5)
        wilg = source("wilg", site.address + "/sitemap.xml")
        crawled(database, [wilg])
        site.pages[paths[1]] = page(job(2), body=closed)
        crawled(database, [wilg])
    gone = [v["source_key"] for v in export(database) if v["status"] == "gone"]
    assert gone == ["w2"]


def test_of_a_dutch_and_an_english_page_the_dutch_one_is_read(database):
    dutch, english = "/nl/nl/job/26209/Medewerker", "/en/nl/job/26209/Worker"
    pages = {
        english: page(job(1, identifier=None, title="Worker"), language="en"),
        dutch: page(job(1, identifier=None, title="Medewerker")),
    }
    with served(pages) as site:
        site.pages["/sitemap.xml"] = sitemap(site.address + path for path in pages)
        crawled(database, [source("wilg", site.address + "/sitemap.xml")])
        asked = [path for path in site.paths() if path in pages]
    assert asked == [dutch]
    [vacancy] = export(database)
    assert (vacancy["source_key"], vacancy["title"]) == ("26209", "Medewerker")


@pytest.mark.parametrize("status", [200, 503])
def test_a_wall_is_blocked_and_not_changed(database, status):
    wall = "<title>Even geduld...</title><div id='px-captcha'>Ben je een robot?</div>"
    with served(
        {"/vacatures/een": page(job(1)), "/vacatures/twee": page(job(2))}
    ) as site:
        site.pages["/sitemap.xml"] = sitemap(site.address + path for path in site.pages)
        wilg = source("wilg", site.address + "/sitemap.xml")
        crawled(database, [wilg])
        for path in ("/vacatures/een", "/vacatures/twee"):
            site.pages[path] = Reply(wall, status=status)
        [run] = crawled(database, [wilg])
    assert run["status"] == "blocked"
    assert {v["status"] for v in export(database)} == {"open"}


def test_html_where_json_belongs_is_changed(database):
    with served({"/api/offers/": "<html><h1>Nieuwe website</h1></html>"}) as site:
        [run] = crawled(database, [source("bord", site.address + "/", "recruitee")])
    assert run["status"] == "changed"
    assert "JSON" in run["error"]


HIDDEN_MAIL = (
    '<a href="/cdn-cgi/l/email-protection#543d3a323b142c7a3a38">mail</a>'
    '<span class="__cf_email__" data-cfemail="543d3a323b142c7a3a38">[email&#160;protected]</span>'
    '<p><a href="https://www.linkedin.com/in/noor-dijkhuis/">Noor</a></p>'
    '<p><a href="tel:+31612345678">bel mij</a></p>'
)


def test_nobody_can_be_found_in_what_is_kept_of_a_page(database):
    """Names stay in a raw page for its thirty days; no number, mail or profile does."""
    body = f"<main><h1>Kok</h1>{HIDDEN_MAIL}</main>"
    with served(
        {"/vacatures/een": page(job(1, description=LONG + HIDDEN_MAIL), body=body)}
    ) as site:
        url = f"{site.address}/vacatures/een"
        site.pages["/sitemap.xml"] = sitemap([url])
        crawled(database, [source("wilg", site.address + "/sitemap.xml")])
    with database.connect("crawler") as db:
        raw = page_table.text_of(db, "wilg", url)
    [vacancy] = export(database)
    for kept in (raw, vacancy["text"], json.dumps(vacancy, default=str)):
        for personal in (
            "543d3a",
            "noor-dijkhuis",
            "612345678",
            "12345671",
            "@example",
        ):
            assert personal not in kept
    assert "Noor" not in vacancy["text"]
    assert "[e-mailadres]" in vacancy["text"]
    assert plain_text(LONG)[:60] == vacancy["text"][:60]
