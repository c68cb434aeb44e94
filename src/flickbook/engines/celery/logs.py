"""Logs for machines: one JSON object a line, on stderr."""

import logging
import sys
import traceback
from datetime import UTC, datetime

import msgspec

from flickbook.core.model import Job, Order
from flickbook.storage import shown

# What every record has; all else is a field of ours.
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """Writes a record as JSON: time, level, logger, message and all fields, such as plan and snippet."""

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


def log_json(**_: object) -> None:
    """Have all that is logged in this process written so; also a receiver of Celery's `setup_logging`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("flickbook").setLevel(logging.INFO)
    # It would repeat, with the whole job, what is logged of a message that is released.
    logging.getLogger("celery.app.trace").setLevel(logging.CRITICAL)


def log_fields(work: Job | Order) -> dict[str, object]:
    """Return the fields of every line about a job or order; `snippet` is the start of a job's first, in seconds."""
    if isinstance(work, Order):
        return {"book": work.name, "plan": "", "video": shown(work.source)}
    return {"plan": work.plan, "book": work.name, "snippet": work.snippets[0].start, "snippets": len(work.snippets)}
