from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokoro_studio.errors import TextError
from kokoro_studio.text import (
    LANGUAGES,
    MAX_CHARACTERS,
    Origin,
    Reason,
    has_voice,
    phonemize,
    phonemizing,
)
from kokoro_studio.text.languages import backend_of
from kokoro_studio.text.reading import read_line

EVERY = pytest.mark.parametrize("language", LANGUAGES)

SENTENCES = {
    "a": "Well, the café on 5th Street isn't open — “not yet,” she said.",
    "b": "He’d rather not; the schedule (a new one) is in the garage.",
    "e": "¿Qué tal? La niña compró 12 manzanas y «nada más».",
    "f": "Qu'est-ce que c'est ? Les enfants ont mangé 21 pommes.",
    "h": "मेरा नाम राम है। वह पहाड़ पर 3 दिन रहा।",
    "i": "Un'amica mi ha detto: «Arrivo alle 8, forse».",
    "j": "昨日、東京タワーで2024年の「写真」を見ました。",
    "p": "Olá! Você não está em São Paulo, está?",
    "z": "我们明天上午3点在《上海》见面，好吗？",
}  # a plain sentence in each language

# An alphabet that leans to what the nine languages, their marks and their enemies are made of.
_CHARACTERS = st.one_of(
    st.sampled_from("abc XYZ éñçãß 012 .,;:!?…—-'’\"()[]{}/%$€£&@#*_=+<>|~^`"),
    st.sampled_from("¿¡«»“”「」、。，！？：・〜ー漢字学校かなカナっァ々〇नमस्तेड़ृ।क़१"),
    st.sampled_from(
        "👍🏽🇪🇸\u200d\ufe0f\u20e3\u200b\u202e\ufeff\u0301\u0303\u3099ﬁ①½²℃Ⅳ５Ａﾊﾟ𝐇\ud800\x00\x07\x85\n\t\u3000\u2028"
    ),
    st.sampled_from("√±≠≤≥≈∞×÷−∑→^²³⁶⁻ⁿ₂½⅛⅓′″°º№§µμπΔ†‰¢£¥₹₩´ʼ＇‛①⑩Ⅻⅳ"),
    st.sampled_from("ễạầđĐŁłṣṛḥāʾʿŞğİıœþßñćż"),
    # Maths, measures, money, notes, fractions, circles and apostrophes, as they are typed.
    st.sampled_from("±≠≤≥≈×÷√∞∑π°′″ʼ´ʿˈ‛＇⁶₂½⅛⅔№§¶†‡‰©®™₹¥→∴µΩαβ①⑳❶⓪ⅣⅫⅻªº¹²³‐‑−¬¦\u00ad\u2060"),
    st.sampled_from(["Nguyễn", "Kṛṣṇa", "Qurʾān", "5'10\"", "2½", "-$5", "'Tis", "U.S.", "(ii)"]),
    st.characters(),
)
TEXTS = st.lists(_CHARACTERS, max_size=40).map("".join)

HOSTILE = [
    "", " ", "\n\n", "\ud800 hi \udfff", "\x00\x01 hello\x07", "\u202ehello\u202c", "|-東京",
    "9" * 400, "9:" * 500, "，" * 3000, "１２３ ４５．６", "१२३ ४५", "a" * 3000, "a-" * 1500,
    "Aa" * 1500, "!" * 3000, ".," * 1500, "1," * 1500, "漢" * 3000, "か" * 3000, "क्" * 500,
    "👍" * 500, "👩‍👩‍👧 1️⃣ 🇪🇸", "%$€" * 500, "a b c " * 500, '"' * 50 + "(" * 50, "ー" * 500,
    "√" * 500, "10^" * 300, "½" * 500, "5'10\" " * 150, "H₂O" * 300, "GO " * 400, "'tis " * 300,
    "U.S. " * 300, "$-" * 500, "№" * 300, "(i) " * 300, "ṣṛ" * 500,
    "[x](/😀kˈ/) [ ](/a/) [y](/()", "Привет שלום 한국어 ไทย", "ﷺ" * 30, "\U000e0041tag", "x̸̧͝y̷",
]  # fmt: skip


@EVERY
def test_a_sentence_is_read_whole(language, keeps_its_promises):
    phonemized = phonemize(SENTENCES[language], language)
    keeps_its_promises(phonemized)
    assert not phonemized.skipped
    assert len(phonemized.phonemes) > 20
    assert phonemized.language == language
    assert phonemized.source == SENTENCES[language]


