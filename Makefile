# Two commands: `make run` opens the app on the shipped corpus, `make test` runs all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test fuzz lint bench golden pictures reference messages docs lock release clean

run: $(VENV)/.run
	@$(BIN)/dealtui

# Half of the time of a test in a terminal or on a screen is waiting: more workers than cores.
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 4 --dist worksteal -q

# Outside CI: FUZZ=10000 looks ten thousand times as long, and at articles of 100 kB.
FUZZ ?= 50
fuzz: $(VENV)/.dev
	FUZZ=$(FUZZ) $(BIN)/python -m pytest -q --timeout 0 tests/corpus/test_hostile_yaml.py tests/proof/test_hostile_articles.py tests/proof/test_anchor_edits.py

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The pinned versions, checked by hash; then the project itself, built without the network.
$(VENV)/.run: $(VENV)/bin/python requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# The pages of the site that are made from the code.
reference: $(VENV)/.dev
	$(BIN)/python tools/reference.py

# The catalogues of the interface in other languages: what is new stands there without translation.
messages: $(VENV)/.dev
	$(BIN)/python tools/messages.py

# The site, in build/site; `python3 -m http.server -d build/site` shows it with its search.
docs: $(VENV)/.dev
	$(BIN)/zensical build --config-file mkdocs.yml --strict --clean

# What is published, built into dist/ and checked.
release: $(VENV)/.dev
	$(BIN)/python tools/release.py

clean:
	rm -rf $(VENV) build dist

# For maintainers.
golden: $(VENV)/.dev pictures reference
	GOLDEN=write $(BIN)/python -m pytest -q tests/screens/test_golden.py

# The pictures of README and site.
pictures: $(VENV)/.dev
	$(BIN)/python tools/pictures.py

UV_FLAGS := -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

lock: $(VENV)/bin/python
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile $(UV_FLAGS) --extra intake pyproject.toml requirements/build.in -o requirements/run.txt
	$(BIN)/uv pip compile $(UV_FLAGS) -c requirements/run.txt --group dev --extra intake --extra web pyproject.toml requirements/build.in -o requirements/dev.txt

bench: $(VENV)/.dev
	cd bench && for script in startup load search_engine anchor mentions captures audit timeline flows; do \
		echo "== $$script"; ../$(BIN)/python $$script.py || exit 1; done
