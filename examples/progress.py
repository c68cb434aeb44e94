"""Render a video and show the progress: `python progress.py film.mp4 previews`.

Progress is read from the output store, so any program on any host can show it, with any engine.
"""

import sys
import threading
from pathlib import PurePosixPath

import flickbook


def show_progress(book: str, over: threading.Event) -> None:
    """Print how many snippets of a book are made, twice a second until the event is set."""
    while not over.wait(0.5):
        try:
            status = flickbook.status(book)
        except flickbook.InputError:
            continue  # The video is not planned yet.
        print(f"{status.done} of {status.snippets} snippets", flush=True)


def main(video: str, out: str) -> None:
    """Render a video, and print its progress meanwhile."""
    over = threading.Event()
    thread = threading.Thread(target=show_progress, args=(f"{out}/{PurePosixPath(video).stem}", over))
    thread.start()
    try:
        manifest = flickbook.render(video, out)
    finally:
        over.set()
        thread.join()
    print(f"{len(manifest.files)} files in {out}/{manifest.name}")


if __name__ == "__main__":  # Flickbook's worker processes import this file
    main(*sys.argv[1:3])
