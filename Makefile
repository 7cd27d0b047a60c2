# The whole set-up is a dependency of the targets that need it: a fresh clone needs no other step than `make generate` or `make test`.

SHELL := /bin/sh
BASE_PYTHON ?= python3
PYTHON := .venv/bin/python
WORKERS ?= 2
ARGS ?=
FOREIGN ?= all

# The stamps carry a checksum, not a date: a fresh checkout has dates that mean nothing.
READY := .venv/.ready-$(shell cat requirements.txt pyproject.toml | cksum | cut -d ' ' -f 1)
BROWSER := $(if $(wildcard website/tests/package.json),website/tests/node_modules/.ready-$(shell cat website/tests/package*.json | cksum | cut -d ' ' -f 1))
PEERS := $(if $(wildcard tests/peers/package.json),tests/peers/node_modules/.ready-$(shell cat tests/peers/package*.json | cksum | cut -d ' ' -f 1))

.DEFAULT_GOAL := help
.PHONY: help generate check diff lint test soak bench golden build docs test-docs test-foreign requirements clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

generate: $(READY) ## generate every package from its document; does nothing if nothing has changed
	$(PYTHON) -m generator.cli generate $(ARGS)

check: $(READY) ## fail if generated packages are not what documents, templates and hand-written code give
	$(PYTHON) -m generator.cli check $(ARGS)

diff: $(READY) ## show what has changed for users of the clients since a revision; ARGS="--from main"
	$(PYTHON) -m generator.cli diff $(ARGS)

lint: $(READY) ## check the documents, and the code with ruff
	$(PYTHON) -m generator.cli lint $(ARGS)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

test: $(READY) $(PEERS) ## run all tests, including types and style; ARGS="-k name" selects tests
	$(PYTHON) -m pytest -n $(WORKERS) $(ARGS)

soak: $(READY) ## run clients against servers that fail at random, a minute per test; SOAK_SECONDS, SOAK_SEED (default: a new one each time)
	SOAK_SECONDS=$${SOAK_SECONDS:-60} SOAK_SEED=$${SOAK_SEED:-$$(date +%s)} $(PYTHON) -m pytest -q -rP tests/soak $(ARGS)

bench: $(READY) ## run the benchmarks
	$(PYTHON) benchmarks/run.py $(ARGS)

golden: $(READY) ## rewrite the expected files of tests/cases and the outputs of notebooks; review the diff before you commit it
	CLIENTGEN_GOLDEN=1 $(PYTHON) -m pytest -q tests/cases tests/packages/test_examples.py $(ARGS)

build: $(READY) ## build wheel and sdist of every package, into dist/
	$(PYTHON) -m generator.cli build $(ARGS)

docs: $(READY) ## build the documentation site, into build/website/html; `clientgen docs` shows it
	$(PYTHON) -m website build

test-docs: $(READY) $(BROWSER) ## build the site, follow its links, and open it in a browser
	$(PYTHON) -m pytest website/tests $(ARGS)

test-foreign: $(READY) ## generate and test clients of public documents; FOREIGN=others: only those that `make test` leaves out
	CLIENTGEN_FOREIGN=$(FOREIGN) $(PYTHON) -m pytest -n $(WORKERS) tests/foreign $(ARGS)

requirements: $(READY) ## write the installed versions to requirements.txt
	@{ head -n 1 requirements.txt; $(PYTHON) -m pip freeze --exclude-editable | grep -v -i -E '^(pip|setuptools|clientgen)=='; } > requirements.new
	@mv requirements.new requirements.txt

clean: ## remove everything that can be made again, including the virtual environment
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .cache tests/peers/node_modules website/tests/node_modules *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.txt pyproject.toml
	@$(BASE_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make BASE_PYTHON=/path/to/python3.11 ...")'
	test -x $(PYTHON) || $(BASE_PYTHON) -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --requirement requirements.txt
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	rm -f .venv/.ready-*
	touch $@

tests/peers/node_modules/.ready-%: tests/peers/package.json
	cd tests/peers && npm ci --no-audit --no-fund
	touch $@

website/tests/node_modules/.ready-%: website/tests/package.json
	cd website/tests && npm ci --no-audit --no-fund
	touch $@
