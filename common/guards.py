"""Rules that a CHECK cannot hold, since they look at another row: named triggers that refuse as constraints do."""

from django.db import migrations


def guard(*, name: str, table: str, when: str, refuse_if: str) -> migrations.RunSQL:
    """The migration operation that refuses a row when `refuse_if`, an SQL condition over NEW and OLD, is true.

    `when` is like `BEFORE INSERT OR UPDATE`. The error is an IntegrityError whose constraint is `name`.
    """
    return migrations.RunSQL(
        sql=f"""
        CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {refuse_if} THEN
                RAISE EXCEPTION '{name}'
                    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = '{name}', TABLE = TG_TABLE_NAME;
            END IF;
            RETURN COALESCE(NEW, OLD);
        END $$;
        CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
        """,
        reverse_sql=f"DROP TRIGGER IF EXISTS {name} ON {table}; DROP FUNCTION IF EXISTS {name}();",
    )
