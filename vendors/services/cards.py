"""One-time cards: printed by the village, entered once at the desk by who signed in with the number it was made for.

Numbers are recycled: a code by SMS shows who has the number today, the card who was meant (B120).
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hmac import compare_digest

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.queries import actor as actor_of
from common.audit import Actor, record
from common.encryption import lookup_hash
from common.errors import DomainError
from common.text import clean_mobile, narrow
from households.models import Consent, Member
from households.services import clean_id_number
from vendors.locks import lock_vendor
from vendors.models import DeskCard, Vendor, VendorMember
from vendors.models.joining import MOST_TRIES

# Nothing that looks like something else: no 0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, Q.
LETTERS = "ACDEFHJKMNPRTUVWXY3479"
LENGTH = 8
VALID = timedelta(days=30)
# As long as a session lasts, and as operators keep a number before somebody else gets it.
ASLEEP = timedelta(days=90)


@transaction.atomic
def issue_card(*, vendor: Vendor, mobile: str, whom: Member | Consent, actor: Actor, now: datetime) -> str:
    """The code to print, told this once. An earlier card for the same number and shop is worth nothing any more.

    Raises:
        DomainError: no mobile number, or the member left or has no certificate number to be known by.
    """
    number = clean_mobile(mobile)
    if isinstance(whom, Member) and (whom.left_on is not None or whom.id_number_hash is None):
        raise DomainError(_("这位成员没有登记证件号码，请先登记，或换一位成员。"), code="not_verified")
    lock_vendor(vendor.pk)
    _waiting(number).filter(vendor=vendor).update(withdrawn_at=now)
    code = "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
    card = DeskCard.objects.create(
        vendor=vendor,
        person=whom if isinstance(whom, Member) else None,
        consent=whom if isinstance(whom, Consent) else None,
        number_hash=_hash(number),
        code_hash=_hash(number + code),
        issued_at=now,
        issued_by=actor.label,
        expires_at=now + VALID,
    )
    record(
        actor=actor,
        action="issue_card",
        object_kind="vendor",
        object_id=vendor.pk,
        now=now,
        detail={"card": card.pk},
    )
    return code


def enter_card(*, user: User, code: str, id_number: str, now: datetime) -> VendorMember:
    """The desk is open for this person. Pressed twice it is the same.

    `id_number` is the certificate number of the member whom the card was made for; a helper's card asks for none.

    Raises:
        DomainError: the certificate number is malformed (no try is lost); or card or number are not right, used,
            expired or tried too often: which of them is not said.
    """
    certificate = clean_id_number(id_number) if id_number.strip() else ""
    typed = "".join(narrow(code).split()).replace("-", "").upper()
    with transaction.atomic():
        member = _entered(user, typed, certificate, now)
    if member is None:
        raise DomainError(
            _("卡号或证件号码不对，或者卡已用过、过期。请对照再看一遍；还是不行，请村里重新打一张卡。"),
            code="wrong_card",
        )
    return member


def note_sign_in(*, user: User, now: datetime) -> None:
    """Who has not signed in for too long may have the number of somebody else: their desks ask for a new card."""
    current = VendorMember.objects.filter(user=user, ended_at__isnull=True)
    slept = current.filter(signed_in_at__lt=now - ASLEEP).update(ended_at=now)
    current.update(signed_in_at=now)
    if slept:
        record(
            actor=actor_of(user),
            action="desk_asks_for_a_card",
            object_kind="user",
            object_id=user.pk,
            now=now,
            detail={"shops": slept},
        )


def _entered(user: User, typed: str, certificate: str, now: datetime) -> VendorMember | None:
    number = user.mobile or ""
    expected = _hash(number + typed)
    waiting = list(_waiting(number).select_for_update(of=("self",)).select_related("person").order_by("pk"))
    live = [card for card in waiting if card.expires_at > now and card.tries < MOST_TRIES]
    # The lock makes tries that come together count one by one.
    DeskCard.objects.filter(pk__in=[card.pk for card in live]).update(tries=F("tries") + 1)
    found = next((card for card in live if compare_digest(card.code_hash, expected)), None)
    if found is None:
        return _entered_before(user, expected)
    if found.person is not None and not _is_of(found.person, certificate):
        return None
    DeskCard.objects.filter(pk=found.pk).update(used_at=now, used_by=user)
    _give_back_tries([card for card in live if card.pk != found.pk])
    return _let_in(found, user, now)


def _is_of(person: Member, certificate: str) -> bool:
    known = person.id_number_hash or ""
    return person.left_on is None and compare_digest(known, lookup_hash(certificate))


def _let_in(card: DeskCard, user: User, now: datetime) -> VendorMember:
    current = VendorMember.objects.filter(vendor=card.vendor_id, ended_at__isnull=True)
    if card.person_id:
        # The household's number changed: who has the old one is out at the next tap (B048, B120).
        current.filter(person=card.person_id).exclude(user=user).update(ended_at=now)
    current.filter(user=user).update(ended_at=now)
    member = VendorMember.objects.create(
        vendor_id=card.vendor_id,
        user=user,
        person_id=card.person_id,
        consent_id=card.consent_id,
        signed_in_at=now,
        since=now,
    )
    record(
        actor=actor_of(user),
        action="enter_card",
        object_kind="vendor",
        object_id=card.vendor_id,
        now=now,
        detail={"card": card.pk},
    )
    return member


def _entered_before(user: User, expected: str) -> VendorMember | None:
    used = DeskCard.objects.filter(used_by=user, code_hash=expected).first()
    if used is None:
        return None
    return VendorMember.objects.filter(vendor=used.vendor_id, user=user, ended_at__isnull=True).first()


def _give_back_tries(others: Sequence[DeskCard]) -> None:
    """A right card costs the person's other cards no try."""
    DeskCard.objects.filter(pk__in=[card.pk for card in others]).update(tries=F("tries") - 1)


def _waiting(number: str) -> QuerySet[DeskCard]:
    return DeskCard.objects.filter(number_hash=_hash(number), used_at__isnull=True, withdrawn_at__isnull=True)


def _hash(text: str) -> str:
    return lookup_hash(f"desk-card:{text}")
