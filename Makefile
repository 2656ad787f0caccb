# Thin on purpose: each target hands over to scripts/ (plain Python, nothing to install first).
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run stop setup db

# The chosen Python, run so that it ends when make is killed.
SCRIPTS = python=$$(sh scripts/python.sh) && exec setpriv --pdeathsig TERM "$$python" -m scripts

help:  ## What can be made
	@sed -n 's/^\([a-z-]*\):.*##/\1/p' Makefile | awk '{ name = $$1; $$1 = ""; printf "make %-9s%s\n", name, $$0 }'

run:  ## Set everything up and serve on PORT (8000); Ctrl+C stops it
	@$(SCRIPTS) run

stop:  ## Stop the web and the database
	@$(SCRIPTS) stop

setup:  ## System packages and .venv, with everything for tests and checks
	@$(SCRIPTS) setup

db:  ## Start the private database and leave it running
	@$(SCRIPTS) db
