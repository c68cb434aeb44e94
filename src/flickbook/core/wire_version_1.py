"""Stored documents of version 1 → version 2, as dictionaries.

Version 1 had three fixed outputs. Their options were fields of the recipe, their times and counts fields of receipts
and totals.
"""

from typing import Any

# Field of version 1 → its output, its option there, and the default value in version 1.
_SWITCHES = ("gif", "stills", "storyboard")
_OPTIONS: dict[str, tuple[str, str, object]] = {
    "fps": ("gif", "fps", "10"),
    "size": ("gif", "size", 240),
    "still_quality": ("stills", "quality", 50),
    "tile_width": ("storyboard", "tile_width", 160),
    "tile_interval": ("storyboard", "interval", None),
    "tile_quality": ("storyboard", "quality", 35),
}
_OUTPUTS = {"gif": "gif", "still": "stills", "sheet": "storyboard"}
_STEPS = ("decode", "gif", "stills", "storyboard", "store")


def upgrade(document: dict[str, Any]) -> None:
    """Change a document of version 1 in place to version 2; all kinds of documents may come."""
    for holder in (document, document.get("order")):
        if isinstance(holder, dict) and isinstance(holder.get("recipe"), dict):
            holder["recipe"] = _recipe(holder["recipe"])
    for artifact in (*document.get("artifacts", ()), *document.get("files", ())):
        artifact["output"] = _OUTPUTS[artifact["kind"]]
    if isinstance(document.get("timing"), dict):
        timing = document["timing"]
        timing["steps"] = {step: timing.pop(step) for step in _STEPS if step in timing}
    if isinstance(document.get("totals"), dict):
        totals = document["totals"]
        totals["files"] = {
            "gif": totals.pop("gifs"),
            "stills": totals.pop("stills"),
            "storyboard": totals.pop("sheets"),
        }
    if isinstance(document.get("storyboard"), dict):
        document["details"] = {"storyboard": document.pop("storyboard")}


def _recipe(old: dict[str, Any]) -> dict[str, Any]:
    outputs: dict[str, dict[str, object]] = {name: {} for name in _SWITCHES if old.get(name, True)}
    for field, (output, option, default) in _OPTIONS.items():
        value = old.get(field, default)
        if output in outputs and value != default:
            outputs[output][option] = value
    return {"snippet": old.get("snippet", 30), "outputs": outputs}
