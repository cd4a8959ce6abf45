"""The packing slip: on the screen, as PDF, or as a page; who may open it; what stands on it."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from common import printing
from common.audit import DEMO
from flow.confirm_receipt import complete, confirm_receipt
from flow.ship import ship
from fulfilment.models import VendorOrder
from fulfilment.queries.slips import slip_of
from orders.models import Placement
from places.models import Village
from tests import people
from tests.flow.test_story import NOW, seller, storefront
from tests.packing.village import Scene, ordered_from, point_in, scene

needs_pdf = pytest.mark.skipif(
    bool(printing.missing()), reason="this machine has no Pango or no Chinese font"
)


@pytest.fixture
def village(db: None) -> Scene:
    return scene()


def text_of(content: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 1
    return "".join(pages[0].extract_text().split())


def far_off() -> VendorOrder:
    """From 塘㙍镇, to people whose names few fonts hold."""
    code = Village.objects.filter(town__name="塘㙍镇").order_by("code")[0].code
    vendor = seller(code, "李伯", 1)
    storefront(vendor)
    point_in(code, "塘㙍村点")
    part = ordered_from(vendor)
    Placement.objects.filter(pk=part.order_id).update(
        contact_name="欧阳𬭊·钱䶮孙𠮷阿依古丽买买提", note="轻放"
    )
    return part


@needs_pdf
@pytest.mark.django_db
@pytest.mark.parametrize(("size", "width"), [("a4", 210), ("label", 100)])
def test_b073_b088_b089_the_pdf_says_all_of_it(client: Client, size: str, width: int) -> None:
    part = far_off()
    client.force_login(people.member_of(part.vendor))
    answer = client.get(reverse("desk:slip-printed", args=[part.number, size]))
    assert answer["Content-Type"] == "application/pdf"
    page = pypdf.PdfReader(io.BytesIO(answer.content)).pages[0]
    assert round(float(page.mediabox.width) / 72 * 25.4) == width
    said = text_of(answer.content)
    for written in (
        part.number,
        "塘㙍镇",
        "塘㙍村点",
        "村口大榕树旁",
        "0759-5550101",
        "欧阳𬭊·钱䶮孙𠮷阿依古丽买买提",
        "13800138000",
        "测试路1号",
        "香蕉5斤装",
        "×1",
        "轻放",
    ):
        assert written in said
    assert "¥" not in said


def test_without_pango_the_browser_prints_a_page(
    client: Client, village: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "missing", lambda: ("a font",))
    client.force_login(people.member_of(village.own.vendor))
    page = client.get(reverse("desk:slip-printed", args=[village.own.number, "label"])).content.decode()
    assert "css/slip-label.css" in page
    assert "那罗村点" in page
    assert client.get(reverse("desk:slip-printed", args=[village.own.number, "a3"])).status_code == 404


def test_the_code_opens_the_order_for_those_who_may(client: Client, village: Scene) -> None:
    number = village.own.number
    opened = reverse("desk:opened", args=[number])
    member = people.member_of(village.own.vendor)
    client.force_login(member)
    assert client.get(opened)["Location"] == reverse("desk:order", args=[number])
    client.force_login(village.worker)
    assert client.get(opened)["Location"] == reverse(
        "desk:point-parcel", args=[village.point.village_id, number]
    )
    assert client.get(reverse("desk:slip", args=[number])).status_code == 200
    others = [
        village.other_worker,
        people.officer(),
        people.person("阿珍"),
        people.member_of(village.other.vendor),
    ]
    for user in others:
        client.force_login(user)
        for name, args in (("opened", []), ("slip", []), ("slip-printed", ["a4"])):
            assert client.get(reverse(f"desk:{name}", args=[number, *args])).status_code == 404
    client.logout()
    assert client.get(opened)["Location"].startswith("/account/")


def test_the_buyer_is_masked_on_the_slip_30_days_after_completion(village: Scene) -> None:
    part = village.own
    ship(vendor_order=part, carrier="ems", waybill="TEST001", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    done = NOW + timedelta(days=3)
    complete(vendor_order=part, actor=DEMO, now=done)
    part.refresh_from_db()
    assert slip_of(part, now=done + timedelta(days=29)).to.name == "阿珍"
    masked = slip_of(part, now=done + timedelta(days=30))
    assert (masked.to.name, masked.to.mobile, masked.waybill) == ("阿*", "138****8000", "TEST001")


def test_a_village_without_a_point_writes_its_place_and_no_household(village: Scene) -> None:
    village.point.members.all().delete()
    village.point.delete()
    sender = slip_of(VendorOrder.objects.get(pk=village.own.pk), now=NOW).sender
    assert not sender.is_open
    assert sender.address.startswith("广东省湛江市吴川市")
    assert "李伯" not in f"{sender.name}{sender.address}"
