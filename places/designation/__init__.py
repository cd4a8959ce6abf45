"""Designation by list: from a file's bytes to rows that each have a place or a reason. Writes nothing."""
