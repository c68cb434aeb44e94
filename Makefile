.PHONY: demo test check bench schemas tools

UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN := $(UV) run --frozen --quiet

demo: .venv/ready  ## render the sample video and write a page that scrubs through it
	$(RUN) flickbook demo

test: check tools  ## all checks, then all tests
	$(RUN) pytest

check: .venv/ready  ## format, lint, types, import order
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports

bench: .venv/ready  ## compare with the serial FFmpeg script, see benchmarks/README.md
	$(RUN) python -m benchmarks.run $(MEDIA) --rounds $(or $(ROUNDS),1)

schemas: .venv/ready  ## write docs/schemas from the types
	$(RUN) python -m flickbook.wire docs/schemas

tools: .venv/ready  ## what some tests look at pictures with: gifsicle, ffmpeg, Chromium
	sh scripts/tools.sh

.venv/ready: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --quiet
	@touch $@

.tools/bin/uv:
	sh scripts/uv.sh
