"""What deploy/ describes is right by the tools of those who read it: Docker, Compose, Kubernetes, KEDA."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.deploy.described import COMPOSE, DOCKERFILE, KUBERNETES, MANIFESTS, SCALING, documents
from tests.tools import ROOT, tool, uv
from tests.waiting import LONG

TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}


def exact(needed: dict[str, object], more: dict[str, object] | None = None) -> dict[str, object]:
    """Describe an object that has these fields, may have some more, and no others."""
    return {
        "type": "object",
        "properties": needed | (more or {}),
        "required": list(needed),
        "additionalProperties": False,
    }


# KEDA's fields as https://keda.sh/docs/latest/reference/scaledobject-spec/ and
# https://keda.sh/docs/latest/scalers/rabbitmq-queue/ list them, as far as we use them.
KEDA = {
    "ScaledObject": exact(
        {
            "scaleTargetRef": exact({"name": TEXT}),
            "triggers": {
                "type": "array",
                "items": exact(
                    {
                        "type": {"const": "rabbitmq"},
                        "metadata": exact(
                            {
                                "protocol": {"const": "http"},
                                "mode": {"const": "QueueLength"},
                                "queueName": TEXT,
                                "value": {"type": "string", "pattern": r"^\d+$"},
                            }
                        ),
                        "authenticationRef": exact({"name": TEXT}),
                    }
                ),
            },
        },
        {
            "pollingInterval": COUNT,
            "cooldownPeriod": COUNT,
            "minReplicaCount": COUNT,
            "maxReplicaCount": COUNT,
            "advanced": exact({"horizontalPodAutoscalerConfig": exact({"behavior": {"type": "object"}})}),
        },
    ),
    "TriggerAuthentication": exact(
        {"secretTargetRef": {"type": "array", "items": exact({"parameter": TEXT, "name": TEXT, "key": TEXT})}}
    ),
}


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_hadolint_has_nothing_to_say_of_the_dockerfile() -> None:
    assert run(tool("lint", "hadolint"), DOCKERFILE) == ""


def test_the_compose_file_fits_the_schema_of_the_compose_specification() -> None:
    run(tool("lint", "check-jsonschema"), "--builtin-schema", "vendor.compose-spec", COMPOSE)


def test_the_manifests_and_the_autoscaler_that_keda_makes_fit_the_schemas_of_kubernetes(tmp_path: Path) -> None:
    scaling = tmp_path / "autoscaler.yaml"
    scaling.write_text(yaml.safe_dump(autoscaler()))
    own = [*(path for path in MANIFESTS if path != SCALING), ROOT / "examples" / "kubernetes-job.yaml"]
    said = run(tool("lint", "kubernetes-validate"), "--strict", *own, scaling)
    assert said.count(" passed ") == len(documents(*own)) + 1


def autoscaler() -> dict[str, object]:
    """Give what KEDA makes of how workers are scaled down."""
    (scaled,) = [one for one in documents(SCALING) if one["kind"] == "ScaledObject"]
    target = {"apiVersion": "apps/v1", "kind": "Deployment", "name": scaled["spec"]["scaleTargetRef"]["name"]}
    return {
        "apiVersion": "autoscaling/v2",
        "kind": "HorizontalPodAutoscaler",
        "metadata": {"name": "keda-hpa"},
        "spec": {
            "scaleTargetRef": target,
            "maxReplicas": scaled["spec"]["maxReplicaCount"],
            **scaled["spec"]["advanced"]["horizontalPodAutoscalerConfig"],
        },
    }


@pytest.mark.parametrize("kind", KEDA)
def test_the_scaling_fits_what_keda_documents(kind: str) -> None:
    (found,) = [one for one in documents(SCALING) if one["kind"] == kind]
    assert found["apiVersion"] == "keda.sh/v1alpha1"
    jsonschema.validate(found["spec"], KEDA[kind])


@pytest.mark.parametrize("folder", ["base", "keda"])
def test_every_manifest_is_in_its_kustomization(folder: str) -> None:
    kustomization = yaml.safe_load((KUBERNETES / folder / "kustomization.yaml").read_text())
    beside = {path.name for path in (KUBERNETES / folder).glob("*.yaml")} - {"kustomization.yaml"}
    assert {name for name in kustomization["resources"] if not name.startswith("..")} == beside


def test_what_the_dockerfile_installs_is_all_that_workers_and_service_import(tmp_path: Path) -> None:
    install = re.findall(r"^RUN (uv sync .*)$", DOCKERFILE.read_text(), re.MULTILINE)[-1]
    environ = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(tmp_path / "venv")}
    flags = ["--quiet", "--python", str(ROOT / ".venv" / "bin" / "python")]
    subprocess.run([uv(), *shlex.split(install)[1:], *flags], cwd=ROOT, env=environ, check=True, timeout=LONG)
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-c", "import flickbook.engines.celery.worker, flickbook.web.server, flickbook.cli.program")
    assert (tmp_path / "venv" / "bin" / "flickbook").exists()
