# Everything a user or a developer types. `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
# Where pip finds a torch without CUDA: the address that PyTorch names for "CPU".
TORCH_INDEX ?=
# One test process more than there are cores: most of them wait for a site or a worker.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: help demo test check fix clean
help: ## list what can be made
	@grep -hE '^[a-z.]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv: $(BIN)/.made ## the environment, from the exact versions in constraints.txt

$(BIN)/.made: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	@echo "Making the environment; this takes a few minutes, once."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "$$(grep -E '^pip==' constraints.txt)"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt $(if $(TORCH_INDEX),--index-url "$(TORCH_INDEX)") torch
	$(BIN)/python -m pip install -qq --constraint constraints.txt --editable . --group test
	touch $@

demo: .venv ## the whole product on an invented market (PORT=8000)
	@exec $(BIN)/spoorzoeker demo $(if $(PORT),--port $(PORT))

test: .venv ## every test
	$(BIN)/pytest --numprocesses $(WORKERS) --dist loadscope

check: .venv ## style, types and import contracts only
	$(BIN)/pytest tests/test_architecture.py

fix: .venv ## put the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove the environment and caches; never the data
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
