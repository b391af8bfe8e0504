"""What a Portuguese number counts: 2 casas is "duas casas", 1300 "mil e trezentos"."""

from __future__ import annotations

import re

from .portuguese_numbers import cardinal
from .portuguese_words import UNITS
from .word_lists import words

_LARGEST = 999_999_999
_UNIT_GENDERS = {unit: "f" if one.startswith("uma ") else "m" for unit, (one, _) in UNITS.items()}
_PLAIN = str.maketrans("áàâéêíóôúü", "aaaeeioouu")
_MASCULINE_A = frozenset(
    words(
        "dia problema programa sistema tema mapa planeta poema drama idioma sintoma esquema clima "
        "cometa telefonema cinema pijama grama quilograma miligrama micrograma diagrama dilema "
        "teorema emblema trauma fantasma panorama enigma carma diploma axioma guarda poeta atleta "
        "colega aroma dogma estigma prisma plasma cisma lema crucigrama pentagrama organograma "
        "holograma anagrama telegrama cronograma fonema morfema genoma hematoma carcinoma puma "
        "gorila panda coala pirata astronauta cosmonauta camarada jesuita policia monarca "
        "patriarca democrata burocrata aristocrata inseticida pesticida herbicida belga croata "
        "israelita recruta psiquiatra pediatra indigena patriota compatriota idiota nomade "
        "acrobata estratagema melodrama mantra sofa cha cracha alvara orixa maraja gala guarana "
        "samurai karma delta camera-man cineasta pangolim mediodia meio-dia eczema edema estratega "
        "terapeuta profeta planalto espia papa guia trema tapa caipira"
    )
)
_FEMININE = frozenset(
    words(
        "arvore virgem margem razao embaixatriz meretriz sorte mulher flor cor colher dor torre "
        "noite parte gente morte fonte ponte arte lente corrente mente semente frente enchente "
        "estante tarde crise tese base fase frase dose sintese analise hipotese classe chave nave "
        "ave neve pele vez atriz raiz voz luz cruz noz cicatriz diretriz matriz perdiz rede sede "
        "parede mae especie serie superficie planicie face interface catastrofe greve febre gripe "
        "equipe elite fome carne virtude juventude atitude altitude latitude longitude helice "
        "boate vitrine raquete caminhonete lanchonete maquete enquete manchete charrete gilete "
        "internet lei tribo foto moto mao ordem nuvem desordem serpente vertente patente variante "
        "constante nascente estirpe haste peste hoste veste lebre plebe urbe ubre prole pose "
        "piramide efigie barbarie intemperie esfinge laringe faringe falange metamorfose neurose "
        "psicose overdose metropole acropole diocese analises prece tosse posse nuance performance "
        "chance avalanche creche vogal capital catedral filial sucursal credencial inicial espiral "
        "ma irma maça manha la ra roma avela tez paz foz gravidez timidez escassez surdez rapidez "
        "validez altivez estupidez nudez palidez mare fe re webcam app startup live playlist "
        "selfie newsletter hashtag tag entidade lide cutis pelvis bilis cortesa alface linhagem "
        "marquise valise lingerie grife blitz garagem salve sirene quermesse estepe madame top- "
        "model limousine kombi van minisserie"
    )
)
_FEMININE_ENDINGS = ("çao", "sao", "xao", "niao", "giao", "liao", "stao", "dade", "tude", "agem",
                     "igem", "ugem", "idao")  # fmt: skip
