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


def test_a_silent_clause_is_dealt_as_silence():
    assert deal(["a", "b"], lambda text: "") == [(1, ""), (1, "")]
