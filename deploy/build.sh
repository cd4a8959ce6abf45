#!/bin/sh
# What a release needs besides its code: translations and static files. They ask for settings, not for servers.
set -eu
cd -P "$(dirname "$0")/.."
export SECRET_KEY=build LOOKUP_KEY=build DATABASE_URL=postgres://build REDIS_URL=redis://build
export DJANGO_SETTINGS_MODULE=config.settings.dev
python -m tools.messages compile
python manage.py collectstatic --noinput
