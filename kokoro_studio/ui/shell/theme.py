"""Colours, fonts and sizes of the page."""

from __future__ import annotations

import gradio as gr

# A voice has the colour of its language, the same in every list, chip and plot; each has 3:1
# contrast on both the light and the dark ground.
LANGUAGE_COLOURS: dict[str, str] = {
    "a": "#3f7fe8",
    "b": "#8a6bea",
    "e": "#b98508",
    "f": "#12929c",
    "h": "#a8743e",
    "i": "#37965a",
    "j": "#d8518f",
    "p": "#73902a",
    "z": "#d64545",
}
UI_FONTS = ["Inter", "ui-sans-serif", "system-ui", "Segoe UI", "Noto Sans", "sans-serif"]
MONO_FONTS = ["ui-monospace", "SFMono-Regular", "Cascadia Mono", "DejaVu Sans Mono", "monospace"]

_STONE = gr.themes.Color(
    "#fbfaf8", "#f5f3ef", "#e6e2da", "#d3cdc2", "#a39c91", "#746d63", "#5a544c", "#3d3934",
    "#292622", "#1c1a18", "#131211", name="stone",
)  # fmt: skip
_EMBER = gr.themes.Color(
    "#fff4ee", "#ffe5d8", "#ffc9b0", "#ffa680", "#ff8a5c", "#d9501f", "#b8400f", "#96340d",
    "#762b0f", "#5c2410", "#331205", name="ember",
)  # fmt: skip


def language_colours() -> str:
    """The colours as CSS variables `--ks-a` to `--ks-z`."""
    rules = "".join(f"--ks-{code}:{colour};" for code, colour in LANGUAGE_COLOURS.items())
    return f":root{{{rules}}}\n"


def make_theme() -> gr.themes.Base:
    """Warm greys, one accent, system fonts; light and dark."""
    theme = gr.themes.Base(
        primary_hue=_EMBER,
        secondary_hue=_STONE,
        neutral_hue=_STONE,
        font=UI_FONTS,
        font_mono=MONO_FONTS,
        radius_size=gr.themes.sizes.radius_md,
        text_size=gr.themes.sizes.text_md,
    )
    return theme.set(
        body_background_fill="*neutral_100",
        body_background_fill_dark="*neutral_950",
        body_text_color="*neutral_900",
        body_text_color_dark="*neutral_100",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_400",
        background_fill_primary="white",
        background_fill_primary_dark="*neutral_900",
        background_fill_secondary="*neutral_50",
        background_fill_secondary_dark="*neutral_900",
        border_color_primary="*neutral_200",
        border_color_primary_dark="*neutral_700",
        color_accent="*primary_600",
        color_accent_soft="*primary_50",
        color_accent_soft_dark="*primary_950",
        block_background_fill="white",
        block_background_fill_dark="*neutral_900",
        block_border_color_dark="*neutral_700",
        block_border_width="1px",
        block_shadow="none",
        block_label_text_color="*neutral_600",
        block_label_text_color_dark="*neutral_400",
        block_title_text_color="*neutral_600",
        block_title_text_color_dark="*neutral_400",
        block_title_text_weight="600",
        block_title_text_size="*text_sm",
        block_info_text_color="*neutral_600",
        block_info_text_color_dark="*neutral_400",
        input_background_fill="*neutral_50",
        input_background_fill_dark="*neutral_950",
        input_border_color="*neutral_300",
        input_border_color_dark="*neutral_700",
        input_border_color_focus="*primary_600",
        input_border_color_focus_dark="*primary_400",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="*neutral_400",
        slider_color="*primary_600",
        slider_color_dark="*primary_400",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_400",
        button_primary_background_fill_hover_dark="*primary_300",
        button_primary_text_color="white",
        button_primary_text_color_dark="*primary_950",
        button_secondary_background_fill="*neutral_200",
        button_secondary_background_fill_hover="*neutral_300",
        button_secondary_background_fill_dark="*neutral_800",
        button_secondary_background_fill_hover_dark="*neutral_700",
        button_cancel_background_fill="*neutral_900",
        button_cancel_background_fill_hover="*neutral_800",
        button_cancel_text_color="white",
        button_cancel_background_fill_dark="*neutral_100",
        button_cancel_background_fill_hover_dark="white",
        button_cancel_text_color_dark="*neutral_900",
        checkbox_background_color_selected="*primary_600",
        checkbox_background_color_selected_dark="*primary_600",
        link_text_color="*primary_600",
        link_text_color_dark="*primary_400",
    )
