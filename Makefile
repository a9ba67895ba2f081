# Kinerja. `make run` tries it out, `make test` checks everything. Both need only python3 (3.11 or newer) and make.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
DATA ?= .data
PORT ?= 8000
WORKERS ?= 2
export DATA PORT PEGAWAI

.PHONY: run test check bench fmt lock siap siap-dev peramban

run: siap
	@exec $(PY) manage.py jalan

test: siap-dev peramban check
	$(PY) -m pytest -n $(WORKERS) --dist loadgroup

check: siap-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) -m kinerja.periksa_produksi

bench: siap-dev
	$(PY) -m benchmarks

fmt: siap-dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# Dependencies are locked with hashes; where packages come from is the business of pip's own configuration.
lock: siap-dev
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command "make lock" pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

siap:
	@sh skrip/siapkan.sh $(PYTHON) $(VENV) requirements.lock

siap-dev:
	@sh skrip/siapkan.sh $(PYTHON) $(VENV) requirements-dev.lock

peramban:
	@sh skrip/peramban.sh
