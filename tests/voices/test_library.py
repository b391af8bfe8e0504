from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.errors import RequestError, VoiceError
from kokoro_studio.voices import (
    VOICES,
    all_voices,
    annotate_voice,
    delete_voice,
    duplicate_voice,
    find_own,
    find_voice,
    keep_blend,
    load_pack,
    mix,
    own_voices,
    parse_formula,
    portable_formula,
    rename_voice,
    restore_voice,
)
from kokoro_studio.voices.library.ids import voice_id_for
from kokoro_studio.voices.library.names import check_name

MIX = "af_heart*0.6 + bf_emma*0.4"


@pytest.fixture(autouse=True)
def empty(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))


def test_listing_makes_no_files(tmp_path):
    assert own_voices() == [] and list(all_voices()) == list(VOICES)
    with pytest.raises(VoiceError, match="did you mean"):
        find_voice("af_hart")
    assert not (tmp_path / "data").exists()


def test_a_kept_mix_is_a_voice_like_any_other():
    own = keep_blend("Night  narrator", MIX, notes="for chapter one")
    assert (own.id, own.voice.name, own.formula) == ("af_night_narrator", "Night narrator", MIX)
    assert own.voice.traits == "of Heart and Emma" and own.voice.licence == "Apache-2.0"
    assert dict(own.parents) == {name: VOICES[name].sha256 for name in ("af_heart", "bf_emma")}
    assert torch.equal(load_pack(own.id), mix(parse_formula(MIX)))
    assert torch.equal(mix(parse_formula("af_night_narrator")), load_pack(own.id))
    assert find_voice(own.id) == own.voice and list(all_voices())[-1] == own.id
    assert str(parse_formula("af_night_narrator(1)+af_sky(1)")) == (
        "af_night_narrator*0.5 + af_sky*0.5"
    )


def test_split_halves_and_methods_are_kept_too():
    formula = "timbre(am_adam*0.7 + af_sky*0.3) delivery(bf_emma) @slerp"
    own = keep_blend("Odd one", formula)
    assert own.id == "am_odd_one"
    assert torch.equal(load_pack(own.id), mix(parse_formula(formula)))


def test_rename_duplicate_annotate():
    keep_blend("First", MIX)
    assert rename_voice("af_first", "Premier").id == "af_premier"
    assert duplicate_voice("af_premier").voice.name == "Premier 2"
    assert duplicate_voice("af_premier").id == "af_premier_3"
    assert annotate_voice("af_premier_2", "softer").notes == "softer"
    assert torch.equal(load_pack("af_premier_3"), mix(parse_formula(MIX)))
    assert [own.id for own in own_voices()] == ["af_premier_3", "af_premier_2", "af_premier"]
    with pytest.raises(VoiceError, match="no own voice"):
        rename_voice("af_first", "Again")
    with pytest.raises(VoiceError, match="already"):
        rename_voice("af_premier", "Premier 2")


def test_deleting_can_be_undone_even_when_the_name_is_taken():
    keep_blend("Fleeting", MIX)
    delete_voice("af_fleeting")
    assert find_own("af_fleeting") is None
    with pytest.raises(VoiceError, match="has been deleted"):
        parse_formula("af_fleeting")
    assert restore_voice("af_fleeting").id == "af_fleeting"
    delete_voice("af_fleeting")
    keep_blend("Fleeting", "af_sky")
    assert restore_voice("af_fleeting").voice.name == "Fleeting 2"
    assert torch.equal(load_pack("af_fleeting"), load_pack("af_sky"))
    assert torch.equal(load_pack("af_fleeting_2"), mix(parse_formula(MIX)))
    with pytest.raises(VoiceError, match="no deleted voice"):
        restore_voice("af_fleeting")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "needs a name"),
        ("   ", "needs a name"),
        ("x" * 41, "41 characters"),
        ("?!", "neither a letter"),
        ("🎉", "neither a letter"),
        ("a\u200bb", "cannot be seen"),
        ("Heart", "already"),
        ("HÉART", "already"),
    ],
)
def test_names_that_cannot_be(name, says):
    with pytest.raises(VoiceError, match=says):
        keep_blend(name, MIX)
    assert own_voices() == []


@given(st.text(max_size=60))
def test_any_name_makes_an_id_that_formulas_read_or_one_sentence(name):
    try:
        voice_id = voice_id_for(check_name(name), "a", "female")
    except VoiceError as error:
        assert "\n" not in str(error)
    else:
        assert voice_id.isascii() and voice_id.isidentifier() and voice_id.islower()


