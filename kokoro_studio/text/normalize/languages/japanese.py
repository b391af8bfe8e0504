"""Japanese. OpenJTalk reads figures with their counters; these are other signs and readings."""

from __future__ import annotations

import re

from ..locale import Calendar, Clock, Currency, Locale, Maths, Money, Web

_HOT = (
    "カレー|料理|食べ物|もの|物|味|ラーメン|キムチ|ソース|スープ|麻婆|唐辛子|鍋|タイ|韓国|インド|お菓子|"
    "スナック|調味料|味噌|マスタード|わさび|チゲ|担々麺|中華"
)
_DESERTED = "道|路|場所|所|通り|夜|森|部屋|山|公園|海|街|町|建物|廊下|駅|境内|浜|家|屋敷|倉庫|時間"


def _degrees(match: re.Match[str]) -> str:
    return ("マイナス" if match["minus"] else "") + match["size"] + "度"


def _hot(match: re.Match[str]) -> str:
    """In phonemes: behind は OpenJTalk would join からい to another word."""
    return f"/kaɾa{dict(い='i', く='kɯ', さ='sa')[match['it'][1]]}/"


def japanese() -> Locale:
    """Language code j."""
    return Locale(
        thousands=",",
        decimal=".",
        digits=tuple("〇一二三四五六七八九"),
        to="から",
        space="",
        pause="、",
        minus="マイナス",
        calendar=Calendar(tuple(f"{n}月" for n in range(1, 13)), "{year}年{month}{day}日"),
        clock=Clock(full="{hour}時{minute}分", sharp="{hour}時", tail="分?"),
        money=Money(
            currencies={
                "¥": Currency("1円", "円"),
                "￥": Currency("1円", "円"),
                "$": Currency("1ドル", "ドル"),
                "US$": Currency("1ドル", "ドル"),
                "€": Currency("1ユーロ", "ユーロ"),
                "£": Currency("1ポンド", "ポンド"),
                "₹": Currency("1ルピー", "ルピー"),
            },
            plain="{amount}{unit}",
            scaled="{amount}{scale}{unit}",
            scales=("万", "億", "兆", "千", "百万", "千万"),
        ),
        web=Web(
            signs={".": "ドット", "@": "アットマーク", "/": "スラッシュ", "-": "ハイフン",
                   "_": "アンダーバー", "?": "クエスチョン", "=": "イコール", "&": "アンド",
                   "#": "シャープ", "+": "プラス", "%": "パーセント", ":": "コロン",
                   "~": "チルダ"},
            labels={"com": "コム", "jp": "ジェーピー", "co": "シーオー", "ne": "エヌイー",
                    "org": "オルグ", "net": "ネット", "or": "オーアール", "ac": "エーシー",
                    "go": "ジーオー", "help": "ヘルプ", "info": "インフォ", "mail": "メール",
                    "example": "イグザンプル", "support": "サポート", "contact": "コンタクト",
                    "gmail": "ジーメール", "test": "テスト", "admin": "アドミン", "io": "アイオー"},
        ),
        units={
            "km/h": ("時速1キロメートル", "キロメートル毎時"),
            "m/s": ("1メートル毎秒", "メートル毎秒"),
            "km²": ("1平方キロメートル", "平方キロメートル"),
            "m²": ("1平方メートル", "平方メートル"),
            "km": ("1キロメートル", "キロメートル"),
            "m": ("1メートル", "メートル"),
            "cm": ("1センチメートル", "センチメートル"),
            "mm": ("1ミリメートル", "ミリメートル"),
            "kg": ("1キログラム", "キログラム"),
            "g": ("1グラム", "グラム"),
            "mg": ("1ミリグラム", "ミリグラム"),
            "t": ("1トン", "トン"),
            "L": ("1リットル", "リットル"),
            "l": ("1リットル", "リットル"),
            "ml": ("1ミリリットル", "ミリリットル"),
            "kcal": ("1キロカロリー", "キロカロリー"),
            "GB": ("1ギガバイト", "ギガバイト"),
            "MB": ("1メガバイト", "メガバイト"),
            "kWh": ("1キロワット時", "キロワット時"),
        },
        fractions={
            "1/2": "2分の1", "1/3": "3分の1", "2/3": "3分の2", "1/4": "4分の1", "3/4": "4分の3",
            "1/5": "5分の1", "2/5": "5分の2", "3/5": "5分の3", "4/5": "5分の4", 
            
        },
        maths=Maths(between={"×": "かける", "x": "かける", "÷": "わる", "=": "イコール", "-": "引く",
               "+": "たす", "<": "小なり", ">": "大なり", "±": "プラスマイナス"}),
        contexts=(
            (r"(?<![0-9.])(?P<it>(?P<minus>-)?(?P<size>[0-9]+(?:\.[0-9]+)?) ?(?:°C|℃|度C))",
             _degrees),
            (rf"(?P<it>人気)(?=の(?:ない|無い|少ない|絶えた)(?:{_DESERTED}))", "ひとけ"),
            (rf"(?P<it>辛[いさ])(?={_HOT})", _hot),
            (rf"(?:{_HOT})(?:は|が|も|って)(?:とても|すごく|少し|かなり|ちょっと|本当に)?"
             r"(?P<it>辛[いくさ])(?!思い|経験|記憶|過去|時|別れ|人生|日々)", _hot),
            (r"(?:舞台|花道|客席)の(?P<it>上手)", "かみて"),
            (r"(?:舞台|花道|客席)の(?P<it>下手)", "しもて"),
            (r"(?P<it>上手)(?=[なだでくさ]|に(?![現登立下消]))", "じょうず"),
            (r"(?:月|\A|[、。 ])(?P<it>1日)(?=に|から|まで|、|は|の(?:朝|夜|午))", "ついたち"),
        ),
    )  # fmt: skip
