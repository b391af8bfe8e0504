"""What a Spanish number counts: 21 años is "veintiún años", 200 personas "doscientas"."""

from __future__ import annotations

import re

from .spanish_numbers import cardinal
from .spanish_words import UNITS
from .word_lists import words

_LARGEST = 999_999_999
_UNIT_GENDERS = {unit: "f" if one.startswith("una ") else "m" for unit, (one, _) in UNITS.items()}

_PLAIN = str.maketrans("áéíóúü", "aeiouu")
_MASCULINE_A = frozenset(
    words(
        "dia mapa problema programa sistema tema idioma planeta poema drama diagrama sintoma "
        "dilema aroma clima teorema esquema telegrama fantasma cometa panorama lema emblema enigma "
        "estigma dogma prisma trauma plasma cisma diploma axioma genoma hematoma carcinoma tranvia "
        "gorila puma koala panda pijama pirata poeta atleta colega dalmata cineasta astronauta "
        "cosmonauta camarada jesuita policia guardia guarda espia futbolista mediodia crucigrama "
        "pentagrama organigrama holograma milenio kilograma anagrama sofa mama papa monarca "
        "patriarca autodidacta democrata burocrata aristocrata gameta insecticida pesticida "
        "herbicida belga croata israelita recluta cura vigia centinela psiquiatra pediatra "
        "geriatra indigena patriota compatriota idiota proxeneta nomada acrobata logaritma edema "
        "eccema zeugma fonema morfema lexema sofisma anatema apotegma estratagema epigrama "
        "melodrama monograma pictograma cardiograma yoga karma extra chimpance anarquista"
    )
)
_FEMININE = frozenset(
    words(
        "mujer vez noche tarde calle parte flor ley sal clase gente madre torre serie imagen llave "
        "nube nave red luz voz cruz paz pared piel carcel fase base frase especie superficie "
        "fuente suerte muerte mente leche sangre carne nieve mano foto moto crisis tesis dosis "
        "sintesis hipotesis metropolis sede corriente raiz actriz nuez matriz cicatriz lombriz "
        "perdiz nariz codorniz tos hoz miel col señal catedral central sucursal credencial espiral "
        "labor razon sazon comezon virgen hambre liebre fiebre clave ave catastrofe higiene gripe "
        "serpiente patente vertiente variante constante sed merced coz faz vejez niñez idiotez "
        "estupidez barbarie intemperie planicie efigie esfinge falange piramide pose ubre urbe "
        "plebe elipse variz estirpe peste web app pyme tele bici peli uni tablet selfi sidra "
        "hélice helice sobredosis simiente caries debacle prole mole hojaldre legion region "
        "religion opinion reunion union rebelion cuestion gestion digestion conexion reflexion "
        "flexion libido vocal multinacional start-up ong capital cal hiel sien crin desazon perla "
        "sarten coliflor vid orden arte indole artes sor chef quinceañera cumbre lumbre "
        "servidumbre costumbre muchedumbre legumbre certidumbre incertidumbre techumbre "
        "podredumbre pesadumbre mansedumbre tribu bilis pelvis epidermis sintaxis praxis apoteosis "
        "diabetes neurosis psicosis cirrosis metamorfosis simbiosis diocesis prótesis protesis "
        "génesis sinopsis elipsis"
    )
)
_FEMININE_ENDINGS = ("cion", "sion", "dad", "tad", "tud", "gion", "xion", "tion", "nion")
_MASCULINE_ON = frozenset(["camion", "avion", "guion", "bastion"])
# "Grandes" says nothing of what is counted; the next word does.
_EITHER = frozenset(
    words(
        "gran grandes mejores peores mayores menores diferentes posibles importantes principales "
        "siguientes anteriores posteriores jovenes felices tristes fuertes leves graves simples "
        "dobles triples tales iguales enormes breves valientes brillantes presuntos nobles pobres "
        "interesantes excelentes increibles terribles amables notables adorables impresionantes ex "
        "mil"
    )
)
_NO_NOUN = frozenset(
    words(
        "mas menos ademas "
        "antes despues entonces tras es las los unas unos sus mis tus nos les os ellas ellos "
        "nosotros nosotras vosotros ustedes quizas jamas atras detras traves eres estas esas esos "
        "estos vas has tienes puedes lunes martes miercoles jueves viernes dos tres seis ambos "
        "ambas aunque pues paris londres apenas acerca vs todas todos demas alias"
        # behind 1
        "a al de del en con por para sin sobre entre hasta desde hacia segun y e o u ni que como "
        "cuando donde si no la el lo un una su mi tu se me te le ya era fue tiene hay dice esta "
        "estan son sea ha va van hace puede pueden debe deben gana trata contiene incluye muestra "
        "empieza comienza termina establece regula dispone indica viene queda quedo sigue cuesta "
        "vale llega llego sale salio entra fueron eran habia hubo tenia tuvo ser muy tan casi solo "
        "tambien siempre nunca hoy ayer mañana aqui alli ahora luego enero febrero marzo abril "
        "mayo junio julio agosto septiembre octubre noviembre diciembre coma igual dividido "
        "multiplicado elevado cada este ese aquel esto eso cuyo cuya etc mil pico"
    )
)
# "En 1991 varias ciudades" counts nothing, "21 otras ciudades" does.
_DETERMINERS = frozenset(
    words(
        "varias varios muchas muchos algunas algunos pocas pocos dichas dichos otras otros ambas "
        "ambos demasiadas demasiados bastantes ciertas ciertos diversas diversos"
    )
)
_MOS_NOUNS = frozenset(
    words(
        "tramos ramos gramos kilogramos miligramos extremos ultimos proximos minimos maximos "
        "racimos primos atomos tomos kilos remos termos lomos domos ritmos animos decimos centimos "
        "organismos mecanismos sismos abismos turismos mismos enfermos colmos plomos optimos "
        "pesimos septimos legitimos anonimos sinonimos calamos alamos tamos balsamos reclamos amos "
        "humos zumos consumos insumos resumos hipodromos aerodromos reumos gnomos cromos dinamos "
        "prestamos esclamos islamismos seismos algoritmos logaritmos"
    )
)
_STRESSED_A = frozenset(
    words(
        "agua arma aguila hacha aula alma area ala ama ancla arca arpa asa ave hada hambre habla "
        "acta alga aspa anfora ansia aya haba"
    )
)
_LABELS = re.compile(
    r"\b(?:cap(?:[íi]tulos?|\.)|art(?:[íi]culos?|\.)|p[áa]g(?:inas?|\.)|p\.|fases?|nivel|grupos?|"
    r"f[óo]rmula|n[úu]m(?:eros?|\.)|n\.?[ºo°]|versi[óo]n|lecci[óo]n|temas?|tipos?|parte|vol(?:umen|"
    r"[úu]menes|\.)|tomos?|figuras?|fig\.|tablas?|cuadros?|anexos?|apartados?|secci[óo]n|puntos?|"
    r"pasos?|l[íi]neas?|salas?|aulas?|habitaci[óo]n|piso|puertas?|planta|kil[óo]metro|km|canal|"
    r"escena|acto|ejercicios?|preguntas?|problemas?|unidad|m[óo]dulos?|zonas?|distrito|bloque|"
    r"edificio|jugador|equipo|opci[óo]n|categor[íi]a|ley|ruta|autopista|carretera|liga|divisi[óo]n|"
    r"temporada|episodios?|siglos?|calle|carrera|avenida|bus|autob[úu]s|andén|v[íi]a|vuelo|tren|"
    r"clase|[íi]tem|regla|serie|talla|c[óo]digo|dorsal|casilla|caja|muelle|asiento|fila|mesa|"
    r"cama|stand|años?|año)\s?\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[ \n]([A-Za-zÁÉÍÓÚÑÜáéíóúñü-]+)")