@pytest.mark.parametrize(
    ("name", "voice_id"),
    [
        ("月の声", "af_6708no58f0"),
        ("Голос ночи", "af_gheoeloes_enochei"),
        ("आवाज़ १", "af_aavaaaja_1"),
        ("صوت القمر", "af_sadwawteh_aleflamqafmeemreh"),
        ("안녕", "af_annyeong"),
        ("Straße der Ærø", "af_strase_der_aero"),
        ("می\u200cخواهم", "af_meemyehkhahwawalefhehmeem"),
    ],
)
def test_a_name_in_any_script_is_kept_beside_an_id_that_formulas_read(name, voice_id):
    own = keep_blend(name, MIX)
    assert (own.voice.name, own.id) == (name, voice_id)
    assert parse_formula(f"{own.id}*0.5 + af_sky*0.5").voices == (voice_id, "af_sky")
    assert torch.equal(load_pack(own.id), mix(parse_formula(MIX)))
    assert duplicate_voice(own.id).voice.name == f"{name} 2"
    assert rename_voice(own.id, name * 2).voice.name == name * 2


def test_long_names_that_begin_alike_have_ids_of_their_own():
    ids = {keep_blend("夜" * 38 + end, MIX).id for end in ("の", "声", "夜", "夜夜")}
    assert len(ids) == 4 and all(len(voice_id) <= 64 for voice_id in ids)


def test_no_two_voices_share_a_name():
    assert keep_blend("Night", "am_adam").id == "am_night"
    for name in ("Night", "NIGHT", "Heart"):
        with pytest.raises(VoiceError, match="already"):
            keep_blend(name, "af_heart" if name != "Heart" else "am_adam")
    keep_blend("の", MIX)
    with pytest.raises(VoiceError, match="makes the id af_no, which a voice has already"):
        keep_blend("No", MIX)
    assert rename_voice("am_night", "NIGHT").voice.name == "NIGHT"
    with pytest.raises(VoiceError, match="already"):
        rename_voice("am_night", "Emma")


def test_language_and_gender_of_a_voice_can_be_changed():
    keep_blend("Mine", MIX)
    changed = rename_voice("af_mine", language="j", gender="male")
    assert (changed.id, changed.voice.name, changed.voice.language) == ("jm_mine", "Mine", "j")
    assert changed.voice.gender == "male" and find_own("af_mine") is None
    for kind in ({"language": "x"}, {"language": "ab"}, {"gender": "other"}):
        with pytest.raises(VoiceError, match="A voice cannot be of language"):
            rename_voice("jm_mine", **kind)


def test_a_morph_is_not_one_voice():
    with pytest.raises(VoiceError, match="one of its ends"):
        keep_blend("Moving", "af_heart -> bm_george")


def test_a_changed_voice_is_never_stale():
    keep_blend("Same", "af_heart")
    mixed = mix(parse_formula("af_same*0.5 + af_sky*0.5"))
    delete_voice("af_same")
    keep_blend("Same", "af_bella*0.5 + am_adam*0.5 ")
    assert not torch.equal(mix(parse_formula("af_same*0.5 + af_sky*0.5")), mixed)


def test_a_shared_formula_names_released_voices():
    keep_blend("Base", MIX)
    keep_blend("Bent", f"{MIX} @slerp")
    assert portable_formula("af_base") == MIX
    assert portable_formula("af_bent") == f"{MIX} @slerp"
    assert portable_formula("af_base*0.5 + af_sky*0.5") == (
        "af_heart*0.3 + bf_emma*0.2 + af_sky*0.5"
    )
    assert portable_formula("af_base -> af_sky") == f"{MIX} -> af_sky"
    assert portable_formula("af_bent*0.5 + af_sky*0.5") == "af_bent*0.5 + af_sky*0.5"
    mine, portable = "af_base*0.25 + am_adam*0.75", "af_heart*0.15 + bf_emma*0.1 + am_adam*0.75"
    assert portable_formula(mine) == portable
    assert torch.allclose(mix(parse_formula(mine)), mix(parse_formula(portable)), atol=1e-5)


