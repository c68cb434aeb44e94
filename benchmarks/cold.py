"""What a cold start on Lambda loads: how large the artifact is, and how long importing the functions takes.

    uv run python -m benchmarks.cold [RUNS]

Imports are timed in fresh processes that see nothing but the artifact built for this machine, after one that warms the
disk; compiled as it is shipped where Python 3.13 is at hand, and not compiled.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPT = """
import sys, time
sys.path[:] = [sys.argv[1], *(p for p in sys.path if "site-packages" not in p)]
begun = time.perf_counter()
import flickbook.engines.aws.handlers
print(time.perf_counter() - begun)
"""


def build(folder: Path, arch: str) -> float:
    """Build the artifact, and give its megabytes (10^6 bytes) unzipped."""
    subprocess.run(["sh", "scripts/artifact.sh", str(folder), arch], cwd=ROOT, check=True)
    return sum(path.stat().st_size for path in folder.rglob("*")) / 1e6


def import_seconds(artifact: Path) -> float:
    """Import the functions in a fresh process, and give the wall seconds."""
    command = [sys.executable, "-I", "-B", "-c", SCRIPT, str(artifact)]
    environ = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environ).stdout)


def main(runs: int) -> None:
    """Print a Markdown table."""
    print("| artifact | MB unzipped |\n|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for arch in ("arm64", "x86_64", "here"):
            print(f"| {arch} | {build(Path(name) / arch, arch):.0f} |", flush=True)
        artifact = Path(name) / "here"
        print(f"\n| import, seconds | median of {runs} | longest |\n|---|---|---|")
        for label in ("compiled", "not compiled"):
            import_seconds(artifact)
            times = [import_seconds(artifact) for _ in range(runs)]
            print(f"| {label} | {statistics.median(times):.2f} | {max(times):.2f} |")
            for path in artifact.rglob("*.pyc"):
                path.unlink()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
