"""`manage.py give_role 139… --officer [place] | --job cashier | --end`: who may enter office and operator."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.queries import user_by_login
from accounts.roles import end_roles, make_officer, make_staff
from common.audit import Actor
from common.errors import DomainError

SHELL = Actor(id="", label="manage.py give_role")


class Command(BaseCommand):
    """For people who are registered already."""

    help = "Gives a registered person an officer's or an operator's role, or ends all of them."

    def add_arguments(self, parser: CommandParser) -> None:
        """One person and one of three acts."""
        parser.add_argument("login", help="mobile number or e-mail")
        act = parser.add_mutually_exclusive_group(required=True)
        act.add_argument(
            "--officer", nargs="?", const="", metavar="PLACE", help="code of town or village; none: the city"
        )
        act.add_argument("--job", choices=["cashier", "checker", "service"])
        act.add_argument("--end", action="store_true", help="ends all roles")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401  Django's own signature
        """Says what was done, in one line."""
        user = user_by_login(options["login"])
        if user is None:
            raise CommandError("nobody is registered with this login")
        now = timezone.now()
        try:
            if options["end"]:
                self.stdout.write(f"{end_roles(user=user, actor=SHELL, now=now)} roles ended")
            elif options["job"]:
                self.stdout.write(str(make_staff(user=user, job=options["job"], actor=SHELL, now=now)))
            else:
                self.stdout.write(
                    str(make_officer(user=user, place=options["officer"], actor=SHELL, now=now))
                )
        except DomainError as error:
            raise CommandError(error.message) from error
