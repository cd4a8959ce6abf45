"""The audit log and the keys of submissions already taken."""

from django.db import models


class AuditEntry(models.Model):
    """Who did what to which object, and why. Append-only; the actor is a label, no foreign key."""

    at = models.DateTimeField()
    actor_id = models.CharField(max_length=40, blank=True)
    actor_label = models.CharField(max_length=120)
    acted_for = models.CharField(max_length=120, blank=True)
    action = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=60)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["object_kind", "object_id"], name="audit_by_object"),
            models.Index(fields=["at"], name="audit_by_time"),
            models.Index(
                fields=["acted_for", "-id"], condition=~models.Q(acted_for=""), name="audit_of_helpers"
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.at:%Y-%m-%d %H:%M} {self.actor_label} {self.action} {self.object_kind}:{self.object_id}"
        )


class SubmissionKey(models.Model):
    """A submission that was taken, and what it made: the same submission again finds it."""

    scope = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    result = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "key"], name="submission_is_taken_once"),
        ]

    def __str__(self) -> str:
        return f"{self.scope}:{self.key}"
