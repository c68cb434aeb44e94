"""Render a video from Python: `python render.py film.mp4 previews`."""

import sys

import flickbook


def main(video: str, out: str) -> int:
    """Render a video with larger GIFs and no storyboard, print its GIFs, and return the exit code."""
    recipe = flickbook.make_recipe(size=320, outputs=["gif", "stills"])
    try:
        manifest = flickbook.render(video, out, recipe)
    except flickbook.FlickbookError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    for file in manifest.files:
        if file.output == "gif":
            print(f"{file.start:g} s to {file.end:g} s: {out}/{manifest.name}/{file.key}")
    for failure in manifest.failed:
        print(f"{failure.start:g} s to {failure.end:g} s could not be made: {failure.message}", file=sys.stderr)
    return 1 if manifest.failed else 0


if __name__ == "__main__":  # Flickbook's worker processes import this file
    sys.exit(main(*sys.argv[1:3]))
