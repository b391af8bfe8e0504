"""Italian abbreviations, signs, and words that espeak-ng misreads."""

from __future__ import annotations

_TITLES = {
    "sig.": "signor", "sig.ra": "signora", "sig.na": "signorina", "sigg.": "signori",
    "sig.ri": "signori", "sig.re": "signore", "dott.": "dottor", "dott.ssa": "dottoressa",
    "dott.sse": "dottoresse", "dott.ri": "dottori", "dr.": "dottor", "dr.ssa": "dottoressa",
    "prof.": "professor", "prof.ssa": "professoressa", "proff.": "professori",
    "avv.": "avvocato", "ing.": "ingegner", "geom.": "geometra", "rag.": "ragionier",
    "arch.": "architetto", "mons.": "monsignor", "card.": "cardinal", "on.": "onorevole",
    "sen.": "senatore", "rev.": "reverendo", "ten.": "tenente", "col.": "colonnello",
    "magg.": "maggiore", "mar.llo": "maresciallo", "com.te": "comandante", "egr.": "egregio",
    "gent.": "gentile", "gent.mo": "gentilissimo", "gent.ma": "gentilissima",
    "ill.mo": "illustrissimo", "ill.ma": "illustrissima", "spett.": "spettabile",
    "spett.le": "spettabile", "f.lli": "fratelli", "soc.": "società",
    "p.zza": "piazza", "p.za": "piazza", "p.le": "piazzale", "v.le": "viale", "c.so": "corso",
    "l.go": "largo", "loc.": "località", "fraz.": "frazione", "prov.": "provincia",
    "pag.": "pagina", "pagg.": "pagine", "p. es.": "per esempio", "p.es.": "per esempio",
    "per es.": "per esempio", "ad es.": "ad esempio", "es.": "esempio", "tel.": "telefono",
    "cell.": "cellulare", "cap.": "capitolo", "capp.": "capitoli", "art.": "articolo",
    "artt.": "articoli", "vol.": "volume", "voll.": "volumi", "cod.": "codice",
    "fig.": "figura", "figg.": "figure",
    "tab.": "tabella", "cfr.": "confronta", "ca.": "circa", "p.iva": "partita iva",
    "P.IVA": "partita Iva", "S.ta": "Santa", "S.to": "Santo", "sec.": "secolo",
    "d.lgs.": "decreto legislativo", "lett.": "lettera",
    "max.": "massimo", "vs.": "contro", "cav.": "cavalier",
}  # fmt: skip
# Capitalized too, but for those that would be names at the end of a sentence.
_SMALL_ONLY = frozenset({"es.", "ca.", "max.", "vs.", "col.", "cap.", "lett."})
TITLES = _TITLES | {
    key.capitalize(): said for key, said in _TITLES.items() if key not in _SMALL_ONLY
} | {"Cap.": "capitolo", "Col.": "colonnello", "D.Lgs.": "decreto legislativo"}  # fmt: skip
TAILS = {
    "ecc.": "eccetera", "Ecc.": "eccetera", "Etc.": "eccetera", "etc.": "eccetera",
    "a.C.": "avanti Cristo", "d.C.": "dopo Cristo",
    "S.p.A.": "esse pi a", "S.P.A.": "esse pi a", "s.p.a.": "esse pi a",
    "S.r.l.": "esse erre elle", "s.r.l.": "esse erre elle", "S.R.L.": "esse erre elle",
    "s.n.c.": "esse enne ci", "S.n.c.": "esse enne ci", "s.a.s.": "esse a esse",
    "S.a.s.": "esse a esse", "u.s.": "ultimo scorso", "p.v.": "prossimo venturo",
    "c.m.": "corrente mese", "N.B.": "nota bene", "P.S.": "post scriptum",
}  # fmt: skip
GREEK = {
    "α": "alfa",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "teta",
    "ι": "iota",
    "κ": "cappa",
    "λ": "lambda",
    "μ": "mi",
    "ν": "ni",
    "ξ": "csi",
    "ο": "omicron",
    "π": "pi",
    "ρ": "ro",
    "σ": "sigma",
    "ς": "sigma",
    "τ": "tau",
    "υ": "ipsilon",
    "φ": "fi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
}
SYMBOLS = {
    "∞": "infinito",
    "∑": "sommatoria di",
    "∏": "produttoria di",
    "∫": "integrale di",
    "∂": "derivata parziale",
    "∇": "nabla",
    "∅": "insieme vuoto",
    "∀": "per ogni",
    "∃": "esiste",
    "∴": "quindi",
    "√": "radice",
    "‰": "per mille",
    "№": "numero",
    "§": "paragrafo",
    "©": "copyright",
    "®": "marchio registrato",
    "™": "marchio",
    "≠": "diverso da",
    "≤": "minore o uguale a",
    "≥": "maggiore o uguale a",
    "Ω": "omega",
    "€": "euro",
    "$": "dollari",
}
BEFORE = {
    "√": "radice quadrata di",
    "∛": "radice cubica di",
    "±": "più o meno",
    "+": "più",
    "≈": "circa",
    "~": "circa",
    "<": "meno di",
    ">": "più di",
    "≤": "al massimo",
    "≥": "almeno",
    "−": "meno",
}
BETWEEN = {
    "×": "per",
    "x": "per",
    "*": "per",
    "·": "per",
    "÷": "diviso",
    "-": "meno",
    "+": "più",
    "=": "uguale a",
    "≠": "diverso da",
    "<": "minore di",
    ">": "maggiore di",
    "≤": "minore o uguale a",
    "≥": "maggiore o uguale a",
    "±": "più o meno",
    "≈": "circa",
    "≡": "identico a",
    "∝": "proporzionale a",
    "→": "tende a",
    "∈": "appartiene a",
}
FRACTIONS = {
    "1/2": "metà", "1/3": "un terzo", "2/3": "due terzi", "1/4": "un quarto",
    "3/4": "tre quarti", "1/5": "un quinto", "2/5": "due quinti", "3/5": "tre quinti",
    "4/5": "quattro quinti", "1/6": "un sesto", "5/6": "cinque sesti", "1/7": "un settimo",
    "1/8": "un ottavo", "3/8": "tre ottavi", "5/8": "cinque ottavi", "7/8": "sette ottavi",
    "1/9": "un nono", "1/10": "un decimo", "3/10": "tre decimi", "1/100": "un centesimo",
}  # fmt: skip

