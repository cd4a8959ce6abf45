"""Who entered a household, a member or an account to pay to stands in the audit log; their data does not."""

import json
from datetime import date

import pytest

from common.audit import Actor
from common.errors import DomainError
from common.models import AuditEntry
from demo.people import certificate
from households.models import Household, HouseholdStatus, Member
from households.services import add_member, enter_household
from places.models import Village
from tests.flow.test_story import NOW, seller
from vendors.models import PayeeAccount
from vendors.services.accounts import set_payee

HUANG = Actor(id="7", label="黄科")
SINCE = date(2026, 1, 1)
pytestmark = pytest.mark.django_db


def entries() -> list[tuple[str, str, str, str, dict[str, int | str]]]:
    rows = AuditEntry.objects.order_by("pk")
    return list(rows.values_list("actor_id", "actor_label", "action", "object_id", "detail"))


def said() -> str:
    return json.dumps([[*row] for row in entries()], ensure_ascii=False)


def test_a_household_and_its_members() -> None:
    household = enter_household(
        village=Village.objects.get(pk="440883106206"),
        head_name="李伯",
        head_id_number=certificate(1),
        national_household_no="9901000001",
        provisional_no=None,
        status=HouseholdStatus.Status.REGISTERED,
        since=SINCE,
        actor=HUANG,
        now=NOW,
    )
    wife = add_member(
        household=household,
        name="陈婶",
        relation_to_head="配偶",
        id_number=certificate(2),
        joined_on=SINCE,
        actor=HUANG,
        now=NOW,
    )
    head = Member.objects.get(name="李伯")
    key = str(household.pk)
    assert entries() == [
        ("7", "黄科", "enter_household", key, {"village": "440883106206"}),
        ("7", "黄科", "add_member", key, {"member": head.pk}),
        ("7", "黄科", "add_member", key, {"member": wife.pk}),
    ]
    sensitive = ("李伯", "陈婶", certificate(1), certificate(2), "9901000001")
    assert [value for value in sensitive if value in said()] == []


def test_a_refused_member_leaves_no_record() -> None:
    household = Household.objects.get(pk=seller("440883106206", "李伯", 1).household_id)
    before = entries()
    with pytest.raises(DomainError):
        add_member(
            household=household,
            name="陈婶",
            relation_to_head="配偶",
            id_number="1",
            joined_on=SINCE,
            actor=HUANG,
            now=NOW,
        )
    assert entries() == before
    assert Member.objects.count() == 1


def test_the_account_that_is_paid() -> None:
    vendor = seller("440883106206", "李伯", 1)
    before = len(entries())
    payee = set_payee(
        vendor=vendor,
        holder_name="李伯",
        bank_name="测试银行",
        account_number="6222021234567890",
        verified_on=SINCE,
        actor=HUANG,
        now=NOW,
    )
    assert entries()[before:] == [("7", "黄科", "set_payee", str(vendor.pk), {"payee": payee.pk, "ended": 1})]
    assert [value for value in ("李伯", "6222021234567890", "测试银行") if value in said()] == []
    with pytest.raises(DomainError):
        set_payee(
            vendor=vendor,
            holder_name="别人",
            bank_name="测试银行",
            account_number="1",
            verified_on=SINCE,
            actor=HUANG,
            now=NOW,
        )
    assert len(entries()) == before + 1
    assert PayeeAccount.objects.get(ended_at=None) == payee
