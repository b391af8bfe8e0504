"""French numerals with their gender (21 femmes, 21 h), ordinals (80e) and ratios (16:9)."""

from __future__ import annotations

import re

from ..piece import LEFT, RIGHT, Reading, any_of
from .number_words import cardinal

# Nouns that a numeral often counts, besides those that their ending tells.
_FEMININE = (
    "femme fille dame mère sœur tante nièce reine élue heure minute seconde fois page ligne lettre"
    " phrase syllabe carte table chaise chambre pièce porte fenêtre clé clef main tête jambe dent"
    " bouche langue voix nuit époque part place rue avenue allée impasse route ville île plage"
    " forêt fleur rose plante pomme poire pêche prune fraise orange banane tomate tarte tranche"
    " cuiller caisse boîte tonne once vache poule chèvre brebis souris jument mouche fourmi étoile"
    " planète lune image photo vidéo note scène œuvre loi règle école équipe course étape marche"
    " guerre arme bombe auto moto roue pompe banque somme prime taxe amende dette commande offre"
    " vente demande réponse cause chose façon manière sorte espèce forme taille lampe bague robe"
    " jupe veste botte perle goutte dose pilule cellule molécule particule onde source base couche"
    " paire foule tribu armée voie zone province commune messe fête danse piste étude thèse épreuve"
    " rame barque brique pierre bûche poutre vis corde chaîne épingle pile face case bière coupe"
    " chope cible proie antenne console appli croix noix cour vertu paroi peau poule couleur erreur"
    " fleur valeur odeur douleur hauteur longueur largeur tumeur rumeur liqueur sœur cuve tasse"
    " classe masse tente rente plainte crainte pinte visite suite fuite vitre montre branche"
    " tranche planche cloche poche vague drogue ligue digue marque touche ruche mèche flèche"
    " victime prise baleine reine graine veine antilope gare mare barre guitare rivière lame dame"
    " âme larme ferme firme norme plume brume enclume écume tombe colombe trombe jambe sauce"
    " balance race face glace place trace grâce puce pièce nièce niche fiche affiche biche cage"
    " page"
    " plage image rage nage neige tige nuance chance danse réplique clinique boutique brique"
    " bibliothèque pharmacienne chienne comtesse voyelle consonne virgule bataille semelle truite"
    " huître moule crêpe gaufre soupe salade pizza glace omelette cerise noisette olive épice herbe"
    " racine vitamine calorie batterie étagère armoire commode lampe voile toile étoffe goutte"
    " intervenante habitante étudiante enseignante participante candidate avocate"
    " patiente cliente adhérente présidente assistante gagnante lycéenne"
)
_ENDINGS = (
    "[stxgn]ion|té|tié|ance|ence|tte|lle|sse|nne|ure|ade|ée|euse|trice|aison|aine|ière|tude|ise"
    "|[^o]ine|agne|ie|ousine|isine|ande|ende|onde"
)
_MASCULINE = (
    "bastion été côté comté traité comité pâté arrêté député thé invité aparté silence squelette"
    " murmure cyanure mercure chlorure grade stade jade malade camarade nomade musée lycée trophée"
    " mausolée scarabée athée mille portefeuille gorille violoncelle intervalle vermicelle renne"
    " domaine capitaine cimetière derrière incendie génie parapluie sosie messie zombie foie brie"
    " magazine carrosse colosse peigne bagne pagne velouté arrière dividende monde stipende gigue"
    " champagne spécimen retraité blessé candidat employé salarié tué rescapé modèle délégué"
)
_ADJECTIVE = (
    "(?:petite|grande|grosse|bonne|nouvelle|belle|vieille|jeune|autre|seule|longue|haute|simple"
    "|dernière|première|prochaine|mauvaise|vraie|véritable|énorme|brave|brève|courte|fameuse)"
)


