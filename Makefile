# Everything a person or a machine does with this project. Each target makes what it needs first.
# `make run` and `make test` start from nothing but Python 3.11 or newer (Debian and Ubuntu: with python3-venv).

PYTHON ?= python3
PORT   ?= 8000
# Test processes at a time.
JOBS   ?= 2

PY  = .venv/bin/python
VAR = $(if $(VAR_DIR),$(VAR_DIR),var)

CATALOGUES = $(patsubst %.po,%.mo,$(wildcard */locale/*/LC_MESSAGES/*.po))
TEMPLATES  = $(shell find templates portal news accessibility -path '*templates*' -name '*.html' 2>/dev/null)
# Folders are in the list too: a file that was removed shows only in the date of its folder.
STATIC_SOURCES = $(shell find static */static -not -name '.*' 2>/dev/null)

# What of CKEditor's 1,250 files its page never asks for: plugins that news/richtext.py removes or never adds, demonstrations,
# tests and other people's adapters. Collecting, hashing and compressing them would take half a minute of the first start.
CKEDITOR = ckeditor/ckeditor
UNUSED_PLUGINS = adobeair ajax autoembed autogrow bbcode codesnippet codesnippetgeshi devtools div docprops embed \
  embedbase embedsemantic exportpdf find flash forms iframe iframedialog image image2 language mathjax pagebreak \
  placeholder preview scayt sharedspace showblocks smiley sourcedialog stylesheetparser templates uicolor \
  uploadimage uploadwidget wsc
UNUSED_STATIC = ckeditor/galleriffic/* ckeditor/file-icons/* $(CKEDITOR)/[!L]*.md $(CKEDITOR)/b*.js* $(CKEDITOR)/skins/moono/* \
  $(CKEDITOR)/adapters/* $(CKEDITOR)/vendor/* $(foreach plugin,$(UNUSED_PLUGINS),$(CKEDITOR)/plugins/$(plugin)/*) \
  $(CKEDITOR)/*lang/[!ev]* $(CKEDITOR)/*lang/e[!n]* $(CKEDITOR)/*lang/v[!i]*

# One machine, no TLS in front: the two relaxations, named here and nowhere else.
LOCAL = DEMO=1 HTTPS=0 PORT=$(PORT)
# Settings as a real site has them, to be checked as strictly.
AS_IN_PRODUCTION = DEMO=0 DEBUG=0 HTTPS=1 ALLOWED_HOSTS=example.vn SECRET_KEY=checked-here-only-and-never-used-for-a-site-012345678901

.PHONY: run test test-sqlite test-postgresql lint format bench sweep drills corpus lock catalogues clean
.NOTPARALLEL:

run: .venv/.run catalogues $(VAR)/static/.done
	@exec env $(LOCAL) $(PY) manage.py serve --prepare

# Two runs: everything on SQLite (the browser too), then on PostgreSQL all that touches a database.
test: test-sqlite test-postgresql

test-sqlite: .venv/.ok catalogues
	TEST_ENGINE=sqlite $(PY) -m pytest -n $(JOBS) $(PYTEST_ARGS)

test-postgresql: .venv/.ok catalogues
	TEST_ENGINE=postgresql $(PY) -m pytest -n $(JOBS) $(PYTEST_ARGS)

lint: .venv/.ok catalogues
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	$(if $(TEMPLATES),.venv/bin/djade --check --target-version 5.2 $(TEMPLATES))
	@! grep -nE '://|--(index-url|extra-index-url|find-links)|@ *file:' requirements/*.txt || \
	  { echo 'requirements/: a lock file names the address of a registry; run make lock.'; exit 1; }
	$(PY) manage.py makemigrations --check --dry-run
	$(AS_IN_PRODUCTION) $(PY) manage.py check --deploy --fail-level WARNING

format: .venv/.ok
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	$(if $(TEMPLATES),.venv/bin/djade --target-version 5.2 $(TEMPLATES))

# The project's own measurements; not part of the tests, because a busy machine makes them lie.
bench: .venv/.ok catalogues $(VAR)/static/.done
	@for script in $(wildcard bench/*.py); do echo "== $$script"; $(PY) $$script || exit 1; done

# Every public page through axe and the Nu validator; dated results in docs/results/. Needs Java and npm for the validator.
sweep: .venv/.ok catalogues $(VAR)/static/.done
	$(PY) -m tests.sweep

# What happens to the running site when its processes are killed; dated results in docs/results/.
drills: .venv/.ok catalogues $(VAR)/static/.done
	$(PY) -m tests.drills

corpus: .venv/.ok
	$(PY) tests/corpus.py

# Hashes for every platform and Python that pyproject.toml names; uv is needed only here.
LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header
lock: .venv/.ok
	$(LOCK) pyproject.toml -o requirements/run.txt $(LOCK_ARGS)
	$(LOCK) pyproject.toml --extra dev -c requirements/run.txt -o requirements/dev.txt $(LOCK_ARGS)

catalogues: $(CATALOGUES)

%.mo: %.po | .venv/.run
	@.venv/bin/pybabel --quiet compile --input-file $< --output-file $@ --locale $(word 3,$(subst /, ,$<))

$(VAR)/static/.done: .venv/.run requirements/run.txt Makefile portal/static.py $(STATIC_SOURCES)
	@echo 'Collecting static files ...'
	@$(LOCAL) $(PY) manage.py collectstatic --no-input --clear --verbosity 0 $(foreach pattern,$(UNUSED_STATIC),--ignore '$(pattern)')
	@touch $@

# One environment for both. A site that is only run installs what run.txt lists and no test tools.
.venv/.run: requirements/run.txt | .venv/.made
	@echo 'Installing what the site needs ...'
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

.venv/.ok: requirements/dev.txt | .venv/.made
	@echo 'Installing what the site and its tests need ...'
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch .venv/.run $@

.venv/.made:
	@command -v $(PYTHON) >/dev/null || { echo 'Python 3.11 or newer is needed, and there is no "$(PYTHON)" (name another: make PYTHON=/path/to/python3).'; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed, and $(PYTHON) is $$($(PYTHON) -V 2>&1) (name another: make PYTHON=/path/to/python3)."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo 'The venv module of $(PYTHON) is missing (Debian and Ubuntu: apt install python3-venv).'; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

clean:
	rm -rf .venv var/static $(CATALOGUES)
