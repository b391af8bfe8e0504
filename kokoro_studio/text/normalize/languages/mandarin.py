"""Mandarin. The backend reads figures and percentages, and knows the tones of words."""

from __future__ import annotations

import re

from ..locale import Calendar, Clock, Currency, Locale, Money, Web
from . import mandarin_signs


def _degrees(match: re.Match[str]) -> str:
    minus = "零下" if match["minus"] else ""
    return f"{minus}{match['size']}摄氏度"


def _clock_minutes() -> dict[int, str]:
    return {n: ("零" if n < 10 else "") + _small(n) for n in range(1, 60)}


def _small(number: int) -> str:
    """Numbers below a hundred, for the clock."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones or not tens else "")


def mandarin() -> Locale:
    """Language code z."""
    return Locale(
        thousands=",",
        decimal=".",
        digits=tuple("零一二三四五六七八九"),
        to="到",
        space="",
        pause="，",
        minus="负",
        calendar=Calendar(tuple(f"{n}月" for n in range(1, 13)), "{year}年{month}{day}日"),
        clock=Clock(
            full="{hour}点{minute}分",
            sharp="{hour}点",
            hours={n: _small(n) for n in range(25)} | {2: "两"},
            minutes=_clock_minutes(),
            tail="分?",
        ),
        money=Money(
            currencies={
                "¥": Currency("1元", "元"),
                "￥": Currency("1元", "元"),
                "$": Currency("1美元", "美元"),
                "US$": Currency("1美元", "美元"),
                "€": Currency("1欧元", "欧元"),
                "£": Currency("1英镑", "英镑"),
                "₹": Currency("1卢比", "卢比"),
                "RMB": Currency("1元", "元人民币"),
                "CNY": Currency("1元", "元人民币"),
                "USD": Currency("1美元", "美元"),
                "HK$": Currency("1港元", "港元"),
                "NT$": Currency("1元新台币", "元新台币"),
                "A$": Currency("1澳元", "澳元"),
                "C$": Currency("1加元", "加元"),
                "S$": Currency("1新加坡元", "新加坡元"),
                "R$": Currency("1雷亚尔", "雷亚尔"),
                "₩": Currency("1韩元", "韩元"),
                "₽": Currency("1卢布", "卢布"),
            },
            plain="{amount}{unit}",
            scaled="{amount}{scale}{unit}",
            scales=("万", "亿", "千", "百万", "千万"),
        ),
        web=Web(
            signs={".": "点", "@": "艾特", "/": "斜杠", "-": "杠", "_": "下划线", "?": "问号",
                   "=": "等于", "&": "和", "#": "井号", "+": "加", "%": "百分号", ":": "冒号",
                   "~": "波浪号"},
        ),
        units={
            "km/h": ("1公里每小时", "公里每小时"),
            "m/s": ("1米每秒", "米每秒"),
            "km²": ("1平方公里", "平方公里"),
            "m²": ("1平方米", "平方米"),
            "m2": ("1平方米", "平方米"),
            "km2": ("1平方公里", "平方公里"),
            "cm2": ("1平方厘米", "平方厘米"),
            "m3": ("1立方米", "立方米"),
            "km": ("1公里", "公里"),
            "m": ("1米", "米"),
            "cm": ("1厘米", "厘米"),
            "mm": ("1毫米", "毫米"),
            "μm": ("1微米", "微米"),
            "nm": ("1纳米", "纳米"),
            "μg": ("1微克", "微克"),
            "kW": ("1千瓦", "千瓦"),
            "W": ("1瓦", "瓦"),
            "V": ("1伏", "伏"),
            "Hz": ("1赫兹", "赫兹"),
            "GHz": ("1吉赫", "吉赫"),
            "ha": ("1公顷", "公顷"),
            "cm²": ("1平方厘米", "平方厘米"),
            "m³": ("1立方米", "立方米"),
            "mL": ("1毫升", "毫升"),
            "kg": ("1公斤", "公斤"),
            "g": ("1克", "克"),
            "mg": ("1毫克", "毫克"),
            "t": ("1吨", "吨"),
            "L": ("1升", "升"),
            "l": ("1升", "升"),
            "ml": ("1毫升", "毫升"),
            "h": ("1小时", "小时"),
            "min": ("1分钟", "分钟"),
            "s": ("1秒", "秒"),
            "kWh": ("1度", "度"),
        },
        fractions={
            "1/2": "二分之一", "1/3": "三分之一", "2/3": "三分之二", "1/4": "四分之一",
            "3/4": "四分之三", "1/5": "五分之一", "2/5": "五分之二", "3/5": "五分之三",
            "4/5": "五分之四", "1/6": "六分之一", "5/6": "六分之五", "1/8": "八分之一",
            "3/8": "八分之三", "5/8": "八分之五", "7/8": "八分之七", "1/10": "十分之一",
            "3/10": "十分之三", "1/7": "七分之一", "1/9": "九分之一", 
        },
        mixed="{whole}又{part}",
        letters={str(n): digit for n, digit in enumerate("零一二三四五六七八九")},
        symbols=mandarin_signs.SYMBOLS,
        maths=mandarin_signs.MATHS,
        lengths=mandarin_signs.LENGTHS,
        number_sign="编号",
        point="点",
        contexts=(
            *mandarin_signs.CONTEXTS,
            (r"(?<![0-9.])(?P<it>(?P<minus>-)?(?P<size>[0-9]+(?:\.[0-9]+)?) ?(?:°C|℃))", _degrees),
            (r"(?<![0-9])(?P<it>[12][0-9]{3} ?[–—〜～~-]) ?(?=[12][0-9]{3}年)",
             lambda m: "".join("零一二三四五六七八九"[int(d)] for d in m["it"][:4]) + "到"),
        ),
    )  # fmt: skip
