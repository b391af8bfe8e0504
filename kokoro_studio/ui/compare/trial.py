"""The trial of a blind test: sides to hear, a vote, and what came of it."""

from __future__ import annotations

import gradio as gr

from ..shell.assets import component

# Empty until a message comes: what the listener must not know is not in the page before.
_TEMPLATE = """
<section class="ks-trial" aria-labelledby="ks-trial-title" hidden>
  <div class="ks-trial-view"></div>
  <p class="ks-trial-alert" role="alert" hidden></p>
  <p class="ks-trial-keys"></p>
  <p class="ks-sr ks-trial-status" role="status"></p>
</section>
"""


def build_trial() -> gr.HTML:
    """Is sent one message after another, told apart by `kind`: none, waiting, levels, trial, told,
    void, refused, verdict. It sends 'vote', 'next', 'leave', 'again', 'swap' and 'sentence'."""
    return component(
        "ks-trial",
        _TEMPLATE,
        "compare/trial.js",
        sends=["vote", "next", "leave", "again", "swap", "sentence"],
        value={"kind": "none"},
    )
