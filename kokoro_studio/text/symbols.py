"""The symbols Kokoro-82M was trained on, and their ids.

The table is the `vocab` of the checkpoint's own `config.json`: 114 symbols in an embedding of
178 rows. Upper-case Latin letters are diphthongs and affricates of the training data
(A eɪ, I aɪ, W aʊ, O oʊ, Y ɔɪ, Q əʊ, T a flap, S a syllabic s).
"""

from __future__ import annotations

# Runs of consecutive ids: the first id, then the symbols.
_RUNS = (
    (1, ";:,.!?"),
    (9, '—…"()“” \u0303ʣʥʦʨᵝꭧAI'),
    (31, "O"),
    (33, "Q"),
    (35, "ST"),
    (39, "W"),
    (41, "Yᵊabcdef"),
    (50, "hijklmnopqrstuvwxyzɑɐɒæ"),
    (75, "βɔɕç"),
    (80, "ɖðʤə"),
    (85, "ɚɛɜ"),
    (90, "ɟ"),
    (92, "ɡ"),
    (99, "ɥ"),
    (101, "ɨɪʝ"),
    (110, "ɯɰŋɳɲɴø"),
    (118, "ɸθœ"),
    (123, "ɹ"),
    (125, "ɾɻ"),
    (128, "ʁɽʂʃʈʧ"),
    (135, "ʊʋ"),
    (138, "ʌɣɤ"),
    (142, "χʎ"),
    (147, "ʒʔ"),
    (156, "ˈˌː"),
    (162, "ʰ"),
    (164, "ʲ"),
    (169, "↓"),
    (171, "→↗↘"),
    (177, "ᵻ"),
)

SYMBOL_IDS: dict[str, int] = {
    symbol: first + i for first, symbols in _RUNS for i, symbol in enumerate(symbols)
}
SYMBOLS = frozenset(SYMBOL_IDS)
PUNCTUATION = frozenset(';:,.!?—…"()“”')

MAX_PHONEMES = 510  # 512 positions less the padding symbol (id 0) at each end


def ids(phonemes: str) -> list[int]:
    """Symbol ids of a phoneme string, without the padding at its ends.

    Every character must be a symbol (`KeyError` otherwise): what cannot be spoken is dealt with,
    and reported, before a phoneme string is made.
    """
    return [SYMBOL_IDS[symbol] for symbol in phonemes]
