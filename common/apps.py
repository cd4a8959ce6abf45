"""Django's handle on this package."""

from django.apps import AppConfig
from django.core.checks import register


class CommonConfig(AppConfig):
    """Shared tables: audit log and submission keys."""

    name = "common"

    def ready(self) -> None:
        """Registers what the start says."""
        from common.checks import slips_can_be_printed_as_pdf  # noqa: PLC0415  settings must be read first

        register(slips_can_be_printed_as_pdf)