# Words with the accent that espeak-ng needs: the open or closed vowel, or the stressed one.
_ACCENTED = (
    "lavóro decréto intéro intéra intéri intére néve névi mése méla méle mélo péra pére téla téle"
    " òssa buongiórno soggiórno mezzogiórno bórdo bórdi órdine órdini véndere scéndere"
    " accèdere cèdere concèdere procèdere succèdere eccèdere protèggere elèggere corrèggere"
    " ripètere riflèttere compètere richièdere stipèndio stipèndi incèndio incèndi compèndio mèteo"
    " sincèro sincèra sincèri Norvègia Grècia Atène pianéti pianéta ricétta ricétte espósto espósta"
    " espósti abbandóno tacére dispiacére scadére còma dèmone dèmoni spègnere orològio orològi"
    " chilòmetro chilòmetri microscòpio telescòpio fotocòpia fotocòpie idòneo idònea òasi gnòcchi"
    " gnòcco"
    " ricórrere trascórrere soccórrere scórrere decórrere rincórrere percórrere occórrere"
    " propórre dispórre espórre impórre oppórre compórre ripórre suppórre sottopórre predispórre"
    " impórsi oppórsi sottopórsi intellètto dilètto calcétto collétto sénno élla élmo félpa"
    " félpe pésto véglia fuòri òttimo òttima òttimi òttime risòlvere svòlgere rivòlgere"
    " coinvòlgere sconvòlgere evòlvere assòlvere vòglia vòglie còllo còlla còlle cuòchi sacerdòti"
    " tèmpio soggètto soggètti gazzétta spòsa spòse piómbo Giòve"
    " Còmo cèco cèchi valùta càpita anamnèsi barìtono enòrme enòrmi prescélto battésimo"
    " mantenére rimanére sostenére ottenére ritenére trattenére appartenére contenére intrattenére"
    " trattenérsi tenérsi detenére astenére rivedére prevedére provvedére possedére stravedére"
    " intravedére allòggio persuadére rògo"
    " nómi sóli mési pièdi bévo crédo scéndo véndo tòlgo vèngo tèngo vòglio vògliono dévo dévi"
    " dévono vèngono tèngono dovésse dovéssi dovéssero désse déssi déssero fóssi fóssero"
    " spòso spòsi òffre òffrono sòffre sòffrono vèrsi bòschi lóro nòno òccupa òccupano"
    " preòccupa preòccupano nòmina nòminano dòmina dòminano òperano vòmita amàca amàche mendìco"
    " infìdo pudìco devìo guaìna mèdita mèditano valùto valùti utensìle ìlare Livórno Michèle"
    " Nicòla Ravénna prèndono lèggono chièdono sièdo sièdono brìciola nòcciolo nòccioli valùtano"
    " byte:bàit kilobyte:kilobàit megabyte:megabàit gigabyte:gigabàit terabyte:terabàit"
)

