# The doors of the project. Paths are relative throughout, so the folder's name may hold spaces.
# What the targets do is written in tools/, where it can be read and tested.

PYTHON := .venv/bin/python
CHECK := $(PYTHON) tools/check.py

.DEFAULT_GOAL := help
.PHONY: help run test prove rules clients bench gallery lighthouse setup setup-test frontend lint lint-openapi types openapi format lock

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: setup ## set up and serve desk, field view and API (SIBU_PORT, SIBU_LAN=1, SIBU_DEMO_PASSWORD)
	@exec $(PYTHON) -m api.cli start

test: setup-test ## set up and run every check on both databases, with a real browser
	@exec $(CHECK)

prove: setup-test ## run the promises at full counts, then the rules and the clients; ARGS="P07" for one promise, resumable
	@broken=0; $(PYTHON) -m tests.promises $(ARGS) || broken=1; \
		$(if $(ARGS),,$(PYTHON) -m tests.rules || broken=1; $(PYTHON) -m tests.clients || broken=1;) exit $$broken

rules: setup-test ## disable each rule's carrying line and see its tests fail; ARGS="R9" for one, resumable
	@exec $(PYTHON) -m tests.rules $(ARGS)

clients: setup-test ## walk the four steps by clients generated in Python, TypeScript and Java; ARGS="java" for one
	@exec $(PYTHON) -m tests.clients $(ARGS)

bench: setup-test ## measure the API beside fair bare routes on both databases
	@exec $(PYTHON) -m tests.bench $(ARGS)

gallery: setup-test ## take pictures of every screen at desk and phone size
	@exec $(PYTHON) tools/gallery.py $(ARGS)

lighthouse: setup-test ## judge the phone's pages by Lighthouse: performance 90, accessibility 95; ARGS="day" for one
	@exec $(PYTHON) tools/lighthouse.py $(ARGS)

setup: # what `run` needs, made only where something changed
	@tools/python tools/bootstrap.py run

setup-test: # the same with the packages of the checks
	@tools/python tools/bootstrap.py test

frontend: setup-test # only the frontend's own checks
	@$(CHECK) frontend

lint: setup-test # format, lint and import order of dependencies
	@$(CHECK) format lint imports

types: setup-test # only mypy
	@$(CHECK) types

openapi: setup-test # write the API's document and the screens' types anew after a change of routes
	@$(PYTHON) -m api.cli openapi
	@export PATH="$$PWD/.venv/bin:$$PATH" && cd frontend && npm run --silent types

lint-openapi: setup-test ## what redocly and spectral say of the API's document
	@$(PYTHON) -m api.cli openapi --check
	@export PATH="$$PWD/.venv/bin:$$PATH" && cd tools/openapi && npm ci --silent --ignore-scripts && npm run --silent lint

format: setup-test # write the code in the agreed form
	@.venv/bin/ruff check --quiet --fix-only . && .venv/bin/ruff format --quiet .

lock: setup-test # lock pyproject.toml's dependencies anew, changing no version that still fits; UV_FLAGS=--upgrade
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 $(UV_FLAGS) \
		--custom-compile-command "make lock" --group build --group dev pyproject.toml -o requirements-dev.lock
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 $(UV_FLAGS) \
		--custom-compile-command "make lock" --group build pyproject.toml -o requirements.lock
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 $(UV_FLAGS) \
		--custom-compile-command "make lock" tools/clients/requirements.in -o tools/clients/requirements.lock
