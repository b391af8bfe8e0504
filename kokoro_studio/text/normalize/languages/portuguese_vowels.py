"""Open and closed vowels of Portuguese: o jogo (ô), eu jogo (ó), os jogos (ó).

One spelling has two readings; here the neighbouring words tell which. The readings are spelled with
the accents that give the vowel its quality.
"""

from __future__ import annotations

import re

from ..piece import Reading
from .word_lists import words

# Nouns in ô and ê that are verbs in ó and é behind "eu". espeak-ng reads the nouns right,
_NOUNS = words(
    "jogo gosto começo acordo governo peso selo apoio erro forro almoço esforço reforço retorno "
    "contorno adorno suborno emprego endereço desespero gelo cerco aterro desgosto encosto posto "
    "soco estorno apreço conforto exagero recomeço transtorno"
)
# and these as the verb.
_VERBS = words(
    "ôlho chôro môlho sôpro apêrto apêlo trôco tôco consêrto concêrto acêrto rôgo lôgro entêrro "
    "sossêgo tempêro tropêço zêlo desprêzo gôzo consôlo brôto namôro rôlo pilôto atropêlo bôto "
    "rebôco arrôto sufôco decôro espêto"
)
_NO_ACCENT = str.maketrans("ôê", "oe")
_CLOSED_NOUNS = {noun.translate(_NO_ACCENT): noun for noun in _VERBS}
_VOWEL = re.compile("[oe](?=[^aeiou]{1,2}i?o$)|o(?=io$)")
_OPEN_VERBS = {
    **{noun: _VOWEL.sub(lambda m: {"o": "ó", "e": "é"}[m[0]], noun) for noun in _NOUNS},
    **{verb: verb for verb in _CLOSED_NOUNS},
}
# Other words whose vowel espeak-ng takes for the other one.
_RESPELLED = words(
    "tôpo tôpos bôtos atropêlos consêrtos concêrtos tempêros desprêzos môlhos sôpros trôcos chôros "
    "entêrros zêlos rôlos brôtos namôros rebôcos arrôtos cêra cêras pêra pêras tôrre méta métas "
    "espôsos sêca fêcha fêcham fêche fêchem fórnos córos socórros fêcho ócas cêpa bôrra esfórços"
)
_PLAIN = str.maketrans("ôêóé", "oeoe")
WORDS = {
    form: said
    for word in _RESPELLED
    for form, said in (
        (word.translate(_PLAIN), word),
        (word.translate(_PLAIN).capitalize(), word.capitalize()),
    )
}
_BEFORE_VERB = re.compile(
    r"(?:\b[Ee]u(?: (?:não|já|só|sempre|também|mesmo|nunca|ainda|até|te|me|o|a|os|as|lhe|se|quase|"
    r"mal"
    r"|muito|realmente|nem|bem|hoje|agora|simplesmente|mais))*|\b[Nn]ão(?: (?:me|te|lhe|o|a|os|"
    r"as))?|"
    r"\b[Nn]unca|\b[Nn]em|\b[Tt]ambém|\b[Ss]empre|\b[Jj]á|\b[Ss]e|\b[Qq]ue(?: me| te| lhe)|"
    r"\b(?:me|te|lhe|Me|Te|Lhe)) \Z"
)
_AT_START = re.compile(r"(?:\A|[.!?;:—\n(\"“] ?|, (?:mas |e )?|\b[Ee] |\bmas )\Z")
# What follows a verb that opens a clause: "Gosto de você", "Acordo cedo", "Jogo bola".
_BEHIND_VERB = {
    "gosto": r" (?:de|do|da|dos|das|muito|mais|dele|dela|disso|disto|quando|tanto|demais)\b",
    "acordo": r" (?:cedo|tarde|às|à|todos?|todo|sempre|com|antes|no meio|de madrugada|bem|mal)\b",
    "jogo": r" (?:bola|futebol|fora|vôlei|tênis|xadrez|videogame|cartas|basquete|aos|todo|com)\b",
    "choro": r" (?:muito|de|por|toda|quando|sempre|à toa|sozinh)",
    "olho": r" (?:para|pra|pro|e vejo|ao redor|em volta|nos|nas|no|na)\b",
    "começo": r" (?:a|amanhã|hoje|sempre|pelo|pela|às|em breve|cedo)\b",
    "almoço": r" (?:ao|às|em casa|com|sempre|todo|todos|fora|cedo|no|na|tarde)\b",
    "peso": r" (?:[0-9]|quase|cerca|uns|menos|mais de)",
    "posto": r" (?:fotos|vídeos|no|na|todo|sempre|muito)\b",
    "erro": r" (?:muito|sempre|às vezes|quando|mas)\b",
    "toco": r" (?:piano|violão|guitarra|bateria|flauta|violino|n)",
    "troco": r" (?:de roupa|o |a |os |as |tudo|figurinhas)",
}


