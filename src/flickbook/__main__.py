"""`python -m flickbook` and the `flickbook` command."""


def main() -> None:
    """Run the command line."""
    # Imported here because spawned workers import the main module again, and need no command line.
    from flickbook.cli.program import app

    app()


if __name__ == "__main__":
    main()
