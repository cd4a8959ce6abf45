"""The village point: three taps a parcel, both names in the audit, and nobody else's business."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from common.audit import DEMO
from common.models import AuditEntry
from fulfilment.models import Parcel, PointParcel, VendorOrder
from fulfilment.services.points import stop_working_at
from tests import people
from tests.flow.test_story import NOW
from tests.packing.test_waybills import bars, photo
from tests.packing.village import HERE, Scene, ordered_from, scene


@pytest.fixture
def village(db: None) -> Scene:
    return scene()


def url(name: str, *args: object) -> str:
    return reverse(f"desk:point-{name}" if name else "desk:point", args=[HERE, *args])


def label_of(part: VendorOrder, **changed: Any) -> dict[str, Any]:
    """The form as the page shows it, and the waybill."""
    line = part.lines.get()
    return {f"weight-{line.sold_line_id}": "5", "carrier": "", "waybill": "YT1234567890123", **changed}


def test_three_taps_and_nothing_typed_twice(client: Client, village: Scene) -> None:
    client.force_login(village.worker)
    page = client.get(url("")).content.decode()
    assert "李伯的店" in page
    assert f'action="{url("take", village.own.number)}"' in page
    client.post(url("take", village.own.number))
    page = client.get(url("")).content.decode()
    # Weighed as sold unless somebody says otherwise.
    assert f'name="weight-{village.own.lines.get().sold_line_id}" value="5"' in page
    slip = SimpleUploadedFile("p.jpg", photo(bars("YT1234567890123")).read())
    client.post(url("label", village.own.number), label_of(village.own, waybill="", photo=slip))
    page = client.get(url("")).content.decode()
    assert "YT1234567890123" in page
    assert f'value="{village.own.number}" checked' in page
    client.post(url("hand-over"), {"number": village.own.number})
    village.own.refresh_from_db()
    parcel = Parcel.objects.get()
    assert (village.own.state, parcel.carrier, parcel.waybill) == ("shipped", "yto", "YT1234567890123")
    assert "今天已交 1 件" in client.get(url("")).content.decode()
    acts = AuditEntry.objects.filter(actor_id=str(village.worker.pk)).order_by("pk")
    assert [(row.action, row.acted_for) for row in acts] == [
        ("take_at_point", f"vendor:{village.own.vendor_id}"),
        ("weigh", f"vendor:{village.own.vendor_id}"),
        ("label_at_point", f"vendor:{village.own.vendor_id}"),
        ("ship", f"vendor:{village.own.vendor_id}"),
        ("hand_over_at_point", f"vendor:{village.own.vendor_id}"),
    ]
    assert {row.actor_label for row in acts} == {village.worker.label}


def test_a_tap_that_comes_twice_changes_nothing(client: Client, village: Scene) -> None:
    client.force_login(village.worker)
    for _ in range(2):
        client.post(url("take", village.own.number))
    for _ in range(2):
        client.post(url("label", village.own.number), label_of(village.own))
    for _ in range(2):
        client.post(url("hand-over"), {"number": village.own.number})
    assert (PointParcel.objects.count(), Parcel.objects.count()) == (1, 1)


def test_the_steps_follow_each_other(client: Client, village: Scene) -> None:
    client.force_login(village.worker)
    client.post(url("label", village.own.number), label_of(village.own))
    client.post(url("hand-over"), {"number": village.own.number})
    client.post(url("take", village.own.number))
    client.post(url("hand-over"), {"number": village.own.number})
    village.own.refresh_from_db()
    parcel = PointParcel.objects.get()
    assert (village.own.state, parcel.labelled_at, Parcel.objects.count()) == ("packed", None, 0)


def test_an_unreadable_photo_says_so_and_the_field_stays(client: Client, village: Scene) -> None:
    client.force_login(village.worker)
    client.post(url("take", village.own.number))
    for file, said in (
        (photo().read(), "照片里没有读到条码"),
        (b"%PDF-1.7 x", "这是 PDF 文件，不是照片"),
    ):
        sent = label_of(village.own, waybill="", photo=SimpleUploadedFile("p.jpg", file))
        page = client.post(url("label", village.own.number), sent).content.decode()
        assert said in page
        assert 'name="waybill"' in page
    assert PointParcel.objects.get().labelled_at is None


def test_a_waybill_is_on_one_parcel(client: Client, village: Scene) -> None:
    second = ordered_from(village.own.vendor)
    client.force_login(village.worker)
    for part in (village.own, second):
        client.post(url("take", part.number))
    client.post(url("label", village.own.number), label_of(village.own))
    page = client.post(url("label", second.number), label_of(second)).content.decode()
    assert "这个运单号已经用过" in page
    assert PointParcel.objects.filter(labelled_at__isnull=False).count() == 1


def test_the_words_for_the_group_name_no_buyer_and_no_amount(client: Client, village: Scene) -> None:
    client.force_login(village.worker)
    page = client.get(url("")).content.decode()
    words = page.partition("<textarea")[2].partition("</textarea>")[0]
    assert "【那罗村点】请把货送到村点，快递 16:00 来收。" in words
    assert "李伯的店：香蕉 5斤装 ×1" in words
    assert "陈叔" not in words
    for secret in ("阿珍", "138", "测试路", "¥", "30.10", village.own.number):
        assert secret not in words


OUTSIDERS = [
    "the vendor",
    "a neighbour",
    "another point",
    "an officer",
    "a shopper",
    "who left",
    "a stranger",
]


def outsider(village: Scene, who: str) -> User | None:
    if who == "who left":
        stop_working_at(point=village.point, user=village.worker, actor=DEMO, now=NOW)
    known = {
        "the vendor": people.member_of(village.own.vendor),
        "a neighbour": people.member_of(village.other.vendor, name="陈叔"),
        "another point": village.other_worker,
        "an officer": people.officer(village=HERE),
        "a shopper": people.person("阿珍"),
        "who left": village.worker,
    }
    return known.get(who)


@pytest.mark.parametrize("who", OUTSIDERS)
def test_the_point_is_nobody_elses_business(client: Client, village: Scene, who: str) -> None:
    client.force_login(village.worker)
    client.post(url("take", village.own.number))
    client.post(url("label", village.own.number), label_of(village.own))
    client.logout()
    user = outsider(village, who)
    if user is not None:
        client.force_login(user)
    number = village.own.number
    asked = [
        client.get(url("")),
        client.get(url("parcel", number)),
        client.post(url("take", number)),
        client.post(url("label", number), label_of(village.own, waybill="YT9999999999999")),
        client.post(url("hand-over"), {"number": number}),
    ]
    if user is None:
        assert {answer.status_code for answer in asked} == {302}
        assert all(answer["Location"].startswith("/account/") for answer in asked)
    else:
        assert {answer.status_code for answer in asked} == {404}
        refused = AuditEntry.objects.filter(action="refused", actor_id=str(user.pk))
        assert refused.count() == 5
    village.own.refresh_from_db()
    assert (village.own.state, PointParcel.objects.get().waybill, Parcel.objects.count()) == (
        "packed",
        "YT1234567890123",
        0,
    )


def test_another_villages_parcel_is_not_there(client: Client, village: Scene) -> None:
    client.force_login(village.worker)
    number = village.other.number
    answers = [
        client.get(url("parcel", number)),
        client.post(url("take", number)),
        client.post(url("label", number), label_of(village.other)),
        client.post(url("hand-over"), {"number": [village.own.number, number]}),
        client.get(reverse("desk:slip", args=[number])),
        client.get(reverse("desk:opened", args=[number])),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert PointParcel.objects.count() == 0
    assert number not in client.get(url("")).content.decode()


def test_pages_cost_an_exact_number_of_statements(
    client: Client, village: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    more = [ordered_from(village.own.vendor) for _ in range(3)]
    client.force_login(village.worker)
    client.post(url("take", more[0].number))
    client.post(url("take", more[1].number))
    client.post(url("label", more[1].number), label_of(more[1]))
    # The first look takes the messages of the taps away.
    client.get(url(""))
    with django_assert_num_queries(8):
        assert client.get(url("")).status_code == 200
    with django_assert_num_queries(8):
        assert client.get(url("parcel", more[1].number)).status_code == 200


def test_home_leads_the_people_of_a_point_there(client: Client, village: Scene) -> None:
    client.force_login(village.worker)
    assert client.get(reverse("desk:home"))["Location"] == url("")
    assert client.get(f"/en{url('')}").status_code == 200


def test_a_photo_is_let_go(client: Client, village: Scene, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    client.force_login(village.worker)
    client.post(url("take", village.own.number))
    big = photo(bars("YT1234567890123")).read() + b"\0" * 3_000_000
    sent = label_of(village.own, waybill="", photo=SimpleUploadedFile("p.jpg", io.BytesIO(big).read()))
    client.post(url("label", village.own.number), sent)
    assert PointParcel.objects.get().waybill == "YT1234567890123"
    assert list(tmp_path.iterdir()) == []
