.PHONY: test prove

.venv/stamp: requirements.txt requirements-dev.txt
	python3 -m venv .venv
	.venv/bin/pip install -q -r requirements-dev.txt
	touch .venv/stamp

test: .venv/stamp  ## all tests on real engines
	.venv/bin/python -m supervisor test $(ARGS)

prove: .venv/stamp  ## shows that the books add up (DATABASE_URL and REDIS_URL set)
	.venv/bin/python manage.py prove
