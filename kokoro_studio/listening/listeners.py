"""Pseudonyms of listeners: the same at every visit, without personal data.

A pseudonym is a hash with a secret of the studio: without the secret it cannot be traced to an
account, not even with a list of all accounts.
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
    """The studio's secret, made once and kept in the database."""
    kept = sa.select(_secret.c.value).order_by(_secret.c.id).limit(1)
    with writing() as connection:
        if (found := connection.scalar(kept)) is None:
            # Several processes may write at the same time: the first row counts.
            connection.execute(_secret.insert().values(value=secrets.token_hex(32)))
            found = connection.scalar(kept)
    return bytes.fromhex(found or "")


def new_secret() -> str:
    """A new secret for a browser to keep: it identifies the listener at the next visit."""
    return secrets.token_urlsafe(24)


def listener_for(secret: str, account: str = "") -> str:
    """`anon:…` for a browser's secret, `hf:…` for a Hugging Face account; 24 hex digits."""
    kind, known = (ACCOUNT, account) if account else (ANONYMOUS, secret)
    name = hmac.new(studio_secret(), f"{kind}:{known}".encode(), "sha256").hexdigest()
    return f"{kind}:{name[:24]}"


def has_account(listener: str) -> bool:
    return listener.startswith(f"{ACCOUNT}:")
