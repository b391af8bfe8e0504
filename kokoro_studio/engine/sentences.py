"""One sentence in each language: what voices are measured on, and what single words borrow from."""

from __future__ import annotations

SENTENCES = {
    "a": "The old lighthouse stood at the end of the road, and every evening its light came on.",
    "b": "The old lighthouse stood at the end of the road, and every evening its light came on.",
    "e": "El viejo faro estaba al final del camino, y cada tarde se encendía su luz.",
    "f": "Le vieux phare se dressait au bout du chemin, et chaque soir sa lumière s'allumait.",
    "h": "पुराना प्रकाशस्तंभ सड़क के अंत में खड़ा था, और हर शाम उसकी रोशनी जल उठती थी।",
    "i": "Il vecchio faro stava in fondo alla strada, e ogni sera si accendeva la sua luce.",
    "j": "古い灯台は道の終わりに立っていて、毎晩その明かりがともりました。",
    "p": "O velho farol ficava no fim da estrada, e toda noite a sua luz se acendia.",
    "z": "老灯塔站在路的尽头，每天晚上它的灯都会亮起来。",
}
