"""Mandarin. The backend reads figures and percentages; words it misreads are given in pinyin."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ..locale import Calendar, Clock, Currency, Locale, Money, Web
from . import mandarin_signs

_TIE = "\u032f"  # marks non-syllabic vowels in the IPA table; no symbol of the model


@cache
def pinyin(syllables: str) -> str:
    """Phonemes of syllables with tone digits, 5 for the neutral tone: "tou2 fa5"."""
    from misaki.zh import ZHG2P

    return "".join(str(ZHG2P.py2ipa(s)) for s in syllables.split()).replace(_TIE, "")


def _in_pinyin(table: dict[str, str], ending: str = "") -> Callable[[re.Match[str]], str]:
    return lambda match: f"/{pinyin(table[match['it']])}{ending}/"


# Words whose tones pypinyin does not know: neutral second syllables, changed 一 and 不, and
# characters with two readings.
_PINYIN = {
    "头发": "tou2 fa5", "妈妈": "ma1 ma5", "爸爸": "ba4 ba5", "哥哥": "ge1 ge5",
    "姐姐": "jie3 jie5", "弟弟": "di4 di5", "妹妹": "mei4 mei5", "爷爷": "ye2 ye5",
    "奶奶": "nai3 nai5", "率真": "shuai4 zhen1", "一天": "yi4 tian1", "一年": "yi4 nian2",
    "一样": "yi2 yang4", "一些": "yi4 xie1", "一般": "yi4 ban1", "一直": "yi4 zhi2",
    "一点": "yi4 dian3", "一路": "yi2 lu4", "不对": "bu2 dui4", "不会": "bu2 hui4",
    "不用": "bu2 yong4", "不够": "bu2 gou4", "不错": "bu2 cuo4", "不断": "bu2 duan4",
    "不再": "bu2 zai4", "不去": "bu2 qu4", "不看": "bu2 kan4", "很长": "hen3 chang2",
    "人参": "ren2 shen1", "银行行长": "yin2 hang2 hang2 zhang3", "当作": "dang4 zuo4",
}  # fmt: skip
# The ending of erhua joins the syllable and swallows its final n or i.
_ERHUA = {
    "哪儿": "na3", "这儿": "zhe4", "那儿": "na4", "小孩儿": "xiao3 ha2", "孩儿": "ha2",
    "玩儿": "wa2", "花儿": "hua1", "画儿": "hua4",
    "点儿": "dia3", "一点儿": "yi4 dia3", "有点儿": "you3 dia3", "鸟儿": "niao3",
    "头儿": "tou2", "空儿": "kong4", "歌儿": "ge1", "聊天儿": "liao2 tia1",
}  # fmt: skip


def _each(table: dict[str, str]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


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
        symbols=mandarin_signs.SYMBOLS,
        maths=mandarin_signs.MATHS,
        lengths=mandarin_signs.LENGTHS,
        number_sign="编号",
        point="点",
        contexts=(
            *mandarin_signs.CONTEXTS,
            (rf"(?P<it>{_each(_ERHUA)})(?!女|童|子|科|媳)", _in_pinyin(_ERHUA, "ɚ")),
            (rf"(?<![第十百千万亿统唯不统单])(?P<it>{_each(_PINYIN)})(?![龙堂])",
             _in_pinyin(_PINYIN)),
            (r"(?P<it>东西)(?!方|南|两|部|向|走|文化|德|横|宽|长|城)",
             _in_pinyin({"东西": "dong1 xi5"})),
            (r"(?<![这那一几各多两三四五六七八九十某何哪种])(?P<it>种)(?=在|下|了|着|满|上|过|什么)",
             _in_pinyin({"种": "zhong4"})),
            (r"(?P<it>长得)(?=很|真|像|高|漂亮|好|太|不|更|比|帅|美|可爱|一样)",
             _in_pinyin({"长得": "zhang3 de5"})),
            (r"(?:跑|走|说|写|做|吃|变|显|高兴|唱|跳|来|玩|学|睡|下|飞|干)(?P<it>得)"
             r"(?=很|真|太|非常|好|更|越|比|那么|这么|飞快|快|慢|多)", _in_pinyin({"得": "de5"})),
            (r"(?P<double>[\u4e00-\u9fff])(?P=double)(?P<it>地)(?=[\u4e00-\u9fff])",
             _in_pinyin({"地": "de5"})),
            (r"(?<![0-9.])(?P<it>(?P<minus>-)?(?P<size>[0-9]+(?:\.[0-9]+)?) ?(?:°C|℃))", _degrees),
            (r"(?<![0-9])(?P<it>[12][0-9]{3} ?[–—〜～~-]) ?(?=[12][0-9]{3}年)",
             lambda m: "".join("零一二三四五六七八九"[int(d)] for d in m["it"][:4]) + "到"),
        ),
    )  # fmt: skip
