# make run    install what is missing, open the studio on http://127.0.0.1:7860
# make test   install what is missing, run all tests with the real model and a browser
# make quick  lint, layering and the tests that need neither, in a minute on two cores
# make test-processors  the tests of model and engine, as on processors with fewer instructions
# make check  lint, types, layering; also of the page's JavaScript
# make bench  measure speed and memory beside other runtimes: docs/benchmarks.md, docs/memory.md
# make docs   write the measured tables in docs/ again
# make lock   write the lock files again after a change of the requirements (needs uv)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --require-hashes --no-deps -r
# npm, and the node that its scripts find, are of the test requirements.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm
export GRADIO_ANALYTICS_ENABLED := False

.PHONY: run test quick test-processors check bench docs lock clean

run: $(VENV)/.run
	$(BIN)/python app.py

test: $(VENV)/.test $(VENV)/.node
	$(NPM) test --silent
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest $(PYTEST)

quick: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest --quick -n 2 --dist loadfile $(PYTEST)

test-processors: $(VENV)/.test
	bash scripts/test-processors.sh

check: $(VENV)/.test $(VENV)/.node
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --python-version 3.10
	$(BIN)/mypy --python-version 3.12
	$(BIN)/vermin --quiet --no-tips --eval-annotations -t=3.10- app.py kokoro_studio
	$(BIN)/python -m pytest -q tests/test_layering.py
	$(NPM) run check --silent

bench: $(VENV)/.bench
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.load
	$(BIN)/python -m bench.memory

docs: $(VENV)/.bench
	$(BIN)/python -m bench.g2p
	$(BIN)/python -m bench.quality
	$(BIN)/python -m bench.mixing
	$(BIN)/python -m bench.prosody
	$(BIN)/python -m bench.listening
	$(BIN)/python -m bench.loudness
	$(BIN)/python -m bench.processors

$(BIN)/python:
	bash scripts/make-venv.sh $(PYTHON) $(VENV)

lock:
	bash scripts/lock.sh

$(VENV)/.run: requirements.lock constraints.txt | $(BIN)/python
	$(LOCKED) requirements.lock
	$(PIP) -r constraints.txt
	touch $@

$(VENV)/.test: $(VENV)/.run requirements-test.lock scripts/install-browser.sh
	$(LOCKED) requirements-test.lock
	bash scripts/install-browser.sh
	touch $@

# biome and tsc, in the versions of package-lock.json.
$(VENV)/.node: $(VENV)/.test package.json package-lock.json
	$(NPM) ci --no-audit --no-fund --loglevel=error
	touch $@

$(VENV)/.bench: $(VENV)/.test requirements-bench.txt
	$(PIP) -r requirements-bench.txt -c constraints.txt
	$(PIP) --no-deps resemblyzer==0.1.4
	touch $@

clean:
	rm -rf $(VENV) node_modules .pytest_cache .ruff_cache .mypy_cache .hypothesis
