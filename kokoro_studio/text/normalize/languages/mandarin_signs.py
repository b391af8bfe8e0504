"""Mandarin signs, and digits that are said one by one: 电话, 房间, 航班, 波音747, 第IV章."""

from __future__ import annotations

import re

from ..locale import Lengths, Maths
from ..piece import Reading
from ..roman import value

MATHS = Maths(
    before={
        "√": "根号", "∛": "三次根号", "±": "正负", "+": "正", "≈": "约", "~": "约", "≤": "不超过",
        "≥": "不少于", "<": "小于", ">": "大于",
    },
    between={
        "×": "乘", "x": "乘", "*": "乘", "·": "乘", "÷": "除以", "=": "等于", "-": "减", "+": "加",
        "<": "小于", ">": "大于", "±": "正负", "≈": "约等于", "≠": "不等于", "≤": "小于等于",
        "≥": "大于等于", "≡": "恒等于", "→": "到", "∈": "属于",
    },
    power="的{}次方",
    squared="的平方",
    cubed="的立方",
    ratio="比",
)  # fmt: skip
LENGTHS = Lengths(
    feet="{feet}英尺",
    inches="{inches}英寸",
    both="{feet}英尺{inches}英寸",
    one_foot="1英尺",
    one_inch="1英寸",
    angle=("度", "分", "秒"),
)
SYMBOLS = {
    "∞": "无穷大", "∑": "求和", "∫": "积分", "∏": "连乘", "∴": "所以", "∵": "因为", "√": "根号",
    "≠": "不等于", "≤": "小于等于", "≥": "大于等于", "‰": "千分之", "№": "编号", "§": "节",
    "©": "版权", "®": "注册商标", "™": "商标",
    "α": "阿尔法", "β": "贝塔", "γ": "伽马", "δ": "德尔塔", "ε": "艾普西隆", "ζ": "泽塔",
    "η": "伊塔", "θ": "西塔", "ι": "约塔", "κ": "卡帕", "λ": "兰姆达", "μ": "缪", "ν": "纽",
    "ξ": "克西", "ο": "奥密克戎", "π": "派", "ρ": "柔", "σ": "西格玛", "ς": "西格玛", "τ": "陶",
    "υ": "宇普西隆", "φ": "斐", "χ": "希", "ψ": "普西", "ω": "欧米伽", "Ω": "欧米伽",
}  # fmt: skip

_DIGITS = "零一二三四五六七八九"
_SPOKEN = "零幺二三四五六七八九"  # where one could be heard as seven: telephones, rooms, flights
_CALLS = (
    "电话号码|电话|手机号码|手机号|手机|拨打|拨|致电|打|热线|传真|座机|客服|来电|呼叫|转|总机|分机"
)
_ROOMS = "室|房间|号房|房|号楼|教室|包厢|寝室|宿舍"
_LINES = "路公交|路车|路|次列车|次航班|航班|次"
_MODELS = "波音|空客|空中客车|麦道|图|歼|伊尔|安|运|直|奔驰|宝马|标致"


def _spoken(match: re.Match[str]) -> str:
    groups = re.findall("[0-9]+", match["it"])
    return "，".join("".join(_SPOKEN[int(digit)] for digit in group) for group in groups)


def _spelled(match: re.Match[str]) -> str:
    return "".join(_DIGITS[int(digit)] for digit in match["it"])


def _chapter(match: re.Match[str]) -> str | None:
    from cn2an import an2cn

    number = value(match["it"])
    return str(an2cn(number)) if number else None  # in words: 2期 would be 两期


def _ratio(match: re.Match[str]) -> str:
    return re.sub(r"\s*[-–—:：]\s*", "比", match["it"])


