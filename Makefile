# A fresh machine needs Python 3.11 or newer and make; everything else is installed into .venv, pinned by hash.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
SAMPLE := samples/two-orders.yaml
REGISTRY_TESTS := -c tests/registry/pytest.ini --rootdir=. tests/registry src/stayaway/registry

# An install is up to date when a stamp carries the content of what it was made from, whatever the files' dates say.
content = $(subst $(space),-,$(strip $(shell cat $(1) | cksum)))
empty :=
space := $(empty) $(empty)
READY_MAIN := $(VENV)/.ready-main-$(call content,requirements/main.txt pyproject.toml)
READY_DEV := $(VENV)/.ready-dev-$(call content,requirements/main.txt requirements/dev.txt pyproject.toml)
READY_SCREEN := $(VENV)/.ready-screen-$(call content,requirements/spark.txt pyproject.toml)
READY_BENCH := $(VENV)/.ready-bench-$(call content,requirements/bench.txt)

READY_WEB := $(VENV)/.ready-web-$(call content,requirements/web.txt pyproject.toml)
STYLES := src/stayaway/web/static/vendor/site.css
STYLES_FROM := package.json tools/assets.py $(wildcard src/stayaway/web/styles/*.scss)
PORT ?= 8000
SERVE ?= 1
ORDERS ?= 2100000
BENCH_FOLDER ?= .bench-registry

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test lint types contract check messages pages requirements bench bench-registry bench-screening format assets browser clean

help: ## list what make can do
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try: make setup PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(READY_MAIN): | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/main.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/.ready-main-* && touch $@

$(READY_WEB): | $(READY_MAIN)
	$(PIP) install --require-hashes -r requirements/web.txt
	@rm -f $(VENV)/.ready-web-* && touch $@

$(READY_DEV): | $(READY_WEB)
	$(PIP) install --require-hashes -r requirements/dev.txt
	@rm -f $(VENV)/.ready-dev-* && touch $@

$(READY_SCREEN): | $(READY_DEV)
	$(PIP) install --require-hashes -r requirements/spark.txt
	@rm -f $(VENV)/.ready-screen-* && touch $@

$(READY_BENCH): | $(READY_SCREEN)
	$(PIP) install --require-hashes -r requirements/bench.txt
	@rm -f $(VENV)/.ready-bench-* && touch $@

setup: $(READY_DEV) $(READY_SCREEN) ## install what is needed to work on the code, into .venv

run: $(if $(filter 0,$(SERVE)),$(READY_MAIN),$(READY_WEB) $(STYLES)) ## what governs under two real orders, then the website and a registry with samples in var/ (SERVE=0: not those)
	@echo '$$ stayaway now $(SAMPLE) --on 2025-04-01'
	@$(BIN)/stayaway now $(SAMPLE) --on 2025-04-01
	@echo
	@echo 'Next, for instance:'
	@echo '  $(BIN)/stayaway contact $(SAMPLE) --from alex --to robin --by text --about children --on 2025-04-01'
	@echo '  $(BIN)/stayaway who $(SAMPLE) --as robin --on 2025-04-01'
	@echo '  $(BIN)/stayaway --help'
ifneq ($(SERVE),0)
	@echo
	@$(BIN)/stayaway registry load-samples
	@echo
	@$(BIN)/stayaway serve --port $(PORT)
endif

$(STYLES): $(STYLES_FROM) | $(BIN)/python
	@command -v npm > /dev/null || $(PIP) install --require-hashes -r requirements/assets.txt
	$(BIN)/python tools/assets.py

assets: $(STYLES) ## make the website's styles from the U.S. Web Design System, with npm

browser: ## a Chromium for the tests of the website, where it is missing and may be installed
	@command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium > /dev/null; } \
	|| echo "NOT TESTED in a browser: no Chromium here, and it could not be installed" >&2

test: setup assets browser ## every test
	@echo 'Tests of everything but the registry'
	$(BIN)/pytest -n $(WORKERS)
	@echo 'Tests of the registry, on SQLite'
	env -u DATABASE_URL STAYAWAY_TEST_ON=sqlite $(BIN)/pytest $(REGISTRY_TESTS) -n $(WORKERS)
	@echo 'Those of them that use a database, on PostgreSQL: $(if $(DATABASE_URL),the server of DATABASE_URL,a server of their own)'
	STAYAWAY_TEST_ONLY=database STAYAWAY_TEST_ON=postgresql $(BIN)/pytest $(REGISTRY_TESTS) -n $(WORKERS)

lint: setup ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## static types
	$(BIN)/mypy

contract: setup ## which package may import which
	$(BIN)/lint-imports --no-logo

check: lint types contract test ## all of the above, as CI does

format: setup ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: setup ## collect the sentences for translators, and bring the translations up to date with them
	$(BIN)/python tools/messages.py

pages: setup ## write the pages about the law of each place from the law files
	$(BIN)/python tools/pages.py

requirements: setup ## compile requirements/*.in again, with hashes (UPGRADE=1: to the newest versions)
	$(BIN)/python tools/requirements.py $(if $(UPGRADE),--upgrade)

bench: $(READY_BENCH) assets ## measure one decision beside two other engines, and the website's pages
	$(BIN)/python benchmarks/decision.py
	$(BIN)/python benchmarks/pages.py

bench-registry: $(READY_BENCH) ## measure inquiries of the registry beside Datasette (ORDERS=20000: in a few minutes)
	$(BIN)/python benchmarks/registry.py --folder $(BENCH_FOLDER) --orders $(ORDERS)

bench-screening: $(READY_BENCH) ## measure contacts in bulk against millions of orders (MILLIONS="1 4 16 20")
	$(BIN)/python -m benchmarks.screening $(if $(MILLIONS),--millions $(MILLIONS))

clean: ## remove what was installed and cached
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist node_modules src/stayaway/web/static/vendor
