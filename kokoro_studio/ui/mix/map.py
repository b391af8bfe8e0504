"""The voice map: every voice on a plane, the mix among them, and clicks on it."""

from __future__ import annotations

from typing import Any

import gradio as gr
import plotly.graph_objects as go

from ...engine.describing import describe_voice
from ...errors import VoiceError
from ...text import LANGUAGES
from ...voices import (
    SPACES,
    VOICES,
    Blend,
    MapPoint,
    all_voices,
    find_voice,
    locate,
    parse_formula,
    places,
    weights_at,
)
from ..shell.assets import component
from ..shell.failures import speaks_plainly
from ..shell.messages import VoiceChosen
from ..shell.theme import LANGUAGE_COLOURS
from ..speak.picker import joined, reads
from .messages import MapSpot

_MARKERS = {"female": "circle", "male": "diamond"}
_ACCENT = "#d9501f"
_QUIET = "rgba(128,120,110,0.45)"
_HEIGHT = 380
_REACH = 9  # pixels from a voice within which the mouse points at it
_BRIDGE = """<p class="ks-map-offer" role="status" hidden><span></span>
<button type="button" class="ks-quiet">Move the mix here</button></p>
<p class="ks-map-hint">Press a voice to add it, or a place between voices to see which mix
lies there. Round is female, a diamond male; the star is your mix.</p>"""


def build_bridge() -> gr.HTML:
    """Sends clicks on the plot to Python: 'pick' (`VoiceChosen`), 'ask', 'land' (`MapSpot`)."""
    return component(
        "ks-map-bridge", _BRIDGE, "mix/map.js", sends=["pick", "ask", "land"], value={}
    )


def map_figure(blend: Blend | None, space: str) -> go.Figure:
    """The plane of `space` with all voices by language, and the mix with lines to its parents.

    None for a mix in which nothing is heard.
    """
    spots = {place.voice: place for place in places(space)}
    figure = go.Figure()
    for code, language in LANGUAGES.items():
        figure.add_trace(_language_trace(code, language.name, spots))
    for trace in _mix_traces(blend, space, spots) if blend else ():
        figure.add_trace(trace)
    axis = {
        "visible": False, "showgrid": False, "zeroline": False, "fixedrange": True,
    }  # fmt: skip
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        clickmode="event",
        dragmode=False,
        hovermode="closest",
        hoverdistance=_REACH,
        showlegend=True,
        legend={
            "orientation": "h", "y": -0.02, "yanchor": "top", "x": 0.5, "xanchor": "center",
            "font": {"size": 11, "color": "#8a8378"}, "itemclick": False, "itemdoubleclick": False,
        },
        xaxis=axis,
        yaxis={**axis, "scaleanchor": "x"},
        uirevision=space,
    )  # fmt: skip
    return figure


def _language_trace(code: str, name: str, spots: dict[str, MapPoint]) -> go.Scatter:
    # A voice that was added just now has no place yet; the next figure has it.
    voices = [v for v in all_voices().values() if v.language == code and v.id in spots]
    own = [voice.id not in VOICES for voice in voices]
    return go.Scatter(
        x=[spots[voice.id].x for voice in voices],
        y=[spots[voice.id].y for voice in voices],
        mode="markers",
        name=name,
        customdata=[voice.id for voice in voices],
        text=[
            f"<b>{voice.name}</b><br>{name} · {voice.gender}<br>{voice.traits}" for voice in voices
        ],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "size": [13 if mine else 10 for mine in own],
            "color": LANGUAGE_COLOURS[code],
            "symbol": [_MARKERS[voice.gender] for voice in voices],
            "line": {"width": [2.5 if mine else 0.8 for mine in own], "color": _ACCENT},
            "opacity": 0.9,
        },
    )


def _mix_traces(blend: Blend, space: str, spots: dict[str, MapPoint]) -> list[go.Scatter]:
    """Lines to the parents, as wide as their share, and the mix, or the path of a morph."""
    points = locate(blend, space)
    traces = []
    for stage, (x, y) in zip(blend.stages, points, strict=True):
        half = stage.delivery if space == "delivery" else stage.timbre
        for voice, weight in half if len(half) > 1 else ():
            if (spot := spots.get(voice)) is None:
                continue
            traces.append(
                go.Scatter(
                    x=[x, spot.x], y=[y, spot.y], mode="lines", hoverinfo="skip", showlegend=False,
                    line={
                        "width": 1 + 4 * min(abs(weight), 1),
                        "color": _QUIET,
                        "dash": "dot" if weight < 0 else "solid",
                    },
                )
            )  # fmt: skip
    xs, ys = zip(*points, strict=True)
    traces.append(
        go.Scatter(
            x=xs, y=ys, mode="lines+markers", name="your mix", showlegend=False,
            hovertemplate="your mix<extra></extra>",
            line={"width": 3, "color": _ACCENT},
            marker={
                "size": 19, "symbol": ["star"] + ["arrow"] * (len(points) - 1),
                "angleref": "previous" if len(points) > 1 else "up",
                "color": _ACCENT, "line": {"width": 1.5, "color": "white"},
            },
        )
    )  # fmt: skip
    return traces


@speaks_plainly
def pick_on_map(formula: str, chosen: VoiceChosen) -> str:
    """The formula with the clicked voice in it."""
    return joined(formula, find_voice(chosen.voice).id)


def ask_map(formula: str, space: str, spot: MapSpot) -> dict[str, Any]:
    """Describe the mix at the pressed place. The desk changes only after the person agrees."""
    landed = land_on_map(formula, space, spot)
    return {"tap": spot.tap, "words": f"The mix here is {describe_voice(landed)}."}


@speaks_plainly
def land_on_map(formula: str, space: str, spot: MapSpot) -> str:
    """The formula of a mix at the pressed place. The half that the map does not show is kept."""
    weights = weights_at(spot.x, spot.y, space if space in SPACES else "both")
    if space == "both":
        return str(Blend.of(weights))
    try:
        stage = parse_formula(formula).stages[0]
    except VoiceError:
        return str(Blend.of(weights))
    timbre = weights if space == "timbre" else stage.timbre
    delivery = weights if space == "delivery" else stage.delivery
    return str(Blend.of(timbre, delivery, pitch=timbre if stage.keeps_pitch else stage.pitch))


def figure_of_voices(formula: str, space: str) -> Any:
    """The figure after own voices changed, without the mix if its formula has a mistake."""
    return figure_for(formula if reads(formula) else "", space)


def figure_for(formula: str, space: str) -> Any:
    """The figure; no update while the formula has a mistake."""
    try:
        blend = parse_formula(formula) if formula.strip() else None
        return map_figure(blend, space if space in SPACES else "both")
    except VoiceError:
        return gr.skip()
