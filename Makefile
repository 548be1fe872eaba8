# Two commands on a fresh machine: `make grade EX=ex03` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EX ?=

.PHONY: grade test lint types prove bench picture clean

grade: $(VENV)/.installed
	@$(BIN)/course grade $(EX) || [ $$? -eq 1 ]  # missing points are no error of make

test: $(VENV)/.installed-dev lint types
	$(BIN)/python -m pytest
	$(BIN)/course dev check

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

bench: $(VENV)/.installed-dev
	$(BIN)/python tests/benchmarks/bench_grade.py
	$(BIN)/python tests/benchmarks/bench_exercises.py
	$(BIN)/python tests/benchmarks/bench_watch.py
	$(BIN)/python tests/benchmarks/bench_batch.py pace

picture: $(VENV)/.installed-dev
	$(BIN)/python grader/assets/make_picture.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing torch and the course into $(VENV): some minutes, 5 GB."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing everything the tests need into $(VENV): some minutes, 7 GB."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[tensorflow,nbgrader,batch,cluster,dev]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .course
