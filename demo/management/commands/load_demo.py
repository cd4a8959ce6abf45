"""`manage.py load_demo`: once, never over existing data."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from demo.load import load


class Command(BaseCommand):
    """Writes the sign-ins beside the data."""

    help = "Loads the fictitious demo into an empty market."

    def handle(self, *_args: object, **_options: object) -> None:
        """Refuses where the settings are not a demo's."""
        if not settings.IS_DEMO:
            raise CommandError("IS_DEMO is off: the demo is not loaded here.")
        cast = load(now=timezone.now())
        if cast is None:
            self.stdout.write("data exist, the demo is not loaded")
            return
        path = settings.VAR_DIR / "demo-sign-ins.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(cast.lines) + "\n", encoding="utf-8")
        self.stdout.write("the demo is loaded")
