"""Line ends: which of them count, in texts as people paste them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kokoro_studio.text import Boundary, count_boundaries, phonemize, segment
from kokoro_studio.text.lines import LINE_BREAKS, in_divided_word, line_ends, unwrap, unwrapped
from kokoro_studio.text.offsets import OffsetText


def said_lines(text: str) -> list[str]:
    """The lines that are told apart, without the wraps in them."""
    ends = line_ends(text)
    starts = [0, *(end.end for end in ends)]
    return [unwrapped(text[a : b.start]).strip() for a, b in zip(starts, ends, strict=False)]


def kept(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


EMAIL = """\
Hi Anna,

thanks for your message. I have talked to the people in Leeds, and they
say that the new machine will be there on Monday. Until then we have to
do with the old one, which is loud but works.

I would rather not move the meeting again, as Peter and
Mary have bought their tickets.

Best regards,
Tom
"""

BOOK = """\
It was the best of times, it was the worst of times, it was
the age of wisdom, it was the age of foolishness, it was the
epoch of belief, it was the epoch of incredulity, it was the
season of Light, it was the season of Darkness.

    There were a king with a large jaw and a queen with a
plain face, on the throne of England; there were a king with
a large jaw and a queen with a fair face, on the throne of
France.
    "Well!" he said. It was a long way home, and nobody in
