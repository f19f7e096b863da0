"""What is sealed opens where it was sealed, for whom, by whoever has the key."""

import os
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.vault import (
    BrokenSealError,
    Cell,
    UnknownKeyError,
    Vault,
    WrappedKey,
    name_of,
)

WHO = uuid4()
CELL = Cell(table="attempt", column="note_sealed", row="1")
OLD, NEW = os.urandom(32), os.urandom(32)


@pytest.fixture
def key():
    vault = Vault(OLD)
    return vault.key(vault.new_key(WHO))


@given(text=st.text())
def test_every_text_comes_back_as_it_was(text):
    vault = Vault(OLD)
    key = vault.key(vault.new_key(WHO))
    assert key.open(CELL, key.seal(CELL, text)) == text


@pytest.mark.asvs("11.3.2 11.3.3 11.3.4")
@given(at=st.integers(min_value=0), flip=st.integers(1, 255))
def test_one_changed_byte_and_it_does_not_open(at, flip):
    vault = Vault(OLD)
    key = vault.key(vault.new_key(WHO))
    sealed = bytearray(key.seal(CELL, "Tillen tot 10 kg."))
    sealed[at % len(sealed)] ^= flip
    with pytest.raises(BrokenSealError):
        key.open(CELL, bytes(sealed))


@pytest.mark.parametrize(
    "cell",
    [
        replace(CELL, table="task"),
        replace(CELL, column="note"),
        replace(CELL, row="2"),
    ],
)
def test_moved_to_another_cell_it_does_not_open(key, cell):
    with pytest.raises(BrokenSealError):
        key.open(cell, key.seal(CELL, "geheim"))


def test_the_key_of_somebody_else_does_not_open_it(key):
    vault = Vault(OLD)
    other = vault.key(vault.new_key(uuid4()))
    with pytest.raises(BrokenSealError):
        other.open(CELL, key.seal(CELL, "geheim"))


@pytest.mark.asvs("11.3.4")
def test_the_same_text_is_never_sealed_the_same_way_twice(key):
    assert len({key.seal(CELL, "geheim") for _ in range(1000)}) == 1000


def test_a_key_laid_in_somebody_elses_row_does_not_open():
    vault = Vault(OLD)
    with pytest.raises(BrokenSealError):
        vault.key(replace(vault.new_key(WHO), candidate_id=uuid4()))


@pytest.mark.parametrize("rest", [b"", b"\x01", b"\x01" + bytes(12), b"\x02" * 40])
def test_what_was_never_sealed_does_not_open(key, rest):
    with pytest.raises(BrokenSealError):
        key.open(CELL, rest)


def test_after_a_rotation_the_same_data_key_opens_what_was_sealed():
    before = Vault(OLD)
    wrapped = before.new_key(WHO)
    sealed = before.key(wrapped).seal(CELL, "geheim")
    rotated = Vault(NEW, [OLD]).rewrapped(wrapped)
    assert rotated.kek == name_of(NEW) != wrapped.kek
    assert Vault(NEW).key(rotated).open(CELL, sealed) == "geheim"
    with pytest.raises(UnknownKeyError, match=wrapped.kek):
        Vault(NEW).key(wrapped)


def test_no_key_is_in_the_name_by_which_it_is_called():
    wrapped = Vault(OLD).new_key(WHO)
    assert isinstance(wrapped, WrappedKey)
    assert wrapped.kek == name_of(OLD)
    assert len(wrapped.kek) == 16
    assert OLD.hex()[:16] != wrapped.kek
