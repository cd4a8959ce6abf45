"""Places by official code, what they are designated for, and the areas of addresses."""

from places.models.areas import Area
from places.models.designation import (
    DemonstrationTown,
    DesignationDraft,
    DesignationList,
    DesignationListRow,
    DesignationWithdrawal,
    VillageDesignation,
)
from places.models.towns import Alias, Town, Village

__all__ = [
    "Alias",
    "Area",
    "DemonstrationTown",
    "DesignationDraft",
    "DesignationList",
    "DesignationListRow",
    "DesignationWithdrawal",
    "Town",
    "Village",
    "VillageDesignation",
]
