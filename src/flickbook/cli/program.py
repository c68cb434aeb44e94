"""The whole command line: every module of commands has added its own to the root."""

from flickbook.cli import commands, fleet, jobs, letters, watching
from flickbook.cli.root import app

__all__ = ["app", "commands", "fleet", "jobs", "letters", "watching"]
