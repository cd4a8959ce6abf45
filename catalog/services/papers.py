"""Whether a listing may be put on sale, as a sentence for people. The database refuses what slips through."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from catalog.models import Label, Listing
from catalog.queries.papers import accepted, needs_label, standing
from common.clock import local_day
from common.errors import DomainError


def papers_until(listing: Listing, *, now: datetime) -> date | None:
    """The last day on which all papers of its class are in date; None where the class asks for none.

    Raises:
        DomainError: a paper or the label is missing; the sentence names what would do.
    """
    found = standing(vendor_id=listing.vendor_id, product_class=listing.product_class, on=local_day(now))
    if found.missing:
        raise DomainError(
            _("这类商品须有在有效期内的证照才能上架（任一即可）：%(kinds)s。请先登记证照。")
            % {"kinds": " / ".join(accepted(listing.product_class, found.missing[0]))},
            code="papers_missing",
        )
    if needs_label(listing.product_class) and not Label.objects.filter(listing=listing).exists():
        raise DomainError(_("预包装食品须先填写标签信息才能上架。"), code="label_missing")
    return found.until
