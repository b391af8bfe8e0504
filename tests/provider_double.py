"""A double of huggingface.co as a place to sign in: OpenID Connect, one account, no question."""

from __future__ import annotations

import secrets
import time
from urllib.parse import urlencode

from fastapi import FastAPI, Form, Request
from fastapi.responses import RedirectResponse
from joserfc import jwk, jwt

ACCOUNT = {
    "sub": "1",
    "name": "A Listener",
    "preferred_username": "listener",
    "profile": "https://huggingface.co/listener",
    "picture": "",
}


def build_provider() -> FastAPI:
    app = FastAPI()
    key = jwk.RSAKey.generate_key(2048, {"kid": "double", "use": "sig"})
    asked: dict[str, str] = {}  # code -> nonce

    @app.get("/.well-known/openid-configuration")
    def metadata(request: Request) -> dict:
        base = str(request.base_url).rstrip("/")
        return {
            "issuer": base,
            "authorization_endpoint": f"{base}/authorize",
            "token_endpoint": f"{base}/token",
            "jwks_uri": f"{base}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    @app.get("/keys")
    def keys() -> dict:
        return {"keys": [key.as_dict(private=False)]}

    @app.get("/authorize")
    def authorize(redirect_uri: str, state: str, nonce: str) -> RedirectResponse:
        code = secrets.token_urlsafe()
        asked[code] = nonce
        joint = "&" if "?" in redirect_uri else "?"
        return RedirectResponse(redirect_uri + joint + urlencode({"code": code, "state": state}))

    @app.post("/token")
    def token(request: Request, code: str = Form()) -> dict:
        base = str(request.base_url).rstrip("/")
        now = int(time.time())
        claims = {
            **ACCOUNT, "iss": base, "aud": "studio", "iat": now, "exp": now + 600,
            "nonce": asked.pop(code),
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "double"}, claims, key)
        return {
            "access_token": "granted", "token_type": "bearer", "expires_in": 600,
            "id_token": signed,
        }  # fmt: skip

    return app
