"""Japanese words: names of letters, signs and brands, and readings of words by their neighbours."""

from __future__ import annotations

# Each with a space: OpenJTalk would read two or three together as one number or word.
DIGITS = (
    "ゼロ ", "イチ ", "ニー ", "サン ", "ヨン ", "ゴー ", "ロク ", "ナナ ", "ハチ ", "キュー ",
)  # fmt: skip
_NAMES = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー"
    " ピー キュー アール エス"
    " ティー ユー ブイ ダブリュー エックス ワイ ゼット"
)
LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        _NAMES.split(),
        strict=True,
    )
)
ENGLISH_NUMBERS = (
    "ゼロ", "ワン", "ツー", "スリー", "フォー", "ファイブ", "シックス", "セブン", "エイト",
    "ナイン", "テン", "イレブン",
    "トゥエルブ", "サーティーン", "フォーティーン", "フィフティーン", "シックスティーン",
    "セブンティーン", "エイティーン",
    "ナインティーン", "トゥエンティ",
)  # fmt: skip
FORMULA = LETTERS | {str(n): word for n, word in enumerate(ENGLISH_NUMBERS)}

GREEK = {
    "α": "アルファ", "β": "ベータ", "γ": "ガンマ", "δ": "デルタ", "ε": "イプシロン", "ζ": "ゼータ",
    "η": "イータ", "θ": "シータ", "ι": "イオタ", "κ": "カッパ", "λ": "ラムダ", "μ": "ミュー",
    "ν": "ニュー",
    "ξ": "グザイ", "ο": "オミクロン", "π": "パイ", "ρ": "ロー", "σ": "シグマ", "ς": "シグマ",
    "τ": "タウ",
    "υ": "ウプシロン", "φ": "ファイ", "χ": "カイ", "ψ": "プサイ", "ω": "オメガ",
}  # fmt: skip
SYMBOLS = {
    "∞": "無限大", "∑": "シグマ", "∫": "インテグラル", "∴": "ゆえに", "∵": "なぜならば",
    "√": "ルート",
    "‰": "パーミル", "№": "ナンバー", "§": "セクション", "©": "コピーライト",
    "™": "トレードマーク", "Ω": "オメガ",
    "≠": "ノットイコール", "≒": "ニアリーイコール", "〒": "郵便番号、", "㎡": "平方メートル",
}  # fmt: skip
BETWEEN = {
    "×": "かける", "x": "かける", "*": "かける", "·": "かける", "÷": "わる", "=": "イコール",
    "-": "引く",
    "+": "たす", "<": "小なり", ">": "大なり", "±": "プラスマイナス", "≠": "ノットイコール",
    "≤": "小なりイコール", "≥": "大なりイコール", "≈": "ニアリーイコール", "→": "から",
}  # fmt: skip
BEFORE = {"±": "プラスマイナス", "√": "ルート", "≈": "約", "~": "約", "+": "プラス"}
FRACTIONS = {
    f"{upper}/{lower}": f"{lower}分の{upper}" for lower in range(2, 11) for upper in range(1, lower)
}

# Latin words that are common in Japanese text and have a Japanese reading.
WORDS = {
    "Wi-Fi": "ワイファイ", "WiFi": "ワイファイ", "wi-fi": "ワイファイ", "wifi": "ワイファイ",
    "GitHub": "ギットハブ", "Git": "ギット", "iPad": "アイパッド", "iPhone": "アイフォーン",
    "iOS": "アイオーエス", "macOS": "マックオーエス", "Mac": "マック", "MacBook": "マックブック",
    "AirPods": "エアーポッズ", "Bluetooth": "ブルートゥース", "YouTube": "ユーチューブ",
    "Google": "グーグル", "Twitter": "ツイッター", "Instagram": "インスタグラム",
    "Facebook": "フェイスブック", "LINE": "ライン", "TikTok": "ティックトック", "Zoom": "ズーム",
    "Slack": "スラック", "Discord": "ディスコード", "Netflix": "ネットフリックス",
    "Spotify": "スポティファイ",
    "Amazon": "アマゾン", "Apple": "アップル", "Microsoft": "マイクロソフト",
    "Windows": "ウィンドウズ",
    "Android": "アンドロイド", "Linux": "リナックス", "Python": "パイソン", "Java": "ジャバ",
    "JavaScript": "ジャバスクリプト", "TypeScript": "タイプスクリプト", "Excel": "エクセル",
    "Word": "ワード",
    "PowerPoint": "パワーポイント", "Gmail": "ジーメール", "ChatGPT": "チャットジーピーティー",
    "OpenAI": "オープンエーアイ", "Tesla": "テスラ", "Sony": "ソニー", "Toyota": "トヨタ",
    "Honda": "ホンダ",
    "Nintendo": "ニンテンドー", "Switch": "スイッチ", "PlayStation": "プレイステーション",
    "Suica": "スイカ",
    "PASMO": "パスモ", "PayPay": "ペイペイ", "Uber": "ウーバー", "Wikipedia": "ウィキペディア",
    "Docker": "ドッカー", "Node": "ノード", "React": "リアクト", "Rust": "ラスト", "Ruby": "ルビー",
    "Swift": "スイフト", "Web": "ウェブ", "web": "ウェブ", "OK": "オーケー", "Ok": "オーケー",
    "ok": "オーケー",
    "NG": "エヌジー", "NASA": "ナサ", "NATO": "ナトー", "JAXA": "ジャクサ", "AIDS": "エイズ",
    "UNESCO": "ユネスコ", "UNICEF": "ユニセフ", "ASEAN": "アセアン", "OPEC": "オペック",
    "TOEIC": "トーイック",
    "TOEFL": "トーフル", "JICA": "ジャイカ", "JASRAC": "ジャスラック", "NAND": "ナンド",
    "SIM": "シム",
    "RAM": "ラム", "ROM": "ロム", "COVID": "コビッド", "FIFA": "フィファ", "IKEA": "イケア",
    "POP": "ポップ", "CEO": "シーイーオー", "Mr": "ミスター", "Mt": "マウント",
    "vs": "バーサス", "VS": "バーサス",
    "JSON": "ジェイソン", "JPEG": "ジェイペグ", "GIF": "ジフ", "SaaS": "サース",
    "IoT": "アイオーティー",
    "PhD": "ピーエイチディー", "Blu-ray": "ブルーレイ", "USB-C": "ユーエスビーシー",
    "Type-C": "タイプシー",
    "e-mail": "イーメール", "E-mail": "イーメール", "eスポーツ": "イースポーツ",
    "X線": "エックス線",
    "Tシャツ": "ティーシャツ", "Yシャツ": "ワイシャツ", "Vtuber": "ブイチューバー",
    "VTuber": "ブイチューバー",
    "Hello": "ハロー", "Yahoo": "ヤフー", "Pixel": "ピクセル", "Galaxy": "ギャラクシー",
    "Chrome": "クローム",
    "Firefox": "ファイヤーフォックス", "Safari": "サファリ", "Edge": "エッジ",
    "Photoshop": "フォトショップ",
}  # fmt: skip
