"""Tables that may grow and never change: UPDATE and DELETE are refused by a database trigger."""

from collections.abc import Sequence

from django.db import migrations

_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append_only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME;
END $$;
"""


def append_only(table: str) -> migrations.RunSQL:
    """The migration operation that makes `table` append-only. The trigger is `<table>_is_append_only`."""
    return migrations.RunSQL(
        sql=_FUNCTION
        + f"""
        CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
        CREATE TRIGGER {table}_keeps_its_rows BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
        """,
        reverse_sql=f"""
        DROP TRIGGER IF EXISTS {table}_is_append_only ON {table};
        DROP TRIGGER IF EXISTS {table}_keeps_its_rows ON {table};
        """,
    )


def frozen_columns(table: str, columns: Sequence[str]) -> migrations.RunSQL:
    """The migration operation that lets a row of `table` change, except in `columns`, and never go.

    The trigger is `<table>_keeps_what_was_written`.
    """
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns)
    return migrations.RunSQL(
        sql=_FUNCTION
        + f"""
        CREATE TRIGGER {table}_keeps_what_was_written BEFORE UPDATE ON {table}
        FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION refuse_rewriting();
        CREATE TRIGGER {table}_keeps_its_rows BEFORE DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
        """,
        reverse_sql=f"""
        DROP TRIGGER IF EXISTS {table}_keeps_what_was_written ON {table};
        DROP TRIGGER IF EXISTS {table}_keeps_its_rows ON {table};
        """,
    )
