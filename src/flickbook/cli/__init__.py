"""The command line: commands, and how results and errors are shown."""
