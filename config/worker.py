"""Asks a worker to do something at once. Without a broker nothing is lost: beat finds in the database what is due."""

import logging

from celery import current_app
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def ask(task: str, *args: int) -> None:
    """Sends the task; a broker that is away does no harm."""
    try:
        current_app.send_task(f"clock.tasks.{task}", args=list(args), retry=False)
    except OperationalError:
        log.warning("broker away, %s waits for its round", task)
