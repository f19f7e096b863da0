"""Damaged linked data is mended rung by rung, and never brings the reader down."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.pages.ld_json import nodes_of_type, read_block

GOOD = '{"@type": "JobPosting", "title": "Kok", "url": "https://x.nl/1"}'
DAMAGE = [
    ("as is", GOOD),
    ("as is", "\ufeff" + GOOD),
    ("as is", GOOD + ";"),
    ("as is", f"<!-- {GOOD} -->"),
    ("as is", f"//<![CDATA[\n{GOOD}\n//]]>"),
    ("as is", f"/* <![CDATA[ */ {GOOD} /* ]]> */"),
    ("as is", f"<![CDATA[{GOOD}]]>"),
    ("as is", GOOD.replace("Kok", "Kok\n\tin de zorg")),
    ("as is", f"// vacature\n{GOOD}"),
    ("as is", GOOD + GOOD.replace("Kok", "Ober")),
    ("unescaped", GOOD.replace('"', "&quot;")),
    ("unescaped", GOOD.replace('"', "&amp;quot;")),
    ("bad escapes", GOOD.replace("Kok", r"Kok \$ \'t Hof")),
    ("bad escapes", GOOD.replace("Kok", r"Kok \x41")),
    ("trailing comma", GOOD.replace("}", ",}")),
    ("trailing comma", GOOD.replace("}", ', "a": [1, 2,],}')),
    ("missing comma", '{"@type": "JobPosting", "title": "Kok"\n "url": "x"}'),
    (
        "missing comma",
        '{"@type": "JobPosting", "title": "Kok", "n": {"a": 1}\n"url": "x"}',
    ),
    ("inner quotes", GOOD.replace("Kok", 'Kok "de beste" van Zwolle')),
    ("inner quotes", GOOD.replace("Kok", 'Kok "de beste"')),
]


@pytest.mark.parametrize(("rung", "body"), DAMAGE)
def test_damage_is_mended_by_the_first_rung_that_will_do(rung, body):
    block = read_block(body)
    assert block is not None
    assert block.rung == rung
    assert block.values[0]["title"].startswith("Kok")


def scripts(*bodies):
    return "".join(f"<script type='application/ld+json'>{b}</script>" for b in bodies)


def test_a_broken_block_takes_no_other_along():
    nodes, unread = nodes_of_type(
        scripts('{"@type": "JobPosting", "ti', GOOD), "JobPosting"
    )
    assert [node.value["title"] for node in nodes] == ["Kok"]
    assert unread == 1


@pytest.mark.parametrize(
    "opening",
    [
        '<script type="application/LD+JSON; charset=utf-8">',
        "<script nonce=x type=application/ld+json>",
        '<script data-x="1" type = "application/ld+json" id="y">',
    ],
)
def test_the_script_is_found_however_it_is_written(opening):
    assert nodes_of_type(f"<p>{opening}{GOOD}</script>", "JobPosting")[0]


@pytest.mark.parametrize(
    "shape",
    [
        '{"@graph": [{"@type": "WebPage"}, %s]}',
        "[[%s]]",
        '{"@type": "WebPage", "mainEntity": %s}',
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
        '["Thing", "JobPosting"]',
    ],
)
def test_the_type_may_be_written_in_several_ways(kind):
    body = GOOD.replace('"JobPosting"', kind)
    assert len(nodes_of_type(scripts(body), "JobPosting")[0]) == 1


def test_pascal_case_keys_are_read():
    body = (
        '{"@type": "JobPosting", "Title": "Kok", "HiringOrganization": {"Name": "X"}}'
    )
    [node] = nodes_of_type(scripts(body), "JobPosting")[0]
    assert node.value["hiringOrganization"]["name"] == "X"


def test_other_nodes_are_left_alone():
    assert nodes_of_type(
        scripts('{"@type": "Occupation", "name": "Kok"}'), "JobPosting"
    ) == (
        [],
        0,
    )


@given(st.text())
def test_any_text_is_survived(text):
    read_block(text)
    nodes_of_type(scripts(text), "JobPosting")


@given(st.integers(0, 400), st.sampled_from('"{}[],:\\\n&x'))
def test_any_single_blow_is_survived(position, blow):
    body = json.dumps({"@graph": [json.loads(GOOD) | {"n": [1, {"a": None}]}] * 3})
    position %= len(body)
    read_block(body[:position] + blow + body[position + 1 :])


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(),
        lambda c: st.lists(c) | st.dictionaries(st.text(), c),
    )
)
def test_any_json_is_walked(value):
    nodes_of_type(scripts(json.dumps(value)), "JobPosting")


@pytest.mark.parametrize(
    "body",
    ['{"a": "' + '"b" ' * 20_000, "[" * 100_000, '{"a":' * 50_000, "\\" * 200_000,
     "&amp;" * 100_000, '{"x": "y",' * 40_000],
)  # fmt: skip
def test_hostile_blocks_cost_no_time(body):
    began = time.monotonic()
    read_block(body)
    assert time.monotonic() - began < 3
