"""Our own rules for what deploy/ runs: as nobody in particular, with limits and probes, told only what exists."""

import re
from typing import Any

import pytest
import typer
import yaml
from msgspec.structs import fields

from flickbook.cli.program import app
from flickbook.core.settings import Cluster, Engine
from flickbook.engines import configuration
from flickbook.engines.celery.celery_engine import visibility
from flickbook.engines.celery.queues import LONG, SHORT
from flickbook.engines.configuration import Settings
from tests.deploy.described import (
    DOCKERFILE,
    KUBERNETES,
    SCALING,
    Program,
    compose,
    documents,
    image_environ,
    pods,
    programs,
    variables,
)
from tests.tools import ROOT

USER = 10001


@pytest.mark.parametrize(("name", "service"), compose().items())
def test_a_service_of_compose_is_nobody_changes_nothing_and_has_limits(name: str, service: dict[str, Any]) -> None:
    user, _, group = service["user"].partition(":")
    assert int(user) > 0
    assert int(group) > 0
    assert service["read_only"]
    assert "/tmp" in service["tmpfs"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.get("privileged")
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}
    assert service["restart"] == "unless-stopped"
    assert "stop_grace_period" in service
    # The worker's is the image's.
    assert "healthcheck" in service or (name == "worker" and "HEALTHCHECK" in DOCKERFILE.read_text())
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))


