#!/bin/sh
# What a graphics card gains, and whether its pictures are the processor's: one table, in less than three minutes.
#
#   sh benchmarks/gpu.sh [CLIP]                        on a machine with an NVIDIA card
#   sh benchmarks/gpu.sh --decode cpu --seconds 12     try the script itself, anywhere
#
# It needs this repository and its .venv (`make demo` makes that), nothing else.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
if [ ! -x "$python" ]; then
    echo "error: there is no .venv here; run \`make demo\` first" >&2
    exit 2
fi
if command -v nvidia-smi >/dev/null; then
    nvidia-smi --query-gpu=name,driver_version --format=csv,noheader || true
fi
# SVT-AV1 writes to stderr what it does.
export SVT_LOG=1
exec "$python" -m benchmarks.gpu "$@"
