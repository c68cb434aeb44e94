#!/bin/sh
# Install the programs some tests compare our pictures with. Where that cannot be done those
# tests are skipped, and fail if CI is set.
missing=""
command -v gifsicle >/dev/null || missing="$missing gifsicle"
command -v ffmpeg >/dev/null || missing="$missing ffmpeg"
command -v chromium >/dev/null || missing="$missing chromium"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    { apt-get update && apt-get install --yes --no-install-recommends $missing; } >/dev/null 2>&1 && exit 0
fi
echo "some tests will be skipped; install:$missing" >&2
