"""Writes a vendor's steps; a trigger asks for one whenever the state changes."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from vendors.models import Vendor, VendorStep

State = Vendor.State
Act = VendorStep.Act


def note_registered(*, vendor: Vendor, actor: Actor, now: datetime) -> None:
    """The first line of a shop that was registered at once."""
    _write(vendor, Act.REGISTER, from_state="", to_state=State.OPEN, actor=actor, now=now)


def note_invited(*, vendor: Vendor, actor: Actor, now: datetime) -> None:
    """The first line of a shop that was invited."""
    _write(vendor, Act.INVITE, from_state="", to_state=State.INVITED, actor=actor, now=now)


def step(
    *,
    vendor: Vendor,
    act: VendorStep.Act,
    allowed: set[State],
    to: State,
    actor: Actor,
    now: datetime,
    note: str = "",
    until: date | None = None,
) -> None:
    """Moves a locked vendor. The caller has the transaction.

    Raises:
        DomainError: its state does not allow this act any more.
    """
    if vendor.state not in allowed:
        raise DomainError(_("店铺的状态已经改变，请刷新后再看。"), code="wrong_state")
    _write(vendor, act, from_state=vendor.state, to_state=to, actor=actor, now=now, note=note, until=until)
    vendor.state, vendor.paused_until = to, until
    vendor.save(update_fields=["state", "paused_until"])
    record(
        actor=actor,
        action=f"vendor_{act.value}",
        object_kind="vendor",
        object_id=vendor.pk,
        now=now,
        reason=note,
    )


def _write(
    vendor: Vendor,
    act: VendorStep.Act,
    *,
    from_state: str,
    to_state: str,
    actor: Actor,
    now: datetime,
    note: str = "",
    until: date | None = None,
) -> None:
    VendorStep.objects.create(
        vendor=vendor,
        act=act,
        from_state=from_state,
        to_state=to_state,
        until=until,
        note=note,
        at=now,
        actor_label=actor.label,
        acted_for=actor.acted_for,
    )