@pytest.mark.parametrize(
    ("language", "tokens"),
    [
        ("a", "Well=wˈɛl| ,=,|the=ðə|café=kæfˈA"),
        ("e", "¿=|Qué=kˈe|tal=tˈal|?=?"),
        ("f", "Qu'est-ce que=kɛskˌə|c'est=sˈɛ|?=?"),
        ("j", "昨日=kʲinoː|、=,|東京タワー=toːkʲoːtaβaː|で=de|2024年=ɲi seɴ ɲiʥɨːjo neɴ"),
        ("z", "我们=wo↓mən|明天=mi↗ŋtʰjɛ→n"),
    ],
)
def test_tokens_are_the_words_of_the_text(language, tokens):
    pairs = [pair.strip().split("=") for pair in tokens.split("|")]
    found = phonemize(SENTENCES[language], language).tokens
    assert [token.text for token in found[: len(pairs)]] == [text for text, _ in pairs]
    if language != "z":
        assert [token.phonemes for token in found[: len(pairs)]] == [said for _, said in pairs]


@pytest.mark.parametrize("space", [" ", "\n  ", "\u3000"])
def test_space_in_front_changes_no_word(space):
    bare, spaced = phonemize("Nobody spoke.", "a"), phonemize(f"{space}Nobody spoke.", "a")
    assert [token.phonemes for token in spaced.tokens[1:]] == [t.phonemes for t in bare.tokens]
    assert spaced.tokens[1].text == "Nobody" and spaced.tokens[1].start == len(space)


def test_a_number_is_one_token_that_may_hold_spaces():
    token = phonemize("In the year 1984 it rained.", "a").tokens[3]
    assert token.text == "1984"
    assert " " in token.phonemes


@EVERY
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_no_text_is_lost_or_breaks_anything(language, text, keeps_its_promises):
    keeps_its_promises(phonemize(text, language))


# Numbers beside marks that once took them away, or the words around them.
_BESIDE = ["", "p.", "x,", "/", "-$", "«", "_", "h-", "[", "~", "=", "№", "'"]
_NUMBERS = ["5", "63", "1,000.50", "2.0.1", "10:30", "5'10\"", "1/2", "0042", "1,2,3", "99"]
_BEHIND = ["", "%", "_", "+", "th", "h", ":", ")", "-", "'", "º", "x"]
_BETWEEN = {
    "a": "the|Mr|p|O'Neil", "b": "No|A|naïve", "e": "no y|el|y", "f": "y|parce que|l'eau",
    "h": "की|है", "i": "un|di|e", "j": "は|東京", "p": "e|o|um", "z": "的|我们",
}  # fmt: skip
BESIDE_NUMBERS = st.builds(
    "{} {}{}{} {}".format,
    st.integers(0, 3), st.sampled_from(_BESIDE), st.sampled_from(_NUMBERS),
    st.sampled_from(_BEHIND), st.integers(0, 3),
)  # fmt: skip


@EVERY
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=BESIDE_NUMBERS)
def test_a_number_is_heard_to_its_last_digit_and_its_neighbours_are_too(
    language, text, keeps_its_promises
):
    words = _BETWEEN[language].split("|")
    text = f"{words[int(text[0]) % len(words)]}{text[1:-1]}{words[int(text[-1]) % len(words)]}"
    phonemized = phonemize(text, language)
    keeps_its_promises(phonemized)
    listed = {place for skip in phonemized.skipped for place in range(skip.start, skip.end)}
    for skip in phonemized.skipped:
        assert not has_voice(phonemize(skip.text, language).phonemes) or not skip.text.isalpha()
    for place, char in enumerate(text):
        if char.isdecimal() and place not in listed:
            other = text[:place] + str((int(char) + 3) % 10 or 4) + text[place + 1 :]
            assert phonemize(other, language).phonemes != phonemized.phonemes, other


