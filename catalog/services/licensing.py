"""Papers come and go, and what is on sale follows: renewed goods come back, those without papers go off sale."""

from datetime import datetime, timedelta

from django.db import transaction

from catalog.models import Listing
from catalog.queries.papers import standing
from catalog.services.listings import put_on_sale, take_off_sale
from common.audit import Actor, record
from common.clock import local_day
from vendors.models import Vendor, VendorPaper
from vendors.services import papers
from vendors.services.papers import Paper

ON_SALE, PAUSED = Listing.State.ON_SALE, Listing.State.PAUSED


@transaction.atomic
def record_paper(*, vendor: Vendor, paper: Paper, actor: Actor, now: datetime) -> VendorPaper:
    """A new or renewed paper; goods that went off sale for want of it are on sale again.

    Raises:
        DomainError: no number, days the wrong way round, or recorded before.
    """
    made = papers.record_paper(vendor=vendor, paper=paper, by=actor.label, now=now)
    _record(made, "record_paper", actor, now)
    for listing in Listing.objects.filter(vendor=vendor, papers_until__isnull=False):
        found = standing(vendor_id=vendor.pk, product_class=listing.product_class, on=local_day(now))
        if not found.missing and listing.state in {ON_SALE, PAUSED}:
            put_on_sale(listing=listing, now=now)
    return made


@transaction.atomic
def withdraw_paper(*, paper: VendorPaper, reason: str, actor: Actor, now: datetime) -> None:
    """Revoked or entered by mistake: what has no other paper goes off sale at once.

    Raises:
        DomainError: no reason, or it was withdrawn before.
    """
    today = local_day(now)
    papers.withdraw(paper=paper, on=today, reason=reason)
    _record(paper, "withdraw_paper", actor, now, reason=reason)
    for listing in Listing.objects.filter(
        vendor_id=paper.vendor_id, state=ON_SALE, papers_until__isnull=False
    ):
        if standing(vendor_id=paper.vendor_id, product_class=listing.product_class, on=today).missing:
            take_off_sale(listing=listing, papers_until=today - timedelta(days=1))
        else:
            put_on_sale(listing=listing, now=now)


@transaction.atomic
def take_off_without_papers(*, listing: Listing, actor: Actor, now: datetime) -> None:
    """The last day has passed: off sale until the paper is renewed. Harmless when done twice or renewed meanwhile."""
    locked = Listing.objects.select_for_update(of=("self",)).get(pk=listing.pk)
    if locked.state != ON_SALE or locked.papers_until is None or locked.papers_until >= local_day(now):
        return
    take_off_sale(listing=locked, papers_until=locked.papers_until)
    record(
        actor=actor,
        action="listing_papers_ran_out",
        object_kind="listing",
        object_id=locked.pk,
        now=now,
        detail={"papers_until": locked.papers_until.isoformat()},
    )


def _record(paper: VendorPaper, action: str, actor: Actor, now: datetime, *, reason: str = "") -> None:
    record(
        actor=actor,
        action=action,
        object_kind="vendor",
        object_id=paper.vendor_id,
        now=now,
        reason=reason,
        detail={"kind": paper.kind, "number": paper.number, "valid_until": paper.valid_until.isoformat()},
    )
