"""`python -m tests.engines.holding`: the command as it is, but one of its workers is held, see `killers.held`."""

if __name__ == "__main__":
    from flickbook.cli.program import app
    from flickbook.engines.local import child
    from tests.engines import killers

    child.run = killers.held
    app()