@pytest.mark.parametrize(
    ("language", "text", "tokens"),
    [
        ("f", "y /2.0.1% y", "y=i|/2.0.1%=dø pwɛ̃ zeʁo pwɛ̃ ˈœ̃ puʁsˈɑ̃|y=iɡʁˈɛk"),
        ("i", "un @1/2- un", "un=ʊn|@1/2-=kiˈoʧːola metˈa|un=ˈun"),
        ("p", "e '2024 e", "e=i|'2024=dˈoɪz mˈiʊ i vˈiŋʧj i kwˈatrw|e=ˈɛ"),
        ("h", "की 1,000.2 है", "की=ki|1,000.2=ˈeːk həzˈaːɾ dəʃˈʌmləʋ dˈoː|है=hɛː"),
        ("a", "x,99 and", "x=ˈɛks|,99=nˈIndi nˈIn|and=ænd"),
    ],
)
def test_no_word_takes_the_sound_of_its_neighbours(language, text, tokens):
    found = phonemize(text, language)
    assert [f"{token.text}={token.phonemes}" for token in found.tokens] == tokens.split("|")
    assert not found.skipped


@pytest.mark.slow
@EVERY
def test_hostile_text(language, keeps_its_promises):
    for text in HOSTILE:
        keeps_its_promises(phonemize(text, language))


@EVERY
def test_silence_is_reported_with_its_reason(language):
    said = phonemize("👍 ★ жж \x07", language).skipped
    assert [(skip.text, skip.reason) for skip in said] == [
        ("👍", Reason.EMOJI), ("★", Reason.EMOJI), ("жж", Reason.SCRIPT), ("\x07", Reason.CONTROL),
    ]  # fmt: skip


def test_an_emoji_of_many_characters_is_one_skip():
    family = "👩‍👩‍👧"
    assert [skip.text for skip in phonemize(f"hi {family} there", "a").skipped] == [family]


@EVERY
def test_nothing_speakable_is_no_error(language):
    for text in ("", "   ", "👍", "***", "\n\n"):
        assert phonemize(text, language).phonemes == ""


@EVERY
def test_an_override_replaces_just_its_word(language, keeps_its_promises):
    plain = {"j": "昨日東京に行く。", "z": "我们明天见面。"}.get(language, "mama papa casa.")
    word = {"j": "東京", "z": "明天"}.get(language, "papa")
    source = plain.replace(word, f"[{word}](/tˈɛst/)")
    phonemized = phonemize(source, language)
    keeps_its_promises(phonemized)
    (token,) = [token for token in phonemized.tokens if token.phonemes == "tˈɛst"]
    assert token.text == word == source[token.start : token.end]
    others = [t.phonemes for t in phonemized.tokens if t is not token]
    assert others == [t.phonemes for t in phonemize(plain, language).tokens if t.text != word]


def test_text_around_an_override_is_still_spoken():
    assert phonemize("[Kokoro](/kˈOkəɹO/)'s voice", "a").phonemes == "kˈOkəɹOs vˈYs"
    assert phonemize("[un](/xx/)casa", "e").phonemes == "xxkˈasa"
    said = phonemize("[10](/tˈɛn/)%", "a").phonemes
    assert said.startswith("tˈɛn") and "pəɹsˈɛnt" in said


def test_an_override_can_silence_a_word_and_its_unknown_symbols_are_listed():
    silenced = phonemize("one [two](//) three", "a")
    assert [(s.text, s.reason) for s in silenced.skipped] == [("two", Reason.SILENCED)]
    source = "[one](/wˈ😀ʌn/)"
    odd = phonemize(source, "a")
    assert odd.phonemes == "wˈʌn"
    (skip,) = odd.skipped
    assert (source[skip.start : skip.end], skip.reason) == ("😀", Reason.PHONEME)


def test_words_no_lexicon_knows_are_marked_as_guessed():
    assert {t.text for t in phonemize("The zorbling cat sat.", "a").tokens if t.guessed} == {
        "zorbling"
    }
    assert {t.text for t in phonemize("Kokoroは良い", "j").tokens if t.guessed} == {"Kokoro"}
    assert {t.text for t in phonemize("我用zorbling", "z").tokens if t.guessed} == {"zorbling"}


@pytest.mark.parametrize(
    ("language", "text", "origins"),
    [
        ("a", "NASA's cat", "dictionary dictionary"),
        ("a", "The XKCD zorbling", "dictionary letters rules"),
        ("b", "U.S. told us", "letters dictionary dictionary"),
        ("a", "[cat](/kˈæt/) 5", "given dictionary"),
        ("e", "La ONU, km", "rules rules dictionary letters"),
        ("f", "la SNCF", "rules letters"),
        ("i", "il CNR di", "rules letters rules"),
        ("j", "東京の龘", "dictionary dictionary rules"),
        ("z", "我们去 NBA", "dictionary dictionary letters"),
    ],
)
def test_each_word_says_where_its_phonemes_come_from(language, text, origins):
    tokens = [token for token in phonemize(text, language).tokens if token.phonemes]
    assert [str(token.origin) for token in tokens] == origins.split()


