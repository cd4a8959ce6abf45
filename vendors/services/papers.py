"""Records a vendor's licences and withdraws them; nothing is deleted. The caller has the transaction."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.text import narrow
from vendors.models import Vendor, VendorPaper

_NUMBER_MAX = 40


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was shown: `valid_until` is the last day on which it counts."""

    kind: VendorPaper.Kind
    number: str
    valid_from: date
    valid_until: date


def record_paper(*, vendor: Vendor, paper: Paper, by: str, now: datetime) -> VendorPaper:
    """A paper, or the renewed one beside the older.

    Raises:
        DomainError: no number, days the wrong way round, or recorded before.
    """
    number = narrow(paper.number)
    if not number or len(number) > _NUMBER_MAX:
        raise DomainError(_("请填写证照编号，不超过40个字。"), code="no_number")
    if paper.valid_until < paper.valid_from:
        raise DomainError(_("有效期的最后一天不能早于第一天。"), code="bad_days")
    known = VendorPaper.objects.filter(
        vendor=vendor, kind=paper.kind, number=number, valid_until=paper.valid_until
    )
    if known.exists():
        raise DomainError(_("这张证照已经登记过。"), code="recorded_before")
    return VendorPaper.objects.create(
        vendor=vendor,
        kind=paper.kind,
        number=number,
        valid_from=paper.valid_from,
        valid_until=paper.valid_until,
        recorded_at=now,
        recorded_by=by,
    )


def withdraw(*, paper: VendorPaper, on: date, reason: str) -> None:
    """Revoked or entered by mistake: it counts no more.

    Raises:
        DomainError: no reason, or it was withdrawn before.
    """
    if paper.withdrawn_on is not None:
        raise DomainError(_("这张证照已经注销。"), code="withdrawn_before")
    if not reason.strip():
        raise DomainError(_("请写明注销原因。"), code="no_reason")
    paper.withdrawn_on, paper.withdrawal_reason = on, reason.strip()
    paper.save(update_fields=["withdrawn_on", "withdrawal_reason"])
