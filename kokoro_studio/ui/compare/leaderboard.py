"""The leaderboard: ratings with their intervals, and the listener's own votes."""

from __future__ import annotations

import gradio as gr

from ..shell.assets import component

_TEMPLATE = """
<section class="ks-leaderboard" aria-label="Leaderboard">
  <p class="ks-leaderboard-empty" hidden></p>
  <table class="ks-leaderboard-table" role="table" hidden>
    <thead role="rowgroup"><tr role="row">
      <th scope="col" role="columnheader"><span class="ks-sr">Rank</span></th>
      <th scope="col" role="columnheader">Voice</th>
      <th scope="col" role="columnheader">Rating</th>
      <th scope="col" role="columnheader" class="ks-leaderboard-axis"><span class="ks-sr">Where the
        rating may lie</span><span class="ks-leaderboard-low" aria-hidden="true"></span><span
        class="ks-leaderboard-high" aria-hidden="true"></span></th>
      <th scope="col" role="columnheader">Votes</th>
      <th scope="col" role="columnheader">Yours</th>
    </tr></thead>
    <tbody role="rowgroup"></tbody>
  </table>
  <p class="ks-leaderboard-note" hidden></p>
</section>
"""


def build_leaderboard() -> gr.HTML:
    """The component. Its value: rows, each with a rating and its interval; a note; and a
    sentence for the time when there are no votes."""
    return component(
        "ks-leaderboard",
        _TEMPLATE,
        "compare/leaderboard.js",
        value={"rows": [], "note": "", "empty": ""},
    )
