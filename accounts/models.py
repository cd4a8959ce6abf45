"""Users by mobile or e-mail, officers with a role on the place tree, the operator's staff."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from places.models import Town, Village


class UserManager(BaseUserManager["User"]):
    """Creates users; mobile and e-mail come in already clean (accounts.services)."""

    def create_user(
        self, *, password: str | None, mobile: str | None = None, email: str | None = None, name: str = ""
    ) -> "User":
        """A user with at least one way to sign in."""
        user = self.model(mobile=mobile or None, email=email.lower() if email else None, name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, *, mobile: str, password: str | None) -> "User":
        """For `manage.py createsuperuser`."""
        user = self.create_user(mobile=mobile, password=password)
        user.is_staff = user.is_superuser = True
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by mobile number or by e-mail."""

    mobile = models.CharField(_("手机号码"), max_length=11, unique=True, null=True, blank=True)
    email = models.EmailField(_("电子邮箱"), unique=True, null=True, blank=True)
    name = models.CharField(_("姓名"), max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)
    # Part of what a session is checked against: changed, every other session of this person has ended.
    session_salt = models.CharField(max_length=22, blank=True)

    # The shops a person looks at in this request, where they chose for whom they act (desk.acting); None: all theirs.
    at_desk_for: frozenset[int] | None = None

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "mobile"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mobile__isnull=False) | Q(email__isnull=False),
                name="user_has_a_way_to_sign_in",
            ),
            models.CheckConstraint(
                condition=Q(mobile__isnull=True) | Q(mobile__regex=r"^1[3-9][0-9]{9}$"),
                name="user_mobile_is_eleven_digits",
            ),
            models.CheckConstraint(
                condition=Q(email__isnull=True) | Q(email=Lower("email")),
                name="user_email_is_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.mobile or self.email or f"#{self.pk}"

    def get_session_auth_hash(self) -> str:
        """What a session must match: the password and the salt, so that others can be ended."""
        return salted_hmac(
            "accounts.session", f"{self.password}:{self.session_salt}", algorithm="sha256"
        ).hexdigest()

    @property
    def label(self) -> str:
        """How the audit log names this person."""
        return f"{self.name or '-'} #{self.pk}"


class OfficerRole(models.Model):
    """An officer's place on the tree: the city sees all, a town its villages, a village itself."""

    class Level(models.TextChoices):
        """How far the role reaches."""

        CITY = "city", _("市级")
        TOWN = "town", _("镇（街道）级")
        VILLAGE = "village", _("村（社区）级")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="officer_roles")
    level = models.CharField(max_length=10, choices=Level.choices)
    town = models.ForeignKey(Town, on_delete=models.PROTECT, null=True, blank=True)
    village = models.ForeignKey(Village, on_delete=models.PROTECT, null=True, blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(level="city", town__isnull=True, village__isnull=True)
                | Q(level="town", town__isnull=False, village__isnull=True)
                | Q(level="village", town__isnull=True, village__isnull=False),
                name="officer_role_names_the_place_of_its_level",
            ),
            models.UniqueConstraint(
                fields=["user", "level", "town", "village"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="officer_role_is_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.level} {self.town_id or self.village_id or ''}"


class OperatorRole(models.Model):
    """A job in the company that runs the shop. Who makes a payout never checks it."""

    class Job(models.TextChoices):
        """What the person may do."""

        CASHIER = "cashier", _("出纳")
        CHECKER = "checker", _("复核")
        SERVICE = "service", _("客服")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="operator_roles")
    job = models.CharField(max_length=10, choices=Job.choices)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(job__in=["cashier", "checker", "service"]), name="operator_job_is_known"
            ),
            models.UniqueConstraint(
                fields=["user", "job"], condition=Q(ended_at__isnull=True), name="operator_job_is_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.job}"


class SignInCode(models.Model):
    """A code sent to a mobile number. Number and code are kept as keyed hashes only."""

    number_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("sent_at")), name="sign_in_code_lives_for_a_while"
            ),
            models.CheckConstraint(
                condition=Q(tries__lte=5), name="sign_in_code_is_tried_five_times_at_most"
            ),
        ]
        indexes = [models.Index(fields=["number_hash", "-sent_at"], name="sign_in_code_of_a_number")]

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d %H:%M} {self.tries}"
