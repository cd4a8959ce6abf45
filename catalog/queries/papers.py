"""What papers a class asks for, what a vendor holds, and what is on sale without."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from catalog.models import Listing, PaperRule
from common.clock import local_day
from vendors.models import VendorPaper


@dataclass(frozen=True, slots=True)
class Standing:
    """How a vendor stands with a class on a day: what is missing, or the last day on which all is in date."""

    missing: tuple[PaperRule.Need, ...]
    until: date | None


def standing(*, vendor_id: int, product_class: str, on: date) -> Standing:
    """Needs met by papers in date on that day. Of a need the paper that lasts longest counts. Two statements."""
    rules = PaperRule.objects.filter(product_class=product_class).exclude(kind=PaperRule.LABEL_KIND)
    kinds: dict[str, set[str]] = {}
    for need, kind in rules.values_list("need", "kind"):
        kinds.setdefault(need, set()).add(kind)
    held = list(
        VendorPaper.objects.filter(
            vendor_id=vendor_id, withdrawn_on__isnull=True, valid_from__lte=on, valid_until__gte=on
        ).values_list("kind", "valid_until")
    )
    last = {
        need: max((until for kind, until in held if kind in wanted), default=None)
        for need, wanted in kinds.items()
    }
    missing = tuple(PaperRule.Need(need) for need, until in last.items() if until is None)
    return Standing(missing, None if missing else min((day for day in last.values() if day), default=None))


def needs_label(product_class: str) -> bool:
    """Whether goods of the class are sold with a label's data."""
    return PaperRule.objects.filter(product_class=product_class, kind=PaperRule.LABEL_KIND).exists()


def accepted(product_class: str, need: PaperRule.Need) -> Sequence[str]:
    """The papers that meet a need, in the reader's language."""
    rules = PaperRule.objects.filter(product_class=product_class, need=need)
    return [str(rule.get_kind_display()) for rule in rules]


def papers_ran_out(now: datetime) -> QuerySet[Listing]:
    """Listings on sale whose papers' last day has passed."""
    return Listing.objects.filter(state=Listing.State.ON_SALE, papers_until__lt=local_day(now)).order_by("pk")


def off_sale_for_papers() -> QuerySet[Listing]:
    """Listings off sale until a paper is renewed: whoever pauses goods by hand leaves no day in `papers_until`."""
    paused = Listing.objects.filter(state=Listing.State.PAUSED, papers_until__isnull=False)
    return paused.select_related("product", "vendor").order_by("vendor_id", "pk")
