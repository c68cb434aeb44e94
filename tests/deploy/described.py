"""What deploy/ describes: the image, the Compose file, the manifests for Kubernetes."""

import re
import shlex
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.tools import ROOT

DEPLOY = ROOT / "deploy"
DOCKERFILE = DEPLOY / "Dockerfile"
COMPOSE = DEPLOY / "compose.yaml"
KUBERNETES = DEPLOY / "kubernetes"
MANIFESTS = sorted(path for path in KUBERNETES.rglob("*.yaml") if path.name != "kustomization.yaml")
# Of KEDA, which Kubernetes' own schemas do not know.
SCALING = KUBERNETES / "keda" / "scaling.yaml"

_WORD = re.compile(r"FLICKBOOK_[A-Z_]*[A-Z]")


class Program(NamedTuple):
    """A container that runs Flickbook: its arguments and its own variables."""

    arguments: list[str]
    environ: dict[str, str]


def image_environ() -> dict[str, str]:
    """Give the variables of the image."""
    last = DOCKERFILE.read_text().rpartition("\nFROM ")[2].replace("\\\n", "")
    return dict(
        word.split("=", 1) for line in last.splitlines() if line.startswith("ENV ") for word in shlex.split(line[4:])
    )


def variables() -> dict[str, set[str]]:
    """Give the FLICKBOOK_* variables that each file of deploy/ names."""
    files = [DOCKERFILE, COMPOSE, *KUBERNETES.rglob("*.yaml")]
    return {str(path.relative_to(DEPLOY)): set(_WORD.findall(path.read_text())) for path in files}


def compose() -> dict[str, Any]:
    """Give the Compose file's services, with the variables that must be set, set."""
    text = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", COMPOSE.read_text())
    text = re.sub(r"\$\{\w+:\?[^}]*\}", "given", text)
    services: dict[str, Any] = yaml.safe_load(text)["services"]
    return services


def documents(*paths: Path) -> list[dict[str, Any]]:
    """Give the objects of manifests, all if none are named."""
    return [one for path in paths or MANIFESTS for one in yaml.load_all(path.read_text(), yaml.CSafeLoader)]


def pods() -> dict[str, dict[str, Any]]:
    """Give the pods that Deployments make, by their Deployments' names."""
    return {
        one["metadata"]["name"]: one["spec"]["template"]["spec"] for one in documents() if one["kind"] == "Deployment"
    }


def programs() -> dict[str, Program]:
    """Give all containers that run Flickbook, with what Compose and Kubernetes tell them."""
    image = image_environ()
    composed = {
        f"compose {name}": Program(service["command"], image | service["environment"])
        for name, service in compose().items()
        if service["image"] == "flickbook"
    }
    secrets = {one["metadata"]["name"]: one["stringData"] for one in documents() if one["kind"] == "Secret"}
    maps = {
        generated["name"]: dict(literal.split("=", 1) for literal in generated["literals"])
        for generated in yaml.safe_load((KUBERNETES / "base" / "kustomization.yaml").read_text())["configMapGenerator"]
    }
    found = {}
    for name, pod in pods().items():
        (container,) = pod["containers"]
        environ = dict(image)
        for source in container["envFrom"]:
            environ |= maps[source["configMapRef"]["name"]] if "configMapRef" in source else {}
            environ |= secrets[source["secretRef"]["name"]] if "secretRef" in source else {}
        environ |= {variable["name"]: variable["value"] for variable in container.get("env", [])}
        found[f"kubernetes {name}"] = Program(container["args"], environ)
    return composed | found
