"""A double of huggingface.co, which tests cannot reach: notes what it is told, gives it back."""

from __future__ import annotations

import base64
import hashlib
import json

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from .served import Served


class HubDouble(Served):
    """Stands for huggingface.co, which tests cannot reach: notes what it is told."""

    def __init__(self, refuse: bool = False):
        self.heard: dict[str, object] = {}
        self.files: dict[str, bytes] = {}
        self.deleted: list[str] = []
        self.failing = ""  # requests with this in their path are answered 503
        app = FastAPI()

        @app.middleware("http")
        async def perhaps(request: Request, go_on):
            if self.failing and self.failing in request.url.path:
                return JSONResponse({"error": "Down"}, 503)
            return JSONResponse({"error": "No"}, 403) if refuse else await go_on(request)

        @app.post("/api/repos/create")
        async def create(request: Request):
            self.heard["created"] = await request.json()
            return {"url": f"{self.address}/spaces/me/studio"}

        @app.post("/api/{kind}/me/studio/variables")
        async def variables(kind: str, request: Request):
            self.heard["variables"] = told = await request.json()
            return {told["key"]: {"value": told["value"]}}

        @app.post("/api/{kind}/me/studio/{what}")
        async def tell(kind: str, what: str, request: Request):
            self.heard[what] = await request.json()
            return {
                "stage": "BUILDING",
                "hardware": {"current": None, "requested": "cpu-basic"},
                "gcTimeout": 900,
                "sleepTime": 900,
            }

        @app.post("/api/validate-yaml")
        async def validate(request: Request):
            self.heard["card"] = await request.json()
            return {"errors": [], "warnings": []}

        @app.get("/api/{kind}/me/studio")
        @app.get("/api/{kind}/me/studio/revision/main")
        async def state(kind: str):
            names = ["old.py"] if kind == "spaces" else list(self.files)
            siblings = [{"rfilename": name} for name in names]
            return {"id": "me/studio", "siblings": siblings, "sha": "1" * 40}

        @app.get("/api/{kind}/me/studio/tree/main")
        async def tree(kind: str):
            return [{"type": "file", "path": "old.py", "size": 1, "oid": "0" * 40}]

        @app.post("/api/{kind}/me/studio/preupload/main")
        async def preupload(kind: str, request: Request):
            wanted = (await request.json())["files"]
            return {
                "files": [
                    {"path": f["path"], "uploadMode": "regular", "shouldIgnore": False}
                    for f in wanted
                ]
            }

        @app.post("/api/{kind}/me/studio/commit/main")
        async def commit(kind: str, request: Request):
            for line in (await request.body()).splitlines():
                item = json.loads(line)
                if item["key"] == "file":
                    self.files[item["value"]["path"]] = base64.b64decode(item["value"]["content"])
                elif item["key"] == "deletedFile":
                    self.deleted.append(item["value"]["path"])
            return {
                "commitUrl": f"{self.address}/me/studio/commit/1",
                "commitOid": "1" * 40,
                "success": True,
            }

        @app.get("/datasets/me/studio/resolve/{revision}/{name}")
        @app.head("/datasets/me/studio/resolve/{revision}/{name}")
        async def resolve(revision: str, name: str):
            if name not in self.files:
                return Response(status_code=404, headers={"X-Error-Code": "EntryNotFound"})
            tag = hashlib.sha1(self.files[name]).hexdigest()
            headers = {"ETag": f'"{tag}"', "X-Repo-Commit": "1" * 40}
            return Response(self.files[name], headers=headers)

        super().__init__(app)
