"""Prometheus counters of one studio, for `/metrics`."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

__all__ = ["CONTENT_TYPE_LATEST", "Metrics"]


class Metrics:
    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        self.requests = Counter(
            "kokoro_requests", "Requests answered", ["route", "status"], registry=registry
        )
        self.seconds = Counter("kokoro_speech_seconds", "Seconds of sound sent", registry=registry)
        self.segments = Counter(
            "kokoro_segments", "Utterances sent, rendered or reused", ["made"], registry=registry
        )
        self.first_audio = Histogram(
            "kokoro_first_audio_seconds",
            "From a request to its first sound",
            buckets=(0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6),
            registry=registry,
        )
        self.inside = Gauge("kokoro_speaking", "Requests being spoken", registry=registry)

    def page(self) -> bytes:
        return generate_latest(self.registry)
