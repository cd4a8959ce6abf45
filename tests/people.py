"""Named people: 阿珍 buys, 李伯 sells, 陈叔 sells next door, 黄科 is the office, 小梁 the cashier, 小何 the checker."""

from datetime import UTC, datetime

from accounts.models import OfficerRole, OperatorRole, User
from vendors.models import Vendor, VendorMember

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
# Far from the numbers of the demo, beside which these people may stand.
_taken = iter(range(50_000_000, 60_000_000))


def person(name: str) -> User:
    """Somebody who can sign in and holds nothing."""
    return User.objects.create_user(mobile=f"139{next(_taken):08d}", password=None, name=name)


def member_of(*vendors: Vendor, name: str = "李伯") -> User:
    """Acts for these shops."""
    user = person(name)
    for vendor in vendors:
        VendorMember.objects.create(vendor=vendor, user=user, since=SINCE)
    return user


def staff(*jobs: str, name: str = "小梁") -> User:
    """Works for the operator."""
    user = person(name)
    for job in jobs:
        OperatorRole.objects.create(user=user, job=job, since=SINCE)
    return user


def officer(*, town: str | None = None, village: str | None = None, name: str = "黄科") -> User:
    """Of the city, or of one town or village."""
    user = person(name)
    level = "village" if village else "town" if town else "city"
    OfficerRole.objects.create(user=user, level=level, town_id=town, village_id=village, since=SINCE)
    return user
