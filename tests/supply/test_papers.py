"""Papers: the database puts nothing on sale without them; the clock takes it off when they run out."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from catalog.models import Label, Listing, PaperRule
from catalog.queries.cards import on_sale
from catalog.queries.papers import off_sale_for_papers, papers_ran_out
from catalog.queries.products import can_be_bought
from catalog.services.licensing import record_paper, take_off_without_papers, withdraw_paper
from catalog.services.listings import LabelData, list_product, set_state
from clock.tasks import take_off_expired_papers
from common.audit import CLOCK, DEMO
from common.errors import DomainError
from common.models import AuditEntry
from tests.flow.test_story import NOW, storefront
from tests.supply.lots import LABEL, cooperative, household, license_until, packed, received, rice, rice_draft
from tests.supply.test_lots import refused_by
from vendors.models import Vendor, VendorPaper
from vendors.services.papers import Paper

pytestmark = pytest.mark.django_db
GUARD = "listing_on_sale_has_papers_in_date"
LAST = date(2026, 12, 31)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def paper(vendor: Vendor, kind: VendorPaper.Kind, until: date = LAST) -> VendorPaper:
    shown = Paper(kind=kind, number="ZS-1", valid_from=date(2026, 1, 1), valid_until=until)
    return record_paper(vendor=vendor, paper=shown, actor=DEMO, now=NOW)


def drafted(vendor: Vendor) -> Listing:
    """Processed goods with a label that are not on sale."""
    license_until(vendor, LAST)
    product = rice(vendor)
    set_state(listing=product, state=Listing.State.PAUSED, actor=DEMO, now=NOW)
    return product


def test_processed_goods_are_not_listed_without_papers_and_the_sentence_says_which() -> None:
    vendor = cooperative(licensed=False)
    with pytest.raises(DomainError, match="papers_missing") as refused:
        rice(vendor)
    assert "食品生产许可证 / 食品小作坊登记证" in refused.value.message
    assert Listing.objects.count() == 0
    paper(vendor, VendorPaper.Kind.WORKSHOP)
    with pytest.raises(DomainError, match="papers_missing") as refused:
        rice(vendor)
    assert "食品经营许可证" in refused.value.message
    paper(vendor, VendorPaper.Kind.PREPACKAGED_FILING, date(2026, 11, 30))
    listing = rice(vendor)
    assert (listing.state, listing.papers_until) == ("on_sale", date(2026, 11, 30))


def test_prepackaged_food_has_a_complete_label() -> None:
    vendor = cooperative()
    with pytest.raises(DomainError, match="label_missing"):
        list_product(vendor=vendor, draft=rice_draft(label=None), quantity=0, actor=DEMO, now=NOW)
    part = LabelData(LABEL.ingredients, LABEL.producer, " ", "1", "1", "1", "1")
    with pytest.raises(DomainError, match="label_incomplete"):
        list_product(vendor=vendor, draft=rice_draft(label=part), quantity=0, actor=DEMO, now=NOW)
    assert (Listing.objects.count(), Label.objects.count()) == (0, 0)


def test_the_database_refuses_what_slips_through() -> None:
    vendor = cooperative(licensed=False)
    product = drafted(vendor)
    listings = Listing.objects.filter(pk=product.pk)
    on = {"state": "on_sale", "on_sale_since": NOW, "papers_until": LAST}
    assert refused_by(lambda: listings.update(**{**on, "papers_until": None})) == GUARD
    assert refused_by(lambda: listings.update(**{**on, "papers_until": LAST + timedelta(days=1)})) == GUARD
    assert refused_by(lambda: listings.update(**{**on, "on_sale_since": None})) == GUARD
    first_day_without = datetime(2027, 1, 1, tzinfo=SHANGHAI)
    assert refused_by(lambda: listings.update(**{**on, "on_sale_since": first_day_without})) == GUARD
    Label.objects.all().delete()
    assert refused_by(lambda: listings.update(**on)) == GUARD


def test_the_last_moment_of_the_last_day_still_counts() -> None:
    product = drafted(cooperative(licensed=False))
    last_moment = datetime(2026, 12, 31, 23, 59, 59, tzinfo=SHANGHAI)
    set_state(listing=product, state=Listing.State.ON_SALE, actor=DEMO, now=last_moment)
    assert product.papers_until == LAST


def test_a_paper_withdrawn_or_anothers_does_not_count() -> None:
    vendor, other = cooperative(licensed=False), cooperative("另一家")
    product = drafted(vendor)
    VendorPaper.objects.filter(vendor=vendor).update(withdrawn_on=NOW.date(), withdrawal_reason="吊销")
    listings = Listing.objects.filter(pk=product.pk)
    on = {"state": "on_sale", "on_sale_since": NOW, "papers_until": LAST}
    assert refused_by(lambda: listings.update(**on)) == GUARD
    assert refused_by(lambda: listings.update(**on, product_class="processed")) == GUARD
    listings.update(**on, vendor=other)
    assert refused_by(lambda: listings.update(vendor=vendor)) == GUARD


def test_own_produce_asks_for_no_paper_until_it_becomes_processed() -> None:
    product = drafted(cooperative(licensed=False))
    VendorPaper.objects.update(withdrawn_on=NOW.date(), withdrawal_reason="吊销")
    listings = Listing.objects.filter(pk=product.pk)
    listings.update(product_class="own_produce", state="on_sale", on_sale_since=NOW)
    assert refused_by(lambda: listings.update(product_class="processed", papers_until=LAST)) == GUARD


def test_what_was_recorded_on_a_paper_stays() -> None:
    made = paper(cooperative(licensed=False), VendorPaper.Kind.WORKSHOP)
    papers = VendorPaper.objects.filter(pk=made.pk)
    frozen = "vendors_vendorpaper_keeps_what_was_written"
    assert refused_by(lambda: papers.update(valid_until=LAST + timedelta(days=400))) == frozen
    with pytest.raises(DomainError, match="recorded_before"):
        paper(made.vendor, VendorPaper.Kind.WORKSHOP)


def test_after_the_last_day_nobody_can_buy_even_before_the_clock_comes() -> None:
    vendor = cooperative(licensed=False)
    license_until(vendor, LAST)
    storefront(vendor)
    product = rice(vendor)
    packed(received(vendor, [(household("T1"), 50_000)]), product, 5)
    last = datetime(2026, 12, 31, 15, 59, tzinfo=UTC)
    after = last + timedelta(minutes=1)
    assert (on_sale(last).count(), on_sale(after).count()) == (1, 0)
    product.refresh_from_db()
    assert (can_be_bought(product, now=last), can_be_bought(product, now=after)) == (True, False)
    # Counters of what is on sale may still move: the guard looks at putting on sale only.
    Listing.objects.filter(pk=product.pk).update(sold_count=1)


def test_the_clock_takes_it_off_and_a_renewed_paper_brings_it_back() -> None:
    vendor = cooperative(licensed=False)
    license_until(vendor, LAST)
    product = rice(vendor)
    after = datetime(2027, 1, 1, 0, 1, tzinfo=SHANGHAI)
    assert list(papers_ran_out(after - timedelta(minutes=2))) == []
    assert list(papers_ran_out(after)) == [product]
    for _ in range(2):
        take_off_without_papers(listing=product, actor=CLOCK, now=after)
    product.refresh_from_db()
    assert (product.state, product.product.is_public) == ("paused", False)
    assert AuditEntry.objects.filter(action="listing_papers_ran_out").count() == 1
    assert list(off_sale_for_papers()) == [product]
    license_until(vendor, date(2027, 12, 31), now=after)
    product.refresh_from_db()
    assert (product.state, product.papers_until) == ("on_sale", date(2027, 12, 31))


def test_the_beat_takes_off_what_ran_out_overnight(monkeypatch: pytest.MonkeyPatch) -> None:
    vendor = cooperative(licensed=False)
    license_until(vendor, LAST)
    product = rice(vendor)
    for moment, done, state in (
        (datetime(2026, 12, 31, 23, 59, tzinfo=SHANGHAI), 0, "on_sale"),
        (datetime(2027, 1, 1, 0, 4, tzinfo=SHANGHAI), 1, "paused"),
        (datetime(2027, 1, 1, 0, 9, tzinfo=SHANGHAI), 0, "paused"),
    ):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        assert take_off_expired_papers() == done
        product.refresh_from_db()
        assert product.state == state


def test_what_was_paused_by_hand_stays_paused_when_a_paper_is_renewed() -> None:
    vendor = cooperative(licensed=False)
    product = drafted(vendor)
    license_until(vendor, date(2027, 12, 31))
    product.refresh_from_db()
    assert product.state == "paused"


def test_a_withdrawn_paper_takes_goods_off_sale_at_once_unless_another_will_do() -> None:
    vendor = cooperative(licensed=False)
    first = license_until(vendor, LAST)
    product = rice(vendor)
    second = license_until(vendor, date(2027, 12, 31))
    withdraw_paper(paper=second, reason="登记错误", actor=DEMO, now=NOW)
    product.refresh_from_db()
    assert (product.state, product.papers_until) == ("on_sale", LAST)
    withdraw_paper(paper=first, reason="吊销", actor=DEMO, now=NOW)
    product.refresh_from_db()
    assert (product.state, product.papers_until) == ("paused", date(2026, 11, 1))
    with pytest.raises(DomainError, match="papers_missing"):
        set_state(listing=product, state=Listing.State.ON_SALE, actor=DEMO, now=NOW)


def test_the_rules_are_data() -> None:
    PaperRule.objects.filter(product_class="processed").delete()
    assert rice(cooperative(licensed=False)).papers_until is None