_MASCULINE_TAO = frozenset(
    words(
        "coraçao calçao cartao bastao pistao cristao sacristao anfitriao bolsao esfregao açude "
        "grude personagem selvagem pagem alçao furacao raspao milhao bilhao leao aviao caminhao "
        "mexilhao artesao tesao lixao talao balao camaleao"
    )
)
_EITHER = frozenset(
    words(
        "grandes grande melhores piores maiores menores diferentes possiveis importantes "
        "principais seguintes anteriores posteriores jovens felizes tristes fortes leves graves "
        "simples tais iguais enormes breves valentes brilhantes nobres pobres interessantes "
        "excelentes incriveis terriveis amaveis notaveis impressionantes ex quentes verdes azuis "
        "especiais recentes suaves gran mil"
    )
)
_NO_NOUN = frozenset(
    words(
        "mas mais menos depois antes nos as os das dos nas aos pelas pelos suas seus apenas "
        "atraves atras temos vamos somos duas dois tres seis dez lhes eles elas voces eres es tens "
        "ambos ambas alias demais tras vos sos jamais algures vs contudo mesmo ate logo assim um "
        "uma uns umas segundo conforme em e ou a o de da do para por com sem sobre entre que se "
        "nao como quando onde ja ha foi era esta estao sao sera fica vai vem tem tinha teve diz "
        "trata mostra começa termina estabelece regula dispoe indica segue custa vale chega sai "
        "entra foram eram havia ser muito tao quase so tambem sempre nunca hoje ontem amanha aqui "
        "ali la agora janeiro fevereiro março abril maio junho julho agosto setembro outubro "
        "novembro dezembro ponto virgula barra igual dividido elevado cada este esse aquele isto "
        "isso cujo cuja etc pode deve nem num numa deste desta nesta neste pela pelo essa aquela "
        "minha sua nossa "
        "outros"
    )
)
# "Em 1992 várias cidades" counts nothing, "2 outras cidades" does.
_DETERMINERS = frozenset(
    words(
        "varias varios muitas muitos algumas alguns poucas poucos outras outros todas todos ambas "
        "ambos demasiadas bastantes certas certos diversas diversos"
    )
)
_MOS_NOUNS = frozenset(
    words(
        "quilogramas ramos extremos ultimos proximos minimos maximos primos atomos tomos remos "
        "termos animos decimos centesimos milesimos organismos mecanismos sismos abismos turismos "
        "mesmos enfermos otimos pessimos setimos legitimos anonimos sinonimos reclamos fumos "
        "consumos insumos resumos hipodromos gnomos cromossomos algoritmos logaritmos salmos "
        "ritmos supremos palmos cumes dizimos emprestimos acrescimos prestimos"
    )
)
_LABELS = re.compile(
    r"\b(?:cap(?:[íi]tulos?|\.)|art(?:igos?|\.)|p[áa]g(?:inas?|\.)|p\.|fases?|n[íi]vel|grupos?|"
    r"f[óo]rmula|n[úu]m(?:eros?|\.)|n\.?[ºo°]|vers[ãa]o|li[çc][ãa]o|temas?|tipos?|parte|vol(?:ume|"
    r"umes|\.)|tomos?|figuras?|fig\.|tabelas?|quadros?|anexos?|se[çc][ãa]o|pontos?|passos?|linhas?|"
    r"salas?|quarto|andar|portas?|quil[ôo]metro|km|canal|cena|ato|exerc[íi]cios?|quest[ãa]o|"
    r"perguntas?|problemas?|unidade|m[óo]dulos?|zonas?|distrito|bloco|edif[íi]cio|jogador|equipe|"
    r"op[çc][ãa]o|categoria|lei|rota|rodovia|estrada|liga|divis[ãa]o|temporada|epis[óo]dios?|"
    r"s[ée]culos?|rua|avenida|[ôo]nibus|voo|trem|classe|item|regra|s[ée]rie|c[óo]digo|camisa|caixa|"
    r"assento|fila|mesa|apto?\.?|apartamento|ano|anos|lote|box|turma)\s?\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[ \n]([A-Za-zÀ-ÖØ-öø-ÿ-]+)")
# "1 ou 2 mulheres", "de 21 a 31 casas", "2 ou mais pessoas".
_THROUGH = re.compile(r" (?:(?:ou|e|a|à|ou até|nem) (?:[0-9][0-9.]*|mais|menos|meia|tantas)(?= ))+")
_PART_OF = re.compile(
    r" (?:d|dentre |entre )(as|os|estas|estes|essas|esses|aquelas|e suas|e nossas)\b"
)
_OF_THEM = re.compile(r" (?:delas|destas|dessas|dentre elas)\b")
_OF_EACH = re.compile(r" (?:de|em|a|por) cada(?: [0-9][0-9.]*)?")
_SAID_ON = re.compile(r"[ \n](?:ponto|vírgula|barra|hífen) (?:[0-9]|[A-Z]\b)")
_HOURS = re.compile(r"(?:\b(?:[àÀ]s?|[Dd]as|[Nn]as|[Pp]elas|[Uu]mas|[Aa]s|[Ee]ssas|[Ee]stas|"
                    r"[Dd]essas|[Dd]estas|[Aa]lgumas|[Oo]utras|[Ss]uas|[Mm]inhas|[Nn]ossas|"
                    r"[Tt]odas as|[Mm]eia-noite e|[Uu]ma ou)|(?<=\W)à|\Aà) \Z")  # fmt: skip