_FREE = r"(?<![0-9A-Za-z.,])"
CONTEXTS: tuple[tuple[str, Reading], ...] = (
    (rf"(?:{_CALLS})[是为:： ]{{0,3}}(?P<it>(?:\(?0[0-9]{{2,3}}\)?[- ]?)?[0-9]{{3,4}}"
     r"(?:[- ]?[0-9]{1,8}){0,3})(?![0-9.%个只块元次分天人名])", _spoken),
    (rf"{_FREE}(?P<it>1[3-9][0-9]{{9}})(?![0-9])", _spoken),
    (rf"{_FREE}(?P<it>1[3-9][0-9][- ][0-9]{{4}}[- ][0-9]{{4}})(?![0-9])", _spoken),
    (rf"{_FREE}(?P<it>0[0-9]{{2,3}}-[0-9]{{7,8}})(?![0-9])", _spoken),
    (rf"{_FREE}(?P<it>[1-9][0-9]{{2,3}})(?=(?:{_ROOMS})(?!价))", _spoken),
    (r"(?:房间号?|房号|教室|门牌号?)[是为:： ]{0,2}(?P<it>[1-9][0-9]{2,3})(?![0-9年])", _spoken),
    (rf"(?:乘坐|坐|乘|换乘|等|搭|开往.{{0,6}}的)(?P<it>[1-9][0-9]{{2}})(?={_LINES})", _spoken),
    (r"(?<![0-9])(?P<it>[1-9][0-9]{2})(?=路(?:公交|汽车|车|电车|巴士|末班))", _spoken),
    (r"[A-Z]{1,2}(?P<it>[0-9]{2,4})(?=次|航班|号列车|列车|高铁|动车)", _spoken),
    (rf"(?:{_MODELS})[ -]?[A-Z]?(?P<it>[0-9]{{3}})(?![0-9年个元公米])", _spelled),
    (r"(?:邮编|邮政编码|验证码|密码|学号|工号|卡号|口令|代码)[是为:： ]{0,3}"
     r"(?P<it>[0-9]{3,})(?![0-9])", _spelled),
    (r"[0-9][:：][0-5][0-9](?P<it> ?[-–—~～〜] ?)(?=[0-9]{1,2}[:：][0-5][0-9])", "到"),
    (r"[0-9] ?[%％](?P<it> ?[-–—~～〜] ?)(?=[0-9.]+ ?[%％])", "到"),
    (r"(?<![0-9第])(?P<it>[1-9]0[1-9])(?=中学|小学|医院|研究所|工厂|厂)", _spelled),
    (r"第 ?(?P<it>[IVXLC]{1,7})(?=[章节卷部集回幕册条届代次场季期])", _chapter),
    (r"(?<![A-Za-z0-9])(?P<it>I{2,3}|IV|VI{1,3}|IX|XI{0,3}|XIV|XVI{0,3}|XV|XIX|XX)"
     r"(?=[\u4e00-\u9fff，。！？、；：）]|\Z)", _chapter),
    (r"(?:比分|以|成绩|打成|战成|扳成|战平)(?:是|为|了)?[:： ]?"
     r"(?P<it>[0-9]{1,3} ?[-–—:：] ?[0-9]{1,3})(?![0-9])", _ratio),
    (r"(?<![0-9:：-])(?P<it>[0-9]{1,2} ?[-–—:：] ?[0-9]{1,2})(?=(?:的比分)|获胜|取胜|战胜|击败|险胜"
     r"|大胜|落败|领先|落后|战平|逆转|小胜|完胜|告负)", _ratio),
    (r"(?:比例|比率|屏幕|画面|宽高比|长宽比|分辨率|赔率|按|配比)[是为的照]{0,2}"
     r"(?P<it>[0-9]{1,4}[:：][0-9]{1,4})(?![0-9:：])", _ratio),
    (r"(?<![0-9.])(?P<it>-?[0-9]+(?:\.[0-9]+)?) ?‰", lambda m: "千分之" + m["it"]),
    (r"[0-9](?P<it> ?‰)", ""),
    (rf"{_FREE}(?P<it>[1-9][0-9]{{0,2}}00?)(?=年(?:历史|以前|之前|前|以后|之后|后|来|间|的历史|时间|左右|一遇))",
     lambda m: _counted(m["it"])),
)  # fmt: skip


def _counted(number: str) -> str:
    """A number of years in words, so that it is not read as the name of one."""
    from cn2an import an2cn

    words = str(an2cn(number))
    return "两" + words[1:] if words.startswith("二百") else words
