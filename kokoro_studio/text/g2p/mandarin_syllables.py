"""Mandarin: words with all of their syllables, and words that end in the neutral tone."""

# ruff: noqa: E501 (a Han character counts as two columns)

from __future__ import annotations

# fmt: off
# Words with all of their syllables; "r5" is the ending of erhua, which joins the syllable before it
# and swallows its final n or i.
WORDS = {
    "目不转睛": "mu4 bu4 zhuan3 jing1",
    "率真": "shuai4 zhen1", "人参": "ren2 shen1", "银行行长": "yin2 hang2 hang2 zhang3",
    "大夫": "dai4 fu5", "士大夫": "shi4 da4 fu1", "卿大夫": "qing1 da4 fu1", "大夫人": "da4 fu1 ren2",
    "山大王": "shan1 dai4 wang5", "得亏": "dei3 kui1", "了了": "liao3 le5",
    "会不会": "hui4 bu5 hui4", "石头缝": "shi2 tou5 feng4", "担担面": "dan4 dan4 mian4",
    "行行出状元": "hang2 hang2 chu1 zhuang4 yuan2", "数数": "shu3 shu4", "着着火": "zhe5 zhao2 huo3",
    "兴冲冲": "xing4 chong1 chong1",
    "蚌埠": "beng4 bu4", "六安": "lu4 an1", "台州": "tai1 zhou1", "番禺": "pan1 yu2", "东莞": "dong1 guan3",
    "亳州": "bo2 zhou1", "歙县": "she4 xian4", "丽水": "li2 shui3", "铅山": "yan2 shan1", "厦门": "xia4 men2",
    "大厦": "da4 sha4", "济南": "ji3 nan2", "济宁": "ji3 ning2", "秘鲁": "bi4 lu3", "洪洞": "hong2 tong2",
    "阿房宫": "e1 pang2 gong1", "吐蕃": "tu3 bo1", "龟兹": "qiu1 ci2", "龟裂": "jun1 lie4", "大宛": "da4 yuan1",
    "可汗": "ke4 han2", "否极泰来": "pi3 ji2 tai4 lai2", "自怨自艾": "zi4 yuan4 zi4 yi4",
    "心广体胖": "xin1 guang3 ti3 pan2", "乳臭未干": "ru3 xiu4 wei4 gan1", "一暴十寒": "yi1 pu4 shi2 han2",
    "曝光": "bao4 guang1", "呱呱坠地": "gu1 gu1 zhui4 di4", "咀嚼": "ju3 jue2", "给予": "ji3 yu3",
    "诸葛": "zhu1 ge3", "尉迟": "yu4 chi2", "万俟": "mo4 qi2", "长孙无忌": "zhang3 sun1 wu2 ji4",
    "说不得": "shuo1 bu5 de5", "恨不得": "hen4 bu5 de5", "了不起": "liao3 bu5 qi3",
    "反省": "fan3 xing3", "不省人事": "bu4 xing3 ren2 shi4", "发人深省": "fa1 ren2 shen1 xing3",
    "恐吓": "kong3 he4", "哈达": "ha3 da2", "关卡": "guan1 qia3", "起哄": "qi3 hong4", "埋怨": "man2 yuan4",
    "佣金": "yong4 jin1", "胸脯": "xiong1 pu2", "果脯": "guo3 fu3", "羊圈": "yang2 juan4", "猪圈": "zhu1 juan4",
    "撒种": "sa3 zhong3", "舌苔": "she2 tai1", "半身不遂": "ban4 shen1 bu4 sui2", "请帖": "qing3 tie3",
    "字帖": "zi4 tie4", "症结": "zheng1 jie2", "弄堂": "long4 tang2", "里弄": "li3 long4", "道观": "dao4 guan4",
    "迫击炮": "pai3 ji1 pao4", "什锦": "shi2 jin3", "标识": "biao1 zhi4", "博闻强识": "bo2 wen2 qiang2 zhi4",
    "倔脾气": "jue4 pi2 qi5", "绿林": "lu4 lin2", "鸭绿江": "ya1 lu4 jiang1", "复辟": "fu4 bi4",
    "传记": "zhuan4 ji4", "自传": "zi4 zhuan4", "水浒传": "shui3 hu3 zhuan4", "左传": "zuo3 zhuan4",
    "外传": "wai4 zhuan4", "名人传": "ming2 ren2 zhuan4", "投奔": "tou2 ben4", "奔头": "ben4 tou5",
    "名刹": "ming2 cha4", "古刹": "gu3 cha4", "刹那": "cha4 na4", "一刹那": "yi1 cha4 na4", "角儿": "jue2 r5",
    "车马炮": "ju1 ma3 pao4", "丢车保帅": "diu1 ju1 bao3 shuai4", "舍车保帅": "she3 ju1 bao3 shuai4",
    "畜牧": "xu4 mu4", "揣度": "chuai3 duo2", "猜度": "cai1 duo2", "爪子": "zhua3 zi5", "爪牙": "zhao3 ya2",
    "骨殖": "gu3 shi5", "执拗": "zhi2 niu4", "拗口": "ao4 kou3", "扒手": "pa2 shou3", "阿胶": "e1 jiao1",
    "负荷": "fu4 he4", "糊弄": "hu4 nong5", "脖颈": "bo2 geng3", "狼藉": "lang2 ji2", "监生": "jian4 sheng1",
    "国子监": "guo2 zi3 jian4", "太监": "tai4 jian4", "拓片": "ta4 pian4", "雪茄": "xue3 jia1",
    "亲家": "qing4 jia5", "悄然": "qiao3 ran2", "悄无声息": "qiao3 wu2 sheng1 xi1", "翘楚": "qiao2 chu3",
    "掉色": "diao4 shai3", "色子": "shai3 zi5", "择菜": "zhai2 cai4", "掺和": "chan1 huo5",
    "纤夫": "qian4 fu1", "拉纤": "la1 qian4", "巷道": "hang4 dao4", "殷红": "yan1 hong2", "澄清": "cheng2 qing1",
    "虚与委蛇": "xu1 yu3 wei1 yi2", "勒紧": "lei1 jin3", "勒死": "lei1 si3", "混蛋": "hun2 dan4",
    "豁出去": "huo1 chu1 qu4", "节骨眼": "jie1 gu5 yan3", "勾当": "gou4 dang4", "琢磨": "zuo2 mo5",
    "逮捕": "dai4 bu3", "叨扰": "tao1 rao3", "囤积": "tun2 ji1", "绰号": "chuo4 hao4", "供奉": "gong4 feng4",
    "东西方": "dong1 xi1 fang1", "东西方向": "dong1 xi1 fang1 xiang4", "东西向": "dong1 xi1 xiang4",
    "东西部": "dong1 xi1 bu4", "东西两": "dong1 xi1 liang3", "东西走向": "dong1 xi1 zou3 xiang4",
    "东西文化": "dong1 xi1 wen2 hua4", "东西德": "dong1 xi1 de2", "东西横": "dong1 xi1 heng2",
    "东西宽": "dong1 xi1 kuan1", "东西长": "dong1 xi1 chang2", "东西南北": "dong1 xi1 nan2 bei3",
    "东西城": "dong1 xi1 cheng2", "东西湖": "dong1 xi1 hu2",
    # erhua
    "哪儿": "na3 r5", "这儿": "zhe4 r5", "那儿": "na4 r5", "小孩儿": "xiao3 ha2 r5", "孩儿": "ha2 r5",
    "玩儿": "wa2 r5", "花儿": "hua1 r5", "画儿": "hua4 r5", "点儿": "dia3 r5", "有点儿": "you3 dia3 r5",
    "差点儿": "cha4 dia3 r5", "早点儿": "zao3 dia3 r5", "鸟儿": "niao3 r5", "头儿": "tou2 r5",
    "空儿": "kong4 r5", "歌儿": "ge1 r5", "聊天儿": "liao2 tia1 r5", "事儿": "shi4 r5", "块儿": "kuai4 r5",
    "一块儿": "yi1 kuai4 r5", "一会儿": "yi1 hui4 r5", "会儿": "hui4 r5", "味儿": "wei4 r5", "劲儿": "jin4 r5",
    "活儿": "huo2 r5", "词儿": "ci2 r5", "字儿": "zi4 r5", "门儿": "men2 r5", "没门儿": "mei2 men2 r5",
    "份儿": "fen4 r5", "本儿": "ben3 r5", "口儿": "kou3 r5", "样儿": "yang4 r5", "法儿": "fa3 r5",
    "伴儿": "ba4 r5", "圈儿": "qua1 r5", "边儿": "bia1 r5", "面条儿": "mian4 tiao2 r5", "小曲儿": "xiao3 qu3 r5",
    "哥们儿": "ge1 men5 r5", "宝贝儿": "bao3 bei4 r5", "老头儿": "lao3 tou2 r5", "好玩儿": "hao3 wa2 r5",
    "昨儿": "zuo2 r5", "今儿": "jin1 r5", "明儿": "ming2 r5", "猫儿": "mao1 r5", "鱼儿": "yu2 r5",
    "马儿": "ma3 r5", "月儿": "yue4 r5", "风儿": "feng1 r5", "心儿": "xin1 r5", "球儿": "qiu2 r5",
    "盖儿": "ga4 r5", "桃儿": "tao2 r5", "包儿": "bao1 r5", "刀儿": "dao1 r5", "使劲儿": "shi3 jin4 r5",
    "一点儿": "yi1 dia3 r5", "大伙儿": "da4 huo3 r5", "纳闷儿": "na4 men4 r5", "墨水儿": "mo4 shui3 r5",
}
# The last syllable of these words has the neutral tone.
NEUTRAL = """
头发 妈妈 爸爸 哥哥 姐姐 弟弟 妹妹 爷爷 奶奶 叔叔 舅舅 姑姑 伯伯 公公 婆婆 宝宝 娃娃 星星 猩猩 东西 朋友 先生 喜欢 告诉 消息 葡萄
学生 姑娘 客气 脾气 力气 福气 运气 小气 丈夫 媳妇 亲戚 太太 大夫 师傅 老婆 衣服 衣裳 眼睛 耳朵 鼻子 嘴巴 脑袋 舌头 骨头 指头
拳头 石头 木头 馒头 枕头 念头 罐头 锄头 豆腐 萝卜 蘑菇 黄瓜 粮食 点心 烧饼 包袱 钥匙 窗户 玻璃 扫帚 笤帚 算盘 帐篷 风筝 灯笼 胳膊
屁股 巴掌 指甲 胡琴 喇叭 月亮 云彩 早上 晚上 地方 时候 意思 主意 名字 关系 事情 麻烦 毛病 招呼 动静 功夫 工夫 精神
认识 明白 清楚 糊涂 聪明 漂亮 便宜 舒服 暖和 凉快 干净 热闹 老实 结实 厉害 马虎 合适 打听 打扮
大方 打算 休息 收拾 商量 琢磨 佩服 答应 咳嗽 哆嗦 耽搁 吩咐 嘱咐 称呼 张罗 折腾 搅和 掺和 嘀咕 唠叨 哆嗦 吆喝 巴结
抱怨 拾掇 体面 委屈 冤枉 迷糊 含糊 别扭 利索 勤快 规矩 本事 架势 官司 买卖 生意 行李 相声 笑话 故事 秀才 状元 皇上 和尚
尼姑 大爷 大妈 姥姥 姥爷 棉花 芝麻 高粱 石榴 牡丹 狐狸 骆驼 蛤蟆 苍蝇 蚊子 刺猬 牲口 畜生 
翅膀 爪子 里面 外面 上面 下面 前面 后面 里边 外边 上边 下边 前边 后边 那边 这边 旁边 里头 尾巴 外头 前头 后头 哪里 这里 那里
人家 记得 觉得 值得 懂得 晓得 免得 省得 来得 他们 我们 你们 咱们 她们 它们 人们 什么 怎么 那么 这么 多么 得罪 豆腐 眉毛 嫂子 爱人
女婿 丫头 裁缝 木匠 铁匠 石匠 老爷 少爷 亲家 街坊 冤家 伙计 掌柜 庄稼 池子 岁数 日子 用处 好处 坏处 难处 长处 短处
"""
