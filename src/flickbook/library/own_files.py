"""The files of a book's outputs in the output store, told from files of a person in the same folder."""

from collections.abc import Sequence

from flickbook.core.model import Plan
from flickbook.outputs import registry
from flickbook.storage import Store


class OwnFiles:
    """The files of the outputs of the book `name`, by the plans that asked for them."""

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name

    def list(self, plans: Sequence[Plan]) -> list[str]:
        """List the stored files of the plans' outputs and of standard outputs."""
        names = {name for plan in plans for name in plan.recipe.outputs}
        nested = (key for folder in registry.folders(self._name, names) for key in self._store.list_all(folder))
        return registry.output_keys(self._name, [*self._store.list_folder(), *nested], plans)

    def has(self, plan: Plan, key: str) -> bool:
        """Return whether a key is that of a file of the plan's outputs or of standard outputs."""
        return bool(registry.output_keys(self._name, [key], [plan]))
