"""Oscar's sandbox, cut down to what it takes to run, over PostgreSQL."""
