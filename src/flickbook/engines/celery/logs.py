"""Logs for machines: one JSON object a line, on stderr."""

import logging
import sys
from datetime import UTC, datetime

import msgspec

from flickbook.core.model import Job, Order
from flickbook.storage import shown

# The attributes of every record. All others are fields that the logging call added.
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """Formats a record as JSON: time, level, logger, message, process and added fields, such as plan and snippet."""

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
            line["traceback"] = self.formatException(record.exc_info)
        return msgspec.json.encode(line, enc_hook=str).decode()


def log_json(**_: object) -> None:
    """Log as JSON in this process. Also a receiver of Celery's signal `setup_logging`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("flickbook").setLevel(logging.INFO)
    # Celery would log each released message again, with the whole job.
    logging.getLogger("celery.app.trace").setLevel(logging.CRITICAL)


def log_fields(work: Job | Order) -> dict[str, object]:
    """Return the log fields of a job or order; `snippet` is the start of a job's first snippet in seconds."""
    if isinstance(work, Order):
        return {"book": work.name, "plan": "", "video": shown(work.source)}
    return {"plan": work.plan, "book": work.name, "snippet": work.snippets[0].start, "snippets": len(work.snippets)}
