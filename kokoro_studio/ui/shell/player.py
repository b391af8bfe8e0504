"""The player bar: live sound while it is made, then the whole take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from .assets import component

_TEMPLATE = """
<section class="ks-player" aria-label="Player" data-state="empty">
  <button type="button" class="ks-play" aria-label="Play" disabled>
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path class="ks-icon-play" d="M8 5.5v13l10.5-6.5z"/>
      <path class="ks-icon-pause" d="M7 5.5h3.5v13H7zM13.5 5.5H17v13h-3.5z"/>
    </svg>
  </button>
  <div class="ks-wave">
    <input type="range" class="ks-seek" min="0" max="0" step="0.05" value="0" disabled
      aria-label="Position in the take">
    <canvas aria-hidden="true"></canvas>
  </div>
  <span class="ks-time"><span class="ks-at">0:00</span> / <span class="ks-length">0:00</span></span>
  <div class="ks-about">
    <span class="ks-word" id="ks-word" aria-hidden="true"></span>
    <span class="ks-what"></span>
    <span class="ks-status" id="ks-status" role="status" aria-live="polite"></span>
  </div>
  <audio id="ks-audio" preload="auto"></audio>
</section>
"""

_WORDS_TEMPLATE = """
<details class="ks-times" id="ks-times">
  <summary>Words and their times</summary>
  <p class="ks-times-empty">Speak a text to see when each word is said.</p>
  <div class="ks-table" tabindex="0" role="region" aria-label="Words and their times" hidden>
    <table>
      <thead><tr><th scope="col">Word</th><th scope="col">Phonemes</th>
        <th scope="col">From</th><th scope="col">To</th></tr></thead>
      <tbody></tbody>
    </table>
  </div>
</details>
"""


@dataclass(frozen=True)
class Player:
    """The bar's components, with the inputs and outputs of events that make sound."""

    live: gr.HTML  # receives the messages of `speak`
    sound: gr.Button
    recipe: gr.Button
    file: gr.DownloadButton  # hidden: the requested file, once it is written
    token: gr.State  # of the take in the player
    request_id: gr.Number  # the browser's number of the last request

    @property
    def asked(self) -> list[Any]:
        """Inputs of each event that makes sound, after its own."""
        return [self.token, self.request_id]

    @property
    def told(self) -> list[Any]:
        """Outputs of each event that makes sound."""
        return [self.live, self.token]


def build_player() -> Player:
    """The bar at the foot of the page, in view of every tab."""
    with gr.Row(elem_id="ks-bar"):
        live = component(
            "ks-player",
            _TEMPLATE,
            "shell/player.js",
            sends=["downloads"],
            value={"kind": "none"},
        )
        with gr.Row(elem_id="ks-downloads"):
            sound = gr.Button(
                "Audio", interactive=False, size="sm", elem_id="ks-download", min_width=76
            )
            recipe = gr.Button(
                "Recipe", interactive=False, size="sm", elem_id="ks-manifest", min_width=88
            )
            file = gr.DownloadButton("File", elem_id="ks-file")
    token = gr.State(None, time_to_live=86400)
    request_id = gr.Number(0, visible=False, precision=0)
    return Player(live, sound, recipe, file, token, request_id)


def build_times() -> gr.HTML:
    """The table of words with their times; the player fills it while the sound comes."""
    return component("ks-words", _WORDS_TEMPLATE, "shell/times.js")
