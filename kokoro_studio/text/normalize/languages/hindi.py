"""Hindi. espeak-ng reads figures and Indian grouping (1,25,000) and Latin words as English."""

from __future__ import annotations

from ..locale import Calendar, Clock, Currency, Lengths, Locale, Maths, Money, Roman, Web
from . import hindi_contexts, hindi_words

_CURRENCIES = {
    **dict.fromkeys(("₹", "रु.", "रू.", "Rs.", "Rs", "INR"), Currency("1 रुपया", "रुपये", "पैसे")),
    **dict.fromkeys(("$", "US$", "USD"), Currency("1 डॉलर", "डॉलर", "सेंट")),
    **dict.fromkeys(("€", "EUR"), Currency("1 यूरो", "यूरो", "सेंट")),
    **dict.fromkeys(("£", "GBP"), Currency("1 पाउंड", "पाउंड", "पेंस")),
    **dict.fromkeys(("¥", "JPY"), Currency("1 येन", "येन")),
    "¢": Currency("1 सेंट", "सेंट"),
    "HK$": Currency("1 हॉन्ग कॉन्ग डॉलर", "हॉन्ग कॉन्ग डॉलर", "सेंट"),
    "A$": Currency("1 ऑस्ट्रेलियाई डॉलर", "ऑस्ट्रेलियाई डॉलर", "सेंट"),
    "C$": Currency("1 कनाडाई डॉलर", "कनाडाई डॉलर", "सेंट"),
    "₩": Currency("1 वॉन", "वॉन"),
    "₽": Currency("1 रूबल", "रूबल"),
}


def _ordinal(number: int, ending: str) -> str:
    """1ला, 10वीं and 3rd, with the gender of the written ending."""
    if ending in ("st", "nd", "rd", "th"):
        return _english_ordinal(number)
    stem = hindi_words.ORDINAL_STEMS.get(number)
    if stem and not (ending[0] == "ठ" and number != 6):
        return stem + hindi_words.ORDINAL_ENDINGS[ending]
    said = "सौ" if number == 100 else hindi_words.cardinal(number)
    return said + hindi_words.NASAL_ENDINGS.get(ending, ending)


def _english_ordinal(number: int) -> str:
    words = hindi_words.ENGLISH_ORDINALS
    if 0 < number < len(words):
        return words[number]
    tens, ones = divmod(number, 10)
    if ones and tens in hindi_words.ENGLISH_TENS:
        return f"{hindi_words.ENGLISH_TENS[tens]} {words[ones]}"
    return hindi_words.cardinal(number) + "वां"


def _regnal(number: int) -> str:
    words = hindi_words.REGNAL
    return words[number] if number < len(words) else str(number)


def hindi() -> Locale:
    """Language code h."""
    return Locale(
        thousands=",",
        decimal=".",
        digits=hindi_words.DIGITS,
        to="से",
        minus="माइनस",
        numeral=hindi_words.numeral,
        calendar=Calendar(hindi_words.MONTHS, years=hindi_contexts.year),
        clock=Clock(
            full="{hour} बज्कर {minute} मिनट",
            sharp="{hour} बजे",
            tail="(?: ?बजे)?",
        ),
        money=Money(
            currencies=_CURRENCIES,
            scales=(
                "हज़ार", "हजार", "लाख", "करोड़", "अरब", "खरब", "मिलियन", "बिलियन", "लाख करोड़",
                "हज़ार करोड़", "हजार करोड़",
            ),
        ),
        web=Web(
            signs={".": "डॉट", "@": "ऐट", "/": "स्लैश", "-": "डैश", "_": "अंडरस्कोर",
                   "?": "प्रश्नचिह्न", "=": "बराबर", "&": "और", "#": "हैश", "+": "प्लस",
                   "%": "प्रतिशत", ":": "कोलन", "~": "टिल्ड"},
            labels={"com": "कॉम", "in": "इन", "org": "ऑर्ग", "net": "नेट", "co": "को",
                    "gov": "गव", "edu": "ई डी यू", "io": "आई ओ", "gmail": "जीमेल", "nic": "निक"},
            endings={"zip": "ज़िप"},
        ),
        units=_UNITS,
        fractions=hindi_words.FRACTIONS,
        mixed="{whole} सही {part}",
        letters=hindi_words.FORMULA,
        symbols=hindi_words.SYMBOLS | hindi_words.GREEK,
        maths=Maths(
            before=hindi_words.BEFORE,
            between=hindi_words.BETWEEN,
            power="की घात {}",
            squared="का वर्ग",
            cubed="का घन",
        ),
        lengths=Lengths(
            feet="{feet} फ़ुट",
            inches="{inches} इंच",
            both="{feet} फ़ुट {inches} इंच",
            one_foot="1 फ़ुट",
            one_inch="1 इंच",
            angle=("डिग्री", "मिनट", "सेकंड"),
        ),
        number_sign="नंबर",
        point="पॉइंट",
        titles=hindi_words.TITLES | {
            title.replace(".", "0"): full for title, full in hindi_words.TITLES.items()
        },  # डॉ० is folded to डॉ0
        words=hindi_words.WORDS,
        contexts=hindi_contexts.contexts(_CURRENCIES),
        ordinals=_ordinal,
        ordinal_endings="|".join(("st", "nd", "rd", "th", *hindi_words.ORDINAL_ENDINGS)),
        roman=Roman(
            after=(
                (hindi_words.RULERS, _regnal),
                (hindi_words.CHAPTERS, str),
                (r"[\u0900-\u0963]+(?= [IVX]{2,}(?! ?(?:ड्रिप|सेट)))", str),
            )
        ),
    )  # fmt: skip