def _noun(plural: bool) -> str:
    s = "s" if plural else ""
    listed = any_of({w if w[-1] in "sx" or not plural else w + s for w in _FEMININE.split()})
    masculine = any_of(_MASCULINE.split())
    word = "[a-zà-ÿœ]{1,20}"
    by_ending = rf"(?!{masculine}s?\b)(?:{word}?(?:{_ENDINGS}){s})"
    return rf"(?:{_ADJECTIVE}{s} ){{0,2}}(?:{listed}|{by_ending})(?![\wà-ÿ])"


# Of a street, "le 21 rue Monge" is a number and no count.
_ADDRESS = r"(?!(?:rue|avenue|place|allée|impasse|route|ruelle|chaussée)s? (?:d|l|[A-ZÀ-Ý]))"
_FREE = rf"{LEFT}(?<![0-9][.,:/ -])"
_ENDS_IN_ONE = r"(?:[0-9]{1,3}(?:[ .][0-9]{3}){1,3}|[0-9]{2,7})(?<=1)(?<![179]1)"
_NAMED = (
    r"(?<!chapitre )(?<!article )(?<!numéro )(?<!page )(?<!tome )(?<!n° )(?<!ligne )(?<!chaîne )"
    r"(?<!niveau )(?<!étape )(?<!groupe )(?<!zone )(?<!classe )(?<!équipe )(?<!France )"
)
# Nouns that begin with a vowel, and none of the small words that do.
_VOWEL = (
    "(?!(?:et|ou|où|à|a|est|au|aux|en|avec|on|il|elle|ils|elles|ont|as|ai|était|avait|entre|après"
    "|avant|alors|ainsi|aussi|y|un|une|onze|octobre|avril|août|autres?|environ|par)(?![a-zà-ÿ]))"
    "(?:[aàâeéèêiîoôuœ][a-zà-ÿ]+|h(?:omme|abitant|ectare|ôtel|iver|ôpita|éritier|umain|élicoptère))"
)
_UNITS = {"h": "heures", "min": "minutes", "mn": "minutes", "s": "secondes", "t": "tonnes",
          "£": "livres", "ms": "millisecondes"}  # fmt: skip
_RATIOS = {"16:9": "seize neuvièmes", "4:3": "quatre tiers", "16:10": "seize dixièmes",
           "21:9": "vingt et un neuvièmes"}  # fmt: skip


def feminine(number: int) -> str:
    """Vingt et une for 21."""
    return _masculine(number) + "e"


def _masculine(number: int) -> str:
    """In words, so that espeak-ng makes a liaison: 21 hommes."""
    return cardinal(number, "fr").replace("quatre-vingt-", "quatre vin ").replace("-", " ")


def ordinal(number: int) -> str:
    """Deuxième, vingt et unième, quatre-vingtième, deux centième."""
    return sounding(_ordinal(number))


def sounding(said: str) -> str:
    """With the t of "centième" sounded and that of "quatre-vingt-unième" mute, as espeak-ng
    needs it."""
    said = re.sub("(huit|ant|ent)(?=ième)", r"\1t", said)
    return re.sub("quatre-vingt-(?=[a-z-]+ième)", "quatre vin ", said)


def _ordinal(number: int) -> str:
    said = cardinal(number, "fr")
    if number % 100 == 80 or said.endswith("cents"):
        said = said.removesuffix("s")
    if said.endswith("cinq"):
        return said + "uième"
    if said.endswith("neuf"):
        return said[:-1] + "vième"
    return said.removesuffix("e") + "ième"


def _value(written: str) -> int:
    return int(re.sub("[ .]", "", written))


def _with_unit(match: re.Match[str]) -> str:
    return f"{feminine(_value(match['n']))} {_UNITS[match['unit']]}"


def _length(match: re.Match[str]) -> str:
    metres = "un mètre" if match["m"] == "1" else f"{match['m']} mètres"
    return f"{metres} {int(match['cm'])}"


