#!/bin/sh
# backup.sh FOLDER: one dump of the database at DATABASE_URL (yanxing_owner's), named by the minute, with its sum.
# The client must be as new as the server.
set -eu
umask 077
dump="$1/yanxing-$(date -u +%Y%m%dT%H%M%SZ).dump"
pg_dump --format=custom --compress=6 --file="$dump.part" "$DATABASE_URL"
mv "$dump.part" "$dump"
(cd "$1" && sha256sum "$(basename "$dump")" >"$dump.sha256")
echo "$dump"
