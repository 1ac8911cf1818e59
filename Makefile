# What a fresh clone needs: python3 (3.11 or newer, with venv) and make. Everything else is
# installed into .venv, once, and again only when pyproject.toml has changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEVELOPER := $(VENV)/.installed-for-developers
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
DEMO := build/demo.duckdb
# Not the held-out ones: who writes rules must not see them (corpus/README.md).
REPORTS := corpus/ha*.vi.* corpus/quang-[nt]*.[ev]* corpus/*-2023.[ev]*
FINDINGS := select province, rule, alert, message from checks join documents using (document_id) \
	where alert in ('error', 'warn') order by alert, province, rule, message
INDICATOR := secretary_non_local_share

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types wheel refresh bench clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 20

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info < (3, 11) and sys.exit("baocao needs Python 3.11 or newer")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "no venv: on Debian and Ubuntu, apt install python3-venv" >&2; exit 1; }

$(INSTALLED): pyproject.toml | $(BIN)/python
	@echo "installing baocao into $(VENV) ..." >&2
	@$(PIP) --editable .
	@touch $@

$(DEVELOPER): pyproject.toml | $(BIN)/python
	@echo "installing baocao and what its tests need into $(VENV) ..." >&2
	@$(PIP) --editable '.[dev]'
	@touch $@ $(INSTALLED)

demo: export BAOCAO_DB := $(DEMO)
demo: $(INSTALLED) ## read sample reports, compare provinces, show the findings
	@mkdir -p build
	@rm -f $(DEMO) $(DEMO).wal
	@printf '\n$$ baocao ingest %s\n' '$(REPORTS)'
	@$(BIN)/baocao ingest $(REPORTS)
	@printf '\n$$ baocao compare %s\n' $(INDICATOR)
	@$(BIN)/baocao compare $(INDICATOR)
	@printf '\n$$ baocao sql "%s"\n' "$(FINDINGS)"
	@$(BIN)/baocao sql "$(FINDINGS)"
	@printf '\nmore: %s\n' '$(BIN)/baocao check corpus/quang-ninh-cong-tac-can-bo.vi.txt'

test: $(DEVELOPER) ## the tests
	@$(BIN)/python -m pytest -n auto --dist worksteal -m 'not slow'

lint: $(DEVELOPER) ## style, formatting and types
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

format: $(DEVELOPER) ## put the code into its form
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

wheel: $(DEVELOPER) ## build the wheel and run the cards' examples from it, in an empty environment
	@$(BIN)/python -m pytest -m slow

refresh: $(DEVELOPER) ## write anew what README and notebooks show; look at the diff
	@$(BIN)/baocao rules test --quiet
	@$(BIN)/python tests/console.py
	@$(BIN)/python tests/cells.py

bench: $(DEVELOPER) ## how fast it reads, in short
	@$(BIN)/python -m benchmarks --short
	@$(BIN)/python -m benchmarks.bench --short

clean: ## take away what the targets above have made
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
