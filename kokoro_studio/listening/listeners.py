"""Who listens: a name that says nothing about the person, the same at every visit.

It is made with a secret that the studio keeps: without it nobody can tell whose name it is, not
even of a list of accounts.
"""

from __future__ import annotations

import hmac
import secrets

import sqlalchemy as sa

from ..storage.database import metadata, writing

ACCOUNT, ANONYMOUS = "hf", "anon"


_secret = sa.Table(
    "listening_secret",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("value", sa.String(64), nullable=False),
)


def studio_secret() -> bytes:
    """Made once, kept in the database."""
    kept = sa.select(_secret.c.value).order_by(_secret.c.id).limit(1)
    with writing() as connection:
        if (found := connection.scalar(kept)) is None:
            # Several processes may be the first: the first row counts, whoever wrote it.
            connection.execute(_secret.insert().values(value=secrets.token_hex(32)))
            found = connection.scalar(kept)
    return bytes.fromhex(found or "")


def new_secret() -> str:
    """For a browser to keep: whoever brings it again is the same listener."""
    return secrets.token_urlsafe(24)


def listener_for(secret: str, account: str = "") -> str:
    """`anon:…` of a browser's secret, `hf:…` of a Hugging Face account: 24 hex digits."""
    kind, known = (ACCOUNT, account) if account else (ANONYMOUS, secret)
    name = hmac.new(studio_secret(), f"{kind}:{known}".encode(), "sha256").hexdigest()
    return f"{kind}:{name[:24]}"


def has_account(listener: str) -> bool:
    return listener.startswith(f"{ACCOUNT}:")
