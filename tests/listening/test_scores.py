from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t, wilcoxon

from kokoro_studio.errors import RequestError
from kokoro_studio.listening.statistics.scores import (
    COUNTED_OUT,
    Sheet,
    compare,
    holm,
    screen,
    signed_rank,
    summarise,
)

VOICES = {"heart": 75.0, "bella": 68.0, "adam": 50.0, "robot": 15.0}


def panel(listeners=6, trials=8, seed=1, noise=8.0, quality=VOICES, repeats=1):
    """Listeners who use the scale a little differently, and hear what there is to hear"""
    rng = np.random.default_rng(seed)
    sheets = []
    for listener in range(listeners):
        offset = rng.normal(0, 6)
        for trial in [*range(trials), *range(repeats)]:
            scores = {
                one: float(np.clip(at + offset + rng.normal(0, noise), 0, 100))
                for one, at in quality.items()
            }
            sheets.append(Sheet(f"listener {listener}", f"text {trial}", scores))
    return sheets


def sheets_of(listener, *scores, trial="text {}"):
    return [Sheet(listener, trial.format(at), each) for at, each in enumerate(scores)]


def test_good_listeners_all_stay():
    for seed in range(10):
        sheets = panel(seed=seed)
        screening = screen(sheets, {"robot"})
        assert screening.excluded == {} and list(screening.kept) == sheets


def test_listeners_who_score_equal_sounds_differently_are_flagged():
    again = {"a": 80, "b": 20}, {"a": 20, "b": 80}
    screening = screen(sheets_of("x", *again, trial="one text"))
    assert screening.kept == () and list(screening.excluded) == ["x"]
    assert "differed by 60 points" in screening.excluded["x"]
    steady = {"a": 80, "b": 20}, {"a": 70, "b": 40}
    assert screen(sheets_of("x", *steady, trial="one text")).excluded == {}
    assert screen(sheets_of("x", *again)).excluded == {}  # different texts


def test_listeners_who_miss_the_anchor_are_flagged():
    good, slip = {"a": 70, "b": 60, "anchor": 20}, {"a": 70, "b": 60, "anchor": 66}
    assert screen(sheets_of("x", slip, *[good] * 6), {"anchor"}).excluded == {}  # 1 of 7
    found = screen(sheets_of("x", slip, *[good] * 5), {"anchor"}).excluded["x"]
    assert "robot voice" in found and "1 of 6 trials" in found
    assert screen(sheets_of("x", slip, *[good] * 5)).excluded == {}  # nobody said which it is


def test_listeners_who_give_equal_scores_are_flagged():
    flat = sheets_of("x", {"a": 50, "b": 50}, {"a": 60, "b": 60})
    assert "same score" in screen(flat).excluded["x"]
    assert screen([*flat, Sheet("x", "last", {"a": 50, "b": 51})]).excluded == {}


def test_listeners_who_disagree_with_the_others_are_flagged():
    rng = np.random.default_rng(2)
    upside_down = [
        Sheet("dissenter", f"text {trial}", {one: 100 - at for one, at in VOICES.items()})
        for trial in range(8)
    ]
    clicker = [
        Sheet("clicker", f"text {trial}", {one: float(rng.uniform(0, 100)) for one in VOICES})
        for trial in range(8)
    ]
    sheets = [*panel(5), *upside_down, *clicker]
    screening = screen(sheets)
    assert set(screening.excluded) == {"dissenter", "clicker"}
    assert "correlation is -0.9" in screening.excluded["dissenter"]
    assert {sheet.listener for sheet in screening.kept} == {f"listener {at}" for at in range(5)}
    assert screen([*panel(2), *upside_down]).excluded == {}  # three are no panel


def test_several_reasons_are_all_given():
    careless = [*sheets_of("x", {"a": 10, "z": 90}, {"a": 90, "z": 99}, trial="one text")]
    reasons = screen(careless, {"z"}).excluded["x"]
    assert "differed by" in reasons and "robot voice" in reasons


def test_means_are_by_listener_first():
    sheets = [
        Sheet("often", "one", {"a": 80}), Sheet("often", "two", {"a": 80}),
        Sheet("often", "three", {"a": 80}), Sheet("once", "one", {"a": 40}),
    ]  # fmt: skip
    (score,) = summarise(sheets)
    assert (score.mean, score.median, score.n, score.units) == (60, 80, 4, 2)
    assert score.unit == "listener" and (score.low, score.high) == (0, 100)


def test_the_interval_is_students():
    values = [52.0, 60.0, 71.0, 49.0, 66.0]
    (score,) = summarise(Sheet(str(at), "one", {"a": value}) for at, value in enumerate(values))
    low, high = t.interval(0.95, 4, np.mean(values), np.std(values, ddof=1) / np.sqrt(5))
    assert (score.low, score.high) == pytest.approx((low, high))


