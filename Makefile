# The commands of the guide. Plain `make` sets everything up and shows the guide in your browser.
#
#   make                  show the guide, and show it anew after each edit (Ctrl+C stops)
#   make SPEAKS=cy        the same in another language of the guide
#   make check            read everything and report every problem
#   make build            check, and build the guide into site/
#   make offline          build, and make a copy that works from a stick: a zip, and a folder, in build/offline/
#   make paper            make the files to print, as PDF, Word and EPUB, in build/paper/ (`make build` has them too)
#   make schema           write the schemas that editors complete from
#   make icons            bring the icons that are used into the guide
#   make update           take the next edition of the guide; what you changed stays
#   make pages            write the pages that a new stage needs, and the menu
#   make test             run the tests
#   make quick            run those that need no browser and build nothing: a minute
#   make lint             look at the style and the types of Python, templates and scripts, as `make test` does first
#   make mutants          change the code here and there, and list what no test notices (hours)
#   make unmended         take away what mended a fault, and see that a test notices, fault by fault (hours)
#   make forks            change copies as people do who make the guide their own, and run their tests (hours)
#   make bench            measure how long a build takes, and what Lighthouse says of the pages
#   make shots            take pictures of the pages
#   make clean            remove everything that these commands made
#
# `PAPER=no make build` leaves the files to print out of the site, and is quicker.
# `make ENGINE=zensical` and `make build ENGINE=zensical` use Zensical in place of MkDocs; ENGINE=properdocs uses
# ProperDocs, which goes on where MkDocs 1 stopped.

PYTHON ?= python3
ENGINE ?= mkdocs
ADDRESS ?= 127.0.0.1:8000
SPEAKS ?=

# WORKAROUND(mkdocs-material 9.8.1): with each build it prints a notice about MkDocs 2 and its own future.
# requirements.txt keeps this guide below MkDocs 2, and the notice would bury the messages that matter.
export NO_MKDOCS_2_WARNING = 1

ifeq ($(filter $(ENGINE),mkdocs zensical properdocs),)
$(error ENGINE is mkdocs, zensical or properdocs, not "$(ENGINE)")
endif

ifeq ($(OS),Windows_NT)
VENV := .venv/Scripts/python.exe
else
VENV := .venv/bin/python
endif
INSTALL := $(VENV) -m pip install --quiet --disable-pip-version-check -c constraints.txt

# Each file says that one part of .venv is complete.
BASE := .venv/base-is-ready
ZENSICAL := .venv/zensical-is-ready
PROPERDOCS := .venv/properdocs-is-ready
TESTS := .venv/tests-are-ready
MUTANTS := .venv/mutants-are-ready
BUILDER := $(BASE)
ifeq ($(ENGINE),zensical)
BUILDER := $(ZENSICAL)
endif
ifeq ($(ENGINE),properdocs)
BUILDER := $(PROPERDOCS)
endif

# A .venv whose Python is gone, say after an upgrade, is made again.
ifneq ($(shell $(VENV) -c '' >/dev/null 2>&1 && echo works),works)
.PHONY: $(BASE)
endif

.PHONY: serve check schema icons pages paper update build offline lint test quick mutants unmended forks bench shots clean
.DEFAULT_GOAL := serve

serve: $(BUILDER)
	@echo 'The guide is at http://$(ADDRESS)/ in a moment. Ctrl+C stops it. Elsewhere: make ADDRESS=127.0.0.1:8001'
	@$(VENV) -m macros serve --engine $(ENGINE) --address $(ADDRESS) --language '$(SPEAKS)'

check: $(BASE)
	@$(VENV) -m macros check

schema: $(BASE)
	@$(VENV) -m macros schema

icons: $(BASE)
	@$(VENV) -m macros icons

pages: $(BASE)
	@$(VENV) -m macros pages

paper: $(BASE)
	@$(VENV) -m macros paper

# FROM is the address of the guide's repository: make update FROM=https://…
update: $(BASE)
	@$(VENV) -m macros update $(FROM)

build: $(BUILDER)
	@$(VENV) -m macros build --engine $(ENGINE)

offline: $(BUILDER)
	@$(VENV) -m macros offline --engine $(ENGINE)

lint: $(TESTS)
	@$(VENV) -m ruff check --quiet macros tests
	@$(VENV) -m ruff format --check --quiet macros tests || { \
	  echo 'To set these right: $(VENV) -m ruff format macros tests' >&2; exit 1; }
	@$(VENV) -m mypy --no-error-summary
	@$(VENV) -m djlint --lint --quiet macros/render/templates overrides/main.html overrides/partials
	@$(VENV) tests/tools/lint_scripts.py

