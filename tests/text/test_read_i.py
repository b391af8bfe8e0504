"""Italian as it is written, and what is said for it; what looks alike and stays is beside it."""

from __future__ import annotations

import pytest

from kokoro_studio.text import phonemize
from kokoro_studio.text.normalize import normalize

SAID = {
    # A numeral takes the gender of what it counts.
    "C'era 1 ragazza e 1 ragazzo.": "C'era una ragazza e un ragazzo.",
    "Compra 1 zaino e 1 arancia.": "Compra uno zaino e un'arancia.",
    "Ha 1 problema e 1 mano.": "Ha un problema e una mano.",
    "Una casa, 1 grande casa": "Una casa, una grande casa",
    "Il capitolo 1 parla di te.": "Il capitolo 1 parla di te.",
    "Vince 1 a 0, 1 su 10.": "Vince 1 a 0, 1 su 10.",
    "Il 1 maggio": "Il primo maggio",
    # Ordinals.
    "Il 3° capitolo, la 2° uscita": "Il terzo capitolo, la seconda uscita",
    "L'8° giorno e l'11ª edizione": "L'ottavo giorno e l'undicesima edizione",
    "Nel 20° secolo, 3° posto": "Nel ventesimo secolo, terzo posto",
    "Sono 20° fuori, un angolo di 45°": "Sono 20 gradi fuòri, un angolo di 45 gradi",
    "Ai 30° di ieri": "Ai 30 gradi di ieri",
    "Nella 3a classe, via Roma 3a": "Nella terza classe, via Roma 3a",
    "La 25esima ora": "La venticinquesima ora",
    "Uno schermo 16:9, un rapporto 3:1": "Uno schermo sedici noni, un rapporto 3 a 1",
    # Fractions, money, formulas.
    "Attende ½ ora con ½ litro": "Attende mezz'ora con mezzo litro",
    "Per 1½ ore": "Per 1 e mezzo ore",
    "1/2 della classe": "metà della classe",
    "Costa 3 mln € o -$5": "Costa 3 milioni di euro o meno 5 dollari",
    "Costa 12 €/kg": "Costa 12 euro al chilo",
    "Se x < 3, 10^6 e 10²": "Se x minore di 3, 10 alla sesta e 10 al quadrato",
    "Nel 2015, il 15%, 3,15": "Nel duemilaquindici, il quindici per cento, 3,15",
    "L'8 marzo, al 18": "L'otto marzo, al 18",
    # Apostrophes for accents.
    "La citta' e' bella, perche' no?": "La città è bella, perché no?",
    "Un po' di pane, va' via, di' no": "Un po' di pane, va' via, di' no",
    "Disse 'la casa' e 'amore'": "Disse 'la casa' e 'amore'",
    "Lunedi' ne' lui ne' lei": "Lunedì né lui né lei",
    "L' acqua e un' amica": "L'acqua e un'amica",
    "Ch'io dica, ch'un altro": "Chio dica, cun altro",
    "C'era anch'io": "C'era anch'io",
    # Abbreviations.
    "S. Pietro, S. Anna, S. Stefano": "San Pietro, Sant'Anna, Santo Stefano",
    "La chiesa di S. Maria": "La chiesa di Santa Maria",
    "Il signor S. Rossi": "Il signor S. Rossi",
    "Pane, etc., latte, ecc. Poi": "Pane, eccetera, latte, eccetera. Poi",
    "Attendi 10 min. o min. 5": "Attendi 10 minuti o minimo 5",
    "Versione 2.0 e 2.0.1": "Versione 2 punto 0 e 2 punto 0 punto 1",
    # Roman numerals.
    "Elisabetta II e Luigi XIV": "Elisabetta seconda e Luigi quattordicesimo",
    "La II guerra, il XX secolo": "La seconda guerra, il ventesimo secolo",
    "Carlo V e il CD": "Carlo quinto e il CD",
    # Homographs.
    "Mi capitano cose, dice il capitano": "Mi càpitano cose, dice il capitano",
    "Cose che capitano al capitano": "Cose che càpitano al capitano",
    "L'ancora della nave": "L'àncora della nave",
    "È ancora qui": "È ancora qui",
    "I princìpi, i principi morali": "I princìpi, i princìpi morali",
    "I principi e le dame": "I principi e le dame",
    "In seguito ho seguito": "In séguito ho seguito",
    "Scarpe leggere, amo leggere libri": "Scarpe leggère, amo leggere libri",
    "Loro perdono tempo, il perdono": "Lóro pèrdono tempo, il perdono",
    "Apri il file, tre file di sedie": "Apri il fàil, tre file di sedie",
    # Words that espeak-ng misreads.
    "Vorrebbe, ebbe": "Vorrébbe, ebbe",
    "Ha venti euro e i venti del nord": "Ha vénti euro e i venti del nord",
    "Il weekend online": "Il uikènd onlàin",
    "LA CITTA' NEL MESE": "LA CITTÀ NEL MÉSE",
}
PHONEMES = [
    ("L'universita' e la liberta'", "sitˈa", "libertˈa"),
    ("Sarebbe un meeting", "sarˈebːe", "mˈitiŋ"),
    ("Disse ch'io andassi", "kˈio|kˌio"),
    ("La brezza e la piazza", "brˈeʣːa", "pjˈaʦːa"),
    ("l‘acqua, perche`", "lˈakːwa", "perkˌe|perkˈe"),
]


def said(text: str) -> str:
    out, end = "", 0
    for piece in normalize(text, "i"):
        spoken = piece.spoken if piece.phonemes is None else f"[{piece.phonemes}]"
        out += text[end : piece.start] + spoken
        end = piece.end
    return out + text[end:]


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_what_is_said(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("row", PHONEMES)
def test_how_it_sounds(row):
    phonemes = phonemize(row[0], "i").phonemes
    assert [p for p in row[1:] if not any(each in phonemes for each in p.split("|"))] == []
