"""Mandarin signs and digits: what is said for what is written, and what must stay as it is."""

from __future__ import annotations

import pytest

from kokoro_studio.text.normalize import normalize

SAID = {
    "2+2=4": "2 加 2 等于 4",
    "如果x>3": "如果x 大于 3",
    "x²的值": "x的平方的值",
    "3:2获胜": "3比2获胜",
    "屏幕是16:9的": "屏幕是16比9的",
    "比分是3-2": "比分是3比2",
    "下午3:30见": "下午三点三十分见",
    "从3-5岁": "从3到5岁",
    "第IV章": "第四章",
    "最终幻想VII": "最终幻想七",
    "我是VIP": "我是VIP",
    "2.0.1版": "2点0点1版",
    "密码是0042": "密码是零零四二",
    "订单#12345": "订单编号一二三四五",
    "请拨打110": "请拨打幺幺零",
    "他打3个电话": "他打3个电话",
    "手机13800138000": "手机幺三八零零幺三八零零零",
    "号码12345678": "号码12345678",
    "他住在302室": "他住在三零二室",
    "乘坐601路": "乘坐六零幺路",
    "走了302路": "走了302路",
    "乘CA1831航班": "乘CA幺八三幺航班",
    "波音747": "波音七四七",
    "有747个人": "有747个人",
    "北京101中学": "北京一零一中学",
    "第101中学": "第101中学",
    "100年历史": "一百年历史",
    "200年以前": "两百年以前",
    "1949年以前": "1949年以前",
    "5μm": "5微米",
    "2½杯": "2又二分之一杯",
    "误差±5": "误差正负5",
    "3‰": "千分之3",
    "α粒子": "阿尔法粒子",
    "身高5'10\"": "身高5英尺10英寸",
    "CO2排放": "C O 二排放",
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_signs_and_digits(text, said):
    parts, done = [], 0
    for piece in normalize(text, "z"):
        parts += text[done : piece.start], piece.spoken
        done = piece.end
    assert "".join([*parts, text[done:]]) == said
