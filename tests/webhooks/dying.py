"""A program that makes a book and delivers its event, and dies before one of its writes: `python -m` with arguments.

The arguments are the video, the output, the verb of the store, and the end of the key of that write.
"""

import os
import signal
import sys
from typing import Any

from msgspec.structs import replace

from flickbook import api
from flickbook.core.settings import Engine
from flickbook.engines import configuration
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.storage import Store
from tests.webhooks.film import RECIPE


def main() -> None:
    """Render a video, and end by SIGKILL before the write."""
    video, out, verb, end = sys.argv[1:]
    write = getattr(Store, verb)

    def dying(store: Store, key: Any, *rest: Any) -> Any:
        if any(f"/{name}".endswith(end) for name in ([key] if isinstance(key, str) else key)):
            os.kill(os.getpid(), signal.SIGKILL)
        return write(store, key, *rest)

    setattr(Store, verb, dying)

    settings = replace(configuration.load(environ=os.environ), engine=Engine(workers=1))
    api.render_with(InlineDispatcher(), settings, video, out, RECIPE)


if __name__ == "__main__":
    main()
