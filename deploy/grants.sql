-- Run by the owner of the tables after every migrate (deploy/migrate.py does it). May be repeated.

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO yanxing_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO yanxing_app;
-- The history of migrations is the owner's.
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM yanxing_app;

-- What is append-only by trigger (common/append_only.py) is so by right too: a trigger can be switched off by an
-- owner, a right that was never given cannot be used.
DO $$
DECLARE
    ledger regclass;
BEGIN
    FOR ledger IN
        SELECT tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE '%\_is\_append\_only'
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM yanxing_app', ledger);
    END LOOP;
    FOR ledger IN
        SELECT tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE '%\_keeps\_its\_rows'
    LOOP
        EXECUTE format('REVOKE DELETE, TRUNCATE ON %s FROM yanxing_app', ledger);
    END LOOP;
END $$;