_UNITS = {
    "किमी/घंटा": ("1 किलोमीटर प्रति घंटा", "किलोमीटर प्रति घंटा"),
    "किमी": ("1 किलोमीटर", "किलोमीटर"),
    "कि.मी.": ("1 किलोमीटर", "किलोमीटर"),
    "किग्रा": ("1 किलोग्राम", "किलोग्राम"),
    "कि.ग्रा.": ("1 किलोग्राम", "किलोग्राम"),
    "मी": ("1 मीटर", "मीटर"),
    "सेमी": ("1 सेंटीमीटर", "सेंटीमीटर"),
    "मिमी": ("1 मिलीमीटर", "मिलीमीटर"),
    "ग्रा": ("1 ग्राम", "ग्राम"),
    "लि": ("1 लीटर", "लीटर"),
    "मिली": ("1 मिलीलीटर", "मिलीलीटर"),
    "km/h": ("1 किलोमीटर प्रति घंटा", "किलोमीटर प्रति घंटा"),
    "km": ("1 किलोमीटर", "किलोमीटर"),
    "m": ("1 मीटर", "मीटर"),
    "cm": ("1 सेंटीमीटर", "सेंटीमीटर"),
    "mm": ("1 मिलीमीटर", "मिलीमीटर"),
    "Kg": ("1 किलोग्राम", "किलोग्राम"),
    "KG": ("1 किलोग्राम", "किलोग्राम"),
    "Km": ("1 किलोमीटर", "किलोमीटर"),
    "KM": ("1 किलोमीटर", "किलोमीटर"),
    "kg": ("1 किलोग्राम", "किलोग्राम"),
    "g": ("1 ग्राम", "ग्राम"),
    "l": ("1 लीटर", "लीटर"),
    "ml": ("1 मिलीलीटर", "मिलीलीटर"),
    "mg": ("1 मिलीग्राम", "मिलीग्राम"),
    "μg": ("1 माइक्रोग्राम", "माइक्रोग्राम"),
    "μm": ("1 माइक्रोमीटर", "माइक्रोमीटर"),
    "μs": ("1 माइक्रोसेकंड", "माइक्रोसेकंड"),
    "nm": ("1 नैनोमीटर", "नैनोमीटर"),
    "km²": ("1 वर्ग किलोमीटर", "वर्ग किलोमीटर"),
    "m²": ("1 वर्ग मीटर", "वर्ग मीटर"),
    "m³": ("1 घन मीटर", "घन मीटर"),
    "m/s": ("1 मीटर प्रति सेकंड", "मीटर प्रति सेकंड"),
    "ft": ("1 फ़ुट", "फ़ुट"),
    "kW": ("1 किलोवॉट", "किलोवॉट"),
    "kWh": ("1 किलोवॉट घंटा", "किलोवॉट घंटे"),
    "W": ("1 वॉट", "वॉट"),
    "V": ("1 वोल्ट", "वोल्ट"),
    "Hz": ("1 हर्ट्ज़", "हर्ट्ज़"),
    "KB": ("1 केबी", "केबी"),
    "TB": ("1 टीबी", "टीबी"),
    "वर्ग किमी": ("1 वर्ग किलोमीटर", "वर्ग किलोमीटर"),
    "मिग्रा": ("1 मिलीग्राम", "मिलीग्राम"),
    "मि.ली.": ("1 मिलीलीटर", "मिलीलीटर"),
    "से.मी.": ("1 सेंटीमीटर", "सेंटीमीटर"),
    "मि.मी.": ("1 मिलीमीटर", "मिलीमीटर"),
    "min": ("1 मिनट", "मिनट"),
    "h": ("1 घंटा", "घंटे"),
    "GB": ("1 जीबी", "जीबी"),
    "MB": ("1 एमबी", "एमबी"),
}