the house had gone to bed.
"""

WRAPPED = {
    "an e-mail": (
        EMAIL,
        [
            "Hi Anna,",
            "thanks for your message. I have talked to the people in Leeds, and they say that the "
            "new machine will be there on Monday. Until then we have to do with the old one, which "
            "is loud but works.",
            "I would rather not move the meeting again, as Peter and Mary have bought their "
            "tickets.",
            "Best regards,",
            "Tom",
        ],
    ),
    "an e-book, its paragraphs indented": (
        BOOK,
        [
            "It was the best of times, it was the worst of times, it was the age of wisdom, it was "
            "the age of foolishness, it was the epoch of belief, it was the epoch of incredulity, "
            "it was the season of Light, it was the season of Darkness.",
            "There were a king with a large jaw and a queen with a plain face, on the throne of "
            "England; there were a king with a large jaw and a queen with a fair face, on the "
            "throne of France.",
            '"Well!" he said. It was a long way home, and nobody in the house had gone to bed.',
        ],
    ),
    "a word divided by a hyphen": (
        "We can transform any nega-\ntive into good.",
        ["We can transform any negative into good."],
    ),
    "a soft hyphen": ("A very nega\u00ad\ntive view.", ["A very negative view."]),
    "a hyphen with spaces after it, and Windows line ends": (
        "All of it was un-  \r\n  known to us.",
        ["All of it was unknown to us."],
    ),
    "a name in two parts, in a long line": (
        "She wrote her first book about the Anglo-\nSaxon kings of the north.",
        ["She wrote her first book about the Anglo-Saxon kings of the north."],
    ),
    "a suspended hyphen": (
        "There were many houses of the pre-\nand the post-war years.",
        ["There were many houses of the pre- and the post-war years."],
    ),
    "two lines, the second in lower case": (
        "The old lighthouse keeper climbed the stairs and\nlit the lamp.",
        ["The old lighthouse keeper climbed the stairs and lit the lamp."],
    ),
    "a line that ends with an article": (
        "We will meet tomorrow at noon in front of the\nEiffel Tower.",
        ["We will meet tomorrow at noon in front of the Eiffel Tower."],
    ),
    "a title at the line's end": (
        "It is one of the last letters that were sent to Mr.\nHolmes from the moor.",
        ["It is one of the last letters that were sent to Mr. Holmes from the moor."],
    ),
    "a quoted e-mail": (
        "> I think that we should go on with the plan as it is, and\n"
        "> then look at what they say about it. It is not so long\n"
        "> until May.\n",
        [
            "> I think that we should go on with the plan as it is, and then look at what they say "
            "about it. It is not so long until May."
        ],
    ),
    "items of a list that are wrapped": (
        "- the first item is so long that it has to be wrapped at\n  some place\n- second",
        [
            "- the first item is so long that it has to be wrapped at some place",
            "- second",
        ],
    ),
    "a licence in capitals": (
        'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,\n'
        "EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES\n"
        "OF MERCHANTABILITY AND FITNESS FOR A PURPOSE.",
        [
            'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, '
            "INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A "
            "PURPOSE."
        ],
    ),
    "speeches of a script that are wrapped": (
        "Anna: I have been here since the morning and have seen nobody\n"
        "but the cat.\nBen: Then we wait.",
        [
            "Anna: I have been here since the morning and have seen nobody but the cat.",
            "Ben: Then we wait.",
        ],
    ),
    "Spanish": (
        "En un lugar de la Mancha, de cuyo nombre no quiero acordarme,\n"
        "no ha mucho tiempo que vivía un hidalgo de los de lanza en\n"
        "astillero.",
        [
            "En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que "
            "vivía un hidalgo de los de lanza en astillero."
        ],
    ),
    "Hindi": (
        "वह हर सुबह पाँच बजे उठता था और नदी के किनारे दूर तक टहलने जाता था, चाहे\n"
        "बारिश हो या ठंड, और लौटकर सबके लिए चाय बनाता था, क्योंकि उसे अकेले चाय\n"
        "पीना पसंद नहीं था।",
        [
            "वह हर सुबह पाँच बजे उठता था और नदी के किनारे दूर तक टहलने जाता था, चाहे बारिश हो या "
            "ठंड, और लौटकर सबके लिए चाय बनाता था, क्योंकि उसे अकेले चाय पीना पसंद नहीं था।"
        ],
    ),
    "Japanese": (
        "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつ\n"
        "かぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だ\n"
        "けは記憶している。",
        [
            "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした"
            "所でニャーニャー泣いていた事だけは記憶している。"
        ],
    ),
    "Chinese, a mark behind the last column": (
        "今天的天气非常好，我们一大早就出门去爬山，路上遇到了很多人，\n"
        "大家都很高兴。到了山顶以后，我们一边休息一边看风景，还拍了很\n"
        "多照片。",
        [
            "今天的天气非常好，我们一大早就出门去爬山，路上遇到了很多人，大家都很高兴。到了山顶以后，"
            "我们一边休息一边看风景，还拍了很多照片。"
        ],
    ),
    "Chinese, a mark before the first column": (
        "所谓的专家没有来\n。我们走吧。",
        ["所谓的专家没有来。我们走吧。"],
    ),
    "Hindi, two lines": (
        "वह हर सुबह पाँच बजे उठता था और नदी के किनारे\nदूर तक अकेले टहलने जाता था और गाता था।",
        ["वह हर सुबह पाँच बजे उठता था और नदी के किनारे दूर तक अकेले टहलने जाता था और गाता था।"],
    ),
    "English words in Chinese": (
        "我们公司的网站是用一种叫做 Python 的语言写的，后来又加上了 Type\n"
        "Script，因为前端的同事不喜欢别的语言。",
        [
            "我们公司的网站是用一种叫做 Python 的语言写的，后来又加上了 Type Script，因为前端的同事"
            "不喜欢别的语言。"
        ],
    ),
}

KEPT = {
    "a sonnet": (
        "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate:\n"
        "Rough winds do shake the darling buds of May,\n"
        "And summer's lease hath all too short a date;"
    ),
    "a couplet, its first line the longer one": (
        "So long lives this, and this gives life to thee,\n"
        "So long as men can breathe or eyes can see."
    ),
    "verse in lines of one length": (
        "The sun was shining on the sea that day and all\n"
        "Along the shore the people walked and sang a so\n"
        "And nobody was sad who heard the children's cal\n"
        "Until the evening came and made the shadows lon"
    ),
    "lyrics": "hello darkness my old friend\ni've come to talk with you again",
    "a haiku": "An old silent pond...\nA frog jumps into the pond,\nsplash! Silence again.",
    "a Japanese haiku": "古池や\n蛙飛び込む\n水の音",
    "a Chinese poem": "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
    "a list with hyphens": "- two eggs, beaten until they are light and white\n- sugar\n- butter",
    "a list with stars": "* milk\n* a loaf of the brown bread that we had last week\n* tea",
    "a list with numbers": "1. Wash the apples and take out their cores\n2. cut them\n3. Bake",
    "a list with letters": "a) the first of the answers that were given here\nb) the second",
    "a list without marks": "two large eggs, beaten until they are frothy\none cup of sugar\nmilk",
    "a list in Japanese": "一、毎朝早く起きて、近くの公園まで散歩に行くこと\n二、本を読むこと",
    "a dialogue": "Anna: Where have you been for all of this long day?\nBen: out.\nAnna: Out?",
    "a dialogue with dashes": "—¿Vienes con nosotros a la playa mañana por la tarde?\n—Sí, claro.",
    "a dialogue in Japanese": "「明日はいい天気になるといいですね、山に行くので」\n「そうですね」",
    "a dialogue in Chinese": "小王：你今天下午有没有时间跟我们一起去打球？\n小李：有。",
    "a heading": "Chapter One\nIt was a dark and stormy night, and nobody had come home.",
    "headings": "# The first of the parts of this very long book\n## Another",
    "a Roman numeral": "IV.\nThe Return",
    "an address": "Jane Miller\n12 Long Lane\nLeeds LS1 4AP",
    "a long address": "Department of Computer Science and Engineering\n12 Long Lane\nLeeds",
    "contents": "introduction ...................... 3\nmethods ........................... 5",
    "a table": "name\tage\tthe town in which they live at the moment\nanna\t12\tleeds",
    "a table with bars": "| name | the town in which they live at the moment |\n| anna | leeds |",
    "code": (
        "def phonemize(text, language, lexicon=None):\n"
        "    language = language_of(language).code\n    check_text(text)\n    return text"
    ),
    "JavaScript": "const nodes = words.map(word => wordNode(word));\nreturn nodes;",
    "subtitles": "1\n00:00:01,000 --> 00:00:04,000\nhello\n2\n00:00:05,000 --> 00:00:06,000\nhi",
    "a chat": "10:31 Anna: are you there? I have been waiting for an hour\n10:32 Ben: yes",
    "lyrics with times": "[00:12.00] the sun is going down behind the mountains\n[00:17.20] again",
    "an e-mail's head": "From: Anna Miller of the office in Leeds (UK)\nTo: Ben\nSubject: tea",
    "a sentence a line": (
        "The first sentence of the exercise is rather long.\n"
        "The second sentence of it is nearly as long as it.\n"
        "The third one is short."
    ),
    "a sentence a line in Chinese": (
        "今天的天气非常好，我们一大早就出门去爬山了。\n路上遇到了很多人，大家都在说说笑笑。"
    ),
    "headlines in Japanese": (
        "日本銀行が金融政策決定会合で利上げを決定した模様\n米国の株式市場が大幅に下落し投資家に不安広がる"
    ),
    "paragraphs indented by two wide spaces": (
        "　　从前有一座山，山上有一座庙，庙里有一个老和尚。\n　　老和尚在讲故事。"
    ),
    "a signature": "I look forward to hearing from you about this matter soon.\nBest regards,\nTom",
    "a line of stars": "The end of the first part of this long story was sad\n***\nthe next began",
    "a line separator": "This line is long enough to have been wrapped\u2028but it was not.",
    "a dash before a capital": "He will not come back, that is what they all said-\nNever.",
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_a_wrapped_line_end_is_a_space(kind):
    text, expected = WRAPPED[kind]
    assert said_lines(text) == expected
    assert said_lines(text.replace("\n", "\r\n").replace("\r\r", "\r")) == expected


@pytest.mark.parametrize("kind", KEPT)
def test_other_line_ends_count(kind):
    text = KEPT[kind]
    assert said_lines(text) == kept(text)


@pytest.mark.parametrize("kind", WRAPPED)
def test_lines_that_are_told_apart_stay_as_they_are(kind):
    said = WRAPPED[kind][1]
    assert said_lines("\n\n".join(said)) == said


def test_the_width_of_a_text_is_that_of_all_its_paragraphs():
    assert "Mary" not in [line[:4] for line in said_lines(EMAIL)]
    alone = "We cannot move the meeting again, that is what Peter said to\nMary and the others."
    assert len(said_lines(alone)) == 2
    assert len(said_lines(f"{BOOK}\n{alone}")) == len(said_lines(BOOK)) + 1


def test_typed_phonemes_are_never_wrapped():
    text = "ˌI sˈɔ ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˌOvəɹ ðə lˈAzi dˈɔɡ ænd\nɹˈʌnz əwˈA"
    assert len(line_ends(text)) == 1 and len(line_ends(text, phonemic=True)) == 2


def test_boundaries_are_those_of_the_lines_that_count():
    assert count_boundaries(EMAIL, "a") == {
        Boundary.SENTENCE: 2, Boundary.PARAGRAPH: 3, Boundary.LINE: 1,
    }  # fmt: skip
    ends = [utterance.boundary for utterance in segment(phonemize(EMAIL, "a"), 1000, 2000)]
    assert ends == ["paragraph", "paragraph", "paragraph", "line", "end"]


def test_a_divided_word_is_one_token_with_the_sound_of_the_whole_word(keeps_its_promises):
    text = "We can transform any nega-\ntive into good."
    read = phonemize(text, "a")
    keeps_its_promises(read)
    assert "nega-\ntive" in [token.text for token in read.tokens]
    assert read.phonemes == phonemize("We can transform any negative into good.", "a").phonemes


@pytest.mark.parametrize(
    ("text", "plain", "language"),
    [
        ("It is a well-\nknown fact.", "It is a well-known fact.", "a"),
        ("They are under-\ngraduates.", "They are undergraduates.", "b"),
        ("Es una ciu-\ndad muy grande.", "Es una ciudad muy grande.", "e"),
        ("Une mai-\nson bleue.", "Une maison bleue.", "f"),
        ("Una città bel-\nlissima.", "Una città bellissima.", "i"),
        ("Uma cida-\nde bonita.", "Uma cidade bonita.", "p"),
        ("今日はとても良い天気ですから、みんなで公\n園に行きましょう。", None, "j"),
        ("今天天气很好，我们大家一起坐车去动物园玩\n吧，好不好？", None, "z"),
    ],
)
def test_wrapped_text_is_said_as_text_without_line_ends(text, plain, language, keeps_its_promises):
    read = phonemize(text, language)
    keeps_its_promises(read)
    assert read.phonemes == phonemize(plain or text.replace("\n", ""), language).phonemes


@pytest.mark.parametrize("kind", WRAPPED)
@pytest.mark.parametrize("language", "aejz")
def test_no_character_of_wrapped_text_is_lost(kind, language, keeps_its_promises):
    keeps_its_promises(phonemize(WRAPPED[kind][0], language))


_PIECES = st.lists(
    st.sampled_from(
        ["word", "Word", "well-", "a\u00ad", "-", "漢字", "、", "。", ".", " ", "  ", "\n", "\r\n",
         "\n ", "\u2028", "> ", "a" * 30, "- ", "1. ", "Anna: ", "\u3000", "\t", "नमस्ते", "\n\n",
         "\v", "\x85"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(text=_PIECES)
def test_line_ends_are_in_order_and_hold_white_space_alone(text):
    ends = line_ends(text)
    assert bool(ends) == bool(text)
    place = 0
    for end in ends:
        assert place <= end.start <= end.end
        assert not text[end.start : end.end].strip()
        place = end.end
    assert place == len(text)
    every = [end.end for end in line_ends(text, phonemic=True)]
    assert {end.end for end in ends} <= set(every)


@settings(max_examples=300, deadline=None)
@given(text=_PIECES)
def test_unwrapping_keeps_every_letter_in_its_place(text):
    spoken = unwrap(OffsetText.of(text))
    assert not set("\n\r\x85") & set(spoken.text)
    for place, char in enumerate(spoken.text):
        if char.isalnum():
            assert text[spoken.starts[place] : spoken.ends[place]] == char
    letters = [char for char in text if char.isalnum()]
    assert [char for char in spoken.text if char.isalnum()] == letters


def test_a_long_line_is_not_cut_within_a_divided_word():
    text = "some nega-\ntive words"
    assert [place for place in range(len(text)) if in_divided_word(text, place)] == [11]


@pytest.mark.parametrize("unit", ["a\n", "-\n", "word " * 9 + "\n", "> \n", "漢" * 25 + "\n"])
def test_many_lines_are_looked_at_in_linear_time(unit):
    text = (unit * 50_000)[:50_000]
    began = time.perf_counter()
    line_ends(text)
    unwrapped(text)
    assert time.perf_counter() - began < 5


def test_every_line_break_is_known():
    assert all(len(line_ends(f"a{mark}b")) == 2 for mark in LINE_BREAKS)
