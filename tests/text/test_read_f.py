"""French as it is written, and what is said for it; what looks alike and stays is beside it."""

from __future__ import annotations

import pytest

from kokoro_studio.text import phonemize
from kokoro_studio.text.normalize import normalize

SAID = {
    # A numeral takes the gender of what it counts.
    "Il y a 1 femme et 21 poules.": "Il y a une femme et vingt et une poules.",
    "Il y a 71 femmes, 2 poules.": "Il y a 71 femmes, 2 poules.",
    "J'ai 41 nouvelles voitures.": "J'ai quarante et une nouvelles voitures.",
    "La page 1 femme et homme.": "La page 1 femme et homme.",
    "Au 21 rue de Rivoli.": "Au 21 rue de Rivoli.",
    "En 1981 la France changea.": "En 1981 la France changea.",
    "Voici 21 hommes et 1 an.": "Voici vingt et un hommes et un an.",
    "Il en reste 1 ou 2.": "Il en reste 1 ou 2.",
    "Il est 21 h, il dort 31 min.": "Il est vingt et une heures, il dort trente et une minutes.",
    "À 8h21 et à 21h15.": "À 8 heures vingt et une et à vingt et une heures 15.",
    "Il mesure 1m80.": "Il mesure un mètre 80.",
    "Il pose 1m de tissu.": "Il pose un mètre de tissu.",
    "Il a couru 1h30min.": "Il a couru une heure 30.",
    # Ordinals.
    "La 80e fois, la 200e fois.": "La quatre-vingtième fois, la deux centtième fois.",
    "Le 2nd tour, la 1re fois.": "Le second tour, la première fois.",
    "Le 3° article et la 1° fois.": "Le troisième article et la première fois.",
    "Un angle de 45° et 20 °C.": "Un angle de 45 degrés et 20 degrés Celsius.",
    "Un écran 16:9, un rapport de 3:1.": "Un écran seize neuvièmes, un rapport de 3 à 1.",
    # Fractions.
    "Il attend 1½ heure.": "Il attend une et demie heure.",
    "Il attend ½ heure.": "Il attend une demi heure.",
    "Il pèse 3½ kilos.": "Il pèse 3 et demi kilos.",
    # Money and formulas.
    "Soit -$5 ou 12 €/m².": "Soit moins 5 dollars ou 12 euros le mètre carré.",
    "Si x < 3 et y = 2.": "Si x inférieur à 3 et igrec égale 2.",
    "Il y a 2 + 2 = 4.": "Il y a 2 pluss 2 égale 4.",
    "10^6 et 10² et √2": "10 puissance 6 et 10 au carré et racine carrée de 2",
    # Abbreviations.
    "Mgr Roux et Me Petit.": "monsègneur Roux et maître Petit.",
    "Me voilà, Paul.": "Me voilà, Paul.",
    "Du pain, etc. Il part.": "Du pain, etc. Il part.",
    "Attendre 10 min. ou min. 5": "Attendre 10 minutes ou minimum 5",
    "L'art. 3 et le vol. II, 5 sept. 2020": "L'article 3 et le volume deux, 5 septembre 2020",
    "Il aime l'art. Il en a sept. Un vol.": "Il aime l'art. Il en a sept. Un vol.",
    "Appelez le 01.42.68.53.00.": "Appelez le 01 42 68 53 00.",
    "La version 2.0 et la 2.0.1": "La version 2 point 0 et la 2 point 0 point 1",
    "Le tome II et t. III, Louis XIV": "Le tome deux et tome trois, Louis quatorze",
    "La PME, la SNCF": "La P M E, la SNCF",
    # Loose apostrophes.
    "Voici l' itinéraire d' accord.": "Voici l'itinéraire d'accord.",
    "La lettre 'l' est là.": "La lettre 'l' est là.",
    # Homographs.
    "Ses fils jouent.": "Ses fiss joue.",
    "Coupez les fils électriques.": "Coupez les fil électriques.",
    "Il est à l'est de Paris.": "Il est à l'este de Paris.",
    "Elle l'est toujours.": "Elle l'est toujours.",
    "Les poules du couvent couvent.": "Les poules du couvent couve.",
    "Elles président.": "Elles préside.",
    "Le président est content.": "Le président est content.",
    "Nous portions les portions.": "Nous porttions les portions.",
    "J'en veux plus !": "J'en veux pluss !",
    "Je n'en veux plus.": "Je n'en veux plus.",
    "Il gagne plus que moi.": "Il gagne pluss que moi.",
    "Il n'y a plus que moi.": "Il n'y a plus que moi.",
    "Tous deux sont venus, tous.": "tou deux sont venus, touss.",
    "Tu as un as.": "Tu as un asse.",
    "Un os, des os": "Un os, des ô",
    "Une vis, je vis": "Une visse, je vis",
    "Se fier à lui, il est fier": "Se fié à lui, il est fier",
    # Words that espeak-ng misreads.
    "Le centième rythme": "Le centtième ritme",
    "Le vingtième théâtre": "Le vingtième théâtre",
    "Le porc et le port": "Le por et le port",
    "Un jean, et Jean": "Un [dʒˈin], et Jean",
    "LE FILS DU ROI": "LE FISS DU ROI",
}
PHONEMES = [
    ("On part en week-end au parking.", "wikˈɛnd", "paʁkˈiŋ"),
    ("Le dompteur a mal au dos.", "dɔ̃tˈœʁ", "dˈo."),
    ("Un testament, des médicaments", "tɛstamˈɑ̃", "medikamˈɑ̃"),
    ("De Metz à Bruxelles par Auxerre", "mˈɛs", "bʁysˈɛl", "osˈɛʁ"),
    ("Nguyễn et Trần", "nɡyijˈɛ̃", "tʁˈɑ̃"),
]


def said(text: str) -> str:
    out, end = "", 0
    for piece in normalize(text, "f"):
        spoken = piece.spoken if piece.phonemes is None else f"[{piece.phonemes}]"
        out += text[end : piece.start] + spoken
        end = piece.end
    return " ".join((out + text[end:]).split(" "))


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_what_is_said(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("row", PHONEMES)
def test_how_it_sounds(row):
    phonemes = phonemize(row[0], "f").phonemes
    assert [part for part in row[1:] if part not in phonemes] == []
