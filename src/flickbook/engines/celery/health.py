"""A worker's HTTP server for health checks and Prometheus metrics."""

import threading
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from flickbook.core.model import Receipt
from flickbook.errors import UsageError
from flickbook.webhooks.delivery import Pass

_WAITS = (0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600)
_SPEEDS = (0.5, 1, 2, 4, 6, 8, 12, 16, 24, 32, 64)


class Metrics:
    """The metrics of one worker since its start. `busy` returns the number of running jobs."""

    def __init__(self, slots: int, busy: Callable[[], int]) -> None:
        registry = self._registry = CollectorRegistry()
        self.jobs = Counter("flickbook_jobs", "Orders and jobs by outcome.", ["task", "outcome"], registry=registry)
        about = "Seconds from sending to start."
        self.waits = Histogram("flickbook_queue_wait_seconds", about, ["task"], buckets=_WAITS, registry=registry)
        self._steps = Counter("flickbook_step_seconds", "Seconds by step.", ["step"], registry=registry)
        self._snippets = Counter("flickbook_snippets", "Snippets made.", registry=registry)
        self._bytes = Counter("flickbook_stored_bytes", "Bytes of stored files.", registry=registry)
        self._frames = Counter("flickbook_decoded_frames", "Frames decoded.", registry=registry)
        about = "Seconds of video decoded per second, by snippet."
        self._speeds = Histogram("flickbook_decode_speed", about, buckets=_SPEEDS, registry=registry)
        about = "Webhook events by the outcome of an attempt."
        self._events = Counter("flickbook_webhook_events", about, ["outcome"], registry=registry)
        self.count_events(Pass())  # Prometheus needs the zeros before the first event, to see it as an increase
        Gauge("flickbook_slots", "Slots.", registry=registry).set(slots)
        Gauge("flickbook_busy_slots", "Running jobs.", registry=registry).set_function(busy)

    def count(self, receipts: Sequence[Receipt]) -> None:
        """Count the snippets that a job made, by their receipts."""
        for receipt in receipts:
            self._snippets.inc()
            self._frames.inc(receipt.decoded)
            self._bytes.inc(sum(artifact.bytes for artifact in receipt.artifacts))
            if receipt.timing is not None:
                for step, seconds in receipt.timing.steps.items():
                    self._steps.labels(step).inc(seconds)
                if decode := receipt.timing.steps.get("decode"):
                    self._speeds.observe(float(receipt.snippet.length) / decode)

    def count_events(self, counts: Pass) -> None:
        """Count the attempts to deliver events to the webhook."""
        for outcome in ("delivered", "failed", "given_up"):
            self._events.labels(outcome).inc(getattr(counts, outcome))

    def answer(self) -> tuple[bytes, str]:
        """Return all metrics in Prometheus's text format, and its media type."""
        return generate_latest(self._registry), CONTENT_TYPE_LATEST


class Health:
    """Answers GET requests for `/healthz` (can it work?), `/readyz` (does it accept work?) and `/metrics`."""

    def __init__(self, place: str, metrics: Metrics, alive: Callable[[], str], ready: Callable[[], str]) -> None:
        """Listen at HOST:PORT. `alive` and `ready` return a fault, or an empty text. Raises UsageError."""

        checks = {"/healthz": alive, "/readyz": ready}

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:  # the library's name
                status, body, kind = 404, b"/healthz, /readyz, /metrics\n", "text/plain; charset=utf-8"
                if self.path == "/metrics":
                    status, (body, kind) = 200, metrics.answer()
                elif self.path in checks:
                    fault = checks[self.path]()
                    status, body = 503 if fault else 200, f"{fault or 'ok'}\n".encode()
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
                pass  # probes come every few seconds

        host, _, port = place.rpartition(":")
        try:
            self._server = ThreadingHTTPServer((host.strip("[]") or "127.0.0.1", int(port)), Handler)
        except (OSError, ValueError, OverflowError) as error:
            raise UsageError(place, f"the worker cannot listen there ({error})", "choose another HOST:PORT") from error
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """The URL of the server."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
