"""Calls of other systems: OpenAI's speech API, or an endpoint of a Gradio app.

Replies are limited in bytes and seconds while they arrive. Error messages never repeat a reply, an
address or a header, because these may hold a key.
"""

from __future__ import annotations

import concurrent.futures
import hashlib
import io
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from ...audio.clip import Clip, NotAudio, check_shape, decode
from ...errors import RequestError
from .contestant import LONGEST_SECONDS, ContestantError
from .system_file import InputFile, System

_MOST_BYTES = 32 * 2**20  # a minute of 48 kHz stereo in 32 bits is 23 MB


def call_openai(system: System, text: str, language: str, seed: int) -> Clip:
    """POST {url}/audio/speech, as OpenAI's client does."""
    headers = {"Authorization": f"Bearer {key}"} if (key := system.key()) else {}
    body = {
        "model": system.model, "voice": system.voice, "input": text,
        "response_format": system.format,
        **_filled(system.extra, _values(system, text, language, seed)),
    }  # fmt: skip
    data = _fetch(
        system, "POST", f"{system.url.rstrip('/')}/audio/speech", headers=headers, json=body
    )
    return _decoded(system, data)


def call_gradio(system: System, text: str, language: str, seed: int) -> Clip:
    """An endpoint of a Gradio app or a Space, by Gradio's own client."""
    from gradio_client import Client

    inputs = _filled(system.inputs, _values(system, text, language, seed))
    named, listed = (inputs, ()) if isinstance(inputs, dict) else ({}, inputs)
    key, deadline = system.key(), time.monotonic() + system.timeout_seconds
    client = job = None
    try:
        client = Client(
            system.space or system.url,
            # The host's own login to the hub must not be sent.
            token=key or False,
            verbose=False,
            analytics_enabled=False,
            download_files=False,
            httpx_kwargs={"timeout": system.timeout_seconds},
        )
        job = client.submit(*listed, api_name=system.api_name, **named)
        answer = job.result(timeout=max(deadline - time.monotonic(), 0.1))
    except (TimeoutError, concurrent.futures.TimeoutError) as error:  # one type from 3.11
        raise _late(system) from error
    except Exception as error:  # Gradio raises many types, with whatever the app said in them
        raise ContestantError(f"{system.name} did not answer ({type(error).__name__}).") from error
    finally:
        if job is not None and not job.done():
            job.cancel()
        if client is not None:
            client.close()
    address = _address(system, answer, client.src)
    return _decoded(system, _fetch(system, "GET", address, headers=dict(client.headers)))


CALLS: dict[str, Callable[[System, str, str, int], Clip]] = {
    "openai": call_openai,
    "gradio": call_gradio,
}


def _values(system: System, text: str, language: str, seed: int) -> Mapping[str, Any]:
    return {
        "{text}": text,
        "{voice}": system.voice,
        "{language}": system.languages[language],
        "{seed}": seed,
    }


def _filled(given: Any, values: Mapping[str, Any]) -> Any:
    """The inputs with each `{name}` replaced by its value, and files to be sent."""
    if isinstance(given, InputFile):
        from gradio_client import handle_file

        return handle_file(given.path)
    if isinstance(given, Mapping):
        return {name: _filled(one, values) for name, one in given.items()}
    if isinstance(given, (list, tuple)):
        return [_filled(one, values) for one in given]
    return values.get(given, given) if isinstance(given, str) else given


def _address(system: System, answer: Any, source: str) -> str:
    """The address of the sound that a reply names. Only addresses of the system are accepted."""
    outputs = answer if isinstance(answer, (list, tuple)) else [answer]
    found = outputs[system.output] if system.output < len(outputs) else None
    if isinstance(found, Mapping) and isinstance(found.get("value"), Mapping):
        found = found["value"]  # an update of a component
    address = found.get("url") if isinstance(found, Mapping) else None
    if not isinstance(address, str):
        raise ContestantError(f"{system.name} gave no sound as output {system.output}.")
    here, there = urlsplit(source), urlsplit(address)
    if here.netloc != there.netloc:
        raise ContestantError(f"{system.name} keeps its sound elsewhere; it is not fetched there.")
    # Behind a proxy an app may report http instead of https.
    return there._replace(scheme=here.scheme).geturl()


def _fetch(system: System, method: str, address: str, **request: Any) -> bytes:
    """The contents of an address, within the system's time limit and 32 MB."""
    import httpx

    deadline, data = time.monotonic() + system.timeout_seconds, bytearray()
    # No compression: a few bytes could unpack to gigabytes.
    request["headers"] = {**request.get("headers", {}), "Accept-Encoding": "identity"}
    try:
        with httpx.stream(method, address, timeout=system.timeout_seconds, **request) as reply:
            if reply.status_code != 200:
                raise ContestantError(f"{system.name} answered with status {reply.status_code}.")
            for piece in reply.iter_raw():
                data += piece
                if len(data) > _MOST_BYTES:
                    raise ContestantError(
                        f"{system.name} sent more than {_MOST_BYTES >> 20} MB for one text."
                    )
                if time.monotonic() > deadline:
                    raise _late(system)
    except httpx.TimeoutException as error:
        raise _late(system) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ContestantError(f"{system.name} did not answer ({type(error).__name__}).") from error
    return bytes(data)


def _late(system: System) -> ContestantError:
    return ContestantError(f"{system.name} took longer than {system.timeout_seconds:g} s.")


def _decoded(system: System, data: bytes) -> Clip:
    shown = f"What {system.name} sent"
    made = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    try:
        return replace(decode(data, shown, LONGEST_SECONDS), made=made)
    except NotAudio as error:
        if (sound := _decoded_by_ffmpeg(data, shown)) is None:
            raise ContestantError(f"{shown} is not sound that can be read.") from error
    except RequestError as error:
        raise ContestantError(str(error)) from error
    return replace(sound, made=made)


def _decoded_by_ffmpeg(data: bytes, shown: str) -> Clip | None:
    """AAC, WebM and the like, up to the length limit; None if it is no sound."""
    import av

    pieces: list[np.ndarray] = []
    rate, resampler = 0, None
    try:
        with av.open(io.BytesIO(data), "r") as container:
            for frame in container.decode(audio=0):
                if resampler is None:
                    rate = frame.sample_rate
                    check_shape(shown, rate, frame.layout.nb_channels)
                    resampler = av.AudioResampler("fltp", "mono", rate)
                pieces += [piece.to_ndarray()[0] for piece in resampler.resample(frame)]
                if sum(map(len, pieces)) > LONGEST_SECONDS * rate:
                    break
    except (av.FFmpegError, RequestError, ValueError, IndexError):
        return None
    return Clip(np.concatenate(pieces), rate) if pieces else None
