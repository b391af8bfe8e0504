"""The examples for a first visit: one sentence and one voice for each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    voice: str  # its first letter is the language
    text: str

    @property
    def language(self) -> str:
        return self.voice[0]


EXAMPLES: dict[str, Example] = {
    example.language: example
    for example in (
        Example("af_heart", "Good morning. Get comfortable, and let me read to you for a while."),
        Example("bf_emma", "Lovely to see you. Shall I put the kettle on and read you a story?"),
        Example("ef_dora", "Hola, qué alegría verte. Siéntate un momento y te cuento algo bonito."),
        Example("ff_siwis", "Bonjour ! Installez-vous bien, je vais vous lire une belle histoire."),
        Example("hf_alpha", "नमस्ते! आराम से बैठिए, मैं आपको एक अच्छी कहानी सुनाती हूँ।"),
        Example("if_sara", "Ciao! Mettiti comodo, che ti racconto una bella storia."),
        Example("jf_alpha", "こんにちは。どうぞくつろいでください。これからお話を読みますね。"),
        Example(
            "pf_dora", "Oi, que bom te ver! Fica à vontade, que eu vou te contar uma história."
        ),
        Example("zf_xiaoxiao", "你好，很高兴见到你。请坐，我给你讲一个小故事。"),
    )
}


FIRST_VOICE = EXAMPLES["a"].voice


def is_example(text: str) -> bool:
    """Whether the text is blank or an unchanged example, so that it may be replaced."""
    return not text.strip() or any(text == example.text for example in EXAMPLES.values())
