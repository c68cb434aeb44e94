"""Logs for machines: one JSON object a line, on stderr."""

import logging
import sys
import traceback
from datetime import UTC, datetime

import msgspec

# What every record has; all else was given with it.
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


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
