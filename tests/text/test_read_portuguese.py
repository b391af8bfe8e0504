"""Portuguese: what is written, and what is said for it."""

from __future__ import annotations

import pytest

from kokoro_studio.text.normalize import normalize
from kokoro_studio.text.normalize.languages.portuguese_nouns import gender
from kokoro_studio.text.normalize.languages.portuguese_numbers import cardinal, ordinal


def spoken(text: str, language: str) -> str:
    """The text with its pieces in place."""
    said, end = "", 0
    for piece in normalize(text, language):
        said += text[end : piece.start]
        said += piece.spoken if piece.phonemes is None else f"[{piece.phonemes}]"
        end = piece.end
    return " ".join((said + text[end:]).split())


SAID = {
    # numerals agree with what they count, and join their hundreds
    "Comprei 2 casas.": "Comprei duas casas.",
    "Vieram 200 pessoas.": "Vieram duzentas pessoas.",
    "Vieram 21 meninas": "Vieram vinte e uma meninas",
    "São 322 páginas": "São trezentas e vinte e duas páginas",
    "2 mil pessoas": "duas mil pessoas",
    "2 milhões de pessoas": "dois milhões de pessoas",
    "Só 1 mulher, 1 livro": "Só uma mulher, um livro",
    "2 grandes árvores": "duas grandes árvores",
    "1 ou 2 xícaras": "uma ou duas xícaras",
    "De 21 a 22 horas": "De vinte e uma a vinte e duas horas",
    "1 em cada 3 mulheres": "uma em cada três mulheres",
    "2 das casas": "duas das casas",
    "Às 2 da tarde, à 1": "Às duas da tarde, à uma",
    "Dura 2 h e 1 min": "Dura duas horas e um minuto",
    "Custa £200": "Custa duzentas libras",
    "Em 1500 e 1300": "Em mil e quinhentos e mil e trezentos",
    "R$ 1.200,00": "mil e duzentos reais",
    "101.300 pessoas": "cento e uma mil e trezentas pessoas",
    # and stay where they count nothing feminine
    "Tem 2 irmãos, 2 dias": "Tem dois irmãos, dois dias",
    "Tem 200 corações": "Tem duzentos corações",
    "Na página 2, sala 1": "Na página dois, sala um",
    "Em 1822 fomos": "Em mil oitocentos e vinte e dois fomos",
    "Tem 1250 livros": "Tem mil duzentos e cinquenta livros",
    "Venceu por 2 a 1": "Venceu por dois a um",
    "2 outras coisas": "duas outras coisas",
    "Em 1992 várias cidades": "Em mil novecentos e noventa e dois várias cidades",
    "1 delas, 1 deles": "uma delas, um deles",
    "R$ 1.000.000": "um milhão de reais",
    "100 000 pessoas": "cem mil pessoas",
    # ordinals and degrees
    "A 1.ª vez, o 1o lugar": "A primeira vez, o primeiro lugar",
    "A 2a feira": "A segunda feira",
    "Os 1ºs lugares": "Os primeiros lugares",
    "O 21º andar": "O vigésimo primeiro andar",
    "Faz 20ºC hoje": "Faz vinte graus Celsius hoje",
    "Um ângulo de 90º.": "Um ângulo de noventa graus.",
    "O 20º andar": "O vigésimo andar",
    "Gire 90° à direita": "Gire noventa graus à direita",
    "No 3o. dia": "No terceiro dia",
    # fractions
    "São ½ litro, 1/2 xícara": "São meio litro, meia xícara",
    "São 2½ litros": "São dois e meio litros",
    "Sobra 1/2": "Sobra metade",
    "3/4 xícara": "três quartos de xícara",
    # money
    "Custa R$ 2,5 mi.": "Custa dois vírgula cinco milhões de reais.",
    "Caiu -R$ 50 ou -$5": "Caiu menos cinquenta reais ou menos cinco dólares",
    "R$ 10/kg": "dez reais por quilo",
    "R$ 5-10": "cinco a dez reais",
    "R$ 2,01": "dois reais e um centavo",
    # signs
    "Se x < 3, 10^6": "Se x menor que três, dez elevado a seis",
    "√2, ±5, x²": "raiz quadrada de dois, mais ou menos cinco, x ao quadrado",
    "Uma TV de 22\"": "Uma tê vê de vinte e duas polegadas",
    "Em 3:1": "Em três para um",
    "Ganhou de 3x1": "Ganhou de três a um",
    "3 x 4 = 12": "três vezes quatro igual a doze",
    "Versão 2.0.1": "Versão dois ponto zero ponto um",
    "São 100.000.000 de votos": "São cem milhões de votos",
    # Roman numerals
    "A II Guerra": "A segunda Guerra",
    "Século XIX e século V": "Século dezenove e século quinto",
    "Dom Pedro II": "Dom Pedro segundo",
    # abbreviations
    "Na R. Augusta, nº 5": "Na rua Augusta, número cinco",
    "J. R. Silva saiu": "J. R. Silva saiu",
    "O cap. 3 e a pág. 5": "O capítulo três e a página cinco",
    "D. Ana e D. João": "dona Ana e dom João",
    "Ligue 3333-4444": "Ligue três três três três, quatro quatro quatro quatro",
    "Das 9h30min às 10h": "Das nove e trinta às dez horas",
    # words of other languages, acronyms
    "Uma bike": "Uma [bˈIky]",
    "O FGTS e a UFMG": "O éfe gê tê ésse e a u éfe eme gê",
    "O SUS e a FIFA": "O Sus e a Fifa",
    "SÓ EU vi": "só eu vi",
    "O CO₂": "O cê ó dois",
    # open and closed vowels
    "Eu jogo; o jogo": "Eu jógo; o jogo",
    "Gosto do gosto": "gósto do gosto",
    "Estou com sede": "Estou com sêde",
    "A sede da empresa": "A séde da empresa",
    "Vou colher flores": "Vou colhêr flores",
    "Uma colher de chá": "Uma colhér de chá",
    "Na forma untada": "Na fôrma untada",
    "De toda forma": "De toda forma",
    "Sei tudo de cor.": "Sei tudo de cór.",
    "Um lápis de cor": "Um lápis de cor",
}  # fmt: skip


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_portuguese(written, said):
    assert spoken(written, "p") == said


def test_cardinals_join_their_last_group():
    assert cardinal(1300) == "mil e trezentos"
    assert cardinal(1350) == "mil trezentos e cinquenta"
    assert cardinal(2022, feminine=True) == "duas mil e vinte e duas"
    assert cardinal(1_200_000) == "um milhão e duzentos mil"
    assert cardinal(202_202, feminine=True) == "duzentas e duas mil duzentas e duas"


def test_ordinals_up_to_the_hundreds():
    assert ordinal(33, "as") == "trigésimas terceiras"
    assert ordinal(101) == "centésimo primeiro"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("casas mulheres vezes canções cidades flores leis mãos fotos viagens irmãs", "f"),
        ("anos dias problemas meses países aviões artistas corações homens pães irmãos", "m"),
        ("mas vamos fomos depois Brasil casa", ""),
    ],
)
def test_gender_of_what_many_are_counted(words, expected):
    assert [gender(word, one=False) for word in words.split()] == [expected] * len(words.split())
