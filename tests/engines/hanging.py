"""`python -m tests.engines.hanging`: the command, but one of its workers hangs, see `killers.hang_once`."""

if __name__ == "__main__":
    from flickbook.cli.program import app
    from flickbook.engines.local import child
    from tests.engines import killers

    child.run = killers.hang_once
    app()
