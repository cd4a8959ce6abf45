"""Households an officer may see."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.queries import officer_scope
from common.errors import NotForYou
from households.models import Household, Member


def households_for(user: User) -> QuerySet[Household]:
    """The households in the officer's branch, by village and number."""
    scope = officer_scope(user)
    households = Household.objects.select_related("village__town").order_by("village_id", "pk")
    if scope.everything:
        return households
    return households.filter(Q(village_id__in=scope.village_codes) | Q(village__town_id__in=scope.town_codes))


def household_for(user: User, household_id: int) -> Household:
    """One household of the officer's branch.

    Raises:
        NotForYou: outside the branch, or not there.
    """
    household = households_for(user).filter(pk=household_id).first()
    if household is None:
        raise NotForYou(_("没有找到这一户。"), code="no_household")
    return household


def households_numbered(numbers: Sequence[str]) -> dict[str, Household]:
    """The households with these numbers, national or provisional; unknown numbers are absent. One statement."""
    found = Household.objects.filter(Q(national_household_no__in=numbers) | Q(provisional_no__in=numbers))
    known: dict[str, Household] = {}
    for household in found:
        for number in (household.national_household_no, household.provisional_no):
            if number:
                known[number] = household
    return known


def verified_members(household: Household) -> QuerySet[Member]:
    """Members now whose certificate number is known, the head first."""
    members = Member.objects.filter(household=household, left_on__isnull=True)
    return members.exclude(id_number_hash=None).order_by("pk")
