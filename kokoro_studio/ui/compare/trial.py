"""The component for a trial of a blind test: its sides, the vote, the result."""

from __future__ import annotations

import gradio as gr

from ..shell.assets import component

# Empty until a message comes, so that the page holds nothing that tells the sides apart.
_TEMPLATE = """
<section class="ks-trial" aria-labelledby="ks-trial-title" hidden>
  <div class="ks-trial-view"></div>
  <p class="ks-trial-alert" role="alert" hidden></p>
  <p class="ks-trial-keys"></p>
  <p class="ks-sr ks-trial-status" role="status"></p>
</section>
"""


def build_trial() -> gr.HTML:
    """It receives messages of the kinds none, waiting, levels, trial, told, void, refused and
    verdict. It sends 'vote', 'next', 'leave', 'again', 'swap' and 'sentence'."""
    return component(
        "ks-trial",
        _TEMPLATE,
        "compare/trial.js",
        sends=["vote", "next", "leave", "again", "swap", "sentence"],
        value={"kind": "none"},
    )
