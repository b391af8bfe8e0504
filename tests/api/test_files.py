"""Parts of files, names they are saved under, HEAD, and addresses behind proxies."""

from __future__ import annotations

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from kokoro_studio.api.files import UnsatisfiableRange, byte_range
from kokoro_studio.api.paths import RelativeRedirects


@pytest.fixture(scope="module")
def link(api) -> str:
    wanted = {"input": "Hello.", "return_download_link": True, "download_format": "wav"}
    return api.post("/v1/audio/speech", json=wanted).headers["x-download-path"]


def test_a_file_is_sent_in_parts(api, link):
    whole = api.get(link)
    size = len(whole.content)
    assert (whole.status_code, whole.headers["accept-ranges"]) == (200, "bytes")
    for wanted, start, end in (
        ("bytes=0-1", 0, 2),
        ("bytes=44-", 44, size),
        ("bytes=-10", size - 10, size),
        ("Bytes = 5-9", 5, 10),
        (f"bytes=10-{size * 9}", 10, size),
        (f"bytes=-{size * 9}", 0, size),
    ):
        part = api.get(link, headers={"Range": wanted})
        assert part.status_code == 206, wanted
        assert part.content == whole.content[start:end]
        assert part.headers["content-range"] == f"bytes {start}-{end - 1}/{size}"
        assert part.headers["content-length"] == str(end - start)
        assert part.headers["content-type"] == "audio/wav"


def test_a_part_is_not_compressed(address):
    """The page's server compresses JSON, and a part is counted in bytes of the file itself."""
    wanted = {"input": "One two three four five six seven. " * 3, "return_timing": True}
    reply = httpx.post(f"{address}/v1/audio/speech", json=wanted, timeout=60)
    link = address + reply.headers["x-timing-path"]
    whole = httpx.get(link, headers={"Accept-Encoding": "identity"}).content
    part = httpx.get(link, headers={"Accept-Encoding": "br, gzip", "Range": "bytes=0-899"})
    assert (part.status_code, part.headers["content-length"]) == (206, "900")
    assert part.content == whole[:900]


@pytest.mark.parametrize("wanted", ["", "bytes=", "bytes=-", "lines=0-1", "bytes=5-2", "0-1, 4-5"])
def test_other_than_one_range_gives_the_whole_file(api, link, wanted):
    reply = api.get(link, headers={"Range": wanted})
    assert reply.status_code == 200 and reply.content == api.get(link).content


def test_a_range_after_the_end_is_416(api, link):
    reply = api.get(link, headers={"Range": "bytes=999999999-"})
    assert reply.status_code == 416
    assert reply.headers["content-range"] == f"bytes */{len(api.get(link).content)}"
    assert reply.json()["error"]["code"] == "unsatisfiable_range"
    for header in ("bytes=0-", "bytes=-0"):
        with pytest.raises(UnsatisfiableRange):
            byte_range(header, 0)


def test_a_part_of_another_file_is_not_sent(api, link):
    tag = api.get(link).headers["etag"]
    for given, status in ((tag, 206), ('"other"', 200), ("Thu, 01 Jan 2026 00:00:00 GMT", 200)):
        headers = {"Range": "bytes=0-1", "If-Range": given}
        assert api.get(link, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("", 'filename="speech.wav"'),
        ("chapter-1", 'filename="chapter-1.wav"'),
        ("chapter-1.wav", 'filename="chapter-1.wav"'),
        ("Grüße", "filename*=UTF-8''Gr%C3%BC%C3%9Fe.wav"),
        ('a"; b=\r\nX: y', "filename*=UTF-8''a%3B%20b%3DX%3A%20y.wav"),
        ("../../etc/passwd", 'filename="etcpasswd.wav"'),
    ],
)
def test_a_file_has_a_name(api, link, wanted, expected):
    reply = api.get(link, params={"name": wanted} if wanted else {})
    assert reply.headers["content-disposition"] == f"attachment; {expected}"


def test_times_have_a_name(api):
    reply = api.post("/v1/audio/speech", json={"input": "Hello.", "return_timing": True})
    times = api.get(reply.headers["x-timing-path"])
    assert times.headers["content-disposition"] == 'attachment; filename="timing.json"'


def test_head_is_get_without_the_body(api, link):
    for path in (link, "/health", "/v1/models", "/v1/audio/voices", "/metrics", "/v1/docs"):
        got, head = api.get(path), api.head(path, headers={"Range": "bytes=0-1"})
        assert (head.status_code, head.content) == (200, b""), path
        if path != "/metrics":  # which counts these requests
            assert head.headers["content-length"] == got.headers["content-length"]
        assert head.headers["content-type"] == got.headers["content-type"]
    assert api.head("/v1/download/nothing.mp3").status_code == 404
    assert api.head("/v1/audio/speech").status_code == 405


def test_head_over_a_connection_that_stays_open(address):
    with httpx.Client(base_url=address) as client:
        for method in ("HEAD", "GET", "HEAD"):
            assert client.request(method, "/health").status_code == 200


def test_models_for_open_webui(api):
    models = api.get("/v1/audio/models").json()
    assert models == {
        "models": [{"id": model["id"]} for model in api.get("/v1/models").json()["data"]]
    }
    assert {"id": "tts-1"} in models["models"]


def test_the_host_can_open_the_lists(serve):
    lists = ("/v1/models", "/v1/models/tts-1", "/v1/audio/models", "/v1/audio/voices")
    for open_lists, status in ((True, 200), (False, 401)):
        api = serve(KOKORO_API_KEYS="secret", KOKORO_LISTS="open" if open_lists else "closed")
        assert [api.get(path).status_code for path in lists] == [status] * len(lists)
        assert api.post("/v1/audio/speech", json={"input": "Hi."}).status_code == 401
        assert api.get("/metrics").status_code == api.get("/v1/download/x").status_code == 401


@pytest.mark.parametrize("path", ["/v1/models/", "/v1/audio/voices/?legacy=true", "/health/"])
def test_a_redirect_keeps_the_prefix_of_a_proxy(address, path):
    reply = httpx.get(address + path)
    assert reply.status_code == 307
    public = httpx.URL("https://example.org/studio").join(f"/studio{path}")
    landed = public.join(reply.headers["location"])
    assert str(landed) == f"https://example.org/studio{path}".replace("/?", "?").removesuffix("/")


@pytest.mark.parametrize(
    ("path", "location", "expected"),
    [
        ("/a/b", "http://x/a/b/", "./b/"),
        ("/a/b/", "http://x/a/b?c=1", "../b?c=1"),
        ("/a:b", "/a:b/", "./a:b/"),
        ("/a b", "http://x/a%20b/", "./a%20b/"),
        ("/a", "https://huggingface.co/login", "https://huggingface.co/login"),
        ("/a", "/studio", "/studio"),
        ("//evil.example/", "http://x//evil.example", "../evil.example"),
    ],
)
def test_other_redirects_stay(path, location, expected):
    app = Starlette(
        routes=[Route("/{_:path}", lambda _: RedirectResponse(location))],
        middleware=[Middleware(RelativeRedirects)],
    )
    client = TestClient(app, follow_redirects=False)
    assert client.get("http://x" + path).headers["location"] == expected
