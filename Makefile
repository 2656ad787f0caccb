# Thin on purpose: each target hands over to scripts/, plain Python with nothing to install first.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run stop setup db test check bench streets backup restore doctor tour lock clean
export PORT HOST ARGS FILE DATABASE DEMO STREETS_URL

# The chosen Python in make's place, ending when make is killed.
SCRIPTS = python=$$(sh scripts/python.sh) && exec setpriv --pdeathsig TERM "$$python" -m scripts

help:  ## What can be made
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name text; do printf 'make %-8s %s\n' "$$name" "$$text"; done

run:  ## Set everything up and serve on PORT (8000); Ctrl+C stops it
	@$(SCRIPTS) run

stop:  ## Stop the web and the database
	@$(SCRIPTS) stop

setup:  ## System packages and .venv, with all that tests and checks need
	@$(SCRIPTS) setup

db:  ## Start the private database and leave it running
	@$(SCRIPTS) db

test:  ## Run all tests; ARGS="tests/geo -k bbox" chooses
	@$(SCRIPTS) test

check:  ## Lint, format, types, import contracts, front end, migrations, translations, deployment
	@$(SCRIPTS) check

bench:  ## Measure serving against the goals of the design; ARGS=--full takes longer
	@$(SCRIPTS) bench

streets:  ## Load the streets of the province from OpenStreetMap, or from FILE=...
	@$(SCRIPTS) streets

backup:  ## Write the whole database into .local/backups
	@$(SCRIPTS) backup

restore:  ## Put the backup FILE=... in the database's place
	@$(SCRIPTS) restore

doctor:  ## Look for what is wrong with this machine
	@$(SCRIPTS) doctor

tour:  ## Walk past everything that was asked for, in a running service
	@$(SCRIPTS) tour

lock:  ## Resolve the Python packages anew and write the hashed locks
	@$(SCRIPTS) lock

clean:  ## Remove what was built; DATABASE=yes removes the database too
	@$(SCRIPTS) clean
