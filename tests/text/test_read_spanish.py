"""Spanish: what is written, and what is said for it."""

from __future__ import annotations

import pytest

from kokoro_studio.text.normalize import normalize
from kokoro_studio.text.normalize.languages.spanish_nouns import gender
from kokoro_studio.text.normalize.languages.spanish_numbers import cardinal, ordinal


def spoken(text: str, language: str) -> str:
    """The text with its pieces in place."""
    said, end = "", 0
    for piece in normalize(text, language):
        said += text[end : piece.start]
        said += piece.spoken if piece.phonemes is None else f"[{piece.phonemes}]"
        end = piece.end
    return " ".join((said + text[end:]).split())


SAID = {
    # numerals agree with what they count
    "Tiene 21 años.": "Tiene veintiún años.",
    "Hace 101 días.": "Hace ciento un días.",
    "Vinieron 200 personas.": "Vinieron doscientas personas.",
    "Compró 31.000 libros.": "Compró treinta y un mil libros.",
    "Hay 101300 personas.": "Hay ciento un mil trescientas personas.",
    "Hay 500 nuevas plazas.": "Hay quinientas nuevas plazas.",
    "Las 500 mejores empresas": "Las quinientas mejores empresas",
    "Entre 21 y 31 mujeres": "Entre veintiuna y treinta y una mujeres",
    "De 1 a 2 semanas": "De una a dos semanas",
    "De 21-31 años": "De veintiún a treinta y un años",
    "1 de cada 3 personas": "una de cada tres personas",
    "1 de las niñas": "una de las niñas",
    "1 de los niños": "uno de los niños",
    "1 vez, 1 libro, 1 aula": "una vez, un libro, un aula",
    "Son 21 millones y 200 mil casas": "Son veintiún millones y doscientas mil casas",
    "A la 1 y a las 21": "A la una y a las veintiuna",
    "21 h, 21 km y 200 ha": "veintiuna horas, veintiún kilómetros y doscientas hectáreas",
    "Cuesta 21 € o £200": "Cuesta veintiún euros o doscientas libras",
    "201 PERSONAS": "doscientas una PERSONAS",
    # and stay where they count nothing
    "En la página 21 del libro": "En la página veintiuno del libro",
    "El capítulo 1 trata de todo": "El capítulo uno trata de todo",
    "En 1991 fuimos a Roma": "En mil novecientos noventa y uno fuimos a Roma",
    "En 2001 murió": "En dos mil uno murió",
    "Ganó 1 a 0": "Ganó uno a cero",
    "El 21 de mayo de 2021": "El veintiuno de mayo de dos mil veintiuno",
    "Faltan 22 días": "Faltan veintidós días",
    "Tiene 200 metros": "Tiene doscientos metros",
    "Son 11 mujeres": "Son once mujeres",
    "Un 21 % más": "Un veintiuno por ciento más",
    "Son 5.000.000.": "Son cinco millones.",
    "Vale 1.000.000 €": "Vale un millón de euros",
    "21 otras casas": "veintiuna otras casas",
    "En 1991 varias casas": "En mil novecientos noventa y uno varias casas",
    "12 500 personas": "doce mil quinientas personas",
    "250 250": "doscientos cincuenta doscientos cincuenta",
    "Uno de 0,05 y 3,1416": "Uno de cero coma cero cinco y tres coma uno cuatro uno seis",
    # ordinals
    "El 100.º aniversario": "El centésimo aniversario",
    "El 21.º lugar, la 21.ª vez": "El vigesimoprimer lugar, la vigesimoprimera vez",
    "Los 4tos y las 2das": "Los cuartos y las segundas",
    "El 1er día, la 3ra vez": "El primer día, la tercera vez",
    "El 1.º de mayo": "El primero de mayo",
    "Fue el 3.º.": "Fue el tercero.",
    "La 1.ª y la 33.ª": "La primera y la trigésima tercera",
    # degrees
    "Hace 20ºC hoy": "Hace veinte grados Celsius hoy",
    "Un giro de 180º.": "Un giro de ciento ochenta grados.",
    "Hace 30º en casa": "Hace treinta grados en casa",
    "A 1 °C": "A un grado Celsius",
    "Alumnos de 3º de primaria": "Alumnos de tercero de primaria",
    "El 20º aniversario": "El vigésimo aniversario",
    "Gira 90° a la derecha": "Gira noventa grados a la derecha",
    "Estamos a -5º.": "Estamos a menos cinco grados.",
    "Quedó el 25º": "Quedó el vigesimoquinto",
    # fractions
    "Son ½ litro y 1/2 taza": "Son medio litro y media taza",
    "1/2 de ellos": "un medio de ellos",
    "2½ horas, 1 1/2 tazas": "dos y media horas, una y media tazas",
    "2½ kg": "dos y medio kilos",
    "3/4 taza, 3/4 de hora": "tres cuartos de taza, tres cuartos de hora",
    "2/3 partes": "dos terceras partes",
    # money
    "Cuesta $2000 pesos": "Cuesta dos mil pesos",
    "Cuesta $1,500.50": "Cuesta mil quinientos dólares con cincuenta centavos",
    "Son -$5 y -5 €": "Son menos cinco dólares y menos cinco euros",
    "A 3 €/kg": "A tres euros por kilo",
    "Son 5 USD o 20 k€": "Son cinco dólares o veinte mil euros",
    "Son 5-10 € o $5–$10": "Son cinco a diez euros o cinco a diez dólares",
    "Sobra 1,01 €": "Sobra un euro con un céntimo",
    "Tiene 20k seguidores": "Tiene veinte mil seguidores",
    # signs
    "Si x < 3 y 10^6": "Si x menor que tres y diez elevado a seis",
    "√2, ±5, x²": "raíz cuadrada de dos, más menos cinco, x al cuadrado",
    "2 ≠ 3": "dos distinto de tres",
    "5 µm y π": "cinco micrómetros y pi",
    "Una tele de 55\"": "Una tele de cincuenta y cinco pulgadas",
    "Mide 5'10\"": "Mide cinco pies y diez pulgadas",
    "En 3:1 y 16:9": "En tres a uno y dieciséis novenos",
    "A las 3:10": "A las tres y diez",
    "A escala 1:50": "A escala uno a cincuenta",
    "Dura 2 h 30 min": "Dura dos horas treinta minutos",
    # versions and codes
    "Versión 2.0.1 y versión 3.11": "Versión dos punto cero punto uno y versión tres punto once",
    "Son 1.000.000 de euros": "Son un millón de euros",
    "Pedido #12345": "Pedido número uno dos tres cuatro cinco",
    # Roman numerals
    "La II Guerra, el IV Congreso": "La segunda Guerra, el cuarto Congreso",
    "El XX aniversario": "El vigésimo aniversario",
    "Siglos XVI y XVII": "Siglos dieciséis y diecisiete",
    "En el siglo V": "En el siglo quinto",
    "Felipe VI y Luis XIV": "Felipe sexto y Luis catorce",
    "Marca la X grande": "Marca la X grande",
    # abbreviations
    "El art. 5 y el vol. 2": "El artículo cinco y el volumen dos",
    "En la pág. 3, p. 5": "En la página tres, página cinco",
    "En C. P. 28001": "En código postal veintiocho mil uno",
    "Vive en EE. UU. Es grande": "Vive en Estados Unidos. Es grande",
    "Sale a las 9.30 h. Llega": "Sale a las nueve y treinta. Llega",
    # words of other languages, acronyms, ü
    "El hardware": "El [xˈaɾðweɾ]",
    "La cigüeña lingüista": "La cigweña lingwista",
    "La guerra y el guante": "La guerra y el guante",
    "La ONG, el USB y la UE": "La o ene ge, el u ese be y la u e",
    "La UNESCO y la NASA": "La Unesco y la Nasa",
    "NO es ÉL": "no es él",
    "EL ISTMO DEL SUR": "el ISTMO Del Sur",
    "Carlos XXI": "Carlos veintiuno",
    "A las 9.30 h": "A las nueve y treinta",
    "A las 21h30": "A las veintiuna y treinta",
}  # fmt: skip


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_spanish(written, said):
    assert spoken(written, "e") == said


def test_cardinals_take_the_form_of_what_is_counted():
    assert cardinal(0) == "cero"
    assert cardinal(100) == "cien"
    assert cardinal(1_021_021, "una") == "un millón veintiún mil veintiuna"
    assert cardinal(200_200, "una") == "doscientas mil doscientas"
    assert cardinal(21_000_000, "un") == "veintiún millones"


def test_ordinals_up_to_the_hundreds():
    assert ordinal(28) == "vigesimoctavo"
    assert ordinal(33, "as") == "trigésimas terceras"
    assert ordinal(101, "º") == "centésimo primer"
    assert ordinal(13, "er") == "decimotercer"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("casas mujeres veces canciones ciudades flores leyes manos fotos", "f"),
        ("años días problemas meses países camiones artistas gramos peces", "m"),
        ("tras vamos fuimos además Madrid casa", ""),
    ],
)
def test_gender_of_what_many_are_counted(words, expected):
    assert [gender(word, one=False) for word in words.split()] == [expected] * len(words.split())
