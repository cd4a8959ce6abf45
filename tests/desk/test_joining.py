"""From the card to an open shop: each state by one written act; a number alone opens no desk."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from catalog.models import Storefront
from clock.tasks import resume_shops
from common.audit import DEMO
from common.encryption import lookup_hash
from common.errors import DomainError
from common.models import AuditEntry
from flow.vendor_state import open_shop, pause_shop, resume_shop, stop_shop
from households.models import Consent, ConsentText, Member
from tests import people
from tests.desk.joining import (
    ALL_AGREED,
    CERTIFICATE,
    LI,
    SONS,
    application,
    carded,
    handed_in,
    head,
    household,
    joined,
)
from tests.flow.test_story import NOW, storefront
from vendors.models import DeskCard, PayeeAccount, Vendor, VendorMember, VendorStep
from vendors.services.cards import ASLEEP, LETTERS, VALID, enter_card, issue_card, note_sign_in
from vendors.services.joining import give_back, invite, refuse, submit

pytestmark = pytest.mark.django_db


def refused_card(**given: object) -> str:
    with pytest.raises(DomainError) as caught:
        enter_card(**given)  # type: ignore[arg-type]
    return caught.value.code


def test_the_whole_way_in_the_browser(client: Client) -> None:
    home = household()
    officer, user = people.officer(village=LI, name="小吴"), people.person("李伯")
    client.force_login(officer)
    page = client.post(
        reverse("office:invite", args=[home.pk]), {"person": head(home).pk, "mobile": user.mobile}
    )
    code = page.context["code"]
    assert len(code) == 8
    assert set(code) <= set(LETTERS)
    assert f"{code[:4]} {code[4:]}" in page.content.decode()
    assert code not in client.get(reverse("office:invite", args=[home.pk])).content.decode()

    client.force_login(user)
    assert "我有卡" in client.get(reverse("desk:home")).content.decode()
    answer = client.post(
        reverse("desk:join"), {"code": f"{code[:4]} {code[4:].lower()}", "id_number": CERTIFICATE}
    )
    assert answer["Location"] == reverse("desk:join-apply")
    page_text = client.get(reverse("desk:join-apply")).content.decode()
    assert "自产自销声明" in page_text
    assert "第 1 版，2026-01-01 起使用" in page_text
    form = {
        "shop_name": "李伯香蕉",
        "holder": head(home).pk,
        "bank_name": "农村信用社",
        "account_number": "６２２８ 0000 0000 1234",
        **{f"agree_{purpose}": version for purpose, version in ALL_AGREED.items()},
    }
    assert client.post(reverse("desk:join-apply"), form)["Location"] == reverse("desk:shop")
    vendor = Vendor.objects.get(household=home)
    assert (vendor.state, vendor.shop_name) == ("in_review", "李伯香蕉")

    client.force_login(officer)
    assert "李伯香蕉" in client.get(reverse("office:joining")).content.decode()
    review = reverse("office:joining-review", args=[vendor.pk])
    seen = client.get(review).content.decode()
    assert "1234" in seen
    assert "6228" not in seen
    assert CERTIFICATE not in seen
    assert "请写明原因" in client.post(review, {"verdict": "give_back", "note": " "}).content.decode()
    assert client.post(review, {"verdict": "pass"})["Location"] == reverse("office:joining")
    vendor.refresh_from_db()
    assert (vendor.state, vendor.opened_at is not None) == ("open", True)
    assert client.get(review).status_code == 404
    assert list(VendorStep.objects.values_list("act", "from_state", "to_state")) == [
        ("invite", "", "invited"),
        ("submit", "invited", "in_review"),
        ("pass", "in_review", "open"),
    ]


def test_nothing_that_was_typed_is_kept_in_the_clear() -> None:
    home, user = household(), people.person("李伯")
    _vendor, code = carded(user, home)
    card = DeskCard.objects.get()
    for kept in (card.code_hash, card.number_hash):
        assert code not in kept
        assert (user.mobile or "") not in kept
        assert kept != lookup_hash(code)
    details = "".join(str(entry.detail) for entry in AuditEntry.objects.all())
    assert code not in details
    assert (user.mobile or "") not in details


def test_a_card_is_for_its_number_its_member_and_one_time() -> None:
    home, user, stranger = household(), people.person("李伯"), people.person("生人")
    vendor, code = carded(user, home)
    wrong = [
        {"user": stranger, "code": code, "id_number": CERTIFICATE},
        {"user": user, "code": "AAAAAAAA", "id_number": CERTIFICATE},
        {"user": user, "code": code, "id_number": SONS},
        {"user": user, "code": code, "id_number": ""},
        {"user": user, "code": code, "id_number": CERTIFICATE, "now": NOW + VALID},
    ]
    for given in wrong:
        assert refused_card(**{"now": NOW, **given}) == "wrong_card"
    assert not VendorMember.objects.exists()
    # The stranger and the expired one cost no try.
    assert DeskCard.objects.get().tries == 3
    made = enter_card(user=user, code=f" {code[:4]}-{code[4:]} ", id_number=CERTIFICATE, now=NOW)
    assert (made.vendor_id, made.person) == (vendor.pk, head(home))
    assert enter_card(user=user, code=code, id_number=CERTIFICATE, now=NOW) == made
    assert VendorMember.objects.count() == 1


def test_a_slip_of_the_pen_in_the_certificate_costs_no_try_and_five_wrong_ones_end_the_card() -> None:
    home, user = household(), people.person("李伯")
    _vendor, code = carded(user, home)
    assert refused_card(user=user, code=code, id_number="990101196101010011", now=NOW) == "bad_id_number"
    assert DeskCard.objects.get().tries == 0
    for _try in range(5):
        assert refused_card(user=user, code="AAAAAAAA", id_number=CERTIFICATE, now=NOW) == "wrong_card"
    assert refused_card(user=user, code=code, id_number=CERTIFICATE, now=NOW) == "wrong_card"
    assert not VendorMember.objects.exists()


def test_a_new_card_ends_the_earlier_one() -> None:
    home, user = household(), people.person("李伯")
    vendor, first = carded(user, home)
    second = issue_card(vendor=vendor, mobile=f"+86 {user.mobile}", whom=head(home), actor=DEMO, now=NOW)
    assert refused_card(user=user, code=first, id_number=CERTIFICATE, now=NOW) == "wrong_card"
    assert enter_card(user=user, code=second, id_number=CERTIFICATE, now=NOW)


def test_no_card_for_somebody_who_cannot_be_checked() -> None:
    home = household()
    Member.objects.filter(pk=head(home).pk).update(id_number_hash=None)
    vendor = invite(household=home, actor=DEMO, now=NOW)
    with pytest.raises(DomainError) as caught:
        issue_card(vendor=vendor, mobile="13800138000", whom=head(home), actor=DEMO, now=NOW)
    assert (caught.value.code, DeskCard.objects.count()) == ("not_verified", 0)


def test_b120_who_did_not_sign_in_for_90_days_needs_a_new_card(client: Client) -> None:
    home = household()
    vendor, user = joined(home)
    note_sign_in(user=user, now=NOW + ASLEEP)
    assert VendorMember.objects.get().ended_at is None
    note_sign_in(user=user, now=NOW + 2 * ASLEEP + timedelta(seconds=1))
    assert VendorMember.objects.get().ended_at is not None
    client.force_login(user)
    assert client.get(reverse("desk:shop")).status_code == 404
    code = issue_card(vendor=vendor, mobile=user.mobile or "", whom=head(home), actor=DEMO, now=NOW)
    enter_card(user=user, code=code, id_number=CERTIFICATE, now=NOW)
    assert client.get(reverse("desk:shop")).status_code == 200


def test_b120_b048_a_new_number_puts_the_old_one_out_at_the_next_tap(client: Client) -> None:
    home = household()
    vendor, old = joined(home)
    new = people.person("李伯新号")
    client.force_login(old)
    assert client.get(reverse("desk:shop")).status_code == 200
    code = issue_card(vendor=vendor, mobile=new.mobile or "", whom=head(home), actor=DEMO, now=NOW)
    enter_card(user=new, code=code, id_number=CERTIFICATE, now=NOW)
    assert client.get(reverse("desk:shop")).status_code == 404
    client.force_login(new)
    assert client.get(reverse("desk:shop")).status_code == 200
    assert AuditEntry.objects.filter(action="enter_card", actor_id=str(new.pk)).count() == 1


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"shop_name": "李"}, "bad_shop_name"),
        ({"bank_name": " "}, "bad_bank"),
        ({"account_number": "123"}, "bad_account"),
        ({"holder_id": 0}, "payee_is_not_a_member"),
        ({"agreed": {**ALL_AGREED, "bank_account": ""}}, "not_agreed_bank_account"),
        ({"agreed": {**ALL_AGREED, "joining": "0"}}, "not_agreed_joining"),
    ],
)
def test_what_is_not_complete_is_not_handed_in(changed: dict[str, object], code: str) -> None:
    home = household()
    vendor, _user = joined(home)
    with pytest.raises(DomainError) as caught:
        submit(vendor_id=vendor.pk, application=application(home, **changed), by="李伯", actor=DEMO, now=NOW)
    assert caught.value.code == code
    vendor.refresh_from_db()
    assert vendor.state == "invited"
    assert (Consent.objects.count(), PayeeAccount.objects.count()) == (0, 0)


def test_an_account_of_somebody_else_or_of_who_left_is_refused() -> None:
    home, other = household(), household("T901", first=11)
    vendor, _user = joined(home)
    Member.objects.filter(name="李仔", household=home).update(left_on=date(2026, 10, 1))
    gone = Member.objects.get(name="李仔", household=home)
    for holder in (head(other), gone):
        with pytest.raises(DomainError, match="payee_is_not_a_member"):
            submit(
                vendor_id=vendor.pk,
                application=application(home, holder_id=holder.pk),
                by="李伯",
                actor=DEMO,
                now=NOW,
            )
    assert not PayeeAccount.objects.exists()


def test_the_text_of_the_day_is_asked_in_its_wording() -> None:
    home = household()
    vendor, _user = joined(home)
    ConsentText.objects.create(
        purpose="joining",
        version="2",
        since=date(2026, 11, 1),
        title="新",
        title_en="n",
        body="新",
        body_en="n",
    )
    with pytest.raises(DomainError, match="not_agreed_joining"):
        submit(vendor_id=vendor.pk, application=application(home), by="李伯", actor=DEMO, now=NOW)
    agreed = {**ALL_AGREED, "joining": "2"}
    submit(vendor_id=vendor.pk, application=application(home, agreed=agreed), by="李伯", actor=DEMO, now=NOW)
    kept = Consent.objects.values_list("purpose", "text_version", "given_by", "channel")
    assert set(kept) == {
        ("self_produced", "1", "李伯", "desk"),
        ("joining", "2", "李伯", "desk"),
        ("bank_account", "1", "李伯", "desk"),
    }


def test_returned_with_a_note_refused_and_invited_again() -> None:
    home = household()
    vendor, _user = handed_in(home)
    reviewer = people.officer(village=LI)
    give_back(vendor_id=vendor.pk, reviewer=reviewer, note="店名请改一改", now=NOW)
    submit(vendor_id=vendor.pk, application=application(home), by="李伯", actor=DEMO, now=NOW)
    refuse(vendor_id=vendor.pk, reviewer=reviewer, note="不是自家种的", now=NOW)
    vendor.refresh_from_db()
    assert vendor.state == "stopped"
    invite(household=home, actor=DEMO, now=NOW)
    assert list(VendorStep.objects.values_list("act", "note")) == [
        ("invite", ""),
        ("submit", ""),
        ("give_back", "店名请改一改"),
        ("submit", ""),
        ("refuse", "不是自家种的"),
        ("invite", ""),
    ]


def test_nobody_passes_a_shop_they_act_for() -> None:
    vendor, user = handed_in(household())
    with pytest.raises(DomainError, match="own_shop"):
        open_shop(vendor_id=vendor.pk, reviewer=user, now=NOW)
    vendor.refresh_from_db()
    assert (vendor.state, vendor.opened_at) == ("in_review", None)


def test_paused_until_a_day_and_opened_by_the_clock() -> None:
    vendor, _user = handed_in(household())
    storefront(vendor)
    open_shop(vendor_id=vendor.pk, reviewer=people.officer(), now=NOW)
    before = Storefront.objects.get().version
    for odd in (NOW.date(), NOW.date() + timedelta(days=367)):
        with pytest.raises(DomainError, match="bad_day"):
            pause_shop(vendor_id=vendor.pk, until=odd, actor=DEMO, now=NOW)
    pause_shop(vendor_id=vendor.pk, until=date(2026, 11, 9), actor=DEMO, now=NOW)
    vendor.refresh_from_db()
    assert (vendor.state, vendor.paused_until) == ("paused", date(2026, 11, 9))
    assert Storefront.objects.get().version == before + 1
    # The clock reads the day of today, which is later.
    assert resume_shops() == 1
    vendor.refresh_from_db()
    assert (vendor.state, vendor.paused_until) == ("open", None)
    assert VendorStep.objects.latest("pk").actor_label == "clock"
    with pytest.raises(DomainError, match="wrong_state"):
        resume_shop(vendor_id=vendor.pk, actor=DEMO, now=NOW)
    stop_shop(vendor_id=vendor.pk, note="搬家", actor=DEMO, now=NOW)
    with pytest.raises(DomainError, match="wrong_state"):
        pause_shop(vendor_id=vendor.pk, until=date(2026, 11, 9), actor=DEMO, now=NOW)


def test_the_database_lets_no_state_change_without_its_act() -> None:
    vendor, _user = handed_in(household())
    for change in ({"state": "open", "opened_at": NOW}, {"state": "stopped"}, {"state": "invited"}):
        with pytest.raises(IntegrityError, match="vendor_state_changes_by_an_act"), transaction.atomic():
            Vendor.objects.filter(pk=vendor.pk).update(**change)
    with pytest.raises(IntegrityError, match="consent_is_to_a_text_there_is"), transaction.atomic():
        Consent.objects.create(
            household=vendor.household,
            purpose="joining",
            text_version="9",
            given_at=NOW,
            given_by="x",
            channel="x",
        )
    with pytest.raises(IntegrityError, match="consent_stays_as_it_was_given"), transaction.atomic():
        Consent.objects.update(text_version="2")


def test_another_villages_officer_finds_nothing(client: Client) -> None:
    home = household()
    vendor, _user = handed_in(home)
    for officer in (
        people.officer(village="440883106210"),
        people.officer(town="440883100"),
        people.person("x"),
    ):
        client.force_login(officer)
        for name, key in (("invite", home.pk), ("helper", home.pk), ("joining-review", vendor.pk)):
            url = reverse(f"office:{name}", args=[key])
            assert client.get(url).status_code == 404
            assert client.post(url, {"verdict": "pass"}).status_code == 404
    vendor.refresh_from_db()
    assert (vendor.state, DeskCard.objects.count()) == ("in_review", 1)
