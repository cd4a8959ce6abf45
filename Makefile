.DEFAULT_GOAL := help
.PHONY: up test check lint types layers prove bench bench-large clean help
PYTHON := .venv/bin/python
# The environment is made again whenever what it must hold changes.
STAMP := .venv/stamp-$(shell cat requirements.txt requirements-dev.txt | cksum | tr ' ' '-')

up: $(STAMP)  ## start the market with its demo on http://127.0.0.1:8000 (PORT=8080 make up)
	@exec $(PYTHON) -m supervisor up

test: $(STAMP)  ## run all tests on real engines (ARGS="-k name" passes on)
	@exec $(PYTHON) -m supervisor test $(ARGS)

check: lint types layers  ## lint, types and layers

lint: $(STAMP)  ## ruff: rules and form
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .

types: $(STAMP)  ## mypy, strict
	@SECRET_KEY=types DATABASE_URL=postgres://types REDIS_URL=redis://types $(PYTHON) -m mypy

layers: $(STAMP)  ## the import order is the flow
	@$(PYTHON) -c 'from importlinter.cli import lint_imports_command as run; run()'

prove: $(STAMP)  ## show that the running market's books add up
	@exec $(PYTHON) -m supervisor manage prove

bench: $(STAMP)  ## measure pages and purchases beside bare Django and stock Oscar (ARGS="--write")
	@exec $(PYTHON) -m supervisor bench $(ARGS)

bench-large: $(STAMP)  ## the same for the market alone with 100,000 goods and a million order lines
	@exec $(PYTHON) -m supervisor bench --large $(ARGS)

clean:  ## forget virtual environment and caches; data in var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:  ## list these verbs
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /	/'

$(STAMP):
	@[ -w . ] || { echo '无法写入当前文件夹 / cannot write to this folder'; exit 1; }
	@command -v python3 >/dev/null && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed'; exit 1; }
	@echo '正在安装依赖，首次约需一分钟 / installing requirements, about a minute the first time'
	@python3 -m venv .venv >/dev/null \
	  || { echo '无法建立虚拟环境，请安装 python3-venv 并检查磁盘 / cannot make a virtual environment: install python3-venv, check the disk'; exit 1; }
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --retries 2 -r requirements-dev.txt >.venv/install.log 2>&1 \
	  || { echo "依赖安装失败，请检查网络和磁盘，详见 .venv/install.log / installing failed, check network and disk: $$(grep -m1 '^ERROR' .venv/install.log)"; exit 1; }
	@rm -f .venv/stamp* && touch $@
