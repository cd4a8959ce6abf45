"""What the start says about this machine."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage
from django.core.checks import Warning as Notice

from common.printing import missing


def slips_can_be_printed_as_pdf(
    app_configs: Sequence[AppConfig] | None,
    **_rest: Any,  # noqa: ANN401  as Django calls it
) -> list[CheckMessage]:
    """Without PDF the slips are pages that the browser prints; whoever runs the server should know why."""
    return [
        Notice(
            f"Packing slips are shown as pages, not as PDF: this machine lacks {what}.",
            hint="Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk",
            id="printing.W001",
        )
        for what in missing()
    ]
