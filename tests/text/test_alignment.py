from __future__ import annotations

from kokoro_studio.text.g2p.alignment import deal


def speaker(**said: str):
    """A phonemizer that knows these strings."""
    return lambda text: said[text.replace(" ", "_").replace("-", "_")]


def test_equal_counts_pair_up():
    assert deal(["la", "casa"], speaker(la_casa="la kˈasa")) == [(1, "la"), (1, "kˈasa")]


def test_a_word_of_several_stretches_keeps_them_all():
    say = speaker(en_mil_tres="en mˈil i tɾˈes", en="en", mil="mˈil i", tres="tɾˈes")
    assert deal(["en", "mil", "tres"], say) == [(1, "en"), (1, "mˈil i"), (1, "tɾˈes")]


def test_words_said_as_one_become_one():
    say = speaker(parce_que_non="paʁskə nˈɔ̃", parce="paʁs", que="kə", non="nˈɔ̃")
    assert deal(["parce", "que", "non"], say) == [(2, "paʁskə"), (1, "nˈɔ̃")]


def test_every_word_and_every_stretch_is_dealt_once():
    say = speaker(a_b_c="x y", a="", b="zz", c="y")
    dealt = deal(["a", "b", "c"], say)
    assert sum(count for count, _ in dealt) == 3
    assert " ".join(said for _, said in dealt if said) == "x y"


def test_a_word_that_comes_again_is_no_anchor():
    say = speaker(y_2_y="i dø igrek", y="igrek", **{"2": "dø"})
    assert deal(["y", "2", "y"], say) == [(1, "i"), (1, "dø"), (1, "igrek")]


def test_a_number_of_several_words_does_not_even_out_words_said_as_one():
    say = speaker(parce_que_21="paʁsk vɛ̃teœ̃ yn", parce="paʁs", que="kə", **{"21": "vɛ̃teœ̃ yn"})
    assert deal(["parce", "que", "21"], say) == [(2, "paʁsk"), (1, "vɛ̃teœ̃ yn")]


def test_a_word_that_has_a_sound_shares_that_of_a_neighbour():
    say = speaker(la_a_casa="lˈaː kˈasa", la="la", a="a", casa="kasa")
    dealt = deal(["la", "a", "casa"], say)
    assert sorted(count for count, _ in dealt) == [1, 2] and all(said for _, said in dealt)
    silent = speaker(a_b_c="x", a="a", b="b", c="x")
    assert sum(count for count, said in deal(["a", "b", "c"], silent) if said) == 3


def test_a_silent_clause_is_dealt_as_silence():
    assert deal(["a", "b"], lambda text: "") == [(1, ""), (1, "")]