def _duration(match: re.Match[str]) -> str:
    hours, minutes = int(match["h"]), int(match["min"])
    said = "une heure" if hours == 1 else f"{feminine(21) if hours == 21 else hours} heures"
    ends_in_one = minutes % 10 == 1 and minutes != 11
    return f"{said} {feminine(minutes) if ends_in_one else minutes}"


_SINGULAR = r"[Ll]e|[Dd]u|[Aa]u|[Uu]n|[Cc]e|[Ss]on|[Mm]on|[Tt]on|[Nn]otre|[Ll]eur|[Cc]haque"
_SINGULAR_FEMININE = r"[Ll]a|[Uu]ne|[Cc]ette|[Ss]a|[Mm]a|[Tt]a"
# What follows a temperature or an angle and no ordinal.
_NO_NOUN = (
    "(?!(?:de|du|des|d|est|sont|et|ou|à|au|en|dans|sur|sous|par|pour|avec|plus|dehors|hier|ce|cet"
    "|aujourd|ici|qui|que|environ|nord|sud|ouest|C|F)(?![a-zà-ÿ]))"
)


_HALVES = "(?:heure|journée|douzaine|finale|bouteille|page|livre|baguette|pension|portion|lune)"


def _and_a_half(match: re.Match[str]) -> str:
    return f"{_counted(match['n'])} et demie"


def _counted(figures: str) -> str:
    number = int(figures)
    ends_in_one = number % 10 == 1 and number % 100 not in (11, 71, 91)
    return feminine(number) if ends_in_one else figures


def _by_place(feminine_article: bool) -> Reading:
    def read(match: re.Match[str]) -> str:
        number = int(match["n"])
        if number == 1:
            return "première" if feminine_article else "premier"
        return ordinal(number)

    return read


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings."""
    count = rf"{_FREE}{_NAMED}"
    units = any_of(_UNITS)
    return (
        (rf"{count}(?P<it>1)(?= {_ADDRESS}{_noun(plural=False)})", "une"),
        (
            rf"{count}(?P<it>{_ENDS_IN_ONE})(?= {_ADDRESS}{_noun(plural=True)})",
            lambda match: feminine(_value(match["it"])),
        ),
        (rf"{count}(?P<it>1|{_ENDS_IN_ONE})(?= {_VOWEL})",
         lambda match: _masculine(_value(match["it"]))),
        (
            rf"{_FREE}(?P<it>(?P<n>{_ENDS_IN_ONE}) ?(?P<unit>{units})){RIGHT}(?!['’]| ?[0-9])",
            _with_unit,
        ),
        (rf"{_FREE}(?P<it>(?P<m>[0-9]{{1,2}})m(?P<cm>[0-9]{{2}})){RIGHT}", _length),
        (
            rf"{_FREE}(?P<it>(?P<h>[0-9]{{1,3}}) ?h ?(?P<min>[0-5]?[0-9]) ?(?:min|mn|m)){RIGHT}",
            _duration,
        ),
        (rf"\b(?:{_SINGULAR}) (?P<it>(?P<n>[0-9]{{1,3}})[°º])(?= {_NO_NOUN}[a-zà-ÿ])",
         _by_place(feminine_article=False)),
        (rf"\b(?:{_SINGULAR_FEMININE}) (?P<it>(?P<n>[0-9]{{1,3}})[°º])(?= {_NO_NOUN}[a-zà-ÿ])",
         _by_place(feminine_article=True)),
        (rf"{_FREE}(?P<it>(?P<n>[0-9]{{1,4}})(?: ?½| 1/2))(?= (?:{_noun(plural=True)}"
         rf"|{_noun(plural=False)}))",
         _and_a_half),
        (rf"{_FREE}(?P<it>½|1/2)(?=[ -]{_HALVES}\b)", "une demi"),
        (rf"{_FREE}(?P<it>{any_of(_RATIOS)}){RIGHT}", lambda match: _RATIOS[match["it"]]),
    )  # fmt: skip
