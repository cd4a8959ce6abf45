"""What places are designated for, by which signed list, and the history of those lists."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from places.designation.judging import Outcome
from places.designation.reasons import Why
from places.designation.table import Kind
from places.models.towns import Town, Village

# Batch 1 stands in the plan itself (三(一)1); lists name the later ones.
LATER_BATCHES = (2, 3)
# A list of villages has no batch, one of towns names a later one.
_KIND_AND_BATCH = Q(kind=Kind.VILLAGES, batch__isnull=True) | Q(
    kind=Kind.TOWNS, batch__isnull=False, batch__in=LATER_BATCHES
)


class DesignationList(models.Model):
    """A signed list as it was imported: its document, its file's hash, who and when. Append-only."""

    kind = models.CharField(max_length=10, choices=Kind.choices)
    batch = models.PositiveSmallIntegerField(null=True, blank=True)
    document_no = models.CharField(max_length=60)
    document_date = models.DateField()
    file_name = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    # The preview that was confirmed; one that came by command has a key of its own.
    draft_key = models.UUIDField()
    is_partial = models.BooleanField()
    new_rows = models.PositiveIntegerField()
    already_rows = models.PositiveIntegerField()
    bad_rows = models.PositiveIntegerField()
    imported_at = models.DateTimeField()
    imported_by_id = models.CharField(max_length=40, blank=True)
    imported_by_label = models.CharField(max_length=120)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=_KIND_AND_BATCH, name="designation_list_of_towns_names_a_later_batch"
            ),
            models.CheckConstraint(condition=~Q(document_no=""), name="designation_list_names_its_document"),
            models.CheckConstraint(
                condition=Q(file_sha256__regex=r"^[0-9a-f]{64}$"),
                name="designation_list_keeps_the_hash_of_its_file",
            ),
            models.CheckConstraint(condition=Q(new_rows__gt=0), name="designation_list_designates_something"),
            models.CheckConstraint(
                condition=Q(bad_rows=0) | Q(is_partial=True),
                name="designation_list_with_bad_rows_says_that_it_is_partial",
            ),
            models.UniqueConstraint(fields=["draft_key"], name="designation_draft_is_confirmed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document_no} {self.document_date}"

    @property
    def title(self) -> str:
        """What the list designates, with its batch."""
        return _titled(self.kind, self.batch)


class DesignationListRow(models.Model):
    """One row of an imported list: as it was read, and what became of it. Append-only."""

    of_list = models.ForeignKey(DesignationList, on_delete=models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField()
    as_read = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    place_code = models.CharField(max_length=12, blank=True)
    why = models.CharField(max_length=30, choices=Why.choices, blank=True)

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["of_list", "line"], name="designation_row_is_noted_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=[Outcome.NEW, Outcome.ALREADY], why="") & ~Q(place_code="")
                | Q(outcome=Outcome.BAD, place_code="") & ~Q(why=""),
                name="designation_row_has_a_place_or_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of_list_id}:{self.line}"


class DesignationWithdrawal(models.Model):
    """A list that should not have been imported: what it designated has ended. Append-only."""

    of_list = models.OneToOneField(DesignationList, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()
    by_id = models.CharField(max_length=40, blank=True)
    by_label = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="designation_withdrawal_states_its_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.of_list_id}"


class DesignationDraft(models.Model):
    """A list that was read and not yet confirmed; only the columns we know. Goes when confirmed, or after a day."""

    key = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    batch = models.PositiveSmallIntegerField(null=True, blank=True)
    document_no = models.CharField(max_length=60)
    document_date = models.DateField()
    file_name = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    listed = models.JSONField()
    made_at = models.DateTimeField()
    made_by_label = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_KIND_AND_BATCH, name="designation_draft_of_towns_names_a_later_batch"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}"

    @property
    def title(self) -> str:
        """What the list designates, with its batch."""
        return _titled(self.kind, self.batch)


class DemonstrationTown(models.Model):
    """示范镇: a town's batch in the flying-geese array (plan, 三(一))."""

    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="demonstrations")
    batch = models.PositiveSmallIntegerField()
    industry = models.CharField(max_length=40)
    industry_en = models.CharField(max_length=80)
    document_no = models.CharField(max_length=60, blank=True)
    is_sample = models.BooleanField(default=False)
    listed_in = models.ForeignKey(
        DesignationList, on_delete=models.PROTECT, null=True, blank=True, related_name="towns"
    )
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(batch__in=[1, 2, 3]), name="demonstration_batch_is_one_to_three"
            ),
            models.UniqueConstraint(
                fields=["town"], condition=Q(ended_on__isnull=True), name="town_is_in_one_batch"
            ),
            models.CheckConstraint(
                condition=Q(batch=1) | Q(is_sample=True) | Q(listed_in__isnull=False),
                name="demonstration_town_of_a_later_batch_names_its_list",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.town_id} {self.batch}"


class VillageDesignation(models.Model):
    """A village of the provincial list. The real list is imported; until then a sample says so."""

    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="designations")
    is_sample = models.BooleanField()
    document_no = models.CharField(max_length=60, blank=True)
    designated_on = models.DateField(null=True, blank=True)
    listed_in = models.ForeignKey(
        DesignationList, on_delete=models.PROTECT, null=True, blank=True, related_name="villages"
    )
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["village"], condition=Q(ended_on__isnull=True), name="village_is_designated_once"
            ),
            models.CheckConstraint(
                condition=Q(is_sample=True) | (~Q(document_no="") & Q(designated_on__isnull=False)),
                name="designation_names_its_document_unless_a_sample",
            ),
            models.CheckConstraint(
                condition=Q(is_sample=True, listed_in__isnull=True)
                | Q(is_sample=False, listed_in__isnull=False),
                name="designation_names_its_list_unless_a_sample",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_id}"


def _titled(kind: str, batch: int | None) -> str:
    label = str(Kind(kind).label)
    return label if batch is None else _("%(list)s · 第 %(batch)s 批") % {"list": label, "batch": batch}
