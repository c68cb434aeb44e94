"""`python -m flickbook` and the `flickbook` command."""

import sys


def main() -> None:
    """Run the command line."""
    # Imported here because spawned workers import the main module again, and need no command line.
    from flickbook.errors import UsageError

    try:
        from flickbook.cli.program import app
    except UsageError as error:
        # The flags follow from the outputs, of which an installed package may bring one that cannot be loaded.
        sys.stderr.write(f"error: {error}\n")
        sys.exit(error.exit_code)
    app()


if __name__ == "__main__":
    main()
