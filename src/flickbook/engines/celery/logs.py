"""Logs for machines: one JSON object a line, on stderr."""

import logging
import sys
import time
import traceback
from datetime import UTC, datetime

import msgspec

from flickbook.core.model import Job, Order
from flickbook.errors import FlickbookError
from flickbook.storage import shown

# What every record has; all else was given with it.
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

_log = logging.getLogger("flickbook")


class JsonLines(logging.Formatter):
    """Writes a record as JSON: time, level, who says what, and whatever was given with it, such as plan and snippet."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "process": record.process,
        }
        line |= {name: value for name, value in vars(record).items() if name not in _USUAL}
        if record.exc_info:
            line["traceback"] = "".join(traceback.format_exception(*record.exc_info))
        return msgspec.json.encode(line, enc_hook=str).decode()


def log_json() -> None:
    """Have all that is logged in this process written so."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("flickbook").setLevel(logging.INFO)
    # It would say again, with the whole job, what was said of a message that goes back.
    logging.getLogger("celery.app.trace").setLevel(logging.CRITICAL)


def told(work: Job | Order) -> dict[str, object]:
    """Give what every line says that is about a job or order; `snippet` is a job's first one's start in seconds."""
    if isinstance(work, Order):
        return {"book": work.name, "plan": "", "video": shown(work.source)}
    return {"plan": work.plan, "book": work.name, "snippet": work.snippets[0].start, "snippets": len(work.snippets)}


def log_end(
    work: Job | Order, outcome: str, begun: float, message: str, error: FlickbookError | None = None, plan: str = ""
) -> None:
    """Log how a job or order that came at `begun`, on the monotonic clock, ended here; `plan` is that of an order."""
    extra = {**told(work), "outcome": outcome, "seconds": round(time.monotonic() - begun, 3)}
    extra |= {"plan": plan} if plan else {}
    extra |= {"error": type(error).__name__} if error is not None else {}
    level = logging.INFO if error is None else logging.ERROR if outcome == "buried" else logging.WARNING
    _log.log(level, message, extra=extra)
