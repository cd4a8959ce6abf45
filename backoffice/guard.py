"""Who may enter: people with a job at the operator. To others the pages do not exist."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from accounts.models import OperatorRole, User
from accounts.queries import actor, operator_jobs
from common.audit import Actor

Job = OperatorRole.Job
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Staff:
    """The person at the operator, and what they may do now."""

    user: User
    actor: Actor
    is_cashier: bool
    is_checker: bool
    is_service: bool


View = Callable[Concatenate[HttpRequest, Staff, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


def staff_only(*jobs: Job) -> Callable[[View[P]], Guarded[P]]:
    """Opens a page to people who hold one of these jobs; without any named, to all of the operator's people.

    Nobody signed in: to the sign-in page. Anyone else: 404. A job that ended counts from the next request.
    """

    def decorate(view: View[P]) -> Guarded[P]:
        @never_cache
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            user = request.user
            if not isinstance(user, User):
                raise Http404
            held = operator_jobs(user)
            if not held or (jobs and held.isdisjoint(jobs)):
                raise Http404
            staff = Staff(user, actor(user), Job.CASHIER in held, Job.CHECKER in held, Job.SERVICE in held)
            return view(request, staff, *args, **kwargs)

        return guarded

    return decorate
