"""Say how many lines and branches the tests reach: `coverage json -o - | python -m scripts.covered`."""

import json
import sys


def main() -> None:
    """Print the totals, each as a share and as numbers."""
    totals = json.load(sys.stdin)["totals"]
    for what, reached, all_of_them in (
        ("lines", totals["covered_lines"], totals["num_statements"]),
        ("branches", totals["covered_branches"], totals["num_branches"]),
    ):
        print(f"{what}: {100 * reached / all_of_them:.2f} % ({reached:,} of {all_of_them:,})")


if __name__ == "__main__":
    main()
