#!/bin/sh
# One image, or one checkout, and its commands. The units of deploy/systemd call the same.
set -eu
# The real folder: after an upgrade moved the link /opt/yanxing, what runs stays with its own files.
cd -P "$(dirname "$0")/.."
command="${1:-}"
[ $# -eq 0 ] || shift
case "$command" in
web) exec gunicorn config.wsgi --config deploy/gunicorn.conf.py ;;
worker) exec celery -A config worker --loglevel INFO --concurrency 2 ;;
# Exactly one beat. Its schedule may be lost: every task finds what is due in the database.
beat) exec celery -A config beat --loglevel INFO --schedule /tmp/beat-schedule ;;
migrate) exec python -m deploy.migrate ;;
manage) exec python manage.py "$@" ;;
*)
    echo "usage: $0 web | worker | beat | migrate | manage COMMAND" >&2
    exit 2
    ;;
esac