def test_one_listener_is_judged_by_trials():
    sheets = sheets_of("x", *[{"a": 60 + at, "b": 40} for at in range(4)])
    sheets.append(Sheet("x", "text 0", {"a": 62, "b": 40}))  # a repetition is not a new trial
    best, other = summarise(sheets)
    assert (best.contestant, best.unit, best.units, best.n) == ("a", "trial", 4, 5)
    assert other.low == other.mean == other.high == 40
    (alone,) = summarise([Sheet("x", "one", {"a": 70})])
    assert (alone.low, alone.mean, alone.high) == (0, 70, 100)
    assert summarise([]) == [] and compare([]) == []


def test_intervals_cover_as_often_as_they_say():
    inside = [
        score.low <= VOICES[score.contestant] <= score.high
        for seed in range(300)
        for score in summarise(panel(5, trials=3, seed=seed, noise=6))
    ]
    assert np.mean(inside) == pytest.approx(0.95, abs=0.03)


def test_real_differences_are_found_and_luck_is_not():
    found = {(each.first, each.second): each for each in compare(panel(12))}
    assert len(found) == 6 and found["heart", "robot"].p < 0.01
    assert found["heart", "robot"].difference == pytest.approx(60, abs=6)
    assert found["heart", "robot"].low < 60 < found["heart", "robot"].high
    alike = dict.fromkeys("abcd", 60.0)
    alarms = [
        min(each.p for each in compare(panel(8, 2, seed, quality=alike))) <= 0.05
        for seed in range(100)
    ]
    assert np.mean(alarms) <= 0.05 + 0.04


def test_five_listeners_prove_nothing():
    differences = compare(panel(5))
    assert min(each.p_alone for each in differences) == 2 / 2**5
    assert min(each.p for each in compare(panel(8, quality={"a": 80.0, "b": 20.0}))) == 2 / 2**8


def test_pairs_are_compared_by_whom_heard_both():
    sheets = [Sheet("x", "one", {"a": 50, "b": 40}), Sheet("y", "one", {"a": 60, "c": 10})]
    found = {(each.first, each.second): each.units for each in compare(sheets)}
    assert found == {("a", "b"): 1, ("a", "c"): 1}


WHOLE = st.lists(st.integers(-100, 100), min_size=1, max_size=40)


@given(WHOLE, st.randoms())
def test_signed_ranks_are_symmetric_and_orderless(differences, rng):
    p = signed_rank(differences)
    assert 0 < p <= 1
    assert signed_rank([-each for each in differences]) == pytest.approx(p)
    assert signed_rank(rng.sample(differences, len(differences))) == pytest.approx(p)
    assert signed_rank([*differences, 0.0]) == pytest.approx(p)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=30, unique=True), st.data())
def test_signed_ranks_are_scipys_where_nothing_ties(sizes, data):
    signs = data.draw(st.lists(st.sampled_from([-1, 1]), min_size=len(sizes), max_size=len(sizes)))
    differences = [sign * size for sign, size in zip(signs, sizes, strict=True)]
    expected = wilcoxon(differences, method="exact").pvalue
    assert signed_rank(differences) == pytest.approx(expected)


def test_tied_ranks_are_counted_out():
    """1, 1, 1, -1: ranks 2½ each; all or all but one of four signs: (1 + 4) · 2 of 16"""
    assert signed_rank([1, 1, 1, -1]) == pytest.approx(10 / 16)
    assert signed_rank([0, 0]) == signed_rank([]) == 1.0


def test_many_ranks_are_as_good_as_normal():
    rng = np.random.default_rng(3)
    differences = rng.normal(0.15, 1, COUNTED_OUT + 50)
    exact = wilcoxon(differences, method="exact").pvalue
    assert signed_rank(differences) == pytest.approx(exact, abs=0.005)


def test_holms_example():
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == [] and holm([0.6, 0.9]) == [1.0, 1.0]


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_never_lowers_and_keeps_the_order(p_values):
    corrected = holm(p_values)
    assert all(p <= q <= min(1, p * len(p_values)) + 1e-12
               for p, q in zip(p_values, corrected, strict=True))  # fmt: skip
    assert [corrected[at] for at in np.argsort(p_values)] == sorted(corrected)


@pytest.mark.parametrize("score", [-1, 100.5, float("nan")])
def test_scores_go_from_0_to_100(score):
    with pytest.raises(RequestError, match="0 to 100"):
        Sheet("x", "one", {"a": score})
