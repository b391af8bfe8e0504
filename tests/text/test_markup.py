from __future__ import annotations

import pytest

from kokoro_studio.text.markup import Override, strip


def test_an_override_leaves_its_word_and_remembers_where_everything_stood():
    source = "Say [Kokoro](/kˈOkəɹO/) twice."
    plain = strip(source)
    assert plain.text == "Say Kokoro twice."
    assert plain.overrides == (Override(4, 10, "kˈOkəɹO", source.index("kˈ")),)
    assert [source[place] for place in plain.places] == list(plain.text)


@pytest.mark.parametrize(
    "source",
    ["no markup", "[a link](https://example.com)", "[word](+1)", "[](/a/)", "[ ](/a/)",
     "[two\nlines](/a/)", f"[{'a' * 201}](/a/)", "[open](/a", "f[0](x)", ""],
)  # fmt: skip
def test_everything_else_stays_as_it_is(source):
    plain = strip(source)
    assert plain.text == source
    assert plain.overrides == ()


def test_phonemes_may_hold_brackets_and_be_empty():
    assert [o.phonemes for o in strip("[a](/(b)/) [c](//)").overrides] == ["(b)", ""]


def test_a_hundred_thousand_brackets_are_quick():
    for text in ("[a](/" * 20_000, "[" * 100_000, "[a](/b" * 16_000, "[a](/(" * 16_000):
        assert strip(text).text == text
