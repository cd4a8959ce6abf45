#!/bin/sh
# Runs once in the database's container, when its volume is new: the roles and their passwords from the secrets.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname yanxing --file /roles.sql
psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname yanxing \
    --set owner="$(cat /run/secrets/owner_password)" --set app="$(cat /run/secrets/app_password)" <<'SQL'
ALTER ROLE yanxing_owner PASSWORD :'owner';
ALTER ROLE yanxing_app PASSWORD :'app';
SQL
