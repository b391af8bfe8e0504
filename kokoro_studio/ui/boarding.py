"""The arena's ranking as the page shows it, and the votes behind it as a file."""

from __future__ import annotations

import secrets
from typing import Any

import gradio as gr

from ..listening.arena import ARENA, Table, standings
from ..listening.ballots import answered
from ..listening.contestants.contestant import Contestant
from ..listening.exports import votes_json
from ..listening.statistics.ranking import Standing
from ..text import LANGUAGES
from ..voices import all_voices, voice_label
from .shelf import Shelf
from .trial_messages import colour_of

MINE = "mine"


def ranking_value(language: str, scope: str, listener: str) -> dict[str, Any]:
    """The leaderboard's value for a language, by everyone's votes or by the listener's alone."""
    table = standings(language, listener if scope == MINE else None)
    own = {one.contestant: one for one in standings(language, listener).standings}
    return {
        "rows": [
            _row(rank, one, table, own.get(one.contestant))
            for rank, one in enumerate(table.standings, 1)
        ],
        "note": _note(table),
        "empty": _empty(LANGUAGES[language].name, scope, table),
    }


def new_ranking(message: Any, language: str, scope: str, listener: str) -> Any:
    """The leaderboard after a vote; never while one is open, for it names whoever may be in it."""
    if not isinstance(message, dict) or message.get("kind") not in ("told", "verdict"):
        return gr.skip()
    return ranking_value(language, scope, listener)


def _row(rank: int, one: Standing, table: Table, own: Standing | None) -> dict[str, Any]:
    contestant = table.contestants[one.contestant]
    return {
        "rank": rank,
        **_words(contestant),
        "color": colour_of(contestant),
        "rating": round(one.rating), "low": round(one.low), "high": round(one.high),
        "votes": one.votes, "wins": one.wins, "ties": one.ties, "losses": one.losses,
        "preliminary": one.preliminary,
        "mine": {"wins": own.wins, "losses": own.losses} if own and own.votes else None,
    }  # fmt: skip


def _words(one: Contestant) -> dict[str, str]:
    """In a ranking of one language a voice needs no word about its language."""
    voice = all_voices().get(one.recipe.get("formula", "")) if one.kind == "voice" else None
    if voice is None or voice.name not in one.name:
        return {"name": one.name, "detail": one.detail}
    return {"name": voice.name, "detail": voice_label(voice).removeprefix(f"{voice.name} · ")}


def _note(table: Table) -> str:
    if not table.games:
        return " ".join(table.notes)
    who = "1 listener" if table.listeners == 1 else f"{table.listeners} listeners"
    votes = "1 vote" if table.games == 1 else f"{table.games:,} votes"
    return " ".join(
        [
            f"{votes} of {who}. Ordered by the lower end of the 95 % range, which only many votes "
            "raise.",
            *table.notes,
        ]
    )


def _empty(language: str, scope: str, table: Table) -> str:
    if table.games:
        return ""
    if scope == MINE:
        return f"You have not voted on {language} voices yet; ten pairs take about five minutes."
    return f"Nobody has voted on {language} voices yet. Be the first."


def all_votes(shelf: Shelf, language: str) -> str:
    """The path of a JSON file with every ballot on a language, under pseudonyms."""
    votes = [vote for vote in answered(kind=ARENA) if vote.trial.language == language]
    path = shelf.place(secrets.token_urlsafe(12), f"arena-{language}.json")
    path.write_text(votes_json(votes, language=language), encoding="utf-8")
    return str(path)
