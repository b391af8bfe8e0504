"""Mandarin characters of several readings, the tones of 一 and 不, and 两 for 二."""

from __future__ import annotations

import time

import pytest

from kokoro_studio.text.g2p.mandarin_tones import readings
from kokoro_studio.text.languages import backend_of

# A sentence, and the readings of the characters named before the colon, in order.
READINGS = {
    "他还没还钱": "还: hai2 huan2",
    "还有人还原谅他": "还: hai2 hai2",
    "你得早点睡觉": "得: dei3",
    "她得了第一名": "得: de2",
    "他跑得快": "得: de5",
    "他被选为班长": "为: wei2",
    "为人民服务": "为: wei4",
    "校长长高了": "长: zhang3 zhang3",
    "头发很长": "长: chang2",
    "校长大声说话": "长: zhang3",
    "银行行长走了": "行: hang2 hang2",
    "三人行": "行: xing2",
    "第三行": "行: hang2",
    "数一数有多少": "数: shu3 shu3",
    "人数增加了": "数: shu4",
    "我受不了": "了: liao3",
    "走了": "了: le5",
    "他睡着了": "着: zhao2",
    "床上睡着一只猫": "着: zhe5",
    "他高兴地跳起来": "地: de5",
    "这块地种的是小麦": "地: di4",
    "大家都说首都好": "都: dou1 du1",
    "在教室里教书": "教: jiao4 jiao1",
    "睡了一觉": "觉: jiao4",
    "我觉得好": "觉: jue2",
    "两只鸟": "只: zhi1",
    "这只是开始": "只: zhi3",
    "大夫来了": "大: dai4",
    "中了大奖": "中: zhong4",
    "看中国队比赛": "中: zhong1",
    "系好安全带": "系: ji4",
    "联系好朋友": "系: xi4",
    "一场大雪": "场: chang2",
    "一场比赛": "场: chang3",
    "重新开始": "重: chong2",
    "箱子很重": "重: zhong4",
    "单老师填单子": "单: shan4 dan1",
    "解小姐解开了": "解: xie4 jie3",
    "一楼有一个人": "一: yi1 yi2",
    "一天一天过去": "一: yi4 yi4",
    "统一第一十一月": "一: yi1 yi1 yi1",
    "一九四九年": "一: yi1",
    "一百一十一": "一: yi4 yi1 yi1",
    "看一看": "一: yi5",
    "不去不来我不": "不: bu2 bu4 bu4",
    "是不是": "不: bu5",
    "买东西": "西: xi5",
    "往东西方向": "西: xi1",
    "他還沒還錢": "還: hai2 huan2",
    "校長的頭髮很長": "長: zhang3 chang2",
}


@pytest.mark.parametrize(("sentence", "expected"), READINGS.items())
def test_readings(sentence, expected):
    import jieba

    chars, _, said = expected.partition(": ")
    words = []
    for word in jieba.lcut(sentence):
        start = words[-1][1] if words else 0
        words.append((start, start + len(word)))
    found = readings(sentence, words)
    assert [found[i] for i, char in enumerate(sentence) if char in chars] == said.split()


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("2个人", "两个人"),
        ("2公斤", "两公斤"),
        ("等了2天", "等了两天"),
        ("200人", "两百人"),
        ("20000元", "两万元"),
        ("12,500名", "一万两千五百名"),
        ("250人", "二百五十人"),
        ("22个", "二十二个"),
        ("2.5公斤", "二点五公斤"),
        ("第2个", "第二个"),
        ("2月", "二月"),
        ("2年级", "二年级"),
        ("2楼", "二楼"),
        ("2次方", "二次方"),
        ("1个人", "一个人"),
        ("1楼", "一楼"),
    ],
)
def test_two_before_a_measure_word(written, same):
    assert phonemes(written) == phonemes(same)


def test_erhua_joins_the_syllable_before_it():
    assert "ɚ↗" not in phonemes("去玩儿一会儿")
    assert "ɚ↗" in phonemes("女儿")


def test_a_long_line_is_fast():
    line = "他还得一个人把长长的数据不停地数了又数，得了第一行。" * 80
    phonemes(line)
    start = time.perf_counter()
    phonemes(line)
    assert time.perf_counter() - start < 1


def phonemes(text: str) -> str:
    return "".join(sound.phonemes for sound in backend_of("z").read(text)).replace(" ", "")
