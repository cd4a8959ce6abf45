"""Finds users and what they may see."""

from dataclasses import dataclass

from accounts.models import OfficerRole, OperatorRole, User
from common.audit import Actor
from common.errors import DomainError
from common.text import clean_mobile, narrow


def user_by_login(login: str) -> User | None:
    """The user with this mobile number or e-mail, however it is written."""
    text = narrow(login)
    if "@" in text:
        return User.objects.filter(email=text.lower()).first()
    try:
        return User.objects.filter(mobile=clean_mobile(text)).first()
    except DomainError:
        return None


def actor(user: User, *, acted_for: str = "") -> Actor:
    """How the audit log names this user."""
    return Actor(id=str(user.pk), label=user.label, acted_for=acted_for)


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the place tree that an officer sees. `everything` for the city."""

    everything: bool
    town_codes: frozenset[str]
    village_codes: frozenset[str]

    @property
    def is_empty(self) -> bool:
        """Not an officer at all."""
        return not (self.everything or self.town_codes or self.village_codes)

    def covers(self, *, town_code: str, village_code: str) -> bool:
        """Whether a place lies in the branch."""
        return self.everything or town_code in self.town_codes or village_code in self.village_codes


def officer_scope(user: User) -> Scope:
    """The officer's branch: roles that have ended do not count. One query."""
    roles = list(OfficerRole.objects.filter(user=user, ended_at__isnull=True))
    return Scope(
        everything=any(role.level == OfficerRole.Level.CITY for role in roles),
        town_codes=frozenset(role.town_id for role in roles if role.town_id),
        village_codes=frozenset(role.village_id for role in roles if role.village_id),
    )


def operator_jobs(user: User) -> frozenset[str]:
    """The jobs this person holds with the operator now. One query."""
    held = OperatorRole.objects.filter(user=user, ended_at__isnull=True).values_list("job", flat=True)
    return frozenset(held)
