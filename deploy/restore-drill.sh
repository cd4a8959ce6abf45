#!/bin/sh
# restore-drill.sh DUMP: brings a dump back into a database of its own, proves its books and drops it again.
# ADMIN_URL names a server and a role that may make databases there; best another server than the market's.
set -eu
dump="$1"
drill="yanxing_drill_$$"
base="${ADMIN_URL%/*}"
python="${PYTHON:-python}"
cd -P "$(dirname "$0")/.."

say() { echo "drill: $*"; }
ask() { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$base/$drill" --command "$1"; }
forget() { psql --no-psqlrc --quiet --dbname "$ADMIN_URL" --command "DROP DATABASE IF EXISTS $drill WITH (FORCE)"; }

if [ -f "$dump.sha256" ]; then
    (cd "$(dirname "$dump")" && sha256sum --check --quiet "$(basename "$dump").sha256")
fi
trap forget EXIT
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname "$ADMIN_URL" \
    --command "CREATE DATABASE $drill TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
pg_restore --exit-on-error --no-owner --no-privileges --jobs=2 --dbname "$base/$drill" "$dump"

# The version in this folder must be the one that the dump was made with, or a newer one not yet migrated to.
DATABASE_URL="$base/$drill" "$python" manage.py migrate --check >/dev/null || {
    say "the dump lacks migrations of this version"
    exit 1
}
DATABASE_URL="$base/$drill" "$python" manage.py prove
ledgers=$(ask "SELECT count(*) FROM pg_trigger WHERE tgname LIKE '%\_is\_append\_only' AND tgenabled = 'O'")
[ "$ledgers" -gt 0 ] || {
    say "the ledgers lost their triggers"
    exit 1
}
say "orders $(ask 'SELECT count(*) FROM orders_placement')," \
    "receipts $(ask 'SELECT coalesce(sum(amount), 0) FROM payments_receipt') yuan," \
    "income entries $(ask 'SELECT count(*) FROM income_incomeentry')," \
    "sum $(ask 'SELECT coalesce(sum(CASE WHEN account = '"'business_income'"' THEN amount ELSE -amount END), 0) FROM income_incomeentry') yuan," \
    "last order $(ask 'SELECT coalesce(max(date_placed)::text, '"'none'"') FROM order_order')"
