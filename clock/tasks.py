"""Celery tasks: each a thin, repeatable call into flow. One that fails leaves the others alone."""

import logging
import traceback
from collections.abc import Callable, Iterable
from typing import TypeVar

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from catalog.services.licensing import take_off_without_papers
from catalog.services.photos import make_sizes
from clock import due
from common.audit import CLOCK
from common.errors import DomainError
from flow.cash import miss_cash
from flow.confirm_receipt import complete, confirm_receipt
from flow.expire import expire
from flow.hear_notice import process_notice as hear
from flow.send_refund import send_refund
from flow.settle import settle
from flow.vendor_state import resume_shop
from messages.services.sending import send_waiting
from payments.gateways.base import GatewayUnreachable

log = logging.getLogger(__name__)
Row = TypeVar("Row")


@shared_task
def expire_orders() -> int:
    """Closes unpaid orders whose time is over."""
    now = timezone.now()
    return _each(due.orders_to_expire(now), lambda order_id: expire(order_id=order_id, now=now))


@shared_task
def move_parcels_on() -> int:
    """Receives what nobody confirmed, completes what may be, settles what is complete and paid; names missing cash."""
    now = timezone.now()
    done = _each(
        due.parcels_to_receive(now),
        lambda row: confirm_receipt(vendor_order=row, by="clock", actor=CLOCK, now=now),
    )
    done += _each(due.parts_to_complete(now), lambda row: complete(vendor_order=row, actor=CLOCK, now=now))
    done += _each(due.cash_to_miss(now), lambda row: miss_cash(row, now=now))
    return done + _each(due.parts_to_settle(), lambda row: settle(vendor_order=row, now=now))


@shared_task
def process_notice(event_id: int) -> None:
    """Works on one notice; a provider that does not answer leaves it to the sweep."""
    _each([event_id], lambda pk: hear(pk, now=timezone.now()))


@shared_task
def sweep_notices() -> int:
    """Works on notices whose own task was lost."""
    now = timezone.now()
    return _each(due.notices_to_process(now), lambda pk: hear(pk, now=now))


@shared_task
def send_refunds() -> int:
    """Sends refunds to their providers and asks how they stand."""
    now = timezone.now()
    return _each(due.refunds_to_send(now), lambda row: send_refund(refund_key=row.key, now=now))


@shared_task
def take_off_expired_papers() -> int:
    """Takes goods off sale whose papers ran out."""
    now = timezone.now()
    return _each(
        due.listings_without_papers(now),
        lambda row: take_off_without_papers(listing=row, actor=CLOCK, now=now),
    )


@shared_task
def resume_shops() -> int:
    """Opens shops again whose pause is over."""
    now = timezone.now()
    return _each(due.shops_to_resume(now), lambda row: resume_shop(vendor_id=row.pk, actor=CLOCK, now=now))


@shared_task
def size_photo(photo_id: int) -> None:
    """Makes the sizes of one photo; if this task is lost, the sweep makes them."""
    _each([photo_id], lambda pk: make_sizes(photo_id=pk, now=timezone.now()))


@shared_task
def size_photos() -> int:
    """Makes the sizes of photos whose own task was lost."""
    now = timezone.now()
    return _each(due.photos_to_size(now), lambda pk: make_sizes(photo_id=pk, now=now))


@shared_task
def forget_sessions() -> None:
    """Deletes sessions that have ended: a typed address lies in some of them."""
    call_command("clearsessions")


@shared_task
def send_messages() -> int:
    """Sends what waits in the outbox."""
    return send_waiting(now=timezone.now())


def _each(rows: Iterable[Row], act: Callable[[Row], object]) -> int:
    done = 0
    for row in rows:
        try:
            act(row)
        except (DomainError, GatewayUnreachable) as error:
            log.warning("clock: %s, tried again later", type(error).__name__)
        except Exception as error:  # noqa: BLE001  one odd row must not keep all later ones waiting
            log.error(  # noqa: TRY400  the exception's own words stay out, see below
                "clock: %s at %s %s\n%s", type(error).__name__, *_named(row), _where(error)
            )
        else:
            done += 1
    return done


def _named(row: object) -> tuple[str, object]:
    return type(row).__name__, getattr(row, "pk", row)


def _where(error: Exception) -> str:
    """The lines it came through, without its words: a database's message quotes people's data."""
    return "".join(traceback.format_tb(error.__traceback__))