# "1 o 2 mujeres", "de 21 a 31 años", "21 o más personas".
_THROUGH = re.compile(r" (?:(?:o|ó|u|y|a|e|ni) (?:[0-9][0-9.]*|más|menos|pico)(?= ))+")
_PART_OF = re.compile(
    r" (?:de|entre) (las|los|estas|estos|esas|esos|nuestras|nuestros|aquellas|ellas|ellos|"
    r"nosotras)\b"
)
_OF_EACH = re.compile(r" (?:de|en|por) cada(?: [0-9][0-9.]*)?")
_SAID_ON = re.compile(r"[ \n](?:punto|coma|barra|guion) (?:[0-9]|[A-Z]\b)")


def gender(word: str, one: bool) -> str:
    """ "m" or "f" for a noun or adjective that a number may count; "" for other words."""
    plain = word.lower().translate(_PLAIN)
    if (
        plain in _NO_NOUN
        or plain in _DETERMINERS
        or len(plain) < 2
        or not (word.islower() or word.isupper())
    ):
        return ""
    if not one and not plain.endswith("s"):
        return ""
    if plain.endswith("mos") and plain not in _MOS_NOUNS:
        return ""
    if one and not (plain.endswith("s") and plain not in _FEMININE):
        return "f" if _is_feminine(plain, plain) else "m"
    if plain.endswith("ces"):
        singulars = (plain[:-3] + "z", plain[:-1])
    elif plain.endswith("es"):
        singulars = (plain[:-2], plain[:-1])
    else:
        singulars = (plain[:-1], plain)
    return "f" if _is_feminine(*singulars) else "m"


