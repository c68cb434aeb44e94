"""The whole command line: every module of commands has added its own to the root."""

from flickbook.cli import commands, fleet, letters, watching
from flickbook.cli.app import app

__all__ = ["app", "commands", "fleet", "letters", "watching"]