def test_a_guess_is_a_word_that_no_dictionary_has_where_there_is_one():
    assert not any(token.guessed for token in phonemize("La ciudad zorbling", "e").tokens)
    (given,) = phonemize("[zorbling](/zˈɔɹb/)", "a").tokens
    assert given.origin is Origin.GIVEN and not given.guessed


@pytest.mark.parametrize("language", "aefipz")
def test_words_of_another_script_are_read_by_their_own_language(language):
    assert "tʊ→ŋʨi→ŋ" in phonemize("casa 東京 x", language).phonemes
    assert "toːkʲoːtaβaː" in phonemize("casa トーキョータワー x", language).phonemes
    assert "nəmˈʌsteː" in phonemize("casa नमस्ते x", language).phonemes


@pytest.mark.parametrize("language", "efip")
def test_decomposed_accents_are_the_same_word(language):
    composed, decomposed = "café très ação", "cafe\u0301 tre\u0300s ac\u0327a\u0303o"
    assert phonemize(decomposed, language).phonemes == phonemize(composed, language).phonemes


def test_full_width_and_other_digits_are_read():
    assert phonemize("Ｈｅｌｌｏ １２", "a").phonemes == phonemize("Hello 12", "a").phonemes
    assert phonemize("1२", "e").phonemes == phonemize("12", "e").phonemes


@pytest.mark.parametrize(
    "straight", ["He'd said they don't know. Don't!", "The dogs' bowls and rock 'n' roll"]
)
def test_curly_apostrophes_are_no_quotes(straight):
    assert phonemize(straight.replace("'", "’"), "a").phonemes == phonemize(straight, "a").phonemes


def test_curly_quotes_are_quotes_around_apostrophes():
    said = phonemize("‘I don’t know,’ he said.", "a").phonemes
    assert said == phonemize("“I don't know,” he said.", "a").phonemes


def test_thousands_and_decimals_in_chinese():
    said = phonemize("3,500.5", "z").phonemes
    assert said.replace(" ", "") == phonemize("三千五百点五", "z").phonemes.replace(" ", "")


@EVERY
def test_paragraphs_are_read_as_if_alone(language):
    line = SENTENCES[language]
    both = phonemize(f"{line}\n\n{line}", language).phonemes
    alone = phonemize(line, language).phonemes
    assert both == f"{alone} {alone}"


def test_other_languages_are_refused_by_name():
    with pytest.raises(TextError) as refused:
        phonemize("hi", "k")
    assert all(language.name in str(refused.value) for language in LANGUAGES.values())
    for odd in (None, "", "ab", 3):
        with pytest.raises(TextError):
            phonemize("hi", odd)


def test_tokens_are_read_as_they_are_asked_for(monkeypatch):
    lines = []
    monkeypatch.setattr(
        phonemizing, "read_line", lambda line, *rest: lines.append(line) or read_line(line, *rest)
    )
    phonemized = phonemize("One.\nTwo.\n🎉 Three.", "a")
    assert lines == []
    assert phonemized.tokens[0].text == "One" and lines == ["One."]
    assert [skip.text for skip in phonemized.skipped] == ["🎉"]
    assert phonemized.phonemes == "wˈʌn. tˈu. θɹˈi."
    assert lines == ["One.", "Two.", "🎉 Three."]


def test_too_long_or_no_text_is_refused():
    with pytest.raises(TextError, match=r"50,001 characters; at most 50,000"):
        phonemize("a" * (MAX_CHARACTERS + 1), "a")
    for odd in (None, 5, b"hi"):
        with pytest.raises(TextError, match="must be a string"):
            phonemize(odd, "a")


@pytest.mark.slow
def test_the_longest_text_is_accepted(keeps_its_promises):
    text = ("La casa è grande. " * 6000)[:MAX_CHARACTERS]
    keeps_its_promises(phonemize(text, "i"))


def test_eight_threads_hear_what_one_hears():
    jobs = [(f"{sentence} {n}", code) for n in range(6) for code, sentence in SENTENCES.items()]
    serial = [phonemize(*job) for job in jobs]
    read_line.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda job: phonemize(*job), jobs)) == serial


def test_engines_are_built_once():
    with ThreadPoolExecutor(8) as pool:
        assert len({id(backend) for backend in pool.map(backend_of, "eeeeeeee")}) == 1
