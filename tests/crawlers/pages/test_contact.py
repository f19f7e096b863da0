"""People are cut from what is kept; firms, places and the work itself stay."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.contact import without_addresses, without_contact
from tests.crawlers.pages.blocks import BLOCKS, DUTIES


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.text[:40])
def test_nobody_can_be_found_by_a_contact_block(block):
    cut = without_contact(block.text)
    assert [part for part in block.gone if part in cut] == []
    assert [part for part in block.stays if part not in cut] == []


@pytest.mark.parametrize("sentence", DUTIES)
def test_what_the_work_is_and_where_stays_word_for_word(sentence):
    assert without_contact(sentence) == sentence