# Each of a hundred programs that tests start, and each worker, reads what one has read before, whatever a machine says
# about keeping that.
# ARGS goes to pytest: make test ARGS='-k glossary'
test: lint
	@$(VENV) tests/browsers.py --install
	@$(VENV) -m compileall -q macros
	@PYTHONDONTWRITEBYTECODE= $(VENV) -m pytest -n 3 --dist worksteal $(ARGS)

quick: $(TESTS)
	@$(VENV) -m compileall -q macros
	@PYTHONDONTWRITEBYTECODE= $(VENV) -m pytest -n 3 --dist worksteal -m 'not browser and not built' $(ARGS)

# ARGS goes to the list of forks: make forks ARGS="'a stage less'"
forks: $(TESTS)
	@$(VENV) tests/browsers.py --install
	@$(VENV) tests/tools/forks.py $(ARGS)

# ARGS goes to the list of mutants: make mutants ARGS='rules record'
mutants: $(MUTANTS)
	@$(VENV) tests/tools/mutants.py $(ARGS)

# ARGS goes to the list of faults: make unmended ARGS='back button'
unmended: $(TESTS)
	@$(VENV) tests/browsers.py --install
	@$(VENV) tests/tools/unmended.py $(ARGS)

# ARGS goes to the benchmark: make bench ARGS='--only lighthouse'
bench: $(TESTS)
	@$(VENV) tests/tools/bench.py $(ARGS)

shots: $(TESTS)
	@$(VENV) tests/browsers.py --install
	@$(VENV) tests/tools/shots.py $(ARGS)

clean:
	rm -rf .venv site build .layered mkdocs.layered*.yml .cache .hypothesis .mypy_cache .pytest_cache .building-*
	find macros tests -type d -name __pycache__ -prune -exec rm -rf {} +

# .venv is made anew when any list of packages changes, so that a package that left a list leaves .venv too.
LISTS := $(wildcard requirements*.txt tests/requirements*.txt) constraints.txt
$(BASE): $(LISTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1 || { \
	  found=$$($(PYTHON) --version 2>&1) || found='no Python'; \
	  echo "The guide needs Python 3.10 or newer, and $(PYTHON) is $$found." >&2; \
	  echo 'Install a newer one from python.org, or name one that you have: make PYTHON=python3.12' >&2; \
	  exit 1; }
	@[ ! -L .venv ] || { \
	  echo '.venv is a link to another folder, and setting it up would empty that one.' >&2; \
	  echo 'Take the link away (rm .venv), and run make again.' >&2; \
	  exit 1; }
	@echo 'Setting up .venv. This happens once and takes about a minute.'
	@$(PYTHON) -m venv --clear .venv >/dev/null 2>&1 || { \
	  $(PYTHON) -m venv --clear --without-pip .venv && \
	  $(PYTHON) -m pip --python $(VENV) install --quiet --disable-pip-version-check pip; \
	} >/dev/null 2>&1 || { \
	  rm -rf .venv; \
	  echo "$(PYTHON) cannot make a virtual environment, because it lacks the parts venv and ensurepip." >&2; \
	  echo 'On Debian and Ubuntu install them with: sudo apt-get install python3-venv' >&2; \
	  echo 'Elsewhere install Python from python.org. Then run make again.' >&2; \
	  exit 1; }
	@$(INSTALL) -r requirements.txt
	@touch $@

$(ZENSICAL): $(BASE)
	@$(VENV) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Zensical needs Python 3.11 or newer, and .venv is made with an older one.' >&2; \
	  echo 'Run make clean, then make again with a newer one, like this: make PYTHON=python3.12 ENGINE=zensical' >&2; \
	  exit 1; }
	@echo 'Adding Zensical.'
	@$(INSTALL) -r requirements-zensical.txt
	@touch $@

$(PROPERDOCS): $(BASE)
	@echo 'Adding ProperDocs.'
	@$(INSTALL) -r requirements-properdocs.txt
	@touch $@

$(TESTS): $(BASE)
	@echo 'Adding what the tests need.'
	@$(INSTALL) -r tests/requirements.txt
	@touch $@

$(MUTANTS): $(TESTS)
	@echo 'Adding what the mutants need.'
	@$(INSTALL) -r tests/requirements-mutants.txt
	@touch $@
