#!/bin/sh
# Put uv into .tools/bin by pip. A bare Debian has neither pip nor venv and forbids pip outside a
# virtual environment, so three ways are tried, the tidiest first.
set -eu
python=$(command -v python3) || { echo "Python 3.11 or later is needed: apt-get install python3" >&2; exit 1; }
if "$python" -m venv .tools >/dev/null 2>&1 || "$python" -m virtualenv .tools >/dev/null 2>&1; then
    .tools/bin/python -m pip install --quiet uv
    exit 0
fi
rm -rf .tools
if ! "$python" -m pip --version >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        { apt-get update && apt-get install --yes --no-install-recommends python3-pip; } >/dev/null
    else
        echo "pip is needed to install uv: apt-get install python3-pip (or install uv yourself)" >&2
        exit 1
    fi
fi
"$python" -m pip install --quiet --target .tools/lib uv 2>/dev/null \
    || "$python" -m pip install --quiet --break-system-packages --target .tools/lib uv
mkdir -p .tools/bin
ln -sf ../lib/bin/uv .tools/bin/uv