# Words of other languages as an Italian speaker says them; between slashes the phonemes.
_FOREIGN = (
    "hardware=àrduer meeting=mìting weekend=uikènd week-end=uikènd email=imèil e-mail=imèil"
    " online=onlàin on-line=onlàin business=bìsnes download=dàunlod upload=àplod"
    " fashion=fèscion design=disàin designer=disàiner startup=startàp start-up=startàp"
    " feedback=fìdbek deadline=dèdlain brand=brènd store=stòr outlet=àutlet wellness=uèlnes"
    " volley=vòllei football=fùtbol skate=skèit bowling=bòuling footing=fùting goal=gòl"
    " coach=/kˈoʧ/ screenshot=scrìnsciot notebook=nòtbuk laptop=lèptop network=nètuork"
    " browser=bràuser cookie=cùki bug=bàg cloud=clàud playlist=plèilist gamer=ghèimer"
    " gaming=ghèiming joystick=giòistik streaming=strìming airbag=èrbeg jeep=gìp"
    " steward=stiùard toast=tòst sandwich=/sˈɛnduiʧ/ ketchup=kèciap cocktail=còcteil"
    " brunch=/brˈanʧ/ mousse=mùss remake=rimèik talk=tòlk show=/ʃˈo/"
    " backstage=/bˈɛksteiʤ/ blockbuster=blokbàster look=lùk make-up=meikàp glamour=glàmur"
    " management=/mˈanaʤment/ briefing=brìfing benchmark=/bˈɛnʧmark/ brainstorming=breinstòrming"
    " training=trèining know-how=nouàu outsourcing=autsòrsing welfare=uèlfer"
    " dumping=dàmping trading=trèiding trader=trèider broker=bròker rating=rèiting spread=sprèd"
    " default=difòlt stalker=stòlker stalking=stòlking single=sìngol babysitter=bebisìtter"
    " baby-sitter=bebisìtter teenager=tinèiger nickname=nìkneim cool=kùl bookmaker=bukmèiker"
    " outfit=àutfit outdoor=àutdor indoor=ìndor peeling=pìling night=nàit week=uìk happy=hèppi"
    " hour=àuar share=scèr audience=òdiens policy=pòlisi rapper=rèpper trainer=trèiner"
    " underground=andergràund crowdfunding=craudfànding reggae=règghe leasing=lìsing"
    " cluster=clàster slide=slàid shock=sciòk mood=mùd zoom=zùm scout=scàut voucher=vàucer"
    " soccer=sòccher reception=resèpscion advertising=advertàising trust=tràst"
    " barbecue=barbekiù roulette=rulètt collant=collàn playboy=plèiboi cowboy=càuboi"
    " country=càuntri outsider=autsàider login=loghìn target=tàrghet user=iùser zombie=zòmbi"
    " rugby=ràgbi speaker=spìker free=frì tweet=tuìt twitter=tuìtter jet=gèt"
    " Washington=Uòscington Manchester=Mèncester Hollywood=Òlliuud Houston=Iùston Miami=Maiàmi"
    " Seattle=Siàtol Shakespeare=Scèkspir Churchill=Ciòrcill Trump=Tràmp Beethoven=Betòven"
    " Goethe=Ghète Nietzsche=Nìce Joe=Giò Harry=Hèrri Peter=Pìter eBay=Ibèi Uber=Ùber"
    " Melbourne=Mèlburn Nike=Nàik Broadway=Bròduei Brooklyn=Brùklin Wimbledon=Uìmbledon"
    " brezza=/brˈeʣːa/ parabrezza=/parabrˈeʣːa/ benzinaio=/benʣinˈaio/ gazzella=/ɡaʣːˈɛlla/"
    " fermezza=/fermˈeʦːa/ grezzo=/ɡrˈeʣːo/ grezza=/ɡrˈeʣːa/ grezzi=/ɡrˈeʣːi/ bazar=/baʣˈar/"
)


def words() -> dict[str, str]:
    """Readings of single words; with a capital too where they are no names."""
    found = dict(_WORDS)
    for entry in _FOREIGN.split():
        word, said = entry.split("=")
        for form in (word, word + "s", word.capitalize(), word.upper()):
            found.setdefault(form, said)
    for entry in _ACCENTED.split():
        plain, _, said = entry.partition(":")
        said = said or plain
        written = plain.translate(_PLAIN)
        found.setdefault(written, said)
        found.setdefault(written.capitalize(), said.capitalize())
        found.setdefault(written.upper(), said.upper())
    return found


_PLAIN = str.maketrans("àèéìòóù", "aeeioou")
_WORDS = {
    "stasera": "/stasˈera/", "Stasera": "/stasˈera/", "USA": "/ˈuza/", "PIL": "Pil",
    "Celsius": "Cèlsius", "CGIL": "C G I L", "INAIL": "Ìnail", "AIDS": "Àids", "C#": "ci sciarp",
    "C++": "ci più più",
}  # fmt: skip
