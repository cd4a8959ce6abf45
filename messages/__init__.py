"""Messages that leave the market: an outbox in the database, templates, providers."""