def _is_feminine(*singulars: str) -> bool:
    if any(noun in _FEMININE for noun in singulars):
        return True
    noun = singulars[0]
    if noun.endswith(_FEMININE_ENDINGS):
        return noun not in _MASCULINE_ON
    last = singulars[0] if singulars[0].endswith("a") else singulars[-1]
    if not last.endswith("a"):
        return False
    return last not in _MASCULINE_A and not last.endswith(("ista", "cida"))


def counted(written: str, before: str, behind: str) -> str | None:
    """The words for a number, in the form that the noun behind it asks for: 21 años, 3,5 %."""
    whole, _, decimals = written.rstrip("% ").partition(",")
    digits = re.sub("[. ]", "", whole)
    if (digits[0] == "0" and digits != "0") or int(digits) > _LARGEST:
        return None
    number = int(digits)
    unit = _WORD.match(behind)
    if number == 1 and not decimals and unit and unit[1] in _UNIT_GENDERS:
        return None  # the unit holds its numeral
    percent = " por ciento" if written.endswith("%") else ""
    if decimals:
        return f"{cardinal(number)} coma {_decimals(decimals)}{percent}"
    if number and number % 1_000_000 == 0 and (noun := _WORD.match(behind)):
        percent = " de" if gender(noun[1], one=False) else percent  # 1.000.000 euros
        return cardinal(number) + percent
    form = "uno" if percent else _form(number, before, behind)
    return cardinal(number, form) + percent


def _decimals(digits: str) -> str:
    zeros = len(digits) - len(digits.lstrip("0"))
    rest = digits[zeros:]
    words = [cardinal(0)] * zeros
    words += [cardinal(int(rest))] if 0 < len(rest) <= 3 else map(cardinal, map(int, rest))
    return " ".join(words)


def _has_form(number: int) -> bool:
    """Whether the words of a number change with what it counts: it ends in 1 or has hundreds."""
    return number % 10 == 1 or number % 1000 >= 200 or number // 1000 % 1000 >= 200


def _form(number: int, before: str, behind: str) -> str:
    if not _has_form(number) or _LABELS.search(before[-16:]) or _SAID_ON.match(behind):
        return "uno"
    if skipped := _THROUGH.match(behind):
        behind = behind[skipped.end() :]
    if part := _PART_OF.match(behind):
        return "una" if part[1].endswith("as") else "uno"
    each = _OF_EACH.match(behind)
    if each:
        behind = behind[each.end() :]
    one = number == 1 and not each
    scaled = False
    place = 0
    while word := _WORD.match(behind, place):
        plain = word[1].lower().translate(_PLAIN)
        place = word.end()
        if re.match("(?:mill|bill|trill)[oó]n(?:es)?$", word[1].lower()):
            return "un"
        if plain == "mil" and not scaled:
            scaled = True
            one = False
            continue
        if plain in _DETERMINERS and number < 1000:
            return "una" if plain.endswith("as") else "un"
        if plain in _EITHER:
            continue
        found = _UNIT_GENDERS.get(word[1]) or gender(word[1], one)
        if found == "f" and one and plain in _STRESSED_A:
            found = "m"
        if not found:
            break
        if each:
            return "una" if found == "f" else "uno"
        return "una" if found == "f" else "un"
    if scaled:
        return "un"
    if re.search(r"\b(?:[Ll]as|[Uu]nas|[Oo]tras|[Ee]stas|[Ee]sas|[Mm]is|[Ss]us) \Z", before):
        return "una" if not re.search(r"\b(?:[Mm]is|[Ss]us) \Z", before) else "uno"
    return "una" if number == 1 and re.search(r"\b[Ll]a \Z", before) else "uno"
