"""Mandarin: the readings of words and of characters in context, in pinyin with tone digits."""

from __future__ import annotations

import re

# "character reading": the words in which it is read so.
READINGS = {
    "长 zhang3": "长大 长高 校长 班长",
}
# Words with all of their syllables; "r5" is the ending of erhua.
WORDS = {"头发": "tou2 fa5"}
CONTEXTS: dict[str, tuple[tuple[str, str, str], ...]] = {}
# 一 keeps its first tone in ordinals, between digits, and in formulas.
YI_UNCHANGED_AFTER = re.compile(
    "(?:[第初十零〇一二三四五六七八九]|星期|礼拜|周|月|统|唯|惟|单|专|(?<![十百千两几数多上])万|之|逐|划|归|合|其)$"
)
YI_UNCHANGED_BEFORE = re.compile(
    "[零〇一二三四五六七八九十]|点[零〇一二三四五六七八九]|[比加减乘][零〇一二三四五六七八九十]"
    "|月|号|楼|级|等[奖品功舱公]|审|流|班(?!人)|年级|季度|中(?!午)|战|线"
)