def test_a_recipe_s_pitch_is_shared_with_it():
    kept = "timbre(af_heart) delivery(am_puck) pitch(af_heart)"
    keep_blend("Kept", kept)
    assert portable_formula("af_kept") == kept
    for formula in (
        "af_kept*0.5 + bf_emma*0.5",
        "timbre(bf_emma) delivery(af_kept)",
        "timbre(bf_emma) delivery(af_kept*0.3 + am_adam*0.7) pitch(af_kept)",
        "timbre(bf_emma) delivery(am_adam) pitch(af_kept*0.5 + am_onyx*0.5)",
    ):
        portable = portable_formula(formula)
        assert "af_kept" not in portable
        one, other = (mix(parse_formula(each)) for each in (formula, portable))
        assert torch.allclose(one, other, atol=2e-4)
    pushed = "timbre(bf_emma) delivery(af_kept*1 - am_adam*0.2)"
    assert portable_formula(pushed) == pushed


def test_a_recipe_that_makes_another_sound_now_is_not_shared():
    keep_blend("Base", MIX)
    keep_blend("Upper", "af_base*0.5 + af_sky*0.5")
    assert portable_formula("af_upper") == "af_base*0.5 + af_sky*0.5"
    delete_voice("af_base")
    assert portable_formula("af_upper") == "af_upper"
    keep_blend("Base", "af_bella*0.5 + af_nova*0.5")
    assert portable_formula("af_upper*0.5 + af_sky*0.5") == "af_upper*0.5 + af_sky*0.5"


def in_another_process(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", f"from kokoro_studio.voices import *\n{code}"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


@pytest.mark.slow
def test_processes_see_each_other_and_names_stay_unique():
    keep_blend("Mine", MIX)
    code = "print(len(own_voices()))\nfor n in range(30): keep_blend(f'Voice {n}', 'af_sky')"
    others = [in_another_process(code) for _ in range(2)]
    said = [other.communicate()[0] for other in others]
    ids = [own.id for own in own_voices()]
    assert len(ids) == len(set(ids)) == 31
    assert all(text[0].isdigit() for text in said)
    assert sum("already" in text for text in said) == 1  # one stumbled over the other's name


@pytest.mark.slow
def test_killed_while_saving_it_stays_whole():
    code = "print('go', flush=True)\nfor n in range(100_000): keep_blend(f'V {n}', 'af_sky')"
    for wait in (0.05, 0.2, 0.4):
        writer = in_another_process(code)
        assert writer.stdout is not None and writer.stdout.readline() == "go\n"
        time.sleep(wait)  # the moment of the kill is the test
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        for own in own_voices():
            assert torch.equal(load_pack(own.id), load_pack("af_sky"))
            delete_voice(own.id)


@pytest.mark.slow
def test_several_may_be_the_first_to_open_it(tmp_path):
    code = f"""
import os, time
from kokoro_studio.storage.database import open_store
print("ready", flush=True)
start = float(input())
for n in range(30):
    os.environ["KOKORO_DATA"] = f"{tmp_path}/{{n}}"
    time.sleep(max(0, start + n * 0.05 - time.time()))
    open_store()
print("open", len(own_voices()))
"""
    firsts = [in_another_process(code) for _ in range(4)]
    for process in firsts:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    start = time.time() + 0.1
    for process in firsts:
        assert process.stdin is not None
        process.stdin.write(f"{start}\n")
        process.stdin.flush()
    assert [process.communicate()[0].splitlines()[-1] for process in firsts] == ["open 0"] * 4


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(RequestError, match="set KOKORO_DATA"):
        keep_blend("Nowhere", MIX)
    monkeypatch.setenv("KOKORO_DATABASE", "not a url")
    with pytest.raises(RequestError, match="KOKORO_DATABASE is not"):
        own_voices()


def test_another_database_by_url(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATABASE", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    keep_blend("Elsewhere", MIX)
    assert (tmp_path / "elsewhere.db").exists() and not (tmp_path / "data").exists()
    monkeypatch.delenv("KOKORO_DATABASE")
    assert own_voices() == []


def test_data_of_a_newer_studio_is_refused(tmp_path):
    import sqlite3

    keep_blend("Old", MIX)
    with sqlite3.connect(tmp_path / "data" / "studio.db") as database:
        database.execute("update studio set schema = 99")
    from kokoro_studio.storage.database import _open

    _open.cache_clear()
    with pytest.raises(RequestError, match="newer Kokoro Studio"):
        own_voices()
    assert os.path.exists(tmp_path / "data" / "studio.db")
