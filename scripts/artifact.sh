#!/bin/sh
# Build what Lambda runs: one folder with Flickbook and the wheels it needs, for either architecture, without
# that architecture or its Python at hand. FFmpeg comes inside PyAV's wheel.
#
#     scripts/artifact.sh FOLDER [arm64|x86_64|here]
#
# `here` builds for this machine and its Python, to run the functions without AWS.
set -eu
folder=$1 arch=${2:-arm64}
uv=${UV:-uv}
python=3.13
case $arch in
    arm64) platform="--python-platform aarch64-manylinux_2_34 --python-version $python" ;;
    x86_64) platform="--python-platform x86_64-manylinux_2_34 --python-version $python" ;;
    here) python=.venv/bin/python platform="--python .venv/bin/python" ;;
    *) echo "unknown architecture $arch: arm64, x86_64 or here" >&2; exit 2 ;;
esac
rm -rf "$folder"
mkdir -p "$folder"
# What only the command line and the local pool use stays at home.
"$uv" export --quiet --frozen --no-dev --extra aws --no-emit-project --no-hashes \
    --prune typer --prune rich --prune pebble --output-file "$folder/requirements.txt" >/dev/null
# shellcheck disable=SC2086
"$uv" pip install --quiet $platform --target "$folder" --only-binary :all: --no-deps -r "$folder/requirements.txt"
# shellcheck disable=SC2086
"$uv" pip install --quiet $platform --target "$folder" --no-deps .
rm -rf "$folder/bin" "$folder/flickbook/sample" "$folder/flickbook/web" "$folder/requirements.txt" "$folder/.lock"
# Tests and stubs of libraries, and boto3's descriptions of services that are never called.
find "$folder" -type d \( -name tests -o -name __pycache__ -o -name include \) -prune -exec rm -rf {} +
find "$folder" -type f \( -name '*.pyi' -o -name '*.pyx' -o -name '*.pxd' \) -delete
find "$folder/botocore/data" -mindepth 1 -maxdepth 1 -type d ! -name events ! -name sqs -exec rm -rf {} +
# A function's folder is read-only, so what is not compiled here is compiled at every cold start (0.15 s). Hashes that
# nobody checks, because the way through a zip file changes times. Without this Python at hand it works all the same.
if found=$("$uv" python find --offline "$python" 2>/dev/null); then
    "$found" -m compileall -q --invalidation-mode unchecked-hash "$folder" >/dev/null || true
fi
