"""MCP tools, by Gradio's own switch: the four calls with a name, and no plumbing."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

pytestmark = pytest.mark.slow

NAMES = {"mix", "phonemes", "speak", "voices"}


@pytest.fixture(scope="module")
def tools_address(engine):
    from kokoro_studio.deploy.serving import build_studio

    demo, settings = build_studio(engine)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_MCP_SERVER", "True")
        _, url, _ = demo.launch(server_name="127.0.0.1", prevent_thread_lock=True, **settings)
    yield url.rstrip("/")
    demo.close()


def test_tools_speak(tools_address):
    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client

    async def use():
        async with (
            streamablehttp_client(f"{tools_address}/gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            called = await session.call_tool("speak", {"text": "Hello there.", "voice": "af_heart"})
            return tools, called

    with ThreadPoolExecutor(1) as another:  # after tests of the page, this one has a loop already
        tools, called = another.submit(asyncio.run, use()).result()
    assert {tool.name for tool in tools} == NAMES
    assert all(tool.description for tool in tools)
    assert not called.isError and ".wav" in str(called.content)
