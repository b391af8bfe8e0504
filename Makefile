# make run    install what is missing, open the studio on http://127.0.0.1:7860
# make test   install what is missing, run the tests
# make check  lint, types, layering
# make docs   write the measured tables in docs/ again

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt
export GRADIO_ANALYTICS_ENABLED := False

.PHONY: run test check docs clean

run: $(VENV)/.run
	$(BIN)/python app.py

test: $(VENV)/.test
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest $(PYTEST)

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layering.py

docs: $(VENV)/.test
	$(BIN)/python -m bench.g2p
	$(BIN)/python -m bench.quality
	$(PIP) -r requirements-bench.txt
	$(PIP) --no-deps resemblyzer==0.1.4
	$(BIN)/python -m bench.mixing

$(BIN)/python:
	bash scripts/make-venv.sh $(PYTHON) $(VENV)

$(VENV)/.run: requirements.txt constraints.txt | $(BIN)/python
	$(PIP) -r requirements.txt
	touch $@

$(VENV)/.test: $(VENV)/.run requirements-test.txt requirements-oracle.txt scripts/install-browser.sh
	$(PIP) -r requirements-test.txt
	$(PIP) --no-deps -r requirements-oracle.txt
	bash scripts/install-browser.sh
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis
