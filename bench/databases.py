"""Databases of the bench's own on the one server that all peers share."""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bench import processes


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL server by the address of its administrator; `postmaster` is 0 when it runs elsewhere."""

    address: str
    postmaster: int

    def named(self, database: str) -> str:
        """The address of one database."""
        parts = urlsplit(self.address)
        return urlunsplit((parts.scheme, parts.netloc, f"/{database}", parts.query, ""))

    def backends(self, database: str) -> list[int]:
        """The processes that serve a database."""
        return processes.backends(self.postmaster, database) if self.postmaster else []

    def make(self, database: str, *, template: str = "template0") -> str:
        """A new database, in place of one of the same name; its address."""
        with psycopg.connect(self.address, autocommit=True) as admin:
            name = sql.Identifier(database)
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(template)))
        return self.named(database)

    def has(self, database: str) -> bool:
        """Whether it is there."""
        with psycopg.connect(self.address) as asked:
            return bool(asked.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone())

    def rename(self, old: str, new: str) -> None:
        """A draft gets its name once it is whole."""
        with psycopg.connect(self.address, autocommit=True) as admin:
            command = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            admin.execute(command.format(sql.Identifier(old), sql.Identifier(new)))

    def drop(self, pattern: str) -> None:
        """Forgets the databases whose name the regular expression describes."""
        with psycopg.connect(self.address, autocommit=True) as admin:
            found = admin.execute("SELECT datname FROM pg_database WHERE datname ~ %s", [pattern]).fetchall()
            for (name,) in found:
                command = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
                admin.execute(command.format(sql.Identifier(name)))


def server(address: str) -> Server:
    """The server at an address, with its process when it runs on this machine."""
    with psycopg.connect(address) as asked:
        row = asked.execute("SELECT pg_backend_pid()").fetchone()
        # While the backend lives: who has ended has no parent.
        above = processes.parent(row[0]) if row else 0
        name = (processes.PROC / str(above) / "comm") if above else None
    is_here = name is not None and name.exists() and name.read_text(encoding="utf-8").startswith("postgres")
    return Server(address=address, postmaster=above if is_here else 0)


def settle(address: str) -> None:
    """Statistics and visibility as a server has them after a while: no peer is measured in a fresh table."""
    with psycopg.connect(address, autocommit=True) as done:
        done.execute("VACUUM ANALYZE")
