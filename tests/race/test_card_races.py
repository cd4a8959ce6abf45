"""One card entered twice at once lets in once; two reviewers decide once; and controls without the guard."""

from functools import partial
from threading import Barrier

import pytest
from django.db import connection, transaction

from common.audit import DEMO
from common.errors import DomainError
from flow.vendor_state import open_shop
from tests import people
from tests.desk.joining import CERTIFICATE, LI, carded, handed_in, household
from tests.flow.test_story import NOW
from tests.race.together import together
from vendors.models import DeskCard, Vendor, VendorMember, VendorStep
from vendors.services.cards import enter_card
from vendors.services.joining import invite, refuse

pytestmark = pytest.mark.usefixtures("committed_db")


def test_a_card_entered_four_times_at_once_lets_in_once() -> None:
    user = people.person("李伯")
    _vendor, code = carded(user, household())
    results = together([partial(enter_card, user=user, code=code, id_number=CERTIFICATE, now=NOW)] * 4)
    member = VendorMember.objects.get()
    assert results == [member] * 4
    assert DeskCard.objects.values_list("used_by", "tries").get() == (user.pk, 1)


def test_wrong_tries_at_once_are_counted_one_by_one() -> None:
    user = people.person("李伯")
    _vendor, code = carded(user, household())
    wrong = partial(enter_card, user=user, code="AAAAAAAA", id_number=CERTIFICATE, now=NOW)
    assert all(isinstance(result, DomainError) for result in together([wrong] * 8))
    assert DeskCard.objects.get().tries == 5
    with pytest.raises(DomainError, match="wrong_card"):
        enter_card(user=user, code=code, id_number=CERTIFICATE, now=NOW)


def test_the_control_lets_in_twice_without_lock_and_constraint() -> None:
    """Look, then write, with our constraint taken away: both find the card unused."""
    user = people.person("李伯")
    vendor, _code = carded(user, household())
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX vendor_member_is_current_once")
    both_have_looked = Barrier(2)

    def naive() -> bool:
        with transaction.atomic():
            if DeskCard.objects.get().used_at is not None:
                return False
            both_have_looked.wait()
            DeskCard.objects.update(used_at=NOW, used_by=user)
            VendorMember.objects.create(vendor=vendor, user=user, since=NOW)
            return True

    assert together([naive] * 2) == [True] * 2
    assert VendorMember.objects.filter(ended_at__isnull=True).count() == 2


def test_two_reviewers_decide_once() -> None:
    vendor, _user = handed_in(household())
    first, second = people.officer(village=LI), people.officer(town="440883106")
    results = together(
        [
            partial(open_shop, vendor_id=vendor.pk, reviewer=first, now=NOW),
            partial(refuse, vendor_id=vendor.pk, reviewer=second, note="不全", now=NOW),
        ]
    )
    assert sorted(isinstance(result, DomainError) for result in results) == [False, True]
    steps = list(VendorStep.objects.order_by("pk").values_list("act", "to_state"))
    assert len(steps) == 3
    vendor.refresh_from_db()
    assert steps[-1] == (("pass", "open") if results[0] is None else ("refuse", "stopped"))
    assert vendor.state == steps[-1][1]


def test_a_household_invited_twice_at_once_has_one_shop() -> None:
    home = household()
    results = together([partial(invite, household=home, actor=DEMO, now=NOW)] * 4)
    assert {getattr(result, "pk", result) for result in results} == {Vendor.objects.get().pk}
    assert VendorStep.objects.count() == 1
