"""Damaged linked data is mended rung by rung, and never brings the reader down."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.ld_json import blocks_in, lower_first, nodes_of_type
from crawlers.pages.mending import LADDER, read_block

GOOD = '{"@type": "JobPosting", "title": "Kok", "url": "https://x.nl/1"}'
DAMAGE = {
    "nothing wrong": ("as is", GOOD),
    "a raw new line in a string": ("as is", GOOD.replace("Kok", "Kok\nin de zorg")),
    "a raw tab in a string": ("as is", GOOD.replace("Kok", "Kok\tin de zorg")),
    "a mark before it": ("as is", "\ufeff" + GOOD),
    "a semicolon behind it": ("as is", GOOD + ";"),
    "two objects in one script": ("as is", GOOD + GOOD.replace("Kok", "Ober")),
    "an HTML comment around it": ("as is", f"<!-- {GOOD} -->"),
    "CDATA, bare": ("as is", f"<![CDATA[{GOOD}]]>"),
    "CDATA behind slashes": ("as is", f"//<![CDATA[\n{GOOD}\n//]]>"),
    "CDATA behind stars": ("as is", f"/* <![CDATA[ */ {GOOD} /* ]]> */"),
    "CDATA and a comment": ("as is", f"<!--//--><![CDATA[//><!--\n{GOOD}\n//--><!]]>"),
    "a comment line before it": ("as is", f"// vacature\n{GOOD}"),
    "a comment line inside it": (
        "comment lines",
        GOOD.replace(', "title"', ',\n  // de functie\n "title"'),
    ),
    "escaped as a whole": ("unescaped", GOOD.replace('"', "&quot;")),
    "escaped twice as a whole": ("unescaped", GOOD.replace('"', "&amp;quot;")),
    "a dollar escaped": ("bad escapes", GOOD.replace("Kok", r"Kok \$ 12")),
    "an apostrophe escaped": ("bad escapes", GOOD.replace("Kok", r"Kok \'t Hof")),
    "an escape of another language": ("bad escapes", GOOD.replace("Kok", r"Kok \x41")),
    "half an escape": ("bad escapes", GOOD.replace("Kok", r"Kok \u12")),
    "a comma too many in an object": ("trailing comma", GOOD.replace("}", ",}")),
    "a comma too many in a list": (
        "trailing comma",
        GOOD.replace("}", ', "a": [1, 2,]}'),
    ),
    "a comma too few": (
        "missing comma",
        '{"@type": "JobPosting", "title": "Kok"\n "url": "x"}',
    ),
    "a comma too few behind an object": (
        "missing comma",
        '{"@type": "JobPosting", "title": "Kok", "n": {"a": 1}\n"url": "x"}',
    ),
    "quotes in a string": (
        "inner quotes",
        GOOD.replace("Kok", 'Kok "de beste" van Zwolle'),
    ),
    "quotes at the end of a string": (
        "inner quotes",
        GOOD.replace("Kok", 'Kok "de beste"'),
    ),
    "quotes with a comma behind them": (
        "inner quotes",
        GOOD.replace("Kok", 'Kok "de beste", zegt men'),
    ),
    "all of it at once": (
        "inner quotes",
        "<!-- " + GOOD.replace("Kok", 'Kok "ja"').replace("}", ",}") + " -->;",
    ),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_mended_by_the_first_rung_that_will_do(kind):
    rung, body = DAMAGE[kind]
    block = read_block(body)
    assert block is not None
    assert block.rung == rung
    assert block.values[0]["title"].startswith("Kok")
    assert block.values[0].keys() >= {"@type", "title", "url"}


def test_every_rung_of_the_ladder_is_needed():
    assert {rung for rung, _ in DAMAGE.values()} == {rung for rung, _ in LADDER}


def scripts(*bodies):
    return "".join(f"<script type='application/ld+json'>{b}</script>" for b in bodies)


def test_a_broken_block_takes_no_other_along():
    nodes, unread = nodes_of_type(
        scripts('{"@type": "JobPosting", "ti', GOOD), "JobPosting"
    )
    assert [node.value["title"] for node in nodes] == ["Kok"]
    assert unread == 1


def test_the_rung_is_kept_with_what_it_read():
    [node] = nodes_of_type(scripts(GOOD.replace("}", ",}")), "JobPosting")[0]
    assert node.rung == "trailing comma"


@pytest.mark.parametrize(
    "opening",
    [
        '<script type="application/LD+JSON; charset=utf-8">',
        "<script nonce=x type=application/ld+json>",
        '<script data-x="1" type = "application/ld+json" id="y">',
        "<SCRIPT TYPE='application/ld+json'>",
        '<script\n type="application/ld+json"\n data-next-head="">',
    ],
)
@pytest.mark.parametrize("place", ["<head>%s</head>", "<body><p>%s</body>", "tekst %s"])
def test_the_script_is_found_however_it_is_written_and_wherever(opening, place):
    page = place % f"{opening}{GOOD}</SCRIPT >"
    assert nodes_of_type(page, "JobPosting")[0]


def test_what_stands_before_the_doctype_hides_nothing():
    before = "\n<!-- THEME DEBUG -->\n<!--[if lt IE 9]><html class='oud'><![endif]-->\n"
    page = f"{before}<!DOCTYPE html><html><head>{scripts(GOOD)}</head></html>"
    assert len(nodes_of_type(page, "JobPosting")[0]) == 1


def test_a_script_that_is_never_closed_is_left_alone():
    assert list(blocks_in('<script type="application/ld+json">{"a": 1}')) == []


@pytest.mark.parametrize(
    "shape",
    [
        '{"@graph": [{"@type": "WebPage"}, %s]}',
        '{"@graph": [{"@graph": [%s]}]}',
        "[[%s]]",
        '{"@type": "WebPage", "mainEntity": %s}',
        '{"@type": "WebPage", "mainEntity": [{"@type": "ItemPage", "about": %s}]}',
        '{"@type": "ItemList", "itemListElement": [{"item": %s}]}',
    ],
)
def test_it_is_found_wherever_it_is_nested(shape):
    assert len(nodes_of_type(scripts(shape % GOOD), "JobPosting")[0]) == 1


@pytest.mark.parametrize(
    "kind",
    [
        '"schema:JobPosting"',
        '"https://schema.org/JobPosting"',
        '"http://schema.org#JobPosting"',
        '["Thing", "JobPosting"]',
        '"jobPosting"',
        '" JobPosting "',
    ],
)
def test_the_type_may_be_written_in_several_ways(kind):
    body = GOOD.replace('"JobPosting"', kind)
    assert len(nodes_of_type(scripts(body), "JobPosting")[0]) == 1


def test_pascal_case_and_prefixed_keys_are_read():
    body = (
        '{"@Type": "JobPosting", "Title": "Kok", "schema:datePosted": "2026-11-02",'
        ' "HiringOrganization": {"Name": "X"}}'
    )
    [node] = nodes_of_type(scripts(body), "JobPosting")[0]
    assert node.value["title"] == "Kok"
    assert node.value["datePosted"] == "2026-11-02"
    assert node.value["hiringOrganization"]["name"] == "X"


@pytest.mark.parametrize("kind", ["Occupation", "Organization", "BreadcrumbList"])
def test_other_nodes_are_left_alone(kind):
    body = f'{{"@type": "{kind}", "name": "JobPosting"}}'
    assert nodes_of_type(scripts(body), "JobPosting") == ([], 0)


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_is_survived(text):
    read_block(text)
    nodes_of_type(scripts(text), "JobPosting")
    nodes_of_type(text, "JobPosting")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 400), st.sampled_from('"{}[],:\\\n&x;/<'))
def test_any_single_blow_is_survived(position, blow):
    body = json.dumps({"@graph": [json.loads(GOOD) | {"n": [1, {"a": None}]}] * 3})
    position %= len(body)
    read_block(body[:position] + blow + body[position + 1 :])


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.text(),
        lambda c: st.lists(c) | st.dictionaries(st.text(), c),
    )
)
def test_any_json_is_walked(value):
    nodes_of_type(scripts(json.dumps(value)), "JobPosting")


def test_what_is_nested_too_deep_is_left_out():
    value = json.loads('{"a": ' * 400 + "1" + "}" * 400)
    assert json.dumps(lower_first(value)).count('"a"') < 60


MILLION = 1_000_000


@pytest.mark.parametrize(
    "body",
    [
        '{"a": "' + '"b" ' * 250_000,
        '{"a": "b" "c": ' * 60_000,
        "[" * MILLION,
        '{"a":' * 200_000,
        "[{" * 500_000,
        "\\" * MILLION,
        "&amp;" * 200_000,
        '{"x": "y",' * 100_000,
        '{"x": "y"' + "\n" * MILLION,
        " " * MILLION + "x",
        "," * MILLION,
        '{"a": [' + ", " * 400_000,
        "//" * 500_000,
        "// x\n" * 200_000 + "{",
        "<!--" * 250_000,
        "/*" * 500_000,
        "<![CDATA[" * 100_000,
        '{"a": 1' + "0" * MILLION + "}",
    ],
    ids=lambda body: f"{body[:14]!r} x {len(body)}",
)
def test_a_million_hostile_letters_cost_little_time(body):
    began = time.process_time()
    read_block(f"{body} JobPosting")
    nodes_of_type(scripts(f"{body} JobPosting"), "JobPosting")
    assert time.process_time() - began < 4


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/ld+json">' * 30_000,
        "<script " * 125_000,
        "<script type=application/ld+json " * 30_000,
        "<script" + " " * MILLION + ">",
        '<script type="application/ld+json">JobPosting</script>' * 18_000,
    ],
    ids=lambda page: f"{page[:40]!r} x {len(page)}",
)
def test_a_million_hostile_letters_of_page_cost_little_time(page):
    began = time.process_time()
    nodes_of_type(page, "JobPosting")
    assert time.process_time() - began < 4
