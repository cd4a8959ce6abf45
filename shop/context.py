"""What every page may show about the market itself."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Site:
    """Who runs the shop; empty values are hidden by the templates."""

    operator_name: str
    service_phone: str
    icp_number: str
    police_number: str
    is_demo: bool
    version: str


def site(_request: HttpRequest) -> dict[str, Site]:
    """The context processor."""
    return {
        "site": Site(
            operator_name=settings.OPERATOR_NAME,
            service_phone=settings.SERVICE_PHONE,
            icp_number=settings.ICP_NUMBER,
            police_number=settings.POLICE_NUMBER,
            is_demo=settings.IS_DEMO,
            version=settings.VERSION,
        )
    }
