"""`/docs` and `/openapi.json`: what the service can be asked, as a page that needs neither scripts nor the internet."""

from html import escape
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.responses import HTMLResponse, JSONResponse

from flickbook.web.answers import Problem

_METHODS = ("get", "post", "patch", "head", "options", "delete")


def make_docs(app: FastAPI) -> APIRouter:
    """Make the routes that describe an app; what is described is read when it is asked for."""
    router = APIRouter(include_in_schema=False)

    @router.get("/openapi.json")
    async def describe() -> JSONResponse:
        return JSONResponse(describe_api(app))

    @router.get("/docs")
    async def show() -> HTMLResponse:
        return HTMLResponse(_page(describe_api(app)))

    return router


def describe_api(app: FastAPI) -> dict[str, Any]:
    """Give an app's OpenAPI document, with the shape of errors, which FastAPI leaves out."""
    schema = app.openapi()
    schema["components"]["schemas"].setdefault(Problem.__name__, Problem.model_json_schema())
    return schema


def _page(schema: dict[str, Any]) -> str:
    info = schema["info"]
    rows = [
        _operation(method.upper(), path, operations[method])
        for path, operations in schema["paths"].items()
        for method in _METHODS
        if method in operations
    ]
    models = [_model(name, model) for name, model in schema.get("components", {}).get("schemas", {}).items()]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Flickbook’s API</title></head>'
        f"<body><h1>{escape(info['title'])} {escape(info['version'])}</h1><p>{escape(info['description'])}</p>"
        '<p>The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>'
        f"{''.join(rows)}<h2>Shapes</h2>{''.join(models)}</body></html>"
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    fields = [
        f"<li><code>{escape(parameter['name'])}</code> in the {escape(parameter['in'])}: "
        f"{escape(_kind(parameter.get('schema', {})))}{', needed' if parameter.get('required') else ''}</li>"
        for parameter in operation.get("parameters", [])
    ]
    answers = [
        f"<li><code>{escape(code)}</code> {escape(_content(answer))}</li>"
        for code, answer in operation["responses"].items()
    ]
    sent = f"<li>body: {escape(_content(operation['requestBody']))}</li>" if "requestBody" in operation else ""
    return (
        f"<h2><code>{method} {escape(path)}</code></h2><p>{escape(operation.get('summary', ''))}</p>"
        f"<p>{escape(operation.get('description', ''))}</p><ul>{''.join(fields)}{sent}</ul>"
        f"<p>Answers</p><ul>{''.join(answers)}</ul>"
    )


def _model(name: str, model: dict[str, Any]) -> str:
    fields = [
        f"<li><code>{escape(field)}</code>: {escape(_kind(kind))}</li>"
        for field, kind in model.get("properties", {}).items()
    ]
    return f"<h3>{escape(name)}</h3><p>{escape(model.get('description', ''))}</p><ul>{''.join(fields)}</ul>"


def _content(answer: dict[str, Any]) -> str:
    kinds = [f"{_kind(found.get('schema', {}))} as {media}" for media, found in answer.get("content", {}).items()]
    return ", or ".join(kinds) or "nothing more"


def _kind(schema: dict[str, Any]) -> str:
    """Name a kind of value in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return " or ".join(map(str, schema["enum"])) if "enum" in schema else str(schema.get("type", "anything"))
