"""The page docs/api.md, from the routes and the shapes of answers that the service itself describes."""

import tempfile
from collections.abc import Iterator
from typing import Any

from flickbook.core.settings import Cluster, Engine, Web
from flickbook.engines.configuration import Settings
from flickbook.web.app import make_app

API = """# HTTP API

All routes of `flickbook serve` and the fields of its JSON, made by `make docs` from the service itself, which serves
the same as `/openapi.json`. [serve.md](serve.md) shows the API with curl, and says which token a request needs.

Errors are `{"error": CLASS, "message": LINE}` with the status of the table. Lengths of time and places in a video are
in seconds.
"""


def page() -> str:
    """Return the page."""
    with tempfile.TemporaryDirectory() as folder:
        web = Web(token="token", hook_secret="secret", source=folder, out=folder, spool=folder)
        # With a broker there are the routes of a cluster too. Nothing connects to it here.
        settings = Settings(web=web, engine=Engine(engine="celery"), cluster=Cluster(broker="amqp://localhost//"))
        described = make_app(settings).openapi()
    return "\n".join([API, *_routes(described), *_shapes(described["components"]["schemas"])])


def _routes(described: dict[str, Any]) -> Iterator[str]:
    routes = [
        (route["tags"][0], method.upper(), path, route)
        for path, methods in described["paths"].items()
        for method, route in methods.items()
    ]
    for tag in dict.fromkeys(tag for tag, *_ in routes):
        yield f"## {tag.capitalize()}\n\n| request | what it does | query | answer | errors |\n|---|---|---|---|---|"
        for _, method, path, route in [found for found in routes if found[0] == tag]:
            query = ", ".join(f"`{one['name']}`" for one in route.get("parameters", []) if one["in"] == "query")
            good = ", ".join(_answer(status, route["responses"][status]) for status in _statuses(route, "2"))
            bad = ", ".join(_statuses(route, "4", "5"))
            about = " ".join(route.get("description", "").split("\n\n")[0].split())
            yield f"| `{method} {path}` | {about} | {query} | {good} | {bad} |"
        yield ""


def _statuses(route: dict[str, Any], *begins: str) -> list[str]:
    return sorted(status for status in route["responses"] if status.startswith(begins))


def _answer(status: str, response: dict[str, Any]) -> str:
    schema = response.get("content", {}).get("application/json", {}).get("schema", {})
    shape = schema.get("$ref", "").rpartition("/")[2]
    return f"{status} [{shape}](#{shape.lower()})" if shape else status


def _shapes(schemas: dict[str, Any]) -> Iterator[str]:
    yield "# Shapes\n"
    for name, schema in schemas.items():
        # FastAPI's own are for answers that the service does not give.
        if "ValidationError" not in name:
            yield f"## {name}\n\n{' '.join(schema.get('description', '').split())}\n"
            yield "| field | type | meaning |\n|---|---|---|"
            for field, kind in schema.get("properties", {}).items():
                yield f"| `{field}` | {_type(kind)} | {kind['description']} |"
            yield ""


def _type(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        shape = kind["$ref"].rpartition("/")[2]
        return f"[{shape}](#{shape.lower()})"
    if "anyOf" in kind:
        return " or ".join(_type(part) for part in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if kind.get("type") == "array":
        return f"list of {_type(kind['items'])}" if "items" in kind else "list"
    return str(kind.get("const") or kind.get("type", "anything"))
