"""What is said for what is written, as a table for each language: a specification to read."""

from __future__ import annotations

import pytest

from kokoro_studio.text.normalize import normalize

AMERICAN = {
    "Our rent rose on June 1, 2019.": "Our rent rose on June first, 2019.",
    "Due 2023-11-09 or 12/25/99.": "Due November ninth, 2023 or December twenty-fifth, 1999.",
    "Doors open at 7:05 p.m. sharp": "Doors open at 7 oh 5 p.m. sharp",
    "We met at 8:00 and at 14:00.": "We met at 8 o'clock and at 14 hundred.",
    "It closed at 6:00 a.m. again": "It closed at 6 a.m. again",
    "A loss of $3.2 billion": "A loss of 3.2 billion dollars",
    "They raised $4M and £2bn.": "They raised 4 million dollars and 2 billion pounds.",
    "It was ¥900, about ₹500.": "It was 900 yen, about 500 rupees.",
    "Stir in 1/4 cup.": "Stir in one quarter cup.",
    "Ages 8–12 only": "Ages 8 to 12 only",
    "Down to -7 tonight": "Down to minus 7 tonight",
    "Run 3 km in 15 min, 1 m at a time": "Run 3 kilometers in 15 minutes, 1 meter at a time",
    "Dial 555-0199 or (212) 555-0100.": (
        "Dial five five five, zero one nine nine or "
        "two one two, five five five, zero one zero zero."
    ),
    "Dial 911!": "Dial nine one one!",
    "In 911 homes": "In 911 homes",
    "Gen. Lee and Prof. Chu": "General Lee and Professor Chu",
    "He lives on Oak St. with cats": "He lives on Oak Street with cats",
    "St. Paul is cold.": "Saint Paul is cold.",
    "In Dept. records": "In Department records",
    "Due Aug. 5, then": "Due August fifth, then",
    "The dept. and Aug. rain": "The department and August rain",
    "Edward VII came late.": "Edward the seventh came late.",
    "World War II ended.": "World War two ended.",
    "See chapter IX.": "See chapter nine.",
    "Mail ann.lee@example.org now": "Mail ann dot lee at example dot org now",
    "See https://www.example.org/a-b.": "See example dot org slash a dash b.",
    "Nice 👍🏽 work": "Nice  work",
    "A zero\u200bwidth space": "A zerowidth space",
    "Flight UA4521 boards": "Flight U.A. 4521 boards",
    "6 × 7 = 42": "6 times 7 equals 42",
    "The dogs' “song”": "The dogs “song”",
    "Take seat 14D.": "Take seat 14 [dˈi.]",
    "Louis I think is right": "Louis I think is right",
    "May 5 friends come": "May 5 friends come",
}
BRITISH = {
    "Born on 9 June 1990": "Born on the ninth of June 1990",
    "Sent on 02/03/2024": "Sent on the second of March 2024",
    "Ring 020 7946 0123.": "Ring zero two zero, seven nine four six, zero one two three.",
    "Walk 5 km": "Walk 5 kilometres",
    "Plan Z works": "Plan [zˈɛd] works",
    "At 6.30pm": "At 6 30 [pˌiːˈɛm]",
}
SPANISH = {
    "El tren sale a las 7:15 h.": "El tren sale a las siete y quince.",
    "Abre a la 1:00.": "Abre a la una.",
    "Nació el 02/11/1998.": "Nació el dos de noviembre de mil novecientos noventa y ocho.",
    "Pagó 12,50 € y luego $8.": "Pagó doce euros con cincuenta céntimos y luego ocho dólares.",
    "Cuesta 2,5 millones de euros": "Cuesta dos coma cinco millones de euros",
    "Perdió 0,75 €.": "Perdió setenta y cinco céntimos.",
    "La Dra. Ruiz y el Sr. Gil": "La doctora Ruiz y el señor Gil",
    "Pan, vino, etc., todo": "Pan, vino, etcétera, todo",
    "Habló D. Luis.": "Habló D. Luis.",
    "Habló con D. Luis.": "Habló con don Luis.",
    "Vive en EE. UU. y en EE.UU.": "Vive en Estados Unidos y en Estados Unidos.",
    "El 1.er día y la 2.ª noche": "El primer día y la segunda noche",
    "Alfonso X y Felipe II": "Alfonso décimo y Felipe segundo",
    "La II República": "La segunda República",
    "Isabel I, siglo XVI": "Isabel primera, siglo dieciséis",
    "A 120 km/h y 1 km": "A ciento veinte kilómetros por hora y un kilómetro",
    "Faltan 3/4": "Faltan tres cuartos",
    "Estamos a -4": "Estamos a menos cuatro",
    "De 5–7 años": "De cinco a siete años",
    "Entra en www.ejemplo.es ya": "Entra en ejemplo punto es ya",
    "La ONU, n.º 7": "La Onu, número siete",
    "Tel. 915 55 01 34": "teléfono novecientos quince cincuenta y cinco 01 treinta y cuatro",
}
FRENCH = {
    "Départ à 7h05, retour 18 h 30.": "Départ à 7 heures 5, retour 18 heures 30.",
    "Ouvert à 9:00": "Ouvert à 9 heures",
    "Né le 01/02/1990": "Né le premier février 1990",
    "Ça vaut 3,20 €.": "Ça vaut 3 euros 20.",
    "Un gain de 4 M€": "Un gain de 4 millions d'euros",
    "M. Roux et Mlle Petit": "monsieur Roux et mademoiselle Petit",
    "Pain, vin, etc., voilà": "Pain, vin, etc, voilà",
    "Henri IV, chapitre II": "Henri quatre, chapitre deux",
    "François Ier": "François premier",
    "Au XIXe siècle": "Au dix-neuvième siècle",
    "La 3e fois": "La troisième fois",
    "Les amis": "Les amis",
    "Il fait -8 °C": "Il fait moins 8 degrés Celsius",
    "À 90 km/h": "À 90 kilomètres par heure",
    "J'en prends plus !": "J'en prends pluss !",
    "Je n'en prends plus.": "Je n'en prends plus.",
    "Robert et Anne": "Rober et Anne",
    "Il est n° 3": "Il est numéro 3",
}
ITALIAN = {
    "Parte alle 7:15 e alle ore 9.30.": "Parte alle 7 e quindici e alle ore 9 e 30.",
    "Nato il 01/02/1990": "Nato il primo febbraio 1990",
    "Il 1° maggio": "Il primo maggio",
    "Costa 3,20 € o $8.": "Costa 3 euro e 20 o 8 dollari.",
    "La dott.ssa Neri e il sig. Gallo": "La dottoressa Neri e il signor Gallo",
    "Pane, vino, ecc., tutto": "Pane, vino, eccetera, tutto",
    "Chiami il 06 555 0199.": "Chiami il zero sei, cinque cinque cinque, zero uno nove nove.",
    "Sono 3/4": "Sono tre quarti",
    "I suoi principi sono saldi": "I suoi princìpi sono saldi",
    "I principi e le dame": "I principi e le dame",
    "Vieni stasera": "Vieni [stasˈera]",
    "Un lago di 8 m": "Un lago di 8 metri",
}
PORTUGUESE = {
    "Chego às 7h05, à 1:00.": "Chego às sete e cinco, à uma hora.",
    "Nasci em 01/02/1990": "Nasci em primeiro de fevereiro de mil novecentos e noventa",
    "Custa R$ 3,20 ou R$ 1.": "Custa três reais e vinte centavos ou um real.",
    "Uma dívida de R$ 4 bilhões": "Uma dívida de quatro bilhões de reais",
    "Um carro de R$ 90 mil": "Um carro de noventa mil reais",
    "O Sr. Lima e a Dra. Reis": "O senhor Lima e a doutora Reis",
    "Pão, vinho, etc., tudo": "Pão, vinho, etc, tudo",
    "Ligue (21) 5555-0199.": "Ligue dois um, cinco cinco cinco cinco, zero um nove nove.",
    "Pedro I e Maria II": "Pedro primeiro e Maria segunda",
    "Faz -3 °C": "Faz menos três graus Celsius",
    "O advogado da ONU": "O adivogado da Onu",
    "Sobra 1/2": "Sobra metade",
}
HINDI = {
    "सुबह 7:30 से": "सुबह सात तीस से",
    "शाम 6:05 बजे": "शाम छह बज्कर पांच मिनट",
    "दाम ₹12.50 है": "दाम बारह रुपये पचास पैसे है",
    "₹3 करोड़ का घर": "तीन करोड़ रुपये का घर",
    "डॉ. राव": "डॉक्टर राव",
    "1/2 किलो": "आधा किलो",
    "सन् 1857 में": "सन् अठारह सौ सत्तावन में",
    "15/08/1947 को": "पंद्रह अगस्त उन्नीस सौ सैंतालीस को",
    "नंबर 98765 01234": "नंबर नौ आठ सात छह पांच, शून्य एक दो तीन चार",
    "तापमान -3 है": "तापमान माइनस तीन है",
    "गाँव": "[ɡˈa\u0303ːʋ]",
}
JAPANESE = {
    "朝7:05に": "朝7時5分に",
    "2024-07-15まで": "2024年7月15日まで",
    "¥900です": "900円です",
    "$2.5億の損": "2.5億ドルの損",
    "電話は06-5555-0199": "電話はゼロ ロク 、ゴー ゴー ゴー ゴー 、ゼロ イチ キュー キュー ",
    "気温は-3℃": "気温はマイナス3度",
    "5〜7人": "5から7人",
    "人気のない道": "ひとけのない道",
    "人気の店": "人気の店",
    "辛い料理": "[kaɾai]料理",
    "辛い思い出": "辛い思い出",
    "www.example.jpへ": "イグザンプルドットジェーピーへ",
}
MANDARIN = {
    "早上7:05见": "早上七点零五分见",
    "下午2:00开会": "下午两点开会",
    "2024-07-15前": "2024年7月15日前",
    "只要$8": "只要8美元",
    "拨打13900001111": "拨打幺三九零零零零幺幺幺幺",
    "气温-3℃": "气温零下3摄氏度",
    "跑了10 km": "跑了10 公里",
    "她的头发": "她的头发",
}
TABLES = {
    "a": AMERICAN,
    "b": BRITISH,
    "e": SPANISH,
    "f": FRENCH,
    "h": HINDI,
    "i": ITALIAN,
    "j": JAPANESE,
    "p": PORTUGUESE,
    "z": MANDARIN,
}


def spoken(text: str, language: str) -> str:
    """The text with its pieces in place; phonemes in brackets."""
    said, end = "", 0
    for piece in normalize(text, language):
        said += text[end : piece.start]
        said += piece.spoken if piece.phonemes is None else f"[{piece.phonemes}]"
        end = piece.end
    return " ".join((said + text[end:]).split(" "))


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [(code, *row) for code, table in TABLES.items() for row in table.items()],
)
def test_what_is_said(language, written, expected):
    assert spoken(written, language) == expected
