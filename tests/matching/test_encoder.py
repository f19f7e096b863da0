"""The model behind its protocol: unit vectors, a telling name, a clear refusal."""

import subprocess
import sys

import numpy as np
import pytest

from matching.encoder import BUNDLED, ModelMissingError, load_encoder, weights_hash

MOST_BYTES = 20_000_000


@pytest.mark.model
def test_the_bundled_model_puts_like_work_together():
    encoder = load_encoder()
    asked = encoder.encode_query(["magazijnmedewerker"])
    known = encoder.encode_document(
        ["logistiek medewerker magazijn", "tandarts", "leraar wiskunde"]
    )
    alike = (asked @ known.T)[0]
    assert known.dtype == np.float32
    assert np.allclose(np.linalg.norm(known, axis=1), 1, atol=1e-5)
    assert alike.argmax() == 0
    assert alike[0] > 0.5 > alike[1]


@pytest.mark.model
def test_the_name_changes_with_the_weights(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    assert load_encoder().name == f"spoorzoeker-nl-{weights_hash(BUNDLED)}"
    assert weights_hash(tmp_path) != weights_hash(BUNDLED)


@pytest.mark.model
def test_a_text_without_words_is_alike_to_nothing():
    rows = load_encoder().encode_document(["🚀", "", "kok"])
    assert np.isfinite(rows).all()


def test_a_folder_that_holds_no_model_is_refused_by_name(tmp_path):
    with pytest.raises(ModelMissingError, match=tmp_path.name):
        load_encoder(str(tmp_path))


def test_the_bundled_model_is_small():
    size = sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file())
    assert size < MOST_BYTES


def test_importing_the_encoder_loads_no_model_library():
    heavy = "print([n for n in ('torch', 'numpy', 'sklearn') if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, matching.encoder; {heavy}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
