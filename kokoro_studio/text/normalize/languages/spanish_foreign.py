"""Words of other languages in Spanish, as they are said in Spanish, and acronyms."""

from __future__ import annotations

import re

from .acronyms import speller, with_capitals
from .spanish_words import TITLES
from .word_lists import words

_PHONEMES = """
hardware xˈaɾðweɾ, email imˈAl, e-mail imˈAl,
YouTube ʝˈutub, Youtube ʝˈutub, youtuber ʝutˈuβeɾ, WhatsApp ɡwˈasap, Whatsapp ɡwˈasap,
whatsapp ɡwˈasap, Google ɡˈuɣel, iPad ˈIpað, Bluetooth blˈutuθ, bluetooth blˈutuθ,
smartphone esmˈaɾfon, startup estˈaɾtap, start-up estˈaɾtap, streaming estɾˈimin, online onlˈIn,
on-line onlˈIn, offline oflˈIn, hashtag xˈastaɡ, like lˈIk, selfie sˈelfi, influencer influˈenseɾ,
coach kˈowʧ, coaching kˈowʧin, meeting mˈitin, feedback fˈiðβak, brunch bɾˈanʧ,
sandwich sˈaŋɡwiʧ, sándwich sˈaŋɡwiʧ, parking pˈaɾkin, shopping ʃˈopin, fitness fˈitnes,
running rˈanin, jogging ʝˈoɣin, footing fˈutin, hobby xˈoβi, ranking rˈaŋkin, rating rˈAtin,
casting kˈastin, camping kˈampin, manager mˈanaʝeɾ, stock estˈok, stop estˈop,
spoiler espˈoɪleɾ, sprint espɾˈint, stand estˈand, standard estˈandaɾ, staff estˈaf, spam espˈam,
sponsor espˈonsoɾ, backup bˈakap, hacker xˈakeɾ, gamer ɡˈAmeɾ, gaming ɡˈAmin, mouse mˈWs,
Apple ˈapel, Amazon ˈamaθon, Hollywood xˈoliwud, Washington wˈasinton, Shakespeare ʃˈAkspiɾ,
Michael mˈIkel, John ʝˈon, Johnny ʝˈoni, Johnson ʝˈonson, Harry xˈari, James ʝˈAms, Jack ʝˈak,
Joe ʝˈow, Jennifer ʝˈenifeɾ, George ʝˈoɾʧ, Steve estˈiβ, Stephen estˈiβen, Jobs ʝˈobs,
Gates ɡˈAts, Brian bɾˈIan, Ryan rˈIan, William wˈiljam, Houston xjˈuston, York ʝˈoɾk, New njˈu,
cowboy kˈWβoɪ, thriller θɾˈileɾ, bestseller bestsˈeleɾ, best-seller bestsˈeleɾ, boom bˈum,
look lˈuk, bacon bˈAkon, beige bˈAs, boutique butˈik, ballet balˈe, chalet ʧalˈe,
croissant kɾwasˈan, gourmet ɡuɾmˈe, jeans ʝˈins, legging lˈeɣin, mozzarella moʦaɾˈela, gin ʝˈin,
gin-tonic ʝintˈonik, Halloween xˈalowin, PlayStation plAstˈAʃon, Spotify espˈotifI,
LinkedIn lˈiŋkeðin, Gmail ʝˈimAl, Skype eskˈIp, Zoom θˈum, TikTok tˈiktok, Netflix nˈetfliks,
freelance fɾˈilans, light lˈIt, gay ɡˈA, glamour ɡlamˈuɾ, hippie xˈipi, jet ʝˈet, jet-lag ʝˈetlaɡ,
lobby lˈoβi, outlet ˈWtlet, pendrive pˈɛndɾIβ, puzzle pˈuθle, reality riˈaliti, router rˈuteɾ,
slogan eslˈoɣan, spray espɾˈI, stress estɾˈes, suite swˈit, tour tˈuɾ, trailer tɾˈAleɾ,
voucher bˈWʧeɾ, spa espˈa, sport espˈoɾ, hall xˈol, hockey xˈoki, skate eskˈAt, script eskɾˈipt,
scanner eskˈaneɾ, performance peɾfˈoɾmans, design disˈIn, cookie kˈuki, remake rimˈAk,
crossfit kɾˈosfit, burger bˈuɾɣeɾ, cool kˈul, airbag ˈIɾβaɡ, express ekspɾˈes, heavy xˈeβi,
blues blˈus, DJ diʝˈA, baby bˈAβi, fashion fˈaʃon, business bˈisnes, newsletter njˈusleteɾ,
layout leˈIWt, download dˈWnlowd, upload ˈaplowd, login lˈoɣin, blogger blˈoɣeɾ,
trending tɾˈɛndin, Friday fɾˈIðA, Black blˈak, Disney dˈisnA, Peugeot pejˈo, Renault renˈo,
Volkswagen fˈolsβaɣen, Hyundai xjundˈI, McDonald's makdˈonals, Starbucks estˈaɾβaks,
delivery delˈiβeɾi, snack esnˈak, shock ʃˈok, ticket tˈiket, overbooking oβeɾβˈukin,
ok okˈA, OK okˈA, reels rˈils, sketch eskˈeʧ, smoking esmˈokin, speech espˈiʧ, slip eslˈip,
stripper estɾˈipeɾ, striptease estɾiptˈis, surf sˈuɾf, vintage bˈintAʝ, rally rˈali, ring rˈin,
catering kˈateɾin, lifting lˈiftin, marine marˈin, piercing pˈiɾsin, holding xˈoldin,
leasing lˈisin, renting rˈɛntin, dumping dˈumpin, doping dˈopin, kitsch kˈiʧ, show ʃˈow,
handicap xˈandikap, penalty penˈalti, sexy sˈeksi, sex-appeal seksapˈil, share ʃˈeɾ
"""
_SPELLED_OTHERWISE = {
    "tb": "también", "tmb": "también", "xq": "porque", "pq": "porque",
    "Oaxaca": "uajaca", "oaxaqueño": "uajaqueño", "oaxaqueña": "uajaqueña",
    "oaxaqueños": "uajaqueños", "oaxaqueñas": "uajaqueñas", "Texas": "Tejas", "texano": "tejano",
    "texana": "tejana", "texanos": "tejanos", "texanas": "tejanas", "Xalapa": "Jalapa",
    "Xavier": "Javier", "Ximena": "Jimena", "Ximénez": "Jiménez", "Mexicali": "Mejicali",
    "Tlaxcala": "Tlascala", "tlaxcalteca": "tlascalteca", "Ixtapa": "Istapa", "Taxco": "Tasco",
    "Iztaccíhuatl": "istacsíuatl", "pseudónimo": "seudónimo", "Judith": "Yúdit",
    "ONU": "Onu", "PIB": "Pib", "OEA": "Oea", "OPEP": "Opep", "IBEX": "Íbex", "CIA": "Cía",
    "PSOE": "pesoe", "CSIC": "cesic", "URSS": "urs", "IMSS": "ims", "ISSSTE": "iste",
    "OVNI": "ovni", "AENA": "Aena", "APEC": "Apec", "JPG": "jota pe ge", "PNG": "pe ene ge",
    "MP3": "eme pe tres", "MP4": "eme pe cuatro", "Ctrl": "control", "XL": "equis ele",
    "C#": "/θˈe ʃˈaɾp/", "XXL": "doble equis ele", "CV": "ce uve", "CO": "ce o",
}  # fmt: skip
WORDS = {
    **_SPELLED_OTHERWISE,
    **with_capitals(dict(pair.split() for pair in _PHONEMES.split(",")), plural="s"),
}

