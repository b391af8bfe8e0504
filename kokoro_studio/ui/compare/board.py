"""The leaderboard: who was preferred, how sure that is, and how the listener's own votes fell."""

from __future__ import annotations

import gradio as gr

from ..shell.assets import component

_TEMPLATE = """
<section class="ks-board" aria-label="Leaderboard">
  <p class="ks-board-empty" hidden></p>
  <table class="ks-board-table" role="table" hidden>
    <thead role="rowgroup"><tr role="row">
      <th scope="col" role="columnheader"><span class="ks-sr">Rank</span></th>
      <th scope="col" role="columnheader">Voice</th>
      <th scope="col" role="columnheader">Rating</th>
      <th scope="col" role="columnheader" class="ks-board-axis"><span class="ks-sr">Where the
        rating may lie</span><span class="ks-board-low" aria-hidden="true"></span><span
        class="ks-board-high" aria-hidden="true"></span></th>
      <th scope="col" role="columnheader">Votes</th>
      <th scope="col" role="columnheader">Yours</th>
    </tr></thead>
    <tbody role="rowgroup"></tbody>
  </table>
  <p class="ks-board-note" hidden></p>
</section>
"""


def build_board() -> gr.HTML:
    """Its value: rows, each with its rating and the interval of it, a note, and a sentence for
    when there are no votes yet."""
    return component(
        "ks-board", _TEMPLATE, "compare/board.js", value={"rows": [], "note": "", "empty": ""}
    )
