"""For whom somebody is at the desk: for their own shops, or for one household that lets them act."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.models import User
from accounts.queries import actor
from common.audit import Actor
from common.paging import number_in
from vendors.models import Vendor
from vendors.queries import memberships_of
from vendors.services.helpers import acted_for

# In the session: the key of the household's vendor, or 0 for one's own.
CHOSEN = "desk_for"
OWN = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """The shops in front of this person now, and by which right; none chosen yet means: ask."""

    vendors: tuple[Vendor, ...]
    acting_for: Vendor | None
    has_choice: bool
    must_choose: bool

    def actor_of(self, user: User) -> Actor:
        """How the audit log names them: with the household they act for."""
        return actor(user, acted_for=acted_for(self.acting_for) if self.acting_for else "")


def standing_of(request: HttpRequest, user: User) -> Standing:
    """From the person's rights and their choice; narrows what every later question about their shops finds."""
    members = list(memberships_of(user))
    own = tuple(member.vendor for member in members if member.consent_id is None)
    helped = {member.vendor_id: member.vendor for member in members if member.consent_id is not None}
    if not helped:
        return Standing(own, None, has_choice=False, must_choose=False)
    chosen = request.session.get(CHOSEN)
    acting_for = helped.get(chosen) if chosen else None
    if acting_for is None and not own and len(helped) == 1:
        acting_for = next(iter(helped.values()))
    has_choice = len(helped) + bool(own) > 1
    shops = (acting_for,) if acting_for else own
    user.at_desk_for = frozenset(shop.pk for shop in shops)
    must_choose = acting_for is None and (not own or (chosen != OWN and chosen is not None))
    return Standing(shops, acting_for, has_choice=has_choice, must_choose=must_choose)


@never_cache
def for_whom(request: HttpRequest) -> HttpResponse:
    """Own shop, or a household that lets this person act: one at a time, so that every act has one household."""
    user = request.user
    if not isinstance(user, User):
        return redirect_to_login(request.get_full_path(), reverse("accounts:code"))
    members = list(memberships_of(user))
    helped = {member.vendor_id: member.vendor for member in members if member.consent_id is not None}
    if not helped:
        raise Http404
    has_own = any(member.consent_id is None for member in members)
    if request.method == "POST":
        chosen = number_in(request.POST, "vendor") or OWN
        if chosen not in helped and not (chosen == OWN and has_own):
            raise Http404
        request.session[CHOSEN] = chosen
        name = helped[chosen].shop_name if chosen else ""
        messages.success(
            request, _("现在替“%(shop)s”办事。") % {"shop": name} if name else _("现在办自己家的事。")
        )
        return redirect("desk:home")
    shown = {"helped": list(helped.values()), "has_own": has_own}
    return render(request, "desk/for_whom.html", shown)