@pytest.mark.parametrize(("name", "pod"), pods().items())
def test_a_pod_is_nobody_changes_nothing_and_has_limits_and_probes(name: str, pod: dict[str, Any]) -> None:
    security = pod["securityContext"]
    assert (security["runAsNonRoot"], security["runAsUser"], security["runAsGroup"]) == (True, USER, USER)
    assert security["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    # A service named `flickbook` would set FLICKBOOK_PORT, which is a setting.
    assert pod["enableServiceLinks"] is False
    for container in pod["containers"]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert {"cpu", "memory"} <= set(container["resources"]["requests"])
        assert {"cpu", "memory", "ephemeral-storage"} <= set(container["resources"]["limits"])
        assert {"startupProbe", "livenessProbe", "readinessProbe"} <= set(container)
        mounted = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
        assert mounted["tmp"] == "/tmp"
        assert set(mounted) == {volume["name"] for volume in pod["volumes"]}


def test_the_image_is_nobody_s_by_number_and_ends_by_the_signal_that_workers_know() -> None:
    lines = DOCKERFILE.read_text().splitlines()
    assert f"USER {USER}:{USER}" in lines
    assert "STOPSIGNAL SIGTERM" in lines
    assert 'ENTRYPOINT ["flickbook"]' in lines


def test_workers_are_probed_and_counted_where_they_tell_how_they_are() -> None:
    pod = pods()["flickbook-worker"]
    (container,) = pod["containers"]
    port = int(container["args"][container["args"].index("--health") + 1].rpartition(":")[2])
    assert container["ports"] == [{"name": "health", "containerPort": port}]
    probes = {probe: container[probe]["httpGet"]["path"] for probe in ("livenessProbe", "readinessProbe")}
    assert probes == {"livenessProbe": "/healthz", "readinessProbe": "/readyz"}
    assert image_environ()["FLICKBOOK_HEALTH"].endswith(f":{port}")
    assert f"http://127.0.0.1:{port}/healthz" in DOCKERFILE.read_text()
    (worker,) = [
        one for one in documents() if one["metadata"]["name"] == "flickbook-worker" and one["kind"] == "Deployment"
    ]
    scraped = worker["spec"]["template"]["metadata"]["annotations"]
    assert (scraped["prometheus.io/port"], scraped["prometheus.io/path"]) == (str(port), "/metrics")


def test_the_service_is_reached_while_broker_and_store_are_away() -> None:
    (container,) = pods()["flickbook-web"]["containers"]
    assert container["ports"] == [{"name": "http", "containerPort": 8000}]
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        # /healthz says then that it is not well, upon which nobody would reach it.
        assert container[probe]["tcpSocket"] == {"port": "http"}
        assert "httpGet" not in container[probe]


@pytest.mark.parametrize("name", ["compose web", "kubernetes flickbook-web"])
def test_browsers_are_not_sent_to_a_store_without_an_address_outside(name: str) -> None:
    environ = programs()[name].environ
    assert environ["AWS_ENDPOINT_URL"] == "http://seaweedfs:8333"
    assert configuration.load({}, environ).web.presign is False


@pytest.mark.parametrize("name", ["compose web", "kubernetes flickbook-web"])
def test_tokens_and_sessions_outlive_a_container(name: str) -> None:
    web = configuration.load({}, programs()[name].environ).web
    assert (web.tokens, web.spool) == ("/spool/tokens.json", "/spool")


def test_workers_that_are_not_well_keep_no_node_from_being_drained() -> None:
    (budget,) = [one for one in documents() if one["kind"] == "PodDisruptionBudget"]
    assert budget["spec"]["unhealthyPodEvictionPolicy"] == "AlwaysAllow"
    assert budget["spec"]["selector"]["matchLabels"]["app.kubernetes.io/component"] == "worker"


def test_a_worker_that_must_go_has_time_for_a_snippet_and_a_store_that_is_slow() -> None:
    assert pods()["flickbook-worker"]["terminationGracePeriodSeconds"] > Cluster().patience
    assert compose()["worker"]["stop_grace_period"] == "2m"


def test_brokers_are_to_wait_as_long_as_a_worker_may_have_a_message() -> None:
    docs = (ROOT / "docs" / "cluster.md").read_text()
    assert f"{visibility(Settings()) / 60:g} minutes out of the box" in docs
    (policy,) = re.findall(r'"consumer-timeout": (\d+)', docs)
    hours = Settings(engine=Engine(snippet_timeout=3600.0))
    assert int(policy) / 1000 > visibility(hours)


def test_every_variable_that_is_named_is_a_setting() -> None:
    sections = {section.name: section.type.__struct_fields__ for section in fields(Settings)}
    known = {f"FLICKBOOK_{name.upper()}" for section in sections.values() for name in section}
    known |= {f"FLICKBOOK_WEBHOOK_{name.upper()}" for name in sections["webhook"]}
    named = variables()
    assert set().union(*named.values()) - known == set()
    assert all(named[path] for path in ("Dockerfile", "compose.yaml", "kubernetes/base/kustomization.yaml"))


@pytest.mark.parametrize(("name", "program"), programs().items())
def test_a_container_s_command_line_and_variables_are_understood(name: str, program: Program) -> None:
    verb, *rest = program.arguments
    commands: Any = typer.main.get_command(app)
    commands.commands[verb].make_context(verb, rest)
    chosen = configuration.load({}, program.environ)
    assert chosen.engine.engine == "celery"
    assert chosen.cluster.broker.startswith("amqp://")
    assert (chosen.web.source, chosen.web.out) == ("s3://videos", "s3://previews")
    # Whoever has a worker's variables can neither upload nor delete.
    assert bool(chosen.web.token) == (verb == "serve")


def test_workers_are_scaled_by_both_queues_of_work_so_that_some_slots_are_free_for_films() -> None:
    (scaled,) = [one for one in documents(SCALING) if one["kind"] == "ScaledObject"]
    triggers = [trigger["metadata"] for trigger in scaled["spec"]["triggers"]]
    assert {trigger["queueName"] for trigger in triggers} == {SHORT, LONG}
    (container,) = pods()[scaled["spec"]["scaleTargetRef"]["name"]]["containers"]
    assert all(int(trigger["value"]) < int(concurrency(container["args"])) for trigger in triggers)


def test_a_worker_does_as_many_jobs_at_once_as_it_has_processors() -> None:
    (container,) = pods()["flickbook-worker"]["containers"]
    assert concurrency(container["args"]) == container["resources"]["limits"]["cpu"]
    worker = compose()["worker"]
    assert concurrency(worker["command"]) == worker["deploy"]["resources"]["limits"]["cpus"]


def test_what_scales_reads_a_secret_that_the_example_has() -> None:
    secrets = {one["metadata"]["name"]: set(one["stringData"]) for one in documents() if one["kind"] == "Secret"}
    (authentication,) = [one for one in documents(SCALING) if one["kind"] == "TriggerAuthentication"]
    for target in authentication["spec"]["secretTargetRef"]:
        assert target["key"] in secrets[target["name"]]
    (scaled,) = [one for one in documents(SCALING) if one["kind"] == "ScaledObject"]
    used = {trigger["authenticationRef"]["name"] for trigger in scaled["spec"]["triggers"]}
    assert used == {authentication["metadata"]["name"]}


def test_where_workers_are_scaled_no_number_of_them_is_fixed() -> None:
    patch = yaml.safe_load((KUBERNETES / "keda" / "kustomization.yaml").read_text())["patches"][0]
    assert patch["target"] == {"kind": "Deployment", "name": "flickbook-worker"}
    assert yaml.safe_load(patch["patch"]) == [{"op": "remove", "path": "/spec/replicas"}]


def concurrency(arguments: list[str]) -> str:
    """Give what `--concurrency` says."""
    return arguments[arguments.index("--concurrency") + 1]
