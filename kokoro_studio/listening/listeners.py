"""Who listens: a name that says nothing about the person, the same at every visit."""

from __future__ import annotations

import hashlib
import secrets

ACCOUNT, ANONYMOUS = "hf", "anon"


def new_secret() -> str:
    """For a browser to keep: whoever brings it again is the same listener."""
    return secrets.token_urlsafe(24)


def listener_for(secret: str, account: str = "") -> str:
    """`anon:…` of a browser's secret, `hf:…` of a Hugging Face account: 24 hex digits of a hash."""
    kind, known = (ACCOUNT, account) if account else (ANONYMOUS, secret)
    return f"{kind}:{hashlib.sha256(f'{kind}:{known}'.encode()).hexdigest()[:24]}"


def has_account(listener: str) -> bool:
    return listener.startswith(f"{ACCOUNT}:")
