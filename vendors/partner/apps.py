"""Oscar's app under our package; the label stays `partner`."""

from oscar.apps.partner import apps


class PartnerConfig(apps.PartnerConfig):  # type: ignore[misc]  # Oscar is untyped
    """Found by Oscar through its label."""

    name = "vendors.partner"
