"""Texts a household agrees to, and its consents: given to a wording, on a day, by somebody; taken back at once."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.clock import local_day
from common.errors import DomainError
from households.models import Consent, ConsentText, Household


def text_of(purpose: Consent.Purpose, *, on: date) -> ConsentText:
    """The wording that counts on a day.

    Raises:
        ConsentText.DoesNotExist: there is none yet.
    """
    return ConsentText.objects.filter(purpose=purpose, since__lte=on).latest("since")


def give(
    *,
    household: Household,
    purpose: Consent.Purpose,
    version: str,
    given_by: str,
    channel: str,
    about: str,
    actor: Actor,
    now: datetime,
) -> Consent:
    """A consent to the wording of today; `version` is the one that was read. The caller has the transaction.

    Raises:
        DomainError: not agreed, or to another wording than that of today.
    """
    text = text_of(purpose, on=local_day(now))
    if version != text.version:
        raise DomainError(
            _("请先看完并同意《%(title)s》。") % {"title": text.title}, code=f"not_agreed_{purpose.value}"
        )
    made = Consent.objects.create(
        household=household,
        purpose=purpose,
        text_version=version,
        about=about,
        given_at=now,
        given_by=given_by,
        channel=channel,
    )
    record(
        actor=actor,
        action="give_consent",
        object_kind="household",
        object_id=household.pk,
        now=now,
        detail={"consent": made.pk, "purpose": purpose.value, "version": version},
    )
    return made


def withdraw(*, consent: Consent, actor: Actor, now: datetime) -> None:
    """Taken back; taken back before is no fault. The caller has the transaction."""
    changed = Consent.objects.filter(pk=consent.pk, withdrawn_at__isnull=True).update(withdrawn_at=now)
    if changed:
        record(
            actor=actor,
            action="withdraw_consent",
            object_kind="household",
            object_id=consent.household_id,
            now=now,
            detail={"consent": consent.pk},
        )
