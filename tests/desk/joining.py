"""A household with certificates, an officer of its village, and cards."""

from datetime import date

from accounts.models import User
from common.audit import DEMO
from demo.people import certificate
from households.models import Household, HouseholdStatus, Member
from households.services import add_member, enter_household
from places.models import Village
from tests import people
from tests.flow.test_story import NOW
from vendors.models import Vendor
from vendors.services.cards import enter_card, issue_card
from vendors.services.helpers import Helper, let_help
from vendors.services.joining import Application, invite, submit

LI = "440883106206"
CERTIFICATE, SONS = certificate(1), certificate(2)
ALL_AGREED = {"joining": "1", "bank_account": "1", "self_produced": "1"}


def household(number: str = "T900", first: int = 1) -> Household:
    """李伯 and his son, both known by their certificates."""
    made = enter_household(
        village=Village.objects.get(pk=LI),
        head_name="李伯",
        head_id_number=certificate(first),
        national_household_no=None,
        provisional_no=number,
        status=HouseholdStatus.Status.ORDINARY,
        since=date(2026, 1, 1),
        actor=DEMO,
        now=NOW,
    )
    add_member(
        household=made,
        name="李仔",
        relation_to_head="子",
        id_number=certificate(first + 1),
        joined_on=date(2026, 1, 1),
        actor=DEMO,
        now=NOW,
    )
    return made


def head(of: Household) -> Member:
    return of.members.order_by("pk")[0]


def carded(user: User, of: Household) -> tuple[Vendor, str]:
    """Invited, with a card for the head on this person's number."""
    vendor = invite(household=of, actor=DEMO, now=NOW)
    return vendor, issue_card(vendor=vendor, mobile=user.mobile or "", whom=head(of), actor=DEMO, now=NOW)


def joined(of: Household, *, first: int = 1) -> tuple[Vendor, User]:
    """李伯 has entered his card and sits at his desk; nothing is handed in yet."""
    user = people.person("李伯")
    vendor, code = carded(user, of)
    enter_card(user=user, code=code, id_number=certificate(first), now=NOW)
    return vendor, user


def application(of: Household, **changed: object) -> Application:
    given: dict[str, object] = {
        "shop_name": "李伯香蕉",
        "holder_id": head(of).pk,
        "bank_name": "农村信用社",
        "account_number": "6228 0000 0000 1234",
        "agreed": ALL_AGREED,
    }
    return Application(**{**given, **changed})  # type: ignore[arg-type]


def handed_in(of: Household, *, first: int = 1) -> tuple[Vendor, User]:
    vendor, user = joined(of, first=first)
    submit(vendor_id=vendor.pk, application=application(of), by="李伯", actor=DEMO, now=NOW)
    vendor.refresh_from_db()
    return vendor, user


def helping(vendor: Vendor, *, name: str = "小吴", user: User | None = None) -> User:
    """Acts for this shop's household by its consent."""
    helper = user or people.person(name)
    code = let_help(
        vendor=Vendor.objects.select_related("household").get(pk=vendor.pk),
        helper=Helper(name, "村干部", helper.mobile or ""),
        version="1",
        given_by="李伯",
        channel="desk",
        own_mobile=None,
        actor=DEMO,
        now=NOW,
    )
    enter_card(user=helper, code=code, id_number="", now=NOW)
    return helper
