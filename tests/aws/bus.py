"""An event bus on loopback that refuses entries on request, which no real bus does. The client is boto3."""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.loopback import serving

Entry = dict[str, Any]


class Bus:
    """What arrived: `calls` has the entries of each call, `accepted` the entries that were not refused.

    `refuse` counts how many tries of each entry to refuse, every third entry only.
    """

    def __init__(self, refuse: int) -> None:
        self.calls: list[list[Entry]] = []
        self.accepted: list[Entry] = []
        self._refuse = refuse
        self._tries: dict[str, int] = {}
        self._lock = threading.Lock()

    def put(self, entries: list[Entry]) -> list[dict[str, str]]:
        with self._lock:
            self.calls.append(entries)
            return [self._answer(entry) for entry in entries]

    def jobs(self) -> list[Entry]:
        """Return the events as Lambda receives them, and delete them."""
        with self._lock:
            accepted, self.accepted = self.accepted, []
        return [
            {"source": entry["Source"], "detail-type": entry["DetailType"], "detail": json.loads(entry["Detail"])}
            for entry in accepted
        ]

    def _answer(self, entry: Entry) -> dict[str, str]:
        tried = self._tries.setdefault(entry["Detail"], len(self._tries) % 3 * 1000)
        self._tries[entry["Detail"]] += 1
        if tried < self._refuse:
            return {"ErrorCode": "ThrottlingException", "ErrorMessage": "Rate exceeded"}
        self.accepted.append(entry)
        return {"EventId": "1"}


@contextmanager
def standing(refuse: int = 0) -> Iterator[tuple[str, Bus]]:
    """Start a bus, and yield its endpoint and its accepted events."""
    bus = Bus(refuse)

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            assert self.headers["X-Amz-Target"] == "AWSEvents.PutEvents"
            entries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["Entries"]
            results = bus.put(entries)
            failed = sum("ErrorCode" in result for result in results)
            body = json.dumps({"FailedEntryCount": failed, "Entries": results}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/x-amz-json-1.1")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with serving(Handler) as url:
        yield url, bus
