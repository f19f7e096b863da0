"""The key of an installation: from its settings, or a file that only it may read."""

import base64
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from schemas.keys import KeyMissingError, vault_of
from schemas.settings import SettingError, read_settings

SOME = Random(7)  # the same in every process that runs these tests


def settings(**environment: str):
    return read_settings(environment)


def as_text(key: bytes) -> str:
    return base64.b64encode(key).decode()


@pytest.mark.asvs("11.2.3 13.3.1")
@pytest.mark.parametrize(
    "weak",
    [
        "geen sleutel",
        as_text(b"kort"),
        as_text(bytes(32)),
        as_text(b"een wachtzin van 32 letters lang"),
        as_text(bytes(range(10)) * 3 + b"ab"),
        as_text(SOME.randbytes(31)),
        as_text(SOME.randbytes(33)),
    ],
)
@pytest.mark.parametrize("name", ["SPOORZOEKER_KEK", "SPOORZOEKER_KEK_OLD"])
def test_a_weak_key_is_refused_without_repeating_it(name, weak):
    with pytest.raises(SettingError, match=name) as refused:
        settings(**{name: weak})
    assert weak not in str(refused.value)


def test_a_key_is_not_in_what_settings_say_of_themselves():
    key = os.urandom(32)
    read = settings(SPOORZOEKER_KEK=as_text(key), SPOORZOEKER_KEK_OLD=as_text(key))
    assert (read.kek, read.kek_old) == (key, (key,))
    assert "kek" not in repr(read)


@pytest.mark.asvs("13.3.1")
def test_production_does_not_start_without_a_key(tmp_path):
    with pytest.raises(KeyMissingError, match="SPOORZOEKER_KEK"):
        vault_of(settings(SPOORZOEKER_HOME=str(tmp_path), SPOORZOEKER_PRODUCTION="1"))
    assert list(tmp_path.iterdir()) == []


def test_a_trial_makes_its_own_key_once_for_its_own_eyes(tmp_path):
    home = settings(SPOORZOEKER_HOME=str(tmp_path / "new"))
    with ThreadPoolExecutor(8) as several:
        names = {one.kek for one in several.map(vault_of, [home] * 16)}
    assert len(names) == 1
    assert vault_of(home).kek in names
    (file,) = (tmp_path / "new").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_that_others_may_read_is_refused(tmp_path):
    home = settings(SPOORZOEKER_HOME=str(tmp_path))
    vault_of(home)
    (tmp_path / "kek").chmod(0o644)
    with pytest.raises(KeyMissingError, match="600"):
        vault_of(home)
