"""Words of other languages in Brazilian Portuguese, as they are said there, and acronyms."""

from __future__ import annotations

import re

from .acronyms import speller, with_capitals
from .portuguese_words import TITLES
from .word_lists import words

_PHONEMES = """
hardware xˈaɾədwɛr, email imˈAl, Instagram ˌiŋstaɡrˈɐ̃ŋ,
smartphone ˌizmaɾəʧifˈony, tablet tˈableʧy, iPad Ipˈɛʤy, iPhone Ifˈony, Bluetooth blutˈufy,
bluetooth blutˈufy, YouTube jutˈuby, Youtube jutˈuby, youtuber jutˈuber, hobby xˈɔby,
jeans ʤˈins, cheeseburger ʃˌisbˈuɾəɡer, download dˌWnlˈowʤy, upload ˌæplˈowʤy,
startup istaɾətˈæpy, coach kˈowʧy, coaching kˈowʧiŋ, freelancer frilˈɐ̃ŋser,
outdoor ˌWʧidˈɔr, playground plˌAɡrˈWnʤy, skate iskˈAʧy, bike bˈIky, fashion fˈɛʃoŋ,
look lˈuky, Hollywood xˌɔliwˈuʤy, John ʤˈoŋ, Johnson ʤˈoŋsoŋ, James ʤˈAmys, Jack ʤˈɛky,
Joe ʤˈow, George ʤˈɔɾəʤy, Jennifer ʤˈenifer, Jobs ʤˈɔbs, Gates ɡˈAʦ, Shakespeare ʃˈAkspir,
Uber ˈuber, Amazon ˈɐ̃mazoŋ, Spotify ispˈɔʧifI, Skype iskˈIpy, Xbox ˌɛksbˈɔks,
streaming istrˈimiŋ, hashtag xɛʃtˈɛɡy, like lˈIky, selfie sˈɛʊfy, influencer ˌiŋfluˈAŋser,
gamer ɡˈAmer, hacker xˈaker, spam ispˈɐ̃ŋ, slide izlˈIʤy, deadline dɛdlˈIny,
brainstorming brˌAŋstˈɔɾəmiŋ, budget bˈæʤeʧy, checkout ʃɛkˈWʧy, check-in ʃɛkˈiŋ,
light lˈIʧy, diet dˈIeʧy, fitness fˈiʧynes, funk fˈɐ̃ŋky, country kˈɐ̃ŋtry, heavy xˈɛvy,
house xˈWzy, DJ ʤiʤˈA, trailer trˈAler, thriller trˈiler, spoiler ispˈYler,
lingerie lɐ̃ŋʒeɾˈi, crush krˈæʃ, home xˈomy, office ˈɔfisy, workshop wˌoɾəkʃˈɔpy,
staff istˈɛfy, ticket ʧˈikeʧy, voucher vˈWʃer, lounge lˈWnʤy, buffet bufˈe,
self-service sˌɛʊfysˈɛɾəvisy, fast fˈɛsʧy, food fˈuʤy, hot xˈɔʧy, dog dˈɔɡy, sundae sˈɐ̃ŋdA,
cookie kˈuky, brownie brˈWny, cupcake kæpkˈAky, muffin mˈæfiŋ, croissant krwasˈɐ̃ŋ,
gourmet ɡuɾəmˈe, ballet balˈe, réveillon xˌevAjˈoŋ, tour tˈur, boutique buʧˈiky,
iceberg Isebˈɛɾəɡy, airbag ɛɾəbˈɛɡy, freezer frˈizer, timer tˈImer, spray isprˈA,
scanner iskˈɐ̃ner, wireless wˈIɾelɛs, input ˈiŋpuʧy, login lˈɔɡiŋ, pendrive pˌAŋdrˈIvy,
desktop dˌɛskytˈɔpy, laptop lˌɛpytˈɔpy, round xˈWnʤy, Halloween xˌalowˈiŋ, Pepsi pˈɛpsi,
Disney ʤˈiznA, McDonald's mˌɛkydˈonWdys, Starbucks istˌaɾəbˈæks, Nike nˈIky,
Chevrolet ʃˌevrolˈe, Volkswagen vˌowksvˈaɡAŋ, Hyundai xjuŋdˈI, Honda xˈoŋdæ, Peugeot peʒˈo,
Renault xenˈo, royalties xˈYWʧys, know-how nowxˈW, feedback fˌiʤybˈɛky, backup bɛkˈæpy,
ranking xˈɐ̃ŋkiŋ, Wi-Fi wIfˈI, wi-fi wIfˈI, WiFi wIfˈI, wifi wIfˈI, personal pˈɛɾəsonW,
trainer trˈAner, New nˈu, York jˈɔɾəky, mouse mˈWzy, black blˈɛky, Friday frˈIdA,
Black blˈɛky, friday frˈIdA, crossfit krˌɔsfˈiʧy, stand istˈɐ̃ŋʤy, stop istˈɔpy, shorts ʃˈɔɾəʦ,
sandwich sˈɐ̃ŋdwiʃ, resort xezˈɔɾəʧy, hall xˈɔw, hostel xˈɔstew, site sˈIʧy, blazer blˈAzer,
reality xeˈality, game ɡˈAmy, hit xˈiʧy, Windows wˈiŋdows, playlist plAlˈisʧy,
gift ɡˈifʧy, card kˈaɾədy, skincare skiŋkˈɛr, close-up klowzˈæpy, roaming xˈowmiŋ
"""
_SPELLED_OTHERWISE = {
    "PIX": "pics", "Pix": "pics", "IBGE": "i bê gê é", "UTI": "u tê i", "AIDS": "áidis",
    "CIA": "cía", "C#": "/sˈe ʃˈaɾəpy/",
    "OK": "ôquêi", "ok": "ôquêi", "Ctrl": "contrôl", "USP": "úspi", "PNG": "pê ene gê",
    "FAQ": "éfe á quê", "ECT": "é cê tê", "VAR": "var", "CPU": "cê pê u", "PM": "pê eme",
    "ICMS": "i cê eme ésse", "IR": "i érre", "TI": "tê i", "SMS": "ésse eme ésse",
}  # fmt: skip
WORDS = {
    **_SPELLED_OTHERWISE,
    **with_capitals(dict(pair.split() for pair in _PHONEMES.split(",")), plural="s"),
}

LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ",
        (
            name.replace("_", " ")
            for name in words(
                "á bê cê dê é éfe gê agá i jota cá éle eme ene "
                "enhe ó pê quê érre ésse tê u vê dáblio xis ípsilon zê"
            )
        ),
        strict=True,
    )
)
_ONSET = "(?:CH|NH|LH|QU|GU|[BCFGPTV][RL]|DR|[BCDFGHJKLMNPRSTVWXZ])?"
_SYLLABLE = f"{_ONSET}[AEIOUY]{{1,3}}(?:[NSLRMZX](?=[^AEIOUY]{{1,2}}[AEIOUY]))?"
_SAYABLE = re.compile(f"(?:{_SYLLABLE})+[NSLRMZXY]?")
_AS_WORDS = frozenset(
    words(
        "PIB CEP MEC PUC CUT MASP SESC SENAC ONG VIP POP ROCK CLUB BOPE SUS CAIC FIESP MIT NASDAQ "
        "STOP RAP UNICEF IPEM CAPES COVID BOVESPA FAB HIT CAP"
    )
)
_CURRENCIES = frozenset(words("USD EUR BRL GBP CHF JPY"))
_SHORT = frozenset(
    words("EU TU EM DE DA DO NA NO SE ME TE UM OU AO OS AS LI OI UI AH OH EH SO LA HA")
)
spell = speller(LETTERS, _SAYABLE, _AS_WORDS, _SHORT, _CURRENCIES | WORDS.keys() | TITLES.keys())
