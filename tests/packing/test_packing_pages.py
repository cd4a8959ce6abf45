"""Packing at the desk: by day, by product, by photo, by weight; and what cannot be sent."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from common.audit import DEMO
from common.models import AuditEntry
from flow.cancel import cancel_by_operator
from fulfilment.models import Parcel, VendorOrder
from payments.models import Problem, Refund
from payments.services.problems import close_problem
from tests import people
from tests.flow.test_story import NOW
from tests.packing.test_waybills import bars, photo
from tests.packing.village import Scene, ordered_from, scene


@pytest.fixture
def village(db: None, client: Client) -> Scene:
    made = scene()
    client.force_login(people.member_of(made.own.vendor))
    return made


def due(part: VendorOrder, days: int) -> None:
    VendorOrder.objects.filter(pk=part.pk).update(ship_by=timezone.now() + timedelta(days=days))


def test_orders_stand_under_the_day_on_which_they_leave(client: Client, village: Scene) -> None:
    later, sooner = village.own, ordered_from(village.own.vendor)
    due(later, 1)
    due(sooner, -2)
    page = client.get(reverse("desk:home")).content.decode()
    marks = ["就该发了", sooner.number, "明天", later.number]
    assert [page.index(mark) for mark in marks] == sorted(page.index(mark) for mark in marks)
    assert village.other.number not in page


def test_the_picking_list_adds_up_all_open_orders_of_the_shop(
    client: Client, village: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        ordered_from(village.own.vendor)
    with django_assert_num_queries(5):
        page = client.get(reverse("desk:picking")).content.decode()
    # Three listings of the same name are three products.
    assert page.count("× 1</strong>") == 3
    assert "陈叔" not in page


def sending(part: VendorOrder, **changed: object) -> dict[str, object]:
    line = part.lines.get().sold_line_id
    return {f"weight-{line}": "5", "carrier": "", "waybill": "", **changed}


def test_a_whole_message_is_pasted(client: Client, village: Scene) -> None:
    sent = sending(village.own, waybill="中通快递 单号：75312345678901，请查收")
    assert client.post(reverse("desk:ship", args=[village.own.number]), sent).status_code == 302
    parcel = Parcel.objects.get()
    assert (parcel.carrier, parcel.waybill) == ("zto", "75312345678901")


def test_what_a_photo_says_is_shown_before_it_is_sent(client: Client, village: Scene) -> None:
    file = SimpleUploadedFile("p.jpg", photo(bars("YT1234567890123")).read())
    url = reverse("desk:ship", args=[village.own.number])
    page = client.post(url, sending(village.own, photo=file)).content.decode()
    assert 'name="waybill" value="YT1234567890123"' in page
    assert '<option value="yto" selected>' in page
    assert Parcel.objects.count() == 0
    client.post(url, sending(village.own, waybill="YT1234567890123", carrier="yto"))
    assert Parcel.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "grams", "back"),
    [
        ("4.5", 2250, "3.01"),
        ("４．５斤", 2250, "3.01"),
        ("2.25kg", 2250, "3.01"),
        ("5.5", 2750, None),
        ("", None, None),
    ],
)
def test_a_lighter_parcel_costs_less(
    client: Client, village: Scene, typed: str, grams: int | None, back: str | None
) -> None:
    line = village.own.lines.get()
    sent = sending(village.own, waybill="YT1234567890123", **{f"weight-{line.sold_line_id}": typed})
    assert client.post(reverse("desk:ship", args=[village.own.number]), sent).status_code == 302
    line.refresh_from_db()
    assert line.packed_g == grams
    assert [row.amount for row in Refund.objects.all()] == ([Decimal(back)] if back else [])


@pytest.mark.parametrize("typed", ["4,5", "4。5", "四斤半", "0.1", "50", "-4", "4.5.1"])
def test_b042_a_weight_that_is_unclear_is_asked_about(client: Client, village: Scene, typed: str) -> None:
    line = village.own.lines.get()
    sent = sending(village.own, waybill="YT1234567890123", **{f"weight-{line.sold_line_id}": typed})
    page = client.post(reverse("desk:ship", args=[village.own.number]), sent)
    assert page.status_code == 200
    assert "form-errors" in page.content.decode()
    assert (Parcel.objects.count(), Refund.objects.count()) == (0, 0)


def cannot(client: Client, part: VendorOrder) -> int:
    form = {"why": "没有货了", "words": "台风打掉了"}
    return client.post(reverse("desk:cannot-send", args=[part.number]), form).status_code


def test_what_cannot_be_sent_is_the_operators_to_decide(client: Client, village: Scene) -> None:
    for _ in range(2):
        assert cannot(client, village.own) == 302
    problem = Problem.objects.get()
    assert (problem.kind, problem.text) == (
        "cannot_send",
        f"{village.own.number} 李伯的店：没有货了，台风打掉了",
    )
    village.own.refresh_from_db()
    assert (village.own.state, Refund.objects.count()) == ("to_pack", 0)
    assert "正在等处理" in client.get(reverse("desk:order", args=[village.own.number])).content.decode()
    cancel_by_operator(vendor_order=village.own, reason="缺货", actor=DEMO, now=NOW)
    problem.refresh_from_db()
    assert (problem.closing_note, Refund.objects.get().amount) == ("这份订单已取消。", village.own.total)
    assert cannot(client, village.own) == 302
    assert Problem.objects.count() == 1


def test_an_answered_wish_may_be_said_again(client: Client, village: Scene) -> None:
    cannot(client, village.own)
    close_problem(problem=Problem.objects.get(), note="说好明天发", actor=DEMO, now=NOW)
    cannot(client, village.own)
    assert [row.closed_at is None for row in Problem.objects.order_by("pk")] == [False, True]


def test_another_households_part_is_not_there(client: Client, village: Scene) -> None:
    assert cannot(client, village.other) == 404
    sent = sending(village.other, waybill="YT1234567890123")
    assert client.post(reverse("desk:ship", args=[village.other.number]), sent).status_code == 404
    assert (Problem.objects.count(), Parcel.objects.count()) == (0, 0)
    assert AuditEntry.objects.filter(action="refused", object_id=village.other.number).count() == 2
