"""Japanese readings that depend on the words around: homographs, scores, ranges, numerals.

A reading in katakana is one word to OpenJTalk, whatever stands beside it.
"""

from __future__ import annotations

import re

from ..piece import Reading, any_of
from ..roman import value
from . import japanese_words as words

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


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings."""
    return (*_HOMOGRAPHS, *_numbers(), *_numerals(), *_capitals())


_OPENS = "ドア|扉|窓|戸|門|口|蓋|ふた|鍵|幕|穴|目|店|シャッター|ゲート|カーテン|引き出し|金庫|瞳孔"
_EMPTY = "箱|瓶|びん|缶|ボトル|グラス|コップ|皿|財布|容器|バケツ|リスト|文字列|ペットボトル|鞄|かばん|カップ|部屋|席|配列|器|タンク"

_HOMOGRAPHS: tuple[tuple[str, Reading], ...] = (
    (rf"(?P<it>人気)(?=の(?:ない|無い|少ない|絶えた)(?:{_DESERTED}))", "ひとけ"),
    (rf"(?P<it>辛[いさ])(?={_HOT})", _hot),
    (
        rf"(?:{_HOT})(?:は|が|も|って)(?:とても|すごく|少し|かなり|ちょっと|本当に)?"
        r"(?P<it>辛[いくさ])(?!思い|経験|記憶|過去|時|別れ|人生|日々)",
        _hot,
    ),
    (r"(?:舞台|花道|客席)の(?P<it>上手)", "かみて"),
    (r"(?:舞台|花道|客席)の(?P<it>下手)", "しもて"),
    (r"(?P<it>上手)(?=[なだでくさ]|に(?![現登立下消]))", "じょうず"),
    (r"(?:月|\A|[、。 ])(?P<it>1日)(?=に|から|まで|、|は|の(?:朝|夜|午))", "ついたち"),
)


def _numbers() -> tuple[tuple[str, Reading], ...]:
    score = r"(?<![0-9./:-])(?P<it>(?P<one>[0-9]{1,2})[-–ー](?P<other>[0-9]{1,2}))(?![0-9./:-])"
    ratio = r"(?<![0-9.:])(?P<it>(?P<one>[0-9]{1,4})[:：](?P<other>[0-9]{1,4}))(?![0-9:：])"
    counted = "時間?|分間?|秒間?|日間?|月|年間?|世紀|週間?|円|ドル|人|名|歳|才|回|個|本|階|章|話|巻|度|枚|点|倍|ページ|号|番|[%％]|km|kg|cm|m"
    return (
        (r"(?<![0-9.])(?P<it>(?P<minus>-)?(?P<size>[0-9]+(?:\.[0-9]+)?) ?(?:°C|℃|度C))", _degrees),
        (
            rf"{score}(?=で(?:勝|負|敗|引|逆転|リード|快勝|圧勝|惜敗|完封|制し|下し|先勝|辛勝|優勝|試合|前半)"
            r"|の(?:勝利|敗|逆転|引き分け|スコア|同点|接戦|完封|大勝)|と(?:リード|勝ち越|逆転|し[たて]|なっ))",
            _against,
        ),
        (rf"(?:スコア|得点|結果|試合)[はが]?{score}", _against),
        (rf"{ratio}(?=の(?:比|割|縮尺|配合))", _against),
        (rf"(?:比率?|割合|縮尺|スケール)[はがをで]?{ratio}", _against),
        (
            rf"[0-9](?:{counted})(?P<it> ?[〜～~] ?)"
            r"(?=(?:午前|午後|約|同|翌)?[0-9一二三四五六七八九十])",
            "から",
        ),
        (
            r"[月火水木金土日](?:曜日?)?(?P<it>[〜～~])(?=[月火水木金土日](?:曜|[^\u4e00-\u9fff]|\Z))",
            "から",
        ),
        (
            r"[\u4e00-\u9fffァ-ヺー](?P<it>[〜～])"
            r"(?=[\u4e00-\u9fffァ-ヺー]{1,8}?(?:間|まで|行き|線|区間))",
            "から",
        ),
        (
            r"(?:丁目|[区市町村][\u4e00-\u9fffァ-ヺー]{0,6})(?P<it>[0-9]{1,3}-[0-9]{1,3})(?![0-9-])",
            lambda m: m["it"].replace("-", "の"),
        ),
        (
            r"(?<![0-9/.])(?P<it>(?P<month>1[0-2]|[1-9])/(?P<day>3[01]|[12][0-9]|[1-9]))"
            r"(?=[（(][月火水木金土日][)）]|[〜～])",
            lambda m: f"{m['month']}月{m['day']}日",
        ),
        # A calculation in figures: 2+2=4 is 二たす二は四, an equation has イコール.
        (
            r"[0-9)] ?[+×÷*-] ?[0-9.,]{1,12}(?P<it> ?= ?)(?=-?[0-9])",
            "は",
        ),
        (r"(?P<it>[Nn]o\. ?)(?=[0-9])", "ナンバー"),
        (
            r"(?<![0-9A-Za-z≥≤<>=)）])(?<![A-Za-z0-9] )"
            r"(?P<it>(?P<sign>[≥≤≧≦]) ?(?P<size>[0-9]+(?:\.[0-9]+)?))",
            lambda m: m["size"] + ("以上" if m["sign"] in "≥≧" else "以下"),
        ),
    )


def _against(match: re.Match[str]) -> str:
    one, other = ("ゼロ" if int(match[side]) == 0 else match[side] for side in ("one", "other"))
    return f"{one}対{other}"


_TITLED = (
    "ファンタジー|クエスト|ロッキー|レベル|フェーズ|ステージ|タイプ|パート|エピソード|シーズン|グレード|ゴッドファーザー|バージョン|"
    "クラス|バイオハザード|ランク|マーク|モデル|ランボー"
)
_COURSES = "数学|化学|物理|生物|国語|日本史|世界史|英語|基礎|応用|演習|概論|特論|問題|部門|区分|類型|歴史|情報"


def _numerals() -> tuple[tuple[str, Reading], ...]:
    """Roman numerals: Japanese numbers in counters and courses, English ones in titles."""

    def japanese(match: re.Match[str]) -> str | None:
        number = value(match["it"])
        return str(number) if number else None

    def english(match: re.Match[str]) -> str | None:
        number = value(match["it"])
        return words.ENGLISH_NUMBERS[number] if number and number <= 20 else None

    return (
        (r"第(?P<it>[IVXLC]{1,7})(?![A-Za-z])", japanese),
        (
            r"(?<![A-Za-z0-9])(?P<it>[IVX]{2,6})"
            r"(?=型|章|部|巻|世(?!代)|期|級|度|類|種|編|篇|節|相|群|次|号|番)",
            japanese,
        ),
        (
            r"(?<![A-Za-z0-9])(?P<it>I)(?=型(?!鋼|断面)|種|類|度|期|世(?!代)|級|章|部|巻|群|相)",
            japanese,
        ),
        (r"(?<![A-Za-z0-9])(?P<it>[VX])(?=章|部|巻|世(?!代)|期|級|類|群)", japanese),
        (rf"(?:{_COURSES})(?P<it>[IVX]{{1,4}})(?![A-Za-z0-9])", japanese),
        (rf"(?:{_TITLED}) ?(?P<it>[IVX]{{1,5}})(?![A-Za-z0-9])", english),
        (r"[ァ-ヺー](?P<it>[IVX]{2,5})(?![A-Za-z0-9])", english),
        (r"[\u4e00-\u9fff](?P<it>[IVX]{2,5})(?![A-Za-z0-9])", japanese),
    )


_READ_AS_ONE = {
    "2D": "ツーディー", "3D": "スリーディー", "3G": "スリージー", "4G": "フォージー", "5G": "ファイブジー",
    "6G": "シックスジー", "4K": "ヨンケー", "8K": "ハチケー", "G7": "ジーセブン", "G8": "ジーエイト",
    "G20": "ジートゥエンティ", "MP3": "エムピースリー", "MP4": "エムピーフォー", "PS4": "ピーエスフォー",
    "PS5": "ピーエスファイブ", "A3": "エーサン", "A4": "エーヨン", "A5": "エーゴ", "B4": "ビーヨン", "B5": "ビーゴ",
    "COVID-19": "コビッドナインティーン", "H1N1": "エイチワンエヌワン", "C#": "シーシャープ",
    "C++": "シープラスプラス", "Node.js": "ノードジェーエス", "GPT-4": "ジーピーティーフォー",
    "PM2.5": "ピーエムニーテンゴ", "B2B": "ビートゥービー", "P2P": "ピートゥーピー", "1on1": "ワンオンワン",
}  # fmt: skip


def _capitals() -> tuple[tuple[str, Reading], ...]:
    return (
        (
            rf"(?<![A-Za-z0-9.-])(?P<it>{any_of(_READ_AS_ONE)})(?![A-Za-z0-9]|[.-][A-Za-z0-9])",
            lambda m: _READ_AS_ONE[m["it"]],
        ),
    )
