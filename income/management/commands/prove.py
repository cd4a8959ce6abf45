"""`manage.py prove`: shows that the books add up, or where they do not."""

from django.core.management.base import BaseCommand, CommandError

from income.prove import prove


class Command(BaseCommand):
    """Exits with an error when an identity does not hold."""

    help = "Proves the identities of orders, settlements, payouts, income and stock."

    def handle(self, *_args: object, **_options: object) -> None:
        """Prints each difference."""
        differences = prove()
        for row in differences:
            self.stdout.write(f"{row.identity}: {row.key}: {row.left} / {row.right}")
        if differences:
            raise CommandError(f"{len(differences)} differences")
        self.stdout.write("all identities hold")
