# make run and make test do all of their own set-up, and are quick the second time.
PORT ?= 8000
export PYTHON ?= python3
ADDRESS := http://127.0.0.1:$(PORT)
BIN := .venv/bin
MANAGE := BALITRACK_LOCAL=1 SITE_URL=$(ADDRESS) $(BIN)/python manage.py

.PHONY: help run test bench setup format lock
.PHONY: lint lint-code lint-templates lint-types lint-imports

help:
	@echo "make run     try balitrack on $(ADDRESS) (PORT=8080 make run: elsewhere)"
	@echo "make test    run all tests (ARGS='-k attendance' make test: some)"
	@echo "make bench   time documents beside WeasyPrint alone (ROUNDS=20 make bench: longer)"
	@echo "make lint    check style, types and who imports whom"
	@echo "make format  lay out code and templates"
	@echo "make lock    choose the newest versions allowed for the locks"

run: setup
	@echo "Preparing the database (the first time takes half a minute)"
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_records
	@$(MANAGE) create_demo_accounts
	@echo "balitrack is at $(ADDRESS) - stop it with Ctrl-C"
	@DJANGO_RUNSERVER_HIDE_WARNING=true $(MANAGE) runserver $(PORT)

test: setup
	$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

bench: setup
	@$(BIN)/python -m tests.bench

setup:
	@.ci/setup

TEMPLATES = $$(git ls-files '*.html')

lint: lint-code lint-templates lint-types lint-imports

lint-code: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check

lint-templates: setup
	$(BIN)/djade --target-version 5.2 --check $(TEMPLATES)
	$(BIN)/djhtml --tabwidth 2 --check $(TEMPLATES)

lint-types: setup
	$(BIN)/mypy

lint-imports: setup
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/djade --target-version 5.2 $(TEMPLATES)
	$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

lock: setup
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --upgrade \
	    --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" --quiet -o requirements.lock
	$(BIN)/uv pip compile --group verapdf --universal --upgrade \
	    --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" --quiet -o .ci/verapdf.lock
