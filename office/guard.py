"""Who may enter: officers, each in their branch of the place tree. Outside it nothing exists."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.queries import Scope, officer_scope
from common.errors import NotForYou

P = ParamSpec("P")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Officer:
    """The person and their branch."""

    user: User
    scope: Scope


View = Callable[Concatenate[HttpRequest, Officer, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


def officers_only(view: View[P]) -> Guarded[P]:
    """Nobody signed in: to the sign-in page; anyone without a role now: 404. Such a page only reads."""
    return require_safe(_let_in(view, lambda scope: not scope.is_empty))


def may_post(view: View[P]) -> Guarded[P]:
    """For officers' own acts, such as inviting a household of their branch: this page may be posted to."""
    return _let_in(view, lambda scope: not scope.is_empty)


def city_only(view: View[P]) -> Guarded[P]:
    """For the city's officers, who alone register lists: this page may be posted to. Anyone else: 404."""
    return _let_in(view, lambda scope: scope.everything)


def _let_in(view: View[P], may_enter: Callable[[Scope], bool]) -> Guarded[P]:
    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            raise Http404
        scope = officer_scope(user)
        if not may_enter(scope):
            raise Http404
        return view(request, Officer(user, scope), *args, **kwargs)

    return guarded


def found_or_404(load: Callable[[], Found]) -> Found:
    """What `load` finds in the branch."""
    try:
        return load()
    except NotForYou as error:
        raise Http404 from error
