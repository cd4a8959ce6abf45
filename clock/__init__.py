"""Celery tasks and beat: each a thin call into flow or a stage."""
