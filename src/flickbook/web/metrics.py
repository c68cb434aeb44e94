"""Metrics for Prometheus."""

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flickbook.webhooks.delivery import Pass

# Clients make up other methods, which are counted together.
_METHODS = ("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS")


class Metrics:
    """The metrics of one service since it started."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.videos = Counter("flickbook_videos", "Videos ended, by how.", ["outcome"], registry=self._registry)
        self.snippets = Counter("flickbook_snippets", "Snippets ended, by how.", ["outcome"], registry=self._registry)
        self.uploaded = Counter("flickbook_uploaded_bytes", "Bytes of video received.", registry=self._registry)
        self.streams = Gauge("flickbook_event_streams", "Event streams open now.", registry=self._registry)
        labels = ["route", "method", "status"]
        self.requests = Counter("flickbook_requests", "Requests answered.", labels, registry=self._registry)
        self.seconds = Histogram(
            "flickbook_request_seconds", "Seconds until the answer began.", ["route"], registry=self._registry
        )

        events = "Webhook events by the outcome of an attempt."
        self._events = Counter("flickbook_webhook_events", events, ["outcome"], registry=self._registry)
        about = "Webhook events that are not received."
        self._unreceived = Gauge("flickbook_webhook_events_waiting", about, registry=self._registry)
        self.count_events(Pass())  # Prometheus needs the zeros before the first event, to see it as an increase

    def count_events(self, counts: Pass) -> None:
        """Count the events of a pass of the webhook's deliveries."""
        for outcome in ("delivered", "failed", "given_up"):
            self._events.labels(outcome).inc(getattr(counts, outcome))
        self._unreceived.set(counts.waiting)

    def answer(self) -> Response:
        """Return all metrics in Prometheus's text format."""
        return Response(generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class Measured:
    """ASGI middleware that counts requests by route, not by path: there are as many paths as videos."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()

        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                # The route's path template, or the path of its mount.
                route = getattr(scope.get("route"), "path", None) or scope.get("root_path") or "none"
                method = scope["method"] if scope["method"] in _METHODS else "other"
                self._metrics.requests.labels(route, method, message["status"]).inc()
                self._metrics.seconds.labels(route).observe(time.perf_counter() - begun)
            await send(message)

        await self._app(scope, receive, send_counted)
