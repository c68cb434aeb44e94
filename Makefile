.PHONY: demo test stress coverage check bench bench-peers corpus fuzz schemas docs tools artifact page cluster

UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN := $(UV) run --frozen --quiet

demo: .venv/ready  ## render the sample video and write a page that scrubs through it
	$(RUN) flickbook demo

test: check tools  ## all checks, then all tests
	$(RUN) pytest

stress: .venv/ready tools  ## all tests, ROUNDS times in a row (default 5), with two endless loops a core beside them
	ROUNDS=$(or $(ROUNDS),5) $(RUN) sh scripts/stress.sh

coverage: .venv/ready tools  ## show which lines and branches the tests reach, in every process that they start
	$(RUN) coverage erase
	$(RUN) coverage run -m pytest
	$(RUN) coverage combine --quiet
	$(RUN) coverage report
	$(RUN) coverage json --quiet -o - | $(RUN) python -m scripts.covered

check: .venv/ready  ## format, lint, types, import order
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports

bench: .venv/ready  ## compare the speed with the serial FFmpeg script, see benchmarks/README.md
	$(RUN) python -m benchmarks.run $(MEDIA) --rounds $(or $(ROUNDS),1)

bench-peers: .venv/ready  ## run the commands of Jellyfin, Stash and others beside ours, on FILM looped to MINUTES (default 60)
	$(RUN) python -m benchmarks.peer_commands $(FILM) --minutes $(or $(MINUTES),60)

corpus: .venv/ready  ## render every file below FOLDER, and hold each picture against FFmpeg's decode
	$(RUN) python -m benchmarks.corpus $(FOLDER)

fuzz: .venv/ready  ## render COUNT mutated videos from SEED, and see that none crashes, hangs or succeeds falsely
	$(RUN) python -m benchmarks.fuzz

schemas: .venv/ready  ## write docs/schemas from the types
	$(RUN) python -m flickbook.core.wire docs/schemas

docs: .venv/ready  ## write docs/commands.md, docs/settings.md and docs/api.md from the code
	$(RUN) python -m scripts.reference

tools: .venv/ready  ## install what some tests need: gifsicle, ffmpeg, Chromium, Node.js, RabbitMQ, Redis, MiniStack, the SAM CLI, linters
	UV=$(UV) sh scripts/tools.sh

page:  ## build the service's page from frontend/ (needs Node.js 18 or later)
	cd frontend && npm ci && npm run build

cluster: .venv/ready tools  ## run RabbitMQ, SeaweedFS, workers and the service in the foreground, see docs/cluster.md
	$(RUN) python -m scripts.cluster --workers $(or $(WORKERS),2)

artifact: .venv/ready  ## build what Lambda runs, for deploy/aws/template.yaml: ARCH=arm64 or x86_64
	UV=$(UV) sh scripts/artifact.sh deploy/aws/artifact $(or $(ARCH),arm64)

.venv/ready: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --quiet
	@touch $@

.tools/bin/uv:
	sh scripts/uv.sh
