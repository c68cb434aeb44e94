"""What all tests share: brokers, a real S3 server, AWS, and a word at the start about what is missing here.

RabbitMQ takes seconds to start, and is started once for all test workers. A Redis that is killed by a test must be
running again at its end.
"""

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

from scripts import services
from scripts.process import Service
from tests.aws.ministack import ministack
from tests.shared import FLEET, WORKER, WORKERS, end_what_is_left, folder_of_all, note_starts, shared
from tests.tools import missing, need

# How long an example takes is the machine's affair.
hypothesis.settings.register_profile("busy machine", deadline=None)
hypothesis.settings.load_profile("busy machine")


def pytest_configure(config: pytest.Config) -> None:
    # A shell without job control starts `make test &` with Ctrl-C ignored, and every program under test inherits that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # pytest 9.1 forgets a folder's fixtures if files of another are named between two of its own.
    config.args.sort(key=lambda named: str(Path(named.partition("::")[0]).parent))
    note_starts()


def pytest_unconfigure(config: pytest.Config) -> None:
    # All test workers have ended.
    if not hasattr(config, "workerinput"):
        end_what_is_left()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Bring those that need a store to the one process that has it; keep stories in order where all are shuffled."""
    for item in items:
        if "endpoint" in getattr(item, "fixturenames", ()) and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group("seaweed"))
    yield
    _keep_stories(items)


def _keep_stories(items: list[pytest.Item]) -> None:
    """Put the tests of modules that say `IN_ORDER` into the order in which they are written."""
    told = [number for number, item in enumerate(items) if getattr(getattr(item, "module", None), "IN_ORDER", False)]
    for module in {items[number].path for number in told}:
        places = [number for number in told if items[number].path == module]
        story = sorted((items[number] for number in places), key=lambda item: item.reportinfo()[1] or 0)
        for number, item in zip(places, story, strict=True):
            items[number] = item


def pytest_collection_finish() -> None:
    # All tests and what they import stay to the end: no collection of garbage need look through them again.
    gc.freeze()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Say what is missing, even to whoever asked for quiet; workers of pytest-xdist have no terminal."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None and (lacking := missing()):
        fate = "fail" if os.environ.get("CI") else "are skipped"
        terminal.write_line(f"tests {fate} that need what is missing here: {'; '.join(lacking)}")


# Tests start hundreds of processes that load the same modules: what Python compiled is kept, whatever the shell says.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(scope="session")
def rabbitmq(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A RabbitMQ of all test workers, which nobody may end; the URL is of a virtual host that is this worker's own.

    One more is beside it, whose name ends with FLEET.
    """
    need("rabbitmq-server", services.SEARCH)
    folder = folder_of_all(tmp_path_factory) / "rabbitmq"
    hosts = [*WORKERS, *(worker + FLEET for worker in WORKERS)]
    with shared(folder, lambda home: services.rabbitmq(home, hosts)) as broker:
        broker.url = f"{broker.url.removesuffix('/')}{WORKER}"
        yield broker


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    need("redis-server", services.SEARCH)
    with services.redis(tmp_path_factory.mktemp("redis")) as broker:
        yield broker


@pytest.fixture(scope="session")
def amazon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment that leads to an AWS on loopback."""
    with ministack(tmp_path_factory.mktemp("ministack")) as environ:
        yield environ


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real S3 server's address."""
    with services.seaweed(tmp_path_factory.mktemp("seaweed")) as server:
        yield server.url


@pytest.fixture
def s3(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the usual AWS variables at the server, and give its endpoint."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in services.store_environ(endpoint).items():
        monkeypatch.setenv(name, value)
    return endpoint