def gender(word: str, one: bool) -> str:
    """ "m" or "f" for a noun or adjective that a number may count; "" for other words."""
    plain = word.lower().translate(_PLAIN).replace("ã", "a").replace("õ", "o")
    if (
        plain in _NO_NOUN
        or plain in _DETERMINERS
        or len(plain) < 2
        or not (word.islower() or word.isupper())
    ):
        return ""
    if one and not (plain.endswith("s") and plain not in _FEMININE):
        return "f" if _is_feminine(plain, word.lower()) else "m"
    if not plain.endswith("s"):
        return ""
    if plain.endswith("mos") and plain not in _MOS_NOUNS:
        return ""
    for plural, singular in (("oes", "ao"), ("aes", "ae"), ("ns", "m"), ("is", "l"), ("zes", "z"),
                             ("res", "r"), ("s", "")):  # fmt: skip
        if plain.endswith(plural):
            noun = plain.removesuffix(plural) + singular
            if _is_feminine(noun, word.lower().removesuffix("s")):
                return "f"
    return "m"


def _is_feminine(noun: str, written: str) -> bool:
    if noun in _FEMININE:
        return True
    if noun.endswith(_FEMININE_ENDINGS):
        return noun not in _MASCULINE_TAO
    if written.endswith("ã"):
        return written not in ("fã", "galã", "ímã", "talismã", "divã", "sutiã", "clã", "tobogã")
    if not noun.endswith("a") or written.endswith(("ão", "á", "õe")):
        return False
    return noun not in _MASCULINE_A and not noun.endswith(("ista", "cida"))


def counted(written: str, before: str, behind: str) -> str | None:
    """The words for a number, feminine if the noun behind it is: 2 casas, 1300, 3,5%."""
    whole, _, decimals = written.rstrip("% ").partition(",")
    digits = re.sub("[. ]", "", whole)
    if (digits[0] == "0" and digits != "0") or int(digits) > _LARGEST:
        return None
    number = int(digits)
    unit = _WORD.match(behind)
    if number == 1 and not decimals and unit and unit[1] in _UNIT_GENDERS:
        return None  # the unit holds its numeral
    percent = " por cento" if written.endswith("%") else ""
    if number and number % 1_000_000 == 0 and not decimals and (noun := _WORD.match(behind)):
        percent = " de" if gender(noun[1], one=False) else percent  # 1.000.000 reais
        return cardinal(number) + percent
    changes = _has_gender(number % 1000) or _has_gender(number // 1000 % 1000)
    feminine = not percent and changes and _counts_feminine(number, before, behind)
    said = cardinal(number, feminine)
    return f"{said} vírgula {_decimals(decimals)}{percent}" if decimals else said + percent


def _decimals(digits: str) -> str:
    zeros = len(digits) - len(digits.lstrip("0"))
    rest = digits[zeros:]
    words = [cardinal(0)] * zeros
    words += [cardinal(int(rest))] if 0 < len(rest) <= 3 else map(cardinal, map(int, rest))
    return " ".join(words)


def _has_gender(number: int) -> bool:
    return number >= 200 or (number % 10 in (1, 2) and number % 100 not in (11, 12))


def _counts_feminine(number: int, before: str, behind: str) -> bool:
    if _LABELS.search(before[-16:]) or _SAID_ON.match(behind):
        return False
    if skipped := _THROUGH.match(behind):
        behind = behind[skipped.end() :]
    if _OF_THEM.match(behind):
        return True
    if part := _PART_OF.match(behind):
        return part[1].endswith("as") or (number == 1 and bool(_HOURS.search(before)))
    each = _OF_EACH.match(behind)
    if each:
        behind = behind[each.end() :]
    one = number == 1
    place = 0
    while word := _WORD.match(behind, place):
        plain = word[1].lower().translate(_PLAIN)
        place = word.end()
        if re.match("(?:m|b|tr)ilh(?:ão|ões)$", word[1].lower()):
            return False
        if plain in _DETERMINERS and number < 1000:
            return plain.endswith("as")
        if plain == "mil" or plain in _EITHER:
            one = one and plain != "mil"
            continue
        found = _UNIT_GENDERS.get(word[1]) or gender(word[1], one)
        if not found and each:
            found = gender(word[1], one=True)
        if found:
            return found == "f"
        break
    return bool(_HOURS.search(before))
