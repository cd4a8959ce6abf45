.DEFAULT_GOAL := help
.PHONY: up test check lint types layers prove clean help
PYTHON := .venv/bin/python

.venv/stamp: requirements.txt requirements-dev.txt
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed'; exit 1; }
	@python3 -m venv .venv \
	  || { echo '无法建立虚拟环境，请安装 python3-venv / cannot make a virtual environment: install python3-venv'; exit 1; }
	@.venv/bin/pip install --quiet --disable-pip-version-check -r requirements-dev.txt \
	  || { echo '依赖安装失败，请检查网络和磁盘 / installing failed: check network and disk'; exit 1; }
	@touch .venv/stamp

up: .venv/stamp  ## start the market with its demo on http://127.0.0.1:8000
	@exec $(PYTHON) -m supervisor up

test: .venv/stamp  ## run all tests on real engines (ARGS="-k name" passes on)
	@$(PYTHON) -m supervisor test $(ARGS)

check: lint types layers  ## lint, types and layers

lint: .venv/stamp
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .

types: .venv/stamp
	@SECRET_KEY=types DATABASE_URL=postgres://types REDIS_URL=redis://types .venv/bin/mypy

layers: .venv/stamp
	@.venv/bin/lint-imports

prove: .venv/stamp  ## show that the running market's books add up
	@$(PYTHON) -m supervisor manage prove

clean:  ## forget virtual environment and caches; data in var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:  ## list these verbs
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'
