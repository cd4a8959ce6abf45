"""The operator's pages of lots: entered by household numbers, received, packed, paid by two people."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.models import Listing
from common.clock import local_day
from income.models import IncomeEntry
from income.prove import prove
from settlement.models import SupplyPayment
from tests import people
from tests.supply.lots import ZHILIAO, cooperative, household, license_until, received, rice
from vendors.models import SupplyLot, SupplyPacking, Vendor, VendorPaper

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator() -> Vendor:
    household("T1")
    household("T2", ZHILIAO, "吴婶")
    return cooperative()


def form(operator: Vendor, **changed: str) -> dict[str, str]:
    return {
        "submission": str(uuid4()),
        "rows": "6",
        "operator": str(operator.pk),
        "what": "丝苗米",
        "what_en": "",
        "price_per_kg": "￥７.10",
        "number_0": " ｔ１",
        "weight_0": "21.5",
        "number_2": "T2",
        "weight_2": "1,030.25",
        **changed,
    }


def test_a_lot_goes_from_the_scales_to_the_bank(client: Client, operator: Vendor) -> None:
    product = rice(operator)
    service, cashier, checker = people.staff("service"), people.staff("cashier"), people.staff("checker")
    client.force_login(service)
    answer = client.post(reverse("operator:enter-lot"), form(operator))
    lot = SupplyLot.objects.get()
    here = reverse("operator:lot", args=[lot.number])
    assert (answer.status_code, answer.headers["Location"]) == (302, here)
    assert (lot.grams, lot.amount, lot.state) == (1_051_750, Decimal("7467.43"), "draft")
    page = client.get(here).content.decode()
    assert "1,051.75 千克" in page
    assert "李*" in page
    assert "做付款单" not in page
    for _ in range(2):
        client.post(reverse("operator:receive-lot", args=[lot.number]))
    packing = {"submission": str(uuid4()), "listing": str(product.pk), "packs": "200"}
    for _ in range(2):
        assert client.post(reverse("operator:pack-lot", args=[lot.number]), packing).status_code == 302
    assert SupplyPacking.objects.get().packs == 200
    too_much = {**packing, "submission": str(uuid4())}
    answer = client.post(reverse("operator:pack-lot", args=[lot.number]), too_much)
    assert "这批货剩下的重量不够分装这么多份" in answer.content.decode()
    client.force_login(cashier)
    for _ in range(2):
        client.post(reverse("operator:make-supply-payment", args=[lot.number]))
    payment = SupplyPayment.objects.get()
    client.force_login(checker)
    client.post(reverse("operator:check-supply-payment", args=[payment.pk]))
    client.force_login(cashier)
    for _ in range(2):
        client.post(reverse("operator:pay-supply-payment", args=[payment.pk]), {"reference": "S-9"})
    assert list(IncomeEntry.objects.order_by("pk").values_list("amount", flat=True)) == [
        Decimal("152.65"),
        Decimal("7314.78"),
    ]
    assert "S-9" in client.get(reverse("operator:supply-payment", args=[payment.pk])).content.decode()
    assert prove() == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"number_0": "X9"}, "农户登记中没有这个编号"),
        ({"number_0": ""}, "请填写这一行的户编号"),
        ({"number_0": "T2"}, "这一户前面已经填过"),
        ({"weight_0": ""}, "请填写重量"),
        ({"weight_0": "1.0005"}, "form-errors"),
        ({"weight_0": "-1"}, "form-errors"),
        ({"price_per_kg": "7.105"}, "form-errors"),
        ({"price_per_kg": "0"}, "请填写每千克的收购价"),
        ({"number_0": "", "weight_0": "", "number_2": "", "weight_2": ""}, "请至少填写一户"),
    ],
)
def test_what_is_wrong_is_said_beside_the_line_and_nothing_is_entered(
    client: Client, operator: Vendor, changed: dict[str, str], said: str
) -> None:
    client.force_login(people.staff("service"))
    answer = client.post(reverse("operator:enter-lot"), form(operator, **changed))
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert SupplyLot.objects.count() == 0


def test_more_lines_come_without_javascript_and_keep_what_was_typed(client: Client, operator: Vendor) -> None:
    client.force_login(people.staff("cashier"))
    page = client.post(
        reverse("operator:enter-lot"), form(operator, more="1", number_0="X9")
    ).content.decode()
    assert 'name="number_11"' in page
    assert 'name="number_12"' not in page
    assert 'value="X9"' in page
    assert "form-errors" not in page
    assert SupplyLot.objects.count() == 0


def test_the_same_page_sent_twice_enters_one_lot(client: Client, operator: Vendor) -> None:
    client.force_login(people.staff("service"))
    typed = form(operator)
    for _ in range(2):
        assert client.post(reverse("operator:enter-lot"), typed).status_code == 302
    assert SupplyLot.objects.count() == 1


def test_a_draft_is_mended_a_received_lot_is_not(client: Client, operator: Vendor) -> None:
    client.force_login(people.staff("service"))
    client.post(reverse("operator:enter-lot"), form(operator))
    lot = SupplyLot.objects.get()
    mend = reverse("operator:mend-lot", args=[lot.number])
    page = client.get(mend).content.decode()
    assert 'value="21.5"' in page
    client.post(mend, form(operator, weight_0="20"))
    lot.refresh_from_db()
    assert lot.grams == 1_050_250
    client.post(reverse("operator:receive-lot", args=[lot.number]))
    client.post(mend, form(operator, weight_0="10"))
    lot.refresh_from_db()
    assert (lot.grams, lot.state) == (1_050_250, "received")


def test_a_lot_is_dropped_with_a_reason(client: Client, operator: Vendor) -> None:
    client.force_login(people.staff("service"))
    lot = received(operator, [(household("T3"), 1000)])
    void = reverse("operator:void-lot", args=[lot.number])
    client.post(void, {"reason": ""})
    lot.refresh_from_db()
    assert lot.state == "received"
    client.post(void, {"reason": "重复登记"})
    lot.refresh_from_db()
    assert (lot.state, lot.void_reason) == ("void", "重复登记")


def test_account_numbers_are_for_cashier_and_checker(client: Client, operator: Vendor) -> None:
    lot = received(operator, [(household("T3", name="李阿福"), 1000)])
    client.force_login(people.staff("cashier"))
    client.post(reverse("operator:make-supply-payment", args=[lot.number]))
    url = reverse("operator:supply-payment", args=[SupplyPayment.objects.get().pk])
    assert "李阿福" in client.get(url).content.decode()
    client.force_login(people.staff("service"))
    page = client.get(url).content.decode()
    assert "李阿福" not in page
    assert "户和收款账户" not in page


def test_a_paper_is_recorded_and_brings_goods_back(client: Client) -> None:
    operator = cooperative(licensed=False)
    today = local_day(timezone.now())
    paper = license_until(operator, today + timedelta(days=3))
    product = rice(operator)
    client.force_login(people.staff("service"))
    client.post(reverse("operator:withdraw-paper", args=[paper.pk]), {"reason": "登记错误"})
    product.refresh_from_db()
    assert product.state == "paused"
    page = client.get(reverse("operator:papers")).content.decode()
    assert "因证照过期下架的商品" in page
    typed = {
        "vendor": str(operator.pk),
        "kind": "food_production",
        "number": "ＳＣ2",
        "valid_from": "2026-01-01",
        "valid_until": str(date(today.year + 2, 1, 1)),
    }
    assert client.post(reverse("operator:papers"), typed).status_code == 302
    product.refresh_from_db()
    assert (product.state, VendorPaper.objects.get(number="SC2").kind) == ("on_sale", "food_production")
    assert "这张证照已经登记过" in client.post(reverse("operator:papers"), typed).content.decode()
    client.force_login(people.staff("cashier"))
    assert client.post(reverse("operator:papers"), {**typed, "number": "SC3"}).status_code == 200
    assert not VendorPaper.objects.filter(number="SC3").exists()
    assert Listing.objects.get().papers_until == date(today.year + 2, 1, 1)


def test_pages_are_complete_in_english(client: Client, operator: Vendor) -> None:
    client.force_login(people.staff("service", "cashier"))
    lot = received(operator, [(household("T3"), 1000)])
    for page, args in (("lots", []), ("papers", []), ("enter-lot", []), ("lot", [lot.number])):
        shown = client.get("/en" + reverse(f"operator:{page}", args=args)).content.decode()
        main = shown.split("<main", 1)[1].split("</main>", 1)[0]
        for word in ("收购", "批次", "证照", "重量", "金额"):
            assert word not in main
