"""What is said for English as people write it: each rule in a sentence, and what it leaves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kokoro_studio.text import phonemize
from kokoro_studio.text.capitals import plain_capitals
from kokoro_studio.text.folding import fold_line
from kokoro_studio.text.languages import backend_of
from kokoro_studio.text.offsets import OffsetText
from kokoro_studio.text.sentences import sentence_ends

from .test_normalize_languages import spoken

ABBREVIATIONS = {
    "See Ch. 4 and vol. 2, p. 7.": "See chapter 4 and volume 2, page 7.",
    "See Eqs. 3 and 4, Fig. A.": "See equations 3 and 4, Figure A.",
    "I said no. A man came.": "I said no. A man came.",
    "The govt. said so.": "The government said so.",
    "Pens, ink, etc. The shop": "Pens, ink, [ɛtsˈɛTəɹə]. The shop",
    "Pens, ink, etc., and more": "Pens, ink, [ɛtsˈɛTəɹə], and more",
    "Acme Inc. grew. Acme Inc. It grew.": "Acme Incorporated grew. Acme Incorporated. It grew.",
    "Bros. Grimm and Warner Bros. now": "Brothers Grimm and Warner Brothers now",
    "My apt. is small. It is apt.": "My apartment is small. It is apt.",
    "Fr. Brown ate fr. bread": "Father Brown ate fr. bread",
    "Tea w/ milk, w/o sugar, c/o Tom": "Tea with milk, without sugar, care of Tom",
    "Closed on Mon. and Sun.": "Closed on Monday and Sunday.",
    "In The Sun. He sat. It sat.": "In The Sun. He sat. It sat.",
    "Open Mon-Fri, Sat.–Sun.": "Open Monday to Friday, Saturday to Sunday.",
    "Due Apr. 5 and 3 Jan 1999": "Due April fifth and the third of January 1999",
    "At 9 Oak Dr., near Elm Ct. now": "At 9 Oak Drive, near Elm Court now",
    "Ask Dr. Oz. The Dr. said no.": "Ask Doctor Oz. The Doctor said no.",
    "On Main St. It is old.": "On Main Street. It is old.",
    "In St. Paul on 5th St. now": "In Saint Paul on 5th Street now",
    "Lake St. Clair": "Lake Saint Clair",
}
MEASURES = {
    "It is 900 sq ft, 5 mi off.": "It is 900 square feet, 5 miles off.",
    "Add 2 tbsp and 1 tsp.": "Add 2 tablespoons and 1 teaspoon.",
    "At 60 bpm, 5V, 10A, 100W": "At 60 beats per minute, 5 volts, 10 amps, 100 watts",
    "Take seat 10A.": "Take seat 10 [ˈA.]",
    "A 12V lamp, a 60 W bulb": "A 12 volt lamp, a 60 watt bulb",
    "A 5 km run, 5 km from here": "A 5 kilometer run, 5 kilometers from here",
    "The bag of 5 kg fell": "The bag of 5 kilograms fell",
    'A 55" TV is 3" thick.': "A 55 inch TV is 3 inches thick.",
    "A 12' wall is 12' high.": "A 12 foot wall is 12 feet high.",
    "She is 5'4\", he is 6'.": "She is 5 foot 4, he is 6 feet.",
    "At 40°26'46\" N now": "At 40 degrees 26 minutes 46 seconds north now",
    "He said “I am 5” and left.": "He said “I am 5” and left.",
    "A 2x4 and 10x more, 3x4=12": "A 2 by 4 and 10 times more, 3 times 4 equals 12",
}
MONEY = {
    "A $5 bill and $5 more": "A 5 dollar bill and 5 dollars more",
    "A $5 million deal of $5M": "A 5 million dollar deal of 5 million dollars",
    "It cost -$5 or -£5.50.": "It cost minus 5 dollars or minus 5 pounds and 50 pence.",
    "From $5-$10, £3–4, $1.50-$2": (
        "From 5 to 10 dollars, 3 to 4 pounds, 1 dollar and 50 cents to 2 dollars"
    ),
    "$20 - 5 is left": "20 dollars minus 5 is left",
    "5 USD, 20 EUR, USD 7, HK$5, 5$": (
        "5 U.S. dollars, 20 euros, 7 U.S. dollars, 5 Hong Kong dollars, 5 dollars"
    ),
    "99¢, $0.01, $0.99, $1": "99 cents, 1 cent, 99 cents, 1 dollar",
    "$18/hr or £5/kg": "18 dollars per hour or 5 pounds per kilogram",
    "2.5m views, 3M users, 5 m tall": "2.5 million views, 3 million users, 5 meters tall",
}
FIGURES = {
    "My PIN is 0042.": "My PIN is zero zero four two.",
    "Zip code 90210, area code 212": "Zip code nine zero two one zero, area code two one two",
    "Agent 007 and 0070": "Agent double oh seven and zero zero seven zero",
    "Reno, NV 89501.": "Reno, NV eight nine five zero one.",
    "Room 305, flight 238, Route 66": "Room 3 oh 5, flight 2 38, Route 66",
    "Order 48213 of 48213 cups": "Order four eight two one three of 48213 cups",
    "At 9:30PM, 9am-5pm, 7:05am": "At 9 30 [pˌiˈɛm], 9 [ˌAˈɛm] to 5 [pˌiˈɛm], 7 oh 5 [ˌAˈɛm]",
    "The p.m. and I am 5": "The p.m. and I am 5",
    "See v1.5, v2 and 2.0.1": "See version 1.5, version 2 and 2 point 0 point 1",
    "C# and F# minor, C++, .NET": "C sharp and F sharp minor, C plus plus, dot NET",
    "See (ii), page xiv and (a)": "See (two), page fourteen and (a)",
    "Let f(x) or (x) be 1": "Let f(x) or (x) be 1",
    "Scene v, Act III": "Scene five, Act three",
    "World War I and I": "World War one and I",
    "iPhone X and Malcolm X": "iPhone ten and Malcolm X",
    "IV. The End": "four. The End",
    "I. Nor I": "I. Nor I",
    "2/50 HP and 24/7": "2 of 50 HP and 24/7",
    "Go to mail.nasa.gov or bbc.com": "Go to mail dot nasa dot gov or B B C dot com",
}
APOSTROPHES = {
    "'Tis late, 'twas fun": "[tˈɪz] late, [twˈʌz] fun",
    "He was livin' large": "He was livin large",
    "A 'cabin' and 'being'": "A 'cabin' and 'being'",
    "Fish 'n' chips, get 'em": "Fish [ən] chips, get [əm]",
    "In the '60s and '98": "In the 60s and 98",
    "She said 'is it?' to me.": "She said 'is it?' to me.",
    "Give 'im it": "Give [ɪm] it",
}
SAID = ABBREVIATIONS | MEASURES | MONEY | FIGURES | APOSTROPHES


@pytest.mark.parametrize(("written", "expected"), SAID.items())
def test_what_is_said(written, expected):
    assert spoken(written, "a") == expected


CAPITALS = {
    "GO HOME!": "Go home!",
    "HELP ME! LET ME GO!": "Help me! Let me go!",
    "IT WAS A DARK NIGHT when it rained": "It was a dark night when it rained",
    "TELL US MORE ABOUT THE US ARMY": "Tell us more about the US army",
    "THE FBI AND CIA MET": "The FBI and CIA met",
    "OUR IT TEAM SAID IT": "Our IT team said it",
    "DR. WHO SAW MR SMITH": "Dr. Who saw Mr Smith",
    "CHAPTER IV: HENRY VIII": "Chapter IV: Henry VIII",
    "BORN ON MAY 5, SHE MAY GO": "Born on May 5, she may go",
    "VITAMIN A IS A NEED": "Vitamin A is a need",
    "COME AT 9 AM": "Come at 9 AM",
    "BOSTON, MA 02134": "Boston, MA 02134",
    "GANDALF THE GREY": "Gandalf the grey",
    "THE TWENTY-ONE LIGHT-YEARS": "The twenty-one light-years",
    "DON'T GO, IT'S HIM": "Don't go, it's him",
    "HARP sih kord, LIGH kah": "HARP sih kord, ligh kah",
    "The US, the IT department, NATO": "The US, the IT department, NATO",
    "HTML, CSS and SQL": "HTML, CSS and SQL",
    "In the U.S. IT IS SO": "In the U.S. It is so",
    "I GO": "I GO",
}


@pytest.mark.parametrize(("written", "expected"), CAPITALS.items())
def test_capitals(written, expected):
    assert plain_capitals(written, backend_of("a").is_word) == expected


@pytest.mark.parametrize(
    ("large", "small"),
    [("I said GO!", "I said go!"), ("the GODS sat", "the gods sat"), ("to HIM", "to him")],
)
def test_a_lone_word_in_capitals_is_a_word(large, small):
    assert phonemes_of(large) == phonemes_of(small)


@pytest.mark.parametrize("acronym", ["FBI", "TV", "USA", "PC", "UK"])
def test_acronyms_are_spelled(acronym):
    assert phonemes_of(f"the {acronym} set") == phonemes_of(f"the {'.'.join(acronym)}. set")


def phonemes_of(text: str) -> str:
    return "".join(c for c in phonemize(text, "a").phonemes if c not in " ˈˌ")


ENDED = {
    "I live in the U.S. It is big.": ["I live in the U.S. ", "It is big."],
    "He got a Ph.D. She left.": ["He got a Ph.D. ", "She left."],
    "It is on Main St. It is old.": ["It is on Main St. ", "It is old."],
    "Pens, ink, etc. Then he left.": ["Pens, ink, etc. ", "Then he left."],
    "Take plan B. Then go.": ["Take plan B. ", "Then go."],
    "The U.S. Army won.": ["The U.S. Army won."],
    "J. R. Brown saw Dr. No.": ["J. R. Brown saw Dr. No."],
}


@pytest.mark.parametrize(("text", "sentences"), ENDED.items())
def test_where_sentences_end_at_an_abbreviation(text, sentences):
    ends = [0, *sentence_ends(text, "a")]
    assert [text[a:b] for a, b in pairwise(ends)] == sentences


@pytest.mark.parametrize("text", [text for text, found in ENDED.items() if len(found) == 2])
def test_its_full_stop_is_heard(text):
    assert phonemize(text, "a").phonemes.count(".") == 2


@pytest.mark.parametrize("text", ["The U.S. Army won", "St. Paul, Fig. 3", "Inc. and co"])
def test_no_full_stop_inside(text):
    assert "." not in phonemize(text, "a").phonemes


FOLDED = {
    "Kṛṣṇa and Śiva": "Krishna and Shiva",
    "Ṛgveda, Viṣṇu": "Rigveda, Vishnu",
    "Manṣūr and Kościuszko": "Mansur and Kosciuszko",
    "Nguyễn, Trần, Đặng": "Nguyen, Tran, Dang",
    "café, naïve, jalapeño": "café, naïve, jalapeño",
    "I can´t": "I can't",
    "② and ④": "2 and 4",
}


@pytest.mark.parametrize(("written", "expected"), FOLDED.items())
def test_letters(written, expected):
    assert fold_line(OffsetText.of(written), set(), "a").text == expected
