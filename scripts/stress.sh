#!/bin/sh
# Run the tests ROUNDS times in a row, five unless told otherwise, with two endless loops a core beside them.
# Stops at the first failure. Arguments go to pytest.
set -u
loops=""
# shellcheck disable=SC2086
trap 'kill $loops; wait' EXIT
trap 'exit 130' HUP INT TERM
for _ in $(seq $((2 * $(getconf _NPROCESSORS_ONLN)))); do
    while :; do :; done &
    loops="$loops $!"
done
for round in $(seq "${ROUNDS:-5}"); do
    echo "round $round of ${ROUNDS:-5}"
    "${PYTEST:-pytest}" "$@" || exit
done
