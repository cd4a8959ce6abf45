"""The register: households, members, status history, consent. Nothing here is ever public."""
