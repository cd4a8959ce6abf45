"""The only source of locked drafts and changes; both come before any stock row."""

from catalog.models import ListingChange, ListingDraft


def lock_draft(draft_id: int) -> ListingDraft:
    """One draft: sent twice, it is listed once."""
    return (
        ListingDraft.objects.select_for_update(of=("self",))
        .select_related("vendor__village", "vendor__partner")
        .get(pk=draft_id)
    )


def lock_change(change_id: int) -> ListingChange:
    """One change of the seller's list: undone twice, it is undone once."""
    return ListingChange.objects.select_for_update(of=("self",)).select_related("listing").get(pk=change_id)
