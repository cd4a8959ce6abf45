"""Somebody acts for a household by its consent: seen, written down with both names, and ended at once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from common.audit import DEMO
from common.errors import DomainError, NotForYou
from common.models import AuditEntry
from flow.place_order import Placed
from fulfilment.models import VendorOrder
from households.models import Consent
from tests import people
from tests.desk.joining import handed_in, helping, household, joined
from tests.flow.test_story import NOW, pay, placed_order
from vendors.models import DeskCard, Vendor, VendorMember, VendorStep
from vendors.services.helpers import Helper, end_help, let_help

pytestmark = pytest.mark.django_db


@pytest.fixture
def parts() -> tuple[VendorOrder, VendorOrder]:
    """One order, 李伯's part and 陈叔's."""
    placed: Placed = placed_order()
    pay(placed)
    first, second = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    return first, second


def band(client: Client, name: str = "orders") -> str:
    page = client.get(reverse(f"desk:{name}")).content.decode()
    return page.split('class="desk-acting"')[1].split("</p>")[0] if "desk-acting" in page else ""


def test_the_household_lets_a_helper_in_from_its_desk_and_ends_it(client: Client) -> None:
    vendor, user = joined(household())
    helper, phone = people.person("小吴"), Client()
    client.force_login(user)
    phone.force_login(helper)
    url = reverse("desk:helpers")
    form = {"name": "小吴", "relation": "村干部", "mobile": helper.mobile}
    assert "请先看完并同意" in client.post(url, form).content.decode()
    assert (
        "不能登记自己的号码"
        in client.post(url, {**form, "mobile": user.mobile, "agree_act_for": "1"}).content.decode()
    )
    assert not Consent.objects.exists()
    code = client.post(url, {**form, "agree_act_for": "1"}).context["code"]
    assert code not in client.get(url).content.decode()
    assert phone.get(reverse("desk:orders")).status_code == 404
    assert phone.post(reverse("desk:join"), {"code": code})["Location"] == reverse("desk:home")
    assert "李伯" in band(phone) or vendor.shop_name in band(phone)
    page = client.get(url).content.decode()
    assert "小吴（村干部）" in page
    assert (helper.mobile or "") not in page
    consent = Consent.objects.get()
    assert (consent.text_version, consent.channel, consent.given_by) == ("1", "desk", user.label)
    client.post(reverse("desk:helpers-end", args=[consent.pk]))
    assert phone.get(reverse("desk:orders")).status_code == 404
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None
    assert "小吴（村干部）" not in client.get(url).content.decode()


def test_each_act_names_both_and_the_household_reads_it(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    own, _other = parts
    helper = helping(own.vendor)
    client.force_login(helper)
    client.post(reverse("desk:pack"), {"number": own.number})
    client.post(reverse("desk:ship", args=[own.number]), {"carrier": "ems", "waybill": "TEST001"})
    client.post(reverse("desk:shop-act", args=["pause"]), {"until": "2099-01-01"})
    acts = AuditEntry.objects.filter(acted_for=f"vendor:{own.vendor_id}").order_by("pk")
    assert [(entry.action, entry.actor_id) for entry in acts] == [
        ("pack", str(helper.pk)),
        ("ship", str(helper.pk)),
    ]
    client.force_login(people.member_of(own.vendor))
    page = client.get(reverse("desk:helpers")).content.decode()
    for words in (helper.label, "标记打包", "填写运单，发货", own.number):
        assert words in page


def test_for_several_households_one_at_a_time(client: Client, parts: tuple[VendorOrder, VendorOrder]) -> None:
    own, other = parts
    helper = helping(own.vendor)
    helping(other.vendor, user=helper)
    client.force_login(helper)
    choose = reverse("desk:for-whom")
    assert client.get(reverse("desk:home"))["Location"] == choose
    assert client.get(reverse("desk:order", args=[own.number]))["Location"] == choose
    client.post(choose, {"vendor": own.vendor_id})
    assert own.vendor.shop_name in band(client)
    assert client.get(reverse("desk:order", args=[own.number])).status_code == 200
    # Not for this household: as if it were not there, and noted under the household the helper was at.
    assert client.get(reverse("desk:order", args=[other.number])).status_code == 404
    assert client.post(reverse("desk:pack"), {"number": other.number}).status_code == 404
    assert client.get(reverse("desk:money-of", args=[other.vendor_id])).status_code == 404
    assert client.get(reverse("desk:goods-of", args=[other.vendor_id])).status_code == 404
    assert other.number not in client.get(reverse("desk:orders")).content.decode()
    client.post(choose, {"vendor": other.vendor_id})
    assert other.vendor.shop_name in band(client)
    assert client.get(reverse("desk:order", args=[other.number])).status_code == 200
    assert client.post(choose, {"vendor": "0"}).status_code == 404
    assert client.post(choose, {"vendor": str(10**12)}).status_code == 404


def test_a_seller_who_helps_a_neighbour_stays_at_the_own_desk_until_they_choose(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    own, other = parts
    seller = helping(other.vendor, user=people.member_of(own.vendor))
    client.force_login(seller)
    assert band(client) == ""
    assert client.get(reverse("desk:order", args=[other.number])).status_code == 404
    client.post(reverse("desk:for-whom"), {"vendor": other.vendor_id})
    assert other.vendor.shop_name in band(client)
    assert client.get(reverse("desk:order", args=[own.number])).status_code == 404
    end_help(vendor=other.vendor, consent_id=Consent.objects.get().pk, actor=DEMO, now=NOW)
    assert client.get(reverse("desk:order", args=[other.number])).status_code == 404
    assert band(client) == ""
    assert client.get(reverse("desk:order", args=[own.number])).status_code == 200


def test_a_helper_touches_neither_helpers_nor_account_nor_the_end_of_the_shop(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    own, _other = parts
    client.force_login(helping(own.vendor))
    consent = Consent.objects.get()
    assert client.get(reverse("desk:helpers")).status_code == 404
    assert client.post(reverse("desk:helpers-end", args=[consent.pk])).status_code == 404
    assert client.get(reverse("desk:join-apply")).status_code == 404
    assert client.post(reverse("desk:shop-act", args=["stop"]), {"note": "x"}).status_code == 404
    assert client.get(reverse("desk:shop")).status_code == 200
    assert "停止卖货" not in client.get(reverse("desk:shop")).content.decode()
    own.vendor.refresh_from_db()
    assert own.vendor.state == "open"


def test_ended_before_the_card_was_entered_the_card_opens_nothing(client: Client) -> None:
    vendor, _user = joined(household())
    helper = people.person("小吴")
    code = let_help(
        vendor=Vendor.objects.select_related("household").get(pk=vendor.pk),
        helper=Helper("小吴", "亲戚", helper.mobile or ""),
        version="1",
        given_by="李伯",
        channel="paper",
        own_mobile=None,
        actor=DEMO,
        now=NOW,
    )
    end_help(vendor=vendor, consent_id=Consent.objects.get().pk, actor=DEMO, now=NOW)
    client.force_login(helper)
    assert "卡号或证件号码不对" in client.post(reverse("desk:join"), {"code": code}).content.decode()
    assert not VendorMember.objects.filter(user=helper).exists()


def test_the_database_keeps_consent_and_right_together(parts: tuple[VendorOrder, VendorOrder]) -> None:
    own, other = parts
    helper = helping(own.vendor)
    consent = Consent.objects.get()
    with pytest.raises(IntegrityError, match="consent_withdrawn_ends_who_acts_by_it"), transaction.atomic():
        Consent.objects.update(withdrawn_at=NOW)
    with pytest.raises(IntegrityError, match="helper_acts_by_a_consent_that_stands"), transaction.atomic():
        VendorMember.objects.create(vendor=other.vendor, user=helper, consent=consent, since=NOW)
    end_help(vendor=own.vendor, consent_id=consent.pk, actor=DEMO, now=NOW)
    with pytest.raises(IntegrityError, match="helper_acts_by_a_consent_that_stands"), transaction.atomic():
        VendorMember.objects.create(vendor=own.vendor, user=helper, consent=consent, since=NOW)
    with pytest.raises(NotForYou):
        end_help(vendor=other.vendor, consent_id=consent.pk, actor=DEMO, now=NOW)


def test_an_officer_records_a_paper_consent_but_never_for_themselves(
    client: Client,
) -> None:
    home = household()
    vendor, _user = handed_in(home)
    officer, helper = people.officer(village=vendor.village_id), people.person("阿强")
    client.force_login(officer)
    url = reverse("office:helper", args=[home.pk])
    form = {
        "signed_by": home.members.order_by("pk")[0].pk,
        "name": "阿强",
        "relation": "亲戚",
        "mobile": helper.mobile,
        "agree_act_for": "1",
    }
    own = client.post(url, {**form, "mobile": officer.mobile}).content.decode()
    assert "不能登记自己的号码" in own
    assert client.post(url, form).context["code"]
    consent = Consent.objects.get(purpose="act_for")
    assert (consent.channel, consent.given_by, consent.about) == ("paper", "李伯", "阿强（亲戚）")
    assert DeskCard.objects.filter(consent=consent).count() == 1


def test_nobody_without_a_name_helps() -> None:
    vendor, _user = joined(household())
    with pytest.raises(DomainError, match="no_name"):
        let_help(
            vendor=Vendor.objects.select_related("household").get(pk=vendor.pk),
            helper=Helper(" ", "亲戚", "13800138000"),
            version="1",
            given_by="李伯",
            channel="desk",
            own_mobile=None,
            actor=DEMO,
            now=NOW,
        )
    assert not Consent.objects.exists()


def test_a_pause_by_a_helper_names_both(client: Client, parts: tuple[VendorOrder, VendorOrder]) -> None:
    own, _other = parts
    helper = helping(own.vendor)
    client.force_login(helper)
    until = (timezone.localdate() + timedelta(days=7)).isoformat()
    client.post(reverse("desk:shop-act", args=["pause"]), {"until": until})
    step = VendorStep.objects.latest("pk")
    assert (step.act, step.actor_label, step.acted_for) == ("pause", helper.label, f"vendor:{own.vendor_id}")


def test_pages_cost_an_exact_number_of_statements(
    client: Client, parts: tuple[VendorOrder, VendorOrder], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.member_of(parts[0].vendor))
    for page, statements in (("helpers", 6), ("shop", 5), ("join", 3)):
        with django_assert_num_queries(statements):
            assert client.get(reverse(f"desk:{page}")).status_code == 200
