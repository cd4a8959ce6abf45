"""The only source of locked rows for designation: a draft first, then the towns."""

from uuid import UUID

from places.models import DesignationDraft, Town


def lock_draft(key: UUID) -> DesignationDraft | None:
    """The draft, or None if it is gone; whoever waits here finds it gone once the first has confirmed it."""
    return DesignationDraft.objects.select_for_update().filter(key=key).first()


def lock_designation() -> None:
    """All towns, by code: one change of what is designated at a time. Orders and roles may go on naming towns."""
    list(Town.objects.select_for_update(no_key=True).order_by("code").values_list("code"))