_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ",
        (
            name.replace("_", " ")
            for name in words(
                "a be ce de e efe ge hache i jota ka ele eme ene "
                "eñe o pe cu erre ese te u uve uve_doble equis i_griega zeta"
            )
        ),
        strict=True,
    )
)
_ONSET = "(?:CH|LL|QU|GU|[BCFGKPT][RL]|DR|[BCDFGHJKLMNÑPRSTVWXYZ])?"
_SYLLABLE = f"{_ONSET}[AEIOUY]{{1,3}}(?:(?:NS|[NSLRMBCDGPTXZ])(?=[^AEIOUY]{{1,2}}[AEIOUY]))?"
_SAYABLE = re.compile(f"(?:{_SYLLABLE})+(?:NS|ST|[BCDFGKLMNPRSTXYZ])?")
_AS_WORDS = frozenset(
    words(
        "FARC CURP IBEX OVNI ROCK GOLF FILM RATP COPE STOP SPAM VIPS WIFI WEB CLUB SURF AIRBNB "
        "NASDAQ OTAN TRANS AMPAS"
    )
)
_CURRENCIES = frozenset(words("USD EUR MXN COP ARS CLP PEN GBP CHF JPY BRL UYU"))
_SHORT = frozenset(
    words(
        "NO SI EL LA LO UN DE EN YO TU MI SU TE ME SE NI YA ES VA VE DA IR OS LE AL AY UY OH AH EH "
        "HA HE FE"
    )
)
spell = speller(_LETTERS, _SAYABLE, _AS_WORDS, _SHORT, _CURRENCIES | WORDS.keys() | TITLES.keys())
