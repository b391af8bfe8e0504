"""Against the phonemes of the official pipeline: the same where it is right, better where not."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

_BENCH = Path(__file__).parents[2] / "bench" / "g2p.py"


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_g2p", _BENCH)
    module = sys.modules["bench_g2p"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(bench):
    return [row for row in bench.compare() if not row.wrong]


@pytest.mark.parametrize("language", "abefhip")
def test_right_readings_stay_as_they_are(language, rows, bench):
    listed = {row["text"] for row in bench.rows_of("g2p_improvements.tsv") if row["reason"]}
    mine = [row for row in rows if row.language == language]
    different = [row for row in mine if not row.equal and row.text not in listed]
    assert len(mine) > 10
    assert len(different) <= 0.02 * len(mine), different


@pytest.mark.parametrize("language", "jz")
def test_japanese_and_chinese_differ_only_where_listed(language, rows, bench):
    listed = {
        (row["text"], row["official"], row["ours"])
        for row in bench.rows_of("g2p_improvements.tsv")
        if row["language"] == language and row["reason"]
    }
    found = {(r.text, r.official, r.ours) for r in rows if r.language == language and not r.equal}
    assert found == listed


def test_misread_sentences_are_mended(bench):
    mends = list(bench.mends())
    unmended = [mend for mend in mends if not mend.mended]
    assert len(mends) > 100
    assert len(unmended) <= 0.3 * len(mends), unmended
