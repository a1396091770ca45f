# Works from a clean clone on a machine with Python 3.11 or newer, git and make.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# The first Python that is new enough; a name on PATH may be an empty promise, so each is asked.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
SITE ?= .
OUT ?= $(SITE)/public
PORT ?= 8000
ARTICLES ?= 1000

.PHONY: help install build serve test soak check bench messages wheel-test clean

help: ## show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: .venv/.dev ## make .venv with the program and everything to work on it

build: .venv/.run ## build the site of this folder (SITE=…) into public/ (OUT=…)
	$(BIN)/hatinh-news build $(SITE) --out $(OUT)

serve: build ## build, then show public/ on http://localhost:8000 (PORT=…)
	$(BIN)/python -m http.server --directory $(OUT) --bind 127.0.0.1 $(PORT)

test: .venv/.browser ## run all tests and measure what they cover
	$(BIN)/pytest --numprocesses auto --cov --cov-report term

soak: .venv/.dev ## prove the engine at full length: hundreds of edit scripts, a hundred kills (takes an hour)
	SOAK=1 $(BIN)/pytest tests/engine --numprocesses auto

check: .venv/.dev ## format, lint, types, directions of imports, sizes, catalogs and the page of faults
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict src tests bench tools
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/test_house.py
	$(BIN)/python tools/catalogs.py --check
	$(BIN)/python tools/fault_pages.py --check

bench: .venv/.run ## time the build of a made-up newspaper (ARTICLES=…)
	$(BIN)/python bench/run.py --articles $(ARTICLES)

messages: .venv/.dev ## collect messages into the catalogs, compile them, and list the faults in docs/
	$(BIN)/python tools/catalogs.py
	$(BIN)/python tools/fault_pages.py

wheel-test: .venv/.dev ## build the wheel, install it alone, and build a site that has only content/
	.ci/wheel-test $(BIN)/python

clean: ## remove all that make and the program made
	rm -rf .venv dist public .hatinh-news .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests bench tools -name __pycache__ -prune -exec rm -rf {} +

# Stamps: what stands in .venv is as new as pyproject.toml.
.venv/.run: pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed and none is on PATH" >&2; exit 1; }
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/.dev: .venv/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.venv/.browser: .venv/.dev .ci/browser
	.ci/browser $(BIN)/playwright
	touch $@
