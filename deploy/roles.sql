-- Run by a superuser in the market's database: once before the first migrate, and again whenever this file changed.
--   yanxing_owner  owns the tables; only deploy/migrate.py and the backup sign in with it
--   yanxing_app    web, worker and beat; reads and writes rows, owns nothing, and has no TRUNCATE
-- Passwords are not here: set them with \password in psql (deploy/postgres-init.sh does it for the image).

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'yanxing_owner') THEN
        CREATE ROLE yanxing_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'yanxing_app') THEN
        CREATE ROLE yanxing_app LOGIN;
    END IF;
    -- TEMPORARY would be harmless, but nothing asks for it.
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO yanxing_owner', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO yanxing_app', current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO yanxing_owner;
GRANT USAGE ON SCHEMA public TO yanxing_app;

-- Tables to come: a migration that adds one must not stop the running version. Rows only, never TRUNCATE.
ALTER DEFAULT PRIVILEGES FOR ROLE yanxing_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO yanxing_app;
ALTER DEFAULT PRIVILEGES FOR ROLE yanxing_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO yanxing_app;
