"""Starts the servers a command needs, and stops them again."""
