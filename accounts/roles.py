"""Gives and ends roles. Each leaves a line in the audit log."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import OfficerRole, OperatorRole, User
from common.audit import Actor, record
from common.errors import DomainError
from places.queries import town_by_code, village_by_code

TOWN_DIGITS, VILLAGE_DIGITS = 9, 12


def make_officer(*, user: User, place: str, actor: Actor, now: datetime) -> OfficerRole:
    """An officer of the city (empty place), a town (nine digits) or a village (twelve).

    Raises:
        DomainError: there is no such place.
    """
    level = OfficerRole.Level
    town = town_by_code(place) if len(place) == TOWN_DIGITS else None
    village = village_by_code(place) if len(place) == VILLAGE_DIGITS else None
    if place and town is None and village is None:
        raise DomainError(_("没有这个镇或村的代码。"), code="unknown_place")
    role, _made = OfficerRole.objects.get_or_create(
        user=user,
        level=level.TOWN if town else level.VILLAGE if village else level.CITY,
        town=town,
        village=village,
        ended_at=None,
        defaults={"since": now},
    )
    record(
        actor=actor,
        action="make_officer",
        object_kind="user",
        object_id=user.pk,
        now=now,
        detail={"place": place or "city"},
    )
    return role


def make_staff(*, user: User, job: str, actor: Actor, now: datetime) -> OperatorRole:
    """A job with the operator.

    Raises:
        DomainError: there is no such job.
    """
    if job not in OperatorRole.Job.values:
        raise DomainError(_("没有这个岗位。"), code="unknown_job")
    role, _made = OperatorRole.objects.get_or_create(
        user=user, job=job, ended_at=None, defaults={"since": now}
    )
    record(
        actor=actor, action="make_staff", object_kind="user", object_id=user.pk, now=now, detail={"job": job}
    )
    return role


def end_roles(*, user: User, actor: Actor, now: datetime) -> int:
    """Ends every role of a person; it counts from their next request. Returns how many."""
    ended = OfficerRole.objects.filter(user=user, ended_at__isnull=True).update(ended_at=now)
    ended += OperatorRole.objects.filter(user=user, ended_at__isnull=True).update(ended_at=now)
    record(actor=actor, action="end_roles", object_kind="user", object_id=user.pk, now=now)
    return ended