def _noun_or_verb(match: re.Match[str]) -> str | None:
    word = match["it"]
    before = match.string[max(0, match.start() - 40) : match.start()]
    behind = _BEHIND_VERB.get(word.lower())
    after = match.string[match.end() : match.end() + 20]
    opens = behind and _AT_START.search(before) and re.match(behind, after)
    if opens or _BEFORE_VERB.search(before):
        return _OPEN_VERBS[word.lower()]
    return _CLOSED_NOUNS.get(word.lower())


_THIRST_FOR = (
    r" de (?:vingança|poder|justiça|conhecimento|saber|sangue|vitória|viver|aprender|água|amor|"
    r"aventura|liberdade|glória|vencer|Deus|verdade|gols?)\b"
)


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with a group `it`, and its reading."""
    words = sorted(_OPEN_VERBS, key=len, reverse=True)
    pairs = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)
    return (
        (rf"(?<![\w-])(?P<it>{pairs})(?![\w-])", _noun_or_verb),
        # sêde (thirst) and séde (seat)
        (r"\b(?:[Cc]om|[Tt]enho|[Tt]em|[Tt]êm|[Tt]inha|[Tt]ive|[Tt]eve|[Tt]er|[Mm]uita|[Ss]em|"
         r"[Ss]into|[Ss]ente|[Ss]entia|[Ss]entiu|[Dd]á|[Dd]eu|[Tt]anta|[Pp]ouca|[Ff]ome e|"
         r"[Ff]ome ou|"
         r"fome e a|[Mm]at\w+ (?:a|minha|sua|nossa|tua)|[Ss]aci\w+ (?:a|sua|minha)|"
         r"[Mm]or[rt]\w+ de|"
         r"[Pp]ass\w+|[Cc]heio de|[Cc]heia de|[Qq]ue) (?P<it>sedes?)\b(?! (?:social|própria|nova|"
         r"oficial|administrativa|em|no|na|d[oa]s? (?!água)))", "sêde"),
        (rf"\b(?P<it>[Ss]ede)(?={_THIRST_FOR})", "sêde"),
        (r"(?<![\w-])(?P<it>[Ss]ede)(?![\w-])", "séde"),
        (r"(?<![\w-])(?P<it>[Ss]edes)(?![\w-])", "sédes"),
        # colher (spoon) and colhêr (to pick)
        (r"\b(?:[Pp]ara|[Vv]ou|[Vv]amos|[Vv]ai|[Vv]ão|[Ii]r|[Ff]oi|[Ff]oram|[Pp]od\w+|[Dd]ev\w+|"
         r"[Qq]uer\w*|[Vv]ontade de|[Hh]ora de|[Tt]empo de|[Éé]poca de|[Aa]o|[Ss]em|[Pp]or|[Éé]|"
         r"[Ee] de|"
         r"[Cc]omeç\w+ a|[Vv]olt\w+ a|[Cc]onsegu\w+|[Pp]recis\w+|[Pp]rocur\w+|[Ss]emear e|"
         r"[Pp]lantar "
         r"e|[Ii]remos|[Aa]judar a|[Aa]té) (?P<it>colher)\b", "colhêr"),
        (r"(?<![\w-])(?P<it>[Cc]olher)(?= (?:as?|os?|flores|frutas|frutos|dados|uvas|informações|"
         r"morangos|maçãs|café|milho|o que|laranjas)\b)(?<!uma .{6})(?<!na .{6})(?<! a .{6})",
         "colhêr"),
        (r"(?<![\w-])(?P<it>[Cc]olher)(?![\w-])", "colhér"),
        # fôrma of cakes
        (r"\b(?P<it>[Ff]orma)(?= (?:untada|enfarinhada|redonda|retangular|quadrada|com furo|"
         r"de (?:bolo|"
         r"pudim|pizza|gelo|alumínio|silicone|pão|empada|torta|furo)))",
         "fôrma"),
        (r"\b(?:[Uu]nt\w+|[Ee]nfarinh\w+|[Dd]esenform\w+|[Aa]sse n) ?(?:a|uma|na|numa) "
         r"(?P<it>forma)\b", "fôrma"),
        # a côrte (court), o córte (cut)
        (r"\b(?:[Aa]|[Nn]a|[Dd]a|[Pp]ela|[Uu]ma|[Ss]uprema) (?P<it>[Cc]orte)\b", "côrte"),
        (r"\b(?P<it>[Cc]orte)(?= (?:[Ss]uprema|[Ss]uperior|[Ii]nternacional|[Cc]onstitucional|real|"
         r"portuguesa|imperial|[Ee]leitoral)\b)", "côrte"),
        # de cór (by heart), a côr
        (r"\b(?:[Ss]ei|[Ss]ab\w+|[Aa]prend\w+|[Rr]ecit\w+|[Dd]ecor\w+|[Cc]ant\w+|[Tt]oc\w+|"
         r"[Dd]iz\w*|"
         r"[Dd]isse\w*)(?: [\wà-ÿ]+){0,4} de (?P<it>cor)\b(?! (?:azul|verde|vermelh|amarel|pret|"
         r"branc|"
         r"ros|laranja|clar|escur|de |diferente))", "cór"),
    )  # fmt: skip
