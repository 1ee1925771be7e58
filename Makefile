# Leitstand. `make` lists what there is. Needs Python 3.11 or newer and make; everything else goes into .venv.
# Only relative paths: the folder may have spaces in its name. Written for GNU make 3.81 and a plain sh.

SHELL = /bin/sh
PYTHON ?= python3
PY = .venv/bin/python
PIP = $(PY) -m pip --disable-pip-version-check --quiet
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run install test test-fast lint types format bench screenshot develop lock migration clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s  %s\n", $$1, $$2 }' Makefile

run: install ## install, migrate, load the demo at the first start, serve on http://127.0.0.1:8000
	@$(PY) -m service migrate
	@done="$${LEITSTAND_DATA_DIR:-data}/demo-loaded"; [ -e "$$done" ] || { $(PY) -m service demo && mkdir -p "$${LEITSTAND_DATA_DIR:-data}" && touch "$$done"; }
	@exec $(PY) -m service serve

install: .venv/installed ## make .venv with what the service needs

develop: .venv/developing ## make .venv with what the tests need as well

test: develop ## install what the tests need and run all of them
	@$(PY) -m pytest -n auto --dist loadfile $(PYTEST_ARGS)

test-fast: develop ## run the tests that need no browser, no PostgreSQL and no patience
	@$(PY) -m pytest -n auto --dist loadfile -m "not browser and not postgres and not slow" $(PYTEST_ARGS)

lint: develop ## look for mistakes and for another layout than the formatter's
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

types: develop ## check the types, strictly
	@$(PY) -m mypy

format: develop ## lay out every file as the formatter does
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix --quiet . || true

bench: develop ## measure sweep, board and queue against the bare SQL, on a million statements
	@$(PY) -m tests.benchmarks

screenshot: develop ## take the picture of the board that the README shows, with Debian's Chromium
	@$(PY) -m tests.take_screenshots

migration: develop ## write the next migration from the models: make migration m="what changes"
	@$(PY) -m tests.write_migration "$(m)"

lock: ## pin every dependency of pyproject.toml with its hashes in requirements*.txt
	@"$(PYTHON)" -m venv .cache/lock
	@.cache/lock/bin/python -m pip --disable-pip-version-check --quiet install pip-tools==7.6.2
	@$(COMPILE) --extra postgres --extra csl --output-file requirements.txt pyproject.toml
	@$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

# Compiled with the oldest Python that is supported, for its conditions ask for the most packages; hashes of all
# platforms; no registry's address, so that the file is the same wherever it was written.
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/python -m piptools compile --quiet --upgrade \
	--generate-hashes --strip-extras --allow-unsafe --build-deps-for=editable \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

clean: ## remove .venv and every other thing that make made; data/ stays
	rm -rf .venv .cache .hypothesis .pytest_cache .ruff_cache .mypy_cache build dist *.egg-info test-results

.venv/bin/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Leitstand needs Python 3.11 or newer, and '$(PYTHON)' is $$("$(PYTHON)" --version 2>&1). Name another: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv is missing. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "making .venv"
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; exit 1; }

.venv/installed: requirements.txt pyproject.toml | .venv/bin/python
	@echo "installing what the service needs"
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/installed

.venv/developing: requirements-dev.txt .venv/installed | .venv/bin/python
	@echo "installing what the tests need"
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch .venv/developing
