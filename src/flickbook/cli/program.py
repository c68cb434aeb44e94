"""The complete command line: importing the modules of commands adds them to the root."""

from flickbook.cli import commands, events, jobs, letters, sign, tokens
from flickbook.cli.root import app

__all__ = ["app", "commands", "events", "jobs", "letters", "sign", "tokens"]
