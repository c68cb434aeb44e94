"""The template passes its linter, agrees with the code, and its artifact fits into Lambda."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from flickbook.notifications import VIDEO_SUFFIXES
from tests.aws.ministack import DEPLOY, build_artifact
from tests.tools import ROOT, tool

TEMPLATE = DEPLOY / "template.yaml"
EXAMPLES = [ROOT / "examples" / name for name in ("batch-array-job.yaml", "step-functions-map.yaml")]
# Lambda allows 250 MiB unzipped: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
ARTIFACT_BYTES = 220_000_000
# The e_machine field of an ELF header.
ELF_MACHINES = {"arm64": 183, "x86_64": 62}
# A rule's pattern may have 2,048 characters.
PATTERN_CHARACTERS = 2048


def test_the_template_and_the_examples_of_aws_lint_clean() -> None:
    # `sam validate --lint` uses the same linter but ignores warnings. Other tests deploy the template with SAM.
    run = subprocess.run(
        [tool("sam", "cfn-lint"), "--non-zero-exit-code", "warning", TEMPLATE, *EXAMPLES],
        env={**os.environ, "AWS_DEFAULT_REGION": "us-east-1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_rule_invokes_the_planner_for_every_suffix_of_a_video() -> None:
    # Without quotes, YAML takes .264 for a number, and a rule with a number matches nothing.
    suffixes = r'\{suffix: \{equals-ignore-case: ("\.\d+"|\.\w*[a-z]\w*)\}\}'
    found = [suffix.strip('"') for suffix in re.findall(suffixes, TEMPLATE.read_text(encoding="utf-8"))]
    assert tuple(found) == VIDEO_SUFFIXES
    assert sum(len(f'{{"suffix":{{"equals-ignore-case":"{suffix}"}}}},') for suffix in found) < PATTERN_CHARACTERS - 300


@pytest.mark.parametrize("arch", ["arm64", "x86_64"])
def test_the_artifact_fits_into_lambda(arch: str, tmp_path: Path) -> None:
    build_artifact(tmp_path / "artifact", arch)
    assert sum(path.stat().st_size for path in (tmp_path / "artifact").rglob("*")) <= ARTIFACT_BYTES
    libraries = list((tmp_path / "artifact").rglob("*.so"))
    assert {machine(path) for path in libraries} == {ELF_MACHINES[arch]}
    assert {tag for path in libraries for tag in re.findall(r"\.cpython-(\d+)", path.name)} == {"313"}


def machine(library: Path) -> int:
    with library.open("rb") as file:
        return int.from_bytes(file.read(20)[18:], "little")


@pytest.mark.xdist_group("aws")  # where the artifact is deployed
def test_the_functions_load_from_the_artifact_alone_and_without_what_they_do_not_need(artifact: Path) -> None:
    script = (
        "import sys; sys.path[:] = [sys.argv[1], *(p for p in sys.path if 'site-packages' not in p)]\n"
        "from flickbook.engines.aws.handlers import handle_failure, plan, render\n"
        "from flickbook.engines.aws.image_url import answer\n"
        "import flickbook; assert flickbook.__file__.startswith(sys.argv[1])\n"
        "print(*({'boto3', 'typer', 'urllib3', 'rich', 'pebble'} & set(sys.modules)))\n"
        "import boto3\n"
        "[boto3.client(name, region_name='us-east-1') for name in ('events', 'sqs')]\n"
    )
    run = subprocess.run([sys.executable, "-I", "-c", script, artifact], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""
