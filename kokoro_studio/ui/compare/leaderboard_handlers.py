"""The value of the arena's leaderboard, and the votes behind it as a file."""

from __future__ import annotations

import secrets
from typing import Any

from ...errors import RequestError
from ...listening.arena import Table, own_standings, pool, standings, wins_and_losses
from ...listening.contestants.contestant import Contestant
from ...listening.designs import ARENA
from ...listening.exports import votes_json
from ...listening.responses import answered
from ...listening.room import ListeningRoom
from ...listening.statistics.ranking import Standing
from ...listening.words import count_of
from ...settings import Settings
from ...storage.files import write_whole
from ...text import LANGUAGES
from ...voices import all_voices, voice_label
from ..shell.failures import speaks_plainly
from ..shell.takes import Takes
from .trial_messages import colour_of

MINE = "mine"


@speaks_plainly
def ranking_value(room: ListeningRoom, language: str, scope: str, listener: str) -> dict[str, Any]:
    """The leaderboard's value for a language, by everyone's votes or by the listener's alone."""
    if scope == MINE:
        table = own_standings(language, listener)
    else:
        table = standings(language, [one.id for one in pool(room.engine, language)])
    own = wins_and_losses(language, listener)
    return {
        "rows": [
            _row(rank, one, table.contestants[one.contestant], own.get(one.contestant))
            for rank, one in enumerate(table.standings, 1)
        ],
        "note": _note(table),
        "empty": _empty(LANGUAGES[language].name, scope, table),
    }


def _row(
    rank: int, one: Standing, contestant: Contestant, own: tuple[int, int] | None
) -> dict[str, Any]:
    return {
        "rank": rank,
        **_words(contestant),
        "color": colour_of(contestant),
        "rating": round(one.rating), "low": round(one.low), "high": round(one.high),
        "votes": one.votes, "wins": one.wins, "ties": one.ties, "losses": one.losses,
        "preliminary": one.preliminary,
        "mine": {"wins": own[0], "losses": own[1]} if own else None,
    }  # fmt: skip


def _words(one: Contestant) -> dict[str, str]:
    """The name of a contestant without its language, which is the same for all in a ranking."""
    voice = all_voices().get(one.recipe.get("formula", "")) if one.kind == "voice" else None
    if voice is None or voice.name not in one.name:
        return {"name": one.name, "detail": one.detail}
    return {"name": voice.name, "detail": voice_label(voice).removeprefix(f"{voice.name} · ")}


def _note(table: Table) -> str:
    if not table.comparisons:
        return " ".join(table.notes)
    order = "Ordered by the lower end of each rating's range, which rises with the number of votes."
    votes = f"{count_of(table.comparisons, 'vote')} of {count_of(table.listeners, 'listener')}."
    return " ".join([votes, order, *table.notes])


def _empty(language: str, scope: str, table: Table) -> str:
    if table.comparisons:
        return ""
    if scope == MINE:
        return f"You have not voted on {language} voices yet; ten pairs take about five minutes."
    return f"Nobody has voted on {language} voices yet. Be the first."


@speaks_plainly
def all_votes(takes: Takes, language: str) -> str:
    """The path of a JSON file with every response on a language, under pseudonyms.

    `RequestError` on a Space: only the host may publish the votes and texts of others.
    """
    if Settings.from_environment().on_space:
        raise RequestError("This studio is shared with everyone; its votes are its host's.")
    votes = [vote for vote in answered(kind=ARENA) if vote.trial.language == language]
    path = takes.place(secrets.token_urlsafe(12), f"arena-{language}.json")
    write_whole(path, votes_json(votes, language=language).encode())
    return str(path)
