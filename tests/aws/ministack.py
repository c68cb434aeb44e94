"""AWS on loopback: MiniStack, with the stack deployed into it by the SAM CLI as a user would."""

import json
import os
import shutil
import subprocess
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3

from scripts.process import free_ports
from tests.tools import ROOT, tool, uv
from tests.waiting import LONG, until

DEPLOY = ROOT / "deploy" / "aws"
STACK = "flickbook"


def build_artifact(folder: Path, arch: str) -> None:
    """Build the artifact for Lambda, as `make artifact` does."""
    command = ["sh", "scripts/artifact.sh", str(folder), arch]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "UV": uv()}, check=True, timeout=LONG)


@contextmanager
def ministack(folder: Path) -> Iterator[dict[str, str]]:
    """Start MiniStack, which runs functions under its own Python, and yield the environment variables for it."""
    program = tool("ministack", "ministack")
    port = str(free_ports(1)[0])
    settings = {"LAMBDA_EXECUTOR": "local", "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": port, "TMPDIR": str(folder)}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "PYTHON", "VIRTUAL_"))}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([program], stdout=log, stderr=log, env={**clean, **settings}, cwd=folder)
    try:
        health = f"http://127.0.0.1:{port}/_ministack/health"
        until(lambda: _answers(health, process), "MiniStack to answer", pause=0.2)
        yield {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
    finally:
        process.terminate()
        process.wait(LONG)
        shutil.rmtree(folder)  # every function it ran left a copy of the artifact


def deploy(artifact: Path, folder: Path, environ: dict[str, str], **parameters: str) -> dict[str, str]:
    """`sam deploy` the template with an artifact, and return the stack's outputs."""
    template = (DEPLOY / "template.yaml").read_text(encoding="utf-8")
    assert template.count("CodeUri: artifact/\n") == 1
    # The CLI would zip the folder too, but compress it, which takes longer than all other steps.
    (folder / "template.yaml").write_text(template.replace("CodeUri: artifact/\n", "CodeUri: artifact.zip\n"))
    _zip(artifact, folder / "artifact.zip")
    given = [f"{name}={value}" for name, value in parameters.items()]
    flags = ["--resolve-s3", "--capabilities", "CAPABILITY_IAM", "--no-confirm-changeset", "--no-progressbar"]
    command = [str(tool("sam", "sam")), "deploy", "--template-file", "template.yaml", "--stack-name", STACK, *flags]
    run = subprocess.run(
        [*command, "--parameter-overrides", *given],
        cwd=folder,
        env={**os.environ, **environ, "SAM_CLI_TELEMETRY": "0", "SAM_CLI_POLL_DELAY": "0.2"},
        capture_output=True,
        text=True,
        timeout=2 * LONG,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return _outputs(environ)


def _zip(folder: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder))


def client(service: str, environ: dict[str, str]) -> Any:
    """Create boto3's client for a service of MiniStack."""
    return boto3.client(
        service,
        endpoint_url=environ["AWS_ENDPOINT_URL"],
        region_name=environ["AWS_DEFAULT_REGION"],
        aws_access_key_id=environ["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=environ["AWS_SECRET_ACCESS_KEY"],
    )


def _outputs(environ: dict[str, str]) -> dict[str, str]:
    (stack,) = client("cloudformation", environ).describe_stacks(StackName=STACK)["Stacks"]
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def _answers(url: str, process: "subprocess.Popen[bytes]") -> bool:
    assert process.poll() is None, "MiniStack ended at once"
    try:
        with urllib.request.urlopen(url, timeout=LONG) as answer:
            return bool(json.load(answer))
    except OSError:
        return False
